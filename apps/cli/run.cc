#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "progress.h"
#include "selections.h"
#include "stopwatch.h"
#include "verbs.h"

#include "chorsu/report/answers.h"
#include "chorsu/report/run_json.h"
#include "chorsu/report/terminal_table.h"
#include "chorsu/report/write_run.h"
#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

namespace fs = std::filesystem;

/// A scenario's share of the time, for the bar: the solve of the base year is 1, reading nothing.
constexpr auto kScenarioWork = 1.0;

std::string folder_of(RunCommand const& command, std::string const& file) {
  auto const id = fs::path{file}.stem();
  if (command.out.empty()) {
    return (fs::path{"out"} / id).string();
  }
  return command.scenarios.size() == 1U ? command.out : (fs::path{command.out} / id).string();
}

/// False, after a message, when results have no place to go.
bool has_places(RunCommand const& command) {
  auto folders = std::set<std::string>{};
  for (auto const& file : command.scenarios) {
    auto const folder = folder_of(command, file);
    if (!folders.insert(folder).second) {
      say("two scenarios would write into " + folder + ": give them names of their own");
      return false;
    }
    if (auto const why = why_not_writable(folder); !why.empty()) {
      say("--out: " + why);
      return false;
    }
  }
  return true;
}

/// One scenario, solved, written and put into words.
struct RunAnswer {
  std::string text;
  int code{kOk};
};

int code_of(WrittenRun const& written, Answers const& answers, Scenario const& scenario) {
  for (auto const& finding : written.findings) {
    say(to_line(finding));
  }
  if (has_errors(written.findings)) {
    return kFault;
  }
  if (!answers.quality.converged) {
    say(scenario.id + ": not converged");
    return kAnswerIsNo;
  }
  return kOk;
}

WrittenRun write_whole(Model const& model,
                       Comparison const& comparison,
                       Answers const& answers,
                       std::vector<Selection> const& places,
                       std::string const& folder) {
  auto const uninterrupted = UninterruptedPart{};
  return write_run(model, comparison, answers, folder, places);
}

RunAnswer answer_of(RunCommand const& command,
                    Model const& model,
                    std::vector<Selection> const& places,
                    Comparison const& comparison,
                    double load_seconds,
                    bool colour) {
  auto const watch = Stopwatch{};
  auto const answers = chorsu::answers(model, comparison);
  auto const folder = folder_of(command, comparison.scenario.file);
  auto const written = write_whole(model, comparison, answers, places, folder);
  auto const code = code_of(written, answers, comparison.scenario);
  if (command.common.json) {
    auto const seconds = RunSeconds{.load = load_seconds, .report = watch.seconds()};
    return {run_json(model, comparison, answers, written.files, seconds), code};
  }
  return {terminal_table(model, comparison, answers, written.files, colour), code};
}

/// Several objects are one object: {"runs":[...]}.
std::string joined(std::vector<std::string> const& objects) {
  auto text = std::string{"{\"runs\":["};
  for (auto const& object : objects) {
    text += (&object == &objects.front() ? "" : ",") + object;
  }
  return text + "]}\n";
}

}  // namespace

int run(RunCommand const& command, Terminal const& terminal) {
  if (!all_exist(command.scenarios) || !has_places(command)) {
    return kWrongUsage;
  }
  auto const count = static_cast<double>(command.scenarios.size());
  auto progress = Progress{terminal, 1.0 + count * kScenarioWork};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, command.scenarios);
  if (!inputs.region) {
    progress.finish();
    tell(inputs.findings);
    return kBadData;
  }
  auto const places = find_selections(*inputs.region, command.through);
  if (!places) {
    progress.finish();
    return kWrongUsage;
  }
  auto const settings = LogitSettings{.threads = command.common.threads};
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(*inputs.region, settings);
  auto objects = std::vector<std::string>{};
  auto code = static_cast<int>(kOk);
  for (auto const& scenario : inputs.scenarios) {
    progress.begin(scenario.id, kScenarioWork);
    auto const comparison = simulate(*model, scenario, settings);
    progress.clear();
    auto answer = answer_of(command, *model, *places, comparison, inputs.seconds, terminal.colour);
    code = std::max(code, answer.code);
    if (command.common.json) {
      objects.push_back(std::move(answer.text));
    } else {
      print(answer.text);
    }
  }
  progress.finish();
  if (command.common.json) {
    print(objects.size() == 1U ? objects.front() : joined(objects));
  }
  return code;
}

}  // namespace chorsu::cli
