#include <cmath>
#include <utility>
#include <vector>

#include "path_tree.h"
#include "traffic_graph.h"

namespace chorsu {

namespace {

/// Adds nodes and links to a stated graph. Where traffic may pass a centroid, trips start and end
/// at nodes of their own beside it, or others could pass along an excess link.
class Extension {
 public:
  explicit Extension(StatedGraph& graph)
      : g_{graph}, source_(graph.nodes(), Folding::kNone), sink_(graph.nodes(), Folding::kNone) {}

  GraphNode source(GraphNode centroid) {
    if (g_.through[centroid] == 0U) {
      return centroid;
    }
    if (source_[centroid] == Folding::kNone) {
      source_[centroid] = add_node();
      add_link(source_[centroid], centroid, {}, kEveryone);
    }
    return source_[centroid];
  }

  GraphNode sink(GraphNode centroid) {
    if (g_.through[centroid] == 0U) {
      return centroid;
    }
    if (sink_[centroid] == Folding::kNone) {
      sink_[centroid] = add_node();
      add_link(centroid, sink_[centroid], {}, kEveryone);
    }
    return sink_[centroid];
  }

  GraphLink add_link(GraphNode from, GraphNode to, LinkCost const& cost, TrafficClassId who) {
    g_.tail.push_back(from);
    g_.head.push_back(to);
    g_.cost.push_back(cost);
    who_.push_back(who);
    return static_cast<GraphLink>(g_.links() - 1U);
  }

  /// What classes pay besides, now that all links are there: an excess link is for its class only.
  void finish() {
    auto const before = g_.links() - who_.size();
    auto extra = Grid<TrafficClassId, TrafficLinkId, double>{g_.extra.rows, g_.links()};
    for (auto k = std::size_t{0}; k < extra.rows; ++k) {
      auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
      std::copy_n(g_.extra.row(which).begin(), before, extra.row(which).begin());
      for (auto i = std::size_t{0}; i < who_.size(); ++i) {
        auto const id = TrafficLinkId{static_cast<std::uint32_t>(before + i)};
        extra(which, id) = who_[i] == kEveryone || who_[i] == which ? 0.0 : kInfiniteCost;
      }
    }
    g_.extra = std::move(extra);
  }

  static constexpr auto kEveryone = TrafficClassId{};

 private:
  GraphNode add_node() {
    g_.through.push_back(0U);
    return static_cast<GraphNode>(g_.nodes() - 1U);
  }

  StatedGraph& g_;
  std::vector<GraphNode> source_;
  std::vector<GraphNode> sink_;
  std::vector<TrafficClassId> who_;
};

/// Demand at free-flow cost, and the inverse of the demand curve as a cost of not travelling.
struct Excess {
  double most;  ///< vehicles
  LinkCost cost;
};

Excess excess_of(TrafficClass const& c, double vehicles, double reference, double free_flow) {
  auto cost = LinkCost{};
  cost.constant = free_flow;
  if (c.curve == DemandCurve::kLinear) {
    auto const most = vehicles * std::fmax(0.0, 1.0 - c.slope * (free_flow - reference));
    cost.factor = 1.0;
    cost.scale = 1.0 / (vehicles * c.slope * c.car_units);
    cost.power = 1.0;
    cost.shape = LinkShape::kLinear;
    return {most, cost};
  }
  auto const most = vehicles * std::exp(-c.slope * (free_flow - reference));
  cost.factor = 1.0 / c.slope;
  cost.scale = 1.0 / (most * c.car_units);
  cost.shape = LinkShape::kExcess;
  return {most, cost};
}

std::vector<double> free_flow_times(StatedGraph const& g) {
  auto times = std::vector<double>{};
  for (auto const& cost : g.cost) {
    times.push_back(evaluate(cost, 0.0).cost);
  }
  return times;
}

bool is_elastic(TrafficClass const& c) {
  return c.curve != DemandCurve::kFixed && c.slope > 0.0;
}

}  // namespace

void add_excess_links(TrafficProblem const& p, StatedTraffic& t) {
  auto& g = t.graph;
  auto const times = free_flow_times(g);
  auto star = star_of(g);
  auto const through = g.through;
  auto extension = Extension{g};
  auto tree = PathTree{};
  auto priced = TrafficClassId{};
  for (auto& origin : t.origins) {
    auto const& c = p.classes[origin.which];
    if (!is_elastic(c)) {
      continue;
    }
    if (priced != origin.which) {
      set_prices(star, g, origin.which, times);
      priced = origin.which;
    }
    grow(tree, {star.first, star.links, through, star.usual_cost}, origin.node, {});
    for (auto& d : origin.destinations) {
      auto const free_flow = tree.label[d.node];
      if (!std::isfinite(free_flow)) {
        continue;  // nobody can travel; found and told when trees are planted
      }
      auto const reference = c.reference.values.empty() ? free_flow : c.reference.values[d.trip];
      auto const excess = excess_of(c, c.trips.values[d.trip].vehicles, reference, free_flow);
      d.volume = excess.most * c.car_units;
      d.node = extension.sink(d.node);
      d.excess =
          extension.add_link(extension.source(origin.node), d.node, excess.cost, origin.which);
    }
    origin.node = extension.source(origin.node);
  }
  extension.finish();
}

}  // namespace chorsu
