#include <array>
#include <cmath>

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"
#include "toy_trade.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// States of one zone each that all trade with each other.
struct FullTable {
  ToyTrade t;
  std::vector<TradeCodeId> codes;
  std::vector<ZoneId> zones;
  FullTable(int count, auto&& tonnes) {
    for (auto i = 0; i < count; ++i) {
      codes.push_back(t.code("S" + std::to_string(i)));
      zones.push_back(t.only_zone(codes.back()));
    }
    for (auto const from : codes) {
      for (auto const to : codes) {
        if (from != to) {
          t.freight(from, to, tonnes(from, to));
        }
      }
    }
  }
  double total(Lanes const& lanes, std::size_t i) const { return state_total(t, lanes, codes[i]); }
  double between(Lanes const& lanes, std::size_t i, std::size_t j) const {
    return tonnes_between(lanes, zones[i], zones[j]);
  }
};

FullTable equal_table() {
  return {3, [](auto, auto) { return 100.0; }};  // every state trades 400 t
}

}  // namespace

TEST(fit, leaves_totals_alone_that_lie_in_their_range) {
  auto net = equal_table();
  net.t.total(net.codes[0], 400.0, 500.0);
  net.t.total(net.codes[1], 300.0, 400.0);
  auto const demand = net.t.demand();
  for (auto const tonnes : demand.lanes.tonnes.values) {
    EXPECT_EQ(100.0, tonnes);
  }
  EXPECT_EQ(1, demand.fit.rounds);
  EXPECT_EQ(0.0, demand.fit.max_miss);
}

TEST(fit, brings_a_total_to_the_nearest_end_of_its_range) {
  auto net = equal_table();
  net.t.total(net.codes[0], 500.0, 600.0);
  auto const up = net.t.demand().lanes;
  EXPECT_NEAR(500.0, net.total(up, 0), 1e-9);
  EXPECT_EQ(100.0, net.between(up, 1, 2));  // trade of others stays
  EXPECT_NEAR(125.0, net.between(up, 0, 1), 1e-9);
  net.t.trade.totals.rows.clear();
  net.t.total(net.codes[0], 100.0, 200.0);
  EXPECT_NEAR(200.0, net.total(net.t.demand().lanes, 0), 1e-9);
}

TEST(fit, does_not_touch_trade_within_a_state) {
  auto t = ToyTrade{};
  auto const uzb = t.code("UZB");
  auto const qat = t.code("QAT");
  auto const afg = t.code("AFG");
  auto const zone = t.only_zone(uzb);
  auto const near = t.only_zone(qat);
  t.only_zone(afg);
  t.network.zones.state[near] = StateId{uzb.value};  // a code whose zone lies in another's state
  t.freight(uzb, qat, 70.0);
  t.freight(uzb, afg, 100.0);
  t.total(uzb, 200.0, 300.0);
  auto const lanes = t.demand().lanes;
  EXPECT_EQ(70.0, tonnes_between(lanes, zone, near));
  EXPECT_NEAR(270.0, all_tonnes(lanes), 1e-9);
}

TEST(fit, says_when_ranges_contradict_each_other) {
  auto t = ToyTrade{};
  auto const a = t.code("AAA");
  auto const b = t.code("BBB");
  t.only_zone(a);
  t.only_zone(b);
  t.freight(a, b, 100.0);
  t.total(a, 10.0, 20.0);
  t.total(b, 50.0, 60.0);
  EXPECT_GT(t.demand().fit.max_miss, 0.1);
}

/// Ranges made from the table itself with its rows and columns scaled can all be met.
RC_GTEST_PROP(fit, meets_every_range_that_can_be_met_and_keeps_cross_products, ()) {
  auto const percent = [](int low, int high) { return 0.01 * *rc::gen::inRange(low, high); };
  auto net = FullTable{4, [&](auto, auto) { return 1000.0 * percent(10, 1000); }};
  auto const before = net.t.demand().lanes;
  auto scale = std::array<double, 4>{};
  for (auto& x : scale) {
    x = percent(50, 200);
  }
  for (auto i = 0U; i < 4U; ++i) {
    auto wanted = 0.0;
    for (auto j = 0U; j < 4U; ++j) {
      auto const both = net.between(before, i, j) + net.between(before, j, i);
      wanted += scale[i] * scale[j] * both;
    }
    net.t.total(net.codes[i], wanted * percent(90, 101), wanted * percent(100, 111));
  }
  auto const demand = net.t.demand();
  RC_ASSERT(demand.fit.max_miss <= 1e-9);
  for (auto i = 0U; i < 4U; ++i) {
    auto const& range = net.t.trade.totals.rows[i].tonnes;
    auto const total = net.total(demand.lanes, i);
    RC_ASSERT(range.low * (1.0 - 1e-8) <= total);
    RC_ASSERT(total <= range.high * (1.0 + 1e-8));
  }
  // Deming and Stephan: what rows and columns are scaled by drops out of a cross product.
  auto const cross = [&](Lanes const& lanes) {
    return net.between(lanes, 0, 1) * net.between(lanes, 2, 3) /
           (net.between(lanes, 0, 3) * net.between(lanes, 2, 1));
  };
  RC_ASSERT(std::abs(cross(demand.lanes) / cross(before) - 1.0) < 1e-9);
  RC_ASSERT(std::abs(net.between(demand.lanes, 0, 1) / net.between(before, 0, 1) /
                         (net.between(demand.lanes, 1, 0) / net.between(before, 1, 0)) -
                     1.0) < 1e-9);
}
