#include "ledger.h"

#include "earnings.h"

namespace chorsu {

namespace {

StateAccounts empty_accounts(std::size_t states) {
  auto a = StateAccounts{};
  for (auto* column : {&a.originating,
                       &a.terminating,
                       &a.entering,
                       &a.leaving,
                       &a.transit_tonnes,
                       &a.transit_tkm,
                       &a.transit_revenue,
                       &a.trade_cost,
                       &a.trade_tonnes}) {
    column->values.assign(states, 0.0);
  }
  return a;
}

void count_ends(StateAccounts& a, Use const& use) {
  a.originating[use.origin] += use.tonnes;
  a.terminating[use.destination] += use.tonnes;
  a.trade_tonnes[use.origin] += use.tonnes;
  a.trade_cost[use.origin] += use.tonnes * use.cost;
  if (use.destination != use.origin) {
    a.trade_tonnes[use.destination] += use.tonnes;
    a.trade_cost[use.destination] += use.tonnes * use.cost;
  }
}

void count_borders(StateAccounts& a, Use const& use, Traces const& traces) {
  for (auto const state : traces.entered[use.route]) {
    a.entering[state] += use.tonnes;
  }
  for (auto const state : traces.left[use.route]) {
    a.leaving[state] += use.tonnes;
  }
}

/// True when the goods pass through a state that is not one of their own.
bool count_transit(StateAccounts& a, Use const& use, Traces const& traces) {
  auto any = false;
  for (auto const& passage : traces.passages[use.route]) {
    if (is_transit(use, passage.state)) {
      a.transit_tonnes[passage.state] += use.tonnes;
      a.transit_tkm[passage.state] += use.tonnes * passage.km;
      any = true;
    }
  }
  return any;
}

void credit(StateAccounts& a, Use const& use, ArcId arc, Earnings& earned) {
  auto const [first, second] = payees(earned.inputs, arc);
  auto const part = second.is_none() ? 1.0 : 0.5;
  for (auto const state : {first, second}) {
    if (!state.is_none() && is_transit(use, state)) {
      a.transit_revenue[state] += part * use.tonnes * net_price(earned, use.user, arc);
    }
  }
}

}  // namespace

StateAccounts state_accounts(AccountInputs const& in, Traces const& traces) {
  auto a = empty_accounts(in.network.states.id.size());
  auto earned = earnings(in);
  for_each_use(in, [&](Use const& use) {
    count_ends(a, use);
    count_borders(a, use, traces);
    if (count_transit(a, use, traces)) {
      for (auto const arc : in.solution.routes.arcs[use.route]) {
        credit(a, use, arc, earned);
      }
    }
  });
  return a;
}

}  // namespace chorsu
