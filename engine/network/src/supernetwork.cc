#include "chorsu/network/supernetwork.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace chorsu {

namespace {

/// Key of a port while building: node, kind, and gauge or basin.
using PortKey = std::tuple<std::uint32_t, PortKind, std::uint16_t>;

struct ArcRow {
  PortId from;
  PortId to;
  ArcKind kind{ArcKind::kHaul};
  Carriage carriage{Carriage::kNone};
  LinkId link{};
  bool reversed{false};
  NodeId node{};
  StateId state{};
  ZoneId zone{};
  BasinId basin{};
  Km length{};
  FacilityId facility{};
};

struct Builder {
  Network const& network;
  Capacities const& capacities;
  Supernetwork result;
  std::map<PortKey, PortId> ports;
  Column<NodeId, std::vector<PortId>> land;  ///< rail by gauge, then road
  Column<NodeId, std::vector<BasinId>> basins;
};

PortId add_port(Builder& b, NodeId node, PortKind kind, std::uint16_t gauge, BasinId basin) {
  auto& p = b.result.ports;
  p.kind.push_back(kind);
  p.gauge.push_back(gauge);
  p.basin.push_back(basin);
  return p.node.push_back(node);
}

PortId land_port(Builder& b, NodeId node, PortKind kind, std::uint16_t gauge) {
  auto const [it, is_new] = b.ports.try_emplace({node.value, kind, gauge}, PortId{});
  if (is_new) {
    it->second = add_port(b, node, kind, gauge, BasinId{});
    b.land[node].push_back(it->second);
  }
  return it->second;
}

PortId water_port(Builder& b, NodeId node, PortKind kind, BasinId basin) {
  auto const [it, is_new] = b.ports.try_emplace({node.value, kind, basin.value}, PortId{});
  if (is_new) {
    it->second = add_port(b, node, kind, 0U, basin);
    auto& known = b.basins[node];
    if (std::find(known.begin(), known.end(), basin) == known.end()) {
      known.push_back(basin);
    }
  }
  return it->second;
}

void add_arc(Builder& b, ArcRow const& row) {
  auto& a = b.result.arcs;
  a.from.push_back(row.from);
  a.to.push_back(row.to);
  a.kind.push_back(row.kind);
  a.carriage.push_back(row.carriage);
  a.link.push_back(row.link);
  a.reversed.push_back(row.reversed);
  a.node.push_back(row.node);
  a.state.push_back(row.state);
  a.zone.push_back(row.zone);
  a.basin.push_back(row.basin);
  a.length.push_back(row.length);
  a.facility.push_back(row.facility);
}

FacilityId add_facility(Builder& b,
                        FacilityKind kind,
                        LinkId link,
                        bool reversed,
                        NodeId node,
                        VolumeDelay const& delay) {
  auto& f = b.result.facilities;
  f.kind.push_back(kind);
  f.link.push_back(link);
  f.reversed.push_back(reversed);
  f.node.push_back(node);
  return f.delay.push_back(delay);
}

VolumeDelay const* default_delay(Capacities const& capacities, std::string const& id) {
  auto const& rows = capacities.defaults.rows;
  auto const it = std::find_if(rows.begin(), rows.end(), [&](auto const& r) { return r.id == id; });
  return it == rows.end() ? nullptr : &it->delay;
}

template <typename Rows>
VolumeDelay const* delay_of_link(Rows const& rows, LinkId link) {
  auto const it =
      std::find_if(rows.begin(), rows.end(), [&](auto const& r) { return r.link == link; });
  return it == rows.end() ? nullptr : &it->delay;
}

FacilityId link_facility(Builder& b, LinkId link, bool reversed) {
  auto const* delay = b.network.links.mode[link] == Mode::kFerry
                          ? delay_of_link(b.capacities.ferries.rows, link)
                          : default_delay(b.capacities, b.network.links.capacity_id[link]);
  return delay == nullptr ? FacilityId{}
                          : add_facility(b, FacilityKind::kLink, link, reversed, NodeId{}, *delay);
}

FacilityId crossing_facility(Builder& b, LinkId link, bool reversed) {
  auto const* delay = delay_of_link(b.capacities.crossings.rows, link);
  return delay == nullptr
             ? FacilityId{}
             : add_facility(b, FacilityKind::kCrossing, link, reversed, NodeId{}, *delay);
}

struct Ends {
  NodeId from;
  NodeId to;
};

Ends ends(Network const& network, LinkId link, bool reversed) {
  auto const from = network.links.from[link];
  auto const to = network.links.to[link];
  return reversed ? Ends{to, from} : Ends{from, to};
}

/// Half a haul in each state, and the two sides of the border between them.
void add_border_chain(Builder& b, ArcRow row, Ends nodes) {
  auto const half = row.length * 0.5;
  auto const haul_facility = row.facility;
  auto const crossing = crossing_facility(b, row.link, row.reversed);
  auto const before = add_port(b, nodes.from, PortKind::kBorder, 0U, BasinId{});
  auto const line = add_port(b, nodes.from, PortKind::kBorder, 0U, BasinId{});
  auto const after = add_port(b, nodes.to, PortKind::kBorder, 0U, BasinId{});
  auto const last = row.to;
  auto const add = [&](PortId from, PortId to, ArcKind kind, NodeId side) {
    row.from = from;
    row.to = to;
    row.kind = kind;
    row.node = side;
    row.state = b.network.nodes.state[side];
    row.length = kind == ArcKind::kHaul ? half : Km{};
    row.facility = kind == ArcKind::kHaul ? haul_facility : crossing;
    add_arc(b, row);
  };
  add(row.from, before, ArcKind::kHaul, nodes.from);
  add(before, line, ArcKind::kExit, nodes.from);
  add(line, after, ArcKind::kEntry, nodes.to);
  add(after, last, ArcKind::kHaul, nodes.to);
}

void add_land_haul(Builder& b, LinkId link, bool reversed) {
  auto const& links = b.network.links;
  auto const rail = links.mode[link] == Mode::kRail;
  auto const nodes = ends(b.network, link, reversed);
  auto const kind = rail ? PortKind::kRail : PortKind::kRoad;
  auto row = ArcRow{.from = land_port(b, nodes.from, kind, links.gauge[link]),
                    .to = land_port(b, nodes.to, kind, links.gauge[link])};
  row.carriage = rail ? Carriage::kTrain : Carriage::kTruck;
  row.link = link;
  row.reversed = reversed;
  row.length = Km{links.length[link].value};
  row.facility = link_facility(b, link, reversed);
  if (is_crossing(b.network, link)) {
    add_border_chain(b, row, nodes);
    return;
  }
  row.state = b.network.nodes.state[nodes.from];
  add_arc(b, row);
}

void add_water_haul(Builder& b, LinkId link, bool reversed) {
  auto const& links = b.network.links;
  auto const nodes = ends(b.network, link, reversed);
  auto const basin = links.basin[link];
  add_arc(b,
          {.from = water_port(b, nodes.from, PortKind::kLeaving, basin),
           .to = water_port(b, nodes.to, PortKind::kArriving, basin),
           .carriage = Carriage::kShip,
           .link = link,
           .reversed = reversed,
           .basin = basin,
           .length = Km{links.length[link].value},
           .facility = link_facility(b, link, reversed)});
}

void add_air_haul(Builder& b, LinkId link, bool reversed) {
  auto const nodes = ends(b.network, link, reversed);
  add_arc(b,
          {.from = land_port(b, nodes.from, PortKind::kRoad, 0U),
           .to = land_port(b, nodes.to, PortKind::kRoad, 0U),
           .carriage = Carriage::kPlane,
           .link = link,
           .reversed = reversed,
           .length = Km{b.network.links.length[link].value},
           .facility = link_facility(b, link, reversed)});
}

/// Wagons roll on between the rail ports of each gauge that both sides know; where they share none,
/// none do.
std::vector<std::pair<PortId, PortId>> wagon_ends(Builder const& b, Ends nodes) {
  auto result = std::vector<std::pair<PortId, PortId>>{};
  auto const& ports = b.result.ports;
  auto const is_rail = [&](PortId p) { return ports.kind[p] == PortKind::kRail; };
  for (auto const from : b.land[nodes.from]) {
    for (auto const to : b.land[nodes.to]) {
      if (is_rail(from) && is_rail(to) && ports.gauge[from] == ports.gauge[to]) {
        result.emplace_back(from, to);
      }
    }
  }
  return result;
}

void add_ferry_haul(Builder& b, LinkId link, bool reversed) {
  auto const& rows = b.capacities.ferries.rows;
  auto const it =
      std::find_if(rows.begin(), rows.end(), [&](auto const& r) { return r.link == link; });
  auto const carries = it == rows.end() ? FerryCarries::kBoth : it->carries;
  auto const nodes = ends(b.network, link, reversed);
  auto row = ArcRow{.from = PortId{}, .to = PortId{}};
  row.link = link;
  row.reversed = reversed;
  row.basin = b.network.links.basin[link];
  row.length = Km{b.network.links.length[link].value};
  row.facility = link_facility(b, link, reversed);
  if (carries != FerryCarries::kTrucks) {
    row.carriage = Carriage::kWagonFerry;
    for (auto const& [from, to] : wagon_ends(b, nodes)) {
      row.from = from;
      row.to = to;
      add_arc(b, row);
    }
  }
  if (carries != FerryCarries::kWagons) {
    row.carriage = Carriage::kTruckFerry;
    row.from = land_port(b, nodes.from, PortKind::kRoad, 0U);
    row.to = land_port(b, nodes.to, PortKind::kRoad, 0U);
    add_arc(b, row);
  }
}

void add_hauls(Builder& b) {
  auto const count = b.network.links.id.size();
  auto const each = [&](auto&& wanted, auto&& add) {
    for (auto i = 0U; i < count; ++i) {
      if (wanted(b.network.links.mode[LinkId{i}])) {
        add(b, LinkId{i}, false);
        add(b, LinkId{i}, true);
      }
    }
  };
  // Rail and road first: ferries roll on from the ports that these make.
  each([](Mode m) { return m == Mode::kRail || m == Mode::kRoad; }, add_land_haul);
  each(is_water, add_water_haul);
  each([](Mode m) { return m == Mode::kFerry; }, add_ferry_haul);
  each([](Mode m) { return m == Mode::kAir; }, add_air_haul);
}

FacilityId port_facility(Builder& b, NodeId node) {
  auto const& rows = b.capacities.ports.rows;
  auto const it =
      std::find_if(rows.begin(), rows.end(), [&](auto const& r) { return r.node == node; });
  return it == rows.end() ? FacilityId{}
                          : add_facility(b, FacilityKind::kPort, LinkId{}, false, node, it->delay);
}

void add_quays(Builder& b, NodeId node, FacilityId quay) {
  auto row = ArcRow{.from = PortId{}, .to = PortId{}};
  row.node = node;
  row.state = b.network.nodes.state[node];
  row.facility = quay;
  for (auto const basin : b.basins[node]) {
    row.basin = basin;
    for (auto const port : b.land[node]) {
      row.kind = ArcKind::kLoad;
      row.from = port;
      row.to = water_port(b, node, PortKind::kLeaving, basin);
      add_arc(b, row);
      row.kind = ArcKind::kDischarge;
      row.from = water_port(b, node, PortKind::kArriving, basin);
      row.to = port;
      add_arc(b, row);
    }
  }
}

void add_sailing_by(Builder& b, NodeId node) {
  for (auto const in : b.basins[node]) {
    for (auto const out : b.basins[node]) {
      add_arc(b,
              {.from = water_port(b, node, PortKind::kArriving, in),
               .to = water_port(b, node, PortKind::kLeaving, out),
               .kind = ArcKind::kSailThrough,
               .node = node,
               .basin = out});
    }
  }
}

void add_land_transfers(Builder& b, NodeId node) {
  auto const& ports = b.result.ports;
  auto const here = b.land[node];
  auto const* gauge_delay = default_delay(b.capacities, "gauge-break");
  for (auto const from : here) {
    for (auto const to : here) {
      if (from == to) {
        continue;
      }
      auto const both_rail =
          ports.kind[from] == PortKind::kRail && ports.kind[to] == PortKind::kRail;
      auto const facility = both_rail && gauge_delay != nullptr
                                ? add_facility(b,
                                               FacilityKind::kGaugeChange,
                                               LinkId{},
                                               from.value > to.value,
                                               node,
                                               *gauge_delay)
                                : FacilityId{};
      add_arc(b,
              {.from = from,
               .to = to,
               .kind = both_rail ? ArcKind::kGaugeChange : ArcKind::kRailRoad,
               .node = node,
               .state = b.network.nodes.state[node],
               .facility = facility});
    }
  }
}

void add_zone(Builder& b, ZoneId zone, FacilityId quay) {
  auto const node = b.network.zones.node[zone];
  auto const origin = add_port(b, node, PortKind::kOrigin, 0U, BasinId{});
  auto const destination = add_port(b, node, PortKind::kDestination, 0U, BasinId{});
  b.result.origin.push_back(origin);
  b.result.destination.push_back(destination);
  auto row = ArcRow{.from = origin, .to = destination};
  row.node = node;
  row.state = b.network.nodes.state[node];
  row.zone = zone;
  auto const connect = [&](PortId out, PortId in) {
    row.kind = ArcKind::kOrigin;
    row.from = origin;
    row.to = out;
    add_arc(b, row);
    row.kind = ArcKind::kDestination;
    row.from = in;
    row.to = destination;
    add_arc(b, row);
  };
  for (auto const port : b.land[node]) {
    connect(port, port);
  }
  row.facility = quay;
  for (auto const basin : b.basins[node]) {
    row.basin = basin;
    connect(water_port(b, node, PortKind::kLeaving, basin),
            water_port(b, node, PortKind::kArriving, basin));
  }
}

void index_leaving(Supernetwork& s) {
  auto leaving = std::vector<std::vector<ArcId>>(s.ports.node.size());
  for (auto i = 0U; i < s.arcs.from.size(); ++i) {
    leaving[s.arcs.from[ArcId{i}].value].push_back(ArcId{i});
  }
  for (auto const& arcs : leaving) {
    s.out.push_back(arcs);
  }
}

}  // namespace

Supernetwork expand(Network const& network, Capacities const& capacities) {
  auto b = Builder{network, capacities, {}, {}, {}, {}};
  b.land.values.resize(network.nodes.id.size());
  b.basins.values.resize(network.nodes.id.size());
  add_hauls(b);
  auto quays = Column<NodeId, FacilityId>{};
  for (auto i = 0U; i < network.nodes.id.size(); ++i) {
    auto const node = NodeId{i};
    quays.push_back(b.basins[node].empty() ? FacilityId{} : port_facility(b, node));
    add_quays(b, node, quays[node]);
    add_sailing_by(b, node);
    add_land_transfers(b, node);
  }
  for (auto i = 0U; i < network.zones.id.size(); ++i) {
    auto const zone = ZoneId{static_cast<std::uint16_t>(i)};
    add_zone(b, zone, quays[network.zones.node[zone]]);
  }
  index_leaving(b.result);
  return std::move(b.result);
}

}  // namespace chorsu
