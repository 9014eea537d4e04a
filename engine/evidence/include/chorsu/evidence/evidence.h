#pragma once

#include "chorsu/evidence/attribution.h"
#include "chorsu/evidence/engagement.h"
#include "chorsu/evidence/engagement_index.h"
#include "chorsu/evidence/happening.h"
#include "chorsu/evidence/statement.h"
#include "chorsu/evidence/strain.h"
#include "chorsu/evidence/subject.h"

namespace chorsu {

/// All that a package says with a date.
struct Evidence {
  Actors actors;
  EngagementEvents engagement;
  Designations designations;
  Covariates covariates;
  Subjects subjects;
  Statements statements;
  Contradictions contradictions;
  Versions versions;
  Predictions predictions;
  Incidents incidents;
  Closures closures;
  LinkOpenings openings;
  Strains strains;
  StrainDrivers strain_drivers;
  EngagementWeights weights;
  Affiliations affiliations;
  Quotations quotations;
  Stances stances;
};

}  // namespace chorsu
