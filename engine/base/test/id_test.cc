#include "chorsu/base/id.h"

#include <functional>
#include <type_traits>
#include <unordered_set>

#include "gtest/gtest.h"

using namespace chorsu;

namespace {

using CityId = Id<struct CityTag>;
using RoadId = Id<struct RoadTag>;
using RulerId = Id<struct RulerTag, std::uint16_t>;

static_assert(!std::is_convertible_v<CityId, RoadId> && !std::is_constructible_v<CityId, RoadId>);
static_assert(!std::is_convertible_v<std::uint32_t, CityId>);
static_assert(!std::is_convertible_v<CityId, std::uint32_t>);
static_assert(!std::is_invocable_v<std::equal_to<>, CityId, RoadId>);
static_assert(sizeof(CityId) == 4U && sizeof(RulerId) == 2U);
static_assert(std::is_trivially_copyable_v<CityId>);

}  // namespace

TEST(id, is_none_until_it_names_a_row) {
  EXPECT_TRUE(CityId{}.is_none());
  EXPECT_TRUE(RulerId::none().is_none());
  EXPECT_FALSE(CityId{0U}.is_none());
}

TEST(id, orders_and_hashes_by_row) {
  EXPECT_LT(CityId{1U}, CityId{2U});
  EXPECT_LT(CityId{2U}, CityId::none());
  EXPECT_EQ(2U, (std::unordered_set{CityId{1U}, CityId{2U}, CityId{1U}}.size()));
}
