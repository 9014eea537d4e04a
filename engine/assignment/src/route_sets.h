#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "search_graph.h"

#include "chorsu/assignment/logit.h"

namespace chorsu {

/// Lanes by the pool of routes they share: same origin, destination and form.
struct Pools {
  Column<PoolId, ZoneId> origin;
  Column<PoolId, ZoneId> destination;
  Column<PoolId, Form> form;
  Rows<PoolId, LaneId> lanes;
  Column<LaneId, PoolId> of_lane;
};

Pools pools(LogitProblem const& problem);

/// A route in a lane's set.
struct SetEntry {
  RouteId route;
  double base{0.0};  ///< free-flow generalised cost [US$/t]
  double path_size{1.0};
  double log_path_size{0.0};
};

/// Route sets: routes of all pools, and for every lane those it chooses from, in route order.
struct RouteSets {
  Rows<RouteId, EdgeId> edges;
  Column<RouteId, PoolId> pool;
  Column<RouteId, std::uint64_t> digest;
  Rows<LaneId, SetEntry> lane;
  Rows<PoolId, RouteId> used;  ///< routes in the set of at least one lane of the pool
};

/// Routes found by searches, in the order in which they were found.
struct FoundRoutes {
  std::vector<LaneId> lane;
  Rows<RouteId, EdgeId> path;
};

/// Adds what is new to the sets and brings path sizes of the lanes concerned up to date. Returns
/// the number of lane routes added.
std::size_t add_routes(RouteSets& sets,
                       Pools const& pools,
                       LogitProblem const& problem,
                       SearchGraph const& graph,
                       std::vector<FoundRoutes> const& found);

/// Keeps, in every lane, the entries that `keeps(lane, place in the row)` wants; routes that no
/// lane uses any more are forgotten. Returns the number of entries dropped.
std::size_t keep_routes(RouteSets& sets,
                        Pools const& pools,
                        LogitProblem const& problem,
                        SearchGraph const& graph,
                        std::vector<std::uint8_t> const& keep);

/// Prices every entry anew at free flow.
void reprice(RouteSets& sets, LogitProblem const& problem, SearchGraph const& graph);

/// Lane routes that are shut at present; they come back when their edges open.
using Dormant = std::vector<std::pair<LaneId, RouteId>>;

/// Puts entries over shut edges to sleep and drops those where the goods may not go.
void put_to_sleep(RouteSets& sets,
                  Dormant& dormant,
                  Pools const& pools,
                  LogitProblem const& problem,
                  SearchGraph const& graph);

/// Takes back into the sets what sleeps and is open again.
void wake(RouteSets& sets,
          Dormant& dormant,
          Pools const& pools,
          LogitProblem const& problem,
          SearchGraph const& graph);

}  // namespace chorsu
