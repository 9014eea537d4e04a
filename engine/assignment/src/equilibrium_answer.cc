#include "equilibrium_answer.h"

#include <cmath>
#include <utility>

namespace chorsu {

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

ClassVolumes stated_volumes(EquilibriumState const& state, BushSolver& solver) {
  auto const folded = solver.class_volumes();
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

double beckmann(std::vector<LinkCost> const& cost,
                ClassVolumes const& extra,
                ClassVolumes const& volumes) {
  auto sum = 0.0;
  for (auto const l : ids_of<TrafficLinkId>(cost.size())) {
    auto total = 0.0;
    for (auto k = std::size_t{0}; k < volumes.rows; ++k) {
      auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
      auto const volume = volumes(which, l);
      total += volume;
      sum += volume > 0.0 ? volume * extra(which, l) : 0.0;
    }
    sum += total > 0.0 ? integral(cost[l.value], total) : 0.0;
  }
  return sum;
}

void publish(TrafficProblem const& p,
             StatedTraffic const& stated,
             ClassVolumes const& volumes,
             EquilibriumSolution& solution) {
  auto const links = p.network.links.from.size();
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
    demand.values.reserve(c.trips.values.size());
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
  solution.objective = beckmann(stated.graph.cost, stated.graph.extra, volumes);
}

}  // namespace chorsu
