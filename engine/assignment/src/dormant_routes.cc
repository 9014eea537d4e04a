#include <algorithm>

#include <oneapi/tbb/parallel_for.h>

#include "route_sets.h"

namespace chorsu {

namespace {

std::vector<std::uint8_t> shut_routes(RouteSets const& sets, SearchGraph const& g) {
  auto shut = std::vector<std::uint8_t>(sets.pool.size(), 0U);
  tbb::parallel_for(std::size_t{0}, shut.size(), [&](std::size_t r) {
    auto const edges = sets.edges[RouteId{static_cast<std::uint32_t>(r)}];
    shut[r] = std::any_of(edges.begin(), edges.end(), [&](EdgeId e) { return g.open[e] == 0U; });
  });
  return shut;
}

}  // namespace

void put_to_sleep(RouteSets& sets,
                  Dormant& dormant,
                  Pools const& pools,
                  LogitProblem const& p,
                  SearchGraph const& g) {
  auto const shut = shut_routes(sets, g);
  auto keep = std::vector<std::uint8_t>(sets.lane.values.size(), 1U);
  for (auto const lane : sets.lane.ids()) {
    for (auto i = sets.lane.first[lane.value]; i < sets.lane.first[lane.value + 1U]; ++i) {
      auto const& entry = sets.lane.values[i];
      keep[i] = shut[entry.route.value] == 0U && entry.base < kForbidden;
      if (shut[entry.route.value] != 0U) {
        dormant.emplace_back(lane, entry.route);
      }
    }
  }
  keep_routes(sets, pools, p, g, keep);
}

void wake(RouteSets& sets,
          Dormant& dormant,
          Pools const& pools,
          LogitProblem const& p,
          SearchGraph const& g) {
  auto const shut = shut_routes(sets, g);
  auto awake = std::vector<FoundRoutes>(1U);
  std::erase_if(dormant, [&](auto const& sleeper) {
    auto const& [lane, route] = sleeper;
    if (shut[route.value] != 0U) {
      return false;
    }
    awake.front().lane.push_back(lane);
    awake.front().path.push_back(sets.edges[route]);
    return true;
  });
  if (!awake.front().lane.empty()) {
    add_routes(sets, pools, p, g, awake);
  }
}

}  // namespace chorsu
