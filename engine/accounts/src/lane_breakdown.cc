#include <algorithm>
#include <vector>

#include "lane_sums.h"
#include "ledger.h"

namespace chorsu {

namespace {

/// How much of a tonne on a link counts for a corridor's mean flow: the link's part of the km.
struct Membership {
  CorridorId corridor;
  double share;
};

using Memberships = Column<LinkId, std::vector<Membership>>;

/// First branches only, as in the corridors' tonnes.
Memberships memberships(Network const& network) {
  auto result = Memberships{};
  result.values.resize(network.links.id.size());
  auto const& corridors = network.corridors;
  auto seen = Column<CorridorId, std::uint8_t>{};
  seen.values.assign(corridors.id.size(), 0U);
  for (auto const branch : corridors.links.ids()) {
    auto const corridor = corridors.corridor[branch];
    if (seen[corridor] != 0U) {
      continue;
    }
    seen[corridor] = 1U;
    auto km = 0.0;
    for (auto const link : corridors.links[branch]) {
      km += network.links.length[link].value;
    }
    for (auto const link : corridors.links[branch]) {
      result[link].push_back({corridor, km > 0.0 ? network.links.length[link].value / km : 0.0});
    }
  }
  return result;
}

void add_transit(Use const& use, Traces const& traces, LaneBreakdown& to) {
  for (auto const& passage : traces.passages[use.route]) {
    if (is_transit(use, passage.state)) {
      add(to.transit_tonnes[passage.state], use.lane, use.tonnes);
      add(to.transit_tkm[passage.state], use.lane, use.tonnes * passage.km);
    }
  }
}

void add_links(AccountInputs const& in,
               Use const& use,
               Memberships const& members,
               LaneBreakdown& to) {
  auto const& arcs = in.costs.supernetwork.arcs;
  for (auto const arc : in.solution.routes.arcs[use.route]) {
    if (!counts_link(in.network, in.costs.supernetwork, arc)) {
      continue;
    }
    auto const link = arcs.link[arc];
    for (auto const& member : members[link]) {
      add(to.corridor_tonnes[member.corridor], use.lane, member.share * use.tonnes);
    }
    if (is_crossing(in.network, link)) {
      add(to.crossing_tonnes[link], use.lane, use.tonnes);
    }
  }
}

}  // namespace

LaneBreakdown lane_breakdown(AccountInputs const& in) {
  auto const traces = trace_routes(in);
  auto const members = memberships(in.network);
  auto result = LaneBreakdown{};
  for (auto* column : {&result.transit_tonnes, &result.transit_tkm, &result.trade_tonnes}) {
    column->values.resize(in.network.states.id.size());
  }
  result.corridor_tonnes.values.resize(in.network.corridors.id.size());
  result.crossing_tonnes.values.resize(in.network.links.id.size());
  for_each_use(in, [&](Use const& use) {
    add(result.trade_tonnes[use.origin], use.lane, use.tonnes);
    if (use.destination != use.origin) {
      add(result.trade_tonnes[use.destination], use.lane, use.tonnes);
    }
    add_transit(use, traces, result);
    add_links(in, use, members, result);
  });
  result.exposure = exposure_lanes(in, traces);
  return result;
}

}  // namespace chorsu
