#pragma once

#include "logit_state.h"

namespace chorsu {

/// Searches for routes. All of them add what they find to the sets, in an order that does not
/// depend on the thread count.

/// Least-cost routes of all lanes at the state's prices and their rivals: trees grown again and
/// again while the edges that earlier ones used get dearer. Rivals within the band of the least are
/// kept.
void find_first_routes(LogitProblem const& problem,
                       LogitSettings const& settings,
                       LogitState& state);

/// What became different between the reference and the problem.
struct Changes {
  std::vector<EdgeId> opened;
  std::vector<EdgeId> closed;
  bool same_costs{false};  ///< nothing but the open mask changed
};

/// Least cost in each lane's set at present prices; infinite without a route.
Column<LaneId, double> least_known(RouteSets const& sets, Loading const& loading);

/// Routes over the arcs of a label, within the band of the least cost.
void find_labelled_routes(LogitProblem const& problem,
                          LogitSettings const& settings,
                          LogitState& state,
                          std::vector<ArcId> const& label);

/// Least-cost routes after a change, routes over what opened within the band, and rivals where
/// either concerned a lane. `known` is read where something closed or costs changed.
void find_changed_routes(LogitProblem const& problem,
                         LogitSettings const& settings,
                         LogitState& state,
                         Changes const& changes,
                         Column<LaneId, double> const& known);

/// Column generation: makes all trees least-cost at present prices and adds every route that beats
/// its lane's set by more than `settings.column_gain`. Returns the number of lane routes added.
std::size_t add_columns(LogitProblem const& problem,
                        LogitSettings const& settings,
                        LogitState& state,
                        Column<LaneId, double> const& known,
                        Convergence& convergence);

}  // namespace chorsu
