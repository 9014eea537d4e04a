#include "tree.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace chorsu {

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();

void push(TreeScratch& s, double label, std::uint32_t vertex) {
  s.heap.emplace_back(label, vertex);
  std::push_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
}

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
      push(s, s.label[head], head);
    }
  }
}

/// Settles what lies in the heap and all that it improves.
void settle(
    Tree tree, SearchGraph const& g, std::span<double const> cost, double slack, TreeScratch& s) {
  while (!s.heap.empty()) {
    std::pop_heap(s.heap.begin(), s.heap.end(), std::greater<>{});
    auto const [label, vertex] = s.heap.back();
    s.heap.pop_back();
    if (label == s.label[vertex]) {
      relax_from(tree, g, cost, vertex, slack, s);
    }
  }
}

/// Puts predecessors first.
void sort_order(Tree tree, SearchGraph const& g, TreeScratch& s) {
  s.placed.assign(g.vertices(), 0U);
  auto next = std::size_t{0};
  for (auto v = 0U; v < g.vertices(); ++v) {
    auto up = v;
    s.stack.clear();
    while (s.placed[up] == 0U) {
      s.placed[up] = 1U;
      s.stack.push_back(up);
      if (tree.edge[up].is_none()) {
        break;
      }
      up = g.tail.values[tree.edge[up].value].value;
    }
    while (!s.stack.empty()) {
      tree.order[next++] = VertexId{s.stack.back()};
      s.stack.pop_back();
    }
  }
}

/// Edges that would lower a label by more than `slack`, onto the stack: one pass over all edges
/// without a branch.
void list_violations(SearchGraph const& g,
                     std::span<double const> cost,
                     double slack,
                     TreeScratch& s) {
  auto const* tail = g.tail.values.data();
  auto const* head = g.head.values.data();
  s.stack.resize(cost.size() + 1U);
  auto count = std::size_t{0};
  for (auto e = 0U; e < cost.size(); ++e) {
    s.stack[count] = e;
    count += s.label[tail[e].value] + slack + cost[e] < s.label[head[e].value] ? 1U : 0U;
  }
  s.stack.resize(count);
}

/// Takes edges that lead nowhere any more off the tree; returns true when there were any.
bool cut_unreached(Tree tree, TreeScratch const& s) {
  auto changed = false;
  for (auto v = std::size_t{0}; v < tree.edge.size(); ++v) {
    if (s.label[v] == kInfinite && !tree.edge[v].is_none()) {
      tree.edge[v] = EdgeId{};
      changed = true;
    }
  }
  return changed;
}

}  // namespace

void grow(
    Tree tree, SearchGraph const& g, std::span<double const> cost, VertexId root, TreeScratch& s) {
  std::fill(tree.edge.begin(), tree.edge.end(), EdgeId{});
  s.label.assign(g.vertices(), kInfinite);
  s.label[root.value] = 0.0;
  s.heap.clear();
  push(s, 0.0, root.value);
  settle(tree, g, cost, 0.0, s);
  sort_order(tree, g, s);
}

void label_tree(
    Tree tree, SearchGraph const& g, std::span<double const> cost, VertexId root, TreeScratch& s) {
  s.label.resize(g.vertices());
  for (auto const v : tree.order) {
    auto const edge = tree.edge[v.value];
    s.label[v.value] =
        edge.is_none() ? kInfinite : s.label[g.tail.values[edge.value].value] + cost[edge.value];
    if (v == root) {
      s.label[v.value] = 0.0;
    }
  }
}

bool repair_copy(Tree tree,
                 SearchGraph const& g,
                 std::span<double const> cost,
                 VertexId root,
                 double slack,
                 TreeScratch& s) {
  label_tree(tree, g, cost, root, s);
  auto const cut = cut_unreached(tree, s);
  list_violations(g, cost, slack, s);
  if (s.stack.empty()) {
    return cut;
  }
  s.heap.clear();
  for (auto const e : s.stack) {
    auto const head = g.head.values[e].value;
    auto const label = s.label[g.tail.values[e].value] + cost[e];
    if (label + slack < s.label[head]) {
      s.label[head] = label;
      tree.edge[head] = EdgeId{e};
      push(s, label, head);
    }
  }
  settle(tree, g, cost, slack, s);
  return true;
}

bool repair(Tree tree,
            SearchGraph const& g,
            std::span<double const> cost,
            VertexId root,
            double slack,
            TreeScratch& s) {
  auto const changed = repair_copy(tree, g, cost, root, slack, s);
  if (changed) {
    sort_order(tree, g, s);
  }
  return changed;
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
