#include <algorithm>
#include <cmath>
#include <limits>

#include <oneapi/tbb/parallel_for.h>

#include "logit_state.h"

namespace chorsu {

namespace {

/// Sums over the edges of a route; routes of a pool are written by one block only.
struct RouteSums {
  std::vector<double> hours;
  std::vector<double> scarcity;
  std::vector<double> tonnes;
};

/// Where a block of pools writes.
struct Sinks {
  RouteSums& routes;
  std::vector<double>& edge_tonnes;
  Loading& loading;
};

double elastic_tonnes(LogitProblem const& p, LaneId lane, double logsum) {
  auto const epsilon = p.pivot.epsilon[lane];
  auto const pivot = p.pivot.logsum[lane];
  if (epsilon == 0.0 || !std::isfinite(pivot)) {
    return p.tonnes[lane];
  }
  return p.tonnes[lane] * std::exp(-epsilon * (logsum - pivot));
}

/// P(r) = PS_r·exp(-theta·c_r) / sum (Ben-Akiva and Bierlaire 1999), and the lane's tonnes.
void load_lane(LogitProblem const& p,
               RouteSets const& sets,
               LaneId lane,
               RouteSums& routes,
               Loading& loading) {
  auto const first = sets.lane.first[lane.value];
  auto const last = sets.lane.first[lane.value + 1U];
  if (first == last) {
    loading.lane_tonnes[lane] = 0.0;
    loading.logsum[lane] = std::numeric_limits<double>::infinity();
    return;
  }
  auto const scale = theta(p, lane);
  auto const vot = p.classes.value_of_time[p.lanes.user[lane]];
  auto best = -std::numeric_limits<double>::infinity();
  for (auto i = first; i < last; ++i) {
    auto const& entry = sets.lane.values[i];
    auto const r = entry.route.value;
    auto const cost = entry.base + vot * routes.hours[r] + routes.scarcity[r];
    loading.cost[i] = cost;
    loading.tonnes[i] = entry.log_path_size - scale * cost;
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
    routes.tonnes[sets.lane.values[i].route.value] += loading.tonnes[i];
  }
}

void load_pool(LogitProblem const& p,
               LogitState const& state,
               EdgePrices const& prices,
               PoolId pool,
               Sinks const& to) {
  auto& [routes, edge_tonnes, loading] = to;
  auto const form = static_cast<unsigned>(state.pools->form[pool]);
  auto const used = state.sets.used[pool];
  for (auto const route : used) {
    auto hours = 0.0;
    auto scarcity = 0.0;
    for (auto const edge : state.sets.edges[route]) {
      auto const& entry = prices.entry[edge.value];
      hours += entry.hours[form];
      scarcity += entry.scarcity;
    }
    routes.hours[route.value] = hours;
    routes.scarcity[route.value] = scarcity;
    routes.tonnes[route.value] = 0.0;
  }
  for (auto const lane : state.pools->lanes[pool]) {
    load_lane(p, state.sets, lane, routes, loading);
  }
  for (auto const route : used) {
    auto const tonnes = routes.tonnes[route.value];
    for (auto const edge : state.sets.edges[route]) {
      edge_tonnes[edge.value] += tonnes;
    }
  }
}

void sum_facilities(SearchGraph const& g,
                    std::vector<std::vector<double>> const& blocks,
                    Loading& loading) {
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    auto tonnes = 0.0;
    for (auto const& block : blocks) {
      tonnes += block[edge.value];
    }
    for (auto const& passage : g.passages[edge]) {
      loading.flow[passage.facility] += tonnes;
    }
  }
}

}  // namespace

double theta(LogitProblem const& p, LaneId lane) {
  return theta_of(p.commodities, p.lanes.commodity[lane]);
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

void load(LogitProblem const& p, LogitState const& state, Loading& loading) {
  auto const prices = edge_prices(p, state.graph, state.prices);
  auto const routes = state.sets.pool.size();
  auto sums = RouteSums{
      std::vector<double>(routes), std::vector<double>(routes), std::vector<double>(routes)};
  loading.cost.resize(state.sets.lane.values.size());
  loading.tonnes.resize(state.sets.lane.values.size());
  loading.lane_tonnes.values.resize(p.lanes.origin.size());
  loading.logsum.values.resize(p.lanes.origin.size());
  loading.flow.values.assign(p.network.facilities.kind.size(), 0.0);
  auto blocks = std::vector<std::vector<double>>(kBlocks);
  tbb::parallel_for(0U, kBlocks, [&](unsigned b) {
    blocks[b].assign(state.graph.edges(), 0.0);
    for (auto pool = block_start(*state.pools, b); pool < block_start(*state.pools, b + 1U);
         ++pool) {
      load_pool(p, state, prices, PoolId{pool}, {sums, blocks[b], loading});
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
