#include <algorithm>
#include <cmath>
#include <iterator>
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

}  // namespace

FoldedTraffic fold(StatedTraffic const& stated) {
  auto const nodes = stated.graph.nodes();
  auto result = FoldedTraffic{};
  auto& f = result.folding;
  f.node.assign(nodes, kNone);
  f.parent.assign(nodes, kNone);
  f.out.assign(nodes, kNone);
  f.in.assign(nodes, kNone);
  auto left = remainder(stated);
  cut_dead_ends(left, f);
  result.graph = fold_graph(left, f);
  fold_demand(stated, result);
  return result;
}

}  // namespace chorsu
