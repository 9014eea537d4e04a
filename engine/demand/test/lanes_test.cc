#include <algorithm>
#include <array>
#include <tuple>

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"
#include "toy_trade.h"

using namespace chorsu;
using namespace chorsu::toy;

TEST(lanes, tonnes_are_value_over_unit_value_by_share_and_factor) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  auto const from = t.only_zone(afg);
  auto const to = t.only_zone(uzb);
  t.row(afg, uzb, 350e6, 350.0, 0.85, 1.5);
  t.share(afg, uzb, kBoxes, 0.25);
  t.share(afg, uzb, kGrain, 0.75);
  auto const lanes = t.demand().lanes;
  ASSERT_EQ(2U, lanes.tonnes.size());
  EXPECT_DOUBLE_EQ(1e6 * 0.85 * 1.5 * 0.25, lanes.tonnes[LaneId{0}]);
  EXPECT_DOUBLE_EQ(1e6 * 0.85 * 1.5 * 0.75, lanes.tonnes[LaneId{1}]);
  EXPECT_EQ(kBoxes, lanes.commodity[LaneId{0}]);
  EXPECT_EQ(from, lanes.origin[LaneId{0}]);
  EXPECT_EQ(to, lanes.destination[LaneId{0}]);
}

TEST(lanes, without_a_unit_value_the_tonnes_of_the_table_hold) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  t.only_zone(afg);
  t.only_zone(uzb);
  t.row(afg, uzb, 350e6, 0.0, 0.85, 1.5);
  t.trade.table.rows.back().tonnes = exactly(120.0);
  t.share(afg, uzb, kBoxes, 1.0);
  EXPECT_DOUBLE_EQ(120.0, all_tonnes(t.demand().lanes));
}

TEST(lanes, a_pair_is_split_by_the_weights_of_both_ends) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  auto const kabul = t.zone(afg);
  auto const herat = t.zone(afg);
  auto const tashkent = t.zone(uzb);
  auto const termez = t.zone(uzb);
  t.weight({afg, {}, Direction::kBoth, {}, kabul, exactly(0.6)});
  t.weight({afg, {}, Direction::kBoth, {}, herat, exactly(0.4)});
  t.weight({uzb, {}, Direction::kBoth, {}, tashkent, exactly(0.9)});
  t.weight({uzb, {}, Direction::kBoth, {}, termez, exactly(0.1)});
  t.freight(afg, uzb, 1000.0);
  auto const lanes = t.demand().lanes;
  EXPECT_DOUBLE_EQ(540.0, tonnes_between(lanes, kabul, tashkent));
  EXPECT_DOUBLE_EQ(40.0, tonnes_between(lanes, herat, termez));
}

/// Partner before any partner, direction before both, group before all; the first key gives all
/// zones.
TEST(lanes, weights_are_looked_up_from_the_most_to_the_least_special) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  auto const other = t.code("PAK");
  t.only_zone(uzb);
  t.freight(afg, uzb, 1000.0, kGrain);
  auto const any_code = TradeCodeId{};
  auto const all = ClassGroupId{};
  using enum Direction;
  auto const keys = std::array{std::tuple{uzb, kExport, kFood},
                               std::tuple{uzb, kExport, all},
                               std::tuple{uzb, kBoth, kFood},
                               std::tuple{uzb, kBoth, all},
                               std::tuple{any_code, kExport, kFood},
                               std::tuple{any_code, kExport, all},
                               std::tuple{any_code, kBoth, kFood},
                               std::tuple{any_code, kBoth, all}};
  t.weight({afg, other, kExport, kFood, t.zone(afg), exactly(1.0)});    // another partner
  t.weight({afg, uzb, kImport, kFood, t.zone(afg), exactly(1.0)});      // the other direction
  t.weight({afg, uzb, kExport, kConsumer, t.zone(afg), exactly(1.0)});  // other goods
  EXPECT_EQ(0U, t.demand().lanes.tonnes.size());
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    auto const& [partner, direction, group] = *key;
    auto const zone = t.zone(afg);
    t.weight({afg, partner, direction, group, zone, exactly(1.0)});
    auto const lanes = t.demand().lanes;
    ASSERT_EQ(1U, lanes.tonnes.size()) << keys.rend() - key;
    EXPECT_EQ(zone, lanes.origin[LaneId{0}]) << keys.rend() - key;
  }
}

TEST(lanes, imports_look_at_the_exporter_as_partner) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  t.only_zone(uzb);
  t.only_zone(afg);
  auto const mazar = t.zone(afg);
  t.weight({afg, uzb, Direction::kImport, {}, mazar, exactly(1.0)});
  t.freight(uzb, afg, 1000.0);
  EXPECT_DOUBLE_EQ(1000.0, tonnes_where(t.demand().lanes, [](LaneId) { return true; }));
  EXPECT_EQ(mazar, t.demand().lanes.destination[LaneId{0}]);
}

TEST(lanes, stand_in_order_with_the_user_class_of_their_ends) {
  auto t = ToyTrade{};
  auto const afg = t.code("AFG");
  auto const uzb = t.code("UZB");
  auto const pak = t.code("PAK");
  for (auto const code : {afg, uzb, pak}) {
    t.only_zone(code);
  }
  t.prices.relations.rows = {{pak, afg, kBoxes, exactly(0.7)}};
  t.freight(pak, afg, 1.0);
  t.freight(afg, pak, 2.0);
  t.freight(afg, uzb, 3.0, kGrain);
  t.share(afg, uzb, kBoxes, 0.0);  // nothing moves: no lane
  auto const demand = t.demand();
  auto const& lanes = demand.lanes;
  ASSERT_EQ(3U, lanes.tonnes.size());
  EXPECT_EQ(3.0, lanes.tonnes[LaneId{0}]);
  EXPECT_EQ(2.0, lanes.tonnes[LaneId{1}]);
  EXPECT_EQ(1.0, lanes.tonnes[LaneId{2}]);
  EXPECT_EQ(0.1, demand.classes.value_of_time[lanes.user[LaneId{1}]]);
  EXPECT_EQ(0.7, demand.classes.value_of_time[lanes.user[LaneId{2}]]);
}

RC_GTEST_PROP(lanes, sum_to_the_freight_of_the_table_but_for_what_stays_in_its_zone, ()) {
  auto t = ToyTrade{};
  auto const a = t.code("AAA");
  auto const b = t.code("BBB");
  auto const zones = *rc::gen::inRange(1, 5);
  auto const shared = t.zone(a);  // both codes trade here too
  auto const part = [] { return 0.01 * *rc::gen::inRange(1, 100); };
  auto own = std::array<double, 2>{};
  for (auto const code : {a, b}) {
    own[code.value] = part();
    t.weight({code, {}, Direction::kBoth, {}, shared, exactly(1.0 - own[code.value])});
    for (auto i = 0; i < zones; ++i) {
      t.weight({code, {}, Direction::kBoth, {}, t.zone(code), exactly(own[code.value] / zones)});
    }
  }
  auto const boxes = part();
  auto const tonnes = *rc::gen::inRange(1, 1'000'000);
  t.row(a, b, 100.0 * tonnes, 100.0, 1.0, 1.0);
  t.share(a, b, kBoxes, boxes);
  t.share(a, b, kGrain, 1.0 - boxes);
  auto const stays = (1.0 - own[0]) * (1.0 - own[1]);
  auto const moved = all_tonnes(t.demand().lanes);
  RC_ASSERT(std::abs(moved - tonnes * (1.0 - stays)) <= 1e-9 * tonnes);
  RC_ASSERT(tonnes_between(t.demand().lanes, shared, shared) == 0.0);
}
