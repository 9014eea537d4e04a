#pragma once

#include <vector>

#include "chorsu/base/finding.h"
#include "chorsu/calibration/fit.h"

namespace chorsu {

/// Writes calibration.csv and leave_one_out.csv of the region's package: the factors of a fit with
/// their ranges under the sources that their rows have, and what fits without a row have for it
/// (`left_out` [t/yr] by row of Observations, negative where there is none). Both files appear
/// whole or the old ones stay.
Findings write_calibration(Region const& region,
                           Fit const& fit,
                           std::vector<double> const& left_out);

}  // namespace chorsu
