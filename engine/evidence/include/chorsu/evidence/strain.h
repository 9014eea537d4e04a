#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/engagement.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/evidence/subject.h"

namespace chorsu {

struct Evidence;

using StrainId = Id<struct StrainTag, std::uint16_t>;
using DriverId = Id<struct DriverTag, std::uint16_t>;

/// Dated indices of what presses on relations, a row of strain.csv each: a quarrel of two states,
/// harm done to a state's lines, how far promises are believed. What the indices are made of stands
/// in strain_driver.csv; what they do to links in strain_effect.csv (world).
struct Strains {
  Column<StrainId, std::string> id;  ///< "ind_pak" ...
  Column<StrainId, std::string> name;
  /// True where the reading is what is left of belief: 1 less the sum, never below 0.
  Column<StrainId, std::uint8_t> is_belief;
  Column<StrainId, std::vector<SubjectId>> subjects;
  Column<StrainId, Date> reference;  ///< day whose prices the package has: no effect on it
  Column<StrainId, FactId> fact;
};

enum class DriverKind : std::uint8_t {
  kPeriod,     ///< from its first day until its last
  kIncident,   ///< every incident of the subject
  kStatement,  ///< every dated statement tagged with the subject
  kStep,       ///< every step up the ladder by the subject's actor
  kCondition   ///< multiplies the sum of the others: strength to the power of weight
};

/// What strains are made of.
struct StrainDrivers {
  Column<DriverId, std::string> id;
  Column<DriverId, StrainId> strain;
  Column<DriverId, DriverKind> kind;
  Column<DriverId, SubjectId> subject;
  Column<DriverId, SubjectId> at;  ///< incidents only: those that are about this one too; or none
  Column<DriverId, std::optional<Date>> from;
  Column<DriverId, std::optional<Date>> until;    ///< first day on which it is over
  Column<DriverId, std::optional<Measure>> fade;  ///< months until nothing is left; none: lasts
  /// Share of the index when fresh; of a condition the elasticity of the index.
  Column<DriverId, Measure> weight;
  Column<DriverId, double> strength;  ///< 1: as recorded; of a condition 1 is neutral
  Column<DriverId, FactId> fact;
};

/// What a scenario sets: a strain's index, or the strength of one driver.
struct StrainSetting {
  StrainId strain{};
  DriverId driver{};  ///< else the strain's
  double value{1.0};
};

/// What a name means, each set to a value: the id of a strain, or of a subject that drives some; a
/// subject that is no state switches those that belong to it. Empty when it names nothing.
std::vector<StrainSetting> strain_settings(Evidence const& evidence,
                                           std::string const& name,
                                           double value);

/// What a driver adds on a day.
struct DriverShare {
  DriverId driver{};
  double amount{0.0};  ///< before the conditions
  /// Relative change of the index per relative change of the driver's strength.
  double elasticity{0.0};
};

struct StrainReading {
  double index{0.0};
  double reading{0.0};  ///< index, or of a belief what is left of it
  std::vector<DriverShare> parts;
};

/// The index of every strain on a day: the sum over its drivers of weight x strength x what is left
/// of each event (falling in a straight line to nothing over `fade`), times the conditions. Never
/// negative. A pure function of the rows; their order does not count.
///
/// known_on: only what could be known on that day; none: all that the package knows.
Column<StrainId, StrainReading> strains_on(Evidence const& evidence,
                                           Date date,
                                           std::optional<Date> known_on,
                                           std::vector<StrainSetting> const& settings = {});

}  // namespace chorsu
