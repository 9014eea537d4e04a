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

/// A figure that tonnes on an arc count for, and how much of a tonne.
struct Target {
  LaneShares* to;
  double share;
};

/// Where tonnes on every arc count.
Rows<ArcId, Target> targets_of(AccountInputs const& in,
                               LaneWishes const& wishes,
                               LaneBreakdown& to) {
  auto const members = memberships(in.network);
  auto const& s = in.costs.supernetwork;
  auto const charges = charging(s);
  auto result = Rows<ArcId, Target>{};
  auto targets = std::vector<Target>{};
  for (auto const arc : s.arcs.kind.ids()) {
    targets.clear();
    auto const link = s.arcs.link[arc];
    if (counts_link(in.network, s, arc)) {
      for (auto const& member : members[link]) {
        targets.push_back({&to.corridor_tonnes[member.corridor], member.share});
      }
      if (wishes.links[link] != 0U) {
        targets.push_back({&to.link_tonnes[link], 1.0});
      }
    }
    auto const facility = s.arcs.facility[arc];
    if (charges[arc] != 0U && wishes.facilities[facility] != 0U) {
      targets.push_back({&to.facility_tonnes[facility], 1.0});
    }
    result.push_back(targets);
  }
  return result;
}

LaneBreakdown no_lanes(AccountInputs const& in) {
  auto result = LaneBreakdown{};
  for (auto* column : {&result.transit_tonnes, &result.transit_tkm, &result.trade_tonnes}) {
    column->values.resize(in.network.states.id.size());
  }
  result.corridor_tonnes.values.resize(in.network.corridors.id.size());
  result.link_tonnes.values.resize(in.network.links.id.size());
  result.facility_tonnes.values.resize(in.costs.supernetwork.facilities.kind.size());
  return result;
}

}  // namespace

LaneBreakdown lane_breakdown(AccountInputs const& in, LaneWishes const& wishes) {
  auto const traces = trace_routes(in);
  auto result = no_lanes(in);
  auto const targets = targets_of(in, wishes, result);
  for_each_use(in, [&](Use const& use) {
    add(result.trade_tonnes[use.origin], use.lane, use.tonnes);
    if (use.destination != use.origin) {
      add(result.trade_tonnes[use.destination], use.lane, use.tonnes);
    }
    add_transit(use, traces, result);
    for (auto const arc : in.solution.routes.arcs[use.route]) {
      for (auto const& target : targets[arc]) {
        add(*target.to, use.lane, target.share * use.tonnes);
      }
    }
  });
  result.exposure = exposure_lanes(in, traces);
  return result;
}

}  // namespace chorsu
