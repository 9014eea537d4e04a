#pragma once

#include <cstdint>
#include <vector>

#include "chorsu/assignment/logit.h"
#include "search_graph.h"
#include "tree.h"

namespace chorsu {

/// Lanes that share a tree: same origin, same user class.
struct TreeGroup {
  ZoneId origin;
  UserClassId user;
  Form form{Form::kBox};
  std::vector<LaneId> lanes;
  Tree tree;
};

/// Route sets while they grow.
struct RouteSets {
  Column<PoolId, ZoneId> origin;
  Column<PoolId, ZoneId> destination;
  Column<PoolId, Form> form;
  Column<PoolId, std::vector<LaneId>> lanes;
  Column<PoolId, std::vector<RouteId>> routes;
  Rows<RouteId, EdgeId> edges;
  Column<RouteId, std::uint64_t> digest;
  Column<LaneId, PoolId> pool;
  Column<LaneId, std::vector<RouteId>> of_lane;  ///< sorted
};

/// Adds a route to a lane's set; false when it was there.
bool add_route(RouteSets& sets, LaneId lane, std::vector<EdgeId> const& edges);

/// Flow-dependent prices by facility.
struct Prices {
  Column<FacilityId, double> flow;      ///< assumed flow, which sets the delay [t/yr]
  Column<FacilityId, double> scarcity;  ///< US$/t
};

/// What a route set looks like to the loading kernel: one entry per lane and route, back to back.
struct LoadingTable {
  std::vector<std::uint32_t> pool_first_route;  ///< by pool, into `route`
  std::vector<RouteId> route;                   ///< used routes of each pool
  std::vector<std::uint32_t> lane_first;        ///< by lane, into the entries
  std::vector<std::uint16_t> local;   ///< entry: place of its route among the pool's
  std::vector<double> base;           ///< entry: cost at free flow [US$/t]
  std::vector<double> path_size;      ///< entry
  std::vector<double> log_path_size;  ///< entry
  std::vector<std::uint32_t> block;   ///< first pool of each block, one more than blocks
};

/// Result of one loading.
struct Loading {
  std::vector<double> cost;    ///< by entry [US$/t]
  std::vector<double> tonnes;  ///< by entry [t/yr]
  Column<LaneId, double> lane_tonnes;
  Column<LaneId, double> logsum;
  Column<FacilityId, double> flow;  ///< as loaded [t/yr]
};

/// All that a solve keeps for the next one.
struct LogitState {
  SearchGraph graph;
  RouteSets sets;
  std::vector<TreeGroup> groups;
  Prices prices;
};

struct WarmState {
  LogitState state;
};

/// Delay factor g of a facility: hours = t0·(1 + g). Above capacity it stays at its value there:
/// scarcity keeps the flow below.
double delay_factor(VolumeDelay const& delay, double capacity, double flow);

/// dg/dflow of the same.
double delay_slope(VolumeDelay const& delay, double capacity, double flow);

/// Extra hours and scarcity on every edge.
struct EdgePrices {
  struct Entry {
    double hours[kForms];
    double scarcity;
  };
  std::vector<Entry> entry;  ///< by edge
};
EdgePrices edge_prices(LogitProblem const& problem, SearchGraph const& graph, Prices const& prices);

double theta(LogitProblem const& problem, LaneId lane);

/// Builds the table; routes over shut edges are left out.
LoadingTable tabulate(LogitProblem const& problem, LogitState const& state);

/// Path-size logit loading at given prices.
void load(LogitProblem const& problem, LogitState const& state, LoadingTable const& table,
          Loading& loading);

/// Newton's method for prices on a fixed route set: until loaded flows equal assumed ones and no
/// capacity is exceeded.
struct PriceSearch {
  int steps{0};
  int loadings{0};
  double residual{0.0};
  double violation{0.0};
};
/// How far prices are sought: relative misses up to `tolerance`, scarcities up to `max_scarcity`.
struct PriceGoal {
  double tolerance{1e-6};
  double max_scarcity{0.0};  ///< US$/t
  int max_steps{0};
};
PriceSearch find_prices(LogitProblem const& problem, PriceGoal const& goal, LogitState& state,
                        LoadingTable const& table, Loading& loading);

/// Relative residual and capacity violation of a loading.
double fixed_point_residual(Prices const& prices, Loading const& loading);
double capacity_violation(LogitProblem const& problem, Loading const& loading);

}  // namespace chorsu
