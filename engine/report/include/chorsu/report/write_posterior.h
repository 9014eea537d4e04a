#pragma once

#include <vector>

#include "chorsu/base/finding.h"
#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/run/region.h"

namespace chorsu {

/// Writes ladder_fit.csv and ladder_draw.csv of the region's package. Both files appear whole or
/// the old ones stay.
Findings write_posterior(Region const& region, std::vector<ShippedPosterior> const& posteriors);

}  // namespace chorsu
