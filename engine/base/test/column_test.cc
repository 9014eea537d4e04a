#include "chorsu/base/column.h"

#include <array>
#include <string>
#include <type_traits>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "chorsu/base/id.h"

using namespace chorsu;
using testing::ElementsAre;

namespace {

using CityId = Id<struct CityTag>;
using RoadId = Id<struct RoadTag>;

template <typename Table, typename Index>
concept IndexedBy = requires(Table table, Index i) { table[i]; };

static_assert(IndexedBy<Column<CityId, double>, CityId>);
static_assert(!IndexedBy<Column<CityId, double>, RoadId>);
static_assert(!IndexedBy<Column<CityId, double>, std::size_t>);
static_assert(!IndexedBy<Rows<CityId, RoadId>, RoadId>);

}  // namespace

TEST(column, gives_each_new_row_the_next_id) {
  auto name = Column<CityId, std::string>{};
  auto const herat = name.push_back("Herat");
  auto const mazar = name.push_back("Mazar-i-Sharif");

  name[herat] += "!";

  EXPECT_EQ("Herat!", name[herat]);
  EXPECT_EQ("Mazar-i-Sharif", name[mazar]);
  EXPECT_EQ(2U, name.size());
}

TEST(column, lists_its_ids_in_order) {
  auto const filled = Column<CityId, int>{{7, 8, 9}};
  auto sum = 0;
  for (auto const city : filled.ids()) {
    sum = 10 * sum + filled[city];
  }
  EXPECT_EQ(789, sum);
  EXPECT_TRUE((Column<CityId, int>{}.ids().empty()));
}

TEST(rows, keep_runs_of_any_length_apart) {
  auto roads = Rows<CityId, RoadId>{};
  auto const herat = roads.push_back(std::array{RoadId{4U}, RoadId{2U}});
  auto const island = roads.push_back({});
  auto const mazar = roads.push_back(std::array{RoadId{4U}});

  EXPECT_THAT(roads[herat], ElementsAre(RoadId{4U}, RoadId{2U}));
  EXPECT_THAT(roads[island], ElementsAre());
  EXPECT_THAT(roads[mazar], ElementsAre(RoadId{4U}));
  EXPECT_EQ(3U, roads.size());
  EXPECT_EQ(3, std::ranges::distance(roads.ids()));
}
