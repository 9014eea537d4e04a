#include <cmath>
#include <map>

#include "any_year.h"
#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

bool near(double a, double b, double size) {
  return std::abs(a - b) <= 1e-9 * std::max(1.0, size);
}

}  // namespace

RC_GTEST_PROP(accounts, what_enters_or_begins_leaves_or_ends, ()) {
  auto year = any_year();
  auto const flows = any_flows(year);
  auto const solution = solution_of(year, flows);
  auto const s = settle(year.inputs(solution)).states;
  for (auto const state : year.network.states.id.ids()) {
    auto const in = s.entering[state] + s.originating[state];
    RC_ASSERT(near(in, s.leaving[state] + s.terminating[state], in));
    RC_ASSERT(s.transit_tonnes[state] <= s.entering[state] * (1.0 + 1e-9));
    RC_ASSERT(s.transit_revenue[state] >= 0.0);
  }
}

RC_GTEST_PROP(accounts, diversion_adds_up_to_the_change_of_transit, ()) {
  auto year = any_year();
  auto const flows = any_flows(year);
  RC_PRE(!flows.empty());
  auto const first = solution_of(year, flows);
  auto const second = solution_of(year, shuffled(flows));
  auto const before = settle(year.inputs(first)).states.transit_tonnes;
  auto const after = settle(year.inputs(second)).states.transit_tonnes;
  auto balance = std::map<std::string, double>{};
  auto const diversion = divert(year.inputs(first), year.inputs(second));
  for (auto const& row : diversion.rows) {
    RC_ASSERT(row.tonnes > 0.0);
    RC_ASSERT(row.from != row.to);
    balance[row.to] += row.tonnes;
    balance[row.from] -= row.tonnes;
  }
  for (auto const state : year.network.states.id.ids()) {
    auto const change = after[state] - before[state];
    RC_ASSERT(near(balance[year.network.states.id[state]], change, before[state] + after[state]));
  }
}

RC_GTEST_PROP(accounts, shares_and_indices_lie_between_0_and_1, ()) {
  auto year = any_year();
  auto const solution = solution_of(year, any_flows(year));
  auto const e = settle(year.inputs(solution)).exposure;
  for (auto const* column : {&e.neighbour_max,
                             &e.neighbour_herfindahl,
                             &e.crossing_max,
                             &e.crossing_herfindahl,
                             &e.corridor_max}) {
    for (auto const share : column->values) {
      RC_ASSERT(share >= 0.0);
      RC_ASSERT(share <= 1.0);
    }
  }
  for (auto const state : year.network.states.id.ids()) {
    RC_ASSERT(e.neighbour_herfindahl[state] <= e.neighbour_max[state] + 1e-12);
    RC_ASSERT(e.crossing_herfindahl[state] <= e.crossing_max[state] + 1e-12);
  }
}

RC_GTEST_PROP(accounts, the_same_year_gives_the_same_bytes, ()) {
  auto year = any_year();
  auto const solution = solution_of(year, any_flows(year));
  auto const once = settle(year.inputs(solution));
  auto const again = settle(year.inputs(solution));
  RC_ASSERT(once.states.transit_revenue.values == again.states.transit_revenue.values);
  RC_ASSERT(once.link_forward.values == again.link_forward.values);
  RC_ASSERT(once.corridor_tkm.values == again.corridor_tkm.values);
}
