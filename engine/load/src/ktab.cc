#include "chorsu/load/ktab.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "problems.h"
#include "text_scan.h"

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

constexpr auto kFewestActors = std::uint64_t{2};
constexpr auto kMostActors = std::uint64_t{250};
constexpr auto kMostDimensions = std::uint64_t{100};
constexpr auto kHeadCells = std::size_t{4};   // name, description, actors, dimensions
constexpr auto kFirstCells = std::size_t{3};  // before the dimensions: actor, description, power
constexpr auto kLeastSalience = 0.01;         // of an actor, over all dimensions
constexpr auto kRounding = 1e-9;              // what a sum of 100 may be off

struct KtabRow {
  std::size_t line;
  std::vector<std::string_view> cells;  ///< trimmed; none blank at the end

  std::string_view cell(std::size_t i) const { return i < cells.size() ? cells[i] : ""; }
};

struct KtabFile {
  std::string const& name;
  std::vector<KtabRow> rows{};  ///< that are not blank
  Problems problems{};
  std::uint64_t dimensions{0U};

  /// Of a whole row, for every dimension a position and a salience.
  std::size_t cells() const { return kFirstCells + 2U * dimensions; }
};

void report(
    KtabFile& file, std::size_t line, std::string column, std::string message, std::string remedy) {
  add(file.problems,
      {Severity::kError,
       file.name,
       line,
       std::move(column),
       std::move(message),
       std::move(remedy)});
}

void keep(KtabFile& file, std::span<std::string_view const> cells, std::uint32_t line) {
  auto row = KtabRow{.line = line, .cells = {}};
  for (auto const cell : cells) {
    row.cells.push_back(trimmed(cell));
  }
  while (!row.cells.empty() && row.cells.back().empty()) {
    row.cells.pop_back();
  }
  if (!row.cells.empty()) {
    file.rows.push_back(std::move(row));
  }
}

/// A count of the first row; 0, with a finding, when there is none.
std::uint64_t count(
    KtabFile& file, std::size_t cell, char const* what, std::uint64_t fewest, std::uint64_t most) {
  auto const& head = file.rows.front();
  auto const number = whole_number(head.cell(cell));
  if (!number || *number < fewest || *number > most) {
    report(file,
           head.line,
           what,
           (number ? fmt::format("{} {}", *number, what)
                   : "not a count: " + in_quotes(head.cell(cell))),
           fmt::format("Write their number as the {} cell, from {} to {}.",
                       cell == 2U ? "third" : "fourth",
                       fewest,
                       most));
    return 0U;
  }
  return *number;
}

/// Whether the first row has the cells of one; older files of KTAB have numbers after them.
bool has_head_cells(KtabFile& file) {
  auto const& head = file.rows.front();
  auto const size = head.cells.size();
  auto const has_counts = whole_number(head.cell(2U)) && whole_number(head.cell(3U));
  if (size < kHeadCells || (size > kHeadCells && !has_counts)) {
    report(file,
           head.line,
           {},
           fmt::format("{} cells where a scenario begins with {}", size, kHeadCells),
           "Write name, description, number of actors, number of dimensions; a description with a "
           "comma needs quotes.");
    return false;
  }
  if (size > kHeadCells) {
    add(file.problems,
        {Severity::kWarning,
         file.name,
         head.line,
         {},
         "what stands after the number of dimensions is not read: " +
             in_quotes(head.cell(kHeadCells)),
         "Leave it out."});
  }
  return true;
}

/// The first row; false when what follows cannot be understood.
bool read_head(KtabFile& file, BargainActors& actors) {
  if (!has_head_cells(file)) {
    return false;
  }
  auto const& head = file.rows.front();
  actors.title = head.cell(0);
  auto const stated = count(file, 2U, "actors", kFewestActors, kMostActors);
  file.dimensions = count(file, 3U, "dimensions", 1U, kMostDimensions);
  auto const found = file.rows.size() - std::min<std::size_t>(2U, file.rows.size());
  if (stated > 0U && stated != found) {
    report(
        file,
        head.line,
        "actors",
        fmt::format("{} actors are stated, {} rows follow the names of the columns", stated, found),
        "Correct the number, or the rows.");
  }
  return file.dimensions > 0U;
}

/// The second row; false when it does not fit the dimensions.
bool read_columns(KtabFile& file, BargainActors& actors) {
  if (file.rows.size() < 2U) {
    report(file, 0U, {}, "no names of columns", "Write them in the second row, then the actors.");
    return false;
  }
  auto const& row = file.rows[1];
  if (finite_number(row.cell(2U))) {
    report(file,
           row.line,
           {},
           "an actor where the names of the columns should stand",
           "Write a row with them above the actors.");
    return false;
  }
  if (row.cells.size() != file.cells()) {
    report(file,
           row.line,
           {},
           fmt::format("{} names of columns, {} dimensions need {}",
                       row.cells.size(),
                       file.dimensions,
                       file.cells()),
           "Name actor, description, capability, then position and salience of every dimension.");
    return false;
  }
  auto const errors = file.problems.errors;
  for (auto i = kFirstCells; i < row.cells.size(); i += 2U) {
    auto const name = std::string{row.cells[i]};
    auto const& known = actors.dimension.values;
    if (name.empty()) {
      report(
          file, row.line, fmt::format("cell {}", i + 1U), "a dimension without a name", "Name it.");
    } else if (std::ranges::find(known, name) != known.end()) {
      report(file, row.line, shown(name), "this dimension stands twice", "Give each its own name.");
    }
    actors.dimension.push_back(name);
  }
  return file.problems.errors == errors;
}

struct Range {
  double low;
  double high;
  bool is_low_allowed;
  char const* remedy;
};

constexpr auto kCapability = Range{0.0, 1e12, false, "Write a number above 0."};
constexpr auto kPoints = Range{0.0, 100.0, true, "Write a number from 0 to 100."};

/// A cell as a number; 0, with a finding, when it is none or out of range.
double number(KtabFile& file, KtabRow const& row, std::size_t cell, Range const& range) {
  auto const text = row.cell(cell);
  auto const x = finite_number(text);
  auto const is_below = x && (range.is_low_allowed ? *x < range.low : *x <= range.low);
  if (x && !is_below && *x <= range.high) {
    return *x;
  }
  auto const what = text.empty() ? std::string{"missing"}
                    : !x         ? "not a number: " + in_quotes(text)
                    : is_below   ? fmt::format("{} is too low", *x)
                                 : fmt::format("{} is too high", *x);
  report(file, row.line, shown(file.rows[1].cell(cell)), what, range.remedy);
  return 0.0;
}

void read_name(KtabFile& file, KtabRow const& row, BargainActors& actors) {
  auto const name = std::string{row.cell(0)};
  auto const column = shown(file.rows[1].cell(0));
  auto const& known = actors.name.values;
  auto const twin = std::ranges::find(known, name);
  if (name.empty()) {
    report(file, row.line, column, "an actor without a name", "Name it in the first cell.");
  } else if (twin != known.end()) {
    report(file,
           row.line,
           column,
           fmt::format("{} stands twice, first in line {}",
                       in_quotes(name),
                       file.rows[2U + static_cast<std::size_t>(twin - known.begin())].line),
           "Give each actor its own name.");
  }
  actors.name.push_back(name);
}

void read_saliences(KtabFile& file, KtabRow const& row, std::span<double> saliences) {
  auto const errors = file.problems.errors;
  auto sum = 0.0;
  for (auto k = std::size_t{0}; k < saliences.size(); ++k) {
    saliences[k] = number(file, row, kFirstCells + 2U * k + 1U, kPoints);
    sum += saliences[k];
  }
  if (file.problems.errors == errors && sum > 100.0 + kRounding) {
    report(file,
           row.line,
           "salience",
           fmt::format("adds up to {:.6g} over the dimensions, more than 100", sum),
           "Lower it: it is how an actor divides its attention.");
  } else if (file.problems.errors == errors && sum < kLeastSalience) {
    report(file,
           row.line,
           "salience",
           fmt::format("adds up to {:.6g} over the dimensions, less than {}", sum, kLeastSalience),
           "Raise it, or leave out an actor that cares for nothing.");
  }
}

void read_actor(KtabFile& file, KtabRow const& row, BargainActors& actors) {
  auto const id = BargainActorId{static_cast<std::uint16_t>(actors.name.size())};
  read_name(file, row, actors);
  if (row.cells.size() != file.cells()) {
    report(file,
           row.line,
           {},
           fmt::format("too {} cells: {}, {} dimensions need {}",
                       row.cells.size() < file.cells() ? "few" : "many",
                       row.cells.size(),
                       file.dimensions,
                       file.cells()),
           "Write a point in decimals, and quotes around a description with a comma.");
    return;
  }
  actors.capability.push_back(number(file, row, 2U, kCapability));
  for (auto const k : actors.dimension.ids()) {
    actors.position(id, k) = number(file, row, kFirstCells + 2U * k.value, kPoints);
  }
  read_saliences(file, row, actors.salience.row(id));
}

void read_rows(KtabFile& file, BargainActors& actors) {
  if (!read_head(file, actors) || !read_columns(file, actors)) {
    return;
  }
  auto const size = file.rows.size() - 2U;
  actors.position = {size, file.dimensions};
  actors.salience = {size, file.dimensions};
  for (auto const& row : std::span{file.rows}.subspan(2U)) {
    read_actor(file, row, actors);
  }
}

}  // namespace

LoadedActors parse_ktab(std::vector<char> bytes, std::string const& name) {
  auto file = KtabFile{.name = name};
  auto findings = Findings{};
  visit_rows(bytes, name, [&](auto cells, auto line) { keep(file, cells, line); }, findings);
  if (file.rows.empty() && findings.empty()) {
    report(file,
           0U,
           {},
           "the file is empty",
           "Begin with a row: name, description, number of actors, number of dimensions.");
  }
  auto const is_text = findings.empty();
  add_all(file.problems, std::move(findings));
  auto actors = BargainActors{};
  if (is_text && !file.rows.empty()) {
    read_rows(file, actors);
  }
  auto loaded = LoadedActors{};
  if (file.problems.errors == 0U) {
    loaded.actors = std::move(actors);
  }
  loaded.findings = finish(std::move(file.problems));
  return loaded;
}

LoadedActors read_ktab(std::string const& path) {
  auto findings = Findings{};
  auto bytes = read_file(path, path, findings, kMostKtabBytes);
  return bytes ? parse_ktab(std::move(*bytes), path)
               : LoadedActors{.actors = {}, .findings = std::move(findings)};
}

}  // namespace chorsu
