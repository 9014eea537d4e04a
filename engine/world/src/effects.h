#pragma once

#include <map>

#include "chorsu/world/world.h"

namespace chorsu {

/// Opening day of every project that is open on the date, whether by its time or by a lever.
using Openings = std::map<ProjectId, Date>;

/// What open projects change besides opening their links: capacities, factors, tariffs, and which
/// of the effects for some goods only are in force.
void apply_effects(WorldInputs const& inputs, Openings const& openings, World& world);

}  // namespace chorsu
