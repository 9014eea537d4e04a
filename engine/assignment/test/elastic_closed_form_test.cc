#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "bisect.h"
#include "closed_form.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

constexpr auto kCurves = std::array{DemandCurve::kExponential, DemandCurve::kLinear};
constexpr auto kFirst = TrafficClassId{0};
constexpr auto kSecond = TrafficClassId{1};

double pays(TrafficClass const& c, Road const& r) {
  return c.toll_weight * r.toll + c.length_weight * r.length;
}

double demand_at(TrafficClass const& c, double stated, double reference, double cost) {
  auto const change = c.slope * (cost - reference);
  switch (c.curve) {
    case DemandCurve::kFixed:
      return stated;
    case DemandCurve::kExponential:
      return stated * std::exp(-change);
    case DemandCurve::kLinear:
      return stated * std::fmax(0.0, 1.0 - change);
  }
  return stated;
}

TrafficClass elastic(DemandCurve curve, double slope) {
  auto c = TrafficClass{};
  c.curve = curve;
  c.slope = slope;
  return c;
}

/// Elastic demand on parallel roads meets the curve at the cost that all used roads have in common.
void expect_meeting_point(std::span<Road const> roads,
                          TrafficClass const& drivers,
                          EquilibriumGoal goal,
                          bool through) {
  constexpr auto kStated = 90.0;
  constexpr auto kReference = 12.0;
  auto parallel = Parallel{roads, through};
  parallel.net.trips(
      parallel.net.drivers(drivers), parallel.from, parallel.to, kStated, kReference);
  auto carried = [&](double cost) {
    auto sum = 0.0;
    for (auto const& road : roads) {
      sum += volume_at(road, goal, cost - pays(drivers, road));
    }
    return sum / drivers.car_units;
  };
  auto const cost = bisect(
      0.0, 1e4, [&](double u) { return carried(u) - demand_at(drivers, kStated, kReference, u); });
  auto const demand = demand_at(drivers, kStated, kReference, cost);

  auto const s = solve_exactly(parallel.net.problem(), goal);
  expect_close(s.demand[kFirst].values[0], demand, demand);
  for (auto l = TrafficLinkId{0}; l.value < roads.size(); ++l.value) {
    auto const& road = roads[l.value];
    auto const volume = volume_at(road, goal, cost - pays(drivers, road));
    expect_close(s.volume[l], volume, demand);
    expect_close(s.class_volume(kFirst, l), volume / drivers.car_units, demand);
    expect_close(s.time[l], time_at(road, EquilibriumGoal::kUser, volume), cost);
  }
}

void expect_meeting_points(std::span<Road const> roads) {
  for (auto const curve : kCurves) {
    for (auto const goal : kGoals) {
      for (auto const through : {false, true}) {
        SCOPED_TRACE(::testing::Message() << "curve " << static_cast<int>(curve) << ", goal "
                                          << static_cast<int>(goal) << ", through " << through);
        auto drivers = elastic(curve, 0.02);
        drivers.toll_weight = 0.5;
        drivers.length_weight = 0.1;
        expect_meeting_point(roads, drivers, goal, through);
        drivers.car_units = 2.5;
        expect_meeting_point(roads, drivers, goal, through);
      }
    }
  }
}

/// Demand between all three of a, b and c meets the curve where b lets traffic through or not.
void expect_passage(DemandCurve curve, EquilibriumGoal goal, bool through) {
  // a - b of constant time, b - c congested, and a way around b from a to c.
  constexpr auto kGate = Road{3.0};
  constexpr auto kNarrow = Road{5.0, 0.15, 4.0, 40.0};
  constexpr auto kAround = Road{20.0, 0.1, 4.0, 50.0};
  SCOPED_TRACE(::testing::Message() << "curve " << static_cast<int>(curve) << ", goal "
                                    << static_cast<int>(goal) << ", through " << through);
  auto net = TrafficNet{};
  auto const a = net.node(through);
  auto const b = net.node(through);
  auto const c = net.node(through);
  auto const gate = net.link(a, b, kGate);
  auto const narrow = net.link(b, c, kNarrow);
  auto const around = net.link(a, c, kAround);
  auto const zones = std::array{net.zone(a), net.zone(b), net.zone(c)};
  auto const drivers = elastic(curve, 0.03);
  auto const k = net.drivers(drivers);
  net.trips(k, zones[0], zones[1], 50.0, 1.0);
  net.trips(k, zones[0], zones[2], 60.0, 2.0);
  net.trips(k, zones[1], zones[2], 70.0, 3.0);
  auto const s = solve_exactly(net.problem(), goal);

  auto on_narrow = [&](double u) { return volume_at(kNarrow, goal, u); };
  auto on_around = [&](double u) { return volume_at(kAround, goal, u); };
  auto short_trips = [&](double u) { return demand_at(drivers, 70.0, 3.0, u); };
  auto long_trips = [&](double u) { return demand_at(drivers, 60.0, 2.0, u); };
  auto u = 0.0;  // cost from b to c
  auto w = 0.0;  // and from a to c
  if (through) {
    u = bisect(0.0, 1e3, [&](double x) {
      return on_narrow(x) + on_around(x + 3.0) - short_trips(x) - long_trips(x + 3.0);
    });
    w = u + 3.0;
  } else {
    u = bisect(0.0, 1e3, [&](double x) { return on_narrow(x) - short_trips(x); });
    w = bisect(0.0, 1e3, [&](double x) { return on_around(x) - long_trips(x); });
  }
  auto const gated = demand_at(drivers, 50.0, 1.0, 3.0);
  expect_close(s.volume[gate], gated + on_narrow(u) - short_trips(u), 100.0);
  expect_close(s.volume[narrow], on_narrow(u), 100.0);
  expect_close(s.volume[around], on_around(w), 100.0);
  expect_close(s.demand[k].values[0], gated, 100.0);
  expect_close(s.demand[k].values[1], long_trips(w), 100.0);
  expect_close(s.demand[k].values[2], short_trips(u), 100.0);
}

/// Elastic demand beside fixed demand on one road.
void expect_remainder(double fixed, double reference, bool through) {
  constexpr auto kRoad = Road{10.0, 1.0, 1.0, 100.0};
  SCOPED_TRACE(::testing::Message()
               << "through " << through << ", fixed " << fixed << ", reference " << reference);
  auto parallel = Parallel{std::array{kRoad}, through};
  auto const drivers = elastic(DemandCurve::kLinear, 0.2);
  parallel.net.trips(parallel.net.drivers({}), parallel.from, parallel.to, fixed);
  parallel.net.trips(parallel.net.drivers(drivers), parallel.from, parallel.to, 40.0, reference);
  auto const s = solve_exactly(parallel.net.problem(), EquilibriumGoal::kUser);
  auto const demand = bisect(0.0, 200.0, [&](double v) {
    auto const cost = time_at(kRoad, EquilibriumGoal::kUser, fixed + v);
    return v - demand_at(drivers, 40.0, reference, cost);
  });
  expect_close(s.demand[kSecond].values[0], demand, 40.0);
  expect_close(s.volume[TrafficLinkId{0}], fixed + demand, 40.0);
}

}  // namespace

TEST(elastic_closed_form, demand_on_one_road) {
  expect_meeting_points(std::array{Road{10.0, 0.15, 4.0, 30.0, 8.0, 3.0}});
  expect_meeting_points(std::array{Road{10.0, 1.0, 1.0, 30.0, 8.0, 3.0}});
  expect_meeting_points(std::array{Road{10.0, 0.5, 2.5, 30.0, 8.0, 3.0}});
}

TEST(elastic_closed_form, demand_on_two_roads) {
  expect_meeting_points(
      std::array{Road{10.0, 0.15, 4.0, 30.0, 8.0, 3.0}, Road{12.0, 0.3, 4.0, 20.0, 6.0, 0.0}});
  expect_meeting_points(
      std::array{Road{10.0, 0.15, 4.0, 60.0, 8.0, 3.0}, Road{11.0, 0.4, 1.5, 20.0, 9.0, 0.0}});
  // The second is too long for anyone.
  expect_meeting_points(
      std::array{Road{10.0, 0.15, 4.0, 60.0, 8.0, 3.0}, Road{500.0, 0.4, 1.5, 20.0, 9.0, 0.0}});
}

TEST(elastic_closed_form, stated_demand_without_reference_is_that_at_free_flow) {
  constexpr auto kRoad = Road{10.0, 0.15, 4.0, 30.0, 8.0, 3.0};
  for (auto const curve : kCurves) {
    auto drivers = elastic(curve, 0.05);
    drivers.toll_weight = 0.5;
    auto parallel = Parallel{std::array{kRoad}, true};
    parallel.net.trips(parallel.net.drivers(drivers), parallel.from, parallel.to, 90.0);
    auto const s = solve_exactly(parallel.net.problem(), EquilibriumGoal::kUser);
    auto const demand = bisect(0.0, 90.0, [&](double v) {
      return v -
             demand_at(drivers, 90.0, 10.0 + 1.5, time_at(kRoad, EquilibriumGoal::kUser, v) + 1.5);
    });
    expect_close(s.demand[kFirst].values[0], demand, demand);
    expect_close(s.volume[TrafficLinkId{0}], demand, demand);
  }
}

TEST(elastic_closed_form, demand_passes_only_centroids_that_carry_through_traffic) {
  for (auto const curve : kCurves) {
    for (auto const goal : kGoals) {
      expect_passage(curve, goal, false);
      expect_passage(curve, goal, true);
    }
  }
}

TEST(elastic_closed_form, linear_demand_gives_way_to_fixed) {
  for (auto const fixed : {0.0, 20.0, 50.0, 150.0}) {
    for (auto const reference : {0.0, 10.0, 15.0}) {
      expect_remainder(fixed, reference, false);
      expect_remainder(fixed, reference, true);
    }
  }
}

TEST(elastic_closed_form, those_who_stay_at_home_make_no_way_for_others) {
  // From a to b the road is so full that none of the elastic demand goes; from a over b to c some
  // of it does: 60·(1 - 0.1·(20 + d/20 + 3 - 25)) = d.
  auto net = TrafficNet{};
  auto const a = net.node();
  auto const b = net.node();
  auto const c = net.node();
  auto const full = net.link(a, b, Road{5.0, 1.0, 1.0, 100.0});
  auto const onward = net.link(b, c, Road{3.0});
  auto const zones = std::array{net.zone(a), net.zone(b), net.zone(c)};
  net.trips(net.drivers({}), zones[0], zones[1], 300.0);
  net.drivers(elastic(DemandCurve::kLinear, 0.1));
  net.trips(kSecond, zones[0], zones[1], 40.0, 5.0);
  net.trips(kSecond, zones[0], zones[2], 60.0, 25.0);
  auto const s = solve_exactly(net.problem(), EquilibriumGoal::kUser);
  auto const demand = 72.0 / 1.3;
  expect_close(s.demand[kSecond].values[0], 0.0, demand);
  expect_close(s.demand[kSecond].values[1], demand, demand);
  expect_close(s.volume[full], 300.0 + demand, 300.0);
  expect_close(s.volume[onward], demand, demand);
}
