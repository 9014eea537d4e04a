#pragma once

#include <array>
#include <cmath>
#include <span>

#include "gtest/gtest.h"
#include "traffic_net.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu::toy {

constexpr auto kGoals = std::array{EquilibriumGoal::kUser, EquilibriumGoal::kSystem};

inline EquilibriumSolution solve_exactly(TrafficProblem const& problem, EquilibriumGoal goal) {
  auto settings = EquilibriumSettings{};
  settings.gap = 1e-13;
  settings.goal = goal;
  auto solution = solve(problem, settings);
  EXPECT_TRUE(solution.converged) << "gap " << solution.gap;
  return solution;
}

inline void expect_close(double found, double expected, double scale) {
  EXPECT_NEAR(found, expected, 1e-10 * scale);
}

/// Time of a road at a volume; for the system's goal t + v·dt/dv.
inline double time_at(Road const& r, EquilibriumGoal goal, double volume) {
  auto const more = goal == EquilibriumGoal::kSystem ? r.power + 1.0 : 1.0;
  return r.free_flow_time * (1.0 + more * r.b * std::pow(volume / r.capacity, r.power));
}

/// The volume at which a road has that time; 0 when it never is so quick.
inline double volume_at(Road const& r, EquilibriumGoal goal, double time) {
  auto const more = goal == EquilibriumGoal::kSystem ? r.power + 1.0 : 1.0;
  auto const x = std::fmax(0.0, time / r.free_flow_time - 1.0) / (more * r.b);
  return r.capacity * std::pow(x, 1.0 / r.power);
}

/// Parallel roads between two zones.
struct Parallel {
  TrafficNet net;
  TrafficZoneId from;
  TrafficZoneId to;

  Parallel(std::span<Road const> roads, bool through) {
    auto const a = net.node(through);
    auto const b = net.node(through);
    for (auto const& road : roads) {
      net.link(a, b, road);
    }
    from = net.zone(a);
    to = net.zone(b);
  }
};

}  // namespace chorsu::toy
