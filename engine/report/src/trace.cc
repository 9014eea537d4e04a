#include "chorsu/report/trace.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>

#include "trace_rows.h"

namespace chorsu {

namespace {

/// One future's breakdowns.
struct Broken {
  MoneyBreakdown money;
  LaneBreakdown lanes;
};

Broken break_down(Model const& model, Future const& future) {
  auto const in = account_inputs(model, future);
  return {money_breakdown(in, future.costs), lane_breakdown(in)};
}

/// What is traced, and where the traces go.
struct Work {
  Tracing const& t;
  Broken const& without;
  Broken const& with;
  std::vector<FigureTrace>& figures;

  Network const& network() const { return t.region().network; }
};

std::string party_name(Network const& network, std::string const& party) {
  for (auto const state : network.states.id.ids()) {
    if (network.states.id[state] == party) {
      return network.states.name[state];
    }
  }
  return party == "sea" ? "the sea" : "nobody";
}

/// A figure of a state that is made of lanes.
struct LaneFigure {
  char const* id;
  char const* title;
  char const* unit;
  Change StateAnswer::* value;
  LaneShares const& without;
  LaneShares const& with;
};

void trace_lanes(Work const& w, StateAnswer const& answer, LaneFigure const& f) {
  auto const& states = w.network().states;
  w.figures.push_back({fmt::format("states.{}.{}", states.id[answer.state], f.id),
                       fmt::format("{}: {}", states.name[answer.state], f.title),
                       f.unit,
                       answer.*f.value,
                       lane_rows(w.t, f.without, f.with, f.unit)});
}

void trace_money(Work const& w, StateAnswer const& answer) {
  auto const state = answer.state;
  auto const& states = w.network().states;
  w.figures.push_back(
      {fmt::format("states.{}.transit_revenue", states.id[state]),
       states.name[state] + ": transit revenue, net of avoidable cost",
       "US$/yr",
       answer.transit_revenue,
       price_rows(
           w.t, w.without.money.transit_revenue[state], w.with.money.transit_revenue[state])});
  w.figures.push_back(
      {fmt::format("states.{}.trade_cost", states.id[state]),
       states.name[state] + ": generalised cost of its trade",
       "US$/yr",
       answer.trade_cost,
       price_rows(w.t, w.without.money.trade_cost[state], w.with.money.trade_cost[state])});
}

void trace_state(Work const& w, StateAnswer const& answer) {
  auto const s = answer.state;
  auto const& a = w.without.lanes;
  auto const& b = w.with.lanes;
  auto const& e = w.without.lanes.exposure;
  auto const& f = w.with.lanes.exposure;
  using A = StateAnswer;
  trace_money(w, answer);
  for (auto const& figure :
       std::initializer_list<LaneFigure>{{"transit_tonnes",
                                          "tonnes in transit",
                                          "t/yr",
                                          &A::transit_tonnes,
                                          a.transit_tonnes[s],
                                          b.transit_tonnes[s]},
                                         {"transit_tkm",
                                          "tonne-km of transit",
                                          "t.km/yr",
                                          &A::transit_tkm,
                                          a.transit_tkm[s],
                                          b.transit_tkm[s]},
                                         {"trade_tonnes",
                                          "tonnes of its trade",
                                          "t/yr",
                                          &A::trade_tonnes,
                                          a.trade_tonnes[s],
                                          b.trade_tonnes[s]},
                                         {"exposure.neighbour_max",
                                          "largest share of trade by one neighbour",
                                          "share",
                                          &A::neighbour_max,
                                          e.neighbour_max[s],
                                          f.neighbour_max[s]},
                                         {"exposure.neighbour_herfindahl",
                                          "squared shares of trade by neighbour",
                                          "index",
                                          &A::neighbour_herfindahl,
                                          e.neighbour_herfindahl[s],
                                          f.neighbour_herfindahl[s]},
                                         {"exposure.crossing_max",
                                          "largest share of trade by one crossing or port",
                                          "share",
                                          &A::crossing_max,
                                          e.crossing_max[s],
                                          f.crossing_max[s]},
                                         {"exposure.crossing_herfindahl",
                                          "squared shares of trade by crossing or port",
                                          "index",
                                          &A::crossing_herfindahl,
                                          e.crossing_herfindahl[s],
                                          f.crossing_herfindahl[s]},
                                         {"exposure.corridor_max",
                                          "largest share of trade by one corridor",
                                          "share",
                                          &A::corridor_max,
                                          e.corridor_max[s],
                                          f.corridor_max[s]}}) {
    trace_lanes(w, answer, figure);
  }
}

void trace_surplus(Work const& w, Answers const& answers) {
  auto const& t = w.t;
  auto const lanes = surplus_lanes(account_inputs(t.model, t.comparison.baseline),
                                   account_inputs(t.model, t.comparison.with_changes),
                                   t.model.pivot);
  auto const& states = w.network().states;
  for (auto const& answer : answers.states) {
    w.figures.push_back({fmt::format("states.{}.surplus", states.id[answer.state]),
                         states.name[answer.state] + ": traders' surplus, change",
                         "US$/yr",
                         {0.0, answer.surplus},
                         lane_rows(t, {}, lanes[answer.state], "US$/yr")});
  }
}

/// Full facilities among those of some links, in front of the lanes.
void add_full(Work const& w, std::vector<LinkId> const& links, std::vector<TraceRow>& rows) {
  auto const& f = w.t.model.supernetwork.facilities;
  auto const& c = w.t.comparison;
  auto full = std::vector<TraceRow>{};
  for (auto const id : f.kind.ids()) {
    auto const named = std::find(links.begin(), links.end(), f.link[id]) != links.end();
    if (named &&
        (c.baseline.solution.scarcity[id] > 0.0 || c.with_changes.solution.scarcity[id] > 0.0)) {
      full.push_back(full_row(w.t, id));
    }
  }
  rows.insert(rows.begin(), full.begin(), full.end());
}

void trace_crossings(Work const& w, Answers const& answers) {
  for (auto const& crossing : answers.crossings) {
    auto const link = crossing.link;
    auto rows = lane_rows(
        w.t, w.without.lanes.crossing_tonnes[link], w.with.lanes.crossing_tonnes[link], "t/yr");
    add_full(w, {link}, rows);
    w.figures.push_back({fmt::format("crossings.{}.tonnes", w.network().links.id[link]),
                         link_name(w.network(), link) + ": tonnes, both directions",
                         "t/yr",
                         crossing.tonnes,
                         std::move(rows)});
  }
}

std::vector<LinkId> main_branch(Corridors const& corridors, CorridorId corridor) {
  for (auto const branch : corridors.links.ids()) {
    if (corridors.corridor[branch] == corridor) {
      auto const links = corridors.links[branch];
      return {links.begin(), links.end()};
    }
  }
  return {};
}

void trace_corridors(Work const& w, Answers const& answers) {
  auto const& corridors = w.network().corridors;
  for (auto const& answer : answers.corridors) {
    auto const id = answer.corridor;
    auto rows = lane_rows(
        w.t, w.without.lanes.corridor_tonnes[id], w.with.lanes.corridor_tonnes[id], "t/yr");
    add_full(w, main_branch(corridors, id), rows);
    w.figures.push_back({fmt::format("corridors.{}.tonnes", corridors.id[id]),
                         corridors.name[id] + ": mean flow along the main branch",
                         "t/yr",
                         answer.tonnes,
                         std::move(rows)});
  }
}

void trace_diversions(Work const& w) {
  auto const& t = w.t;
  auto const lanes = diversion_lanes(account_inputs(t.model, t.comparison.baseline),
                                     account_inputs(t.model, t.comparison.with_changes));
  for (auto const& row : t.comparison.diversion.rows) {
    auto const it = lanes.find({row.from, row.to});
    w.figures.push_back({fmt::format("diversion.{}.{}", row.from, row.to),
                         fmt::format("Transit that left {} for {}",
                                     party_name(w.network(), row.from),
                                     party_name(w.network(), row.to)),
                         "t/yr",
                         {0.0, row.tonnes},
                         lane_rows(t, {}, it == lanes.end() ? LaneShares{} : it->second, "t/yr")});
  }
}

/// Names and rows of the lanes that figures mention.
void add_lanes(Tracing const& t, FigureTraces& traces) {
  auto const count = t.model.demand.lanes.origin.size();
  traces.lane_name.values.resize(count);
  traces.lane_rows.values.resize(count);
  for (auto const& figure : traces.figures) {
    for (auto const& row : figure.rows) {
      if (!row.lane.is_none() && traces.lane_name[row.lane].empty()) {
        traces.lane_name[row.lane] = row.name;
        traces.lane_rows[row.lane] = rows_behind(t, row.lane);
      }
    }
  }
}

}  // namespace

FigureTraces trace_figures(Model const& model,
                           Comparison const& c,
                           Answers const& answers,
                           std::size_t most) {
  auto const t = tracing(model, c, most);
  auto const without = break_down(model, c.baseline);
  auto const with = break_down(model, c.with_changes);
  auto traces = FigureTraces{};
  auto const work = Work{t, without, with, traces.figures};
  for (auto const& answer : answers.states) {
    trace_state(work, answer);
  }
  trace_surplus(work, answers);
  trace_corridors(work, answers);
  trace_crossings(work, answers);
  trace_diversions(work);
  add_lanes(t, traces);
  return traces;
}

}  // namespace chorsu
