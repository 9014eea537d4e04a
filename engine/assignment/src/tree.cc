#include "tree.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace chorsu {

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();
constexpr auto kUnknown = -1.0;

void push(TreeScratch& s, double label, std::uint32_t vertex) {
  s.heap.emplace_back(label, vertex);
  std::push_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
}

/// Returns true when a head got a lower label.
bool relax_from(Tree tree, SearchGraph const& g, std::span<double const> cost,
                std::uint32_t vertex, TreeScratch& s) {
  auto const base = s.label[vertex];
  auto improved = false;
  for (auto e = g.first[vertex]; e < g.first[vertex + 1U]; ++e) {
    auto const head = g.head.values[e].value;
    auto const label = base + cost[e];
    if (label < s.label[head]) {
      s.label[head] = label;
      tree[head] = EdgeId{e};
      push(s, label, head);
      improved = true;
    }
  }
  return improved;
}

/// Settles what lies in the heap and all that it improves.
void settle(Tree tree, SearchGraph const& g, std::span<double const> cost, TreeScratch& s) {
  while (!s.heap.empty()) {
    std::pop_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
    auto const [label, vertex] = s.heap.back();
    s.heap.pop_back();
    if (label == s.label[vertex]) {
      relax_from(tree, g, cost, vertex, s);
    }
  }
}

/// Label of a vertex along the tree: up to the nearest vertex whose label is known, and down again.
void label_along(std::span<EdgeId const> tree, SearchGraph const& g, std::span<double const> cost,
                 std::uint32_t vertex, TreeScratch& s) {
  s.stack.clear();
  while (s.label[vertex] == kUnknown && !tree[vertex].is_none()) {
    s.stack.push_back(vertex);
    vertex = g.tail.values[tree[vertex].value].value;
  }
  if (s.label[vertex] == kUnknown) {
    s.label[vertex] = kInfinite;
  }
  auto label = s.label[vertex];
  while (!s.stack.empty()) {
    auto const next = s.stack.back();
    s.stack.pop_back();
    label += cost[tree[next].value];
    s.label[next] = label;
  }
}

}  // namespace

void grow(Tree tree, SearchGraph const& g, std::span<double const> cost, VertexId root,
          TreeScratch& s) {
  std::fill(tree.begin(), tree.end(), EdgeId{});
  s.label.assign(g.vertices(), kInfinite);
  s.label[root.value] = 0.0;
  s.heap.clear();
  push(s, 0.0, root.value);
  settle(tree, g, cost, s);
}

void label_tree(std::span<EdgeId const> tree, SearchGraph const& g, std::span<double const> cost,
                VertexId root, TreeScratch& s) {
  s.label.assign(g.vertices(), kUnknown);
  s.label[root.value] = 0.0;
  for (auto v = 0U; v < g.vertices(); ++v) {
    if (s.label[v] == kUnknown) {
      label_along(tree, g, cost, v, s);
    }
  }
}

bool repair(Tree tree, SearchGraph const& g, std::span<double const> cost, VertexId root,
            TreeScratch& s) {
  label_tree(tree, g, cost, root, s);
  s.heap.clear();
  auto changed = false;
  for (auto v = 0U; v < g.vertices(); ++v) {
    if (s.label[v] < kInfinite) {
      changed |= relax_from(tree, g, cost, v, s);
    } else if (!tree[v].is_none()) {
      tree[v] = EdgeId{};
      changed = true;
    }
  }
  settle(tree, g, cost, s);
  return changed;
}

void path_to(std::span<EdgeId const> tree, SearchGraph const& g, VertexId vertex,
             std::vector<EdgeId>& path) {
  path.clear();
  for (auto edge = tree[vertex.value]; !edge.is_none(); edge = tree[g.tail[edge].value]) {
    path.push_back(edge);
  }
  std::reverse(path.begin(), path.end());
}

}  // namespace chorsu
