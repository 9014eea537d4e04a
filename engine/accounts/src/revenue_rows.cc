#include <utility>

#include "earnings.h"
#include "ledger.h"
#include "row_sums.h"

namespace chorsu {

namespace {

/// Tonnes in transit that pay, by class and arc: to the first and the second of the arc's payees.
struct Paying {
  Grid<UserClassId, ArcId, double> first;
  Grid<UserClassId, ArcId, double> second;
};

Paying paying_tonnes(AccountInputs const& in) {
  auto const arcs = in.costs.supernetwork.arcs.from.size();
  auto const users = in.classes.commodity.size();
  auto result = Paying{{users, arcs}, {users, arcs}};
  auto paid = Column<ArcId, Payees>{};
  for (auto const arc : ids_of<ArcId>(arcs)) {
    paid.push_back(payees(in, arc));
  }
  for_each_use(in, [&](Use const& use) {
    for (auto const arc : in.solution.routes.arcs[use.route]) {
      auto const [first, second] = paid[arc];
      auto const part = second.is_none() ? use.tonnes : 0.5 * use.tonnes;
      if (!first.is_none() && is_transit(use, first)) {
        result.first(use.user, arc) += part;
      }
      if (!second.is_none() && is_transit(use, second)) {
        result.second(use.user, arc) += part;
      }
    }
  });
  return result;
}

/// What is avoidable of a line, as a line of its own.
ArcLine less(PriceLines& lines, ArcLine const& line, Charge charge, Measure const& share) {
  auto avoided = RowShare{};
  avoided.part = {.charge = charge,
                  .rate = Rate::kAvoidable,
                  .fact = share.fact,
                  .column = "share",
                  .value = share.value};
  return {line_of(lines, avoided), line.contribution, -line.contribution * share.value};
}

/// Lines of what a state keeps of the price on an arc.
Lines earned(PriceLines& lines) {
  return [&lines](UserClassId user, ArcId arc, Visit const& visit) {
    for (auto const& line : lines_on(lines, user, arc)) {
      auto const charge = lines.known[line.line.value].part.charge;
      if (auto const* share = avoidable(lines.inputs, arc, charge)) {
        visit(line);
        visit(less(lines, line, charge, *share));
      }
    }
  };
}

}  // namespace

void add_revenue(AccountInputs const& in, PriceLines& lines, MoneyBreakdown& to) {
  auto const paying = paying_tonnes(in);
  auto const earned = chorsu::earned(lines);
  auto sums = Column<StateId, FigureSums>{};
  sums.values.resize(in.network.states.id.size());
  auto const pay = [&](StateId state, double tonnes, UserClassId user, ArcId arc) {
    if (tonnes > 0.0) {
      add(sums[state], in, earned, {user, arc, tonnes});
    }
  };
  for (auto const arc : ids_of<ArcId>(paying.first.cols)) {
    auto const [first, second] = payees(in, arc);
    for (auto const user : in.classes.commodity.ids()) {
      pay(first, paying.first(user, arc), user, arc);
      pay(second, paying.second(user, arc), user, arc);
    }
  }
  for (auto const& of_state : sums.values) {
    to.transit_revenue.push_back(rows_of(lines, of_state.rows));
    to.transit_revenue_at.push_back(places_of(lines, earned, of_state));
  }
}

}  // namespace chorsu
