#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "logit_state.h"

namespace chorsu {

// Searches for the lanes of one group: one origin, one user class, one tree.

/// What one thread works with.
struct Desk {
  TreeScratch scratch;
  std::vector<EdgeId> path;
  std::vector<EdgeId> other_path;
  std::vector<EdgeId> tree_edge;
  std::vector<VertexId> tree_order;
  std::vector<double> cost;
  std::vector<std::uint8_t> used;
  std::vector<double> least;
  std::vector<VertexId> targets;

  Tree tree() { return {tree_edge, tree_order}; }

  /// A copy of the tree to work on.
  Tree copy(TreeView kept) {
    tree_edge.assign(kept.edge.begin(), kept.edge.end());
    tree_order.assign(kept.order.begin(), kept.order.end());
    return tree();
  }

  /// What was worked on, to keep.
  KeptTree keep(SearchGraph const& graph) {
    sort_order(tree(), graph, scratch);
    return std::make_shared<TreeRows const>(TreeRows{tree_edge, tree_order});
  }
};

/// One group as the searches see it.
struct GroupView {
  LogitProblem const& p;
  LogitSettings const& settings;
  SearchGraph const& graph;
  TreeGroups::Row const& group;
  std::span<double const> cost;

  /// A path of a hundred edges then misses no more than the column gain.
  double slack() const { return 0.01 * settings.column_gain; }

  VertexId destination(LaneId lane) const {
    return graph.vertex[p.network.destination[p.lanes.destination[lane]]];
  }
};

inline void take(FoundRoutes& found, LaneId lane, std::vector<EdgeId> const& path) {
  found.lane.push_back(lane);
  found.path.push_back(path);
}

/// Paths of the tree to every lane of the group; `wanted` gets the lane and its place in the group.
void collect(GroupView const& v,
             std::span<EdgeId const> tree,
             Desk& desk,
             FoundRoutes& found,
             auto&& wanted) {
  for (auto i = std::size_t{0}; i < v.group.lanes.size(); ++i) {
    path_to(tree, v.graph, v.destination(v.group.lanes[i]), desk.path);
    if (!desk.path.empty() && wanted(v.group.lanes[i], i)) {
      take(found, v.group.lanes[i], desk.path);
    }
  }
}

/// Rivals of the kept tree's paths that are within the band: the tree is grown again and again
/// while the edges that earlier ones used get dearer.
void find_rivals(GroupView const& view, TreeView kept, int rounds, Desk& desk, FoundRoutes& found);

/// Edges that routes are wanted over.
struct Lure {
  std::vector<EdgeId> edges;
  std::vector<std::uint8_t> marked;       ///< the same, by edge
  std::vector<std::vector<double>> cost;  ///< by user class, with these edges made cheap
};

Lure lure_over(SearchGraph const& graph,
               std::vector<EdgeId> const& edges,
               std::vector<std::vector<double>> cost,
               double factor);

/// Routes over some edges that are within the band of the least cost, found by making those edges
/// cheap while searching.
void find_lured(
    GroupView const& view, TreeView kept, Lure const& lure, Desk& desk, FoundRoutes& found);

/// Makes the kept tree least-cost at present prices, with labels in the scratch; returns whether it
/// was beaten.
bool repair(GroupView const& view, KeptTree& kept, Desk& desk);

/// Whether a lane's least-cost path along the tree is shut.
bool lost_least(GroupView const& view,
                std::span<EdgeId const> tree,
                std::vector<EdgeId> const& closed,
                Desk& desk);

}  // namespace chorsu
