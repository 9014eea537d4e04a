#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "commands.h"

#include "chorsu/base/finding.h"
#include "chorsu/run/region.h"
#include "chorsu/run/scenario.h"

namespace chorsu::cli {

/// The package to read: what --region says, else the one that the first scenario names (see
/// find_region), else data/region. Empty, with a finding, when there is none.
std::string region_path(Common const& common,
                        std::vector<std::string> const& scenario_files,
                        Findings& findings);

/// What was read, and how long that took.
struct Inputs {
  std::unique_ptr<Region> region;  ///< none when a finding of it or of a scenario is an error
  std::vector<Scenario> scenarios;
  Findings findings;
  double seconds{0.0};
};

Inputs read_inputs(Common const& common, std::vector<std::string> const& scenario_files);

/// The errors among findings, on stderr, how many more there are, and `rest`: where to see those.
void tell(Findings const& findings, std::string_view rest = {});

/// The same of a package and its scenarios.
void tell(Inputs const& inputs);

/// Warnings and notes among findings, on stderr; errors are told apart.
void tell_others(Findings const& findings);

/// False, after a message, when one of the files is not there.
bool all_exist(std::vector<std::string> const& files);

}  // namespace chorsu::cli
