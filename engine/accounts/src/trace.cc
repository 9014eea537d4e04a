#include "trace.h"

#include <algorithm>
#include <span>

namespace chorsu {

namespace {

/// A walk along one route: where it is now, and what it has seen.
struct Walk {
  AccountInputs const& in;
  StateId here{};
  bool flying{false};
  bool has_left{false};
  Trace trace{};

  Arcs const& arcs() const { return in.costs.supernetwork.arcs; }
  Ports const& ports() const { return in.costs.supernetwork.ports; }
};

StateId state_of_node(Walk const& w, NodeId node) {
  return w.in.network.nodes.state[node];
}

/// The state around an inland waterway or a lake ferry, none for the sea.
StateId state_of_water(Walk const& w, LinkId link) {
  auto const& links = w.in.network.links;
  auto const mode = links.mode[link];
  auto const from = state_of_node(w, links.from[link]);
  auto const inland = mode == Mode::kInlandWater || mode == Mode::kFerry;
  return inland && from == state_of_node(w, links.to[link]) ? from : StateId{};
}

StateId territory(Walk const& w, ArcId arc) {
  auto const kind = w.arcs().kind[arc];
  if (kind == ArcKind::kSailThrough) {
    return w.here;
  }
  if (kind == ArcKind::kOrigin || kind == ArcKind::kDestination) {
    return w.in.network.zones.state[w.arcs().zone[arc]];
  }
  auto const state = w.arcs().state[arc];
  return state.is_none() && kind == ArcKind::kHaul ? state_of_water(w, w.arcs().link[arc]) : state;
}

NeighbourId neighbour(Walk const& w, StateId state) {
  auto const states = static_cast<std::uint32_t>(w.in.network.states.id.size());
  return NeighbourId{!state.is_none() ? state.value : w.flying ? states + 1U : states};
}

GateId gate(Walk const& w, ArcId arc, PortId port) {
  auto const link = w.arcs().link[arc];
  if (!link.is_none() && is_crossing(w.in.network, link)) {
    return GateId{link.value};
  }
  auto const links = static_cast<std::uint32_t>(w.in.network.links.id.size());
  return GateId{links + w.ports().node[port].value};
}

Passage& passage(Trace& trace, StateId state) {
  auto const it = std::find_if(trace.passages.begin(), trace.passages.end(), [&](Passage const& p) {
    return p.state == state;
  });
  return it == trace.passages.end() ? trace.passages.emplace_back(Passage{state}) : *it;
}

void step_into(Walk& w, StateId next, ArcId arc) {
  if (next == w.here) {
    return;
  }
  if (!w.here.is_none()) {
    w.trace.left.push_back(w.here);
    if (!w.has_left) {
      w.trace.out = {neighbour(w, next), gate(w, arc, w.arcs().from[arc])};
      w.has_left = true;
    }
  }
  if (!next.is_none()) {
    w.trace.entered.push_back(next);
    w.trace.in = {neighbour(w, w.here), gate(w, arc, w.arcs().to[arc])};
    passage(w.trace, next);
  }
  w.here = next;
}

void follow(Walk& w, ArcId arc) {
  auto const state = territory(w, arc);
  auto const carriage = w.arcs().carriage[arc];
  auto const km = w.arcs().length[arc].value;
  if (carriage != Carriage::kNone) {
    w.flying = carriage == Carriage::kPlane;
  }
  step_into(w, state, arc);
  w.trace.km += km;
  w.trace.by_ship |= carriage == Carriage::kShip && state.is_none();
  if (!state.is_none()) {
    passage(w.trace, state).km += km;
  }
  auto const to = w.arcs().to[arc];
  auto const kind = w.ports().kind[to];
  if (kind == PortKind::kRail || kind == PortKind::kRoad) {
    step_into(w, state_of_node(w, w.ports().node[to]), arc);
  }
}

Trace trace_route(AccountInputs const& inputs, std::span<ArcId const> arcs) {
  auto walk = Walk{inputs};
  if (arcs.empty()) {
    return walk.trace;
  }
  walk.here = inputs.network.zones.state[walk.arcs().zone[arcs.front()]];
  passage(walk.trace, walk.here);
  for (auto const arc : arcs) {
    follow(walk, arc);
  }
  return std::move(walk.trace);
}

}  // namespace

Traces trace_routes(AccountInputs const& inputs) {
  auto const& routes = inputs.solution.routes.arcs;
  auto result = Traces{};
  result.values.reserve(routes.size());
  for (auto const route : routes.ids()) {
    result.push_back(trace_route(inputs, routes[route]));
  }
  return result;
}

}  // namespace chorsu
