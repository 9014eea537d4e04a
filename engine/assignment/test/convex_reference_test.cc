#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "closed_form.h"
#include "convex_program.h"
#include "gtest/gtest.h"
#include "public_network.h"

#include "chorsu/assignment/equilibrium.h"

using namespace chorsu;
using chorsu::toy::ConvexProgram;
using chorsu::toy::PublicNetwork;
using chorsu::toy::SeparableAnswer;

namespace {

constexpr auto kTolerance = 1e-6;

/// Who travels on Sioux Falls.
struct Case {
  std::string name;
  EquilibriumGoal goal;
  std::vector<std::pair<TrafficClass, double>> classes;  ///< and each one's share of the trips
};

std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.name;
}

TrafficClass drivers(double toll_weight, double length_weight, double car_units = 1.0) {
  auto c = TrafficClass{};
  c.toll_weight = toll_weight;
  c.length_weight = length_weight;
  c.car_units = car_units;
  return c;
}

TrafficClass elastic(TrafficClass c, DemandCurve curve, double slope) {
  c.curve = curve;
  c.slope = slope;
  return c;
}

std::vector<Case> cases() {
  auto const all = drivers(0.0, 0.0);
  auto const hurried = drivers(0.5, 0.1);
  auto const thrifty = drivers(2.0, 0.4);
  auto const trucks = drivers(1.0, 0.8, 2.5);
  constexpr auto kUser = EquilibriumGoal::kUser;
  constexpr auto kSystem = EquilibriumGoal::kSystem;
  constexpr auto kExponential = DemandCurve::kExponential;
  constexpr auto kLinear = DemandCurve::kLinear;
  return {
      {"user_equilibrium", kUser, {{all, 1.0}}},
      {"system_optimum", kSystem, {{all, 1.0}}},
      {"exponential_demand", kUser, {{elastic(all, kExponential, 0.05), 1.0}}},
      {"linear_demand", kUser, {{elastic(all, kLinear, 0.02), 1.0}}},
      {"system_optimum_of_exponential_demand", kSystem, {{elastic(all, kExponential, 0.05), 1.0}}},
      {"two_classes", kUser, {{hurried, 0.6}, {thrifty, 0.4}}},
      {"system_optimum_of_cars_and_trucks", kSystem, {{hurried, 0.7}, {trucks, 0.1}}},
      {"elastic_cars_and_fixed_trucks",
       kUser,
       {{elastic(hurried, kExponential, 0.05), 0.8}, {trucks, 0.1}}}};
}

/// Every seventh link has a toll.
TrafficProblem sioux_falls(Case const& c) {
  auto network = PublicNetwork{"SiouxFalls"};
  auto& links = network.net.network.links;
  for (auto const l : links.from.ids()) {
    links.toll[l] = l.value % 7U == 0U ? 3.0 : 0.0;
  }
  for (auto const& [drivers, share] : c.classes) {
    network.add(drivers, share);
  }
  return network.net.problem();
}

class ConvexReference : public ::testing::TestWithParam<Case> {};

/// A class's flows are not unique where two paths are equal for another class too, but what it
/// spends at the costs of the equilibrium is.
void expect_same_spending(ConvexProgram const& convex,
                          SeparableAnswer const& expected,
                          EquilibriumSolution const& found) {
  auto const& p = convex.p;
  for (auto const k : p.classes.ids()) {
    auto spent = 0.0;
    auto expected_spent = 0.0;
    for (auto const l : p.network.links.from.ids()) {
      auto const time =
          toy::link_term(p.network.links, l, convex.goal, found.volume[l] / toy::kCarUnits).slope;
      auto const cost = time + toy::pays(p, k, l);
      spent += cost * found.class_volume(k, l) * p.classes[k].car_units;
      expected_spent += cost * convex.volume(expected, k, l);
    }
    EXPECT_NEAR(spent, expected_spent, kTolerance * expected_spent) << "class " << k.value;
  }
}

}  // namespace

TEST_P(ConvexReference, is_met_on_sioux_falls) {
  auto const folder = toy::public_networks() / "SiouxFalls";
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << folder << " is not here: the public test networks are not part of Chorsu";
  }
  auto const problem = sioux_falls(GetParam());
  ASSERT_EQ(problem.network.links.from.size(), 76U);
  auto const found = toy::solve_exactly(problem, GetParam().goal);
  auto const convex = ConvexProgram{problem, GetParam().goal};
  auto const expected = toy::minimise(convex.program);
  ASSERT_TRUE(expected.solved);

  // Ours counts from all stated demand down, as what those who stay at home forgo.
  auto const objective = toy::kCarUnits * expected.objective + convex.worth;
  EXPECT_NEAR(found.objective, objective, kTolerance * objective);
  auto const& volumes = found.volume.values;
  auto const most = *std::max_element(volumes.begin(), volumes.end());
  for (auto const l : found.volume.ids()) {
    EXPECT_NEAR(found.volume[l], convex.volume(expected, l), kTolerance * most)
        << "link " << l.value;
  }
  for (auto const& x : convex.elastic) {
    auto const demand = convex.demand(expected, x);
    EXPECT_NEAR(found.demand[x.which].values[x.trip], demand, kTolerance * demand)
        << "class " << x.which.value << ", trip " << x.trip;
  }
  expect_same_spending(convex, expected, found);
}

INSTANTIATE_TEST_SUITE_P(sioux_falls,
                         ConvexReference,
                         ::testing::ValuesIn(cases()),
                         [](auto const& tested) { return tested.param.name; });
