#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "chorsu/access/arc_cost.h"
#include "chorsu/demand/lanes.h"
#include "chorsu/network/supernetwork.h"

namespace chorsu {

using RouteId = Id<struct RouteTag>;
using PoolId = Id<struct PoolTag>;

/// Pivot of elastic demand: T = tonnes·exp(-epsilon·(L - logsum)). epsilon 0 = fixed.
struct Pivot {
  Column<LaneId, double> epsilon;  ///< per US$/t
  Column<LaneId, double> logsum;   ///< US$/t; not a number where the lane had no route
};

/// Everything a logit equilibrium depends on. References must outlive the call.
struct LogitProblem {
  Supernetwork const& network;
  ArcCosts const& costs;
  Column<ArcId, std::uint8_t> const& open;
  Column<FacilityId, double> const& capacity;  ///< t/yr
  UserClasses const& classes;
  Commodities const& commodities;
  Lanes const& lanes;
  Column<LaneId, double> const& tonnes;  ///< before elasticity
  Pivot const& pivot;
};

struct LogitSettings {
  double residual{1e-6};         ///< fixed point, relative
  double violation{1e-6};        ///< of capacity, relative
  int max_rounds{30};            ///< of column generation
  int max_newton{60};            ///< steps per round
  int diversions{5};             ///< rival trees per origin and user class at free flow
  int warm_diversions{1};        ///< the same for what a change concerns, on a warm start
  double diversion_factor{1.5};  ///< cost of arcs already used by a rival
  double lure_factor{0.5};       ///< cost of newly opened arcs while routes over them are sought
  double label_factor{0.2};      ///< and the same, stronger, where a label is searched for
  double column_gain{0.005};  ///< US$/t: routes outside the set are cheaper by at most thrice this
  double keep_band{8.0};      ///< routes dearer than the least by this many 1/theta leave the set
  double leave_margin{4.0};   ///< and on a warm start by this many more
  int threads{0};             ///< 0 = as many as the machine has; results do not depend on it
};

/// Routes of all lanes that share origin, destination and form.
struct Routes {
  Column<PoolId, ZoneId> origin;
  Column<PoolId, ZoneId> destination;
  Column<PoolId, Form> form;
  Rows<PoolId, RouteId> of_pool;
  Rows<RouteId, ArcId> arcs;
};

/// A lane's share of a route.
struct LaneRoute {
  RouteId route;
  double path_size{1.0};
  double cost{0.0};  ///< US$/t, generalised, with delay and scarcity
  double tonnes{0.0};
};

struct Convergence {
  double residual{0.0};   ///< max |loaded - assumed| flow over facilities, relative
  double violation{0.0};  ///< max (flow - capacity)+ / capacity
  double unserved{0.0};   ///< t/yr of lanes without any route
  int rounds{0};
  int newton_steps{0};
  int loadings{0};
  int jacobians{0};
  std::size_t columns{0};  ///< routes found
  int trees_repaired{0};
  bool converged{false};
};

/// What one solve leaves behind for the next.
struct WarmState;

struct LogitSolution {
  Routes routes;
  Rows<LaneId, LaneRoute> lane_routes;
  Column<LaneId, double> tonnes;        ///< as solved
  Column<LaneId, double> logsum;        ///< US$/t; infinite without a route
  Column<FacilityId, double> flow;      ///< t/yr
  Column<FacilityId, double> delay;     ///< factor g: hours = t0·(1 + g)
  Column<FacilityId, double> scarcity;  ///< US$/t, multiplier of the capacity
  Convergence convergence;
  std::shared_ptr<WarmState const> warm;
};

/// Path-size logit equilibrium with hard capacities on routes grown by column generation (model.md,
/// assignment 2). Deterministic for any thread count. Not converged is part of the answer.
LogitSolution solve(LogitProblem const& problem, LogitSettings const& settings);

/// The same from a solved neighbour: only what changed is searched again.
LogitSolution solve_from(LogitSolution const& reference,
                         LogitProblem const& problem,
                         LogitSettings const& settings);

/// Facility flows [t/yr], which set the delays, and scarcities [US$/t] of a solved year.
struct SolvedPrices {
  Column<FacilityId, double> const& flow;
  Column<FacilityId, double> const& scarcity;
};

/// Route sets and shares at given prices, nothing moved. For every set of `labels` the least-cost
/// route with those arcs made cheap joins (labelling, Ben-Akiva et al. 1984), where it runs over
/// them and lies within the band.
LogitSolution load_at(LogitProblem const& problem,
                      SolvedPrices const& prices,
                      std::vector<std::vector<ArcId>> const& labels,
                      LogitSettings const& settings);

}  // namespace chorsu
