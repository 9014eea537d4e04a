#include "chorsu/load/csv.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "problems.h"
#include "utf8.h"

namespace chorsu {

namespace {

constexpr auto kMostProblems = std::size_t{20};
constexpr auto kMostCells = std::size_t{1000};  // in a row
constexpr auto kNoColumn = std::string_view::npos;
constexpr auto kByteOrderMark = std::string_view{"\xEF\xBB\xBF"};

struct Parser {
  std::string const& name;
  Findings& findings;
  bool has_header{true};
  std::vector<std::string_view> header{};
  char* at{nullptr};
  char* end{nullptr};
  std::uint32_t line{1U};
  std::uint32_t row_line{1U};  ///< where the row that is read begins
  std::size_t problems{0U};
};

enum class Stop : std::uint8_t { kComma, kLine, kFile };

void report(Parser& p, std::size_t column, std::string message, std::string remedy) {
  ++p.problems;
  auto const& header = p.header;
  auto where = column < header.size()                ? shown(header[column])
               : p.has_header || column == kNoColumn ? std::string{}
                                                     : fmt::format("cell {}", column + 1U);
  p.findings.push_back({Severity::kError,
                        p.name,
                        p.row_line,
                        std::move(where),
                        std::move(message),
                        std::move(remedy)});
}

/// Steps over the end of a cell: a comma, a line end or the end of the file.
Stop step_over(Parser& p) {
  if (p.at == p.end) {
    return Stop::kFile;
  }
  if (*p.at == ',') {
    ++p.at;
    return Stop::kComma;
  }
  p.at += *p.at == '\r' ? 2 : 1;
  ++p.line;
  return Stop::kLine;
}

bool at_cell_end(Parser const& p, char const* at) {
  return at == p.end || *at == ',' || *at == '\n' ||
         (*at == '\r' && at + 1 != p.end && at[1] == '\n');
}

std::string_view between(char const* first, char const* last) {
  return {first, static_cast<std::size_t>(last - first)};
}

std::string_view plain_cell(Parser& p, std::size_t column) {
  auto const* const first = p.at;
  while (!at_cell_end(p, p.at)) {
    ++p.at;
  }
  auto cell = between(first, p.at);
  if (p.at == p.end && cell.ends_with('\r')) {
    cell.remove_suffix(1U);
  }
  if (cell.find('"') != std::string_view::npos) {
    report(p,
           column,
           fmt::format("a quote inside an unquoted cell: {}", in_quotes(cell)),
           "Put the whole cell in quotes and double those inside.");
  }
  return cell;
}

/// Reads to the closing quote and writes the cell over itself without the doubled quotes.
std::string_view quoted_cell(Parser& p, std::size_t column) {
  auto* const first = ++p.at;
  auto* out = first;
  auto closed = false;
  while (p.at != p.end && !closed) {
    auto const c = *p.at++;
    auto const is_quote = c == '"';
    auto const is_doubled = is_quote && p.at != p.end && *p.at == '"';
    closed = is_quote && !is_doubled;
    p.at += is_doubled ? 1 : 0;
    p.line += c == '\n' ? 1U : 0U;
    if (!closed) {
      *out++ = c;
    }
  }
  auto const cell = between(first, out);
  if (!closed) {
    report(p,
           column,
           fmt::format("a quote is never closed: {}", in_quotes(cell)),
           "Close the quote at the end of the cell.");
  } else if (!at_cell_end(p, p.at)) {
    report(p,
           column,
           fmt::format("text after the closing quote of {}", in_quotes(cell)),
           "Write a comma after the quote, and double quotes inside a cell.");
    plain_cell(p, column);
  }
  return cell;
}

void check_text(Parser& p, std::size_t column, std::string_view cell) {
  auto const is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r';
  };
  if (!is_utf8(cell)) {
    report(p, column, fmt::format("not UTF-8: {}", in_quotes(cell)), "Save the file as UTF-8.");
  } else if (std::ranges::any_of(cell, is_control)) {
    report(p, column, fmt::format("a control character in {}", in_quotes(cell)), "Remove it.");
  }
}

/// What is left of the file is no table.
Stop give_up(Parser& p, std::size_t column) {
  report(p,
         column,
         fmt::format("more than {} cells in a row", kMostCells),
         "Check that this is a table of comma-separated values.");
  p.at = p.end;
  return Stop::kFile;
}

/// Reads one row; empty for a blank line.
Stop read_row(Parser& p, std::vector<std::string_view>& row) {
  row.clear();
  p.row_line = p.line;
  auto stop = Stop::kComma;
  while (stop == Stop::kComma) {
    auto const is_quoted = p.at != p.end && *p.at == '"';
    auto const cell = is_quoted ? quoted_cell(p, row.size()) : plain_cell(p, row.size());
    check_text(p, row.size(), cell);
    row.push_back(cell);
    stop = row.size() > kMostCells ? give_up(p, row.size()) : step_over(p);
    if (row.size() == 1U && cell.empty() && !is_quoted && stop != Stop::kComma) {
      row.clear();
    }
  }
  return stop;
}

void check_header(Parser& p) {
  auto const& header = p.header;
  for (auto i = std::size_t{0}; i < header.size(); ++i) {
    auto const earlier = header.begin() + static_cast<std::ptrdiff_t>(i);
    if (header[i].empty()) {
      report(p, i, fmt::format("column {} has no name", i + 1U), "Name it in the first row.");
    } else if (std::find(header.begin(), earlier, header[i]) != earlier) {
      report(p, i, "this column stands twice", "Keep one of them.");
    }
  }
}

void add_row(Parser& p, CsvVisitor const& visitor, std::vector<std::string_view> const& row) {
  auto const expected = p.header.size();
  if (row.size() != expected) {
    report(p,
           expected,
           fmt::format("too {} cells: {} where the header has {}",
                       row.size() < expected ? "few" : "many",
                       row.size(),
                       expected),
           "Cells with a comma inside need quotes around them.");
    return;
  }
  visitor.on_row(row, p.row_line);
}

/// Gives every row that is not blank, until so much is wrong that the rest is not worth reading.
template <typename Use>
void for_each_row(Parser& p, Stop stop, Use use) {
  auto row = std::vector<std::string_view>{};
  while (stop != Stop::kFile && p.at != p.end && p.problems < kMostProblems) {
    stop = read_row(p, row);
    if (!row.empty()) {
      use(row);
    }
  }
  if (p.problems >= kMostProblems) {
    p.row_line = p.line;
    report(p, kNoColumn, "too many problems, the rest of the file is not read", {});
  }
}

void read_rows(Parser& p, CsvVisitor const& visitor) {
  auto stop = Stop::kLine;
  while (stop != Stop::kFile && p.at != p.end && p.header.empty()) {
    stop = read_row(p, p.header);
  }
  check_header(p);
  auto const is_wanted = p.header.empty() || visitor.on_header(p.header, p.row_line);
  for_each_row(
      p, is_wanted ? stop : Stop::kFile, [&](auto const& row) { add_row(p, visitor, row); });
}

/// At the first byte after a byte order mark.
Parser parser(std::vector<char>& bytes, std::string const& name, Findings& findings) {
  auto p = Parser{.name = name, .findings = findings};
  p.at = bytes.data();
  p.end = p.at + bytes.size();
  if (between(p.at, p.end).starts_with(kByteOrderMark)) {
    p.at += kByteOrderMark.size();
  }
  return p;
}

}  // namespace

bool visit_csv(std::vector<char>& bytes,
               std::string const& name,
               CsvVisitor const& visitor,
               Findings& findings) {
  auto p = parser(bytes, name, findings);
  read_rows(p, visitor);
  if (p.header.empty()) {
    findings.push_back({Severity::kError,
                        name,
                        0U,
                        {},
                        "the file is empty",
                        "Write a header row with the names of the columns."});
  }
  return !p.header.empty();
}

void visit_rows(std::vector<char>& bytes,
                std::string const& name,
                std::function<void(std::span<std::string_view const>, std::uint32_t)> const& on_row,
                Findings& findings) {
  auto p = parser(bytes, name, findings);
  p.has_header = false;
  for_each_row(p, Stop::kLine, [&](auto const& row) { on_row(row, p.row_line); });
}

std::optional<CsvTable> parse_csv(std::vector<char> bytes,
                                  std::string const& name,
                                  Findings& findings) {
  auto table = CsvTable{};
  table.bytes = std::move(bytes);
  auto const visitor =
      CsvVisitor{.on_header =
                     [&](std::span<std::string_view const> header, std::uint32_t) {
                       table.header.assign(header.begin(), header.end());
                       return true;
                     },
                 .on_row =
                     [&](std::span<std::string_view const> cells, std::uint32_t line) {
                       table.cells.insert(table.cells.end(), cells.begin(), cells.end());
                       table.lines.push_back(line);
                     }};
  return visit_csv(table.bytes, name, visitor, findings) ? std::optional{std::move(table)}
                                                         : std::nullopt;
}

std::optional<CsvTable> read_csv(std::string const& path,
                                 std::string const& name,
                                 Findings& findings) {
  auto bytes = read_file(path, name, findings);
  return bytes ? parse_csv(std::move(*bytes), name, findings) : std::nullopt;
}

}  // namespace chorsu
