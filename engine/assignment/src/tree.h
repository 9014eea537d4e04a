#pragma once

#include <span>
#include <vector>

#include "search_graph.h"

namespace chorsu {

/// A shortest-path tree kept between solves: the edge that leads to each vertex, and the vertices in
/// an order in which every vertex stands after its predecessor.
struct Tree {
  std::vector<EdgeId> edge;      ///< by vertex; none at the root and where nothing leads
  std::vector<VertexId> order;   ///< reached vertices, root first
};

/// Room for one search, reused.
struct TreeScratch {
  std::vector<double> label;     ///< US$/t by vertex
  std::vector<std::pair<double, std::uint32_t>> heap;
};

/// Least-cost tree from `root` (Dijkstra 1959); costs by edge, infinite where shut. Ties go to the
/// lower edge id.
void grow(Tree& tree, SearchGraph const& graph, std::span<double const> cost, VertexId root,
          TreeScratch& scratch);

/// Makes a kept tree least-cost again after costs changed: labels along the old tree are costs of
/// real paths, so that only improvements have to be followed. Returns true when the tree changed.
bool repair(Tree& tree, SearchGraph const& graph, std::span<double const> cost, VertexId root,
            TreeScratch& scratch);

/// Edges from the root to `vertex`, in travelling order; empty when it was not reached.
void path_to(Tree const& tree, SearchGraph const& graph, VertexId vertex, std::vector<EdgeId>& path);

}  // namespace chorsu
