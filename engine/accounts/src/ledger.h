#pragma once

#include "trace.h"

namespace chorsu {

/// One use of a route: a lane's tonnes on it, with the states of its two ends.
struct Use {
  LaneId lane;
  RouteId route;
  StateId origin;
  StateId destination;
  UserClassId user;
  double tonnes{0.0};  ///< t/yr
  double cost{0.0};    ///< US$/t
};

/// Calls `visit(Use)` for every route that carries something, lane by lane.
template <typename Visit>
void for_each_use(AccountInputs const& in, Visit visit) {
  for (auto const lane : in.solution.lane_routes.ids()) {
    auto const origin = in.network.zones.state[in.lanes.origin[lane]];
    auto const destination = in.network.zones.state[in.lanes.destination[lane]];
    for (auto const& r : in.solution.lane_routes[lane]) {
      if (r.tonnes > 0.0) {
        visit(Use{lane, r.route, origin, destination, in.lanes.user[lane], r.tonnes, r.cost});
      }
    }
  }
}

inline bool is_transit(Use const& use, StateId state) {
  return state != use.origin && state != use.destination;
}

/// 1 for arcs that count for their facility, in its flow and its scarcity: a border crossing is
/// several arcs in a row without a choice between, and each facility in it is counted once.
Column<ArcId, std::uint8_t> charging(Supernetwork const& supernetwork);

StateAccounts state_accounts(AccountInputs const& inputs, Traces const& traces);

Exposure exposure(AccountInputs const& inputs, Traces const& traces);

}  // namespace chorsu
