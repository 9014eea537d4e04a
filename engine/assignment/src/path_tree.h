#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "traffic_graph.h"

#include "chorsu/assignment/label_queue.h"

namespace chorsu {

inline constexpr auto kInfiniteCost = std::numeric_limits<double>::infinity();
inline constexpr auto kNoLink = GraphLink(-1);

/// Links sorted by tail, at given costs.
struct PricedStar {
  std::span<std::uint32_t const> first;  ///< by node, one more than there are nodes
  std::span<PricedLink const> links;
  std::span<std::uint8_t const> through;
  double usual_cost{1.0};  ///< of a link, positive; searches are fast when it is about right

  std::size_t nodes() const { return through.size(); }
};

/// Least-cost paths from one node. Fields hold for the nodes in `order` and those wanted.
struct PathTree {
  std::vector<double> label;         ///< by node; infinite where not reached
  std::vector<GraphLink> link;       ///< by node: the last link of its path
  std::vector<GraphNode> order;      ///< settled nodes by label, the root first
  LabelQueue queue;                  ///< room for the search
  std::vector<std::uint8_t> wanted;  ///< and which nodes it still seeks
};

/// Grows the tree from `root` until all nodes of `wanted` are settled; an empty list wants all.
/// Only the root may be left where no through traffic is carried. Of equal paths the first found
/// stays (Dijkstra 1959, lazy deletion).
void grow(PathTree& tree,
          PricedStar const& star,
          GraphNode root,
          std::span<GraphNode const> wanted);

/// Mean of the finite costs; 1 where there is none above 0.
double usual_cost(std::span<PricedLink const> links);

}  // namespace chorsu
