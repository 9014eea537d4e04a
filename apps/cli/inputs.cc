#include "inputs.h"

#include <filesystem>
#include <utility>

#include "stopwatch.h"
#include "terminal.h"

#include "chorsu/load/region.h"
#include "chorsu/load/scenario.h"

namespace chorsu::cli {

namespace {

namespace fs = std::filesystem;

void append(Findings& all, Findings const& some) {
  all.insert(all.end(), some.begin(), some.end());
}

}  // namespace

std::string region_path(Common const& common,
                        std::vector<std::string> const& scenario_files,
                        Findings& findings) {
  if (!common.region.empty()) {
    return common.region;
  }
  auto const file = scenario_files.empty() ? std::string{} : scenario_files.front();
  auto const name = file.empty() ? std::string{"region"} : scenario_region(file, findings);
  return name.empty() ? name : find_region(name, file, findings);
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
  if (has_errors(inputs.findings)) {
    inputs.region.reset();
  }
  inputs.seconds = watch.seconds();
  return inputs;
}

void tell(Findings const& findings) {
  constexpr auto kMost = 20U;
  auto told = std::size_t{0};
  for (auto const& finding : findings) {
    if (finding.severity == Severity::kError && ++told <= kMost) {
      say(to_line(finding));
    }
  }
  if (told > kMost) {
    say("and " + std::to_string(told - kMost) + " more errors; `chorsu check` lists them");
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
