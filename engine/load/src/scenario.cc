#include "chorsu/load/scenario.h"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "scenario_file.h"
#include "table_reader.h"

namespace chorsu {

namespace {

constexpr auto kDefaultRegion = "region";

std::vector<std::string> const& known_metrics() {
  static auto const metrics = std::vector<std::string>{"transit_tonnes",
                                                       "transit_revenue",
                                                       "trade_cost",
                                                       "surplus",
                                                       "exposure",
                                                       "diversion",
                                                       "tonnes",
                                                       "corridors",
                                                       "recognition",
                                                       "threat"};
  return metrics;
}

/// A top-level table; none, with a finding, when the key holds something else.
TomlValue const* table_of(ScenarioFile& file, TomlValue const& root, std::string_view key) {
  auto const* const entry = find(root, key);
  if (entry != nullptr && entry->value.kind != TomlKind::kTable) {
    report(file,
           *entry,
           fmt::format("{} where a table is expected", to_string(entry->value.kind)),
           fmt::format("Write [{}].", key));
    return nullptr;
  }
  return entry == nullptr ? nullptr : &entry->value;
}

void check_step(ScenarioFile& file, TomlValue const& table) {
  auto const step = text_of(file, table, "step");
  if (!step.empty() && step != "none") {
    report(file,
           *find(table, "step"),
           "runs with steps are not available yet",
           "Leave step out: the run compares two years.");
  }
}

void read_head(ScenarioFile& file, TomlValue const& table) {
  static auto const keys =
      std::vector<std::string>{"title", "why", "region", "start", "end", "step", "baseline_date"};
  check_keys(file, table, keys);
  auto& scenario = file.scenario;
  scenario.title = text_of(file, table, "title");
  scenario.why = text_of(file, table, "why");
  auto region = text_of(file, table, "region");
  scenario.region = region.empty() ? kDefaultRegion : std::move(region);
  auto const start = date_of(file, table, "start");
  auto const end = date_of(file, table, "end");
  scenario.start = start.value_or(Date{});
  if (start && end && *end <= *start) {
    report(file, *find(table, "end"), "ends before it starts", "Write a day after start.");
  }
  check_step(file, table);
}

void check_title(ScenarioFile& file, TomlValue const& root) {
  if (file.scenario.title.empty() && file.problems.errors == 0U) {
    auto const* const head = find(root, "scenario");
    add(file.problems,
        {Severity::kError,
         file.path,
         head == nullptr ? 1U : head->line,
         "title",
         "a scenario without a title",
         "Write title = \"...\" under [scenario]."});
  }
}

void read_changes(ScenarioFile& file, TomlValue const& root) {
  auto const* const entry = find(root, "change");
  if (entry == nullptr) {
    return;
  }
  auto const is_list = entry->value.kind == TomlKind::kArray &&
                       std::ranges::all_of(entry->value.items, [](TomlValue const& item) {
                         return item.kind == TomlKind::kTable;
                       });
  if (!is_list) {
    report(file, *entry, "a change is no list of tables", "Write [[change]] above each.");
    return;
  }
  for (auto const& change : entry->value.items) {
    read_change(file, change);
  }
}

/// Whether a lever opens a project, by itself or with what it needs.
bool opens(Projects const& projects, Lever const& lever, ProjectId project) {
  auto const opened = with_needs(projects, lever.projects);
  return std::ranges::find(opened, project) != opened.end();
}

void check_excluded(ScenarioFile& file) {
  auto const& projects = file.region.projects;
  auto const& levers = file.scenario.levers;
  auto opened = std::vector<ProjectId>{};
  for (auto const& lever : levers) {
    if (lever.kind == LeverKind::kOpen) {
      opened.insert(opened.end(), lever.projects.begin(), lever.projects.end());
    }
  }
  for (auto const& [a, b] : conflicts(projects, opened)) {
    auto last = std::size_t{0};
    for (auto i = std::size_t{0}; i < levers.size(); ++i) {
      auto const either = opens(projects, levers[i], a) || opens(projects, levers[i], b);
      last = levers[i].kind == LeverKind::kOpen && either ? i : last;
    }
    report(file,
           *file.lever_entries[last],
           fmt::format("projects '{}' and '{}' exclude each other", projects.id[a], projects.id[b]),
           "Open one of them.");
  }
}

/// The day of the last change, unless the file says another.
void set_baseline(ScenarioFile& file, TomlValue const& root) {
  auto const* const head = find(root, "scenario");
  auto const given = head == nullptr ? std::nullopt : date_of(file, head->value, "baseline_date");
  auto last = std::optional<Date>{};
  for (auto const& lever : file.scenario.levers) {
    last = last ? std::max(*last, lever.date) : lever.date;
  }
  if (!given && !last && file.problems.errors == 0U) {
    add(file.problems,
        {Severity::kError,
         file.path,
         0U,
         "change",
         "a scenario without a change",
         "Add [[change]] with a date and a lever, or a baseline_date."});
  }
  if (given && last && *given < *last) {
    report(file,
           *find(head->value, "baseline_date"),
           fmt::format("changes after {} have no effect", to_string(*given)),
           fmt::format("The last change is on {}.", to_string(*last)),
           Severity::kWarning);
  }
  file.scenario.baseline_date = given.value_or(last.value_or(Date{}));
}

void read_metrics(ScenarioFile& file, TomlValue const& table) {
  static auto const keys = std::vector<std::string>{"metrics"};
  check_keys(file, table, keys);
  auto const* const entry = find(table, "metrics");
  if (entry == nullptr) {
    return;
  }
  if (entry->value.kind != TomlKind::kArray) {
    report(file,
           *entry,
           fmt::format("{} where a list is expected", to_string(entry->value.kind)),
           "Write metrics = [\"transit_tonnes\"].");
  }
  for (auto const& item : entry->value.items) {
    if (std::ranges::find(known_metrics(), item.text) == known_metrics().end()) {
      report(file,
             *entry,
             fmt::format("unknown metric {}", in_quotes(item.text)),
             suggestion(file.problems, item.text, known_metrics()));
    }
    file.scenario.metrics.push_back(item.text);
  }
}

void check_region(ScenarioFile& file, TomlValue const& head) {
  auto const& wanted = file.scenario.region;
  auto const folder = std::filesystem::path{file.region.path}.lexically_normal();
  auto const path = std::filesystem::path{wanted}.lexically_normal();
  if (wanted != file.region.name && path.filename() != folder.filename() &&
      find(head, "region") != nullptr) {
    report(file,
           *find(head, "region"),
           fmt::format(
               "asks for region {}, read with {}", in_quotes(wanted), in_quotes(file.region.name)),
           {},
           Severity::kWarning);
  }
}

void read_all(ScenarioFile& file, TomlValue const& root) {
  static auto const keys = std::vector<std::string>{"scenario", "change", "uncertain", "report"};
  check_keys(file, root, keys);
  if (auto const* const head = table_of(file, root, "scenario")) {
    read_head(file, *head);
    check_region(file, *head);
  }
  check_title(file, root);
  read_changes(file, root);
  if (auto const* const uncertain = table_of(file, root, "uncertain")) {
    check_uncertain(file, *uncertain);
  }
  if (auto const* const metrics = table_of(file, root, "report")) {
    read_metrics(file, *metrics);
  }
  check_excluded(file);
  set_baseline(file, root);
}

Findings by_line(Findings const& findings) {
  auto sorted = std::multimap<std::size_t, Finding>{};
  for (auto const& finding : findings) {
    sorted.emplace(finding.row, finding);
  }
  auto result = Findings{};
  for (auto const& [row, finding] : sorted) {
    result.push_back(finding);
  }
  return result;
}

}  // namespace

LoadedScenario load_scenario(std::string const& path, Region const& region) {
  auto file = ScenarioFile{
      .path = path, .region = region, .problems = {}, .scenario = {}, .lever_entries = {}};
  file.scenario.file = path;
  file.scenario.id = std::filesystem::path{path}.stem().string();
  try {
    if (auto const root = read_toml(path, file.problems)) {
      read_all(file, *root);
    }
  } catch (std::exception const& e) {
    add(file.problems, {Severity::kError, path, 0U, {}, "cannot be read: " + shown(e.what()), {}});
  }
  auto const is_sound = file.problems.errors == 0U;
  return {.scenario = is_sound ? std::make_unique<Scenario>(std::move(file.scenario)) : nullptr,
          .findings = by_line(finish(std::move(file.problems)))};
}

std::string scenario_region(std::string const& path, Findings& findings) {
  auto problems = Problems{};
  auto const root = read_toml(path, problems);
  auto found = finish(std::move(problems));
  findings.insert(findings.end(), found.begin(), found.end());
  if (!root) {
    return {};
  }
  auto const* const head = find(*root, "scenario");
  auto const* const region = head == nullptr ? nullptr : find(head->value, "region");
  auto const is_named = region != nullptr && !region->value.text.empty();
  return is_named ? region->value.text : kDefaultRegion;
}

}  // namespace chorsu
