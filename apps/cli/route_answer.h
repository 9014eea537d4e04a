#pragma once

#include <string>
#include <vector>

#include "route_legs.h"
#include "shut_links.h"

#include "chorsu/run/route.h"

namespace chorsu::cli {

/// What `chorsu route` has to say.
struct RouteAnswer {
  RouteQuestion question;
  Date date{};
  std::vector<Route> routes;
  Obstacle obstacle;  ///< where there is no route
  bool converged{true};
};

/// Routes with their profile of time and cost over distance, or why there is none.
std::string route_text(Region const& region, RouteAnswer const& answer, bool colour);

std::string route_json(Region const& region, RouteAnswer const& answer);

}  // namespace chorsu::cli
