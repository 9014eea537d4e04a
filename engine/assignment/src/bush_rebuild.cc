#include "bush_rebuild.h"

#include <algorithm>
#include <utility>

namespace chorsu {

namespace {

constexpr auto kOutside = Bush::kOrigin - 1U;  // entry of a node that is not in the bush
constexpr auto kReach = 1.1;  // nodes up to this times the farthest destination stay
// Parts that call for a new order: of approaches that carry nothing, of nodes with better paths.
constexpr auto kIdle = std::size_t{2};
constexpr auto kMoved = std::size_t{8};
constexpr auto kDropped = -1.0;  // flow of an approach that goes

// Bits of BushScratch::mark; the first is set by the check.
constexpr auto kAccepted = 2U;  // the node gets its better link as one more approach
constexpr auto kMeasured = 4U;  // its largest cost is known
constexpr auto kPlaced = 8U;    // it stands in the new order

/// Calls `each` for approaches that carry nothing and are not the best.
template <typename Each>
void for_idle(Bush& bush, PricedStar const& star, BushScratch const& s, Each each) {
  for (auto row = 0U; row + 1U < bush.merge.size(); ++row) {
    auto const approaches = bush.approaches(row);
    auto const flow = s.flow[star.links[approaches[0].link].head];
    auto cost = [&](Approach const& a) {
      return s.label[star.links[a.link].tail] + star.links[a.link].cost;
    };
    auto const* best = &approaches[0];
    // Of equals one in use: the other may close a cycle of cost 0.
    for (auto const& a : approaches) {
      auto const better = std::pair{cost(a), -a.flow} < std::pair{cost(*best), -best->flow};
      best = better ? &a : best;
    }
    for (auto& a : approaches) {
      if (&a != best && a.flow <= kNegligibleShare * flow) {
        each(a);
      }
    }
  }
}

/// Whether a link leads to its head already: what is better lies farther up.
bool leads_already(Bush const& bush, std::uint32_t entry, GraphLink link) {
  if (!Bush::is_merge(entry)) {
    return entry == link;
  }
  auto const approaches = bush.approaches(entry & ~Bush::kMerge);
  return std::any_of(approaches.begin(), approaches.end(), [&](Approach const& a) {
    return a.flow != kDropped && a.link == link;
  });
}

struct Rebuilder {
  Bush& bush;
  FoldedOrigin const& origin;
  PricedStar const& star;
  BushScratch& s;
};

/// Entry, position and largest cost of every node of the bush.
void spread(Rebuilder& r) {
  auto& s = r.s;
  std::fill(s.entry.begin(), s.entry.end(), kOutside);
  for (auto p = std::size_t{0}; p < r.bush.entry.size(); ++p) {
    auto const v = s.order[p];
    s.entry[v] = r.bush.entry[p];
    s.position[v] = static_cast<std::uint32_t>(p);
  }
  s.longest[r.origin.node] = 0.0;
  for (auto p = std::size_t{1}; p < r.bush.used; ++p) {
    auto const entry = r.bush.entry[p];
    if (!Bush::is_merge(entry)) {
      auto const& link = r.star.links[entry];
      s.longest[link.head] = s.longest[link.tail] + link.cost;
      continue;
    }
    auto most = 0.0;
    auto left = 0;
    auto last = kNoLink;
    for (auto const& a : r.bush.approaches(entry & ~Bush::kMerge)) {
      if (a.flow != kDropped) {
        most = std::max(most, s.longest[r.star.links[a.link].tail] + r.star.links[a.link].cost);
        last = a.link;
        ++left;
      }
    }
    s.longest[r.s.order[p]] = most;
    if (left == 1) {
      s.entry[r.s.order[p]] = last;
    }
  }
}

bool is_used(Rebuilder const& r, GraphNode v) {
  return r.s.entry[v] != kOutside && r.s.position[v] < r.bush.used;
}

/// Largest cost to a node along the bush as it will be: unused nodes hang on a tree.
double longest_to(Rebuilder& r, GraphNode v) {
  auto& s = r.s;
  s.stack.clear();
  while (!is_used(r, v) && (s.mark[v] & kMeasured) == 0U) {
    s.stack.push_back(v);
    v = r.star.links[s.entry[v]].tail;
  }
  while (!s.stack.empty()) {
    auto const next = s.stack.back();
    s.stack.pop_back();
    s.longest[next] = s.longest[v] + r.star.links[s.entry[next]].cost;
    s.mark[next] |= kMeasured;
    v = next;
  }
  return s.longest[v];
}

/// Better links of unused nodes become theirs; those of used nodes one more approach where that
/// cannot close a cycle.
void let_in(Rebuilder& r) {
  auto& s = r.s;
  for (auto const& [v, along_bush] : s.improved) {
    if (!is_used(r, v)) {
      if (s.entry[v] == kOutside) {
        s.position[v] = static_cast<std::uint32_t>(r.bush.entry.size());
      }
      s.entry[v] = s.link[v];
    }
  }
  for (auto const& [v, along_bush] : s.improved) {
    if (!is_used(r, v)) {
      continue;
    }
    if (leads_already(r.bush, r.s.entry[v], r.s.link[v])) {
      continue;
    }
    if (longest_to(r, r.star.links[s.link[v]].tail) < s.longest[v]) {
      s.mark[v] |= kAccepted;
    } else {
      r.bush.blocked = true;
    }
  }
}

/// Calls `each` with link and flow of what will lead to a node.
template <typename Each>
void for_approaches(Rebuilder const& r, GraphNode v, Each each) {
  auto const& s = r.s;
  auto const entry = s.entry[v];
  if (Bush::is_merge(entry)) {
    for (auto const& a : r.bush.approaches(entry & ~Bush::kMerge)) {
      if (a.flow != kDropped) {
        each(a.link, a.flow);
      }
    }
  } else {
    each(entry, s.flow[v]);
  }
  if ((s.mark[v] & kAccepted) != 0U) {
    each(s.link[v], 0.0);
  }
}

bool will_merge(BushScratch const& s, GraphNode v) {
  return Bush::is_merge(s.entry[v]) || (s.mark[v] & kAccepted) != 0U;
}

void place(Rebuilder& r, GraphNode v) {
  auto& s = r.s;
  auto& next = s.next;
  auto const position = static_cast<std::uint32_t>(next.entry.size());
  s.mark[v] |= kPlaced;
  if (will_merge(s, v)) {
    auto const row = static_cast<std::uint32_t>(next.merge.size());
    next.entry.push_back(Bush::kMerge | row);
    next.merge.push_back({static_cast<std::uint32_t>(next.approach.size()), position});
    for_approaches(r, v, [&](GraphLink l, double flow) {
      next.approach.push_back({l, s.position[r.star.links[l].tail], flow});
    });
  } else {
    next.entry.push_back(s.entry[v]);
  }
  s.position[v] = position;
}

bool is_placed(Rebuilder const& r, GraphNode v) {
  return (r.s.mark[v] & kPlaced) != 0U;
}

/// Stacks what leads to a node and has no place yet.
void stack_tails(Rebuilder& r, GraphNode v) {
  auto stack = [&](GraphLink l) {
    if (auto const tail = r.star.links[l].tail; !is_placed(r, tail)) {
      r.s.stack.push_back(tail);
    }
  };
  if (will_merge(r.s, v)) {
    for_approaches(r, v, [&](GraphLink l, double) { stack(l); });
  } else {
    stack(r.s.entry[v]);
  }
}

/// Places a node after all that leads to it, be that far up.
void climb(Rebuilder& r, GraphNode v) {
  auto& s = r.s;
  s.stack.assign(1U, v);
  while (!s.stack.empty()) {
    auto const top = s.stack.back();
    if (is_placed(r, top)) {
      s.stack.pop_back();
      continue;
    }
    auto const before = s.stack.size();
    stack_tails(r, top);
    if (s.stack.size() == before) {
      s.stack.pop_back();
      place(r, top);
    }
  }
}

/// Places a node, unless it has its place, after all that leads to it.
inline void visit(Rebuilder& r, GraphNode v) {
  if (is_placed(r, v)) {
    return;
  }
  if (!will_merge(r.s, v) && is_placed(r, r.star.links[r.s.entry[v]].tail)) {
    place(r, v);
  } else {
    climb(r, v);
  }
}

void put_in_order(Rebuilder& r) {
  auto& s = r.s;
  auto& next = s.next;
  next.entry.assign(1U, Bush::kOrigin);
  next.merge.clear();
  next.approach.clear();
  next.tail.clear();
  s.mark[r.origin.node] |= kPlaced;
  s.position[r.origin.node] = 0U;
  for (auto p = 1U; p < r.bush.used; ++p) {
    if (will_merge(s, r.s.order[p])) {
      visit(r, r.s.order[p]);
    }
  }
  next.core = next.merge.empty() ? 0U : static_cast<std::uint32_t>(next.entry.size());
  next.merge.push_back({static_cast<std::uint32_t>(next.approach.size()), next.core});
  auto radius = 0.0;
  for (auto const& d : r.origin.destinations) {
    radius = std::max(radius, s.label[d.node]);
    visit(r, d.node);
  }
  next.used = static_cast<std::uint32_t>(next.entry.size());
  next.bound = kReach * radius;
  for (auto const v : r.s.order) {
    if (s.label[v] < next.bound) {
      visit(r, v);
    }
  }
  for (auto const& [v, along_bush] : s.improved) {
    if (s.label[v] < next.bound) {
      visit(r, v);
    }
  }
}

/// Whether a used node can be reached at less cost by a link that is not there, or much of the bush
/// is out of date.
bool is_worthwhile(Bush& bush, PricedStar const& star, BushScratch& s) {
  auto dropped = std::size_t{0};
  for_idle(bush, star, s, [&](Approach const&) { ++dropped; });
  if (dropped * kIdle > bush.approach.size() || s.improved.size() * kMoved > bush.entry.size()) {
    return true;
  }
  return std::any_of(s.improved.begin(), s.improved.end(), [&](auto const& node) {
    auto const v = node.first;
    auto const p = s.position[v];  // of no meaning outside the bush
    return p < bush.used && s.order[p] == v && !leads_already(bush, bush.entry[p], s.link[v]);
  });
}

}  // namespace

bool rebuild(Bush& bush, FoldedOrigin const& origin, PricedStar const& star, BushScratch& s) {
  if (!is_worthwhile(bush, star, s)) {
    return false;
  }
  for_idle(bush, star, s, [](Approach& a) { a.flow = kDropped; });
  auto r = Rebuilder{bush, origin, star, s};
  spread(r);
  let_in(r);
  put_in_order(r);
  auto& next = s.next;
  for (auto p = 0U; p < next.core; ++p) {
    auto const entry = next.entry[p];
    next.tail.push_back(
        entry == Bush::kOrigin || Bush::is_merge(entry) ? 0U : s.position[star.links[entry].tail]);
  }
  for (auto const v : r.s.order) {
    s.mark[v] &= 1U;
  }
  for (auto const& [v, along_bush] : s.improved) {
    s.mark[v] &= 1U;
  }
  bush.entry.assign(next.entry.begin(), next.entry.end());
  bush.tail.assign(next.tail.begin(), next.tail.end());
  bush.merge.assign(next.merge.begin(), next.merge.end());
  bush.approach.assign(next.approach.begin(), next.approach.end());
  bush.core = next.core;
  bush.used = next.used;
  bush.bound = next.bound;
  ++s.counts.rebuilds;
  return true;
}

}  // namespace chorsu
