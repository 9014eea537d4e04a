#include "flow_tables.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

namespace chorsu {

namespace {

/// Tonnes a year on every arc; the classes of an arc side by side.
Grid<ArcId, CommodityId, double> arc_tonnes(Model const& model, Future const& future) {
  auto const& solution = future.solution;
  auto const classes = model.region->commodities.id.size();
  auto on_route = Grid<RouteId, CommodityId, double>{solution.routes.arcs.size(), classes};
  for (auto const lane : solution.lane_routes.ids()) {
    for (auto const& r : solution.lane_routes[lane]) {
      on_route(r.route, model.demand.lanes.commodity[lane]) += r.tonnes;
    }
  }
  auto result = Grid<ArcId, CommodityId, double>{model.supernetwork.arcs.kind.size(), classes};
  for (auto const route : solution.routes.arcs.ids()) {
    auto const from = on_route.row(route);
    for (auto const arc : solution.routes.arcs[route]) {
      auto const to = result.row(arc);
      std::transform(from.begin(), from.end(), to.begin(), to.begin(), std::plus<>{});
    }
  }
  return result;
}

struct NodeSum {
  double in{0.0};
  double out{0.0};
};

using NodeSums = Column<NodeId, NodeSum>;

NodeSums node_sums(Network const& network,
                   ClassFlows const& flows,
                   std::vector<OdRow> const& od,
                   CommodityId commodity) {
  auto sums = NodeSums{};
  sums.values.resize(network.nodes.id.size());
  for (auto const link : network.links.id.ids()) {
    auto const forward = flows.forward(commodity, link);
    auto const backward = flows.backward(commodity, link);
    sums[network.links.from[link]].out += forward;
    sums[network.links.to[link]].in += forward;
    sums[network.links.to[link]].out += backward;
    sums[network.links.from[link]].in += backward;
  }
  for (auto const& row : od) {
    if (row.commodity == commodity) {
      sums[row.origin].in += row.tonnes;
      sums[row.destination].out += row.tonnes;
    }
  }
  return sums;
}

template <typename IdType>
bool holds(std::vector<IdType> const& list, IdType id) {
  return std::ranges::find(list, id) != list.end();
}

/// Arcs that lie on the links, at the nodes or in the states of a place.
Column<ArcId, std::uint8_t> arcs_at(Model const& model, Selection const& place) {
  auto const& arcs = model.supernetwork.arcs;
  auto const& node = model.supernetwork.ports.node;
  auto result = Column<ArcId, std::uint8_t>{};
  for (auto const arc : arcs.kind.ids()) {
    auto const is_haul = arcs.kind[arc] == ArcKind::kHaul;
    auto const there = (is_haul && holds(place.links, arcs.link[arc])) ||
                       (is_haul && holds(place.states, arcs.state[arc])) ||
                       holds(place.nodes, node[arcs.from[arc]]) ||
                       holds(place.nodes, node[arcs.to[arc]]);
    result.push_back(there ? 1U : 0U);
  }
  return result;
}

/// Tonnes by origin, destination and class on the routes that count.
template <typename Predicate>
std::vector<OdRow> rows_of_routes(Model const& model, Future const& future, Predicate counts) {
  auto const& zones = model.region->network.zones;
  auto const& lanes = model.demand.lanes;
  auto sums = std::map<std::tuple<NodeId, NodeId, CommodityId>, double>{};
  for (auto const lane : future.solution.lane_routes.ids()) {
    auto const key = std::tuple{
        zones.node[lanes.origin[lane]], zones.node[lanes.destination[lane]], lanes.commodity[lane]};
    for (auto const& r : future.solution.lane_routes[lane]) {
      if (counts(r.route)) {
        sums[key] += r.tonnes;
      }
    }
  }
  auto result = std::vector<OdRow>{};
  for (auto const& [key, tonnes] : sums) {
    if (tonnes > 0.0) {
      result.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), tonnes});
    }
  }
  return result;
}

}  // namespace

ClassFlows class_flows(Model const& model, Future const& future) {
  auto const& network = model.region->network;
  auto const& arcs = model.supernetwork.arcs;
  auto const classes = model.region->commodities.id.size();
  auto flows = ClassFlows{{classes, network.links.id.size()}, {classes, network.links.id.size()}};
  auto const tonnes = arc_tonnes(model, future);
  for (auto const arc : arcs.kind.ids()) {
    if (counts_link(network, model.supernetwork, arc)) {
      auto& flow = arcs.reversed[arc] != 0U ? flows.backward : flows.forward;
      for (auto const commodity : ids_of<CommodityId>(classes)) {
        flow(commodity, arcs.link[arc]) += tonnes(arc, commodity);
      }
    }
  }
  return flows;
}

std::vector<OdRow> od_rows(Model const& model, Future const& future) {
  return rows_of_routes(model, future, [](RouteId) { return true; });
}

std::vector<OdRow> od_rows_through(Model const& model,
                                   Future const& future,
                                   Selection const& place) {
  auto const passes = arcs_at(model, place);
  auto const& arcs = future.solution.routes.arcs;
  auto counts = Column<RouteId, std::uint8_t>{};
  for (auto const route : arcs.ids()) {
    counts.push_back(
        std::ranges::any_of(arcs[route], [&](ArcId arc) { return passes[arc] != 0U; }) ? 1U : 0U);
  }
  return rows_of_routes(model, future, [&](RouteId route) { return counts[route] != 0U; });
}

double balance_max(Network const& network, ClassFlows const& flows, std::vector<OdRow> const& od) {
  auto worst = 0.0;
  for (auto const commodity : ids_of<CommodityId>(flows.forward.rows)) {
    auto const sums = node_sums(network, flows, od, commodity);
    for (auto const& [in, out] : sums.values) {
      auto const passing = std::max(in, out);
      if (passing > 0.0) {
        worst = std::max(worst, std::abs(in - out) / passing);
      }
    }
  }
  return worst;
}

}  // namespace chorsu
