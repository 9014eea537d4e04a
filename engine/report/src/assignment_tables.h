#pragma once

#include <string>
#include <vector>

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"

namespace chorsu {

/// What the tables of an assignment are made from.
struct AssignmentInput {
  TrafficProblem const& problem;
  EquilibriumSolution const& solution;
};

/// from,to,volume,cost,time and, of several classes, volume and cost of each; a row a link.
std::string link_flows_csv(AssignmentInput const& input);

/// iteration,seconds,gap,objective
std::string convergence_csv(EquilibriumSolution const& solution);

/// The network as GMNS tables; links with what was found of them.
std::string gmns_node_csv(TrafficNetwork const& network);
std::string gmns_link_csv(AssignmentInput const& input);

/// class,origin,destination,path,vehicles,cost,nodes,links; nodes and links between semicolons,
/// links as rows of link_flows.csv, the first below the header is 1.
std::string paths_csv(AssignmentInput const& input, double least_vehicles);

}  // namespace chorsu
