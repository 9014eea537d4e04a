#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lever.h"
#include "table_reader.h"

namespace chorsu {

namespace {

std::vector<std::string> names_to_choose(Evidence const& evidence) {
  auto names = evidence.strains.id.values;
  for (auto const subject : evidence.strain_drivers.subject.values) {
    names.push_back(evidence.subjects.id[subject]);
  }
  return names;
}

void add_settings(ScenarioFile& file,
                  TomlEntry const& entry,
                  std::string const& name,
                  Lever& lever) {
  auto const& evidence = file.region.evidence;
  auto const settings = strain_settings(evidence, name, lever.value);
  lever.strains.insert(lever.strains.end(), settings.begin(), settings.end());
  if (settings.empty()) {
    report(file,
           entry,
           fmt::format("no strain, and nothing a strain is made of, called {}", in_quotes(name)),
           suggestion(file.problems, name, names_to_choose(evidence)));
  }
}

}  // namespace

void read_strain_names(ScenarioFile& file, TomlEntry const& entry, Lever& lever) {
  auto const is_list = entry.value.kind == TomlKind::kArray;
  for (auto const& name : is_list ? entry.value.items : std::vector{entry.value}) {
    if (name.kind == TomlKind::kText) {
      add_settings(file, entry, name.text, lever);
    } else {
      report(file,
             entry,
             fmt::format("{} where an id is expected", to_string(name.kind)),
             "Write the id of a strain or of what it is made of, in quotes.");
    }
  }
}

std::string strain_line(Region const& region, Lever const& lever) {
  auto names = std::vector<std::string>{};
  auto const& evidence = region.evidence;
  for (auto const& setting : lever.strains) {
    auto const name = setting.driver.is_none()
                          ? evidence.strains.id[setting.strain]
                          : evidence.subjects.id[evidence.strain_drivers.subject[setting.driver]];
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
  return fmt::format(
      "{} strain of {} set to {}", to_string(lever.date), fmt::join(names, ", "), lever.value);
}

}  // namespace chorsu
