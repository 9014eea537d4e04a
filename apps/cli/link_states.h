#pragma once

#include <optional>
#include <vector>

#include "chorsu/evidence/as_of.h"
#include "chorsu/load/resolve.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// Whether the links of places are open in the world of a day: a crossing or link itself, the
/// cross-border links that end at a node (all its links where it has none), the links of a corridor
/// or project. Closures of which nothing was known on `known_on` do not count.
std::vector<Answer> link_states(Region const& region,
                                std::vector<Place> const& places,
                                Date date,
                                std::optional<Date> known_on);

/// Rules of access in force on a day at the nodes and links of places: penalties and discounts.
std::vector<Answer> access_states(Region const& region,
                                  std::vector<Place> const& places,
                                  Date date,
                                  std::optional<Date> known_on);

}  // namespace chorsu::cli
