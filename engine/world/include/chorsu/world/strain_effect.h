#pragma once

#include <string>
#include <vector>

#include "chorsu/evidence/strain.h"
#include "chorsu/network/project.h"

namespace chorsu {

/// What a strain does to links or tariffs: strain_effect.csv. With I the index on the day and I0
/// that on the strain's reference day, whose prices the package has:
///   a factor on tariff, border hours or fees, speed or capacity is max(0.05, 1 + value (I - I0));
///   a gate (kOpen) shuts its links where I >= value, and opens those that are built where I is
///   less.
struct StrainEffect {
  std::string id;
  StrainId strain{};
  EffectParameter parameter{EffectParameter::kBorderTime};
  std::vector<LinkId> links;
  std::vector<StateId> states;  ///< tariff: whose
  Measure value;                ///< factor per unit of the index, or the index of a gate
};

}  // namespace chorsu
