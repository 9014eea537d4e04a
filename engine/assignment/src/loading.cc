#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "logit_state.h"

namespace chorsu {

namespace {

constexpr auto kBlocks = 16U;  // fixed, so that sums do not depend on the thread count

bool passable(SearchGraph const& g, std::span<EdgeId const> edges) {
  return std::all_of(edges.begin(), edges.end(), [&](EdgeId e) { return g.open[e] != 0U; });
}

/// Free-flow generalised cost; infinite where the goods may not go.
double base_cost(LogitProblem const& p, SearchGraph const& g, LaneId lane, Form form,
                 std::span<EdgeId const> edges) {
  auto const user = p.lanes.user[lane];
  auto const& hours = g.hours[static_cast<unsigned>(form)];
  auto money = 0.0;
  auto time = 0.0;
  for (auto const edge : edges) {
    for (auto const arc : g.arcs[edge]) {
      money += p.costs.money(user, arc);
    }
    time += hours[edge];
  }
  return money + p.classes.value_of_time[user] * time;
}

/// Path sizes of a lane's routes (Ben-Akiva and Bierlaire 1999): the share of each edge's length in
/// the route, over the number of routes that pass it.
void path_sizes(RouteSets const& sets, SearchGraph const& g, std::vector<RouteId> const& routes,
                std::vector<std::uint16_t>& count, std::vector<double>& result) {
  for (auto const route : routes) {
    for (auto const edge : sets.edges[route]) {
      ++count[edge.value];
    }
  }
  result.clear();
  for (auto const route : routes) {
    auto total = 0.0;
    auto size = 0.0;
    for (auto const edge : sets.edges[route]) {
      auto const km = g.km[edge];
      total += km;
      size += km / count[edge.value];
    }
    result.push_back(total > 0.0 ? size / total : 1.0);
  }
  for (auto const route : routes) {
    for (auto const edge : sets.edges[route]) {
      count[edge.value] = 0U;
    }
  }
}

void add_lane(LogitProblem const& p, LogitState const& state, LaneId lane,
              std::vector<RouteId> const& pool_routes, std::vector<std::uint16_t>& count,
              LoadingTable& table) {
  auto const& sets = state.sets;
  auto const form = sets.form[sets.pool[lane]];
  auto routes = std::vector<RouteId>{};
  auto costs = std::vector<double>{};
  for (auto const route : sets.of_lane[lane]) {
    if (!passable(state.graph, sets.edges[route])) {
      continue;
    }
    auto const cost = base_cost(p, state.graph, lane, form, sets.edges[route]);
    if (cost < kForbidden) {
      routes.push_back(route);
      costs.push_back(cost);
    }
  }
  auto sizes = std::vector<double>{};
  path_sizes(sets, state.graph, routes, count, sizes);
  for (auto i = std::size_t{0}; i < routes.size(); ++i) {
    auto const at = std::lower_bound(pool_routes.begin(), pool_routes.end(), routes[i]);
    table.local.push_back(static_cast<std::uint16_t>(at - pool_routes.begin()));
    table.base.push_back(costs[i]);
    table.path_size.push_back(sizes[i]);
    table.log_path_size.push_back(std::log(sizes[i]));
  }
}

void cut_blocks(RouteSets const& sets, LoadingTable& table) {
  auto const pools = sets.origin.size();
  for (auto b = 0U; b <= kBlocks; ++b) {
    table.block.push_back(static_cast<std::uint32_t>(pools * b / kBlocks));
  }
}

struct Block {
  std::vector<double> edge_tonnes;
  std::vector<double> route_hours;
  std::vector<double> route_scarcity;
  std::vector<double> route_tonnes;
};

/// Sums delay and scarcity over the routes of a pool.
void price_routes(LogitState const& state, LoadingTable const& table, EdgePrices const& edges,
                  PoolId pool, Block& block) {
  auto const form = static_cast<unsigned>(state.sets.form[pool]);
  auto const first = table.pool_first_route[pool.value];
  auto const last = table.pool_first_route[pool.value + 1U];
  block.route_hours.assign(last - first, 0.0);
  block.route_scarcity.assign(last - first, 0.0);
  block.route_tonnes.assign(last - first, 0.0);
  for (auto r = first; r < last; ++r) {
    auto hours = 0.0;
    auto scarcity = 0.0;
    for (auto const edge : state.sets.edges[table.route[r]]) {
      auto const& entry = edges.entry[edge.value];
      hours += entry.hours[form];
      scarcity += entry.scarcity;
    }
    block.route_hours[r - first] = hours;
    block.route_scarcity[r - first] = scarcity;
  }
}

double elastic_tonnes(LogitProblem const& p, LaneId lane, double logsum) {
  auto const epsilon = p.pivot.epsilon[lane];
  auto const pivot = p.pivot.logsum[lane];
  if (epsilon == 0.0 || !std::isfinite(pivot)) {
    return p.tonnes[lane];
  }
  return p.tonnes[lane] * std::exp(-epsilon * (logsum - pivot));
}

void load_lane(LogitProblem const& p, LoadingTable const& table, LaneId lane, Block& block,
               Loading& loading) {
  auto const first = table.lane_first[lane.value];
  auto const last = table.lane_first[lane.value + 1U];
  if (first == last) {
    loading.lane_tonnes[lane] = 0.0;
    loading.logsum[lane] = std::numeric_limits<double>::infinity();
    return;
  }
  auto const scale = theta(p, lane);
  auto const vot = p.classes.value_of_time[p.lanes.user[lane]];
  auto best = -std::numeric_limits<double>::infinity();
  for (auto i = first; i < last; ++i) {
    auto const r = table.local[i];
    auto const cost = table.base[i] + vot * block.route_hours[r] + block.route_scarcity[r];
    loading.cost[i] = cost;
    loading.tonnes[i] = table.log_path_size[i] - scale * cost;
    best = std::max(best, loading.tonnes[i]);
  }
  auto sum = 0.0;
  for (auto i = first; i < last; ++i) {
    loading.tonnes[i] = std::exp(loading.tonnes[i] - best);
    sum += loading.tonnes[i];
  }
  auto const logsum = -(best + std::log(sum)) / scale;
  auto const tonnes = elastic_tonnes(p, lane, logsum);
  loading.logsum[lane] = logsum;
  loading.lane_tonnes[lane] = tonnes;
  for (auto i = first; i < last; ++i) {
    loading.tonnes[i] *= tonnes / sum;
    block.route_tonnes[table.local[i]] += loading.tonnes[i];
  }
}

void load_pool(LogitProblem const& p, LogitState const& state, LoadingTable const& table,
               EdgePrices const& edges, PoolId pool, Block& block, Loading& loading) {
  price_routes(state, table, edges, pool, block);
  for (auto const lane : state.sets.lanes[pool]) {
    load_lane(p, table, lane, block, loading);
  }
  auto const first = table.pool_first_route[pool.value];
  for (auto r = std::size_t{0}; r < block.route_tonnes.size(); ++r) {
    auto const tonnes = block.route_tonnes[r];
    for (auto const edge : state.sets.edges[table.route[first + r]]) {
      block.edge_tonnes[edge.value] += tonnes;
    }
  }
}

void sum_facilities(SearchGraph const& g, std::vector<Block> const& blocks, Loading& loading) {
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    auto tonnes = 0.0;
    for (auto const& block : blocks) {
      tonnes += block.edge_tonnes[edge.value];
    }
    for (auto const& passage : g.passages[edge]) {
      loading.flow[passage.facility] += tonnes;
    }
  }
}

}  // namespace

double theta(LogitProblem const& p, LaneId lane) {
  return p.commodities.theta[p.lanes.commodity[lane]].value * p.scale;
}

double delay_factor(VolumeDelay const& delay, double capacity, double flow) {
  if (capacity <= 0.0) {
    return 0.0;
  }
  return delay.alpha * std::pow(std::clamp(flow / capacity, 0.0, 1.0), delay.beta);
}

double delay_slope(VolumeDelay const& delay, double capacity, double flow) {
  if (capacity <= 0.0 || flow <= 0.0) {
    return 0.0;
  }
  return delay_factor(delay, capacity, flow) * delay.beta / flow;
}

EdgePrices edge_prices(LogitProblem const& p, SearchGraph const& g, Prices const& prices) {
  auto delay = std::vector<double>{};
  auto const& facilities = p.network.facilities;
  for (auto const f : ids_of<FacilityId>(facilities.kind.size())) {
    delay.push_back(delay_factor(facilities.delay[f], p.capacity[f], prices.flow[f]));
  }
  auto result = EdgePrices{};
  result.entry.resize(g.edges());
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    auto& entry = result.entry[edge.value];
    entry = {};
    for (auto const& passage : g.passages[edge]) {
      for (auto form = 0U; form < kForms; ++form) {
        entry.hours[form] += passage.hours[form] * delay[passage.facility.value];
      }
      entry.scarcity += prices.scarcity[passage.facility];
    }
  }
  return result;
}

LoadingTable tabulate(LogitProblem const& p, LogitState const& state) {
  auto table = LoadingTable{};
  auto const& sets = state.sets;
  table.pool_first_route.push_back(0U);
  auto used = std::vector<std::vector<RouteId>>(sets.origin.size());
  for (auto const pool : ids_of<PoolId>(sets.origin.size())) {
    auto& routes = used[pool.value];
    for (auto const lane : sets.lanes[pool]) {
      routes.insert(routes.end(), sets.of_lane[lane].begin(), sets.of_lane[lane].end());
    }
    std::sort(routes.begin(), routes.end());
    routes.erase(std::unique(routes.begin(), routes.end()), routes.end());
    table.route.insert(table.route.end(), routes.begin(), routes.end());
    table.pool_first_route.push_back(static_cast<std::uint32_t>(table.route.size()));
  }
  auto count = std::vector<std::uint16_t>(state.graph.edges(), 0U);
  table.lane_first.push_back(0U);
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    add_lane(p, state, lane, used[sets.pool[lane].value], count, table);
    table.lane_first.push_back(static_cast<std::uint32_t>(table.local.size()));
  }
  cut_blocks(sets, table);
  return table;
}

void load(LogitProblem const& p, LogitState const& state, LoadingTable const& table,
          Loading& loading) {
  auto const edges = edge_prices(p, state.graph, state.prices);
  loading.cost.resize(table.local.size());
  loading.tonnes.resize(table.local.size());
  loading.lane_tonnes.values.resize(p.lanes.origin.size());
  loading.logsum.values.resize(p.lanes.origin.size());
  loading.flow.values.assign(p.network.facilities.kind.size(), 0.0);
  auto blocks = std::vector<Block>(kBlocks);
  tbb::parallel_for(0U, kBlocks, [&](unsigned b) {
    blocks[b].edge_tonnes.assign(state.graph.edges(), 0.0);
    for (auto pool = table.block[b]; pool < table.block[b + 1U]; ++pool) {
      load_pool(p, state, table, edges, PoolId{pool}, blocks[b], loading);
    }
  });
  sum_facilities(state.graph, blocks, loading);
}

double fixed_point_residual(Prices const& prices, Loading const& loading) {
  constexpr auto kFloor = 1000.0;  // t/yr: below it a facility is as good as empty
  auto worst = 0.0;
  for (auto const f : ids_of<FacilityId>(loading.flow.size())) {
    auto const miss = std::abs(loading.flow[f] - prices.flow[f]);
    worst = std::max(worst, miss / std::max(loading.flow[f], kFloor));
  }
  return worst;
}

double capacity_violation(LogitProblem const& p, Loading const& loading) {
  auto worst = 0.0;
  for (auto const f : ids_of<FacilityId>(loading.flow.size())) {
    if (p.capacity[f] > 0.0) {
      worst = std::max(worst, loading.flow[f] / p.capacity[f] - 1.0);
    }
  }
  return worst;
}

}  // namespace chorsu
