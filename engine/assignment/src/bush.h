#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "path_tree.h"
#include "traffic_graph.h"

#include "chorsu/assignment/label_queue.h"

namespace chorsu {

inline constexpr auto kNegligibleShare = 1e-15;  ///< of a node's flow: no more than rounding

/// A way into a merge: a link that carries flow, or may.
struct Approach {
  GraphLink link;
  std::uint32_t tail;  ///< position of the link's tail in the bush
  double flow;
};

/// The acyclic part of the graph that one origin uses (Dial 2006). Nodes stand in topological
/// order, the origin first, each with the link that leads to it; a merge has several. The order has
/// three parts, each closed under ancestors: the core (merges and what leads to them), the used
/// (what leads to destinations), the rest (tree only). Flow is stored on approaches of merges;
/// elsewhere it is the sum of what goes on.
struct Bush {
  static constexpr auto kMerge = std::uint32_t{1} << 31U;
  static constexpr auto kOrigin = std::uint32_t(-1);

  std::vector<std::uint32_t> entry;  ///< by position: a link, kMerge | a row of `merge`, or kOrigin
  std::vector<std::uint32_t> tail;   ///< by position within the core: position of the link's tail
  struct Merge {
    std::uint32_t first;  ///< its approaches in `approach`; the next merge's first ends them
    std::uint32_t position;
  };
  std::vector<Merge> merge;  ///< by position; one more, that ends the last
  std::vector<Approach> approach;
  std::uint32_t core{0U};
  std::uint32_t used{0U};
  double bound{0.0};  ///< nodes with labels of at least this are left out
  bool blocked{
      false};  ///< a better link had to wait: it led from a node with a larger largest cost

  static bool is_merge(std::uint32_t entry) { return entry >= kMerge && entry != kOrigin; }
  std::span<Approach> approaches(std::uint32_t row) {
    return {approach.data() + merge[row].first, approach.data() + merge[row + 1U].first};
  }
  std::span<Approach const> approaches(std::uint32_t row) const {
    return {approach.data() + merge[row].first, approach.data() + merge[row + 1U].first};
  }
};

/// Volumes and prices of all links: what bushes share while they shift flow.
struct LinkState {
  std::vector<double> volume;                   ///< car units
  std::vector<double> slope;                    ///< d cost / d volume
  std::vector<std::vector<PricedLink>> priced;  ///< by class, sorted by tail
  std::vector<double> usual_cost;               ///< by class
};

/// Price and slope of a link at its volume.
inline void set_price(FoldedGraph const& graph, GraphLink link, LinkState& links) {
  auto const price = evaluate(graph.cost[link], links.volume[link]);
  links.slope[link] = price.slope;
  for (auto k = std::size_t{0}; k < links.priced.size(); ++k) {
    auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
    links.priced[k][link].cost = price.cost + graph.extra(which, TrafficLinkId{link});
  }
}

/// Room for work on one bush, reused; by node of the graph.
struct BushScratch {
  PathTree tree;
  std::vector<GraphNode> order;  ///< of the bush last labelled
  std::vector<double> label;     ///< least cost along the bush; outside it the bound
  std::vector<double> longest;   ///< largest cost along the bush
  std::vector<double> flow;      ///< through the node
  std::vector<double> demand;    ///< that ends at the node
  std::vector<GraphLink> link;   ///< of a better path; valid where `changed` says so
  std::vector<std::uint32_t> entry;
  std::vector<std::uint32_t> position;
  std::vector<std::uint32_t> mark;  // words: stores of bytes might alias anything
  std::vector<std::uint32_t> stack;
  std::vector<GraphLink> violated;
  std::vector<std::pair<GraphNode, double>> improved;  ///< nodes and their labels along the bush
  LabelQueue queue;
  Bush next;
  EquilibriumCounts counts;  ///< of the work done in it
};

/// Room for work on the core of one bush, reused; by position.
struct CoreScratch {
  std::vector<double> least;  ///< labels
  std::vector<double> most;
  std::vector<std::uint32_t> least_approach;  ///< by merge
  std::vector<std::uint32_t> most_approach;   ///< by merge: of those with flow
  std::vector<std::uint32_t> rival;  ///< by merge: of those with flow, the least-cost one apart
  std::vector<double> merge_least;   ///< by merge: its labels
  std::vector<double> merge_most;
  std::vector<double> excess;     ///< by merge
  std::vector<GraphLink> longer;  ///< segments between which a merge shifts
  std::vector<GraphLink> shorter;
  EquilibriumCounts counts;  ///< of the work done in it
};

void fit(BushScratch& scratch, std::size_t nodes);

/// Least-cost tree of an origin as a bush. Destinations that cannot be reached are taken off the
/// origin; returns their volume.
double plant(Bush& bush, FoldedOrigin& origin, PricedStar const& star, BushScratch& scratch);

/// Adds the bush's flow to `volume`: demand is sent up from the destinations. Approaches of a merge
/// are scaled to what leaves it, so that flow is conserved whatever rounding or a change of demand
/// has done to them.
void load(Bush& bush,
          FoldedOrigin const& origin,
          PricedStar const& star,
          std::span<double> volume,
          BushScratch& scratch);

/// What a check at frozen prices found.
struct BushCheck {
  double excess{0.0};    ///< cost spent above least-cost paths
  double shortest{0.0};  ///< cost of the demand on least-cost paths
};

/// Loads the bush and measures its excess over least-cost paths of the whole graph at frozen
/// prices.
BushCheck measure(Bush& bush,
                  FoldedOrigin const& origin,
                  PricedStar const& star,
                  std::span<double> volume,
                  BushScratch& scratch);

/// The same, and lets in links that shorten paths. Links that do so by less than `slack`, a share
/// of the farthest destination's cost, are let be and not measured.
BushCheck check(Bush& bush,
                FoldedOrigin const& origin,
                PricedStar const& star,
                double slack,
                std::span<double> volume,
                BushScratch& scratch);

/// Unless the bush's excess is below `enough`: moves flow from the longest used to the least-cost
/// approach of every merge, by one Newton step on the segments that differ, prices updated at once.
/// Returns the excess found before.
double shift(Bush& bush,
             FoldedGraph const& graph,
             TrafficClassId which,
             double enough,
             LinkState& links,
             CoreScratch& scratch);

}  // namespace chorsu
