#pragma once

#include <array>
#include <map>
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

/// What an engagement index is put together with: engagement_weight.csv.
struct EngagementWeights {
  std::array<Measure, kHighestLevel> rung{};  ///< of levels 1 to 6; the first stands for no rung
  std::map<std::string, Measure, std::less<>> contact;  ///< by step: what a meeting counts
  /// By subject: what a round of talks told of it counts, before the present government.
  std::vector<std::pair<SubjectId, Measure>> early;
  Measure half{};               ///< meetings that complete half of the rung of contact
  std::vector<ActorId> powers;  ///< who contest Kabul
  FactId fact{};                ///< first row of the table, none where there is no table
};

/// How far every actor is engaged with Kabul short of recognition.
struct EngagementIndex {
  Column<ActorId, double> index;                    ///< 0 to less than 1, which is recognition
  Column<ActorId, std::vector<double>> completion;  ///< of rungs 1 to 6, 0 to 1 each
  Column<ActorId, double> share;                    ///< of the sum over actors that are followed
  double contest{0.0};  ///< 1 less the sum of squared shares of the powers; 0 with one or none
};

/// The index of an actor is the sum over rungs below recognition of weight x completion. Rungs 2 to
/// 6 are complete or not, by the level; the first, contact, fills with meetings:
/// n / (n + half), where n counts meetings by their weights, and 1 for a level above 0.
/// All zero where the package has no weights.
EngagementIndex engagement_index(Evidence const& evidence, Date date, std::optional<Date> known_on);

}  // namespace chorsu
