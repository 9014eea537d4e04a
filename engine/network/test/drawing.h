#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "chorsu/network/supernetwork.h"

namespace chorsu::drawing {

inline Measure exactly(double x) {
  return {x, x, x, FactId{}};
}

inline VolumeDelay capacity_of(double tonnes_per_year) {
  return {exactly(tonnes_per_year), 0.5, 4.0};
}

/// A physical network drawn in the test itself.
struct Drawing {
  Network network;
  Capacities capacities;

  StateId state(std::string const& id) {
    network.states.name.push_back(id);
    network.states.core.push_back(1U);
    return network.states.id.push_back(id);
  }

  NodeId node(std::string const& id, StateId in = {}) {
    network.nodes.name.push_back(id);
    network.nodes.kind.push_back("");
    network.nodes.state.push_back(in);
    network.nodes.lon.push_back(0.0);
    network.nodes.lat.push_back(0.0);
    network.nodes.fact.push_back(FactId{});
    return network.nodes.id.push_back(id);
  }

  LinkId link(Mode mode, NodeId from, NodeId to, double km, std::string const& capacity_id = "") {
    auto& l = network.links;
    l.from.push_back(from);
    l.to.push_back(to);
    l.mode.push_back(mode);
    l.gauge.push_back(0U);
    l.length.push_back(exactly(km));
    l.status.push_back(Status::kOperational);
    l.expected.push_back(0);
    l.capacity_id.push_back(capacity_id);
    l.basin.push_back(BasinId{});
    l.fact.push_back(FactId{});
    return l.id.push_back(std::string{to_string(mode)} + std::to_string(l.id.size()));
  }

  LinkId rail(NodeId from, NodeId to, std::uint16_t gauge, double km = 100.0) {
    auto const id = link(Mode::kRail, from, to, km, "line");
    network.links.gauge[id] = gauge;
    return id;
  }

  LinkId road(NodeId from, NodeId to, double km = 100.0) {
    return link(Mode::kRoad, from, to, km, "line");
  }

  LinkId water(Mode mode, NodeId from, NodeId to, BasinId basin, double km = 100.0) {
    auto const id = link(mode, from, to, km, "line");
    network.links.basin[id] = basin;
    return id;
  }

  LinkId ferry(NodeId from, NodeId to, FerryCarries carries) {
    auto const id = water(Mode::kFerry, from, to, BasinId{0});
    capacities.ferries.rows.push_back({id, carries, capacity_of(1e6), exactly(24.0)});
    return id;
  }

  ZoneId zone(NodeId node) {
    auto& z = network.zones;
    z.name.push_back(network.nodes.id[node]);
    z.state.push_back(network.nodes.state[node]);
    z.node.push_back(node);
    z.trade_code.push_back(TradeCodeId{});
    z.core.push_back(1U);
    z.access.push_back(exactly(0.0));
    z.access_basin.push_back(BasinId{});
    z.fact.push_back(FactId{});
    return z.id.push_back(network.nodes.id[node]);
  }

  void default_capacity(std::string const& id, double tonnes_per_year) {
    capacities.defaults.rows.push_back({id, capacity_of(tonnes_per_year)});
  }
  void crossing_capacity(LinkId link_id, double tonnes_per_year) {
    capacities.crossings.rows.push_back({link_id, capacity_of(tonnes_per_year)});
  }
  void port_capacity(NodeId at, double tonnes_per_year) {
    capacities.ports.rows.push_back({at, capacity_of(tonnes_per_year)});
  }

  Supernetwork expanded() const { return expand(network, capacities); }
};

/// Arcs that satisfy a condition, in order.
inline std::vector<ArcId> arcs_where(Supernetwork const& s, auto&& wanted) {
  auto result = std::vector<ArcId>{};
  for (auto const arc : s.arcs.from.ids()) {
    if (wanted(arc)) {
      result.push_back(arc);
    }
  }
  return result;
}

inline std::vector<ArcId> arcs_of_kind(Supernetwork const& s, ArcKind kind) {
  return arcs_where(s, [&](ArcId arc) { return s.arcs.kind[arc] == kind; });
}

inline std::vector<ArcId> arcs_of_link(Supernetwork const& s, LinkId link, bool reversed) {
  return arcs_where(s, [&](ArcId arc) {
    return s.arcs.link[arc] == link && (s.arcs.reversed[arc] != 0U) == reversed;
  });
}

inline PortKind tail_kind(Supernetwork const& s, ArcId arc) {
  return s.ports.kind[s.arcs.from[arc]];
}
inline PortKind head_kind(Supernetwork const& s, ArcId arc) {
  return s.ports.kind[s.arcs.to[arc]];
}

}  // namespace chorsu::drawing
