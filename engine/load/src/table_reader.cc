#include "table_reader.h"

#include <cmath>
#include <filesystem>
#include <iterator>

#include <fast_float/fast_float.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "chorsu/base/nearest_name.h"

namespace chorsu {

namespace {

std::string unit_phrase(Row const& row, std::string_view column) {
  auto const it = row.table.units.find(std::string{column});
  return it == row.table.units.end() || it->second.empty() ? "" : " in " + it->second;
}

std::string bounds_phrase(Bounds bounds) {
  if (std::isfinite(bounds.low) && std::isfinite(bounds.high)) {
    return fmt::format(" between {:.10g} and {:.10g}", bounds.low, bounds.high);
  }
  if (std::isfinite(bounds.low)) {
    return fmt::format(" {} {:.10g}", bounds.above ? "above" : "of at least", bounds.low);
  }
  return {};
}

void report_number(Row const& row, std::string_view column, std::string message, Bounds bounds) {
  report(row,
         column,
         std::move(message),
         fmt::format("Write a number{}{}.", bounds_phrase(bounds), unit_phrase(row, column)));
}

bool within(double x, Bounds bounds) {
  return (bounds.above ? x > bounds.low : x >= bounds.low) && x <= bounds.high;
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  auto x = Number{};
  auto const* const first = text.data();
  auto const* const end = first + text.size();
  auto const [at, error] = fast_float::from_chars(first, end, x);
  return error == std::errc{} && at == end ? std::optional{x} : std::nullopt;
}

/// None, with a finding, when the cell holds no number within bounds.
std::optional<double> checked_number(Row const& row, std::string_view column, Bounds bounds) {
  auto const text = cell(row, column);
  auto const x = parse_number<double>(text);
  if (text.empty()) {
    report_number(row, column, "the cell is empty", bounds);
  } else if (!x || !std::isfinite(*x)) {
    report_number(row, column, "not a number: " + in_quotes(text), bounds);
  } else if (!within(*x, bounds)) {
    report_number(row, column, "out of range: " + shown(text), bounds);
  } else {
    return x;
  }
  return std::nullopt;
}

}  // namespace

std::size_t line(Row const& row) {
  return row.table.csv.lines[row.index];
}

void report(Row const& row,
            std::string_view column,
            std::string message,
            std::string remedy,
            Severity severity) {
  add(*row.table.problems,
      {severity,
       row.table.file,
       line(row),
       std::string{column},
       std::move(message),
       std::move(remedy)});
}

std::string_view cell(Row const& row, std::string_view column) {
  auto const it = row.table.columns.find(column);
  return it == row.table.columns.end() ? std::string_view{}
                                       : row.table.csv.cell(row.index, it->second);
}

std::string required_text(Row const& row, std::string_view column) {
  auto const text = cell(row, column);
  if (text.empty()) {
    report(row, column, "the cell is empty", "Fill it.");
  }
  return std::string{text};
}

std::vector<std::string_view> list(Row const& row, std::string_view column) {
  auto parts = std::vector<std::string_view>{};
  auto rest = cell(row, column);
  while (!rest.empty()) {
    auto const size = std::min(rest.find(';'), rest.size());
    if (size > 0U) {
      parts.push_back(rest.substr(0, size));
    }
    rest.remove_prefix(std::min(size + 1U, rest.size()));
  }
  return parts;
}

double number(Row const& row, std::string_view column, Bounds bounds) {
  return checked_number(row, column, bounds).value_or(0.0);
}

std::optional<double> optional_number(Row const& row, std::string_view column, Bounds bounds) {
  return cell(row, column).empty() ? std::nullopt : std::optional{number(row, column, bounds)};
}

Measure measure(Row const& row, std::string_view column, Bounds bounds) {
  auto const name = std::string{column};
  auto const outer = Bounds{.low = std::min(bounds.low, 0.0), .high = bounds.high};
  auto const value = checked_number(row, name, bounds);
  auto const low = checked_number(row, name + "_low", outer);
  auto const high = checked_number(row, name + "_high", outer);
  if (!value || !low || !high) {
    return {};
  }
  if (*low > *value || *value > *high) {
    report(row,
           column,
           fmt::format("the range {}..{} does not hold the value {}", *low, *high, *value),
           fmt::format("Write {0}_low <= {0} <= {0}_high.", name));
  }
  return {.value = *value, .low = *low, .high = *high, .fact = row.fact};
}

std::optional<int> optional_integer(Row const& row, std::string_view column, int low, int high) {
  auto const bounds = Bounds{.low = static_cast<double>(low), .high = static_cast<double>(high)};
  auto const x = optional_number(row, column, bounds);
  if (x && *x != std::trunc(*x)) {
    report_number(row, column, "not a whole number: " + shown(cell(row, column)), bounds);
    return low;
  }
  return x ? std::optional{static_cast<int>(*x)} : std::nullopt;
}

int integer(Row const& row, std::string_view column, int low, int high) {
  auto const x = optional_integer(row, column, low, high);
  if (!x) {
    report(
        row,
        column,
        "the cell is empty",
        fmt::format("Write a whole number from {} to {}{}.", low, high, unit_phrase(row, column)));
  }
  return x.value_or(low);
}

bool boolean(Row const& row, std::string_view column) {
  return choice<bool>(row, column, {{"false", false}, {"true", true}});
}

Date date(Row const& row, std::string_view column) {
  auto const text = cell(row, column);
  auto const day = Date::parse(text);
  constexpr auto kRemedy = "Write a day as 2031-01-15, in the years 1990 to 2100.";
  if (!day) {
    report(row, column, "not a date: " + in_quotes(text), kRemedy);
  } else if (day->year() < kFirstYear || day->year() > kLastYear) {
    report(row, column, "date out of range: " + shown(text), kRemedy);
  }
  return day.value_or(Date{});
}

std::optional<Date> optional_date(Row const& row, std::string_view column) {
  return cell(row, column).empty() ? std::nullopt : std::optional{date(row, column)};
}

std::string suggestion(Problems& problems,
                       std::string_view text,
                       std::span<std::string const> candidates) {
  constexpr auto kMostSuggestions = std::size_t{200};  // they are slow on large tables
  constexpr auto kFew = std::size_t{12};
  if (text.size() < 100U && problems.suggestions++ < kMostSuggestions) {
    if (auto const nearest = nearest_name(text, candidates)) {
      return fmt::format("Did you mean '{}'?", *nearest);
    }
  }
  return candidates.empty() || candidates.size() > kFew
             ? std::string{}
             : fmt::format("Write one of {}.", fmt::join(candidates, ", "));
}

std::size_t word_index(Row const& row,
                       std::string_view column,
                       std::string_view text,
                       std::span<std::string const> words) {
  auto const it = std::ranges::find(words, text);
  if (it != words.end()) {
    return static_cast<std::size_t>(std::distance(words.begin(), it));
  }
  report(row,
         column,
         text.empty() ? "the cell is empty" : "unknown word: " + in_quotes(text),
         suggestion(*row.table.problems, text, words));
  return 0U;
}

void check_unique(Row const& row, UniqueKey& key) {
  auto joined = std::string{};
  for (auto const column : key.columns) {
    joined += cell(row, column);
    joined += '\n';
  }
  if (!key.seen.insert(std::move(joined)).second) {
    report(row,
           key.columns.back(),
           fmt::format("a second row with the same {}", fmt::join(key.columns, ", ")),
           "Keep one of the two rows.");
  }
}

}  // namespace chorsu
