#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

#include "traffic_graph.h"

namespace chorsu {

namespace {

constexpr auto kNone = Folding::kNone;

/// Rows of links by node, both ways.
struct Incidence {
  std::vector<std::uint32_t> first;
  std::vector<GraphLink> links;
  std::span<GraphLink const> operator[](GraphNode v) const {
    return {links.data() + first[v], links.data() + first[v + 1U]};
  }
};

Incidence incidence(std::size_t nodes,
                    std::vector<GraphNode> const& end,
                    std::vector<std::uint8_t> const& usable) {
  auto result = Incidence{};
  result.first.assign(nodes + 1U, 0U);
  for (auto l = 0U; l < end.size(); ++l) {
    result.first[end[l] + 1U] += usable[l];
  }
  std::partial_sum(result.first.begin(), result.first.end(), result.first.begin());
  result.links.resize(result.first.back());
  auto next = result.first;
  for (auto l = 0U; l < end.size(); ++l) {
    if (usable[l] != 0U) {
      result.links[next[end[l]]++] = l;
    }
  }
  return result;
}

/// What is left of the stated graph while it is folded.
struct Remainder {
  StatedGraph const& graph;
  std::vector<std::uint8_t> usable;  ///< by link
  std::vector<std::uint8_t> demand;  ///< by node: where traffic starts or ends
  Incidence out;
  Incidence in;
};

Remainder remainder(StatedTraffic const& t) {
  auto const& g = t.graph;
  auto starts = std::vector<std::uint8_t>(g.nodes());
  auto ends = std::vector<std::uint8_t>(g.nodes());
  for (auto const& origin : t.origins) {
    starts[origin.node] = 1U;
    for (auto const& d : origin.destinations) {
      ends[d.node] = 1U;
    }
  }
  auto r = Remainder{g, std::vector<std::uint8_t>(g.links()), {}, {}, {}};
  for (auto l = 0U; l < g.links(); ++l) {
    auto const leaves = g.through[g.tail[l]] != 0U || starts[g.tail[l]] != 0U;
    auto const enters = g.through[g.head[l]] != 0U || ends[g.head[l]] != 0U;
    r.usable[l] = leaves && enters && g.tail[l] != g.head[l] ? 1U : 0U;
  }
  r.demand.resize(g.nodes());
  for (auto v = 0U; v < g.nodes(); ++v) {
    r.demand[v] = starts[v] | ends[v];
  }
  r.out = incidence(g.nodes(), g.tail, r.usable);
  r.in = incidence(g.nodes(), g.head, r.usable);
  return r;
}

/// The one usable link of a row; none when there is none, `several` set when there is more than
/// one.
GraphLink only(Remainder const& r, std::span<GraphLink const> row, bool& several) {
  auto result = kNone;
  for (auto const l : row) {
    if (r.usable[l] != 0U) {
      several = several || result != kNone;
      result = l;
    }
  }
  return result;
}

/// Takes dead ends off the graph: nodes with a single neighbour, again and again.
void cut_dead_ends(Remainder& r, Folding& f) {
  auto const& g = r.graph;
  auto todo = std::vector<GraphNode>(g.nodes());
  std::iota(todo.rbegin(), todo.rend(), 0U);
  while (!todo.empty()) {
    auto const v = todo.back();
    todo.pop_back();
    auto several = false;
    auto const out = only(r, r.out[v], several);
    auto const in = only(r, r.in[v], several);
    if (several || (out == kNone && in == kNone)) {
      continue;
    }
    auto const parent = out != kNone ? g.head[out] : g.tail[in];
    if (g.through[parent] == 0U || (in != kNone && g.tail[in] != parent)) {
      continue;
    }
    f.parent[v] = parent;
    f.out[v] = out;
    f.in[v] = in;
    for (auto const l : {out, in}) {
      if (l != kNone) {
        r.usable[l] = 0U;
      }
    }
    r.demand[parent] |= r.demand[v];
    todo.push_back(parent);
  }
}

bool adds_up(LinkCost const& a, LinkCost const& b) {
  return a.shape == b.shape && (a.shape != LinkShape::kPower || a.power == b.power) &&
         a.shape != LinkShape::kExcess;
}

/// Usable links of a row, at most three.
std::vector<GraphLink> few(Remainder const& r, std::span<GraphLink const> row) {
  auto result = std::vector<GraphLink>{};
  for (auto const l : row) {
    if (r.usable[l] != 0U && result.size() < 3U) {
      result.push_back(l);
    }
  }
  return result;
}

/// Whether traffic that enters the node has no choice where to go on, without turning back, and
/// each way through it is one cost function.
bool in_a_row(Remainder const& r, GraphNode v) {
  auto const& g = r.graph;
  if (r.demand[v] != 0U || g.through[v] == 0U) {
    return false;
  }
  auto const in = few(r, r.in[v]);
  auto const out = few(r, r.out[v]);
  if (in.size() != out.size() || in.empty() || in.size() > 2U) {
    return false;
  }
  auto const a = g.tail[in.front()];
  if (in.size() == 1U) {
    return a != g.head[out.front()] && adds_up(g.cost[in[0]], g.cost[out[0]]);
  }
  auto const b = g.tail[in.back()];
  auto const away = g.head[out[0]] == b ? out[0] : out[1];  // answers the link from a
  auto const back = away == out[0] ? out[1] : out[0];
  return a != b && g.head[away] == b && g.head[back] == a && adds_up(g.cost[in[0]], g.cost[away]) &&
         adds_up(g.cost[in[1]], g.cost[back]);
}

/// The link that follows `link` through a node in a row.
GraphLink onward(Remainder const& r, GraphLink link) {
  auto const& g = r.graph;
  for (auto const l : r.out[g.head[link]]) {
    if (r.usable[l] != 0U && (g.head[l] != g.tail[link])) {
      return l;
    }
  }
  return kNone;
}

bool is_linked(Remainder const& r, GraphNode v) {
  auto several = false;
  return only(r, r.out[v], several) != kNone || only(r, r.in[v], several) != kNone;
}

/// Usable links of a row.
std::vector<GraphLink> usable(Remainder const& r, std::span<GraphLink const> row) {
  auto result = std::vector<GraphLink>{};
  std::copy_if(row.begin(), row.end(), std::back_inserter(result), [&](GraphLink l) {
    return r.usable[l] != 0U;
  });
  return result;
}

/// Depth-first order of the nodes that stay, so that neighbours lie near each other in memory.
std::vector<GraphNode> number_nodes(Remainder const& r,
                                    std::vector<std::uint8_t> const& row,
                                    Folding& f) {
  auto const& g = r.graph;
  auto order = std::vector<GraphNode>{};
  auto stack = std::vector<GraphNode>{};
  auto seen = std::vector<std::uint8_t>(g.nodes());
  for (auto root = 0U; root < g.nodes(); ++root) {
    stack.assign(1U, root);
    while (!stack.empty()) {
      auto const v = stack.back();
      stack.pop_back();
      if (seen[v] != 0U) {
        continue;
      }
      seen[v] = 1U;
      if (row[v] == 0U && is_linked(r, v)) {
        f.node[v] = static_cast<GraphNode>(order.size());
        order.push_back(v);
      }
      auto const out = usable(r, r.out[v]);
      std::for_each(out.rbegin(), out.rend(), [&](GraphLink l) { stack.push_back(g.head[l]); });
    }
  }
  return order;
}

/// Sum of the costs of links in a row, as one function of their common volume.
LinkCost in_series(StatedGraph const& g, std::span<GraphLink const> parts) {
  auto sum = g.cost[parts.front()];
  for (auto const l : parts.subspan(1)) {
    auto const& c = g.cost[l];
    auto const power = c.shape == LinkShape::kQuartic  ? 4.0
                       : c.shape == LinkShape::kLinear ? 1.0
                                                       : c.power;
    sum.constant += c.constant;
    sum.factor += c.factor * std::pow(c.scale / sum.scale, power);
  }
  return sum;
}

void add_link(Remainder const& r, Folding const& f, GraphLink stated, FoldedGraph& folded) {
  auto const& g = r.graph;
  auto parts = std::vector{stated};
  while (f.node[g.head[parts.back()]] == kNone) {
    auto const next = onward(r, parts.back());
    if (next == kNone || next == stated) {
      return;  // leads nowhere
    }
    parts.push_back(next);
  }
  auto const tail = f.node[g.tail[stated]];
  auto const head = f.node[g.head[parts.back()]];
  if (tail == head) {
    return;
  }
  folded.tail.push_back(tail);
  folded.head.push_back(head);
  folded.cost.push_back(in_series(g, parts));
  folded.parts.push_back(parts);
}

FoldedGraph fold_graph(Remainder& r, Folding& f) {
  auto const& g = r.graph;
  auto row = std::vector<std::uint8_t>(g.nodes());
  for (auto v = 0U; v < g.nodes(); ++v) {
    row[v] = f.parent[v] == kNone && in_a_row(r, v) ? 1U : 0U;
  }
  auto const order = number_nodes(r, row, f);
  auto folded = FoldedGraph{};
  folded.first.push_back(0U);
  for (auto const v : order) {
    folded.through.push_back(g.through[v]);
    for (auto const l : r.out[v]) {
      if (r.usable[l] != 0U) {
        add_link(r, f, l, folded);
      }
    }
    folded.first.push_back(static_cast<std::uint32_t>(folded.links()));
  }
  folded.extra = {g.extra.rows, folded.links()};
  for (auto k = std::size_t{0}; k < g.extra.rows; ++k) {
    auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
    for (auto const l : ids_of<TrafficLinkId>(folded.links())) {
      for (auto const part : folded.parts[l]) {
        folded.extra(which, l) += g.extra(which, TrafficLinkId{part});
      }
    }
  }
  return folded;
}

/// Sends volume out of dead ends and into them; returns the two nodes between which a choice is
/// left, equal when there is none, none when there is no way.
struct Ends {
  GraphNode from;
  GraphNode to;
};

class DeadEnds {
 public:
  DeadEnds(Folding const& folding, StatedGraph const& graph)
      : f_{folding}, g_{graph}, depth_(folding.parent.size(), kNone) {}

  Ends leave(TrafficClassId which,
             GraphNode from,
             GraphNode to,
             double volume,
             Grid<TrafficClassId, TrafficLinkId, double>& forced) {
    path_.clear();
    while (from != to && (f_.parent[from] != kNone || f_.parent[to] != kNone)) {
      auto const up = depth(from) >= depth(to);
      auto& end = up ? from : to;
      auto const link = up ? f_.out[end] : f_.in[end];
      if (link == kNone || !std::isfinite(g_.cost[link].constant) ||
          !std::isfinite(g_.extra(which, TrafficLinkId{link}))) {
        return {kNone, kNone};
      }
      path_.push_back(link);
      end = f_.parent[end];
    }
    for (auto const link : path_) {
      forced(which, TrafficLinkId{link}) += volume;
    }
    return {from, to};
  }

 private:
  std::uint32_t depth(GraphNode v) {
    if (depth_[v] == kNone) {
      depth_[v] = f_.parent[v] == kNone ? 0U : depth(f_.parent[v]) + 1U;
    }
    return depth_[v];
  }

  Folding const& f_;
  StatedGraph const& g_;
  std::vector<std::uint32_t> depth_;
  std::vector<GraphLink> path_;
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
      auto& all = origins[ends[e].origin].destinations;
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

}  // namespace

FoldedTraffic fold(StatedTraffic const& stated) {
  auto const& g = stated.graph;
  auto result = FoldedTraffic{};
  auto& f = result.folding;
  f.node.assign(g.nodes(), kNone);
  f.parent.assign(g.nodes(), kNone);
  f.out.assign(g.nodes(), kNone);
  f.in.assign(g.nodes(), kNone);
  auto left = remainder(stated);
  cut_dead_ends(left, f);
  result.graph = fold_graph(left, f);
  result.forced = {g.extra.rows, g.links()};
  auto dead_ends = DeadEnds{f, g};
  for (auto const& origin : stated.origins) {
    auto folded = FoldedOrigin{origin.which, kNone, {}};
    for (auto const& d : origin.destinations) {
      auto const ends = dead_ends.leave(origin.which, origin.node, d.node, d.volume, result.forced);
      if (ends.from == ends.to && ends.from != kNone) {
        continue;
      }
      if (ends.from == kNone || f.node[ends.from] == kNone || f.node[ends.to] == kNone) {
        result.unserved += d.volume;
      } else {
        folded.node = f.node[ends.from];
        folded.destinations.push_back({f.node[ends.to], d.volume});
      }
    }
    result.origins.push_back(std::move(folded));
  }
  merge_origins(result.origins, result.graph.nodes());
  return result;
}

}  // namespace chorsu
