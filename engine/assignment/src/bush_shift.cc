#include <algorithm>

#include "bush.h"

namespace chorsu {

namespace {

constexpr auto kNegligible = 0.1;  // share of what is enough that a merge may leave
constexpr auto kOwnPart = 1e-3;    // of a merge's excess that its longest approach has to cause

struct Shifter {
  Bush& bush;
  FoldedGraph const& graph;
  std::vector<PricedLink> const& priced;
  LinkState& links;
  CoreScratch& core;
};

void fit(CoreScratch& core, Bush const& bush) {
  if (core.least.size() < bush.core) {
    core.least.resize(bush.core);
    core.most.resize(bush.core);
  }
  if (core.excess.size() < bush.merge.size()) {
    core.least_approach.resize(bush.merge.size());
    core.most_approach.resize(bush.merge.size());
    core.rival.resize(bush.merge.size());
    core.merge_least.resize(bush.merge.size());
    core.merge_most.resize(bush.merge.size());
    core.excess.resize(bush.merge.size());
  }
}

/// Labels of a merge, its extreme approaches and its excess.
void label_merge(Shifter& s, std::uint32_t row) {
  auto& core = s.core;
  auto const first = s.bush.merge[row].first;
  auto const last = s.bush.merge[row + 1U].first;
  auto cost_by = [&](std::vector<double> const& label, std::uint32_t i) {
    auto const& a = s.bush.approach[i];
    return label[a.tail] + s.priced[a.link].cost;
  };
  auto best = first;
  auto least = cost_by(core.least, first);
  for (auto i = first + 1U; i < last; ++i) {
    if (auto const low = cost_by(core.least, i); low < least) {
      least = low;
      best = i;
    }
  }
  auto longest = best;  // where there is no flow at all
  auto rival = best;
  auto most = -kInfiniteCost;
  auto rival_most = -kInfiniteCost;
  auto rival_excess = 0.0;
  auto costliest = best;
  auto most_excess = 0.0;
  auto excess = 0.0;
  for (auto i = first; i < last; ++i) {
    auto const flow = s.bush.approach[i].flow;
    if (flow <= 0.0) {
      continue;
    }
    auto const own = flow * (cost_by(core.least, i) - least);
    excess += own;
    if (own > most_excess) {
      most_excess = own;
      costliest = i;
    }
    auto const high = cost_by(core.most, i);
    if (high > most) {
      most = high;
      longest = i;
    }
    if (i != best && high > rival_most) {
      rival_most = high;
      rival_excess = own;
      rival = i;
    }
  }
  // What is long because of merges farther up is theirs to shorten.
  if (rival_excess < kOwnPart * excess) {
    rival = costliest;
  }
  core.merge_least[row] = least;
  core.merge_most[row] = most > -kInfiniteCost ? most : least;
  core.excess[row] = excess;
  core.least_approach[row] = best;
  core.most_approach[row] = longest;
  core.rival[row] = rival;
}

/// One pass down the core; returns the bush's excess: flow times reduced cost over all approaches.
double label_core(Shifter& s) {
  auto excess = 0.0;
  auto& core = s.core;
  auto const& bush = s.bush;
  core.least[0] = 0.0;
  core.most[0] = 0.0;
  for (auto p = 1U; p < bush.core; ++p) {
    auto const entry = bush.entry[p];
    if (!Bush::is_merge(entry)) {
      auto const cost = s.priced[entry].cost;
      core.least[p] = core.least[bush.tail[p]] + cost;
      core.most[p] = core.most[bush.tail[p]] + cost;
      continue;
    }
    auto const row = entry & ~Bush::kMerge;
    label_merge(s, row);
    core.least[p] = core.merge_least[row];
    core.most[p] = core.merge_most[row];
    excess += core.excess[row];
  }
  s.core.counts.label_scans += bush.core;
  return excess;
}

void add_volume(Shifter& s, GraphLink link, double step) {
  auto& volume = s.links.volume[link];
  volume = std::max(0.0, volume + step);
  set_price(s.graph, link, s.links);
}

/// Follows the longest and the least path back from a merge to where they part; what may be moved.
double trace(Shifter& s, std::uint32_t row) {
  auto& bush = s.bush;
  s.core.longer.clear();
  s.core.shorter.clear();
  auto const most = s.core.rival[row];
  auto const least = s.core.least_approach[row];
  auto available = bush.approach[most].flow;
  auto high = bush.approach[most].tail;
  auto low = bush.approach[least].tail;
  s.core.longer.push_back(bush.approach[most].link);
  s.core.shorter.push_back(bush.approach[least].link);
  while (high != low) {
    if (high > low) {
      auto const entry = bush.entry[high];
      if (Bush::is_merge(entry)) {
        auto const& a = bush.approach[s.core.most_approach[entry & ~Bush::kMerge]];
        available = std::min(available, a.flow);
        s.core.longer.push_back(a.link);
        high = a.tail;
      } else {
        s.core.longer.push_back(entry);
        high = bush.tail[high];
      }
    } else {
      auto const entry = bush.entry[low];
      if (Bush::is_merge(entry)) {
        auto const& a = bush.approach[s.core.least_approach[entry & ~Bush::kMerge]];
        s.core.shorter.push_back(a.link);
        low = a.tail;
      } else {
        s.core.shorter.push_back(entry);
        low = bush.tail[low];
      }
    }
  }
  return available;
}

/// Takes `step` off the approaches on the longer path and adds it on the shorter.
void move_flow(Shifter& s, std::uint32_t row, double step) {
  auto& bush = s.bush;
  auto& from = bush.approach[s.core.rival[row]];
  auto& to = bush.approach[s.core.least_approach[row]];
  from.flow = std::max(0.0, from.flow - step);
  to.flow += step;
  auto high = from.tail;
  auto low = to.tail;
  while (high != low) {
    auto& end = high > low ? high : low;
    auto const entry = bush.entry[end];
    if (!Bush::is_merge(entry)) {
      end = bush.tail[end];
      continue;
    }
    auto const merge = entry & ~Bush::kMerge;
    if (&end == &high) {
      auto& a = bush.approach[s.core.most_approach[merge]];
      a.flow = std::max(0.0, a.flow - step);
      end = a.tail;
    } else {
      auto& a = bush.approach[s.core.least_approach[merge]];
      a.flow += step;
      end = a.tail;
    }
  }
}

/// What may be added to the shorter segment: an excess link is never filled to the brim, where its
/// cost has no bound.
double room(Shifter const& s) {
  constexpr auto kPart = 0.9;
  auto const& cost = s.graph.cost[s.core.shorter.front()];
  return cost.shape == LinkShape::kExcess
             ? kPart * (1.0 / cost.scale - s.links.volume[s.core.shorter.front()])
             : kInfiniteCost;
}

/// Newton's step on the difference of two segments.
void shift_merge(Shifter& s, std::uint32_t row) {
  if (s.core.rival[row] == s.core.least_approach[row]) {
    return;
  }
  auto available = trace(s, row);
  available = std::min(available, room(s));
  if (available <= 0.0) {
    return;
  }
  auto difference = 0.0;
  auto slope = 0.0;
  for (auto const l : s.core.longer) {
    difference += s.priced[l].cost;
    slope += s.links.slope[l];
  }
  for (auto const l : s.core.shorter) {
    difference -= s.priced[l].cost;
    slope += s.links.slope[l];
  }
  if (difference <= 0.0) {
    return;
  }
  auto const step = difference < available * slope ? difference / slope : available;
  move_flow(s, row, step);
  for (auto const l : s.core.longer) {
    add_volume(s, l, -step);
  }
  for (auto const l : s.core.shorter) {
    add_volume(s, l, step);
  }
  ++s.core.counts.shifts;
  s.core.counts.shifted_links += s.core.longer.size() + s.core.shorter.size();
}

}  // namespace

double shift(Bush& bush,
             FoldedGraph const& graph,
             TrafficClassId which,
             double enough,
             LinkState& links,
             CoreScratch& core) {
  if (bush.merge.size() < 2U) {
    return 0.0;
  }
  fit(core, bush);
  auto s = Shifter{bush, graph, links.priced[which.value], links, core};
  auto const excess = label_core(s);
  if (excess > enough) {
    auto const negligible = kNegligible * enough / static_cast<double>(bush.merge.size());
    for (auto row = static_cast<std::uint32_t>(bush.merge.size() - 1U); row-- > 0U;) {
      if (s.core.excess[row] > negligible) {
        shift_merge(s, row);
      }
    }
  }
  return excess;
}

}  // namespace chorsu
