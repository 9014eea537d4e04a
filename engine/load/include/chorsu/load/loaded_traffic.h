#pragma once

#include <memory>

#include "chorsu/assignment/traffic.h"
#include "chorsu/base/finding.h"

namespace chorsu {

/// A network with its trips, read from anyone's files.
struct LoadedTraffic {
  std::unique_ptr<TrafficProblem> problem;  ///< none when a finding is an error
  Findings findings;                        ///< in the order in which the files are read
};

}  // namespace chorsu
