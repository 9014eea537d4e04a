#include "scenario_file.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "table_reader.h"

namespace chorsu {

void report(ScenarioFile& file,
            TomlEntry const& entry,
            std::string message,
            std::string remedy,
            Severity severity) {
  add(file.problems,
      {severity, file.path, entry.line, shown(entry.key), std::move(message), std::move(remedy)});
}

bool check_key(ScenarioFile& file, TomlEntry const& entry, std::span<std::string const> known) {
  auto const is_known = std::ranges::find(known, entry.key) != known.end();
  if (!is_known) {
    report(file,
           entry,
           fmt::format("unknown key {} at column {}", in_quotes(entry.key), entry.column),
           suggestion(file.problems, entry.key, known));
  }
  return is_known;
}

void check_keys(ScenarioFile& file, TomlValue const& table, std::span<std::string const> known) {
  for (auto const& entry : table.entries) {
    check_key(file, entry, known);
  }
}

std::string text_of(ScenarioFile& file, TomlValue const& table, std::string_view key) {
  auto const* const entry = find(table, key);
  if (entry == nullptr) {
    return {};
  }
  if (entry->value.kind != TomlKind::kText) {
    report(file,
           *entry,
           fmt::format("{} where a text is expected", to_string(entry->value.kind)),
           "Put it in quotes.");
  }
  return entry->value.text;
}

std::optional<Date> date_of(ScenarioFile& file, TomlValue const& table, std::string_view key) {
  auto const* const entry = find(table, key);
  if (entry == nullptr) {
    return std::nullopt;
  }
  auto const& value = entry->value;
  auto const is_year = value.kind == TomlKind::kNumber &&
                       value.number == std::floor(value.number) && std::abs(value.number) < 1e6;
  auto const day = value.kind == TomlKind::kDate ? std::optional{value.date}
                   : is_year                     ? Date::from_civil(static_cast<int>(value.number))
                                                 : Date::parse(value.text);
  constexpr auto kRemedy = "Write 2031-01-15, \"2031-01\" or \"2031\", in the years 1990 to 2100.";
  if (!day) {
    report(file,
           *entry,
           value.kind == TomlKind::kText
               ? "not a date: " + in_quotes(value.text)
               : fmt::format("{} where a date is expected", to_string(value.kind)),
           kRemedy);
  } else if (day->year() < kFirstYear || day->year() > kLastYear) {
    report(file, *entry, "date out of range: " + to_string(*day), kRemedy);
  } else {
    return day;
  }
  return std::nullopt;
}

}  // namespace chorsu
