#include <string>

#include "look.h"

#include "chorsu/evidence/strain.h"

namespace chorsu {

namespace {

/// The strain's own subjects, then those of what it is made of.
std::vector<SubjectId> subjects_of(Evidence const& evidence, StrainId strain) {
  auto subjects = evidence.strains.subjects[strain];
  for (auto const driver : evidence.strain_drivers.id.ids()) {
    if (evidence.strain_drivers.strain[driver] == strain) {
      subjects.push_back(evidence.strain_drivers.subject[driver]);
    }
  }
  return subjects;
}

std::vector<Part> parts_of(Evidence const& evidence, StrainReading const& reading) {
  auto const& drivers = evidence.strain_drivers;
  auto parts = std::vector<Part>{};
  for (auto const& share : reading.parts) {
    parts.push_back({.id = drivers.id[share.driver],
                     .about = evidence.subjects.id[drivers.subject[share.driver]],
                     .amount = share.amount,
                     .elasticity = share.elasticity});
  }
  return parts;
}

}  // namespace

void add_strains(Look const& look, std::vector<Answer>& answers) {
  auto const& strains = look.evidence.strains;
  auto const readings = strains_on(look.evidence, look.date.value_or(Date{}), look.known_on);
  for (auto const strain : strains.id.ids()) {
    if (!concerns(look, subjects_of(look.evidence, strain))) {
      continue;
    }
    auto const is_belief = strains.is_belief[strain] != 0U;
    answers.push_back({.what = is_belief ? What::kBelief : What::kStrain,
                       .id = strains.id[strain],
                       .about = strains.name[strain],
                       .value = strains.name[strain],
                       .number = readings[strain].reading,
                       .unit = is_belief ? "share" : "index",
                       .parts = parts_of(look.evidence, readings[strain]),
                       .fact = strains.fact[strain]});
  }
}

}  // namespace chorsu
