#pragma once

#include "chorsu/run/simulate.h"

namespace chorsu {

/// Tonnes a year between states that go by land, by the direction between their two ends.
struct AxisTonnes {
  double north_south{0.0};  ///< within 30 degrees of the meridian
  double east_west{0.0};    ///< within 30 degrees of the parallel
  double other{0.0};        ///< between the two
  double sum() const { return north_south + east_west + other; }
};

/// A route goes by land when most of its km are on rails and roads.
AxisTonnes land_axes(Model const& model, Future const& future);

}  // namespace chorsu
