#include <algorithm>

#include "bush.h"
#include "bush_rebuild.h"

namespace chorsu {

namespace {

constexpr auto kRounding = 1e-15;  // relative, of labels that are held to be equal

/// Least labels along the bush, by node; returns its excess at merges.
double label_bush(Bush const& bush, GraphNode root, PricedStar const& star, BushScratch& s) {
  std::fill(s.label.begin(), s.label.end(), bush.bound);
  s.label[root] = 0.0;
  s.order.resize(bush.entry.size());
  s.order[0] = root;
  auto excess = 0.0;
  for (auto p = std::size_t{1}; p < bush.entry.size(); ++p) {
    auto const entry = bush.entry[p];
    if (!Bush::is_merge(entry)) {
      auto const& link = star.links[entry];
      s.label[link.head] = s.label[link.tail] + link.cost;
      s.order[p] = link.head;
      s.position[link.head] = static_cast<std::uint32_t>(p);
      continue;
    }
    auto const approaches = bush.approaches(entry & ~Bush::kMerge);
    auto least = kInfiniteCost;
    for (auto const& a : approaches) {
      least = std::min(least, s.label[star.links[a.link].tail] + star.links[a.link].cost);
    }
    for (auto const& a : approaches) {
      excess += a.flow * (s.label[star.links[a.link].tail] + star.links[a.link].cost - least);
    }
    s.order[p] = star.links[approaches[0].link].head;
    s.label[s.order[p]] = least;
    s.position[s.order[p]] = static_cast<std::uint32_t>(p);
  }
  return excess;
}

double farthest(FoldedOrigin const& origin, BushScratch const& s) {
  auto radius = 0.0;
  for (auto const& d : origin.destinations) {
    radius = std::max(radius, s.label[d.node]);
  }
  return radius;
}

/// Links that lead to a node by less than its label. What lies beyond the bound leads nowhere.
void list_violated(
    Bush const& bush, GraphNode root, PricedStar const& star, double slack, BushScratch& s) {
  s.violated.clear();
  auto const* labels = s.label.data();
  auto const* links = star.links.data();
  auto test = [&](GraphNode v) {
    auto const label = labels[v] + slack;
    if (label >= bush.bound || (star.through[v] == 0U && v != root)) {
      return;
    }
    auto const end = star.first[v + 1U];
    for (auto l = star.first[v]; l < end; ++l) {
      if (label + links[l].cost < labels[links[l].head]) {
        s.violated.push_back(l);
      }
    }
    s.counts.link_checks += end - star.first[v];
  };
  if (bush.entry.size() * 4U > star.nodes() * 3U) {
    for (auto v = 0U; v < star.nodes(); ++v) {
      test(v);
    }
  } else {
    for (auto const v : s.order) {
      test(v);
    }
  }
  s.counts.label_scans += bush.entry.size();
}

/// Lowers a label and remembers what it was along the bush.
void improve(GraphLink l, double label, PricedStar const& star, BushScratch& s) {
  auto const head = star.links[l].head;
  if (s.mark[head] == 0U) {
    s.mark[head] = 1U;
    s.improved.emplace_back(head, s.label[head]);
  }
  s.label[head] = label;
  s.link[head] = l;
  s.queue.push(label, head);
}

/// Least labels of the whole graph from those of the bush: only improvements are followed.
void repair(GraphNode root, PricedStar const& star, double bound, double slack, BushScratch& s) {
  s.improved.clear();
  s.queue.reset(bound > 0.0 ? bound / LabelQueue::kBuckets : star.usual_cost);
  for (auto const l : s.violated) {
    auto const label = s.label[star.links[l].tail] + star.links[l].cost;
    if (label + slack < s.label[star.links[l].head]) {
      improve(l, label, star, s);
    }
  }
  while (!s.queue.empty()) {
    auto const [label, v] = s.queue.pop();
    if (label != s.label[v] || (star.through[v] == 0U && v != root)) {
      continue;
    }
    for (auto l = star.first[v]; l < star.first[v + 1U]; ++l) {
      auto const beyond = label + star.links[l].cost;
      if (beyond + slack < s.label[star.links[l].head]) {
        improve(l, beyond, star, s);
      }
    }
  }
}

}  // namespace

void load(Bush& bush,
          FoldedOrigin const& origin,
          PricedStar const& star,
          std::span<double> volume,
          BushScratch& s) {
  std::fill(s.flow.begin(), s.flow.end(), 0.0);
  for (auto const& d : origin.destinations) {
    s.flow[d.node] = d.volume;
  }
  for (auto p = bush.used; p-- > 1U;) {
    auto const entry = bush.entry[p];
    if (!Bush::is_merge(entry)) {
      auto const& link = star.links[entry];
      auto const flow = s.flow[link.head];
      volume[entry] += flow;
      s.flow[link.tail] += flow;
      continue;
    }
    auto const approaches = bush.approaches(entry & ~Bush::kMerge);
    auto const flow = s.flow[star.links[approaches[0].link].head];
    auto sum = 0.0;
    for (auto const& a : approaches) {
      sum += a.flow;
    }
    if (sum <= 0.0) {  // rounding may leave a little flow below a merge that has none
      approaches[0].flow = flow;
      sum = flow;
    }
    auto const scale = sum > 0.0 ? flow / sum : 0.0;
    for (auto& a : approaches) {
      a.flow = a.flow > kNegligibleShare * sum ? a.flow * scale : 0.0;
      volume[a.link] += a.flow;
      s.flow[star.links[a.link].tail] += a.flow;
    }
  }
}

namespace {

/// Least labels of the whole graph, and what the bush could save; `forget` ends it.
BushCheck compare(
    Bush& bush, FoldedOrigin const& origin, PricedStar const& star, double slack, BushScratch& s) {
  auto result = BushCheck{};
  result.excess = label_bush(bush, origin.node, star, s);
  if (auto const radius = farthest(origin, s); radius > bush.bound) {
    bush.bound = radius;  // nodes outside must not be held back by what destinations have outgrown
    label_bush(bush, origin.node, star, s);
  }
  auto const tolerance = std::max(slack, kRounding) * bush.bound;
  list_violated(bush, origin.node, star, tolerance, s);
  repair(origin.node, star, bush.bound, tolerance, s);
  s.counts.repairs += s.improved.size();

  // Where demand ends at an improved node it could have paid less.
  for (auto const& d : origin.destinations) {
    s.demand[d.node] = d.volume;
    result.shortest += d.volume * s.label[d.node];
  }
  for (auto const& [node, along_bush] : s.improved) {
    if (s.demand[node] > 0.0) {
      result.excess += s.demand[node] * (along_bush - s.label[node]);
    }
  }
  return result;
}

void forget(FoldedOrigin const& origin, BushScratch& s) {
  for (auto const& [node, along_bush] : s.improved) {
    s.mark[node] = 0U;
  }
  for (auto const& d : origin.destinations) {
    s.demand[d.node] = 0.0;
  }
}

}  // namespace

BushCheck measure(Bush& bush,
                  FoldedOrigin const& origin,
                  PricedStar const& star,
                  std::span<double> volume,
                  BushScratch& s) {
  load(bush, origin, star, volume, s);
  auto const result = compare(bush, origin, star, 0.0, s);
  forget(origin, s);
  return result;
}

BushCheck check(Bush& bush,
                FoldedOrigin const& origin,
                PricedStar const& star,
                double slack,
                std::span<double> volume,
                BushScratch& s) {
  load(bush, origin, star, volume, s);
  auto const result = compare(bush, origin, star, slack, s);
  rebuild(bush, origin, star, s);
  forget(origin, s);
  return result;
}

}  // namespace chorsu
