#pragma once

#include <string>
#include <vector>

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"
#include "chorsu/base/finding.h"

namespace chorsu {

/// What of an equilibrium is written beside its flows.
struct AssignmentChoice {
  std::vector<TrafficLinkId> select;  ///< links whose users are asked for
  bool paths{false};
  double least_vehicles{0.0};  ///< on a path that is written
};

/// Files of an assignment, as paths under the directory that was asked for; empty where not asked.
struct AssignmentFiles {
  std::string flows;        ///< link_flows.csv
  std::string gmns;         ///< the folder of node.csv and link.csv
  std::string skims;        ///< skims.omx
  std::string convergence;  ///< convergence.csv
  std::string select;       ///< select.omx
  std::string paths;        ///< paths.csv
};

struct WrittenAssignment {
  AssignmentFiles files;
  Findings findings;  ///< what could not be written, and why; empty when all is well
};

/// Writes an equilibrium into `directory` as write_run does: whole or not at all. The same
/// equilibrium gives the same bytes, apart from the seconds of convergence.csv.
WrittenAssignment write_assignment(TrafficProblem const& problem,
                                   EquilibriumSolution const& solution,
                                   AssignmentChoice const& choice,
                                   std::string const& directory);

/// "12", or "3-7" of a link without a name: what `--select` and tables call it.
std::string link_name(TrafficNetwork const& network, TrafficLinkId link);

}  // namespace chorsu
