#include <algorithm>
#include <vector>

#include "lane_sums.h"
#include "ledger.h"

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

namespace {

Column<LinkId, std::vector<CorridorId>> corridors_of_links(Network const& network) {
  auto result = Column<LinkId, std::vector<CorridorId>>{};
  result.values.resize(network.links.id.size());
  auto const& corridors = network.corridors;
  for (auto const branch : corridors.links.ids()) {
    auto const corridor = corridors.corridor[branch];
    for (auto const link : corridors.links[branch]) {
      auto& known = result[link];
      if (std::find(known.begin(), known.end(), corridor) == known.end()) {
        known.push_back(corridor);
      }
    }
  }
  return result;
}

/// Kilometres of a route on every corridor.
void add_km(AccountInputs const& in,
            Column<LinkId, std::vector<CorridorId>> const& of_link,
            RouteId route,
            Column<CorridorId, double>& km) {
  auto const& arcs = in.costs.supernetwork.arcs;
  for (auto const arc : in.solution.routes.arcs[route]) {
    if (arcs.kind[arc] != ArcKind::kHaul) {
      continue;
    }
    for (auto const corridor : of_link[arcs.link[arc]]) {
      km[corridor] += arcs.length[arc].value;
    }
  }
}

/// Corridors that goods on every route follow.
Rows<RouteId, CorridorId> corridors_followed(AccountInputs const& in, Traces const& traces) {
  auto const of_link = corridors_of_links(in.network);
  auto km = Column<CorridorId, double>{};
  auto followed = std::vector<CorridorId>{};
  auto result = Rows<RouteId, CorridorId>{};
  for (auto const route : traces.km.ids()) {
    km.values.assign(in.network.corridors.id.size(), 0.0);
    add_km(in, of_link, route, km);
    auto const enough = std::min(kCorridorKm.value, kCorridorShare * traces.km[route]);
    followed.clear();
    for (auto const corridor : km.ids()) {
      if (km[corridor] > 0.0 && km[corridor] >= enough) {
        followed.push_back(corridor);
      }
    }
    result.push_back(followed);
  }
  return result;
}

/// Foreign trade of every state by what it passes [t/yr].
struct Tally {
  Column<StateId, double> total;
  Grid<StateId, NeighbourId, double> neighbours;
  Grid<StateId, GateId, double> gates;
  Grid<StateId, CorridorId, double> corridors;
};

Tally empty_tally(Network const& network) {
  auto const states = network.states.id.size();
  auto tally = Tally{};
  tally.total.values.assign(states, 0.0);
  tally.neighbours = {states, states + kSeaAndAir};
  tally.gates = {states, network.links.id.size() + network.nodes.id.size()};
  tally.corridors = {states, network.corridors.id.size()};
  return tally;
}

Tally tally_trade(AccountInputs const& in,
                  Traces const& traces,
                  Rows<RouteId, CorridorId> const& followed) {
  auto tally = empty_tally(in.network);
  auto const add = [&](Use const& use, StateId state, Gateway gateway) {
    tally.total[state] += use.tonnes;
    tally.neighbours(state, gateway.neighbour) += use.tonnes;
    tally.gates(state, gateway.gate) += use.tonnes;
    for (auto const corridor : followed[use.route]) {
      tally.corridors(state, corridor) += use.tonnes;
    }
  };
  for_each_use(in, [&](Use const& use) {
    if (use.origin != use.destination) {
      add(use, use.origin, traces.out[use.route]);
      add(use, use.destination, traces.in[use.route]);
    }
  });
  return tally;
}

double largest_share(std::span<double const> tonnes, double total) {
  auto const largest = std::max_element(tonnes.begin(), tonnes.end());
  return largest == tonnes.end() || total <= 0.0 ? 0.0 : std::min(1.0, *largest / total);
}

double herfindahl(std::span<double const> tonnes, double total) {
  auto sum = 0.0;
  for (auto const t : tonnes) {
    auto const share = total > 0.0 ? t / total : 0.0;
    sum += share * share;
  }
  return std::min(1.0, sum);
}

}  // namespace

Exposure exposure(AccountInputs const& in, Traces const& traces) {
  auto const tally = tally_trade(in, traces, corridors_followed(in, traces));
  auto result = Exposure{};
  for (auto const state : in.network.states.id.ids()) {
    auto const total = tally.total[state];
    result.neighbour_max.push_back(largest_share(tally.neighbours.row(state), total));
    result.neighbour_herfindahl.push_back(herfindahl(tally.neighbours.row(state), total));
    result.crossing_max.push_back(largest_share(tally.gates.row(state), total));
    result.crossing_herfindahl.push_back(herfindahl(tally.gates.row(state), total));
    result.corridor_max.push_back(largest_share(tally.corridors.row(state), total));
  }
  return result;
}

namespace {

/// What most of a state's foreign trade hangs on.
struct Foremost {
  NeighbourId neighbour;
  GateId gate;
  CorridorId corridor;
};

template <typename Id>
Id largest(Grid<StateId, Id, double> const& tonnes, StateId state) {
  auto const row = tonnes.row(state);
  return Id{static_cast<typename Id::rep>(std::max_element(row.begin(), row.end()) - row.begin())};
}

Column<StateId, Foremost> foremost(Network const& network, Tally const& tally) {
  auto result = Column<StateId, Foremost>{};
  for (auto const state : network.states.id.ids()) {
    result.push_back({largest(tally.neighbours, state),
                      largest(tally.gates, state),
                      largest(tally.corridors, state)});
  }
  return result;
}

ExposureLanes no_lanes(std::size_t states) {
  auto lanes = ExposureLanes{};
  for (auto* column : {&lanes.neighbour_max,
                       &lanes.neighbour_herfindahl,
                       &lanes.crossing_max,
                       &lanes.crossing_herfindahl,
                       &lanes.corridor_max}) {
    column->values.resize(states);
  }
  return lanes;
}

}  // namespace

ExposureLanes exposure_lanes(AccountInputs const& in, Traces const& traces) {
  auto const followed = corridors_followed(in, traces);
  auto const tally = tally_trade(in, traces, followed);
  auto const first = foremost(in.network, tally);
  auto lanes = no_lanes(in.network.states.id.size());
  auto const add_use = [&](Use const& use, StateId state, Gateway gateway) {
    auto const total = tally.total[state];
    auto const share = use.tonnes / total;
    auto const whole = [&](bool counts) { return counts ? share : 0.0; };
    auto const& top = first[state];
    auto const corridors = followed[use.route];
    auto const on_corridor =
        std::find(corridors.begin(), corridors.end(), top.corridor) != corridors.end();
    add(lanes.neighbour_max[state], use.lane, whole(gateway.neighbour == top.neighbour));
    add(lanes.crossing_max[state], use.lane, whole(gateway.gate == top.gate));
    add(lanes.corridor_max[state], use.lane, whole(on_corridor));
    add(lanes.neighbour_herfindahl[state],
        use.lane,
        share * tally.neighbours(state, gateway.neighbour) / total);
    add(lanes.crossing_herfindahl[state],
        use.lane,
        share * tally.gates(state, gateway.gate) / total);
  };
  for_each_use(in, [&](Use const& use) {
    if (use.origin != use.destination) {
      add_use(use, use.origin, traces.out[use.route]);
      add_use(use, use.destination, traces.in[use.route]);
    }
  });
  return lanes;
}

}  // namespace chorsu
