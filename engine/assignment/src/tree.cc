#include "tree.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace chorsu {

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();

void push(TreeScratch& s, double label, VertexId vertex) {
  s.heap.emplace_back(label, vertex.value);
  std::push_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
}

std::pair<double, VertexId> pop(TreeScratch& s) {
  std::pop_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
  auto const [label, vertex] = s.heap.back();
  s.heap.pop_back();
  return {label, VertexId{vertex}};
}

void relax_from(Tree& tree, SearchGraph const& g, std::span<double const> cost, VertexId vertex,
                TreeScratch& s) {
  auto const base = s.label[vertex.value];
  for (auto e = g.first[vertex.value]; e < g.first[vertex.value + 1U]; ++e) {
    auto const head = g.head.values[e];
    auto const label = base + cost[e];
    if (label < s.label[head.value]) {
      s.label[head.value] = label;
      tree.edge[head.value] = EdgeId{e};
      push(s, label, head);
    }
  }
}

/// Settles what lies in the heap and all that it improves.
void settle(Tree& tree, SearchGraph const& g, std::span<double const> cost, TreeScratch& s) {
  while (!s.heap.empty()) {
    auto const [label, vertex] = pop(s);
    if (label == s.label[vertex.value]) {
      relax_from(tree, g, cost, vertex, s);
    }
  }
}

/// Predecessors first: by label, and along zero-cost edges by depth.
void sort_order(Tree& tree, SearchGraph const& g, VertexId root, TreeScratch const& s) {
  tree.order.clear();
  for (auto v = 0U; v < g.vertices(); ++v) {
    if (s.label[v] < kInfinite) {
      tree.order.push_back(VertexId{v});
    } else {
      tree.edge[v] = EdgeId{};
    }
  }
  std::stable_sort(tree.order.begin(), tree.order.end(),
                   [&](VertexId a, VertexId b) { return s.label[a.value] < s.label[b.value]; });
  // Equal labels may stand before their predecessor: one pass that defers them.
  auto placed = std::vector<std::uint8_t>(g.vertices(), 0U);
  auto sorted = std::vector<VertexId>{};
  sorted.reserve(tree.order.size());
  auto waiting = tree.order;
  while (!waiting.empty()) {
    auto later = std::vector<VertexId>{};
    for (auto const v : waiting) {
      auto const edge = tree.edge[v.value];
      if (v == root || placed[g.tail[edge].value] != 0U) {
        placed[v.value] = 1U;
        sorted.push_back(v);
      } else {
        later.push_back(v);
      }
    }
    waiting.swap(later);
  }
  tree.order.swap(sorted);
}

}  // namespace

void grow(Tree& tree, SearchGraph const& g, std::span<double const> cost, VertexId root,
          TreeScratch& s) {
  tree.edge.assign(g.vertices(), EdgeId{});
  s.label.assign(g.vertices(), kInfinite);
  s.label[root.value] = 0.0;
  s.heap.clear();
  push(s, 0.0, root);
  settle(tree, g, cost, s);
  sort_order(tree, g, root, s);
}

bool repair(Tree& tree, SearchGraph const& g, std::span<double const> cost, VertexId root,
            TreeScratch& s) {
  s.label.assign(g.vertices(), kInfinite);
  s.heap.clear();
  auto changed = false;
  for (auto const v : tree.order) {
    auto const edge = tree.edge[v.value];
    s.label[v.value] =
        v == root ? 0.0 : s.label[g.tail.values[edge.value].value] + cost[edge.value];
    changed |= s.label[v.value] == kInfinite;
  }
  for (auto const v : tree.order) {
    auto const base = s.label[v.value];
    if (base == kInfinite) {
      continue;
    }
    for (auto e = g.first[v.value]; e < g.first[v.value + 1U]; ++e) {
      auto const head = g.head.values[e].value;
      if (base + cost[e] < s.label[head]) {
        s.label[head] = base + cost[e];
        tree.edge[head] = EdgeId{e};
        push(s, s.label[head], VertexId{head});
      }
    }
  }
  changed |= !s.heap.empty();
  if (changed) {
    settle(tree, g, cost, s);
    sort_order(tree, g, root, s);
  }
  return changed;
}

void path_to(Tree const& tree, SearchGraph const& g, VertexId vertex, std::vector<EdgeId>& path) {
  path.clear();
  for (auto edge = tree.edge[vertex.value]; !edge.is_none(); edge = tree.edge[g.tail[edge].value]) {
    path.push_back(edge);
  }
  std::reverse(path.begin(), path.end());
}

}  // namespace chorsu
