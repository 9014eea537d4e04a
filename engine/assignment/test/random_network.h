#pragma once

#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "rapidcheck/gtest.h"
#include "toy.h"

namespace chorsu::toy {

/// A network drawn by chance: a ring that is never scarce, so that all that wants to move can, with
/// chords of which some are bottlenecks, alone or together, and some lead over a border.
struct RandomNetwork {
  Toy toy;
  std::vector<PortId> vertices;
  std::vector<ArcId> chords;
};

inline double any_of(int low, int high, double unit = 1.0) {
  return unit * *rc::gen::inRange(low, high + 1);
}

inline FacilityId any_bottleneck(Toy& toy) {
  auto const known = toy.capacity.size();
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
    case 1:
      return toy.bottleneck(any_of(1, 100, 1e4), any_of(0, 20, 0.1), any_of(1, 5));
    case 2:
      return known == 0U ? FacilityId{}
                         : FacilityId{*rc::gen::inRange<std::uint16_t>(
                               0U, static_cast<std::uint16_t>(known))};
    default:
      return {};
  }
}

/// Two arcs in series whose facility lies on both sides of a border.
inline ArcId over_a_border(Toy& toy, PortId from, PortId to, FacilityId facility) {
  auto const border = toy.vertex(PortKind::kBorder);
  auto const half = any_of(1, 100);
  auto const first = toy.arc(from, border, any_of(1, 50), any_of(0, 20), half, facility);
  toy.arc(border, to, any_of(1, 50), any_of(0, 20), half, facility);
  return first;
}

inline void add_chord(RandomNetwork& net) {
  auto const count = net.vertices.size();
  auto const at = *rc::gen::inRange(std::size_t{0}, count);
  auto const from = net.vertices[at];
  auto const to = net.vertices[(at + *rc::gen::inRange(std::size_t{1}, count)) % count];
  auto const facility = any_bottleneck(net.toy);
  auto const border = any_of(0, 3) == 0.0;
  net.chords.push_back(
      border ? over_a_border(net.toy, from, to, facility)
             : net.toy.arc(from, to, any_of(1, 100), any_of(0, 20), any_of(1, 200), facility));
}

inline void add_lane(Toy& toy, std::size_t zones, bool elastic) {
  auto const count = static_cast<std::uint16_t>(zones);
  auto const from = *rc::gen::inRange<std::uint16_t>(0U, count);
  auto const to =
      static_cast<std::uint16_t>((from + *rc::gen::inRange<std::uint16_t>(1U, count)) % count);
  auto const commodity = CommodityId{*rc::gen::element<std::uint8_t>(0U, 1U)};
  toy.lane(ZoneId{from},
           ZoneId{to},
           any_of(1, 100, 1e4),
           elastic ? any_of(0, 20, 1e-3) : 0.0,
           any_of(20, 200),
           commodity);
}

inline RandomNetwork any_network(bool elastic, int fewest = 6, int most = 15) {
  auto net = RandomNetwork{Toy{any_of(1, 10, 0.01), any_of(1, 10, 0.1)}, {}, {}};
  auto& toy = net.toy;
  toy.commodity(any_of(1, 10, 0.01), any_of(1, 10, 0.1), Form::kBox);
  auto const size = static_cast<std::size_t>(any_of(fewest, most));
  for (auto i = std::size_t{0}; i < size; ++i) {
    net.vertices.push_back(toy.vertex());
  }
  for (auto i = std::size_t{0}; i < size; ++i) {
    auto const here = net.vertices[i];
    auto const next = net.vertices[(i + 1U) % size];
    toy.arc(here, next, any_of(1, 100), any_of(0, 20), any_of(1, 200));
    toy.arc(next, here, any_of(1, 100), any_of(0, 20), any_of(1, 200));
  }
  auto const zones = static_cast<std::size_t>(any_of(2, 4));
  for (auto i = std::size_t{0}; i < zones; ++i) {
    auto const zone = toy.zone();
    auto const at = net.vertices[i * size / zones];
    toy.arc(toy.network.origin[zone], at, any_of(0, 10));
    toy.arc(at, toy.network.destination[zone], any_of(0, 10));
  }
  auto const chords = *rc::gen::inRange(3, 2 * most);
  for (auto i = 0; i < chords; ++i) {
    add_chord(net);
  }
  auto const lanes = *rc::gen::inRange(2, 7);
  for (auto i = 0; i < lanes; ++i) {
    add_lane(toy, zones, elastic);
  }
  return net;
}

// ---- what a solution says, computed anew
// ---------------------------------------------------------

/// Facilities that a route passes: each once for arcs in series over a border.
inline std::vector<FacilityId> passages(Toy const& toy, std::span<ArcId const> arcs) {
  auto result = std::vector<FacilityId>{};
  auto first = std::size_t{0};
  for (auto const arc : arcs) {
    if (toy.network.ports.kind[toy.network.arcs.from[arc]] != PortKind::kBorder) {
      first = result.size();
    }
    auto const facility = toy.network.arcs.facility[arc];
    if (!facility.is_none() &&
        std::find(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(), facility) ==
            result.end()) {
      result.push_back(facility);
    }
  }
  return result;
}

inline double arc_cost(Toy const& toy, LogitSolution const& s, LaneId lane, ArcId arc) {
  auto const facility = toy.network.arcs.facility[arc];
  auto const delay = facility.is_none() ? 0.0 : s.delay[facility];
  auto const vot = toy.classes.value_of_time[toy.lanes.user[lane]];
  return toy.money[arc.value] + vot * toy.hours[arc.value] * (1.0 + delay);
}

inline double route_cost(Toy const& toy,
                         LogitSolution const& s,
                         LaneId lane,
                         std::span<ArcId const> arcs) {
  auto sum = 0.0;
  for (auto const arc : arcs) {
    sum += arc_cost(toy, s, lane, arc);
  }
  for (auto const facility : passages(toy, arcs)) {
    sum += s.scarcity[facility];
  }
  return sum;
}

inline std::vector<double> path_sizes(Toy const& toy, LogitSolution const& s, LaneId lane) {
  auto uses = std::map<ArcId, int>{};
  for (auto const& route : s.lane_routes[lane]) {
    for (auto const arc : s.routes.arcs[route.route]) {
      ++uses[arc];
    }
  }
  auto result = std::vector<double>{};
  for (auto const& route : s.lane_routes[lane]) {
    auto km = 0.0;
    auto size = 0.0;
    for (auto const arc : s.routes.arcs[route.route]) {
      km += toy.network.arcs.length[arc].value;
      size += toy.network.arcs.length[arc].value / uses[arc];
    }
    result.push_back(size / km);
  }
  return result;
}

/// Least cost of a lane at the prices of a solution (Bellman 1958): arcs relaxed until nothing
/// moves. Scarcity of a border's facility is charged on its first arc.
inline double least_cost(Toy const& toy, LogitSolution const& s, LaneId lane) {
  auto const& net = toy.network;
  auto label = std::vector<double>(net.ports.node.size(), std::numeric_limits<double>::infinity());
  label[net.origin[toy.lanes.origin[lane]].value] = 0.0;
  for (auto moved = true; moved;) {
    moved = false;
    for (auto const arc : net.arcs.from.ids()) {
      auto const from = net.arcs.from[arc];
      auto const facility = net.arcs.facility[arc];
      auto const charged = !facility.is_none() && net.ports.kind[from] != PortKind::kBorder;
      auto const cost = arc_cost(toy, s, lane, arc) + (charged ? s.scarcity[facility] : 0.0);
      auto& head = label[net.arcs.to[arc].value];
      if (toy.open[arc] != 0U && label[from.value] + cost < head) {
        head = label[from.value] + cost;
        moved = true;
      }
    }
  }
  return label[net.destination[toy.lanes.destination[lane]].value];
}

}  // namespace chorsu::toy
