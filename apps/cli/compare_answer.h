#pragma once

#include <string>
#include <vector>

#include "chorsu/report/scenario_table.h"
#include "chorsu/report/write_scenarios.h"

namespace chorsu::cli {

/// What the table at the terminal looks like.
struct CompareView {
  int columns{80};
  bool colour{false};
  bool percent{false};  ///< per cent instead of amounts
};

/// States and corridors against scenarios, a table for every metric, several where the scenarios do
/// not fit side by side: change from the baseline, and per cent of it.
std::string compare_text(Network const& network,
                         std::vector<ScenarioAnswer> const& scenarios,
                         TableChoice const& choice,
                         CompareView const& view);

std::string compare_json(Network const& network,
                         std::vector<ScenarioAnswer> const& scenarios,
                         TableChoice const& choice,
                         ScenarioFiles const& files);

}  // namespace chorsu::cli
