#include <cmath>
#include <map>

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"
#include "toy_year.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

std::size_t any_below(std::size_t count) {
  return *rc::gen::inRange(std::size_t{0}, count);
}

double any_tonnes() {
  return static_cast<double>(*rc::gen::inRange(0, 1000000)) / 7.0;
}

/// Up to five states, ten nodes and sixteen links of any mode, with zones at home and overseas.
ToyYear any_year() {
  auto year = ToyYear{};
  auto const states = 2U + any_below(4U);
  for (auto i = std::size_t{0}; i < states; ++i) {
    year.state("S" + std::to_string(i), 0.01 * static_cast<double>(1U + any_below(5U)));
  }
  auto const any_state = [&] { return StateId{static_cast<std::uint16_t>(any_below(states))}; };
  auto const nodes = 4U + any_below(7U);
  for (auto i = std::size_t{0}; i < nodes; ++i) {
    year.node("n" + std::to_string(i), any_state());
  }
  auto const links = 5U + any_below(12U);
  auto branch = std::vector<LinkId>{};
  for (auto i = std::size_t{0}; i < links; ++i) {
    auto const from = any_below(nodes);
    auto const to = (from + 1U + any_below(nodes - 1U)) % nodes;
    auto const mode = static_cast<Mode>(any_below(6U));
    branch.push_back(year.link(mode,
                               NodeId{static_cast<std::uint32_t>(from)},
                               NodeId{static_cast<std::uint32_t>(to)},
                               1.0 + static_cast<double>(any_below(900U))));
  }
  year.corridor("first", {branch});
  for (auto i = std::size_t{0}; i < nodes; ++i) {
    auto const node = NodeId{static_cast<std::uint32_t>(i)};
    year.zone(node);
    if (any_below(4U) == 0U) {
      year.zone(node, any_state(), 100.0);
    }
  }
  year.expand_all();
  return year;
}

/// A walk through the network that visits no port twice; empty when it does not end at a zone.
std::vector<ArcId> any_route(ToyYear const& year, ZoneId from) {
  auto const& s = year.supernetwork;
  auto seen = std::vector<std::uint8_t>(s.ports.node.size(), 0U);
  auto arcs = std::vector<ArcId>{};
  auto at = s.origin[from];
  while (s.ports.kind[at] != PortKind::kDestination) {
    seen[at.value] = 1U;
    auto next = std::vector<ArcId>{};
    for (auto const arc : s.out[at]) {
      auto const to = s.arcs.to[arc];
      // Passing on is more likely than stopping, so that walks get long.
      auto const stops = s.ports.kind[to] == PortKind::kDestination;
      if (seen[to.value] == 0U && (!stops || arcs.size() > 3U)) {
        next.push_back(arc);
      }
    }
    if (next.empty()) {
      return {};
    }
    arcs.push_back(next[any_below(next.size())]);
    at = s.arcs.to[arcs.back()];
  }
  return arcs;
}

/// Adds a lane for every walk that arrives.
std::vector<ToyFlow> any_flows(ToyYear& year) {
  auto flows = std::vector<ToyFlow>{};
  for (auto const zone : year.network.zones.id.ids()) {
    for (auto i = 0; i < 3; ++i) {
      auto const arcs = any_route(year, zone);
      if (arcs.size() > 1U) {
        auto const to = year.supernetwork.arcs.zone[arcs.back()];
        flows.push_back({year.lane(zone, to), arcs, any_tonnes(), 30.0});
      }
    }
  }
  return flows;
}

/// The same lanes on other walks between the same zones where there are some, else unchanged.
std::vector<ToyFlow> shuffled(std::vector<ToyFlow> flows) {
  for (auto& flow : flows) {
    auto const& other = flows[any_below(flows.size())];
    if (other.arcs.front() == flow.arcs.front() && other.arcs.back() == flow.arcs.back()) {
      flow.arcs = other.arcs;
    }
    flow.tonnes = any_tonnes();
  }
  return flows;
}

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
