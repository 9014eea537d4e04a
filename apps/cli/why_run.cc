#include "why_run.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "inputs.h"
#include "progress.h"

#include "chorsu/report/answers.h"
#include "chorsu/report/write_run.h"
#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

namespace fs = std::filesystem;

constexpr auto kRuns = "out";
constexpr auto kTraces = "traces.csv";
constexpr auto kFiles = {kTraces,
                         "lanes.csv",
                         "link_costs.csv",
                         "accounts.csv",
                         "corridors.csv",
                         "crossings.csv",
                         "diversion.csv",
                         "facilities.csv",
                         "flows.csv",
                         "routes.csv",
                         "observations.csv"};

/// A folder that goes when this goes.
struct PassingFolder {
  PassingFolder() {
    auto pattern = (fs::temp_directory_path() / "chorsu-why-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) {
      path = pattern;
    }
  }
  PassingFolder(PassingFolder const&) = delete;
  PassingFolder& operator=(PassingFolder const&) = delete;
  PassingFolder(PassingFolder&&) = delete;
  PassingFolder& operator=(PassingFolder&&) = delete;
  ~PassingFolder() {
    auto ignored = std::error_code{};
    if (!path.empty()) {
      fs::remove_all(path, ignored);
    }
  }

  std::string path;
};

bool has_traces(fs::path const& folder) {
  auto ignored = std::error_code{};
  return fs::is_regular_file(folder / kTraces, ignored);
}

bool is_newer(fs::path const& a, fs::path const& b) {
  auto trouble = std::error_code{};
  auto const of_a = fs::last_write_time(a, trouble);
  auto const of_b = fs::last_write_time(b, trouble);
  return !trouble && of_a > of_b;
}

/// The newest run; empty when there is none.
std::string newest_run() {
  auto newest = fs::path{};
  auto trouble = std::error_code{};
  for (auto const& entry : fs::directory_iterator{kRuns, trouble}) {
    auto const& folder = entry.path();
    if (has_traces(folder) && (newest.empty() || is_newer(folder / kTraces, newest / kTraces))) {
      newest = folder;
    }
  }
  return newest.string();
}

/// Solves a scenario and reads what its run would have written.
std::optional<TableFolder> solved(WhyCommand const& command, Terminal const& terminal, int& code) {
  auto const folder = PassingFolder{};
  auto progress = Progress{terminal, 2.0};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, {command.where});
  if (!inputs.region) {
    progress.finish();
    tell(inputs);
    code = kBadData;
    return std::nullopt;
  }
  progress.begin("solving the base year", 1.0);
  auto const settings = LogitSettings{.threads = command.common.threads};
  auto const model = prepare(*inputs.region, settings);
  progress.begin("solving the scenario", 1.0);
  auto const comparison = simulate(*model, inputs.scenarios.front(), settings);
  auto const answers = chorsu::answers(*model, comparison);
  auto const written = write_run(*model, comparison, answers, folder.path);
  progress.finish();
  if (has_errors(written.findings)) {
    tell(written.findings);
    code = kFault;
    return std::nullopt;
  }
  auto run = TableFolder{folder.path};
  for (auto const* name : kFiles) {
    table_of(run, name);
  }
  run.path = command.where;
  return run;
}

/// The folder asked for, or nothing after a message.
std::optional<TableFolder> found(WhyCommand const& command) {
  auto const folder = command.where.empty() ? newest_run() : command.where;
  if (folder.empty()) {
    say("no run below out/: `chorsu run scenarios/NAME.toml` makes one, or name a scenario");
    return std::nullopt;
  }
  if (!has_traces(folder)) {
    say(folder + ": no traces.csv there: not the folder of a run");
    return std::nullopt;
  }
  return TableFolder{folder};
}

std::optional<TableFolder> run_of(WhyCommand const& command, Terminal const& terminal, int& code) {
  code = kWrongUsage;
  if (command.where.empty() || fs::is_directory(command.where)) {
    return found(command);
  }
  if (!all_exist({command.where})) {
    return std::nullopt;
  }
  auto const scenario = fs::path{command.where};
  auto const folder = fs::path{kRuns} / scenario.stem();
  if (has_traces(folder) && is_newer(folder / kTraces, scenario)) {
    return TableFolder{folder.string()};
  }
  return solved(command, terminal, code);
}

}  // namespace

std::optional<WhyRun> why_run(WhyCommand const& command, Terminal const& terminal, int& code) {
  auto run = run_of(command, terminal, code);
  if (!run) {
    return std::nullopt;
  }
  auto findings = Findings{};
  auto const is_scenario = !command.where.empty() && !fs::is_directory(command.where);
  auto const scenarios = is_scenario ? std::vector{command.where} : std::vector<std::string>{};
  auto const region = region_path(command.common, scenarios, findings);
  if (region.empty()) {
    tell(findings);
    code = kBadData;
    return std::nullopt;
  }
  code = kOk;
  return WhyRun{std::move(*run), {region}};
}

}  // namespace chorsu::cli
