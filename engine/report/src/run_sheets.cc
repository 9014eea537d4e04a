#include "run_sheets.h"

#include <algorithm>

#include <fmt/format.h>

#include "facilitation_rows.h"
#include "words.h"

namespace chorsu {

namespace {

using Cells = std::vector<SheetCell>;
using enum SheetFormat;

struct Input {
  Model const& model;
  Comparison const& comparison;
  Answers const& answers;

  Region const& region() const { return *model.region; }
  Network const& network() const { return model.region->network; }
};

/// Three columns a number: without the changes, with them, and the difference.
void add_heads(Worksheet& sheet, std::string const& what, SheetFormat format) {
  constexpr auto kWidth = 16.0;
  for (auto const* which : {"without", "with the changes", "difference"}) {
    sheet.columns.push_back({fmt::format("{}, {}", what, which), kWidth, format});
  }
}

void add_change(Cells& cells, Change const& change) {
  cells.emplace_back(change.baseline);
  cells.emplace_back(change.scenario);
  cells.emplace_back(change.difference());
}

Worksheet states_sheet(Input const& in) {
  auto sheet = Worksheet{"states", {{"state", 8.0}, {"name", 24.0}}, {}};
  add_heads(sheet, "transit, t/yr", kWhole);
  add_heads(sheet, "transit, t.km/yr", kWhole);
  add_heads(sheet, "transit revenue net of avoidable cost, US$/yr", kWhole);
  add_heads(sheet, "trade, t/yr", kWhole);
  add_heads(sheet, "cost of own trade, US$/yr", kWhole);
  add_heads(sheet, "cost of own trade, US$/t", kHundredths);
  add_heads(sheet, "largest share of trade by one neighbour", kHundredths);
  add_heads(sheet, "largest share of trade by one crossing or port", kHundredths);
  add_heads(sheet, "largest share of trade by one corridor", kHundredths);
  sheet.columns.push_back({"surplus of shippers, change, US$/yr", 16.0, kWhole});
  for (auto const& s : in.answers.states) {
    auto cells = Cells{in.network().states.id[s.state], in.network().states.name[s.state]};
    for (auto const* change : {&s.transit_tonnes,
                               &s.transit_tkm,
                               &s.transit_revenue,
                               &s.trade_tonnes,
                               &s.trade_cost,
                               &s.unit_cost,
                               &s.neighbour_max,
                               &s.crossing_max,
                               &s.corridor_max}) {
      add_change(cells, *change);
    }
    cells.emplace_back(s.surplus);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Worksheet corridors_sheet(Input const& in) {
  auto sheet = Worksheet{"corridors", {{"corridor", 24.0}, {"name", 44.0}}, {}};
  add_heads(sheet, "mean flow along the main branch, t/yr", kWhole);
  add_heads(sheet, "on all links, t.km/yr", kWhole);
  for (auto const& c : in.answers.corridors) {
    auto const& corridors = in.network().corridors;
    auto cells = Cells{corridors.id[c.corridor], corridors.name[c.corridor]};
    add_change(cells, c.tonnes);
    add_change(cells, c.tkm);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

SheetCell cell_of(std::optional<double> const& x) {
  return x ? SheetCell{*x} : SheetCell{};
}

SheetCell difference(std::optional<double> const& a, std::optional<double> const& b) {
  return a && b ? SheetCell{*b - *a} : SheetCell{};
}

void add_facilitation(Worksheet& sheet,
                      Corridors const& corridors,
                      CorridorId corridor,
                      std::string const& mode,
                      FacilitationAnswer const& answer) {
  auto const& [without, with] = answer;
  if (!without.speed_without_delay && !with.speed_without_delay) {
    return;
  }
  auto cells = Cells{corridors.id[corridor], corridors.name[corridor], mode};
  for (auto const& indicator : kIndicators) {
    auto const& a = without.*indicator.value;
    auto const& b = with.*indicator.value;
    cells.insert(cells.end(), {cell_of(a), cell_of(b), difference(a, b)});
  }
  cells.emplace_back(with.borders_by_flow ? 1.0 : 0.0);
  cells.emplace_back(with.sections_by_flow ? 1.0 : 0.0);
  sheet.rows.push_back(std::move(cells));
}

/// A row for every mode of a corridor that has something to measure.
Worksheet facilitation_sheet(Input const& in) {
  auto sheet =
      Worksheet{"trade facilitation", {{"corridor", 24.0}, {"name", 44.0}, {"by", 8.0}}, {}};
  for (auto const& indicator : kIndicators) {
    add_heads(sheet, indicator.name, kTenths);
  }
  sheet.columns.push_back({"borders weighted by tonnes", 12.0});
  sheet.columns.push_back({"sections weighted by tonnes", 12.0});
  for (auto const& c : in.answers.corridors) {
    for (auto const& [mode, answer] : {std::pair{"rail", &c.rail}, {"road", &c.road}}) {
      add_facilitation(sheet, in.network().corridors, c.corridor, mode, *answer);
    }
  }
  return sheet;
}

std::string state_at(Network const& network, NodeId node) {
  auto const state = network.nodes.state[node];
  return state.is_none() ? std::string{} : network.states.id[state];
}

Worksheet crossings_sheet(Input const& in) {
  auto sheet = Worksheet{"crossings",
                         {{"link", 38.0},
                          {"between", 34.0},
                          {"from state", 10.0},
                          {"to state", 10.0},
                          {"mode", 8.0},
                          {"open without", 9.0},
                          {"open with the changes", 9.0}},
                         {}};
  add_heads(sheet, "both directions, t/yr", kWhole);
  auto const& links = in.network().links;
  for (auto const& c : in.answers.crossings) {
    auto const open = [&](Future const& future) {
      return future.world.open[c.link] != 0U ? 1.0 : 0.0;
    };
    auto cells = Cells{links.id[c.link],
                       link_name(in.network(), c.link),
                       state_at(in.network(), links.from[c.link]),
                       state_at(in.network(), links.to[c.link]),
                       std::string{to_string(links.mode[c.link])},
                       open(in.comparison.baseline),
                       open(in.comparison.with_changes)};
    add_change(cells, c.tonnes);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Worksheet diversion_sheet(Input const& in) {
  auto sheet =
      Worksheet{"diversion",
                {{"transit lost by", 18.0}, {"gained by", 18.0}, {"tonnes, t/yr", 16.0, kWhole}},
                {}};
  for (auto const& row : in.comparison.diversion.rows) {
    sheet.rows.push_back({row.from, row.to, row.tonnes});
  }
  return sheet;
}

Worksheet facilities_sheet(Input const& in) {
  auto sheet = Worksheet{"facilities", {{"facility", 52.0}}, {}};
  add_heads(sheet, "capacity, t/yr", kWhole);
  add_heads(sheet, "flow, t/yr", kWhole);
  add_heads(sheet, "scarcity, US$/t", kHundredths);
  for (auto const& f : in.answers.facilities) {
    auto cells = Cells{facility_name(in.model, f.facility)};
    add_change(cells, f.capacity);
    add_change(cells, f.flow);
    add_change(cells, f.scarcity);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

/// Every row of the package that no source measured.
Worksheet assumptions_sheet(Input const& in) {
  auto sheet = Worksheet{"assumptions",
                         {{"table", 24.0},
                          {"row, header = 1", 10.0, kWhole},
                          {"source", 10.0},
                          {"kind", 14.0},
                          {"what is assumed", 90.0}},
                         {}};
  auto const& facts = in.region().facts;
  auto const& sources = in.region().sources;
  for (auto const fact : facts.file.ids()) {
    auto const source = facts.source[fact];
    if (!source.is_none() && is_assumed(sources.kind[source])) {
      sheet.rows.push_back({facts.files[facts.file[fact]],
                            static_cast<double>(facts.row[fact]),
                            sources.id[source],
                            std::string{to_string(sources.kind[source])},
                            sources.title[source]});
    }
  }
  return sheet;
}

Worksheet sources_sheet(Input const& in) {
  auto sheet = Worksheet{"sources",
                         {{"source", 10.0},
                          {"kind", 18.0},
                          {"title", 80.0},
                          {"publisher", 40.0},
                          {"date", 12.0},
                          {"address", 60.0}},
                         {}};
  auto const& s = in.region().sources;
  for (auto const id : s.id.ids()) {
    sheet.rows.push_back({s.id[id],
                          std::string{to_string(s.kind[id])},
                          s.title[id],
                          s.publisher[id],
                          s.date[id],
                          s.url[id]});
  }
  return sheet;
}

/// A paragraph without the ends of its lines in the file.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Worksheet read_me(Input const& in) {
  auto sheet = Worksheet{"read me", {{"what", 22.0}, {"", 110.0}}, {}};
  auto const& s = in.comparison.scenario;
  auto const say = [&](char const* what, std::string const& text) {
    sheet.rows.push_back({std::string{what}, text});
  };
  say("Scenario", s.id);
  say("Question", s.title);
  say("Why", one_line(s.why));
  say("Region package", in.region().name);
  say("Date", "A year on the network of " + to_string(s.baseline_date) + ", without and with:");
  for (auto const& change : s.changes) {
    say("Change", change);
  }
  for (auto const& sentence : verdict(in.model, in.comparison, in.answers)) {
    say("Answer", sentence);
  }
  say("Solved", in.answers.quality.converged ? "converged" : "NOT CONVERGED: do not use");
  say("Units",
      "t/yr tonnes a year, t.km/yr tonne-kilometres a year, US$ of 2024; shares from 0 to 1; open "
      "is 1 or 0");
  say("Difference", "with the changes less without; read differences rather than levels");
  say("Diversion",
      "\"sea\" is the sea, \"none\" nobody: routes through fewer states, trade that appears or "
      "vanishes");
  say("Flows", "tonnes on every link and between all zones: flows.csv and od.csv beside this file");
  return sheet;
}

}  // namespace

std::vector<Worksheet> run_sheets(Model const& model, Comparison const& c, Answers const& a) {
  auto const in = Input{model, c, a};
  return {read_me(in),
          states_sheet(in),
          corridors_sheet(in),
          facilitation_sheet(in),
          crossings_sheet(in),
          diversion_sheet(in),
          facilities_sheet(in),
          assumptions_sheet(in),
          sources_sheet(in)};
}

}  // namespace chorsu
