#include "trace_tables.h"

#include <utility>

#include "csv_row.h"

namespace chorsu {

namespace {

/// Where a row stands in the package, as cells.
struct Place {
  std::string file;
  std::string line;
  std::string source;
};

Place place_of(Region const& region, FactId fact) {
  if (fact.is_none() || fact.value >= region.facts.file.size()) {
    return {};
  }
  auto const& facts = region.facts;
  auto const source = facts.source[fact];
  return {facts.files[facts.file[fact]],
          std::to_string(facts.row[fact]),
          source.is_none() ? std::string{} : region.sources.id[source]};
}

void add_traced(std::string& table,
                FigureTrace const& figure,
                char const* future,
                TraceRow const& row,
                Place const& place,
                double Change::* of) {
  auto const number = [](bool is_there, double x) {
    return is_there ? as_field(x) : std::string{};
  };
  auto const is_row = row.reading != Reading::kNone;
  add_row(table,
          future,
          row.name,
          place.file,
          place.line,
          row.column,
          number(is_row, row.value),
          row.unit,
          to_string(row.reading),
          number(!row.amount_unit.empty(), row.amount.*of),
          row.amount_unit,
          row.contribution.*of,
          figure.unit,
          place.source);
}

using Told = std::vector<std::pair<char const*, double Change::*>>;

/// Names of a figure's years and where they are told.
Told told(Years years) {
  auto const without = std::pair{"baseline", &Change::baseline};
  auto const with = std::pair{"scenario", &Change::scenario};
  switch (years) {
    case Years::kBoth:
      return {without, with};
    case Years::kWithout:
      return {without};
    case Years::kBase:
      return {{"base", &Change::scenario}};
    case Years::kWith:
      break;
  }
  return {with};
}

/// Rows of a figure, each after `before`.
void add_rows(std::string& table,
              std::string const& before,
              Region const& region,
              Scenario const& scenario,
              FigureTrace const& figure,
              std::vector<TraceRow> const& rows) {
  for (auto const& row : rows) {
    auto place = place_of(region, row.fact);
    if (row.lever != kNoLever) {
      place.file = scenario.id + ".toml";
    }
    auto const bears = row.reading == Reading::kBears && !row.amount_unit.empty();
    for (auto const& [future, side] : told(figure.years)) {
      if (row.contribution.*side != 0.0 || bears) {
        table += before;
        add_traced(table, figure, future, row, place, side);
      }
    }
  }
}

constexpr auto kHeads =
    "future,row,file,line,column,value,unit,reading,amount,amount_unit,contribution,"
    "contribution_unit,source\n";

std::string traces_csv(Region const& region, Scenario const& scenario, FigureTraces const& traces) {
  auto table = std::string{"figure,"} + kHeads;
  for (auto const& figure : traces.figures) {
    add_rows(table, as_field(figure.figure) + ",", region, scenario, figure, figure.rows);
  }
  return table;
}

std::string link_costs_csv(Region const& region,
                           Scenario const& scenario,
                           FigureTraces const& traces) {
  auto table = std::string{"figure,place,name,"} + kHeads;
  for (auto const& figure : traces.figures) {
    for (auto const& place : figure.places) {
      auto const before =
          as_field(figure.figure) + "," + as_field(place.id) + "," + as_field(place.name) + ",";
      add_rows(table, before, region, scenario, figure, place.rows);
    }
  }
  return table;
}

std::string lanes_csv(Region const& region, FigureTraces const& traces) {
  auto table = std::string{"lane,row,file,line,column,value,unit,source\n"};
  for (auto const lane : traces.lane_rows.ids()) {
    for (auto const& row : traces.lane_rows[lane]) {
      auto const place = place_of(region, row.fact);
      add_row(table,
              traces.lane_name[lane],
              row.name,
              place.file,
              place.line,
              row.column,
              row.value,
              row.unit,
              place.source);
    }
  }
  return table;
}

}  // namespace

char const* to_string(Reading reading) {
  switch (reading) {
    case Reading::kTimes:
      return "value x amount";
    case Reading::kDivides:
      return "amount / value";
    case Reading::kRaises:
      return "amount x (value - 1)";
    case Reading::kQuickens:
      return "amount x (1 / value - 1)";
    case Reading::kIsTakenOff:
      return "-value x amount";
    case Reading::kBears:
      return "bears on it";
    case Reading::kNone:
      break;
  }
  return "sum";
}

std::vector<CsvTable> trace_tables(Region const& region,
                                   Scenario const& scenario,
                                   FigureTraces const& traces) {
  return {{"traces.csv", traces_csv(region, scenario, traces)},
          {"lanes.csv", lanes_csv(region, traces)},
          {"link_costs.csv", link_costs_csv(region, scenario, traces)}};
}

}  // namespace chorsu
