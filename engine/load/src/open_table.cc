#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "table_reader.h"

#include "chorsu/base/nearest_name.h"

namespace chorsu {

namespace {

void add_to(
    Table& table, std::string column, std::string message, std::string remedy, Severity severity) {
  add(*table.problems,
      {severity, table.file, 1U, std::move(column), std::move(message), std::move(remedy)});
}

bool is_known(std::vector<ColumnSpec> const& expected, std::string_view name) {
  return std::ranges::find(expected, name, &ColumnSpec::name) != expected.end();
}

/// The columns of the file that nobody reads: where a misspelt one must be.
std::vector<std::string> strangers(Table const& table, std::vector<ColumnSpec> const& expected) {
  auto result = std::vector<std::string>{};
  for (auto const name : table.csv.header) {
    if (!is_known(expected, name)) {
      result.push_back(shown(name));
    }
  }
  return result;
}

/// False when a column that must be there is missing.
bool check_header(Table& table, std::vector<ColumnSpec> const& expected) {
  auto const unknown = strangers(table, expected);
  auto is_complete = true;
  for (auto const& column : expected) {
    if (column.is_required && !table.columns.contains(column.name)) {
      auto const nearest = nearest_name(column.name, unknown);
      auto const unit = column.unit.empty() ? "" : " [" + column.unit + "]";
      add_to(table,
             column.name,
             fmt::format("missing column '{}'{}", column.name, unit),
             nearest ? fmt::format("Is it '{}'?", *nearest) : "Add it.",
             Severity::kError);
      is_complete = false;
    }
  }
  for (auto const& name : unknown) {
    add_to(
        table, name, "unknown column, not read", "Remove it or mend its name.", Severity::kWarning);
  }
  return is_complete;
}

void index_columns(Table& table, std::vector<ColumnSpec> const& expected) {
  for (auto i = std::size_t{0}; i < table.csv.header.size(); ++i) {
    table.columns.emplace(table.csv.header[i], i);
  }
  for (auto const& column : expected) {
    table.units.emplace(column.name, column.unit);
  }
}

}  // namespace

Table open_table(TableSpec const& spec,
                 std::string const& folder,
                 std::string const& file,
                 Problems& problems) {
  auto findings = Findings{};
  auto csv = read_csv((std::filesystem::path{folder} / file).string(), file, findings);
  auto const is_sound = findings.empty();
  add_all(problems, std::move(findings));
  auto table = Table{.file = file, .csv = {}, .columns = {}, .units = {}, .problems = &problems};
  if (!csv) {
    return table;
  }
  table.csv = std::move(*csv);
  auto const expected = columns_of(spec);
  index_columns(table, expected);
  if (!check_header(table, expected)) {
    table.csv.lines.clear();
  } else if (spec.is_required && is_sound && table.csv.rows() == 0U) {
    add(problems,
        {Severity::kError, file, 1U, {}, "the table has a header and no rows", "Add its rows."});
  }
  return table;
}

}  // namespace chorsu
