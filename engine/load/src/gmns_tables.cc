#include "gmns_tables.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "text_scan.h"

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

bool is_same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

GmnsColumn find_column(std::span<std::string_view const> header,
                       std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    for (auto i = std::size_t{0}; i < header.size(); ++i) {
      if (is_same_name(trimmed(header[i]), name)) {
        return i;
      }
    }
  }
  return std::nullopt;
}

std::string_view text(GmnsRow const& row, GmnsColumn column) {
  auto const cell = column ? trimmed(row.cells[*column]) : std::string_view{};
  return is_same_name(cell, "nan") ? std::string_view{} : cell;
}

std::string_view id_text(GmnsRow const& row, GmnsColumn column) {
  auto id = text(row, column);
  auto const point = id.find('.');
  auto const is_whole = point != std::string_view::npos && point > 0U && point + 1U < id.size() &&
                        id.find_first_not_of("0123456789") == point &&
                        id.find_first_not_of('0', point + 1U) == std::string_view::npos;
  return is_whole ? id.substr(0U, point) : id;
}

std::optional<double> amount(GmnsRow const& row, GmnsColumn column) {
  auto const cell = text(row, column);
  if (cell.empty()) {
    return std::nullopt;
  }
  auto const x = finite_number(cell);
  if (!x) {
    report(row, column, "not a number: " + in_quotes(cell), "Write a number.");
  } else if (*x < 0.0) {
    report(row, column, "below 0: " + in_quotes(cell), "Write a number from 0.");
  }
  return std::max(0.0, x.value_or(0.0));
}

void report(GmnsRow const& row,
            GmnsColumn column,
            std::string message,
            std::string remedy,
            Severity severity) {
  add(row.problems,
      Finding{severity,
              row.file,
              row.line,
              column ? shown(row.header[*column]) : std::string{},
              std::move(message),
              std::move(remedy)});
}

void report_missing(GmnsRow const& header, std::string column) {
  add(header.problems,
      Finding{Severity::kError,
              header.file,
              header.line,
              std::move(column),
              "no such column",
              "Add it, or check how it is spelled."});
}

void read_table(NamedBytes& table, GmnsReader const& reader, Problems& problems) {
  auto findings = Findings{};
  auto header = std::vector<std::string_view>{};
  auto const visitor =
      CsvVisitor{.on_header =
                     [&](std::span<std::string_view const> names, std::uint32_t line) {
                       header.assign(names.begin(), names.end());
                       return reader.begin({table.name, header, header, line, problems});
                     },
                 .on_row =
                     [&](std::span<std::string_view const> cells, std::uint32_t line) {
                       reader.use({table.name, header, cells, line, problems});
                     }};
  visit_csv(table.bytes, table.name, visitor, findings);
  add_all(problems, std::move(findings));
}

}  // namespace chorsu
