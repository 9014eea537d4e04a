#include <limits>

#include "path_tree.h"
#include "traffic_graph.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu {

TrafficSkims skim(TrafficProblem const& p,
                  EquilibriumSolution const& solution,
                  TrafficClassId which) {
  auto const graph = network_graph(p, EquilibriumGoal::kUser);
  auto star = star_of(graph);
  set_prices(star, graph, which, solution.time.values);
  auto const& zones = p.network.zones.centroid;
  auto const& links = p.network.links;
  auto const none =
      TrafficSkims::Matrix{zones.size(), zones.size(), std::numeric_limits<double>::infinity()};
  auto skims = TrafficSkims{none, none, none, none};
  auto tree = PathTree{};
  struct Sums {
    double time, length, toll;
  };
  auto sums = std::vector<Sums>(graph.nodes());
  auto wanted = std::vector<GraphNode>{};
  for (auto const centroid : zones.values) {
    wanted.push_back(centroid.value);
  }
  for (auto const from : zones.ids()) {
    auto const root = zones[from].value;
    grow(tree, {star.first, star.links, graph.through, star.usual_cost}, root, wanted);
    sums[root] = {0.0, 0.0, 0.0};
    for (auto const v : tree.order) {
      if (v != root) {
        auto const link = TrafficLinkId{star.stated[tree.link[v]]};
        auto const& before = sums[star.links[tree.link[v]].tail];
        sums[v] = {before.time + solution.time[link],
                   before.length + links.length[link],
                   before.toll + links.toll[link]};
      }
    }
    for (auto const to : zones.ids()) {
      auto const v = zones[to].value;
      if (tree.label[v] < kInfiniteCost) {
        skims.cost(from, to) = tree.label[v];
        skims.time(from, to) = sums[v].time;
        skims.length(from, to) = sums[v].length;
        skims.toll(from, to) = sums[v].toll;
      }
    }
  }
  return skims;
}

}  // namespace chorsu
