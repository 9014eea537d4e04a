#include "chorsu/base/grid.h"

#include <type_traits>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "chorsu/base/id.h"
#include "chorsu/base/quantity.h"

using namespace chorsu;
using testing::ElementsAre;

namespace {

using ZoneId = Id<struct ZoneTag>;
using GoodId = Id<struct GoodTag, std::uint8_t>;
using Trade = Grid<ZoneId, GoodId, Tonnes>;

static_assert(std::is_invocable_v<Trade, ZoneId, GoodId>);
static_assert(!std::is_invocable_v<Trade, GoodId, ZoneId>);

}  // namespace

TEST(grid, starts_filled) {
  auto const trade = Trade{2U, 3U, Tonnes{5.0}};
  EXPECT_EQ(2U, trade.rows);
  EXPECT_EQ(3U, trade.cols);
  EXPECT_EQ(Tonnes{5.0}, trade(ZoneId{1U}, GoodId{2U}));
  EXPECT_TRUE(Trade{}.values.empty());
}

TEST(grid, lies_row_by_row) {
  auto trade = Trade{2U, 3U};
  trade(ZoneId{1U}, GoodId{0U}) = Tonnes{1.0};
  trade.row(ZoneId{1U})[2U] = Tonnes{7.0};

  EXPECT_THAT(trade.row(ZoneId{0U}), ElementsAre(Tonnes{}, Tonnes{}, Tonnes{}));
  EXPECT_THAT(trade.row(ZoneId{1U}), ElementsAre(Tonnes{1.0}, Tonnes{}, Tonnes{7.0}));
  EXPECT_EQ(Tonnes{1.0}, trade.values[3U]);
}
