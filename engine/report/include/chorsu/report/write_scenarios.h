#pragma once

#include <span>
#include <string>

#include "chorsu/base/finding.h"
#include "chorsu/report/scenario_table.h"

namespace chorsu {

/// Files of a comparison, as paths under the directory that was asked for.
struct ScenarioFiles {
  std::string html;
  std::string csv;
  std::string xlsx;
};

struct WrittenScenarios {
  ScenarioFiles files;
  Findings findings;  ///< what could not be written, and why; empty when all is well
};

/// Writes compare.html, compare.csv and compare.xlsx into `directory` as write_run does: whole or
/// not at all, the same scenarios in the same bytes.
WrittenScenarios write_scenarios(Network const& network,
                                 std::span<ScenarioAnswer const> scenarios,
                                 TableChoice const& choice,
                                 std::string const& directory);

}  // namespace chorsu
