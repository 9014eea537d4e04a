#pragma once

#include <string>
#include <vector>

#include "chorsu/report/answers.h"
#include "chorsu/run/route.h"

namespace chorsu {

/// A way between two places, with its share of what goes there.
struct RivalRoute {
  Route route;   ///< priced with the changes, or without them where only then in use
  Change share;  ///< 0 where the route is not in use
};

/// The relation on which a scenario moves most tonnes from one route to another, and its routes.
struct Rivals {
  LaneId lane;                     ///< none when no tonne changes its route
  double moved{0.0};               ///< t/yr that change their route
  Change tonnes;                   ///< t/yr of the relation
  std::vector<RivalRoute> routes;  ///< the larger of both shares first
};

/// Tonnes that leave one route for another: half of what all routes gain and lose, less what the
/// relation as a whole gains or loses.
double moved_between_routes(std::vector<Change> const& routes);

Rivals rivals(Model const& model, Comparison const& comparison);

/// The node of a border crossing link whose name says most: "Hairatan", or "A - B".
std::string crossing_name(Network const& network, LinkId link);

/// The border crossings of a route, in its order; seas by their ports.
std::string way_of(Network const& network, Route const& route);

}  // namespace chorsu
