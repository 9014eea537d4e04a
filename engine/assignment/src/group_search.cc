#include "group_search.h"

#include <algorithm>
#include <utility>

namespace chorsu {

namespace {

double path_cost(std::span<double const> cost, std::vector<EdgeId> const& path) {
  auto sum = 0.0;
  for (auto const edge : path) {
    sum += cost[edge.value];
  }
  return sum;
}

/// Goods change mode at most once between two hauls: a port joins every pair of its modes, so that
/// a second transfer in a row, or one beside a zone, is a detour on the spot.
bool is_sensible(GroupView const& v, std::vector<EdgeId> const& path) {
  return std::adjacent_find(path.begin(), path.end(), [&](EdgeId a, EdgeId b) {
           return v.graph.transfer[a] != 0U && v.graph.transfer[b] != 0U;
         }) == path.end();
}

/// Whether a path may stand beside the least-cost one.
bool is_rival(GroupView const& v, LaneId lane, std::vector<EdgeId> const& path, double least) {
  return is_sensible(v, path) &&
         theta(v.p, lane) * (path_cost(v.cost, path) - least) <= v.settings.keep_band;
}

void make_dearer(GroupView const& v, std::span<EdgeId const> tree, Desk& desk) {
  desk.used.assign(v.graph.edges(), 0U);
  for (auto const lane : v.group.lanes) {
    path_to(tree, v.graph, v.destination(lane), desk.path);
    for (auto const edge : desk.path) {
      desk.used[edge.value] = 1U;
    }
  }
  for (auto e = std::size_t{0}; e < desk.cost.size(); ++e) {
    desk.cost[e] *= desk.used[e] != 0U ? v.settings.diversion_factor : 1.0;
  }
}

}  // namespace

void find_rivals(GroupView const& v, TreeView kept, int rounds, Desk& desk, FoundRoutes& found) {
  auto const tree = desk.copy(kept);
  desk.cost.assign(v.cost.begin(), v.cost.end());
  desk.least.clear();
  desk.targets.clear();
  for (auto const lane : v.group.lanes) {
    desk.targets.push_back(v.destination(lane));
    path_to(tree.edge, v.graph, v.destination(lane), desk.path);
    desk.least.push_back(path_cost(v.cost, desk.path));
  }
  for (auto round = 0; round < rounds; ++round) {
    make_dearer(v, tree.edge, desk);
    grow_to(desk.targets, tree, v.graph, desk.cost, v.group.root, desk.scratch);
    collect(v, tree.edge, desk, found, [&](LaneId lane, std::size_t i) {
      return is_rival(v, lane, desk.path, desk.least[i]);
    });
  }
}

Lure lure_over(SearchGraph const& g,
               std::vector<EdgeId> const& edges,
               std::vector<std::vector<double>> cost,
               double factor) {
  auto lure = Lure{edges, std::vector<std::uint8_t>(g.edges(), 0U), std::move(cost)};
  for (auto const edge : edges) {
    lure.marked[edge.value] = 1U;
    for (auto& row : lure.cost) {
      row[edge.value] *= factor;
    }
  }
  return lure;
}

void find_lured(
    GroupView const& v, TreeView kept, Lure const& lure, Desk& desk, FoundRoutes& found) {
  auto const& cheap = lure.cost[v.group.user.value];
  if (!is_beaten(kept, v.graph, cheap, v.group.root, v.slack(), desk.scratch)) {
    return;
  }
  auto const tree = desk.copy(kept);
  mend(tree, v.graph, cheap, v.slack(), desk.scratch);
  collect(v, tree.edge, desk, found, [&](LaneId lane, std::size_t) {
    if (std::none_of(desk.path.begin(), desk.path.end(), [&](EdgeId e) {
          return lure.marked[e.value] != 0U;
        })) {
      return false;
    }
    path_to(kept.edge, v.graph, v.destination(lane), desk.other_path);
    return is_rival(v, lane, desk.path, path_cost(v.cost, desk.other_path));
  });
}

bool repair(GroupView const& v, KeptTree& kept, Desk& desk) {
  if (!is_beaten(kept->view(), v.graph, v.cost, v.group.root, v.slack(), desk.scratch)) {
    return false;
  }
  mend(desk.copy(kept->view()), v.graph, v.cost, v.slack(), desk.scratch);
  kept = desk.keep(v.graph);
  return true;
}

bool lost_least(GroupView const& v,
                std::span<EdgeId const> tree,
                std::vector<EdgeId> const& closed,
                Desk& desk) {
  auto const in_tree = [&](EdgeId e) { return tree[v.graph.head[e].value] == e; };
  return std::any_of(closed.begin(), closed.end(), in_tree) &&
         std::any_of(v.group.lanes.begin(), v.group.lanes.end(), [&](LaneId lane) {
           path_to(tree, v.graph, v.destination(lane), desk.path);
           return std::any_of(
               desk.path.begin(), desk.path.end(), [&](EdgeId e) { return v.graph.open[e] == 0U; });
         });
}

}  // namespace chorsu
