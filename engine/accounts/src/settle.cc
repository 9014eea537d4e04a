#include <algorithm>
#include <utility>
#include <vector>

#include "ledger.h"

namespace chorsu {

namespace {

struct LinkFlows {
  Column<LinkId, double> forward;   ///< t/yr
  Column<LinkId, double> backward;  ///< t/yr
};

void add_to_links(AccountInputs const& in, Column<ArcId, double> const& on_arc, LinkFlows& flows) {
  auto const& arcs = in.costs.supernetwork.arcs;
  for (auto const arc : on_arc.ids()) {
    if (counts_link(in.network, in.costs.supernetwork, arc)) {
      auto& flow = arcs.reversed[arc] != 0U ? flows.backward : flows.forward;
      flow[arcs.link[arc]] += on_arc[arc];
    }
  }
}

LinkFlows link_flows(AccountInputs const& in) {
  auto on_route = Column<RouteId, double>{};
  on_route.values.assign(in.solution.routes.arcs.size(), 0.0);
  for_each_use(in, [&](Use const& use) { on_route[use.route] += use.tonnes; });

  auto flows = LinkFlows{};
  flows.forward.values.assign(in.network.links.id.size(), 0.0);
  flows.backward.values.assign(in.network.links.id.size(), 0.0);
  auto on_arc = Column<ArcId, double>{};
  on_arc.values.assign(in.costs.supernetwork.arcs.kind.size(), 0.0);
  for (auto const route : on_route.ids()) {
    for (auto const arc : in.solution.routes.arcs[route]) {
      on_arc[arc] += on_route[route];
    }
  }
  add_to_links(in, on_arc, flows);
  return flows;
}

struct Haulage {
  double tkm{0.0};
  double km{0.0};
};

void add(Haulage& sum, AccountInputs const& in, Accounts const& a, LinkId link) {
  auto const km = in.network.links.length[link].value;
  sum.tkm += km * (a.link_forward[link] + a.link_backward[link]);
  sum.km += km;
}

/// Mean flow along the corridor's first branch [t/yr]. Its whole length divides, open or not, so
/// that a corridor that is finished does not seem to carry less than its busy stump did.
double main_branch_tonnes(AccountInputs const& in, Accounts const& a, CorridorId corridor) {
  auto const& corridors = in.network.corridors;
  auto sum = Haulage{};
  for (auto const branch : corridors.links.ids()) {
    if (corridors.corridor[branch] == corridor) {
      for (auto const link : corridors.links[branch]) {
        add(sum, in, a, link);
      }
      break;
    }
  }
  return sum.km > 0.0 ? sum.tkm / sum.km : 0.0;
}

void settle_corridors(AccountInputs const& in, Accounts& a) {
  for (auto const corridor : in.network.corridors.id.ids()) {
    auto all = Haulage{};
    for (auto const link : links_of(in.network.corridors, corridor)) {
      add(all, in, a, link);
    }
    a.corridor_tkm.push_back(all.tkm);
    a.corridor_tonnes.push_back(main_branch_tonnes(in, a, corridor));
  }
}

}  // namespace

bool counts_link(Network const& network, Supernetwork const& supernetwork, ArcId arc) {
  auto const kind = supernetwork.arcs.kind[arc];
  return kind == ArcKind::kExit ||
         (kind == ArcKind::kHaul && !is_crossing(network, supernetwork.arcs.link[arc]));
}

Accounts settle(AccountInputs const& inputs) {
  auto const traces = trace_routes(inputs);
  auto accounts = Accounts{};
  accounts.states = state_accounts(inputs, traces);
  accounts.exposure = exposure(inputs, traces);
  auto flows = link_flows(inputs);
  accounts.link_forward = std::move(flows.forward);
  accounts.link_backward = std::move(flows.backward);
  settle_corridors(inputs, accounts);
  return accounts;
}

}  // namespace chorsu
