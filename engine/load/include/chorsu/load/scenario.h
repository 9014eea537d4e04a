#pragma once

#include <memory>
#include <string>

#include "chorsu/base/finding.h"
#include "chorsu/run/region.h"
#include "chorsu/run/scenario.h"

namespace chorsu {

struct LoadedScenario {
  std::unique_ptr<Scenario> scenario;  ///< none when a finding is an error
  Findings findings;                   ///< in the file's order
};

/// Reads a scenario file and resolves its names in the region. Everything wrong is collected;
/// nothing is thrown.
LoadedScenario load_scenario(std::string const& path, Region const& region);

/// The region that a scenario file names, "region" where it names none; empty, with a finding, when
/// the file cannot be read.
std::string scenario_region(std::string const& path, Findings& findings);

/// The folder of a region package: a path as it is, else data/<name> in the working directory or in
/// a folder above the scenario file. Empty, with a finding and the nearest name, when there is
/// none.
std::string find_region(std::string const& name,
                        std::string const& scenario_path,
                        Findings& findings);

}  // namespace chorsu
