#include <span>
#include <utility>
#include <vector>

#include "ledger.h"
#include "row_sums.h"

namespace chorsu {

namespace {

/// 1 for arcs that charge the scarcity of their facility: a border crossing is several arcs in a
/// row without a choice between, and each facility in it is charged once.
Column<ArcId, std::uint8_t> charging(Supernetwork const& s) {
  auto into = Column<PortId, ArcId>{};
  into.values.resize(s.ports.kind.size());
  for (auto const arc : s.arcs.to.ids()) {
    into[s.arcs.to[arc]] = arc;
  }
  auto result = Column<ArcId, std::uint8_t>{};
  for (auto const arc : s.arcs.from.ids()) {
    auto const facility = s.arcs.facility[arc];
    auto charges = !facility.is_none();
    for (auto at = s.arcs.from[arc]; s.ports.kind[at] == PortKind::kBorder;) {
      auto const before = into[at];
      charges = charges && s.arcs.facility[before] != facility;
      at = s.arcs.from[before];
    }
    result.push_back(charges ? 1U : 0U);
  }
  return result;
}

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

RowShare of_facility(AccountInputs const& in, ShareKind kind, FacilityId facility) {
  auto share = RowShare{};
  auto const& capacity = in.costs.supernetwork.facilities.delay[facility].capacity;
  share.kind = kind;
  share.facility = facility;
  share.part.charge = kind == ShareKind::kDelay ? Charge::kHours : Charge::kAccess;
  share.part.fact = capacity.fact;
  share.part.column = "capacity";
  share.part.value = capacity.value;
  return share;
}

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
    auto const line = line_of(lines, of_facility(f.in, ShareKind::kDelay, facility));
    add(sums, {line, 0.0, delay}, tonnes);
  }
  auto const scarcity = f.charging[arc] != 0U ? f.in.solution.scarcity[facility] : 0.0;
  if (scarcity != 0.0) {
    auto const line = line_of(lines, of_facility(f.in, ShareKind::kScarcity, facility));
    add(sums, {line, 0.0, scarcity}, tonnes);
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
