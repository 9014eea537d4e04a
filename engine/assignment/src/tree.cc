#include "tree.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace chorsu {

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();
constexpr auto kWidth = 0.5;  // US$/t of a bucket: a wrong one costs time only

/// Lowers labels of heads by more than `slack`.
void relax_from(Tree tree,
                SearchGraph const& g,
                std::span<double const> cost,
                std::uint32_t vertex,
                double slack,
                TreeScratch& s) {
  auto const base = s.label[vertex] + slack;
  for (auto e = g.first[vertex]; e < g.first[vertex + 1U]; ++e) {
    auto const head = g.head.values[e].value;
    if (base + cost[e] < s.label[head]) {
      s.label[head] = s.label[vertex] + cost[e];
      tree.edge[head] = EdgeId{e};
      s.queue.push(s.label[head], head);
    }
  }
}

/// Settles what is queued and all that it improves, until `last(vertex)` says so.
void settle(Tree tree,
            SearchGraph const& g,
            std::span<double const> cost,
            double slack,
            TreeScratch& s,
            auto&& last) {
  while (!s.queue.empty()) {
    auto const [label, vertex] = s.queue.pop();
    if (label > s.label[vertex]) {
      continue;
    }
    if (last(vertex)) {
      return;
    }
    relax_from(tree, g, cost, vertex, slack, s);
  }
}

constexpr auto kNeverLast = [](std::uint32_t) { return false; };

/// Only the root has a label, and is queued.
void start(Tree tree, SearchGraph const& g, VertexId root, TreeScratch& s) {
  std::fill(tree.edge.begin(), tree.edge.end(), EdgeId{});
  s.label.assign(g.vertices(), kInfinite);
  s.label[root.value] = 0.0;
  s.queue.reset(kWidth);
  s.queue.push(0.0, root.value);
}

/// Edges that would lower a label by more than `slack`: one pass over all edges without a branch.
void list_better(SearchGraph const& g, std::span<double const> cost, double slack, TreeScratch& s) {
  auto const* tail = g.tail.values.data();
  auto const* head = g.head.values.data();
  s.better.resize(cost.size() + 1U);
  auto count = std::size_t{0};
  for (auto e = 0U; e < cost.size(); ++e) {
    s.better[count] = EdgeId{e};
    count += s.label[tail[e].value] + slack + cost[e] < s.label[head[e].value] ? 1U : 0U;
  }
  s.better_count = count;
}

/// Labels along the tree; returns whether an edge of it leads nowhere any more.
bool label_along(TreeView tree,
                 SearchGraph const& g,
                 std::span<double const> cost,
                 VertexId root,
                 TreeScratch& s) {
  s.label.resize(g.vertices());
  auto cut = false;
  for (auto const v : tree.order) {
    auto const edge = tree.edge[v.value];
    auto const none = edge.is_none();
    auto const label = none ? kInfinite : s.label[g.tail[edge].value] + cost[edge.value];
    cut |= !none && label == kInfinite;
    s.label[v.value] = v == root ? 0.0 : label;
  }
  return cut;
}

/// Takes edges that lead nowhere any more off the tree.
void cut_unreached(Tree tree, TreeScratch const& s) {
  for (auto v = std::size_t{0}; v < tree.edge.size(); ++v) {
    if (s.label[v] == kInfinite) {
      tree.edge[v] = EdgeId{};
    }
  }
}

}  // namespace

void grow(
    Tree tree, SearchGraph const& g, std::span<double const> cost, VertexId root, TreeScratch& s) {
  start(tree, g, root, s);
  settle(tree, g, cost, 0.0, s, kNeverLast);
}

void grow_to(std::span<VertexId const> targets,
             Tree tree,
             SearchGraph const& g,
             std::span<double const> cost,
             VertexId root,
             TreeScratch& s) {
  auto left = std::size_t{0};
  s.wanted.assign(g.vertices(), 0U);
  for (auto const vertex : targets) {
    left += s.wanted[vertex.value] == 0U ? 1U : 0U;
    s.wanted[vertex.value] = 1U;
  }
  start(tree, g, root, s);
  settle(tree, g, cost, 0.0, s, [&](std::uint32_t vertex) {
    left -= s.wanted[vertex];
    return left == 0U;
  });
}

void sort_order(Tree tree, SearchGraph const& g, TreeScratch& s) {
  constexpr auto kNone = VertexId{};
  s.placed.assign(g.vertices(), 0U);
  s.waiting.assign(g.vertices(), kNone);
  s.beside.resize(g.vertices());
  auto next = std::size_t{0};
  for (auto i = std::size_t{0}; i < tree.order.size(); ++i) {
    auto const vertex = tree.order[i];
    auto const edge = tree.edge[vertex.value];
    auto const parent = edge.is_none() ? kNone : g.tail[edge];
    if (!parent.is_none() && s.placed[parent.value] == 0U) {
      s.beside[vertex.value] = std::exchange(s.waiting[parent.value], vertex);
      continue;
    }
    s.stack.assign(1U, vertex);
    while (!s.stack.empty()) {
      auto const placed = s.stack.back();
      s.stack.pop_back();
      s.placed[placed.value] = 1U;
      tree.order[next++] = placed;  // never ahead of i: what waits has been read
      for (auto w = s.waiting[placed.value]; !w.is_none(); w = s.beside[w.value]) {
        s.stack.push_back(w);
      }
    }
  }
}

bool is_beaten(TreeView tree,
               SearchGraph const& g,
               std::span<double const> cost,
               VertexId root,
               double slack,
               TreeScratch& s) {
  auto const cut = label_along(tree, g, cost, root, s);
  list_better(g, cost, slack, s);
  return cut || s.better_count > 0U;
}

void mend(
    Tree tree, SearchGraph const& g, std::span<double const> cost, double slack, TreeScratch& s) {
  cut_unreached(tree, s);
  s.queue.reset(kWidth);
  for (auto const edge : std::span{s.better}.first(s.better_count)) {
    auto const head = g.head[edge].value;
    auto const label = s.label[g.tail[edge].value] + cost[edge.value];
    if (label + slack < s.label[head]) {
      s.label[head] = label;
      tree.edge[head] = edge;
      s.queue.push(label, head);
    }
  }
  settle(tree, g, cost, slack, s, kNeverLast);
}

void path_to(std::span<EdgeId const> tree,
             SearchGraph const& g,
             VertexId vertex,
             std::vector<EdgeId>& path) {
  path.clear();
  for (auto edge = tree[vertex.value]; !edge.is_none(); edge = tree[g.tail[edge].value]) {
    path.push_back(edge);
  }
  std::reverse(path.begin(), path.end());
}

}  // namespace chorsu
