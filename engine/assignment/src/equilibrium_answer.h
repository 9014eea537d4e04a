#pragma once

#include <memory>

#include "bush_solver.h"
#include "traffic_graph.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu {

/// Whether no link of the bush's used part is shut.
bool is_passable(Bush const& bush, FoldedGraph const& graph, TrafficClassId which);

/// Beckmann's objective of the bushes' volumes: integrals of link times, and what classes pay
/// besides.
double beckmann(StatedTraffic const& stated, EquilibriumState const& state, BushSolver& solver);

/// Volumes of the network's own links, demand and state.
void publish(TrafficProblem const& problem,
             StatedTraffic const& stated,
             std::shared_ptr<EquilibriumState> state,
             BushSolver& solver,
             EquilibriumSolution& solution);

/// The same problem by a link-based method.
EquilibriumSolution solve_links(TrafficProblem const& problem, EquilibriumSettings const& settings);

}  // namespace chorsu
