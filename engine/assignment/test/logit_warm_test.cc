#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "random_network.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A bottleneck beside a free arc.
struct TwoRoutes {
  Toy toy;
  double saving;  ///< what the way through the bottleneck is cheaper by [US$/t]
  TwoRoutes(double theta, double cost, double other_cost, double tonnes, double epsilon)
      : toy{theta}, saving{other_cost - cost} {
    auto const a = toy.zone();
    auto const b = toy.zone();
    toy.arc(
        toy.network.origin[a], toy.network.destination[b], cost, 0.0, 100.0, toy.bottleneck(1.0));
    toy.arc(toy.network.origin[a], toy.network.destination[b], other_cost, 0.0, 100.0);
    toy.lane(a, b, tonnes, epsilon, cost);
  }
  LogitSolution with_capacity(double tonnes_per_year, LogitSettings const& settings) {
    toy.capacity[FacilityId{0}] = tonnes_per_year;
    return solve(toy.problem(), settings);
  }
  LogitSolution with_capacity(double tonnes_per_year,
                              LogitSettings const& settings,
                              LogitSolution const& reference) {
    toy.capacity[FacilityId{0}] = tonnes_per_year;
    return solve_from(reference, toy.problem(), settings);
  }

  /// Every route counts, and residuals are far below what is compared.
  static LogitSettings exact() {
    auto s = LogitSettings{};
    s.residual = 1e-12;
    s.violation = 1e-12;
    s.keep_band = 1e3;
    s.diversions = 30;  // rivals up to a hundred thousand times as dear
    return s;
  }
};

}  // namespace

/// With one bottleneck and one way round it the flow through it falls strictly as its price rises:
/// the logit share falls, and so do the tonnes where they are elastic. The price at which the flow
/// equals the capacity therefore falls as the capacity grows. (With several bottlenecks one of them
/// may get dearer when another is widened.)
RC_GTEST_PROP(logit, a_wider_bottleneck_is_less_scarce_where_there_are_two_routes, ()) {
  auto const tonnes = 1e6;
  auto const elastic = *rc::gen::arbitrary<bool>();
  auto net = TwoRoutes{any_of(1, 10, 0.01),
                       any_of(10, 100),
                       any_of(100, 200),
                       tonnes,
                       elastic ? any_of(1, 10, 1e-3) : 0.0};
  auto const narrow = any_of(1, 40, 0.01) * tonnes;
  auto const wide = narrow * any_of(101, 200, 0.01);
  auto const before = net.with_capacity(narrow, TwoRoutes::exact());
  auto const after = net.with_capacity(wide, TwoRoutes::exact());
  RC_PRE(before.scarcity[FacilityId{0}] > 0.0);
  RC_ASSERT(after.scarcity[FacilityId{0}] < before.scarcity[FacilityId{0}]);
  RC_ASSERT(after.flow[FacilityId{0}] > before.flow[FacilityId{0}]);
}

TEST(logit, a_warm_start_feels_a_capacity_that_grew_or_shrank) {
  for (auto const& settings : {LogitSettings{}, TwoRoutes::exact()}) {
    auto net = TwoRoutes{0.05, 100.0, 150.0, 1e6, 0.0};
    auto const price = [&](double capacity) {
      return net.saving + std::log((1e6 - capacity) / capacity) / 0.05;
    };
    auto const f = FacilityId{0};
    auto const narrow = net.with_capacity(2e5, settings);
    auto const wide = net.with_capacity(4e5, settings, narrow);
    EXPECT_NEAR(price(4e5), wide.scarcity[f], 1e-3);
    EXPECT_NEAR(4e5, wide.flow[f], 1.0);
    EXPECT_NEAR(price(1e5), net.with_capacity(1e5, settings, wide).scarcity[f], 1e-3);
    auto const ample = net.with_capacity(1e9, settings, wide);
    EXPECT_EQ(0.0, ample.scarcity[f]);
    EXPECT_NEAR(1e6 / (1.0 + std::exp(-0.05 * net.saving)), ample.flow[f], 1.0);
  }
}

/// A price just above the first ceiling: at the ceiling the capacity is missed by a little only.
TEST(logit, a_price_near_the_ceiling_is_found_exactly) {
  for (auto const over : {0.1, 1.0, 10.0}) {
    auto net = TwoRoutes{0.01, 50.0, 50.0, 1e6, 0.0};
    auto const price = 400.0 + over;
    auto const capacity = 1e6 / (1.0 + std::exp(0.01 * price));
    auto const s = net.with_capacity(capacity, {});
    EXPECT_TRUE(s.convergence.converged) << over;
    EXPECT_NEAR(price, s.scarcity[FacilityId{0}], 1e-3) << over;
  }
}

/// Empty it draws more than it can carry, full it would draw next to nothing: the delay alone keeps
/// the flow below the capacity.
TEST(logit, a_bottleneck_that_its_delay_keeps_from_filling_has_no_price) {
  auto toy = Toy{0.08};
  auto const a = toy.zone();
  auto const b = toy.zone();
  auto const hours = 38.0;
  toy.arc(toy.network.origin[a],
          toy.network.destination[b],
          45.0,
          hours,
          20.0,
          toy.bottleneck(120e3, 1.6, 1.0));
  toy.arc(toy.network.origin[a], toy.network.destination[b], 92.0, 0.0, 20.0);
  toy.lane(a, b, 610e3);
  auto const s = solve(toy.problem(), TwoRoutes::exact());
  auto const f = FacilityId{0};
  auto const cost = 45.0 + hours * (1.0 + 1.6 * s.flow[f] / 120e3);
  EXPECT_TRUE(s.convergence.converged);
  EXPECT_EQ(0.0, s.scarcity[f]);
  EXPECT_LT(s.flow[f], 120e3);
  EXPECT_NEAR(610e3 / (1.0 + std::exp(0.08 * (cost - 92.0))), s.flow[f], 1e-4);
}

namespace {

/// Number of ways from a port to another over open arcs that pass no port twice.
int count_paths(Toy const& toy, PortId from, PortId to, std::set<PortId>& passed) {
  if (from == to) {
    return 1;
  }
  auto count = 0;
  passed.insert(from);
  for (auto const arc : toy.network.out[from]) {
    auto const head = toy.network.arcs.to[arc];
    count += passed.contains(head) ? 0 : count_paths(toy, head, to, passed);
  }
  passed.erase(from);
  return count;
}

bool has_every_route(Toy const& toy, LogitSolution const& s) {
  auto const complete = [&](LaneId lane) {
    auto passed = std::set<PortId>{};
    auto const all = count_paths(toy,
                                 toy.network.origin[toy.lanes.origin[lane]],
                                 toy.network.destination[toy.lanes.destination[lane]],
                                 passed);
    return s.lane_routes[lane].size() == static_cast<std::size_t>(all);
  };
  return std::ranges::all_of(s.tonnes.ids(), complete);
}

}  // namespace

/// Where the set holds every route there is, it cannot depend on how it was found.
RC_GTEST_PROP(logit, shutting_and_reopening_an_arc_leads_back_when_all_routes_are_kept, ()) {
  auto net = any_network(*rc::gen::arbitrary<bool>(), 3, 5);
  auto settings = TwoRoutes::exact();
  settings.warm_diversions = settings.diversions;
  settings.lure_factor = 1e-9;
  auto const first = solve(net.toy.problem(), settings);
  RC_PRE(has_every_route(net.toy, first));
  RC_PRE(first.convergence.converged);
  auto const arc = *rc::gen::elementOf(net.chords);
  net.toy.open[arc] = 0U;
  auto const without = solve_from(first, net.toy.problem(), settings);
  net.toy.open[arc] = 1U;
  auto const again = solve_from(without, net.toy.problem(), settings);
  RC_PRE(has_every_route(net.toy, again));  // ways that no lure finds stay unseen
  for (auto const f : first.flow.ids()) {
    RC_ASSERT(std::abs(again.flow[f] - first.flow[f]) <= 1e-8 * std::max(1e4, first.flow[f]));
  }
  for (auto const lane : first.tonnes.ids()) {
    RC_ASSERT(std::abs(again.logsum[lane] - first.logsum[lane]) <=
              1e-8 * std::max(1.0, std::abs(first.logsum[lane])));
  }
}
