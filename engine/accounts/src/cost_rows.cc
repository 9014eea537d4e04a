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

void visit_facility(
    Facing const& f, PriceLines& lines, UserClassId user, ArcId arc, Visit const& visit) {
  auto const facility = f.in.costs.supernetwork.arcs.facility[arc];
  if (facility.is_none()) {
    return;
  }
  auto const form =
      static_cast<std::uint8_t>(f.in.costs.commodities.form[f.in.classes.commodity[user]]);
  auto const delay = f.in.classes.value_of_time[user] * f.costs.hours(FormId{form}, arc) *
                     f.in.solution.delay[facility];
  if (delay != 0.0) {
    visit({facility_line(lines, ShareKind::kDelay, facility), 0.0, delay});
  }
  auto const scarcity = f.charging[arc] != 0U ? f.in.solution.scarcity[facility] : 0.0;
  if (scarcity != 0.0) {
    visit({facility_line(lines, ShareKind::kScarcity, facility), 0.0, scarcity});
  }
}

/// Lines of what a tonne costs on an arc.
Lines borne(Facing const& facing, PriceLines& lines) {
  return [&](UserClassId user, ArcId arc, Visit const& visit) {
    for (auto const& line : lines_on(lines, user, arc)) {
      visit(line);
    }
    visit_facility(facing, lines, user, arc, visit);
  };
}

/// Puts the tonnes of all routes of a class that have an end in a state on their arcs.
void put_all(AccountInputs const& in, std::vector<LaneId> const& lanes, OnArcs& on) {
  for (auto const lane : lanes) {
    for (auto const& r : in.solution.lane_routes[lane]) {
      if (r.tonnes > 0.0) {
        put(on, in.solution.routes.arcs[r.route], r.tonnes);
      }
    }
  }
}

}  // namespace

void add_cost(AccountInputs const& in,
              ArcCosts const& costs,
              PriceLines& lines,
              MoneyBreakdown& to) {
  auto const facing = Facing{in, costs, charging(in.costs.supernetwork)};
  auto const borne = chorsu::borne(facing, lines);
  auto const lanes = lanes_at(in);
  auto on = OnArcs{};
  on.tonnes.values.assign(in.costs.supernetwork.arcs.from.size(), 0.0);
  for (auto const state : in.network.states.id.ids()) {
    auto sums = FigureSums{};
    for (auto const user : in.classes.commodity.ids()) {
      put_all(in, lanes(user, state), on);
      for (auto const arc : on.used) {
        add(sums, in, borne, {user, arc, std::exchange(on.tonnes[arc], 0.0)});
      }
      on.used.clear();
    }
    to.trade_cost.push_back(rows_of(lines, sums.rows));
    to.trade_cost_at.push_back(places_of(lines, borne, sums));
  }
}

MoneyBreakdown money_breakdown(AccountInputs const& in, ArcCosts const& costs) {
  auto lines = price_lines(in);
  auto result = MoneyBreakdown{};
  add_cost(in, costs, lines, result);
  add_revenue(in, lines, result);
  return result;
}

}  // namespace chorsu
