#include "chorsu/assignment/logit.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "chorsu/base/digest.h"
#include "logit_state.h"

namespace chorsu {

namespace {

/// Routes found by one tree group, added to the sets afterwards in group order.
struct Found {
  std::vector<LaneId> lane;
  std::vector<std::vector<EdgeId>> path;
};

/// Costs by edge for every user class at given prices.
struct SearchCosts {
  std::size_t edges{0U};
  std::vector<double> cost;  ///< by user class and edge
  std::span<double const> of(UserClassId user) const {
    return {cost.data() + user.value * edges, edges};
  }
};

SearchCosts search_costs(LogitProblem const& p, SearchGraph const& g, EdgePrices const& prices) {
  auto result = SearchCosts{g.edges(), {}};
  auto const users = p.classes.commodity.size();
  result.cost.resize(users * g.edges());
  tbb::parallel_for(std::size_t{0}, users, [&](std::size_t u) {
    auto const user = UserClassId{static_cast<std::uint16_t>(u)};
    auto const form = static_cast<unsigned>(p.commodities.form[p.classes.commodity[user]]);
    auto const vot = p.classes.value_of_time[user];
    auto* row = result.cost.data() + u * g.edges();
    for (auto const edge : ids_of<EdgeId>(g.edges())) {
      auto money = 0.0;
      for (auto const arc : g.arcs[edge]) {
        money += p.costs.money(user, arc);
      }
      auto const& entry = prices.entry[edge.value];
      row[edge.value] = g.open[edge] == 0U
                            ? kForbidden
                            : money + vot * (g.hours[form][edge] + entry.hours[form]) + entry.scarcity;
    }
  });
  return result;
}

VertexId origin_vertex(LogitProblem const& p, SearchGraph const& g, ZoneId zone) {
  return g.vertex[p.network.origin[zone]];
}

VertexId destination_vertex(LogitProblem const& p, SearchGraph const& g, ZoneId zone) {
  return g.vertex[p.network.destination[zone]];
}

// ---- setting up ----------------------------------------------------------------------------------

std::vector<TreeGroup> tree_groups(LogitProblem const& p) {
  auto by_key = std::map<std::pair<ZoneId, UserClassId>, std::vector<LaneId>>{};
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    by_key[{p.lanes.origin[lane], p.lanes.user[lane]}].push_back(lane);
  }
  auto result = std::vector<TreeGroup>{};
  for (auto& [key, lanes] : by_key) {
    result.push_back({key.first, key.second, p.commodities.form[p.classes.commodity[key.second]],
                      std::move(lanes), {}});
  }
  return result;
}

RouteSets empty_sets(LogitProblem const& p) {
  auto sets = RouteSets{};
  auto known = std::map<std::tuple<ZoneId, ZoneId, Form>, PoolId>{};
  sets.of_lane.values.resize(p.lanes.origin.size());
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const form = p.commodities.form[p.lanes.commodity[lane]];
    auto const [it, is_new] =
        known.try_emplace({p.lanes.origin[lane], p.lanes.destination[lane], form}, PoolId{});
    if (is_new) {
      sets.destination.push_back(p.lanes.destination[lane]);
      sets.form.push_back(form);
      sets.lanes.push_back({});
      sets.routes.push_back({});
      it->second = sets.origin.push_back(p.lanes.origin[lane]);
    }
    sets.pool.push_back(it->second);
    sets.lanes[it->second].push_back(lane);
  }
  return sets;
}

LogitState fresh_state(LogitProblem const& p) {
  auto state = LogitState{search_graph(p.network, p.costs, p.open), empty_sets(p), tree_groups(p), {}};
  auto const facilities = p.network.facilities.kind.size();
  state.prices.flow.values.assign(facilities, 0.0);
  state.prices.scarcity.values.assign(facilities, 0.0);
  return state;
}

// ---- route search --------------------------------------------------------------------------------

void collect(LogitProblem const& p, SearchGraph const& g, TreeGroup const& group, Tree const& tree,
             auto&& wanted, Found& found) {
  auto path = std::vector<EdgeId>{};
  for (auto const lane : group.lanes) {
    auto const vertex = destination_vertex(p, g, p.lanes.destination[lane]);
    path_to(tree, g, vertex, path);
    if (!path.empty() && wanted(lane, vertex, path)) {
      found.lane.push_back(lane);
      found.path.push_back(path);
    }
  }
}

double path_cost(std::span<double const> cost, std::vector<EdgeId> const& path) {
  auto sum = 0.0;
  for (auto const edge : path) {
    sum += cost[edge.value];
  }
  return sum;
}

/// Rival routes at free flow: trees grown again and again while the edges that earlier ones used
/// for their lanes get dearer. Only those within the band of the least cost are kept.
void find_rivals(LogitProblem const& p, LogitSettings const& settings, SearchGraph const& g,
                 TreeGroup const& group, std::span<double const> cost, Found& found) {
  auto scratch = TreeScratch{};
  auto least = std::vector<double>{};
  auto dearer = std::vector<double>(cost.begin(), cost.end());
  auto used = std::vector<std::uint8_t>{};
  auto tree = group.tree;
  auto path = std::vector<EdgeId>{};
  auto const vertex_of = [&](LaneId lane) {
    return destination_vertex(p, g, p.lanes.destination[lane]);
  };
  for (auto const lane : group.lanes) {
    path_to(tree, g, vertex_of(lane), path);
    least.push_back(path_cost(cost, path));
  }
  for (auto round = 0; round < settings.diversions; ++round) {
    used.assign(g.edges(), 0U);
    for (auto const lane : group.lanes) {
      path_to(tree, g, vertex_of(lane), path);
      for (auto const edge : path) {
        used[edge.value] = 1U;
      }
    }
    for (auto e = std::size_t{0}; e < g.edges(); ++e) {
      dearer[e] *= used[e] != 0U ? settings.diversion_factor : 1.0;
    }
    grow(tree, g, dearer, origin_vertex(p, g, group.origin), scratch);
    auto next = std::size_t{0};
    collect(p, g, group, tree,
            [&](LaneId lane, VertexId, std::vector<EdgeId> const& candidate) {
              while (group.lanes[next] != lane) {
                ++next;
              }
              return theta(p, lane) * (path_cost(cost, candidate) - least[next]) <=
                     settings.keep_band;
            },
            found);
  }
}

/// Least cost among a lane's routes at present prices, by lane.
Column<LaneId, double> least_known(LoadingTable const& table, Loading const& loading) {
  auto result = Column<LaneId, double>{};
  for (auto lane = std::size_t{0}; lane + 1U < table.lane_first.size(); ++lane) {
    auto const first = loading.cost.begin() + table.lane_first[lane];
    auto const last = loading.cost.begin() + table.lane_first[lane + 1U];
    result.push_back(first == last ? kForbidden : *std::min_element(first, last));
  }
  return result;
}

/// Makes all trees least-cost at present prices and adds every route that beats its lane's set.
/// Returns the number of routes added; counts repaired trees.
std::size_t add_columns(LogitProblem const& p, LogitState& state,
                        Column<LaneId, double> const& known, Convergence& convergence) {
  constexpr auto kBetter = 1e-6;  // US$/t
  auto const costs = search_costs(p, state.graph, edge_prices(p, state.graph, state.prices));
  auto found = std::vector<Found>(state.groups.size());
  auto repaired = std::vector<std::uint8_t>(state.groups.size(), 0U);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0U, state.groups.size()), [&](auto const& range) {
    auto scratch = TreeScratch{};
    for (auto i = range.begin(); i != range.end(); ++i) {
      auto& group = state.groups[i];
      auto const root = origin_vertex(p, state.graph, group.origin);
      repaired[i] = repair(group.tree, state.graph, costs.of(group.user), root, scratch) ? 1U : 0U;
      collect(p, state.graph, group, group.tree,
              [&](LaneId lane, VertexId vertex, std::vector<EdgeId> const&) {
                return scratch.label[vertex.value] < known[lane] - kBetter;
              },
              found[i]);
    }
  });
  auto added = std::size_t{0};
  for (auto i = std::size_t{0}; i < found.size(); ++i) {
    convergence.trees_repaired += repaired[i];
    for (auto j = std::size_t{0}; j < found[i].lane.size(); ++j) {
      added += add_route(state.sets, found[i].lane[j], found[i].path[j]) ? 1U : 0U;
    }
  }
  convergence.columns += added;
  return added;
}

void first_routes(LogitProblem const& p, LogitSettings const& settings, LogitState& state) {
  auto const costs = search_costs(p, state.graph, edge_prices(p, state.graph, state.prices));
  auto found = std::vector<Found>(state.groups.size());
  tbb::parallel_for(std::size_t{0}, state.groups.size(), [&](std::size_t i) {
    auto scratch = TreeScratch{};
    auto& group = state.groups[i];
    auto const cost = costs.of(group.user);
    grow(group.tree, state.graph, cost, origin_vertex(p, state.graph, group.origin), scratch);
    collect(p, state.graph, group, group.tree, [](auto&&...) { return true; }, found[i]);
    find_rivals(p, settings, state.graph, group, cost, found[i]);
  });
  for (auto const& f : found) {
    for (auto j = std::size_t{0}; j < f.lane.size(); ++j) {
      add_route(state.sets, f.lane[j], f.path[j]);
    }
  }
}

// ---- equilibrium ---------------------------------------------------------------------------------

/// Takes routes that are dearer than the least by more than the band out of every set.
std::size_t trim(LogitProblem const& p, LogitSettings const& settings, LogitState& state,
                 LoadingTable const& table, Loading const& loading) {
  auto dropped = std::size_t{0};
  auto const least = least_known(table, loading);
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto& routes = state.sets.of_lane[lane];
    auto const& used = state.sets.pool[lane];
    auto kept = std::vector<RouteId>{};
    for (auto i = table.lane_first[lane.value]; i < table.lane_first[lane.value + 1U]; ++i) {
      if (theta(p, lane) * (loading.cost[i] - least[lane]) <= settings.keep_band) {
        kept.push_back(table.route[table.pool_first_route[used.value] + table.local[i]]);
      }
    }
    dropped += routes.size() - kept.size();
    routes = std::move(kept);
  }
  return dropped;
}

LogitSolution publish(LogitProblem const& p, LogitState&& state, LoadingTable const& table,
                      Loading&& loading, Convergence const& convergence);

/// Highest scarcity allowed while routes are still being found [US$/t].
struct Ceiling {
  double value{400.0};
  static constexpr auto kLast = 6400.0;
  void raise() { value = std::min(2.0 * value, kLast); }
  bool is_last() const { return value >= kLast; }
};

Ceiling first_ceiling(Prices const& prices) {
  auto ceiling = Ceiling{};
  for (auto const scarcity : prices.scarcity.values) {
    while (ceiling.value < 2.0 * scarcity && !ceiling.is_last()) {
      ceiling.raise();
    }
  }
  return ceiling;
}

/// Prices and columns in turn until no route is missing, then the sets are trimmed by the rule and
/// prices found once more. While many routes are missing prices need not be exact.
LogitSolution equilibrate(LogitProblem const& p, LogitSettings const& settings, LogitState&& state,
                          Convergence convergence) {
  constexpr auto kRough = 1e-2;
  auto const few = p.lanes.origin.size() / 50U;
  auto const tight = std::min(settings.residual, settings.violation);
  auto loading = Loading{};
  auto table = tabulate(p, state);
  auto ceiling = first_ceiling(state.prices);
  auto trimmed = false;
  auto tolerance = convergence.columns > few ? kRough : tight;
  for (auto round = 0; round < settings.max_rounds; ++round) {
    auto const search = find_prices(p, {tolerance, ceiling.value, settings.max_newton}, state, table,
                                    loading);
    convergence.newton_steps += search.steps;
    convergence.loadings += search.loadings;
    convergence.residual = search.residual;
    convergence.violation = search.violation;
    ++convergence.rounds;
    auto const met = search.residual <= settings.residual && search.violation <= settings.violation;
    auto changed = add_columns(p, state, least_known(table, loading), convergence);
    tolerance = changed > few ? kRough : tight;
    if (changed == 0U && met && !trimmed) {
      changed = trim(p, settings, state, table, loading);
      trimmed = true;
    }
    convergence.converged = met && changed == 0U;
    if (convergence.converged || (changed == 0U && !met && ceiling.is_last())) {
      break;
    }
    if (search.violation > kRough && changed == 0U) {
      ceiling.raise();
    }
    if (changed != 0U) {
      table = tabulate(p, state);
    }
  }
  return publish(p, std::move(state), table, std::move(loading), convergence);
}

LogitSolution publish(LogitProblem const& p, LogitState&& state, LoadingTable const& table,
                      Loading&& loading, Convergence const& convergence) {
  auto s = LogitSolution{};
  s.convergence = convergence;
  s.routes.origin = state.sets.origin;
  s.routes.destination = state.sets.destination;
  s.routes.form = state.sets.form;
  auto arcs = std::vector<ArcId>{};
  for (auto const route : table.route) {
    arcs.clear();
    for (auto const edge : state.sets.edges[route]) {
      auto const part = state.graph.arcs[edge];
      arcs.insert(arcs.end(), part.begin(), part.end());
    }
    s.routes.arcs.push_back(arcs);
  }
  auto ids = std::vector<RouteId>{};
  for (auto const pool : ids_of<PoolId>(state.sets.origin.size())) {
    ids.clear();
    for (auto r = table.pool_first_route[pool.value]; r < table.pool_first_route[pool.value + 1U]; ++r) {
      ids.push_back(RouteId{r});
    }
    s.routes.of_pool.push_back(ids);
  }
  auto lane_routes = std::vector<LaneRoute>{};
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    lane_routes.clear();
    auto const base = table.pool_first_route[state.sets.pool[lane].value];
    for (auto i = table.lane_first[lane.value]; i < table.lane_first[lane.value + 1U]; ++i) {
      lane_routes.push_back({RouteId{base + table.local[i]}, table.path_size[i], loading.cost[i],
                             loading.tonnes[i]});
    }
    s.convergence.unserved += lane_routes.empty() ? p.tonnes[lane] : 0.0;
    s.lane_routes.push_back(lane_routes);
  }
  for (auto const f : ids_of<FacilityId>(loading.flow.size())) {
    s.delay.push_back(
        delay_factor(p.network.facilities.delay[f], p.capacity[f], state.prices.flow[f]));
  }
  s.tonnes = std::move(loading.lane_tonnes);
  s.logsum = std::move(loading.logsum);
  s.flow = std::move(loading.flow);
  s.scarcity = state.prices.scarcity;
  s.warm = std::make_shared<WarmState const>(WarmState{std::move(state)});
  return s;
}

// ---- warm start ----------------------------------------------------------------------------------

/// What became different between the reference and the problem.
struct Changes {
  std::vector<EdgeId> opened;
  std::vector<std::uint8_t> touched;  ///< by group: a lane lost a route
};

Changes refresh_state(LogitProblem const& p, LogitState& state) {
  auto const before = state.graph.open;
  refresh(state.graph, p.network, p.costs, p.open);
  auto changes = Changes{};
  auto closed = false;
  for (auto const edge : ids_of<EdgeId>(state.graph.edges())) {
    if (state.graph.open[edge] > before[edge]) {
      changes.opened.push_back(edge);
    }
    closed |= state.graph.open[edge] < before[edge];
  }
  for (auto const f : ids_of<FacilityId>(state.prices.flow.size())) {
    state.prices.flow[f] = std::min(state.prices.flow[f], p.capacity[f]);
    if (p.capacity[f] <= 0.0) {
      state.prices.scarcity[f] = 0.0;
    }
  }
  auto const lost = [&](LaneId lane) {
    auto const& routes = state.sets.of_lane[lane];
    return std::any_of(routes.begin(), routes.end(), [&](RouteId r) {
      auto const edges = state.sets.edges[r];
      return std::any_of(edges.begin(), edges.end(),
                         [&](EdgeId e) { return state.graph.open[e] == 0U; });
    });
  };
  for (auto const& group : state.groups) {
    auto const touched =
        closed && std::any_of(group.lanes.begin(), group.lanes.end(), lost);
    changes.touched.push_back(touched ? 1U : 0U);
  }
  return changes;
}

/// Routes over newly opened edges that are within the band of the least cost, found by making those
/// edges cheap while searching.
void find_lured(LogitProblem const& p, LogitSettings const& settings, LogitState const& state,
                TreeGroup const& group, std::span<double const> cost,
                std::vector<EdgeId> const& opened, Column<LaneId, double> const& known,
                Found& found) {
  auto scratch = TreeScratch{};
  auto cheaper = std::vector<double>(cost.begin(), cost.end());
  for (auto const edge : opened) {
    cheaper[edge.value] *= settings.lure_factor;
  }
  auto tree = group.tree;
  if (!repair(tree, state.graph, cheaper, origin_vertex(p, state.graph, group.origin), scratch)) {
    return;
  }
  collect(p, state.graph, group, tree,
          [&](LaneId lane, VertexId, std::vector<EdgeId> const& path) {
            return theta(p, lane) * (path_cost(cost, path) - known[lane]) <= settings.keep_band;
          },
          found);
}

/// Rivals over what opened, and for lanes that lost a route.
void seek_new_rivals(LogitProblem const& p, LogitSettings const& settings, LogitState& state,
                     Changes const& changes, Column<LaneId, double> const& known) {
  auto const costs = search_costs(p, state.graph, edge_prices(p, state.graph, state.prices));
  auto found = std::vector<Found>(state.groups.size());
  tbb::parallel_for(std::size_t{0}, state.groups.size(), [&](std::size_t i) {
    auto const& group = state.groups[i];
    auto const cost = costs.of(group.user);
    if (!changes.opened.empty()) {
      find_lured(p, settings, state, group, cost, changes.opened, known, found[i]);
    }
    if (changes.touched[i] != 0U) {
      auto once = settings;
      once.diversions = std::min(once.diversions, 1);
      find_rivals(p, once, state.graph, group, cost, found[i]);
    }
  });
  for (auto const& f : found) {
    for (auto j = std::size_t{0}; j < f.lane.size(); ++j) {
      add_route(state.sets, f.lane[j], f.path[j]);
    }
  }
}

template <typename Work>
LogitSolution in_arena(LogitSettings const& settings, Work&& work) {
  auto arena = tbb::task_arena(settings.threads > 0 ? settings.threads : tbb::task_arena::automatic);
  return arena.execute(work);
}

}  // namespace

bool add_route(RouteSets& sets, LaneId lane, std::vector<EdgeId> const& edges) {
  auto hash = Digest{};
  for (auto const edge : edges) {
    hash.add(edge.value);
  }
  auto const digest = hash.value();
  auto& pool = sets.routes[sets.pool[lane]];
  auto const same = [&](RouteId r) {
    return sets.digest[r] == digest && std::equal(edges.begin(), edges.end(), sets.edges[r].begin(),
                                                  sets.edges[r].end());
  };
  auto it = std::find_if(pool.begin(), pool.end(), same);
  if (it == pool.end()) {
    sets.digest.push_back(digest);
    pool.push_back(sets.edges.push_back(edges));
    it = pool.end() - 1;
  }
  auto& mine = sets.of_lane[lane];
  auto const at = std::lower_bound(mine.begin(), mine.end(), *it);
  if (at != mine.end() && *at == *it) {
    return false;
  }
  mine.insert(at, *it);
  return true;
}

LogitSolution solve(LogitProblem const& problem, LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = fresh_state(problem);
    first_routes(problem, settings, state);
    auto convergence = Convergence{};
    convergence.columns = state.sets.digest.size();
    return equilibrate(problem, settings, std::move(state), convergence);
  });
}

LogitSolution solve_from(LogitSolution const& reference, LogitProblem const& problem,
                         LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = reference.warm->state;
    auto convergence = Convergence{};
    auto const changes = refresh_state(problem, state);
    auto loading = Loading{};
    auto const table = tabulate(problem, state);
    load(problem, state, table, loading);
    auto const known = least_known(table, loading);
    add_columns(problem, state, known, convergence);
    seek_new_rivals(problem, settings, state, changes, known);
    return equilibrate(problem, settings, std::move(state), convergence);
  });
}

LogitSolution load_at(LogitProblem const& problem, Column<FacilityId, double> const& flow,
                      Column<FacilityId, double> const& scarcity, LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = fresh_state(problem);
    state.prices = {flow, scarcity};
    first_routes(problem, settings, state);
    auto loading = Loading{};
    auto table = tabulate(problem, state);
    load(problem, state, table, loading);
    if (trim(problem, settings, state, table, loading) > 0U) {
      table = tabulate(problem, state);
      load(problem, state, table, loading);
    }
    auto convergence = Convergence{};
    convergence.converged = true;
    return publish(problem, std::move(state), table, std::move(loading), convergence);
  });
}

}  // namespace chorsu
