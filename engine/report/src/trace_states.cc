#include <initializer_list>

#include <fmt/format.h>

#include "trace_work.h"

namespace chorsu {

namespace {

/// A figure of a state that is made of lanes.
struct LaneFigure {
  char const* id;
  char const* title;
  char const* unit;
  Change StateAnswer::* value;
  LaneShares const& without;
  LaneShares const& with;
};

void trace_lanes(TraceWork const& w, StateAnswer const& answer, LaneFigure const& f) {
  auto const& states = w.network().states;
  w.figures.push_back({fmt::format("states.{}.{}", states.id[answer.state], f.id),
                       fmt::format("{}: {}", states.name[answer.state], f.title),
                       f.unit,
                       answer.*f.value,
                       lane_rows(w.t, f.without, f.with, f.unit)});
}

void trace_money(TraceWork const& w, StateAnswer const& answer) {
  auto const state = answer.state;
  auto const& states = w.network().states;
  w.figures.push_back(
      {fmt::format("states.{}.transit_revenue", states.id[state]),
       states.name[state] + ": transit revenue, net of avoidable cost",
       "US$/yr",
       answer.transit_revenue,
       price_rows(w.t, w.without.money.transit_revenue[state], w.with.money.transit_revenue[state]),
       Years::kBoth,
       price_places(w.t,
                    w.without.money.transit_revenue_at[state],
                    w.with.money.transit_revenue_at[state])});
  w.figures.push_back(
      {fmt::format("states.{}.trade_cost", states.id[state]),
       states.name[state] + ": generalised cost of its trade",
       "US$/yr",
       answer.trade_cost,
       price_rows(w.t, w.without.money.trade_cost[state], w.with.money.trade_cost[state]),
       Years::kBoth,
       price_places(w.t, w.without.money.trade_cost_at[state], w.with.money.trade_cost_at[state])});
}

void trace_state(TraceWork const& w, StateAnswer const& answer) {
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

void trace_surplus(TraceWork const& w) {
  auto const& t = w.t;
  auto const lanes = surplus_lanes(account_inputs(t.model, t.comparison.baseline),
                                   account_inputs(t.model, t.comparison.with_changes),
                                   t.model.pivot);
  auto const& states = w.network().states;
  for (auto const& answer : w.in.answers.states) {
    w.figures.push_back({fmt::format("states.{}.surplus", states.id[answer.state]),
                         states.name[answer.state] + ": traders' surplus, change",
                         "US$/yr",
                         {0.0, answer.surplus},
                         lane_rows(t, {}, lanes[answer.state], "US$/yr"),
                         Years::kWith});
  }
}

}  // namespace

void trace_states(TraceWork const& w) {
  for (auto const& answer : w.in.answers.states) {
    trace_state(w, answer);
  }
  trace_surplus(w);
}

}  // namespace chorsu
