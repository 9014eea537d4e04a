#pragma once

#include <memory>
#include <span>
#include <vector>

#include "search_graph.h"

#include "chorsu/assignment/label_queue.h"

namespace chorsu {

/// A shortest-path tree: the edge that leads to each vertex, none at the root and where nothing
/// leads; and the vertices in an order in which each stands after its predecessor.
struct Tree {
  std::span<EdgeId> edge;
  std::span<VertexId> order;
};

/// The same, to read.
struct TreeView {
  std::span<EdgeId const> edge;
  std::span<VertexId const> order;
};

/// A tree that is kept and shared until it changes.
struct TreeRows {
  std::vector<EdgeId> edge;
  std::vector<VertexId> order;
  TreeView view() const { return {edge, order}; }
};
using KeptTree = std::shared_ptr<TreeRows const>;

/// Room for one search, reused.
struct TreeScratch {
  std::vector<double> label;  ///< US$/t by vertex, of the last search
  LabelQueue queue;
  std::vector<std::uint8_t> wanted;
  std::vector<VertexId> stack;
  std::vector<std::uint8_t> placed;
  std::vector<VertexId> waiting;  ///< last of the children that wait for a vertex
  std::vector<VertexId> beside;   ///< the one that waited before
  std::vector<EdgeId> better;     ///< room for all edges
  std::size_t better_count{0};    ///< edges found to beat a tree stand first
};

/// Least-cost tree from `root` (Dijkstra 1959); costs by edge, infinite where shut. Of equal paths
/// the first found stays. The order is left as it was: `sort_order` makes it where it is needed.
void grow(Tree tree,
          SearchGraph const& graph,
          std::span<double const> cost,
          VertexId root,
          TreeScratch& scratch);

/// The same as far as the paths to `targets` go; the rest of the tree is left unfinished.
void grow_to(std::span<VertexId const> targets,
             Tree tree,
             SearchGraph const& graph,
             std::span<double const> cost,
             VertexId root,
             TreeScratch& scratch);

/// Puts the labels of all vertices along the tree into the scratch and tells whether the tree is
/// least-cost no more: an edge beside it would lower a label by more than `slack` [US$/t], or one
/// in it is shut. Labels along a tree are costs of real paths, so that `mend` has improvements only
/// to follow; they end up above the least by at most `slack` an edge.
bool is_beaten(TreeView tree,
               SearchGraph const& graph,
               std::span<double const> cost,
               VertexId root,
               double slack,
               TreeScratch& scratch);

/// Makes a beaten tree least-cost again, right after `is_beaten` of the same tree; its order too
/// stays as it was.
void mend(Tree tree,
          SearchGraph const& graph,
          std::span<double const> cost,
          double slack,
          TreeScratch& scratch);

/// Puts predecessors first. `tree.order` has every vertex once, in any order; the nearer to right,
/// the less work.
void sort_order(Tree tree, SearchGraph const& graph, TreeScratch& scratch);

/// Edges from the root to `vertex`, in travelling order; empty when it was not reached.
void path_to(std::span<EdgeId const> tree,
             SearchGraph const& graph,
             VertexId vertex,
             std::vector<EdgeId>& path);

}  // namespace chorsu
