#include "axes.h"

#include <cmath>
#include <numbers>

namespace chorsu {

namespace {

enum class Axis : std::uint8_t { kNorthSouth, kEastWest, kOther };

/// On a plane that touches the earth half way between the two.
Axis axis_between(Nodes const& nodes, NodeId a, NodeId b) {
  constexpr auto kRadians = std::numbers::pi / 180.0;
  auto const middle = 0.5 * (nodes.lat[a] + nodes.lat[b]) * kRadians;
  auto const north = std::abs(nodes.lat[a] - nodes.lat[b]);
  auto const east = std::abs(nodes.lon[a] - nodes.lon[b]) * std::cos(middle);
  auto const steep = std::numbers::sqrt3;  // tangent of 60 degrees
  if (north >= steep * east) {
    return Axis::kNorthSouth;
  }
  return east >= steep * north ? Axis::kEastWest : Axis::kOther;
}

bool is_land(Mode mode) {
  return mode == Mode::kRail || mode == Mode::kRoad;
}

Column<RouteId, std::uint8_t> land_routes(Model const& model, Future const& future) {
  auto const& arcs = model.supernetwork.arcs;
  auto const& mode = model.region->network.links.mode;
  auto result = Column<RouteId, std::uint8_t>{};
  for (auto const route : future.solution.routes.arcs.ids()) {
    auto land = 0.0;
    auto all = 0.0;
    for (auto const arc : future.solution.routes.arcs[route]) {
      auto const km = arcs.kind[arc] == ArcKind::kHaul ? arcs.length[arc].value : 0.0;
      all += km;
      land += km > 0.0 && is_land(mode[arcs.link[arc]]) ? km : 0.0;
    }
    result.push_back(land > 0.5 * all ? 1U : 0U);
  }
  return result;
}

double tonnes_by_land(Future const& future,
                      LaneId lane,
                      Column<RouteId, std::uint8_t> const& is_by_land) {
  auto sum = 0.0;
  for (auto const& r : future.solution.lane_routes[lane]) {
    sum += is_by_land[r.route] != 0U ? r.tonnes : 0.0;
  }
  return sum;
}

}  // namespace

AxisTonnes land_axes(Model const& model, Future const& future) {
  auto const& network = model.region->network;
  auto const& lanes = model.demand.lanes;
  auto const is_by_land = land_routes(model, future);
  auto result = AxisTonnes{};
  for (auto const lane : future.solution.lane_routes.ids()) {
    auto const from = lanes.origin[lane];
    auto const to = lanes.destination[lane];
    if (network.zones.state[from] == network.zones.state[to]) {
      continue;
    }
    auto const axis = axis_between(network.nodes, network.zones.node[from], network.zones.node[to]);
    auto& tonnes = axis == Axis::kNorthSouth ? result.north_south
                   : axis == Axis::kEastWest ? result.east_west
                                             : result.other;
    tonnes += tonnes_by_land(future, lane, is_by_land);
  }
  return result;
}

}  // namespace chorsu
