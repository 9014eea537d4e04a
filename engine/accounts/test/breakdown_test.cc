#include "chorsu/accounts/breakdown.h"

#include <cmath>

#include "any_year.h"
#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

double sum(LaneShares const& shares) {
  auto total = 0.0;
  for (auto const& share : shares) {
    total += share.amount;
  }
  return total;
}

double sum(RowShares const& shares) {
  auto total = 0.0;
  for (auto const& share : shares) {
    total += share.part.contribution;
  }
  return total;
}

template <typename Id, typename Shares>
void assert_adds_up(Column<Id, double> const& figures, Column<Id, Shares> const& shares) {
  RC_ASSERT(figures.size() == shares.size());
  for (auto const id : figures.ids()) {
    RC_ASSERT(near(figures[id], sum(shares[id])));
  }
}

/// Every link and facility.
LaneWishes all_of(ToyYear const& year) {
  auto wishes = LaneWishes{};
  wishes.links.values.assign(year.network.links.id.size(), 1U);
  wishes.facilities.values.assign(year.supernetwork.facilities.kind.size(), 1U);
  return wishes;
}

/// What a tonne is charged along arcs, hours at the goods' value of time, as cost_rows ought to see
/// it.
double cost_along(ToyYear const& year,
                  ArcCosts const& costs,
                  UserClassId user,
                  ToyFlow const& flow) {
  auto cost = 0.0;
  for (auto const arc : flow.arcs) {
    cost += costs.money(user, arc) + year.classes.value_of_time[user] * costs.hours(FormId{1}, arc);
  }
  return cost;
}

/// Places add up to the figure, and the rows of a place to the place.
void assert_places_add_up(Column<StateId, double> const& figures,
                          Column<StateId, PlaceShares> const& places) {
  RC_ASSERT(figures.size() == places.size());
  for (auto const state : figures.ids()) {
    auto total = 0.0;
    for (auto i = std::size_t{0}; i < places[state].size(); ++i) {
      auto const& place = places[state][i];
      RC_ASSERT(place.link.is_none() != place.node.is_none());
      RC_ASSERT(place.rows.empty() == (i >= kPlacesWithRows));
      RC_ASSERT(place.rows.empty() || near(place.contribution, sum(place.rows)));
      total += place.contribution;
    }
    RC_ASSERT(near(figures[state], total));
  }
}

}  // namespace

RC_GTEST_PROP(breakdown, revenue_rows_add_up_to_the_revenue, ()) {
  auto year = any_year();
  auto solution = solution_of(year, any_flows(year));
  solution.delay.values.assign(year.supernetwork.facilities.kind.size(), 0.0);
  solution.scarcity = solution.delay;
  auto const in = year.inputs(solution);
  auto const costs = price_arcs(year.costs(), year.world, year.classes);
  auto const money = money_breakdown(in, costs);
  auto const& rows = money.transit_revenue;
  assert_adds_up(settle(in).states.transit_revenue, rows);
  assert_places_add_up(settle(in).states.transit_revenue, money.transit_revenue_at);
  for (auto const& of_state : rows.values) {
    for (auto const& [kind, part, facility] : of_state) {
      RC_ASSERT(kind == ShareKind::kPrice);
      RC_ASSERT(near(part.contribution, worth(part.rate, part.value, part.amount)));
    }
  }
}

RC_GTEST_PROP(breakdown, cost_rows_add_up_to_the_trade_cost, ()) {
  auto year = any_year();
  auto flows = any_flows(year);
  auto const costs = price_arcs(year.costs(), year.world, year.classes);
  std::erase_if(flows, [&](auto const& flow) {
    return std::isinf(cost_along(year, costs, year.lanes.user[flow.lane], flow));
  });
  for (auto& flow : flows) {
    flow.cost = cost_along(year, costs, year.lanes.user[flow.lane], flow);
  }
  auto solution = solution_of(year, flows);
  solution.delay.values.assign(year.supernetwork.facilities.kind.size(), 0.0);
  solution.scarcity = solution.delay;
  auto const in = year.inputs(solution);
  auto const money = money_breakdown(in, costs);
  assert_adds_up(settle(in).states.trade_cost, money.trade_cost);
  assert_places_add_up(settle(in).states.trade_cost, money.trade_cost_at);
}

RC_GTEST_PROP(breakdown, lanes_add_up_to_tonnes, ()) {
  auto year = any_year();
  auto const solution = solution_of(year, any_flows(year));
  auto const in = year.inputs(solution);
  auto const accounts = settle(in);
  auto const lanes = lane_breakdown(in, all_of(year));
  assert_adds_up(accounts.states.transit_tonnes, lanes.transit_tonnes);
  assert_adds_up(accounts.states.transit_tkm, lanes.transit_tkm);
  assert_adds_up(accounts.states.trade_tonnes, lanes.trade_tonnes);
  assert_adds_up(accounts.corridor_tonnes, lanes.corridor_tonnes);
  for (auto const link : year.network.links.id.ids()) {
    RC_ASSERT(near(accounts.link_forward[link] + accounts.link_backward[link],
                   sum(lanes.link_tonnes[link])));
  }
}

RC_GTEST_PROP(breakdown, only_lanes_that_are_asked_for_are_told, ()) {
  auto year = any_year();
  auto const solution = solution_of(year, any_flows(year));
  auto wishes = all_of(year);
  wishes.links.values.assign(wishes.links.size(), 0U);
  wishes.facilities.values.assign(wishes.facilities.size(), 0U);
  auto const lanes = lane_breakdown(year.inputs(solution), wishes);
  for (auto const& of_link : lanes.link_tonnes.values) {
    RC_ASSERT(of_link.empty());
  }
  for (auto const& of_facility : lanes.facility_tonnes.values) {
    RC_ASSERT(of_facility.empty());
  }
}

RC_GTEST_PROP(breakdown, rows_add_up_to_the_indicators, ()) {
  auto year = any_year();
  auto solution = solution_of(year, any_flows(year));
  solution.delay.values.assign(year.supernetwork.facilities.kind.size(), 0.5);
  solution.scarcity.values.assign(year.supernetwork.facilities.kind.size(), 0.0);
  auto const in = year.inputs(solution);
  auto const indicators = trade_facilitation(in);
  auto const first = CorridorId{0};
  auto const rows = facilitation_rows(in, {{first, Mode::kRail}, {first, Mode::kRoad}});
  auto const agree = [](TradeFacilitation const& t, FacilitationRows const& r) {
    RC_ASSERT(near(t.border_hours.value_or(0.0), sum(r.border_hours)));
    RC_ASSERT(near(t.border_cost.value_or(0.0), sum(r.border_cost)));
    RC_ASSERT(near(t.section_cost.value_or(0.0), sum(r.section_cost)));
    if (t.speed_with_delay) {
      RC_ASSERT(near(1000.0 / *t.speed_with_delay, sum(r.hours_with_delay)));
      RC_ASSERT(near(1000.0 / *t.speed_without_delay, sum(r.hours_without_delay)));
    }
  };
  agree(indicators.rail[first], rows[0]);
  agree(indicators.road[first], rows[1]);
}

RC_GTEST_PROP(breakdown, lanes_add_up_to_exposures, ()) {
  auto year = any_year();
  auto const solution = solution_of(year, any_flows(year));
  auto const in = year.inputs(solution);
  auto const exposure = settle(in).exposure;
  auto const lanes = lane_breakdown(in, all_of(year)).exposure;
  assert_adds_up(exposure.neighbour_max, lanes.neighbour_max);
  assert_adds_up(exposure.neighbour_herfindahl, lanes.neighbour_herfindahl);
  assert_adds_up(exposure.crossing_max, lanes.crossing_max);
  assert_adds_up(exposure.crossing_herfindahl, lanes.crossing_herfindahl);
  assert_adds_up(exposure.corridor_max, lanes.corridor_max);
}

RC_GTEST_PROP(breakdown, lanes_add_up_to_diversions, ()) {
  auto year = any_year();
  auto const flows = any_flows(year);
  RC_PRE(!flows.empty());
  auto const first = solution_of(year, flows);
  auto const second = solution_of(year, shuffled(flows));
  auto const lanes = diversion_lanes(year.inputs(first), year.inputs(second));
  auto const diversion = divert(year.inputs(first), year.inputs(second));
  for (auto const& row : diversion.rows) {
    auto const it = lanes.find({row.from, row.to});
    RC_ASSERT(it != lanes.end());
    RC_ASSERT(near(row.tonnes, sum(it->second)));
  }
}
