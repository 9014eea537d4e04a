#include <span>
#include <utility>
#include <vector>

#include "ledger.h"
#include "row_sums.h"

namespace chorsu {

namespace {

/// Tonnes by class and arc, and the arcs of every class that have some.
struct OnArcs {
  Grid<UserClassId, ArcId, double> tonnes;
  Column<UserClassId, std::vector<ArcId>> used;
};

void put(OnArcs& on, UserClassId user, std::span<ArcId const> arcs, double tonnes) {
  for (auto const arc : arcs) {
    auto& known = on.tonnes(user, arc);
    if (known == 0.0) {
      on.used[user].push_back(arc);
    }
    known += tonnes;
  }
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
void take(Facing const& facing, PriceLines& lines, OnArcs& on, RowSums& sums) {
  for (auto const user : on.used.ids()) {
    for (auto const arc : on.used[user]) {
      auto const tonnes = std::exchange(on.tonnes(user, arc), 0.0);
      for (auto const& line : lines_on(lines, user, arc)) {
        add(sums, line, tonnes);
      }
      add_facility(facing, lines, user, arc, tonnes, sums);
    }
    on.used[user].clear();
  }
}

}  // namespace

Column<StateId, RowShares> cost_rows(AccountInputs const& in,
                                     ArcCosts const& costs,
                                     PriceLines& lines) {
  auto const facing = Facing{in, costs, charging(in.costs.supernetwork)};
  auto uses = Column<StateId, std::vector<Use>>{};
  uses.values.resize(in.network.states.id.size());
  for_each_use(in, [&](Use const& use) {
    uses[use.origin].push_back(use);
    if (use.destination != use.origin) {
      uses[use.destination].push_back(use);
    }
  });
  auto on = OnArcs{{in.classes.commodity.size(), in.costs.supernetwork.arcs.from.size()}, {}};
  on.used.values.resize(in.classes.commodity.size());
  auto result = Column<StateId, RowShares>{};
  for (auto const& of_state : uses.values) {
    for (auto const& use : of_state) {
      put(on, use.user, in.solution.routes.arcs[use.route], use.tonnes);
    }
    auto sums = RowSums{};
    take(facing, lines, on, sums);
    result.push_back(rows_of(lines, sums));
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
