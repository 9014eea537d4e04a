#include "columns.h"

#include <algorithm>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "tree.h"

namespace chorsu {

namespace {

/// Costs of one user class by edge at present prices; infinite where shut.
void search_cost(LogitProblem const& p,
                 SearchGraph const& g,
                 EdgePrices const& prices,
                 UserClassId user,
                 std::vector<double>& cost) {
  auto const form = static_cast<unsigned>(p.commodities.form[p.classes.commodity[user]]);
  auto const vot = p.classes.value_of_time[user];
  auto const base = g.base->row(user);
  cost.resize(g.edges());
  for (auto e = std::size_t{0}; e < cost.size(); ++e) {
    auto const& entry = prices.entry[e];
    cost[e] =
        g.open.values[e] == 0U ? kForbidden : base[e] + vot * entry.hours[form] + entry.scarcity;
  }
}

/// Costs of all user classes.
std::vector<std::vector<double>> search_costs(LogitProblem const& p, LogitState const& state) {
  auto const prices = edge_prices(p, state.graph, state.prices);
  auto result = std::vector<std::vector<double>>(p.classes.commodity.size());
  tbb::parallel_for(std::size_t{0}, result.size(), [&](std::size_t u) {
    search_cost(p, state.graph, prices, UserClassId{static_cast<std::uint16_t>(u)}, result[u]);
  });
  return result;
}

/// What one thread works with.
struct Desk {
  TreeScratch scratch;
  std::vector<EdgeId> path;
  std::vector<EdgeId> other_path;
  std::vector<EdgeId> tree_edge;
  std::vector<VertexId> tree_order;
  std::vector<double> cost;
  std::vector<std::uint8_t> used;
  std::vector<double> least;
  std::vector<VertexId> targets;

  Tree tree() { return {tree_edge, tree_order}; }

  /// A copy of the tree to work on.
  Tree copy(TreeView kept) {
    tree_edge.assign(kept.edge.begin(), kept.edge.end());
    tree_order.assign(kept.order.begin(), kept.order.end());
    return tree();
  }

  /// What was worked on, to keep.
  KeptTree keep(SearchGraph const& graph) {
    sort_order(tree(), graph, scratch);
    return std::make_shared<TreeRows const>(TreeRows{tree_edge, tree_order});
  }
};

/// One group as the searches see it.
struct GroupView {
  LogitProblem const& p;
  LogitSettings const& settings;
  SearchGraph const& graph;
  TreeGroups::Row const& group;
  std::span<double const> cost;

  /// A path of a hundred edges then misses no more than the column gain.
  double slack() const { return 0.01 * settings.column_gain; }

  VertexId destination(LaneId lane) const {
    return graph.vertex[p.network.destination[p.lanes.destination[lane]]];
  }
};

double path_cost(std::span<double const> cost, std::vector<EdgeId> const& path) {
  auto sum = 0.0;
  for (auto const edge : path) {
    sum += cost[edge.value];
  }
  return sum;
}

void take(FoundRoutes& found, LaneId lane, std::vector<EdgeId> const& path) {
  found.lane.push_back(lane);
  found.path.push_back(path);
}

/// Goods change mode at most once between two hauls: a port joins every pair of its modes, so that
/// a second transfer in a row, or one beside a zone, is a detour on the spot.
bool is_sensible(GroupView const& v, std::vector<EdgeId> const& path) {
  return std::adjacent_find(path.begin(), path.end(), [&](EdgeId a, EdgeId b) {
           return v.graph.transfer[a] != 0U && v.graph.transfer[b] != 0U;
         }) == path.end();
}

/// Paths of the tree to every lane of the group; `wanted` gets the lane and its place in the group.
void collect(GroupView const& v,
             std::span<EdgeId const> tree,
             Desk& desk,
             FoundRoutes& found,
             auto&& wanted) {
  for (auto i = std::size_t{0}; i < v.group.lanes.size(); ++i) {
    path_to(tree, v.graph, v.destination(v.group.lanes[i]), desk.path);
    if (!desk.path.empty() && wanted(v.group.lanes[i], i)) {
      take(found, v.group.lanes[i], desk.path);
    }
  }
}

/// Whether a path may stand beside the least-cost one.
bool is_rival(GroupView const& v, LaneId lane, std::vector<EdgeId> const& path, double least) {
  return is_sensible(v, path) &&
         theta(v.p, lane) * (path_cost(v.cost, path) - least) <= v.settings.keep_band;
}

void make_dearer(GroupView const& v, std::span<EdgeId const> tree, Desk& desk) {
  desk.used.assign(v.graph.edges(), 0U);
  for (auto const lane : v.group.lanes) {
    path_to(tree, v.graph, v.destination(lane), desk.path);
    for (auto const edge : desk.path) {
      desk.used[edge.value] = 1U;
    }
  }
  for (auto e = std::size_t{0}; e < desk.cost.size(); ++e) {
    desk.cost[e] *= desk.used[e] != 0U ? v.settings.diversion_factor : 1.0;
  }
}

void find_rivals(GroupView const& v, TreeView kept, int rounds, Desk& desk, FoundRoutes& found) {
  auto const tree = desk.copy(kept);
  desk.cost.assign(v.cost.begin(), v.cost.end());
  desk.least.clear();
  desk.targets.clear();
  for (auto const lane : v.group.lanes) {
    desk.targets.push_back(v.destination(lane));
    path_to(tree.edge, v.graph, v.destination(lane), desk.path);
    desk.least.push_back(path_cost(v.cost, desk.path));
  }
  for (auto round = 0; round < rounds; ++round) {
    make_dearer(v, tree.edge, desk);
    grow_to(desk.targets, tree, v.graph, desk.cost, v.group.root, desk.scratch);
    collect(v, tree.edge, desk, found, [&](LaneId lane, std::size_t i) {
      return is_rival(v, lane, desk.path, desk.least[i]);
    });
  }
}

/// Edges that routes are wanted over.
struct Lure {
  std::vector<EdgeId> edges;
  std::vector<std::uint8_t> marked;       ///< the same, by edge
  std::vector<std::vector<double>> cost;  ///< by user class, with these edges made cheap
};

Lure lure_over(SearchGraph const& g,
               std::vector<EdgeId> const& edges,
               std::vector<std::vector<double>> cost,
               double factor) {
  auto lure = Lure{edges, std::vector<std::uint8_t>(g.edges(), 0U), std::move(cost)};
  for (auto const edge : edges) {
    lure.marked[edge.value] = 1U;
    for (auto& row : lure.cost) {
      row[edge.value] *= factor;
    }
  }
  return lure;
}

/// Routes over some edges that are within the band of the least cost, found by making those edges
/// cheap while searching.
void find_lured(
    GroupView const& v, TreeView kept, Lure const& lure, Desk& desk, FoundRoutes& found) {
  auto const& cheap = lure.cost[v.group.user.value];
  if (!is_beaten(kept, v.graph, cheap, v.group.root, v.slack(), desk.scratch)) {
    return;
  }
  auto const tree = desk.copy(kept);
  mend(tree, v.graph, cheap, v.slack(), desk.scratch);
  collect(v, tree.edge, desk, found, [&](LaneId lane, std::size_t) {
    if (std::none_of(desk.path.begin(), desk.path.end(), [&](EdgeId e) {
          return lure.marked[e.value] != 0U;
        })) {
      return false;
    }
    path_to(kept.edge, v.graph, v.destination(lane), desk.other_path);
    return is_rival(v, lane, desk.path, path_cost(v.cost, desk.other_path));
  });
}

/// Makes the kept tree least-cost at present prices, with labels in the scratch; returns whether it
/// was beaten.
bool repair(GroupView const& v, KeptTree& kept, Desk& desk) {
  if (!is_beaten(kept->view(), v.graph, v.cost, v.group.root, v.slack(), desk.scratch)) {
    return false;
  }
  mend(desk.copy(kept->view()), v.graph, v.cost, v.slack(), desk.scratch);
  kept = desk.keep(v.graph);
  return true;
}

/// Whether a lane's least-cost path along the tree is shut.
bool lost_least(GroupView const& v,
                std::span<EdgeId const> tree,
                std::vector<EdgeId> const& closed,
                Desk& desk) {
  auto const in_tree = [&](EdgeId e) { return tree[v.graph.head[e].value] == e; };
  return std::any_of(closed.begin(), closed.end(), in_tree) &&
         std::any_of(v.group.lanes.begin(), v.group.lanes.end(), [&](LaneId lane) {
           path_to(tree, v.graph, v.destination(lane), desk.path);
           return std::any_of(
               desk.path.begin(), desk.path.end(), [&](EdgeId e) { return v.graph.open[e] == 0U; });
         });
}

/// Runs `search(view, group, desk, found)` on every group and adds what was found in group order.
std::size_t search_groups(LogitProblem const& p,
                          LogitSettings const& settings,
                          LogitState& state,
                          std::vector<std::vector<double>> const& costs,
                          auto&& search) {
  auto const& groups = state.groups->rows;
  auto found = std::vector<FoundRoutes>(groups.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0U, groups.size()), [&](auto const& range) {
    auto desk = Desk{};
    for (auto i = range.begin(); i != range.end(); ++i) {
      auto const view = GroupView{p, settings, state.graph, groups[i], costs[groups[i].user.value]};
      search(view, i, desk, found[i]);
    }
  });
  return add_routes(state.sets, *state.pools, p, state.graph, found);
}

}  // namespace

Column<LaneId, double> least_known(RouteSets const& sets, Loading const& loading) {
  auto result = Column<LaneId, double>{};
  for (auto lane = std::size_t{0}; lane < sets.lane.size(); ++lane) {
    auto least = kForbidden;
    for (auto i = sets.lane.first[lane]; i < sets.lane.first[lane + 1U]; ++i) {
      least = std::min(least, loading.cost[i]);
    }
    result.push_back(least);
  }
  return result;
}

void find_first_routes(LogitProblem const& p, LogitSettings const& settings, LogitState& state) {
  state.trees.resize(state.groups->rows.size());
  auto const search = [&](GroupView const& v, std::size_t i, Desk& desk, FoundRoutes& found) {
    desk.tree_edge.resize(v.graph.vertices());
    desk.tree_order.resize(v.graph.vertices());
    std::ranges::copy(ids_of<VertexId>(v.graph.vertices()), desk.tree_order.begin());
    grow(desk.tree(), v.graph, v.cost, v.group.root, desk.scratch);
    state.trees[i] = desk.keep(v.graph);
    auto const tree = state.trees[i]->view();
    collect(v, tree.edge, desk, found, [](auto&&...) { return true; });
    find_rivals(v, tree, settings.diversions, desk, found);
  };
  search_groups(p, settings, state, search_costs(p, state), search);
}

void find_labelled_routes(LogitProblem const& p,
                          LogitSettings const& settings,
                          LogitState& state,
                          std::vector<ArcId> const& label) {
  auto marked = std::vector<std::uint8_t>(p.network.arcs.kind.size(), 0U);
  for (auto const arc : label) {
    marked[arc.value] = 1U;
  }
  auto edges = std::vector<EdgeId>{};
  for (auto const edge : state.graph.arcs.ids()) {
    auto const arcs = state.graph.arcs[edge];
    if (std::any_of(arcs.begin(), arcs.end(), [&](ArcId a) { return marked[a.value] != 0U; })) {
      edges.push_back(edge);
    }
  }
  auto const costs = search_costs(p, state);
  auto const lures = {lure_over(state.graph, edges, costs, settings.lure_factor),
                      lure_over(state.graph, edges, costs, settings.label_factor)};
  auto const search = [&](GroupView const& v, std::size_t i, Desk& desk, FoundRoutes& found) {
    for (auto const& lure : lures) {
      find_lured(v, state.trees[i]->view(), lure, desk, found);
    }
  };
  search_groups(p, settings, state, costs, search);
}

void find_changed_routes(LogitProblem const& p,
                         LogitSettings const& settings,
                         LogitState& state,
                         Changes const& changes,
                         Column<LaneId, double> const& known) {
  auto const costs = search_costs(p, state);
  auto const lure = changes.opened.empty()
                        ? Lure{}
                        : lure_over(state.graph, changes.opened, costs, settings.lure_factor);
  auto const search = [&](GroupView const& v, std::size_t i, Desk& desk, FoundRoutes& found) {
    auto const lost = lost_least(v, state.trees[i]->edge, changes.closed, desk);
    if (lost || !changes.same_costs) {
      repair(v, state.trees[i], desk);
      collect(v, state.trees[i]->edge, desk, found, [&](LaneId lane, std::size_t) {
        auto const label = desk.scratch.label[v.destination(lane).value];
        return label < known[lane] - settings.column_gain;
      });
    }
    auto const before = found.lane.size();
    if (!lure.edges.empty()) {
      find_lured(v, state.trees[i]->view(), lure, desk, found);
    }
    if (lost || found.lane.size() > before) {
      find_rivals(v, state.trees[i]->view(), settings.warm_diversions, desk, found);
    }
  };
  search_groups(p, settings, state, costs, search);
}

std::size_t add_columns(LogitProblem const& p,
                        LogitSettings const& settings,
                        LogitState& state,
                        Column<LaneId, double> const& known,
                        Convergence& convergence) {
  auto changed = std::vector<std::uint8_t>(state.groups->rows.size(), 0U);
  auto const search = [&](GroupView const& v, std::size_t i, Desk& desk, FoundRoutes& found) {
    changed[i] = repair(v, state.trees[i], desk) ? 1U : 0U;
    for (auto const lane : v.group.lanes) {
      auto const vertex = v.destination(lane);
      if (desk.scratch.label[vertex.value] < known[lane] - settings.column_gain) {
        path_to(state.trees[i]->edge, v.graph, vertex, desk.path);
        take(found, lane, desk.path);
      }
    }
  };
  auto const added = search_groups(p, settings, state, search_costs(p, state), search);
  convergence.trees_repaired +=
      static_cast<int>(std::count(changed.begin(), changed.end(), std::uint8_t{1}));
  convergence.columns += added;
  return added;
}

}  // namespace chorsu
