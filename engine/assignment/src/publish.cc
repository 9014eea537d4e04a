#include <algorithm>
#include <numeric>
#include <utility>

#include <oneapi/tbb/parallel_for.h>

#include "logit_state.h"

namespace chorsu {

namespace {

/// Used routes, pool by pool, under new ids; returns the new id of every old one.
Column<RouteId, RouteId> publish_routes(LogitState const& state, Routes& routes) {
  auto renumbered = Column<RouteId, RouteId>{};
  renumbered.values.resize(state.sets.pool.size());
  routes.origin = state.pools->origin;
  routes.destination = state.pools->destination;
  routes.form = state.pools->form;
  auto const& used = state.sets.used;
  routes.of_pool.first = used.first;
  routes.of_pool.values.resize(used.values.size());
  routes.arcs.first.assign(used.values.size() + 1U, 0U);
  tbb::parallel_for(0U, static_cast<std::uint32_t>(used.values.size()), [&](std::uint32_t i) {
    for (auto const edge : state.sets.edges[used.values[i]]) {
      routes.arcs.first[i + 1U] += static_cast<std::uint32_t>(state.graph.arcs[edge].size());
    }
    routes.of_pool.values[i] = RouteId{i};
    renumbered[used.values[i]] = RouteId{i};
  });
  std::partial_sum(routes.arcs.first.begin(), routes.arcs.first.end(), routes.arcs.first.begin());
  routes.arcs.values.resize(routes.arcs.first.back());
  tbb::parallel_for(std::size_t{0}, used.values.size(), [&](std::size_t i) {
    auto to = routes.arcs.values.begin() + routes.arcs.first[i];
    for (auto const edge : state.sets.edges[used.values[i]]) {
      auto const part = state.graph.arcs[edge];
      to = std::copy(part.begin(), part.end(), to);
    }
  });
  return renumbered;
}

}  // namespace

LogitSolution publish(LogitProblem const& p,
                      LogitState&& state,
                      Loading&& loading,
                      Convergence const& convergence) {
  auto s = LogitSolution{};
  s.convergence = convergence;
  auto const renumbered = publish_routes(state, s.routes);
  s.lane_routes.first = state.sets.lane.first;
  s.lane_routes.values.resize(state.sets.lane.values.size());
  tbb::parallel_for(std::size_t{0}, s.lane_routes.values.size(), [&](std::size_t i) {
    auto const& entry = state.sets.lane.values[i];
    s.lane_routes.values[i] = {
        renumbered[entry.route], entry.path_size, loading.cost[i], loading.tonnes[i]};
  });
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    s.convergence.unserved += s.lane_routes[lane].empty() ? p.tonnes[lane] : 0.0;
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

}  // namespace chorsu
