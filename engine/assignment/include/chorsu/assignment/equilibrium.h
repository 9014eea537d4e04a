#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "chorsu/assignment/traffic.h"
#include "chorsu/base/grid.h"

namespace chorsu {

/// How an equilibrium is sought: origin-based bushes, or one of the link-based methods kept beside
/// them as a simple reference (Frank-Wolfe, and its conjugate and biconjugate directions).
enum class EquilibriumMethod : std::uint8_t { kBush, kFrankWolfe, kConjugate, kBiconjugate };

/// Each driver takes a path of least cost (Wardrop's first principle), or all together spend the
/// least (his second: the same with marginal costs).
enum class EquilibriumGoal : std::uint8_t { kUser, kSystem };

/// State of a solve after an iteration.
struct EquilibriumStep {
  int iteration{0};
  double seconds{0.0};  ///< since the start, reading apart
  double gap{0.0};      ///< relative, (TSTT - SPTT)/SPTT
  /// Beckmann's, of the flows that have this gap. With elastic demand it counts from demand at free
  /// flow downwards: from the usual one it differs by a constant.
  double objective{0.0};
};

struct EquilibriumSettings {
  double gap{1e-6};  ///< relative gap at which to stop
  int max_iterations{1000};
  EquilibriumMethod method{EquilibriumMethod::kBush};
  EquilibriumGoal goal{EquilibriumGoal::kUser};
  int threads{1};  ///< 0 = as many as the machine has; results do not depend on it
  /// Called after each iteration; false stops the solve with what it has.
  std::function<bool(EquilibriumStep const&)> on_step;
};

/// Work done, the same on every machine: what a benchmark compares.
struct EquilibriumCounts {
  std::size_t label_scans{0};    ///< nodes labelled
  std::size_t link_checks{0};    ///< links tested against labels
  std::size_t repairs{0};        ///< nodes relabelled after a check
  std::size_t rebuilds{0};       ///< bushes put in a new order
  std::size_t shifts{0};         ///< Newton steps on a pair of segments
  std::size_t shifted_links{0};  ///< links whose cost a shift evaluated anew
};

/// What one solve leaves behind for the next.
struct EquilibriumState;

struct EquilibriumSolution {
  Column<TrafficLinkId, double> volume;                        ///< car units, all classes
  Column<TrafficLinkId, double> time;                          ///< at that volume
  Grid<TrafficClassId, TrafficLinkId, double> class_volume;    ///< vehicles
  Column<TrafficClassId, Rows<TrafficZoneId, double>> demand;  ///< of each trip, as solved
  double gap{0.0};
  double objective{0.0};
  double total_cost{0.0};     ///< TSTT: what all drivers spend (marginal costs for kSystem)
  double shortest_cost{0.0};  ///< SPTT: what they would on least-cost paths at these costs
  double unserved{0.0};       ///< vehicles of pairs without any path; they are left out
  bool converged{false};
  double setup_seconds{0.0};
  double solve_seconds{0.0};
  std::vector<EquilibriumStep> steps;
  EquilibriumCounts counts;
  std::shared_ptr<EquilibriumState const> state;  ///< none from link-based methods
};

/// Static traffic equilibrium of Beckmann, McGuire and Winsten (1956) by origin-based bushes (Dial
/// 2006, Nie 2010), to any gap that doubles can express. Not converged is part of the answer.
EquilibriumSolution solve(TrafficProblem const& problem, EquilibriumSettings const& settings);

/// The same from the solution of a neighbour: capacities, costs, demand, and which links are open
/// may differ, nodes, zones and the ends of links may not.
EquilibriumSolution solve_from(EquilibriumSolution const& reference,
                               TrafficProblem const& problem,
                               EquilibriumSettings const& settings);

/// Least costs and what lies on the least-cost paths, from zone to zone; infinite without a path.
struct TrafficSkims {
  using Matrix = Grid<TrafficZoneId, TrafficZoneId, double>;
  Matrix cost;  ///< generalised, in units of time
  Matrix time;
  Matrix length;
  Matrix toll;
};
TrafficSkims skim(TrafficProblem const& problem,
                  EquilibriumSolution const& solution,
                  TrafficClassId which);

/// Vehicles of one class from zone to zone that pass `link`. Which of an origin's drivers take
/// which approach of a node is not determined by an equilibrium: they are split in proportion.
Grid<TrafficZoneId, TrafficZoneId, double> select_link(TrafficProblem const& problem,
                                                       EquilibriumSolution const& solution,
                                                       TrafficClassId which,
                                                       TrafficLinkId link);

/// A path that carries flow.
struct UsedPath {
  TrafficZoneId origin;
  TrafficZoneId destination;
  double vehicles{0.0};
  double cost{0.0};
  std::vector<TrafficLinkId> links;
};

/// Paths of one class with at least `least` vehicles, dominant first within a pair, that explain
/// the flows of the bushes: each is the widest left when those before it are taken away.
std::vector<UsedPath> used_paths(TrafficProblem const& problem,
                                 EquilibriumSolution const& solution,
                                 TrafficClassId which,
                                 double least);

}  // namespace chorsu
