#pragma once

#include <string>
#include <vector>

#include "chorsu/calibration/fit.h"
#include "chorsu/calibration/route_judge.h"
#include "chorsu/calibration/validation.h"

namespace chorsu::cli {

/// What `chorsu validate` found.
struct ValidationAnswer {
  Validation validation;
  std::vector<RouteVerdict> routes;  ///< empty unless asked for
};

std::string validation_text(Region const& region, ValidationAnswer const& answer);
std::string validation_json(Region const& region, ValidationAnswer const& answer);

/// What `chorsu calibrate` found: factors, and every fitted row with and without itself in the fit.
struct CalibrationAnswer {
  Fit fit;
  std::vector<double> left_out;  ///< t/yr by row of Observations; -1 where the row is not fitted
  std::string written;           ///< folder of the package, empty when nothing was written
};

std::string calibration_text(Region const& region, CalibrationAnswer const& answer);
std::string calibration_json(Region const& region, CalibrationAnswer const& answer);

}  // namespace chorsu::cli
