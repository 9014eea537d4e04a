#include "path_tree.h"

#include <algorithm>

namespace chorsu {

namespace {

constexpr auto kBranches = std::size_t{4};

}  // namespace

void push_label(std::vector<std::pair<double, GraphNode>>& heap, double label, GraphNode node) {
  heap.emplace_back();
  auto hole = heap.size() - 1U;
  while (hole > 0U) {
    auto const parent = (hole - 1U) / kBranches;
    if (heap[parent].first <= label) {
      break;
    }
    heap[hole] = heap[parent];
    hole = parent;
  }
  heap[hole] = {label, node};
}

std::pair<double, GraphNode> pop_label(std::vector<std::pair<double, GraphNode>>& heap) {
  auto const top = heap.front();
  auto const last = heap.back();
  heap.pop_back();
  if (heap.empty()) {
    return top;
  }
  auto hole = std::size_t{0};
  for (;;) {
    auto child = hole * kBranches + 1U;
    if (child >= heap.size()) {
      break;
    }
    auto const end = std::min(child + kBranches, heap.size());
    for (auto other = child + 1U; other < end; ++other) {
      if (heap[other].first < heap[child].first) {
        child = other;
      }
    }
    if (heap[child].first >= last.first) {
      break;
    }
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = last;
  return top;
}

void grow(PathTree& tree,
          PricedStar const& star,
          GraphNode root,
          std::span<GraphNode const> wanted) {
  tree.label.assign(star.nodes(), kInfiniteCost);
  tree.link.resize(star.nodes());
  tree.wanted.resize(star.nodes());
  tree.order.clear();
  tree.heap.clear();
  for (auto const node : wanted) {
    tree.wanted[node] = 1U;
  }
  auto missing = wanted.empty() ? star.nodes() : wanted.size();
  tree.label[root] = 0.0;
  tree.link[root] = kNoLink;
  push_label(tree.heap, 0.0, root);
  while (!tree.heap.empty() && missing > 0U) {
    auto const [label, v] = pop_label(tree.heap);
    if (label != tree.label[v]) {
      continue;
    }
    tree.order.push_back(v);
    missing -= tree.wanted[v];
    if (star.through[v] == 0U && v != root) {
      continue;
    }
    for (auto l = star.first[v]; l < star.first[v + 1U]; ++l) {
      auto const& link = star.links[l];
      auto const beyond = label + link.cost;
      if (beyond < tree.label[link.head]) {
        tree.label[link.head] = beyond;
        tree.link[link.head] = l;
        push_label(tree.heap, beyond, link.head);
      }
    }
  }
  for (auto const node : wanted) {
    tree.wanted[node] = 0U;
  }
  for (auto const& [label, v] : tree.heap) {  // what was seen and not settled
    if (label == tree.label[v]) {
      tree.label[v] = kInfiniteCost;
    }
  }
}

}  // namespace chorsu
