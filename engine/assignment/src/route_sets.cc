#include "route_sets.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include <oneapi/tbb/parallel_for.h>

#include "chorsu/base/digest.h"

namespace chorsu {

namespace {

double base_cost(LogitProblem const& p,
                 SearchGraph const& g,
                 LaneId lane,
                 std::span<EdgeId const> edges) {
  auto const base = g.base->row(p.lanes.user[lane]);
  auto cost = 0.0;
  for (auto const edge : edges) {
    cost += g.open[edge] != 0U ? base[edge.value] : kForbidden;
  }
  return cost;
}

/// Path sizes of a lane's routes (Ben-Akiva and Bierlaire 1999): the share of each edge's length in
/// the route, over the number of routes that pass it. `count` is all zero before and after.
void size_paths(RouteSets const& sets,
                SearchGraph const& g,
                std::span<SetEntry> entries,
                std::vector<std::uint16_t>& count) {
  for (auto const& entry : entries) {
    for (auto const edge : sets.edges[entry.route]) {
      ++count[edge.value];
    }
  }
  for (auto& entry : entries) {
    auto total = 0.0;
    auto size = 0.0;
    for (auto const edge : sets.edges[entry.route]) {
      total += g.km[edge];
      size += g.km[edge] / count[edge.value];
    }
    entry.path_size = total > 0.0 ? size / total : 1.0;
    entry.log_path_size = std::log(entry.path_size);
  }
  for (auto const& entry : entries) {
    for (auto const edge : sets.edges[entry.route]) {
      count[edge.value] = 0U;
    }
  }
}

void index_used(RouteSets& sets, Pools const& pools) {
  auto used = std::vector<std::uint8_t>(sets.pool.size(), 0U);
  for (auto const& entry : sets.lane.values) {
    used[entry.route.value] = 1U;
  }
  auto const count = pools.origin.size();
  auto& rows = sets.used;
  rows.first.assign(count + 1U, 0U);
  for (auto const route : ids_of<RouteId>(sets.pool.size())) {
    rows.first[sets.pool[route].value + 1U] += used[route.value];
  }
  for (auto i = std::size_t{0}; i < count; ++i) {
    rows.first[i + 1U] += rows.first[i];
  }
  rows.values.resize(rows.first.back());
  auto next = rows.first;
  for (auto const route : ids_of<RouteId>(sets.pool.size())) {
    if (used[route.value] != 0U) {
      rows.values[next[sets.pool[route].value]++] = route;
    }
  }
}

/// Routes already known, chained by pool, so that a path is stored once.
struct KnownRoutes {
  Column<PoolId, RouteId> last;
  Column<RouteId, RouteId> previous;

  void add(PoolId pool, RouteId route) {
    previous.push_back(last[pool]);
    last[pool] = route;
  }
};

KnownRoutes known_routes(RouteSets const& sets, std::size_t pools) {
  auto result = KnownRoutes{};
  result.last.values.assign(pools, RouteId{});
  result.previous.values.reserve(sets.pool.size());
  for (auto const route : ids_of<RouteId>(sets.pool.size())) {
    result.add(sets.pool[route], route);
  }
  return result;
}

std::uint64_t digest_of(std::span<EdgeId const> edges) {
  auto digest = Digest{};
  for (auto const edge : edges) {
    digest.add(edge.value);
  }
  return digest.value();
}

RouteId intern(RouteSets& sets, KnownRoutes& known, PoolId pool, std::span<EdgeId const> edges) {
  auto const digest = digest_of(edges);
  for (auto route = known.last[pool]; !route.is_none(); route = known.previous[route]) {
    auto const other = sets.edges[route];
    if (sets.digest[route] == digest &&
        std::equal(edges.begin(), edges.end(), other.begin(), other.end())) {
      return route;
    }
  }
  auto const route = sets.edges.push_back(edges);
  sets.pool.push_back(pool);
  sets.digest.push_back(digest);
  known.add(pool, route);
  return route;
}

/// New entries by lane, before they are merged with the old ones.
using Additions = std::vector<std::pair<LaneId, RouteId>>;

Additions intern_all(RouteSets& sets, Pools const& pools, std::vector<FoundRoutes> const& found) {
  auto result = Additions{};
  if (std::all_of(found.begin(), found.end(), [](auto const& f) { return f.lane.empty(); })) {
    return result;
  }
  auto known = known_routes(sets, pools.origin.size());
  for (auto const& f : found) {
    for (auto i = std::size_t{0}; i < f.lane.size(); ++i) {
      auto const pool = pools.of_lane[f.lane[i]];
      auto const path = f.path[RouteId{static_cast<std::uint32_t>(i)}];
      result.emplace_back(f.lane[i], intern(sets, known, pool, path));
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Old entries of a lane and its additions in route order; returns how many were new.
std::size_t merge(std::span<SetEntry const> old,
                  std::span<std::pair<LaneId, RouteId> const> fresh,
                  std::vector<SetEntry>& row) {
  row.assign(old.begin(), old.end());
  for (auto const& [lane, route] : fresh) {
    auto const has =
        std::any_of(old.begin(), old.end(), [r = route](auto const& e) { return e.route == r; });
    if (!has) {
      row.push_back({route});
    }
  }
  std::sort(row.begin(), row.end(), [](auto const& a, auto const& b) { return a.route < b.route; });
  return row.size() - old.size();
}

}  // namespace

Pools pools(LogitProblem const& p) {
  auto result = Pools{};
  auto known = std::map<std::tuple<ZoneId, ZoneId, Form>, PoolId>{};
  auto lanes = std::vector<std::vector<LaneId>>{};
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const form = p.commodities.form[p.lanes.commodity[lane]];
    auto const [it, is_new] =
        known.try_emplace({p.lanes.origin[lane], p.lanes.destination[lane], form}, PoolId{});
    if (is_new) {
      result.destination.push_back(p.lanes.destination[lane]);
      result.form.push_back(form);
      it->second = result.origin.push_back(p.lanes.origin[lane]);
      lanes.emplace_back();
    }
    result.of_lane.push_back(it->second);
    lanes[it->second.value].push_back(lane);
  }
  for (auto const& row : lanes) {
    result.lanes.push_back(row);
  }
  return result;
}

std::size_t add_routes(RouteSets& sets,
                       Pools const& pools,
                       LogitProblem const& p,
                       SearchGraph const& g,
                       std::vector<FoundRoutes> const& found) {
  auto const additions = intern_all(sets, pools, found);
  if (additions.empty() && sets.lane.size() == p.lanes.origin.size()) {
    return 0U;
  }
  auto count = std::vector<std::uint16_t>(g.edges(), 0U);
  auto merged = Rows<LaneId, SetEntry>{};
  merged.first.reserve(p.lanes.origin.size() + 1U);
  merged.values.reserve(sets.lane.values.size() + additions.size());
  auto row = std::vector<SetEntry>{};
  auto added = std::size_t{0};
  auto next = additions.begin();
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const first = next;
    while (next != additions.end() && next->first == lane) {
      ++next;
    }
    auto const old = sets.lane.size() > lane.value ? sets.lane[lane] : std::span<SetEntry const>{};
    auto const fresh = first == next ? std::size_t{0} : merge(old, {first, next}, row);
    if (fresh == 0U) {
      merged.push_back(old);
      continue;
    }
    for (auto& entry : row) {
      entry.base = base_cost(p, g, lane, sets.edges[entry.route]);
    }
    size_paths(sets, g, row, count);
    added += fresh;
    merged.push_back(row);
  }
  sets.lane = std::move(merged);
  index_used(sets, pools);
  return added;
}

std::size_t keep_routes(RouteSets& sets,
                        Pools const& pools,
                        LogitProblem const& p,
                        SearchGraph const& g,
                        std::vector<std::uint8_t> const& keep) {
  if (std::find(keep.begin(), keep.end(), std::uint8_t{0}) == keep.end()) {
    return 0U;
  }
  auto count = std::vector<std::uint16_t>(g.edges(), 0U);
  auto kept = Rows<LaneId, SetEntry>{};
  kept.first.reserve(p.lanes.origin.size() + 1U);
  kept.values.reserve(sets.lane.values.size());
  auto row = std::vector<SetEntry>{};
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const old = sets.lane[lane];
    auto const* const kept_of = keep.data() + sets.lane.first[lane.value];
    if (std::find(kept_of, kept_of + old.size(), std::uint8_t{0}) == kept_of + old.size()) {
      kept.push_back(old);
      continue;
    }
    row.clear();
    for (auto i = std::size_t{0}; i < old.size(); ++i) {
      if (kept_of[i] != 0U) {
        row.push_back(old[i]);
      }
    }
    size_paths(sets, g, row, count);
    kept.push_back(row);
  }
  auto const dropped = sets.lane.values.size() - kept.values.size();
  sets.lane = std::move(kept);
  index_used(sets, pools);
  return dropped;
}

void reprice(RouteSets& sets, LogitProblem const& p, SearchGraph const& g) {
  tbb::parallel_for(std::size_t{0}, p.lanes.origin.size(), [&](std::size_t i) {
    auto const lane = LaneId{static_cast<std::uint32_t>(i)};
    for (auto at = sets.lane.first[i]; at < sets.lane.first[i + 1U]; ++at) {
      auto& entry = sets.lane.values[at];
      entry.base = base_cost(p, g, lane, sets.edges[entry.route]);
    }
  });
}

}  // namespace chorsu
