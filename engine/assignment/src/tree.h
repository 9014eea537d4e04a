#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "search_graph.h"

namespace chorsu {

/// A shortest-path tree: the edge that leads to each vertex, none at the root and where nothing
/// leads; and the vertices in an order in which each stands after its predecessor.
struct Tree {
  std::span<EdgeId> edge;
  std::span<VertexId> order;
};

/// A tree that is kept and shared until it changes.
struct TreeRows {
  std::vector<EdgeId> edge;
  std::vector<VertexId> order;
};
using KeptTree = std::shared_ptr<TreeRows const>;

/// Room for one search, reused.
struct TreeScratch {
  std::vector<double> label;  ///< US$/t by vertex, of the last search
  std::vector<std::pair<double, std::uint32_t>> heap;
  std::vector<std::uint32_t> stack;
  std::vector<std::uint8_t> placed;
};

/// Least-cost tree from `root` (Dijkstra 1959); costs by edge, infinite where shut. Of equal paths
/// the first found stays.
void grow(Tree tree,
          SearchGraph const& graph,
          std::span<double const> cost,
          VertexId root,
          TreeScratch& scratch);

/// Labels of all vertices along the tree, into the scratch.
void label_tree(Tree tree,
                SearchGraph const& graph,
                std::span<double const> cost,
                VertexId root,
                TreeScratch& scratch);

/// Makes a kept tree least-cost again after costs changed: labels along the old tree are costs of
/// real paths, so that only improvements have to be followed. Improvements of no more than `slack`
/// [US$/t] on one edge are let be: labels end up above the least by at most that much an edge.
/// Returns true when the tree changed.
bool repair(Tree tree,
            SearchGraph const& graph,
            std::span<double const> cost,
            VertexId root,
            double slack,
            TreeScratch& scratch);

/// The same on a copy of the edges that is thrown away afterwards: `tree.order` stays as it was.
bool repair_copy(Tree tree,
                 SearchGraph const& graph,
                 std::span<double const> cost,
                 VertexId root,
                 double slack,
                 TreeScratch& scratch);

/// Edges from the root to `vertex`, in travelling order; empty when it was not reached.
void path_to(std::span<EdgeId const> tree,
             SearchGraph const& graph,
             VertexId vertex,
             std::vector<EdgeId>& path);

}  // namespace chorsu
