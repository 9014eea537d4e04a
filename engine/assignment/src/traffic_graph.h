#pragma once

#include <cstdint>
#include <vector>

#include "link_cost.h"

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"
#include "chorsu/base/column.h"
#include "chorsu/base/grid.h"

namespace chorsu {

/// Links and nodes of a graph as the bush engine counts them: rows of its own tables.
using GraphNode = std::uint32_t;
using GraphLink = std::uint32_t;

/// The network as stated, with what elastic demand adds to it: for every link its cost function and
/// what each class pays besides. The network's links come first and keep their numbers.
struct StatedGraph {
  std::vector<GraphNode> tail;
  std::vector<GraphNode> head;
  std::vector<LinkCost> cost;         ///< of links that are shut: infinite
  std::vector<std::uint8_t> through;  ///< by node
  /// Time that a class pays besides the link's own; infinite where it may not go.
  Grid<TrafficClassId, TrafficLinkId, double> extra;

  std::size_t nodes() const { return through.size(); }
  std::size_t links() const { return tail.size(); }
};

/// Trips of one class from one node, in car units.
struct StatedOrigin {
  TrafficClassId which;
  TrafficZoneId zone;
  GraphNode node;
  struct Destination {
    GraphNode node;
    double volume;       ///< with elastic demand: at free-flow cost, the most there can be
    std::uint32_t trip;  ///< row in the class's trips
    GraphLink excess;    ///< the link of those who do not travel, or none
  };
  std::vector<Destination> destinations;
};

struct StatedTraffic {
  StatedGraph graph;
  std::vector<StatedOrigin> origins;  ///< by class
};

/// The network's own links and nodes, with cost functions of the goal.
StatedGraph network_graph(TrafficProblem const& problem, EquilibriumGoal goal);

/// Cost functions of the goal, and demand as origins.
StatedTraffic state_traffic(TrafficProblem const& problem, EquilibriumGoal goal);

/// Makes elastic demand fixed: for every pair a link of those who do not travel, beside the network
/// (excess demand; Gartner 1980). Adds links and nodes at the end.
void add_excess_links(TrafficProblem const& problem, StatedTraffic& traffic);

/// A link's travel time as a function of its volume; for the system's goal the marginal time
/// t + v·dt/dv. Infinite for links that are shut.
LinkCost link_cost(TrafficNetwork::Links const& links, TrafficLinkId link, EquilibriumGoal goal);

/// What shortest paths touch of a link, one cache line for four.
struct PricedLink {
  double cost;
  GraphNode tail;
  GraphNode head;
};

/// Links of a stated graph sorted by tail.
struct StatedStar {
  std::vector<std::uint32_t> first;  ///< by node; one more
  std::vector<PricedLink> links;
  std::vector<GraphLink> stated;  ///< by link: its number in the stated graph
  double usual_cost{1.0};         ///< mean at the prices set
};
StatedStar star_of(StatedGraph const& graph);

/// Prices for one class at given times by stated link.
void set_prices(StatedStar& star,
                StatedGraph const& graph,
                TrafficClassId which,
                std::vector<double> const& time);

/// The part of a stated graph in which there is a choice. Dead ends and nodes in a row are folded
/// away: a row of links is one link whose cost is their sum. Links are sorted by tail; nodes stand
/// in depth-first order, those with demand first.
struct FoldedGraph {
  std::vector<std::uint32_t> first;  ///< links out of each node; one more than there are nodes
  std::vector<GraphNode> tail;
  std::vector<GraphNode> head;
  std::vector<LinkCost> cost;
  std::vector<std::uint8_t> through;
  Rows<TrafficLinkId, GraphLink> parts;               ///< stated links of every link
  Grid<TrafficClassId, TrafficLinkId, double> extra;  ///< by class and folded link

  std::size_t nodes() const { return first.size() - 1U; }
  std::size_t links() const { return head.size(); }
};

/// Demand of one class from one folded node. Several stated origins behind the same dead end are
/// one.
struct FoldedOrigin {
  TrafficClassId which;
  GraphNode node;
  struct Destination {
    GraphNode node;
    double volume;
  };
  std::vector<Destination> destinations;  ///< by node, ascending; volume > 0
};

/// Where the stated nodes and links have gone.
struct Folding {
  static constexpr auto kNone = std::uint32_t(-1);
  std::vector<GraphNode> node;    ///< by stated node: its folded node, or none
  std::vector<GraphNode> parent;  ///< by stated node: of a dead end, the next node on the way out
  std::vector<GraphLink> out;     ///< by stated node: of a dead end, the link to its parent
  std::vector<GraphLink> in;      ///< and the one from it
};

struct FoldedTraffic {
  FoldedGraph graph;
  std::vector<FoldedOrigin> origins;
  Folding folding;
  Grid<TrafficClassId, TrafficLinkId, double> forced;  ///< car units on stated links in dead ends
  double unserved{0.0};  ///< car units without a way out of a dead end
};

FoldedTraffic fold(StatedTraffic const& stated);

/// The part of `fold` that is about demand, given the graph: what dead ends force onto their links,
/// and what is left between nodes of the graph. Origins stand by class.
void fold_demand(StatedTraffic const& stated, FoldedTraffic& folded);

}  // namespace chorsu
