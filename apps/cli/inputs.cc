#include "inputs.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "figures.h"
#include "stopwatch.h"
#include "terminal.h"

#include "chorsu/load/region.h"
#include "chorsu/load/scenario.h"

namespace chorsu::cli {

namespace {

namespace fs = std::filesystem;

/// Where a package lies when neither an option nor a scenario says so.
constexpr auto kHere = "data/region";

void append(Findings& all, Findings const& some) {
  all.insert(all.end(), some.begin(), some.end());
}

/// Scenarios of one command share one region.
void check_regions(Common const& common,
                   std::vector<Scenario> const& scenarios,
                   Findings& findings) {
  for (auto const& scenario : scenarios) {
    auto const& first = scenarios.front();
    if (common.region.empty() && scenario.region != first.region) {
      findings.push_back({.file = scenario.file,
                          .column = "region",
                          .message = "another region than that of " + first.file,
                          .remedy = "Run them apart, or name one for all with --region."});
    }
  }
}

}  // namespace

std::string region_path(Common const& common,
                        std::vector<std::string> const& scenario_files,
                        Findings& findings) {
  if (!common.region.empty()) {
    return common.region;
  }
  if (!scenario_files.empty()) {
    auto const& file = scenario_files.front();
    auto const name = scenario_region(file, findings);
    return name.empty() ? name : find_region(name, file, findings);
  }
  if (fs::is_directory(kHere)) {
    return kHere;
  }
  findings.push_back({.file = kHere,
                      .column = {},
                      .message = "no region package here",
                      .remedy = "Go to the folder that holds it, or name one with --region."});
  return {};
}

Inputs read_inputs(Common const& common, std::vector<std::string> const& scenario_files) {
  auto const watch = Stopwatch{};
  auto inputs = Inputs{};
  auto const path = region_path(common, scenario_files, inputs.findings);
  if (path.empty()) {
    return inputs;
  }
  auto loaded = load_region(path);
  append(inputs.findings, loaded.findings);
  if (!loaded.region) {
    return inputs;
  }
  inputs.region = std::move(loaded.region);
  for (auto const& file : scenario_files) {
    auto scenario = load_scenario(file, *inputs.region);
    append(inputs.findings, scenario.findings);
    if (scenario.scenario) {
      inputs.scenarios.push_back(std::move(*scenario.scenario));
    }
  }
  check_regions(common, inputs.scenarios, inputs.findings);
  if (has_errors(inputs.findings)) {
    inputs.region.reset();
  }
  inputs.seconds = watch.seconds();
  return inputs;
}

void tell(Findings const& findings, std::string_view rest) {
  constexpr auto kMost = 20U;
  auto told = std::size_t{0};
  for (auto const& finding : findings) {
    if (finding.severity == Severity::kError && ++told <= kMost) {
      say(to_line(finding));
    }
  }
  if (told > kMost) {
    say(fmt::format("and {}{}", counted(told - kMost, "more error"), rest));
  }
}

void tell(Inputs const& inputs) {
  tell(inputs.findings, "; `chorsu check` lists them");
}

void tell_others(Findings const& findings) {
  constexpr auto kMost = 20U;
  auto told = std::size_t{0};
  for (auto const& finding : findings) {
    if (finding.severity != Severity::kError && ++told <= kMost) {
      say(to_line(finding));
    }
  }
  if (told > kMost) {
    say("and " + std::to_string(told - kMost) + " more warnings and notes");
  }
}

bool all_exist(std::vector<std::string> const& files) {
  for (auto const& file : files) {
    if (!fs::exists(file)) {
      say("no such file: " + file);
      return false;
    }
  }
  return true;
}

}  // namespace chorsu::cli
