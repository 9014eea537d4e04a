#pragma once

#include <string>
#include <vector>

#include "chorsu/run/route.h"

namespace chorsu::cli {

/// A link that stands in the way of a route.
struct ShutLink {
  LinkId link{};
  Reason reason{Reason::kOpen};     ///< kOpen: open, and without capacity
  std::vector<ProjectId> projects;  ///< that would open it
};

/// Why there is no route.
struct Obstacle {
  bool connected{false};       ///< there is a way if the links were open
  std::vector<ShutLink> shut;  ///< of the way with the fewest shut links, in its order
};

Obstacle obstacle_between(Model const& model, World const& world, RouteQuestion const& question);

/// "planned, expected 2036; project herat_mazar opens it".
std::string in_words(Region const& region, ShutLink const& shut);

/// "planned", "evidence", ...
std::string to_string(Reason reason);

}  // namespace chorsu::cli
