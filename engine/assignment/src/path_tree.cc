#include "path_tree.h"

#include <algorithm>

namespace chorsu {

namespace {

constexpr auto kBucket = 0.125;  // of a usual cost

}  // namespace

double usual_cost(std::span<PricedLink const> links) {
  auto sum = 0.0;
  auto count = 0.0;
  for (auto const& link : links) {
    if (link.cost < kInfiniteCost) {
      sum += link.cost;
      count += 1.0;
    }
  }
  return sum > 0.0 ? sum / count : 1.0;
}

void grow(PathTree& tree,
          PricedStar const& star,
          GraphNode root,
          std::span<GraphNode const> wanted) {
  tree.label.assign(star.nodes(), kInfiniteCost);
  tree.link.resize(star.nodes());
  tree.wanted.resize(star.nodes());
  tree.order.clear();
  tree.queue.reset(kBucket * star.usual_cost);
  for (auto const node : wanted) {
    tree.wanted[node] = 1U;
  }
  auto missing = wanted.empty() ? star.nodes() : wanted.size();
  tree.label[root] = 0.0;
  tree.link[root] = kNoLink;
  tree.queue.push(0.0, root);
  while (missing > 0U && !tree.queue.empty()) {
    auto const [label, v] = tree.queue.pop();
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
        tree.queue.push(beyond, link.head);
      }
    }
  }
  for (auto const node : wanted) {
    tree.wanted[node] = 0U;
  }
}

}  // namespace chorsu
