#pragma once

#include <vector>

#include "chorsu/world/world.h"

namespace chorsu {

/// Where actors stand by the evidence, and after the levers that are due. Before its first known
/// step an actor stands as it did when borders were observed: rules say nothing of earlier times.
void take_stances(WorldInputs const& inputs, std::vector<Lever const*> const& due, World& world);

/// Changes hours and fees, and bars goods, at borders whose neighbour stands otherwise than when
/// they were observed. Where nobody does, nothing is touched.
void apply_level_rules(WorldInputs const& inputs, World& world);

}  // namespace chorsu
