#include "trace.h"

#include <algorithm>
#include <span>
#include <vector>

namespace chorsu {

namespace {

/// Where one arc leads, whoever takes it.
struct Step {
  StateId state;      ///< whose territory the arc lies in
  StateId landing;    ///< state of the land port it ends at
  bool stays{false};  ///< sails by: the territory is that of the step before
  bool lands{false};  ///< ends at a land port
  bool moves{false};  ///< a haul
  bool flies{false};
  bool sails{false};
  bool crosses{false};  ///< part of a border crossing
  double km{0.0};
};

using Steps = Column<ArcId, Step>;

/// The state around an inland waterway or a lake ferry, none for the sea.
StateId state_of_water(Network const& network, LinkId link) {
  auto const mode = network.links.mode[link];
  auto const from = network.nodes.state[network.links.from[link]];
  auto const to = network.nodes.state[network.links.to[link]];
  auto const inland = mode == Mode::kInlandWater || mode == Mode::kFerry;
  return inland && from == to ? from : StateId{};
}

StateId territory(Network const& network, Arcs const& arcs, ArcId arc) {
  auto const kind = arcs.kind[arc];
  if (kind == ArcKind::kOrigin || kind == ArcKind::kDestination) {
    return network.zones.state[arcs.zone[arc]];
  }
  auto const state = arcs.state[arc];
  return state.is_none() && kind == ArcKind::kHaul ? state_of_water(network, arcs.link[arc])
                                                   : state;
}

Step step_of(Network const& network, Supernetwork const& s, ArcId arc) {
  auto const carriage = s.arcs.carriage[arc];
  auto const link = s.arcs.link[arc];
  auto const end = s.ports.kind[s.arcs.to[arc]];
  auto step = Step{};
  step.state = territory(network, s.arcs, arc);
  step.landing = network.nodes.state[s.ports.node[s.arcs.to[arc]]];
  step.stays = s.arcs.kind[arc] == ArcKind::kSailThrough;
  step.lands = end == PortKind::kRail || end == PortKind::kRoad;
  step.moves = carriage != Carriage::kNone;
  step.flies = carriage == Carriage::kPlane;
  step.sails = carriage == Carriage::kShip;
  step.crosses = !link.is_none() && is_crossing(network, link);
  step.km = s.arcs.length[arc].value;
  return step;
}

Steps steps_of(Network const& network, Supernetwork const& s) {
  auto steps = Steps{};
  steps.values.reserve(s.arcs.kind.size());
  for (auto const arc : s.arcs.kind.ids()) {
    steps.push_back(step_of(network, s, arc));
  }
  return steps;
}

/// A walk along one route: where it is now, and what it has seen. Used again for every route.
struct Walk {
  AccountInputs const& in;
  Steps const& steps;
  StateId here{};
  bool flying{false};
  bool by_ship{false};
  double km{0.0};
  Gateway first_out{};
  Gateway last_in{};
  std::vector<Passage> passages{};
  std::vector<StateId> entered{};
  std::vector<StateId> left{};

  Arcs const& arcs() const { return in.costs.supernetwork.arcs; }
};

NeighbourId neighbour(Walk const& w, StateId state) {
  auto const states = static_cast<std::uint32_t>(w.in.network.states.id.size());
  return NeighbourId{!state.is_none() ? state.value : w.flying ? states + 1U : states};
}

GateId gate(Walk const& w, ArcId arc, PortId port) {
  if (w.steps[arc].crosses) {
    return GateId{w.arcs().link[arc].value};
  }
  auto const links = static_cast<std::uint32_t>(w.in.network.links.id.size());
  return GateId{links + w.in.costs.supernetwork.ports.node[port].value};
}

Passage& passage(Walk& w, StateId state) {
  auto const it = std::find_if(
      w.passages.begin(), w.passages.end(), [&](Passage const& p) { return p.state == state; });
  return it == w.passages.end() ? w.passages.emplace_back(Passage{state}) : *it;
}

void step_into(Walk& w, StateId next, ArcId arc) {
  if (next == w.here) {
    return;
  }
  if (!w.here.is_none()) {
    if (w.left.empty()) {
      w.first_out = {neighbour(w, next), gate(w, arc, w.arcs().from[arc])};
    }
    w.left.push_back(w.here);
  }
  if (!next.is_none()) {
    w.entered.push_back(next);
    w.last_in = {neighbour(w, w.here), gate(w, arc, w.arcs().to[arc])};
    passage(w, next);
  }
  w.here = next;
}

void follow(Walk& w, ArcId arc) {
  auto const& step = w.steps[arc];
  if (step.moves) {
    w.flying = step.flies;
  }
  step_into(w, step.stays ? w.here : step.state, arc);
  w.km += step.km;
  w.by_ship |= step.sails && w.here.is_none();
  if (step.km > 0.0 && !w.here.is_none()) {
    passage(w, w.here).km += step.km;
  }
  if (step.lands) {
    step_into(w, step.landing, arc);
  }
}

void begin(Walk& w, StateId home) {
  w.here = home;
  w.flying = false;
  w.by_ship = false;
  w.km = 0.0;
  w.first_out = {};
  w.last_in = {};
  w.entered.clear();
  w.left.clear();
  w.passages.assign(1U, Passage{home});
}

void add(Traces& traces, Walk const& w) {
  traces.passages.push_back(w.passages);
  traces.entered.push_back(w.entered);
  traces.left.push_back(w.left);
  traces.out.push_back(w.first_out);
  traces.in.push_back(w.last_in);
  traces.by_ship.push_back(w.by_ship ? 1U : 0U);
  traces.km.push_back(w.km);
}

}  // namespace

Traces trace_routes(AccountInputs const& inputs) {
  auto const steps = steps_of(inputs.network, inputs.costs.supernetwork);
  auto const& routes = inputs.solution.routes.arcs;
  auto traces = Traces{};
  auto walk = Walk{inputs, steps};
  for (auto const route : routes.ids()) {
    auto const arcs = routes[route];
    begin(walk, arcs.empty() ? StateId{} : steps[arcs.front()].state);
    for (auto const arc : arcs) {
      follow(walk, arc);
    }
    add(traces, walk);
  }
  return traces;
}

}  // namespace chorsu
