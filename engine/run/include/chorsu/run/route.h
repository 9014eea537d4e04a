#pragma once

#include <string>
#include <vector>

#include "chorsu/access/price_part.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// What a user asks of `chorsu route`.
struct RouteQuestion {
  NodeId from;
  NodeId to;
  CommodityId commodity;
  std::uint8_t modes{0xFF};  ///< bit per Mode that may be used
  bool by_corridors{false};  ///< also the best route over each corridor, however small its share
};

/// One arc of a route with all that it costs at the prices of the future.
struct Leg {
  ArcKind kind{ArcKind::kHaul};
  Carriage carriage{Carriage::kNone};
  LinkId link{};  ///< none at transfers
  NodeId from{};
  NodeId to{};  ///< the same as `from` at transfers and borders
  StateId state{};
  double km{0.0};
  double hours{0.0};
  ArcPrice price;                  ///< by part, US$/t
  std::vector<PricePart> parts{};  ///< the rows behind the price and the free-flow hours
  FacilityId facility{};           ///< none where nothing is scarce
  double delay{0.0};               ///< hours are those of the parts times 1 + delay
  double time_cost{0.0};           ///< US$/t, hours at the goods' value of time
  double scarcity{0.0};            ///< US$/t
  double cost() const { return price.money() + time_cost + scarcity; }
};

struct Route {
  double share{0.0};
  double cost_usd_t{0.0};   ///< generalised
  double money_usd_t{0.0};  ///< what is paid: without time and scarcity
  double hours{0.0};
  double km{0.0};
  std::vector<Leg> legs;
};

/// Rival routes between two nodes at the delays and scarcities of a solved year, largest share
/// first; empty when there is none.
std::vector<Route> rival_routes(Model const& model,
                                Future const& future,
                                RouteQuestion const& question,
                                LogitSettings const& settings);

}  // namespace chorsu
