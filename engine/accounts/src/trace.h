#pragma once

#include "chorsu/accounts/accounts.h"

namespace chorsu {

/// A state; past the last state, the sea and then the air.
using NeighbourId = Id<struct NeighbourTag>;
inline constexpr auto kSeaAndAir = 2U;

/// The link of a crossing; past the last link, the node of a port or airport.
using GateId = Id<struct GateTag>;

/// Whom a route meets where it leaves the state of its origin, or where it reaches the state of its
/// destination: a neighbour state, the sea or the air, and the crossing, port or airport between.
struct Gateway {
  NeighbourId neighbour;
  GateId gate;
};

/// Stretch of a route inside one state, all visits together.
struct Passage {
  StateId state;
  double km{0.0};
};

/// Where every route leads, told once for all goods that take it.
struct Traces {
  Rows<RouteId, Passage> passages;        ///< one a state, in order of the first visit
  Rows<RouteId, StateId> entered;         ///< once for every time
  Rows<RouteId, StateId> left;            ///< once for every time
  Column<RouteId, Gateway> out;           ///< first step out of the origin's state
  Column<RouteId, Gateway> in;            ///< last step into the destination's state
  Column<RouteId, std::uint8_t> by_ship;  ///< sails outside every state
  Column<RouteId, double> km;
};

/// Follows every route through the territories it passes. Land and land ports belong to the state
/// of their node, connectors to the state of their zone, rivers and lakes with both banks in one
/// state to that state; other water and the air belong to none, and ships that sail by stay where
/// they were.
Traces trace_routes(AccountInputs const& inputs);

}  // namespace chorsu
