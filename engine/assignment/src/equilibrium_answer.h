#pragma once

#include <vector>

#include "bush_solver.h"
#include "traffic_graph.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu {

using ClassVolumes = Grid<TrafficClassId, TrafficLinkId, double>;

/// Whether no link of the bush's used part is shut.
bool is_passable(Bush const& bush, FoldedGraph const& graph, TrafficClassId which);

/// Car units by class on stated links: those in dead ends, and those of the bushes.
ClassVolumes stated_volumes(EquilibriumState const& state, BushSolver& solver);

/// Beckmann's objective: integrals of link times, and what classes pay besides.
double beckmann(std::vector<LinkCost> const& cost,
                ClassVolumes const& extra,
                ClassVolumes const& volumes);

/// Volumes and times of the network's own links, and demand, from volumes of the stated ones.
void publish(TrafficProblem const& problem,
             StatedTraffic const& stated,
             ClassVolumes const& volumes,
             EquilibriumSolution& solution);

/// The same problem by a link-based method.
EquilibriumSolution solve_links(TrafficProblem const& problem, EquilibriumSettings const& settings);

}  // namespace chorsu
