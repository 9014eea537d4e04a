#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "bush_solver.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu {

namespace {

constexpr auto kLeast = 1e-9;  // share of a pair's demand below which a path is rounding

/// How one trip leaves its dead end and enters another: stated links in travelling order, and the
/// folded nodes between which the bush leads, equal when it needs none.
struct Ends {
  GraphNode from;
  GraphNode to;
  std::vector<GraphLink> out;
  std::vector<GraphLink> in;
};

Ends ends_of(Folding const& f, GraphNode from, GraphNode to) {
  auto up = [&](GraphNode v, std::vector<GraphNode>& path) {
    for (path.assign(1U, v); f.parent[path.back()] != Folding::kNone;) {
      path.push_back(f.parent[path.back()]);
    }
  };
  auto a = std::vector<GraphNode>{};
  auto b = std::vector<GraphNode>{};
  up(from, a);
  up(to, b);
  // What both share on their way out is not travelled.
  while (a.size() > 1U && b.size() > 1U && a[a.size() - 2U] == b[b.size() - 2U]) {
    a.pop_back();
    b.pop_back();
  }
  auto const met = a.back() == b.back();
  auto ends = Ends{f.node[a.back()], f.node[b.back()], {}, {}};
  if (met) {
    ends.to = ends.from;
  }
  for (auto i = std::size_t{0}; i + 1U < a.size(); ++i) {
    ends.out.push_back(f.out[a[i]]);
  }
  for (auto i = b.size(); i-- > 1U;) {
    ends.in.push_back(f.in[b[i - 1U]]);
  }
  return ends;
}

bool holds(std::vector<GraphLink> const& links, GraphLink link) {
  return std::find(links.begin(), links.end(), link) != links.end();
}

/// The folded node where a stated node's traffic comes out of its dead end, if there is one.
GraphNode way_out(FoldedTraffic const& folded, GraphNode v) {
  while (folded.folding.parent[v] != Folding::kNone) {
    v = folded.folding.parent[v];
  }
  return folded.folding.node[v];
}

/// The bush of a class at a folded node; none when nothing starts there.
Bush const* bush_at(EquilibriumState const& state, TrafficClassId which, GraphNode node) {
  auto const& origins = state.folded.origins;
  auto const it = std::lower_bound(
      origins.begin(),
      origins.end(),
      std::pair{which, node},
      [](FoldedOrigin const& o, auto const& key) { return std::pair{o.which, o.node} < key; });
  return it != origins.end() && it->which == which && it->node == node
             ? &state.bushes[static_cast<std::size_t>(it - origins.begin())]
             : nullptr;
}

/// Share of what reaches each node of a bush that has passed a stated link, by folded node.
std::vector<double> shares(EquilibriumState const& state, Bush const& bush, GraphLink stated) {
  auto const& g = state.folded.graph;
  auto share = std::vector<double>(g.nodes());
  auto passes = [&](GraphLink l) {
    auto const parts = g.parts[TrafficLinkId{l}];
    return std::find(parts.begin(), parts.end(), stated) != parts.end();
  };
  for (auto p = 1U; p < bush.used; ++p) {
    auto const entry = bush.entry[p];
    if (!Bush::is_merge(entry)) {
      share[g.head[entry]] = passes(entry) ? 1.0 : share[g.tail[entry]];
      continue;
    }
    auto sum = 0.0;
    auto passed = 0.0;
    auto const approaches = bush.approaches(entry & ~Bush::kMerge);
    for (auto const& a : approaches) {
      sum += a.flow;
      passed += a.flow * (passes(a.link) ? 1.0 : share[g.tail[a.link]]);
    }
    share[g.head[approaches[0].link]] = sum > 0.0 ? passed / sum : 0.0;
  }
  return share;
}

/// Takes paths off a bush, the widest first.
class Peeler {
 public:
  Peeler(EquilibriumState const& state, Bush const& bush)
      : g_{state.folded.graph}, bush_{bush}, entry_(g_.nodes(), Bush::kOrigin) {
    for (auto p = 1U; p < bush.used; ++p) {
      auto const entry = bush.entry[p];
      entry_[Bush::is_merge(entry) ? g_.head[bush.approaches(entry & ~Bush::kMerge)[0].link]
                                   : g_.head[entry]] = entry;
    }
    for (auto const& a : bush.approach) {
      left_.push_back(a.flow);
    }
  }

  bool reaches(GraphNode node) const { return entry_[node] != Bush::kOrigin; }

  /// Up to `wanted` on one path to `node`; its folded links in travelling order.
  double peel(GraphNode node, double wanted, std::vector<GraphLink>& path) {
    path.clear();
    rows_.clear();
    auto width = wanted;
    while (entry_[node] != Bush::kOrigin) {
      auto link = entry_[node];
      if (Bush::is_merge(link)) {
        auto const& merges = bush_.merge;
        auto const row = link & ~Bush::kMerge;
        auto widest = merges[row].first;
        for (auto i = widest + 1U; i < merges[row + 1U].first; ++i) {
          widest = left_[i] > left_[widest] ? i : widest;
        }
        rows_.push_back(widest);
        width = std::min(width, left_[widest]);
        link = bush_.approach[widest].link;
      }
      path.push_back(link);
      node = g_.tail[link];
    }
    for (auto const i : rows_) {
      left_[i] -= width;
    }
    std::reverse(path.begin(), path.end());
    return width;
  }

 private:
  FoldedGraph const& g_;
  Bush const& bush_;
  std::vector<std::uint32_t> entry_;  // by node
  std::vector<double> left_;          // by approach
  std::vector<std::uint32_t> rows_;
};

/// Turns what is taken off bushes into paths of stated links.
class PathWriter {
 public:
  PathWriter(TrafficProblem const& problem,
             EquilibriumSolution const& solution,
             TrafficClassId which,
             double least,
             std::vector<UsedPath>& paths)
      : p_{problem}, solution_{solution}, which_{which}, least_{least}, paths_{paths} {}

  void write(StatedOrigin const& origin, Peeler& peeler) {
    auto const& state = *solution_.state;
    for (auto const& d : origin.destinations) {
      auto const ends = ends_of(state.folded.folding, origin.node, d.node);
      if (ends.from != ends.to && !peeler.reaches(ends.to)) {
        continue;
      }
      for (auto left = d.volume; left > kLeast * d.volume;) {
        folded_.clear();
        auto const width = ends.from == ends.to ? left : peeler.peel(ends.to, left, folded_);
        if (width <= kLeast * d.volume) {
          break;
        }
        left -= width;
        auto const to = p_.classes[which_].trips.values[d.trip].destination;
        auto path = UsedPath{
            origin.zone, to, width / p_.classes[which_].car_units, 0.0, stated_links(ends)};
        for (auto const l : path.links) {
          path.cost += cost(l);
        }
        if (path.vehicles >= least_ && !path.links.empty()) {
          paths_.push_back(std::move(path));
        }
      }
    }
  }

 private:
  /// Links of the network on the way out, along the bush, and in.
  std::vector<TrafficLinkId> stated_links(Ends const& ends) const {
    auto links = std::vector<TrafficLinkId>{};
    auto take = [&](GraphLink stated) {
      if (stated < p_.network.links.from.size()) {
        links.push_back(TrafficLinkId{stated});
      }
    };
    std::for_each(ends.out.begin(), ends.out.end(), take);
    for (auto const l : folded_) {
      auto const parts = solution_.state->folded.graph.parts[TrafficLinkId{l}];
      std::for_each(parts.begin(), parts.end(), take);
    }
    std::for_each(ends.in.begin(), ends.in.end(), take);
    return links;
  }

  double cost(TrafficLinkId l) const {
    auto const& c = p_.classes[which_];
    return solution_.time[l] + c.toll_weight * p_.network.links.toll[l] +
           c.length_weight * p_.network.links.length[l];
  }

  TrafficProblem const& p_;
  EquilibriumSolution const& solution_;
  TrafficClassId which_;
  double least_;
  std::vector<UsedPath>& paths_;
  std::vector<GraphLink> folded_;
};

}  // namespace

Grid<TrafficZoneId, TrafficZoneId, double> select_link(TrafficProblem const& p,
                                                       EquilibriumSolution const& solution,
                                                       TrafficClassId which,
                                                       TrafficLinkId link) {
  auto const zones = p.network.zones.centroid.size();
  auto result = Grid<TrafficZoneId, TrafficZoneId, double>{zones, zones};
  if (solution.state == nullptr) {
    return result;
  }
  auto const& state = *solution.state;
  auto const& trips = p.classes[which].trips;
  for (auto const& origin : state.stated.origins) {
    if (origin.which != which) {
      continue;
    }
    auto const* bush = bush_at(state, which, way_out(state.folded, origin.node));
    auto const share = bush == nullptr ? std::vector<double>(state.folded.graph.nodes())
                                       : shares(state, *bush, link.value);
    for (auto const& d : origin.destinations) {
      auto const ends = ends_of(state.folded.folding, origin.node, d.node);
      auto const forced = holds(ends.out, link.value) || holds(ends.in, link.value);
      auto const part = forced ? 1.0 : ends.from == ends.to ? 0.0 : share[ends.to];
      result(origin.zone, trips.values[d.trip].destination) +=
          part * d.volume / p.classes[which].car_units;
    }
  }
  return result;
}

std::vector<UsedPath> used_paths(TrafficProblem const& p,
                                 EquilibriumSolution const& solution,
                                 TrafficClassId which,
                                 double least) {
  auto result = std::vector<UsedPath>{};
  if (solution.state == nullptr) {
    return result;
  }
  auto const& state = *solution.state;
  auto writer = PathWriter{p, solution, which, least, result};
  // Origins behind the same dead end share a bush, and what one takes off it is gone for the next.
  auto bush_of = [&](StatedOrigin const& origin) {
    auto const* bush = bush_at(state, which, way_out(state.folded, origin.node));
    return bush == nullptr ? state.bushes.size()
                           : static_cast<std::size_t>(bush - state.bushes.data());
  };
  auto by_bush = std::vector<std::pair<std::size_t, StatedOrigin const*>>{};
  for (auto const& origin : state.stated.origins) {
    if (origin.which == which) {
      by_bush.emplace_back(bush_of(origin), &origin);
    }
  }
  std::sort(by_bush.begin(), by_bush.end());
  for (auto i = std::size_t{0}; i < by_bush.size();) {
    auto const bush = by_bush[i].first;
    auto const none = Bush{};
    auto peeler = Peeler{state, bush < state.bushes.size() ? state.bushes[bush] : none};
    for (; i < by_bush.size() && by_bush[i].first == bush; ++i) {
      writer.write(*by_bush[i].second, peeler);
    }
  }
  std::sort(result.begin(), result.end(), [](auto const& a, auto const& b) {
    return std::tie(a.origin, a.destination, b.vehicles, a.links) <
           std::tie(b.origin, b.destination, a.vehicles, b.links);
  });
  return result;
}

}  // namespace chorsu
