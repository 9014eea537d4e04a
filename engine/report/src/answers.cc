#include "chorsu/report/answers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "flow_tables.h"
#include "ranking.h"

namespace chorsu {

namespace {

template <typename Id>
Change of(Column<Id, double> const& before, Column<Id, double> const& after, Id id) {
  return {before[id], after[id]};
}

double ratio(double a, double b) {
  return b > 0.0 ? a / b : 0.0;
}

StateAnswer state_answer(Comparison const& c, StateId state) {
  auto const& a = c.baseline.accounts.states;
  auto const& b = c.with_changes.accounts.states;
  auto const& e = c.baseline.accounts.exposure;
  auto const& f = c.with_changes.accounts.exposure;
  auto s = StateAnswer{};
  s.state = state;
  s.transit_tonnes = of(a.transit_tonnes, b.transit_tonnes, state);
  s.transit_tkm = of(a.transit_tkm, b.transit_tkm, state);
  s.transit_revenue = of(a.transit_revenue, b.transit_revenue, state);
  s.trade_tonnes = of(a.trade_tonnes, b.trade_tonnes, state);
  s.trade_cost = of(a.trade_cost, b.trade_cost, state);
  s.unit_cost = {ratio(s.trade_cost.baseline, s.trade_tonnes.baseline),
                 ratio(s.trade_cost.scenario, s.trade_tonnes.scenario)};
  s.neighbour_max = of(e.neighbour_max, f.neighbour_max, state);
  s.neighbour_herfindahl = of(e.neighbour_herfindahl, f.neighbour_herfindahl, state);
  s.crossing_max = of(e.crossing_max, f.crossing_max, state);
  s.crossing_herfindahl = of(e.crossing_herfindahl, f.crossing_herfindahl, state);
  s.corridor_max = of(e.corridor_max, f.corridor_max, state);
  s.surplus = c.surplus[state];
  return s;
}

double both_ways(Accounts const& a, LinkId link) {
  return a.link_forward[link] + a.link_backward[link];
}

std::vector<CrossingAnswer> crossing_answers(Network const& network, Comparison const& c) {
  auto result = std::vector<CrossingAnswer>{};
  for (auto const link : network.links.id.ids()) {
    if (is_crossing(network, link)) {
      result.push_back(
          {link, {both_ways(c.baseline.accounts, link), both_ways(c.with_changes.accounts, link)}});
    }
  }
  return result;
}

std::vector<CorridorAnswer> corridor_answers(Model const& model, Comparison const& c) {
  auto const& a = c.baseline.accounts;
  auto const& b = c.with_changes.accounts;
  auto const before = trade_facilitation(account_inputs(model, c.baseline));
  auto const after = trade_facilitation(account_inputs(model, c.with_changes));
  auto result = std::vector<CorridorAnswer>{};
  for (auto const corridor : model.region->network.corridors.id.ids()) {
    result.push_back({corridor,
                      of(a.corridor_tonnes, b.corridor_tonnes, corridor),
                      of(a.corridor_tkm, b.corridor_tkm, corridor),
                      {before.rail[corridor], after.rail[corridor]},
                      {before.road[corridor], after.road[corridor]}});
  }
  return result;
}

std::vector<FacilityAnswer> facility_answers(Comparison const& c) {
  auto const& before = c.baseline;
  auto const& after = c.with_changes;
  auto result = std::vector<FacilityAnswer>{};
  for (auto const id : before.solution.flow.ids()) {
    auto f = FacilityAnswer{};
    f.facility = id;
    f.capacity = of(before.world.capacity, after.world.capacity, id);
    f.flow = of(before.solution.flow, after.solution.flow, id);
    f.scarcity = of(before.solution.scarcity, after.solution.scarcity, id);
    f.fullest = std::max(ratio(f.flow.baseline, f.capacity.baseline),
                         ratio(f.flow.scenario, f.capacity.scenario));
    if (f.fullest > 0.0) {
      result.push_back(f);
    }
  }
  auto const rank = [](FacilityAnswer const& f) {
    return std::pair{std::max(f.scarcity.baseline, f.scarcity.scenario), f.fullest};
  };
  sort_falling(result, rank);
  return result;
}

std::vector<AssumedFacts> assumed_facts(Region const& region) {
  auto counts = Column<FileId, AssumedFacts>{};
  for (auto const file : region.facts.files.ids()) {
    counts.push_back({.file = file});
  }
  for (auto const fact : region.facts.file.ids()) {
    auto& count = counts[region.facts.file[fact]];
    auto const source = region.facts.source[fact];
    ++count.facts;
    if (!source.is_none()) {
      auto const kind = region.sources.kind[source];
      count.assumptions += kind == SourceKind::kAssumption ? 1U : 0U;
      count.defaults += kind == SourceKind::kDefault ? 1U : 0U;
    }
  }
  std::erase_if(counts.values,
                [](auto const& count) { return count.assumptions + count.defaults == 0U; });
  return counts.values;
}

Quality quality(Model const& model, Comparison const& c) {
  auto q = Quality{.converged = true};
  for (auto const* future : {&c.baseline, &c.with_changes}) {
    auto const& convergence = future->solution.convergence;
    q.residual = std::max(q.residual, convergence.residual);
    q.violation = std::max(q.violation, convergence.violation);
    q.unserved = std::max(q.unserved, convergence.unserved);
    q.converged = q.converged && convergence.converged;
    q.balance = std::max(
        q.balance,
        balance_max(model.region->network, class_flows(model, *future), od_rows(model, *future)));
  }
  return q;
}

/// Differences below this share of the largest are not drawn: SMALLEST in web/map/links.ts.
constexpr auto kDrawn = 0.005;
/// Facilities above this share of their capacity are full enough to be told.
constexpr auto kFull = 0.8;

/// States beyond the core are told when they move by this share of the largest move.
constexpr auto kWorthALine = 0.01;

template <typename Row, typename Size>
double largest_of(std::vector<Row> const& rows, Size size) {
  auto result = 0.0;
  for (auto const& row : rows) {
    result = std::max(result, size(row));
  }
  return result;
}

/// The `most` rows with the largest size, 0 left out, ties in the order given.
template <typename Row, typename Size>
std::vector<Row> largest(std::vector<Row> rows, std::size_t most, Size size) {
  std::erase_if(rows, [&](auto const& row) { return size(row) <= 0.0; });
  sort_falling(rows, size);
  if (rows.size() > most) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  }
  return rows;
}

}  // namespace

Answers answers(Model const& model, Comparison const& c) {
  auto const& network = model.region->network;
  auto result = Answers{};
  for (auto const state : network.states.id.ids()) {
    result.states.push_back(state_answer(c, state));
  }
  result.corridors = corridor_answers(model, c);
  result.crossings = crossing_answers(network, c);
  result.borders = border_answers(*model.region, c.baseline.world, c.with_changes.world);
  result.facilities = facility_answers(c);
  result.assumed = assumed_facts(*model.region);
  result.quality = quality(model, c);
  return result;
}

std::vector<StateAnswer> states_to_show(Answers const& a,
                                        Network const& network,
                                        std::size_t most) {
  auto const moved = [](StateAnswer const& s) { return std::abs(s.transit_tonnes.difference()); };
  auto rows = std::vector<StateAnswer>{};
  auto others = std::vector<StateAnswer>{};
  for (auto const& s : a.states) {
    (network.states.core[s.state] != 0U ? rows : others).push_back(s);
  }
  if (rows.size() > most) {
    return largest(rows, most, moved);
  }
  auto const least = kWorthALine * largest_of(a.states, moved);
  std::erase_if(others, [&](StateAnswer const& s) { return moved(s) < least; });
  auto const added = largest(others, most - rows.size(), moved);
  rows.insert(rows.end(), added.begin(), added.end());
  return rows;
}

std::vector<CorridorAnswer> corridors_moved(Answers const& a, std::size_t most) {
  return largest(a.corridors, most, [](auto const& c) { return std::abs(c.tonnes.difference()); });
}

std::vector<CrossingAnswer> crossings_moved(Answers const& a, std::size_t most) {
  return largest(a.crossings, most, [](auto const& c) { return std::abs(c.tonnes.difference()); });
}

std::vector<LinkAnswer> links_moved(Comparison const& c, std::size_t most) {
  auto rows = std::vector<LinkAnswer>{};
  auto const tonnes = [](Accounts const& a, LinkId link) {
    return a.link_forward[link] + a.link_backward[link];
  };
  for (auto const link : c.baseline.accounts.link_forward.ids()) {
    rows.push_back(
        {link, {tonnes(c.baseline.accounts, link), tonnes(c.with_changes.accounts, link)}});
  }
  auto const moved = [](LinkAnswer const& l) { return std::abs(l.tonnes.difference()); };
  auto const least = kDrawn * largest_of(rows, moved);
  std::erase_if(rows, [&](LinkAnswer const& l) { return moved(l) <= least; });
  return largest(std::move(rows), most, moved);
}

std::vector<CorridorAnswer> corridors_busiest(Answers const& a, std::size_t most) {
  return largest(
      a.corridors, most, [](auto const& c) { return std::max(c.tkm.baseline, c.tkm.scenario); });
}

std::vector<FacilityAnswer> facilities_full(Answers const& a) {
  auto rows = a.facilities;
  std::erase_if(rows, [](FacilityAnswer const& f) { return f.fullest < kFull; });
  return rows;
}

std::vector<Diversion::Row> largest_diversions(Comparison const& c, std::size_t most) {
  return largest(c.diversion.rows, most, [](auto const& row) { return row.tonnes; });
}

}  // namespace chorsu
