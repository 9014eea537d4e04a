#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.h"

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"
#include "chorsu/base/finding.h"

namespace chorsu::cli {

/// What a solve is given, or what to exit with.
struct AssignInputs {
  std::unique_ptr<TrafficProblem> problem;
  std::vector<TrafficLinkId> select;
  int exit_code{kOk};
  double seconds{0.0};  ///< that reading took
};

/// False, after a message, where the words of the command line do not go together.
bool makes_sense(AssignCommand const& command);

/// Reads the files of the command and puts its weights and factors into the classes; tells what is
/// wrong and what else is worth knowing.
AssignInputs read_assign_inputs(AssignCommand const& command);

EquilibriumSettings settings_of(AssignCommand const& command);

}  // namespace chorsu::cli
