#include <algorithm>
#include <array>

#include "bisect.h"
#include "closed_form.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

constexpr auto kFirst = TrafficClassId{0};
constexpr auto kSecond = TrafficClassId{1};

constexpr auto kTiny = 1e-8;  // its roads of time 10·v have one of this at free flow
constexpr auto kSteep = Road{kTiny, 1e9, 1.0};
constexpr auto kFlat = Road{50.0, 0.02, 1.0};
constexpr auto kMiddle = Road{10.0, 0.1, 1.0};

/// The network of Braess (1968), with the cost functions of the public test network.
struct Braess {
  TrafficNet net;
  TrafficLinkId first;   // steep, to the upper node
  TrafficLinkId around;  // flat, to the lower node
  TrafficLinkId last;    // flat, from the upper node
  TrafficLinkId middle;
  TrafficLinkId in;  // steep, from the lower node

  explicit Braess(double vehicles, bool through = true) {
    auto const origin = net.node(through);
    auto const destination = net.node(through);
    auto const upper = net.node();
    auto const lower = net.node();
    first = net.link(origin, upper, kSteep);
    around = net.link(origin, lower, kFlat);
    last = net.link(upper, destination, kFlat);
    middle = net.link(upper, lower, kMiddle);
    in = net.link(lower, destination, kSteep);
    auto const from = net.zone(origin);
    net.trips(net.drivers({}), from, net.zone(destination), vehicles);
  }
};

/// How many take each of the two outer paths: the three paths' costs are linear in it.
double on_outer_path(double vehicles, EquilibriumGoal goal) {
  auto const x = goal == EquilibriumGoal::kUser ? (11.0 * vehicles - 40.0 + kTiny) / 13.0
                                                : (22.0 * vehicles - 40.0 + kTiny) / 26.0;
  return std::clamp(x, 0.0, vehicles / 2.0);
}

void expect_three_paths(double vehicles, EquilibriumGoal goal, bool through) {
  SCOPED_TRACE(::testing::Message() << "goal " << static_cast<int>(goal) << ", through " << through
                                    << ", vehicles " << vehicles);
  auto const braess = Braess{vehicles, through};
  auto const s = solve_exactly(braess.net.problem(), goal);
  auto const outer = on_outer_path(vehicles, goal);
  expect_close(s.volume[braess.first], vehicles - outer, vehicles);
  expect_close(s.volume[braess.around], outer, vehicles);
  expect_close(s.volume[braess.last], outer, vehicles);
  expect_close(s.volume[braess.middle], vehicles - 2.0 * outer, vehicles);
  expect_close(s.volume[braess.in], vehicles - outer, vehicles);
}

/// Two classes on a tolled road and a free one.
void expect_parting(double hurried, double thrifty, EquilibriumGoal goal) {
  constexpr auto kTolled = Road{10.0, 1.0, 1.0, 60.0, 0.0, 4.0};
  constexpr auto kFree = Road{15.0, 1.0, 1.0, 80.0};
  constexpr auto kHurried = 0.5;
  constexpr auto kThrifty = 2.0;
  constexpr auto kTruck = 2.5;  // car units of a thrifty vehicle
  SCOPED_TRACE(::testing::Message() << "goal " << static_cast<int>(goal) << ", vehicles " << hurried
                                    << " and " << thrifty);
  auto parallel = Parallel{std::array{kTolled, kFree}, false};
  auto& net = parallel.net;
  auto drivers = TrafficClass{};
  drivers.toll_weight = kHurried;
  net.trips(net.drivers(drivers), parallel.from, parallel.to, hurried);
  drivers.toll_weight = kThrifty;
  drivers.car_units = kTruck;
  net.trips(net.drivers(drivers), parallel.from, parallel.to, thrifty);
  auto const s = solve_exactly(net.problem(), goal);

  // Time saved on the tolled road falls with its volume v. Those who hurry fill it first.
  auto const all = hurried + kTruck * thrifty;
  auto volume_saving = [&](double least) {
    return bisect(0.0, all, [&](double v) {
      return least - time_at(kFree, goal, all - v) + time_at(kTolled, goal, v);
    });
  };
  auto const on_tolled =
      std::max(std::min(hurried, volume_saving(kHurried * 4.0)), volume_saving(kThrifty * 4.0));
  constexpr auto kTolledId = TrafficLinkId{0};
  constexpr auto kFreeId = TrafficLinkId{1};
  auto const first = std::min(on_tolled, hurried);
  expect_close(s.volume[kTolledId], on_tolled, all);
  expect_close(s.volume[kFreeId], all - on_tolled, all);
  expect_close(s.class_volume(kFirst, kTolledId), first, all);
  expect_close(s.class_volume(kFirst, kFreeId), hurried - first, all);
  expect_close(s.class_volume(kSecond, kTolledId), (on_tolled - first) / kTruck, all);
  expect_close(s.class_volume(kSecond, kFreeId), thrifty - (on_tolled - first) / kTruck, all);
}

}  // namespace

TEST(equilibrium_closed_form, braess_at_any_demand) {
  for (auto const goal : kGoals) {
    for (auto const through : {false, true}) {
      for (auto const vehicles : {0.5, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 9.0, 20.0}) {
        expect_three_paths(vehicles, goal, through);
      }
    }
  }
}

TEST(equilibrium_closed_form, braess_paradox) {
  auto const braess = Braess{6.0};
  auto problem = braess.net.problem();
  auto const with = solve_exactly(problem, EquilibriumGoal::kUser);
  auto const best = solve_exactly(problem, EquilibriumGoal::kSystem);
  problem.network.links.open[braess.middle] = 0U;
  auto const without = solve_exactly(problem, EquilibriumGoal::kUser);
  auto const still_best = solve_exactly(problem, EquilibriumGoal::kSystem);
  expect_close(with.total_cost, 6.0 * (92.0 + kTiny * 4.0 / 13.0), 552.0);
  expect_close(without.total_cost, 6.0 * (83.0 + kTiny), 498.0);
  expect_close(best.objective, without.total_cost, 498.0);  // what all spend, at its least
  expect_close(still_best.objective, without.total_cost, 498.0);
  expect_close(best.total_cost, 6.0 * (116.0 + kTiny), 696.0);  // at marginal costs
}

TEST(equilibrium_closed_form, tolls_of_marginal_cost_make_users_choose_the_system_optimum) {
  for (auto const vehicles : {1.0, 3.0, 6.0}) {
    SCOPED_TRACE(vehicles);
    auto const braess = Braess{vehicles};
    auto problem = braess.net.problem();
    auto const best = solve_exactly(problem, EquilibriumGoal::kSystem);
    auto& links = problem.network.links;
    for (auto const l : links.from.ids()) {
      links.toll[l] = best.time[l] - links.free_flow_time[l];  // v·dt/dv, as they are linear
    }
    problem.classes[kFirst].toll_weight = 1.0;
    auto const tolled = solve_exactly(problem, EquilibriumGoal::kUser);
    for (auto const l : links.from.ids()) {
      expect_close(tolled.volume[l], best.volume[l], vehicles);
    }
  }
}

TEST(equilibrium_closed_form, classes_part_by_what_a_toll_is_worth_to_them) {
  for (auto const goal : kGoals) {
    for (auto const hurried : {1.0, 10.0, 40.0, 90.0, 200.0}) {
      for (auto const thrifty : {1.0, 10.0, 40.0, 90.0, 200.0}) {
        expect_parting(hurried, thrifty, goal);
      }
    }
  }
}
