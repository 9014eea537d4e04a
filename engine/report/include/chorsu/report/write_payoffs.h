#pragma once

#include "chorsu/base/finding.h"
#include "chorsu/run/region.h"

namespace chorsu {

/// Writes ladder_payoff.csv of the region's package anew, whole or not at all.
Findings write_payoffs(Region const& region, LevelPayoffs const& payoffs);

}  // namespace chorsu
