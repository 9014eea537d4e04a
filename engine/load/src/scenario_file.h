#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "problems.h"
#include "toml_tree.h"

#include "chorsu/run/region.h"
#include "chorsu/run/scenario.h"

namespace chorsu {

/// A scenario file while it is read.
struct ScenarioFile {
  std::string path;
  Region const& region;
  Problems problems;
  Scenario scenario;
  std::vector<TomlEntry const*> lever_entries;  ///< where each lever of the scenario stands
};

/// A finding about a key or its value.
void report(ScenarioFile& file,
            TomlEntry const& entry,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

/// False, with a finding, when a key is not among `known`.
bool check_key(ScenarioFile& file, TomlEntry const& entry, std::span<std::string const> known);

/// The same for every key of a table.
void check_keys(ScenarioFile& file, TomlValue const& table, std::span<std::string const> known);

/// The text of a key, empty when it is not there.
std::string text_of(ScenarioFile& file, TomlValue const& table, std::string_view key);

/// The day of a key: a local date, or the text or number of a year or month.
std::optional<Date> date_of(ScenarioFile& file, TomlValue const& table, std::string_view key);

/// Reads one [[change]] into levers.
void read_change(ScenarioFile& file, TomlValue const& change);

/// Checks the ranges of [uncertain].
void check_uncertain(ScenarioFile& file, TomlValue const& table);

}  // namespace chorsu
