#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare_answer.h"
#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "progress.h"
#include "side_by_side.h"
#include "verbs.h"

#include "chorsu/load/resolve.h"
#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

/// What the words of a command line mean; none, after a message, when one means nothing.
template <typename T>
using Meant = std::optional<std::vector<T>>;

std::string listed(std::vector<std::string> const& words) {
  auto text = std::string{};
  for (auto const& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

Meant<Metric const*> metrics_of(std::vector<std::string> const& words) {
  auto metrics = std::vector<Metric const*>{};
  for (auto const& word : words) {
    auto const* const metric = find_metric(word);
    if (metric == nullptr) {
      auto known = std::vector<std::string>{};
      for (auto const& m : all_metrics()) {
        known.emplace_back(m.key);
      }
      say("no metric '" + word + "': there are " + listed(known));
      return std::nullopt;
    }
    metrics.push_back(metric);
  }
  return metrics;
}

/// The places of one kind that the words mean, as `id` of them.
template <typename Id>
Meant<Id> places_of(Region const& region,
                    std::vector<std::string> const& words,
                    PlaceKind kind,
                    Id Place::* id) {
  auto places = std::vector<Id>{};
  for (auto const& word : words) {
    auto const found = resolve_place(region, word, std::array{kind});
    if (!found.place) {
      auto const near = listed(found.suggestions);
      say(std::string{"no "} + to_string(kind) + " '" + word + "'" +
          (near.empty() ? std::string{"; `chorsu levers --kind "} + to_string(kind) + "` lists them"
                        : "; did you mean " + near + "?"));
      return std::nullopt;
    }
    places.push_back((*found.place).*id);
  }
  return places;
}

std::optional<TableChoice> choice_of(CompareCommand const& command, Region const& region) {
  auto metrics = metrics_of(command.metrics);
  auto states = places_of(region, command.states, PlaceKind::kState, &Place::state);
  auto corridors = places_of(region, command.corridors, PlaceKind::kCorridor, &Place::corridor);
  if (!metrics || !states || !corridors) {
    return std::nullopt;
  }
  return TableChoice{std::move(*metrics), std::move(*states), std::move(*corridors)};
}

/// Puts all baselines on the day asked for. False, after a message, when it lies before a change.
bool put_on_one_day(std::string const& text, std::vector<Scenario>& scenarios) {
  if (text.empty()) {
    return true;
  }
  auto const date = Date::parse(text);
  if (!date) {
    say("--date: '" + text + "' is no date; give 2035-01-01, 2035-01 or 2035");
    return false;
  }
  for (auto& scenario : scenarios) {
    if (*date < scenario.baseline_date) {
      say("--date " + to_string(*date) + " lies before the last change of " + scenario.id + ", " +
          to_string(scenario.baseline_date) + "; give that day or a later one");
      return false;
    }
    scenario.baseline_date = *date;
  }
  return true;
}

/// False, after a message, when two scenarios would go by one name.
bool have_names_of_their_own(std::vector<Scenario> const& scenarios) {
  auto ids = std::set<std::string>{};
  for (auto const& scenario : scenarios) {
    if (!ids.insert(scenario.id).second) {
      say("two scenarios are called " + scenario.id + ": give them names of their own");
      return false;
    }
  }
  return true;
}

/// All scenarios, solved several at a time.
std::vector<ScenarioAnswer> solved(Region const& region,
                                   std::vector<Scenario> const& scenarios,
                                   int threads,
                                   Progress& progress) {
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(region, {.threads = threads});
  auto const settings = LogitSettings{.threads = threads_each(scenarios.size(), threads)};
  auto result = std::vector<ScenarioAnswer>(scenarios.size());
  auto const solve = [&](std::size_t i) {
    result[i] = {scenarios[i], answers(*model, simulate(*model, scenarios[i], settings))};
  };
  auto const next = [&](std::size_t i) {
    auto const done = std::to_string(i + 1U) + " of " + std::to_string(scenarios.size());
    progress.begin(done + " scenarios done", 1.0);
  };
  progress.begin("solving the scenarios", 1.0);
  side_by_side(scenarios.size(), threads, solve, next);
  progress.finish();
  return result;
}

int code_of(std::vector<ScenarioAnswer> const& scenarios) {
  auto code = static_cast<int>(kOk);
  for (auto const& s : scenarios) {
    if (!s.answers.quality.converged) {
      say(s.scenario.id + ": not converged");
      code = kAnswerIsNo;
    }
  }
  return code;
}

WrittenScenarios write_whole(Network const& network,
                             std::vector<ScenarioAnswer> const& scenarios,
                             TableChoice const& choice,
                             std::string const& folder) {
  if (folder.empty()) {
    return {};
  }
  auto const uninterrupted = UninterruptedPart{};
  return write_scenarios(network, scenarios, choice, folder);
}

bool can_write(std::string const& folder) {
  auto const why = folder.empty() ? std::string{} : why_not_writable(folder);
  if (!why.empty()) {
    say("--out: " + why);
  }
  return why.empty();
}

}  // namespace

int compare(CompareCommand const& command, Terminal const& terminal) {
  if (!all_exist(command.scenarios) || !can_write(command.out)) {
    return kWrongUsage;
  }
  auto progress = Progress{terminal, 2.0 + static_cast<double>(command.scenarios.size())};
  progress.begin("reading the package", 0.0);
  auto inputs = read_inputs(command.common, command.scenarios);
  if (!inputs.region) {
    progress.finish();
    tell(inputs);
    return kBadData;
  }
  auto const choice = choice_of(command, *inputs.region);
  if (!choice || !have_names_of_their_own(inputs.scenarios) ||
      !put_on_one_day(command.date, inputs.scenarios)) {
    return kWrongUsage;
  }
  auto const& network = inputs.region->network;
  auto const scenarios = solved(*inputs.region, inputs.scenarios, command.common.threads, progress);
  auto const written = write_whole(network, scenarios, *choice, command.out);
  if (has_errors(written.findings)) {
    tell(written.findings);
    return kFault;
  }
  auto const view = CompareView{terminal.columns, terminal.colour, command.percent};
  print(command.common.json ? compare_json(network, scenarios, *choice, written.files)
                            : compare_text(network, scenarios, *choice, view));
  if (!command.common.json && !command.out.empty()) {
    print("\nFiles: " + written.files.html + ", compare.csv, compare.xlsx\n");
  }
  return code_of(scenarios);
}

}  // namespace chorsu::cli
