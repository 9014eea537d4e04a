#pragma once

#include "chorsu/evidence/engagement.h"

namespace chorsu {

/// All that a package says with a date.
struct Evidence {
  Actors actors;
  EngagementEvents engagement;
  Designations designations;
  Covariates covariates;
};

}  // namespace chorsu
