#pragma once

#include <vector>

#include "chorsu/world/world.h"

namespace chorsu {

/// What levers set of strains by the date of the world.
std::vector<StrainSetting> settings_of(std::vector<Lever const*> const& due);

/// Reads every strain into the world, and opens and shuts what they gate.
void apply_strain_gates(WorldInputs const& inputs,
                        std::vector<StrainSetting> const& settings,
                        World& world);

/// Factors of strains on tariffs, border hours and fees, speeds and capacities.
void apply_strain_factors(WorldInputs const& inputs, World& world);

}  // namespace chorsu
