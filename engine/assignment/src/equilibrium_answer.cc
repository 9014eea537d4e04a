#include "equilibrium_answer.h"

#include <cmath>
#include <utility>

namespace chorsu {

namespace {

using ClassVolumes = Grid<TrafficClassId, TrafficLinkId, double>;

/// Car units by class on stated links: those in dead ends, and those of the bushes.
ClassVolumes stated_volumes(EquilibriumState const& state, ClassVolumes const& folded) {
  auto volumes = state.folded.forced;
  for (auto k = std::size_t{0}; k < volumes.rows; ++k) {
    auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
    for (auto const l : state.folded.graph.parts.ids()) {
      for (auto const part : state.folded.graph.parts[l]) {
        volumes(which, TrafficLinkId{part}) += folded(which, l);
      }
    }
  }
  return volumes;
}

ClassVolumes of_one_class(EquilibriumState const& state) {
  auto volumes = ClassVolumes{1U, state.links.volume.size()};
  volumes.values = state.links.volume;
  return volumes;
}

}  // namespace

bool is_passable(Bush const& bush, FoldedGraph const& graph, TrafficClassId which) {
  auto shut = [&](GraphLink l) {
    return !std::isfinite(graph.cost[l].constant + graph.extra(which, TrafficLinkId{l}));
  };
  for (auto p = 1U; p < bush.used; ++p) {
    if (!Bush::is_merge(bush.entry[p]) && shut(bush.entry[p])) {
      return false;
    }
  }
  for (auto const& a : bush.approach) {
    if (shut(a.link)) {
      return false;
    }
  }
  return true;
}

double beckmann(StatedTraffic const& stated, EquilibriumState const& state, BushSolver& solver) {
  auto const classes = stated.graph.extra.rows;
  auto const volumes =
      stated_volumes(state, classes == 1U ? of_one_class(state) : solver.class_volumes());
  auto sum = 0.0;
  for (auto const l : ids_of<TrafficLinkId>(stated.graph.links())) {
    auto total = 0.0;
    for (auto k = std::size_t{0}; k < classes; ++k) {
      auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
      auto const volume = volumes(which, l);
      total += volume;
      sum += volume > 0.0 ? volume * stated.graph.extra(which, l) : 0.0;
    }
    sum += total > 0.0 ? integral(stated.graph.cost[l.value], total) : 0.0;
  }
  return sum;
}

void publish(TrafficProblem const& p,
             StatedTraffic const& stated,
             std::shared_ptr<EquilibriumState> state,
             BushSolver& solver,
             EquilibriumSolution& solution) {
  auto const links = p.network.links.from.size();
  auto const volumes = stated_volumes(*state, solver.class_volumes());
  solution.class_volume = {p.classes.size(), links};
  for (auto const l : p.network.links.from.ids()) {
    auto total = 0.0;
    for (auto const k : p.classes.ids()) {
      total += volumes(k, l);
      solution.class_volume(k, l) = volumes(k, l) / p.classes[k].car_units;
    }
    solution.volume.push_back(total);
    solution.time.push_back(
        evaluate(link_cost(p.network.links, l, EquilibriumGoal::kUser), total).cost);
  }
  for (auto const& c : p.classes.values) {
    auto demand = Rows<TrafficZoneId, double>{};
    demand.first = c.trips.first;
    for (auto const& trip : c.trips.values) {
      demand.values.push_back(trip.vehicles);
    }
    solution.demand.push_back(std::move(demand));
  }
  for (auto const& origin : stated.origins) {
    for (auto const& d : origin.destinations) {
      if (d.excess != Folding::kNone) {
        solution.demand[origin.which].values[d.trip] =
            (d.volume - volumes(origin.which, TrafficLinkId{d.excess})) /
            p.classes[origin.which].car_units;
      }
    }
  }
  solution.unserved = state->folded.unserved;
  for (auto const lost : state->lost) {
    solution.unserved += lost;
  }
  solution.objective = beckmann(stated, *state, solver);
  solution.counts = solver.counts;
  solution.state = std::move(state);
}

}  // namespace chorsu
