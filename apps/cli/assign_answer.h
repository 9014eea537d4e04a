#pragma once

#include <string>

#include "commands.h"

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"
#include "chorsu/report/write_assignment.h"

namespace chorsu::cli {

struct AssignAnswer {
  AssignCommand const& command;
  TrafficProblem const& problem;
  EquilibriumSolution const& solution;
  AssignmentFiles const& files;
  double read_seconds;
  double peak_mb;  ///< most memory that the program has held so far
};

/// Trips as solved, of all classes.
double trips_of(EquilibriumSolution const& solution);

/// The file or folder that the network was read from.
std::string network_of(AssignCommand const& command);

std::string assign_text(AssignAnswer const& answer);

/// {network, zones, nodes, links, classes, method, goal, threads, gap, objective, iterations, ...}
std::string assign_json(AssignAnswer const& answer);

}  // namespace chorsu::cli
