#include <span>
#include <utility>
#include <vector>

#include "ledger.h"
#include "row_sums.h"

namespace chorsu {

namespace {

/// Tonnes of one class by arc, and the arcs that have some.
struct OnArcs {
  Column<ArcId, double> tonnes;
  std::vector<ArcId> used{};
};

void put(OnArcs& on, std::span<ArcId const> arcs, double tonnes) {
  for (auto const arc : arcs) {
    auto& known = on.tonnes[arc];
    if (known == 0.0) {
      on.used.push_back(arc);
    }
    known += tonnes;
  }
}

/// Lanes of every class that have an end in a state.
using LanesAt = Grid<UserClassId, StateId, std::vector<LaneId>>;

LanesAt lanes_at(AccountInputs const& in) {
  auto result = LanesAt{in.classes.commodity.size(), in.network.states.id.size()};
  for (auto const lane : in.solution.lane_routes.ids()) {
    auto const origin = in.network.zones.state[in.lanes.origin[lane]];
    auto const destination = in.network.zones.state[in.lanes.destination[lane]];
    auto const user = in.lanes.user[lane];
    result(user, origin).push_back(lane);
    if (destination != origin) {
      result(user, destination).push_back(lane);
    }
  }
  return result;
}

/// Delay and scarcity on an arc, a tonne.
struct Facing {
  AccountInputs const& in;
  ArcCosts const& costs;
  Column<ArcId, std::uint8_t> charging;
};

void add_facility(
    Facing const& f, PriceLines& lines, UserClassId user, ArcId arc, double tonnes, RowSums& sums) {
  auto const facility = f.in.costs.supernetwork.arcs.facility[arc];
  if (facility.is_none()) {
    return;
  }
  auto const form =
      static_cast<std::uint8_t>(f.in.costs.commodities.form[f.in.classes.commodity[user]]);
  auto const delay = f.in.classes.value_of_time[user] * f.costs.hours(FormId{form}, arc) *
                     f.in.solution.delay[facility];
  if (delay != 0.0) {
    add(sums, {facility_line(lines, ShareKind::kDelay, facility), 0.0, delay}, tonnes);
  }
  auto const scarcity = f.charging[arc] != 0U ? f.in.solution.scarcity[facility] : 0.0;
  if (scarcity != 0.0) {
    add(sums, {facility_line(lines, ShareKind::kScarcity, facility), 0.0, scarcity}, tonnes);
  }
}

/// Empties `on` into the sums.
void take(Facing const& facing, PriceLines& lines, UserClassId user, OnArcs& on, RowSums& sums) {
  for (auto const arc : on.used) {
    auto const tonnes = std::exchange(on.tonnes[arc], 0.0);
    for (auto const& line : lines_on(lines, user, arc)) {
      add(sums, line, tonnes);
    }
    add_facility(facing, lines, user, arc, tonnes, sums);
  }
  on.used.clear();
}

}  // namespace

Column<StateId, RowShares> cost_rows(AccountInputs const& in,
                                     ArcCosts const& costs,
                                     PriceLines& lines) {
  auto const facing = Facing{in, costs, charging(in.costs.supernetwork)};
  auto const lanes = lanes_at(in);
  auto on = OnArcs{};
  on.tonnes.values.assign(in.costs.supernetwork.arcs.from.size(), 0.0);
  auto sums = Column<StateId, RowSums>{};
  sums.values.resize(in.network.states.id.size());
  for (auto const user : in.classes.commodity.ids()) {
    for (auto const state : sums.ids()) {
      for (auto const lane : lanes(user, state)) {
        for (auto const& r : in.solution.lane_routes[lane]) {
          if (r.tonnes > 0.0) {
            put(on, in.solution.routes.arcs[r.route], r.tonnes);
          }
        }
      }
      take(facing, lines, user, on, sums[state]);
    }
  }
  auto result = Column<StateId, RowShares>{};
  for (auto const& of_state : sums.values) {
    result.push_back(rows_of(lines, of_state));
  }
  return result;
}

MoneyBreakdown money_breakdown(AccountInputs const& in, ArcCosts const& costs) {
  auto lines = price_lines(in);
  auto result = MoneyBreakdown{};
  result.trade_cost = cost_rows(in, costs, lines);
  result.transit_revenue = revenue_rows(in, lines);
  return result;
}

}  // namespace chorsu
