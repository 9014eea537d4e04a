#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "problems.h"
#include "table_spec.h"

#include "chorsu/base/date.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/load/csv.h"

namespace chorsu {

/// One table while it is read: its cells, and where problems with them go.
struct Table {
  std::string file;
  CsvTable csv;
  std::map<std::string_view, std::size_t> columns;  ///< place of every column in the header
  std::map<std::string, std::string> units;         ///< by column
  Problems* problems{nullptr};
};

/// Opens a table and checks its header. No rows when it cannot be read; columns that may be missing
/// read as empty cells.
Table open_table(TableSpec const& spec,
                 std::string const& folder,
                 std::string const& file,
                 Problems& problems);

/// One row, and the fact that its numbers carry.
struct Row {
  Table const& table;
  std::size_t index;
  FactId fact{};
};

std::size_t line(Row const& row);

/// A finding about one cell.
void report(Row const& row,
            std::string_view column,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

// ---- text ------------------------------------------------------------------------------------

/// The cell as it stands, empty when the table lacks the column.
std::string_view cell(Row const& row, std::string_view column);

/// A cell that may not be empty.
std::string required_text(Row const& row, std::string_view column);

/// The parts of a cell between semicolons, without empty ones.
std::vector<std::string_view> list(Row const& row, std::string_view column);

// ---- numbers ---------------------------------------------------------------------------------

/// What a number may be; `above` leaves out `low` itself.
struct Bounds {
  double low{-std::numeric_limits<double>::infinity()};
  double high{std::numeric_limits<double>::infinity()};
  bool above{false};
};

inline constexpr auto kAny = Bounds{};
inline constexpr auto kNotNegative = Bounds{.low = 0.0};
inline constexpr auto kPositive = Bounds{.low = 0.0, .above = true};
inline constexpr auto kShare = Bounds{.low = 0.0, .high = 1.0};

/// A finite number within bounds; 0 with a finding otherwise.
double number(Row const& row, std::string_view column, Bounds bounds);

/// The same, or nothing where the cell is empty.
std::optional<double> optional_number(Row const& row, std::string_view column, Bounds bounds);

/// The number of column x with its range from x_low and x_high: low <= value <= high.
Measure measure(Row const& row, std::string_view column, Bounds bounds);

int integer(Row const& row, std::string_view column, int low, int high);
std::optional<int> optional_integer(Row const& row, std::string_view column, int low, int high);

inline constexpr auto kFirstYear = 1990;
inline constexpr auto kLastYear = 2100;

// ---- other types -----------------------------------------------------------------------------

bool boolean(Row const& row, std::string_view column);

/// A day in the years 1990 to 2100.
Date date(Row const& row, std::string_view column);
std::optional<Date> optional_date(Row const& row, std::string_view column);

/// "Did you mean 'x'?", "One of a, b, c." or nothing.
std::string suggestion(Problems& problems,
                       std::string_view text,
                       std::span<std::string const> candidates);

/// Place of `text` among words; 0 with a finding when it is not there.
std::size_t word_index(Row const& row,
                       std::string_view column,
                       std::string_view text,
                       std::span<std::string const> words);

template <typename Value>
using Words = std::initializer_list<std::pair<char const*, Value>>;

/// The value that a text stands for; the first one, with a finding, when it stands for none.
template <typename Value>
Value word(Row const& row, std::string_view column, std::string_view text, Words<Value> words) {
  auto names = std::vector<std::string>{};
  for (auto const& [name, value] : words) {
    names.emplace_back(name);
  }
  return (words.begin() + word_index(row, column, text, names))->second;
}

template <typename Value>
Value choice(Row const& row, std::string_view column, Words<Value> words) {
  return word(row, column, cell(row, column), words);
}

/// Findings for rows that repeat the values of the key columns of an earlier row.
struct UniqueKey {
  std::vector<std::string_view> columns;
  std::set<std::string> seen;
};
void check_unique(Row const& row, UniqueKey& key);

}  // namespace chorsu
