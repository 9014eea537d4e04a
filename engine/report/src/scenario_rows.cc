#include "csv_row.h"
#include "scenario_files.h"

namespace chorsu {

namespace {

struct Row {
  Scenario const& scenario;
  Metric const& metric;
  ScenarioRow const& row;
  Change change;

  char const* kind() const { return metric.subject == Subject::kState ? "state" : "corridor"; }
  bool has_level() const { return metric.percent_of.empty(); }
};

/// Calls `visit(Row)` for every number, scenario by scenario.
template <typename Visit>
void for_each_row(ScenarioTables const& in, Visit visit) {
  for (auto s = std::size_t{0}; s < in.scenarios.size(); ++s) {
    for (auto const& table : in.tables) {
      for (auto const& row : table.rows) {
        visit(Row{in.scenarios[s].scenario, *table.metric, row, row.changes[s]});
      }
    }
  }
}

std::string in_full(bool known, double x) {
  return known ? as_field(x) : std::string{};
}

SheetCell cell(bool known, double x) {
  return known ? SheetCell{x} : SheetCell{};
}

std::vector<SheetCell> sheet_row(Row const& r) {
  auto const& c = r.change;
  return {r.scenario.id,
          to_string(r.scenario.baseline_date),
          r.kind(),
          r.row.id,
          r.row.name,
          std::string{r.metric.key},
          std::string{r.metric.unit},
          cell(r.has_level(), c.baseline),
          cell(r.has_level(), c.scenario),
          c.difference(),
          cell(c.baseline != 0.0, 100.0 * c.relative())};
}

Worksheet all_rows(ScenarioTables const& in) {
  using enum SheetFormat;
  auto sheet = Worksheet{"all rows",
                         {{"scenario", 30.0},
                          {"baseline date", 13.0},
                          {"kind", 10.0},
                          {"id", 22.0},
                          {"name", 30.0},
                          {"metric", 18.0},
                          {"unit", 10.0},
                          {"baseline", 18.0, kHundredths},
                          {"with the changes", 18.0, kHundredths},
                          {"difference", 18.0, kHundredths},
                          {"difference, %", 12.0, kHundredths}},
                         {}};
  for_each_row(in, [&](Row const& r) { sheet.rows.push_back(sheet_row(r)); });
  return sheet;
}

Worksheet read_me(ScenarioTables const& in) {
  auto sheet =
      Worksheet{"read me", {{"scenario", 34.0}, {"baseline date", 14.0}, {"question", 90.0}}, {}};
  for (auto const& s : in.scenarios) {
    sheet.rows.push_back({s.scenario.id, to_string(s.scenario.baseline_date), s.scenario.title});
  }
  sheet.rows.push_back({});
  sheet.rows.push_back({"Baseline", "", baseline_words(in.scenarios)});
  for (auto const& table : in.tables) {
    auto const& m = *table.metric;
    auto const of = m.percent_of.empty() ? "" : "; per cent of " + std::string{m.percent_of};
    sheet.rows.push_back({std::string{m.key},
                          "",
                          std::string{m.name} + ", difference from the baseline in " +
                              std::string{m.table_unit} + of});
  }
  return sheet;
}

SheetFormat format_of(Metric const& metric) {
  return metric.decimals > 1 ? SheetFormat::kHundredths : SheetFormat::kTenths;
}

Worksheet metric_sheet(ScenarioTables const& in, MetricTable const& table) {
  auto const& metric = *table.metric;
  auto sheet = Worksheet{std::string{metric.key}, {{"id", 22.0}, {"name", 34.0}}, {}};
  for (auto const& s : in.scenarios) {
    sheet.columns.push_back(
        {s.scenario.id + ", " + std::string{metric.table_unit}, 16.0, format_of(metric)});
    sheet.columns.push_back({s.scenario.id + ", %", 12.0, SheetFormat::kTenths});
  }
  for (auto const& row : table.rows) {
    auto cells = std::vector<SheetCell>{row.id, row.name};
    for (auto const& change : row.changes) {
      cells.emplace_back(change.difference() / metric.per_table_unit);
      cells.push_back(cell(change.baseline != 0.0, 100.0 * change.relative()));
    }
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace

std::string scenarios_csv(ScenarioTables const& in) {
  auto csv =
      std::string{"scenario,baseline_date,kind,id,metric,baseline,value,difference,percent,unit\n"};
  for_each_row(in, [&](Row const& r) {
    auto const& c = r.change;
    add_row(csv,
            r.scenario.id,
            to_string(r.scenario.baseline_date),
            r.kind(),
            r.row.id,
            r.metric.key,
            in_full(r.has_level(), c.baseline),
            in_full(r.has_level(), c.scenario),
            c.difference(),
            in_full(c.baseline != 0.0, 100.0 * c.relative()),
            r.metric.unit);
  });
  return csv;
}

std::vector<Worksheet> scenario_sheets(ScenarioTables const& in) {
  auto sheets = std::vector{read_me(in)};
  for (auto const& table : in.tables) {
    sheets.push_back(metric_sheet(in, table));
  }
  sheets.push_back(all_rows(in));
  return sheets;
}

}  // namespace chorsu
