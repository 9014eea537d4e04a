#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "traffic_graph.h"

namespace chorsu {

namespace {

constexpr auto kNone = Folding::kNone;

/// Sends volume of one class out of dead ends and into them. What leaves or enters a node by the
/// whole way between it and the node where its dead end starts is added up first.
class DeadEnds {
 public:
  DeadEnds(StatedGraph const& graph, Folding const& folding)
      : g_{graph}, f_{folding}, depth_(folding.parent.size(), kNone), root_(depth_.size()) {
    for (auto v = GraphNode{0}; v < root_.size(); ++v) {
      path_.clear();
      auto at = v;
      for (; depth_[at] == kNone && f_.parent[at] != kNone; at = f_.parent[at]) {
        path_.push_back(at);
      }
      if (depth_[at] == kNone) {
        depth_[at] = 0U;
        root_[at] = at;
      }
      for (; !path_.empty(); path_.pop_back()) {
        auto const next = path_.back();
        depth_[next] = depth_[f_.parent[next]] + 1U;
        root_[next] = root_[f_.parent[next]];
        inward_.push_back(next);
      }
    }
  }

  /// Starts on a class.
  void take_up(TrafficClassId which) {
    which_ = which;
    leaves_.assign(root_.size(), 0.0);
    enters_.assign(root_.size(), 0.0);
    can_leave_.assign(root_.size(), 1U);
    can_enter_.assign(root_.size(), 1U);
    for (auto const v : inward_) {
      auto const parent = f_.parent[v];
      can_leave_[v] = can_leave_[parent] != 0U && is_passable(f_.out[v]) ? 1U : 0U;
      can_enter_[v] = can_enter_[parent] != 0U && is_passable(f_.in[v]) ? 1U : 0U;
    }
  }

  /// Where the node's dead end starts: itself when it is in none.
  GraphNode root(GraphNode v) const { return root_[v]; }

  /// Takes volume from one dead end to another; false where there is no way.
  bool pass(GraphNode from, GraphNode to, double volume) {
    if (can_leave_[from] == 0U || can_enter_[to] == 0U) {
      return false;
    }
    leaves_[from] += volume;
    enters_[to] += volume;
    return true;
  }

  /// Takes volume to another node of the same dead end; false where there is no way.
  bool pass_within(GraphNode from, GraphNode to, double volume, std::span<double> forced) {
    path_.clear();
    while (from != to) {
      auto const up = depth_[from] >= depth_[to];
      auto& end = up ? from : to;
      path_.push_back(up ? f_.out[end] : f_.in[end]);
      if (!is_passable(path_.back())) {
        return false;
      }
      end = f_.parent[end];
    }
    for (auto const link : path_) {
      forced[link] += volume;
    }
    return true;
  }

  /// Ends with the class: puts what has been added up on links.
  void settle(std::span<double> forced) {
    for (auto i = inward_.size(); i-- > 0U;) {
      auto const v = inward_[i];
      if (leaves_[v] > 0.0) {
        forced[f_.out[v]] += leaves_[v];
        leaves_[f_.parent[v]] += leaves_[v];
      }
      if (enters_[v] > 0.0) {
        forced[f_.in[v]] += enters_[v];
        enters_[f_.parent[v]] += enters_[v];
      }
    }
  }

 private:
  bool is_passable(GraphLink link) const {
    return link != kNone && std::isfinite(g_.cost[link].constant) &&
           std::isfinite(g_.extra(which_, TrafficLinkId{link}));
  }

  StatedGraph const& g_;
  Folding const& f_;
  TrafficClassId which_{};
  std::vector<std::uint32_t> depth_;  // by node
  std::vector<GraphNode> root_;
  std::vector<GraphNode> inward_;  // nodes of dead ends, from where they start
  std::vector<double> leaves_;
  std::vector<double> enters_;
  std::vector<std::uint8_t> can_leave_;
  std::vector<std::uint8_t> can_enter_;
  std::vector<std::uint32_t> path_;
};

/// Puts together what ends at the same node, in the order of nodes; all origins at once, by
/// counting.
void merge_destinations(std::vector<FoldedOrigin>& origins, std::size_t nodes) {
  struct End {
    std::uint32_t origin;
    double volume;
  };
  auto first = std::vector<std::uint32_t>(nodes + 1U);
  for (auto const& origin : origins) {
    for (auto const& d : origin.destinations) {
      ++first[d.node + 1U];
    }
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  auto ends = std::vector<End>(first.back());
  auto next = first;
  for (auto i = 0U; i < origins.size(); ++i) {
    for (auto const& d : origins[i].destinations) {
      ends[next[d.node]++] = {i, d.volume};
    }
    origins[i].destinations.clear();
  }
  for (auto v = 0U; v < nodes; ++v) {
    for (auto e = first[v]; e < first[v + 1U]; ++e) {
      auto& all = origins[ends[e].origin].destinations;  // keeps its room
      if (!all.empty() && all.back().node == v) {
        all.back().volume += ends[e].volume;
      } else {
        all.push_back({v, ends[e].volume});
      }
    }
  }
}

/// Puts together what starts at the same node in the same class, and what ends at the same node.
void merge_origins(std::vector<FoldedOrigin>& origins, std::size_t nodes) {
  auto at = std::map<std::pair<TrafficClassId, GraphNode>, FoldedOrigin>{};
  for (auto& origin : origins) {
    if (origin.destinations.empty()) {
      continue;
    }
    auto const [it, is_new] = at.try_emplace({origin.which, origin.node}, std::move(origin));
    if (!is_new) {
      auto& all = it->second.destinations;
      all.insert(all.end(), origin.destinations.begin(), origin.destinations.end());
    }
  }
  origins.clear();
  for (auto& [key, origin] : at) {
    origins.push_back(std::move(origin));
  }
  merge_destinations(origins, nodes);
}

/// Demand of one origin between nodes where there is a choice.
FoldedOrigin fold_origin(StatedOrigin const& origin, DeadEnds& dead_ends, FoldedTraffic& folded) {
  auto const forced = folded.forced.row(origin.which);
  auto const from = dead_ends.root(origin.node);
  auto result = FoldedOrigin{origin.which, folded.folding.node[from], {}};
  result.destinations.reserve(origin.destinations.size());
  for (auto const& d : origin.destinations) {
    auto const to = dead_ends.root(d.node);
    if (from == to) {
      folded.unserved +=
          dead_ends.pass_within(origin.node, d.node, d.volume, forced) ? 0.0 : d.volume;
      continue;
    }
    auto const node = folded.folding.node[to];
    if (result.node == kNone || node == kNone || !dead_ends.pass(origin.node, d.node, d.volume)) {
      folded.unserved += d.volume;
    } else {
      result.destinations.push_back({node, d.volume});
    }
  }
  return result;
}

}  // namespace

void fold_demand(StatedTraffic const& stated, FoldedTraffic& folded) {
  auto const& g = stated.graph;
  folded.forced = {g.extra.rows, g.links()};
  auto dead_ends = DeadEnds{g, folded.folding};
  auto origin = stated.origins.begin();
  for (auto k = std::size_t{0}; k < g.extra.rows; ++k) {
    auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
    dead_ends.take_up(which);
    for (; origin != stated.origins.end() && origin->which == which; ++origin) {
      folded.origins.push_back(fold_origin(*origin, dead_ends, folded));
    }
    dead_ends.settle(folded.forced.row(which));
  }
  merge_origins(folded.origins, folded.graph.nodes());
}

}  // namespace chorsu
