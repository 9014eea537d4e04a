#include "toml_tree.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

/// The day of a local date; the first day of all when it lies outside the years a Date can hold.
Date to_date(toml::date const& day) {
  return Date::from_civil(day.year, day.month, day.day).value_or(Date{});
}

TomlValue convert(toml::node const& node);

void add_entries(TomlValue& value, toml::table const& table) {
  for (auto const& [key, node] : table) {
    auto const& at = key.source().begin;
    value.entries.push_back({std::string{key.str()}, at.line, at.column, convert(node)});
  }
  std::ranges::sort(
      value.entries, {}, [](TomlEntry const& e) { return std::pair{e.line, e.column}; });
}

TomlValue convert(toml::node const& node) {
  auto value = TomlValue{};
  value.line = node.source().begin.line;
  value.column = node.source().begin.column;
  if (auto const* const table = node.as_table()) {
    add_entries(value, *table);
  } else if (auto const* const array = node.as_array()) {
    value.kind = TomlKind::kArray;
    for (auto const& item : *array) {
      value.items.push_back(convert(item));
    }
  } else if (auto const* const text = node.as_string()) {
    value.kind = TomlKind::kText;
    value.text = text->get();
  } else if (node.is_number()) {
    value.kind = TomlKind::kNumber;
    value.number = node.value<double>().value_or(0.0);
  } else if (node.is_boolean()) {
    value.kind = TomlKind::kBoolean;
  } else if (auto const* const day = node.as_date()) {
    value.kind = TomlKind::kDate;
    value.date = to_date(day->get());
  } else {
    value.kind = TomlKind::kTime;
  }
  return value;
}

}  // namespace

std::optional<TomlValue> read_toml(std::string const& path, Problems& problems) {
  auto findings = Findings{};
  auto const bytes = read_file(path, path, findings);
  add_all(problems, std::move(findings));
  if (!bytes) {
    return std::nullopt;
  }
  try {
    return convert(toml::parse(std::string_view{bytes->data(), bytes->size()}));
  } catch (toml::parse_error const& error) {
    auto const& at = error.source().begin;
    add(problems,
        {Severity::kError,
         path,
         at.line,
         {},
         fmt::format("TOML syntax at column {}: {}", at.column, shown(error.description())),
         "Mend the syntax."});
  }
  return std::nullopt;
}

TomlEntry const* find(TomlValue const& table, std::string_view key) {
  auto const it = std::ranges::find(table.entries, key, &TomlEntry::key);
  return it == table.entries.end() ? nullptr : &*it;
}

char const* to_string(TomlKind kind) {
  switch (kind) {
    case TomlKind::kTable:
      return "a table";
    case TomlKind::kArray:
      return "a list";
    case TomlKind::kText:
      return "a text";
    case TomlKind::kNumber:
      return "a number";
    case TomlKind::kBoolean:
      return "true or false";
    case TomlKind::kDate:
      return "a date";
    case TomlKind::kTime:
      break;
  }
  return "a time of day";
}

}  // namespace chorsu
