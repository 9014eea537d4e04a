#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "route_sets.h"
#include "search_graph.h"
#include "tree.h"

#include "chorsu/assignment/logit.h"

namespace chorsu {

/// Lanes that share a tree: same origin, same user class.
struct TreeGroups {
  struct Row {
    ZoneId origin;
    UserClassId user;
    VertexId root;
    std::vector<LaneId> lanes;
  };
  std::vector<Row> rows;
};

/// Flow-dependent prices by facility.
struct Prices {
  Column<FacilityId, double> flow;      ///< assumed flow, which sets the delay [t/yr]
  Column<FacilityId, double> scarcity;  ///< US$/t
};

struct Jacobian;

/// All that a solve keeps for the next one. What no solve changes is shared.
struct LogitState {
  SearchGraph graph;
  std::shared_ptr<Pools const> pools;
  std::shared_ptr<TreeGroups const> groups;
  std::vector<KeptTree> trees;  ///< by group
  RouteSets sets;
  Dormant dormant;
  Prices prices;
  std::shared_ptr<Jacobian const> jacobian;  ///< of the last Newton step, may be none
};

struct WarmState {
  LogitState state;
};

/// Result of one loading; entries are those of RouteSets::lane.
struct Loading {
  std::vector<double> cost;    ///< by entry [US$/t]
  std::vector<double> tonnes;  ///< by entry [t/yr]
  Column<LaneId, double> lane_tonnes;
  Column<LaneId, double> logsum;
  Column<FacilityId, double> flow;  ///< as loaded [t/yr]
};

/// Pools are loaded in this many blocks whatever the thread count, so that sums come out the same.
inline constexpr auto kBlocks = 16U;

/// First pool of a block.
inline std::uint32_t block_start(Pools const& pools, std::size_t block) {
  return static_cast<std::uint32_t>(pools.origin.size() * block / kBlocks);
}

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

/// Path-size logit loading at given prices.
void load(LogitProblem const& problem, LogitState const& state, Loading& loading);

/// How far prices are sought: relative misses up to `tolerance`, scarcities up to `max_scarcity`.
struct PriceGoal {
  double tolerance{1e-6};
  double max_scarcity{0.0};  ///< US$/t
  int max_steps{0};
};

struct PriceSearch {
  int steps{0};
  int loadings{0};
  int jacobians{0};
  double residual{0.0};
  double violation{0.0};
};

/// Newton's method for prices on a fixed route set: until loaded flows equal assumed ones and no
/// capacity is exceeded.
PriceSearch find_prices(LogitProblem const& problem,
                        PriceGoal const& goal,
                        LogitState& state,
                        Loading& loading);

/// Largest relative distance of loaded from assumed flow over facilities.
double fixed_point_residual(Prices const& prices, Loading const& loading);

/// Largest relative excess of flow over capacity, at least 0.
double capacity_violation(LogitProblem const& problem, Loading const& loading);

/// Tables of the answer from the state of the last loading.
LogitSolution publish(LogitProblem const& problem,
                      LogitState&& state,
                      Loading&& loading,
                      Convergence const& convergence);

}  // namespace chorsu
