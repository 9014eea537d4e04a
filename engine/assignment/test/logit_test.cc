#include "chorsu/assignment/logit.h"

#include <cmath>

#include "bisect.h"
#include "gtest/gtest.h"
#include "toy.h"

using namespace chorsu;
using chorsu::toy::bisect;
using chorsu::toy::flow_on;
using chorsu::toy::Toy;

namespace {

/// Every route counts and residuals are far below what the closed forms are compared to.
LogitSettings exact() {
  auto s = LogitSettings{};
  s.residual = 1e-12;
  s.violation = 1e-12;
  s.keep_band = 1e3;
  s.column_gain = 1e-9;
  s.diversions = 5;
  return s;
}

FacilityId none(Toy&) {
  return FacilityId{};
}

/// Two arcs between one pair of zones, and who travels.
struct TwoRoutesRow {
  double theta{0.05};
  double first_cost{100.0};
  double first_hours{0.0};
  FacilityId (*make)(Toy&){none};  ///< the facility of the first arc
  double second_cost{120.0};
  double tonnes{1e6};
  double epsilon{0.0};
  double logsum{0.0};
};

struct TwoRoutes {
  Toy toy;
  ArcId first;
  ArcId second;
  explicit TwoRoutes(TwoRoutesRow const& row) : toy{row.theta} {
    auto const a = toy.zone();
    auto const b = toy.zone();
    auto const u = toy.vertex();
    auto const v = toy.vertex();
    toy.arc(toy.network.origin[a], u, 0.0);
    toy.arc(v, toy.network.destination[b], 0.0);
    first = toy.arc(u, v, row.first_cost, row.first_hours, 100.0, row.make(toy));
    second = toy.arc(u, v, row.second_cost, 0.0, 100.0);
    toy.lane(a, b, row.tonnes, row.epsilon, row.logsum);
  }
};

}  // namespace

TEST(logit, two_routes_split_by_the_closed_form) {
  auto net = TwoRoutes{{}};
  auto const s = solve(net.toy.problem(), exact());
  auto const share = 1.0 / (1.0 + std::exp(-0.05 * 20.0));
  EXPECT_TRUE(s.convergence.converged);
  EXPECT_NEAR(flow_on(s, net.first), share * 1e6, 1e-8 * 1e6);
  EXPECT_NEAR(flow_on(s, net.second), (1.0 - share) * 1e6, 1e-8 * 1e6);
  auto const logsum = -std::log(std::exp(-0.05 * 100.0) + std::exp(-0.05 * 120.0)) / 0.05;
  EXPECT_NEAR(s.logsum[LaneId{0}], logsum, 1e-9 * logsum);
}

TEST(logit, congested_route_meets_its_fixed_point) {
  auto net = TwoRoutes{{.first_hours = 40.0,
                        .make = [](Toy& t) { return t.bottleneck(1e6, 1.0, 4.0); },
                        .second_cost = 150.0,
                        .tonnes = 9e5}};
  auto const s = solve(net.toy.problem(), exact());
  auto const expected = bisect(0.0, 9e5, [](double v) {
    auto const cost = 100.0 + 40.0 * (1.0 + std::pow(v / 1e6, 4.0));
    return v - 9e5 / (1.0 + std::exp(0.05 * (cost - 150.0)));
  });
  EXPECT_NEAR(flow_on(s, net.first), expected, 1e-8 * 9e5);
}

TEST(logit, scarcity_is_the_price_at_which_demand_meets_capacity) {
  auto net = TwoRoutes{{.make = [](Toy& t) { return t.bottleneck(2e5); }, .second_cost = 150.0}};
  auto const s = solve(net.toy.problem(), exact());
  EXPECT_NEAR(flow_on(s, net.first), 2e5, 1e-8 * 2e5);
  EXPECT_NEAR(s.scarcity[FacilityId{0}], 50.0 + std::log(8e5 / 2e5) / 0.05, 1e-6);
}

TEST(logit, elastic_demand_follows_its_pivot) {
  auto net = TwoRoutes{{.epsilon = 0.01, .logsum = 60.0}};
  auto const s = solve(net.toy.problem(), exact());
  auto const logsum = -std::log(std::exp(-0.05 * 100.0) + std::exp(-0.05 * 120.0)) / 0.05;
  EXPECT_NEAR(s.tonnes[LaneId{0}], 1e6 * std::exp(-0.01 * (logsum - 60.0)), 1e-8 * 1e6);
}

TEST(logit, scarcity_lowers_elastic_demand_where_there_is_no_way_round) {
  auto toy = Toy{0.05};
  auto const a = toy.zone();
  auto const b = toy.zone();
  auto const only = toy.arc(
      toy.network.origin[a], toy.network.destination[b], 100.0, 0.0, 10.0, toy.bottleneck(5e5));
  toy.lane(a, b, 1e6, 0.01, 100.0);
  auto const s = solve(toy.problem(), exact());
  EXPECT_NEAR(flow_on(s, only), 5e5, 1e-8 * 5e5);
  EXPECT_NEAR(s.scarcity[FacilityId{0}], std::log(2.0) / 0.01, 1e-6);
}

TEST(logit, fixed_demand_over_capacity_is_said_to_be_infeasible) {
  auto toy = Toy{0.05};
  auto const a = toy.zone();
  auto const b = toy.zone();
  toy.arc(toy.network.origin[a], toy.network.destination[b], 100.0, 0.0, 10.0, toy.bottleneck(5e5));
  toy.lane(a, b, 1e6);
  auto const s = solve(toy.problem(), exact());
  EXPECT_FALSE(s.convergence.converged);
  EXPECT_NEAR(s.convergence.violation, 1.0, 1e-9);
}

namespace {

/// Braess' network: 0-1, 0-2, 1-3, 2-3 and the bridge 1-2. Outer routes share no arc with each
/// other; the bridge route shares 0-1 with one and 2-3 with the other.
struct Braess {
  Toy toy{0.02};
  ArcId up, down, across_up, across_down, bridge;
  Braess() {
    auto const a = toy.zone();
    auto const b = toy.zone();
    PortId n[4];
    for (auto& v : n) {
      v = toy.vertex();
    }
    toy.arc(toy.network.origin[a], n[0], 0.0);
    toy.arc(n[3], toy.network.destination[b], 0.0);
    up = toy.arc(n[0], n[1], 0.0, 10.0, 100.0, toy.bottleneck(1e6, 5.0, 1.0));
    across_up = toy.arc(n[1], n[3], 50.0, 0.0, 100.0);
    across_down = toy.arc(n[0], n[2], 50.0, 0.0, 100.0);
    down = toy.arc(n[2], n[3], 0.0, 10.0, 100.0, toy.bottleneck(1e6, 5.0, 1.0));
    bridge = toy.arc(n[1], n[2], 5.0, 0.0, 20.0);
    toy.lane(a, b, 8e5);
  }
};

}  // namespace

TEST(logit, braess_with_path_size_meets_its_closed_form) {
  auto net = Braess{};
  auto const s = solve(net.toy.problem(), exact());
  // By symmetry the outer routes carry the same. Path sizes: outer 1/2·(1/2) + 1/2·1 = 0.75;
  // bridge (100/2 + 20 + 100/2)/220.
  auto const ps_outer = 0.75;
  auto const ps_bridge = 120.0 / 220.0;
  auto const expected = bisect(0.0, 8e5, [&](double bridge) {
    auto const on_up = bridge + 0.5 * (8e5 - bridge);
    auto const congested = 10.0 * (1.0 + 5.0 * on_up / 1e6);
    auto const outer_u = ps_outer * std::exp(-0.02 * (congested + 50.0));
    auto const bridge_u = ps_bridge * std::exp(-0.02 * (2.0 * congested + 5.0));
    return bridge - 8e5 * bridge_u / (bridge_u + 2.0 * outer_u);
  });
  EXPECT_NEAR(flow_on(s, net.bridge), expected, 1e-8 * 8e5);
  EXPECT_NEAR(flow_on(s, net.up), flow_on(s, net.down), 1e-8 * 8e5);
}

TEST(logit, a_closed_arc_carries_nothing_and_warm_equals_cold) {
  auto net = Braess{};
  auto const open = solve(net.toy.problem(), exact());
  net.toy.open[net.bridge] = 0U;
  auto const cold = solve(net.toy.problem(), exact());
  auto const warm = solve_from(open, net.toy.problem(), exact());
  EXPECT_EQ(flow_on(warm, net.bridge), 0.0);
  EXPECT_NEAR(flow_on(warm, net.up), flow_on(cold, net.up), 1e-8 * 8e5);
  net.toy.open[net.bridge] = 1U;
  auto const again = solve_from(warm, net.toy.problem(), exact());
  EXPECT_NEAR(flow_on(again, net.bridge), flow_on(open, net.bridge), 1e-8 * 8e5);
}

TEST(logit, a_lane_without_a_route_is_unserved) {
  auto toy = Toy{0.05};
  auto const a = toy.zone();
  auto const b = toy.zone();
  auto const only = toy.arc(toy.network.origin[a], toy.network.destination[b], 100.0);
  toy.lane(a, b, 1e6);
  toy.open[only] = 0U;
  auto const s = solve(toy.problem(), exact());
  EXPECT_EQ(s.tonnes[LaneId{0}], 0.0);
  EXPECT_EQ(s.convergence.unserved, 1e6);
}
