#include "columns.h"

#include <algorithm>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "group_search.h"

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
