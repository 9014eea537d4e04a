#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/days.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/evidence/subject.h"

namespace chorsu {

using StatementId = Id<struct StatementTag>;
using PredictionId = Id<struct PredictionTag>;
using ContradictionId = Id<struct ContradictionTag>;
using VersionId = Id<struct VersionTag>;

/// When a row holds: from a day (none: nobody says since when) until the first day on which it no
/// longer does (none: it holds on).
struct Validity {
  std::optional<Days> from;
  std::optional<Date> until;
  /// Row that ended it, empty where time did. What ended it counts once that row is known.
  std::string ended_by;
};

enum class StatementKind : std::uint8_t {
  kEvent,     ///< happened and stays so
  kQuantity,  ///< a number
  kStatus,    ///< a state of affairs as of the publication
  kForecast   ///< expected as of the publication
};

/// What articles say, a row of statement.csv each.
struct Statements {
  Column<StatementId, std::string> id;
  Column<StatementId, StatementKind> kind;
  Column<StatementId, Validity> valid;
  Column<StatementId, std::string> text;
  Column<StatementId, std::optional<double>> value;  ///< in `unit`
  Column<StatementId, std::string> unit;
  Column<StatementId, std::vector<SubjectId>> subjects;
  Column<StatementId, std::string> said_by;
  Column<StatementId, Date> published;
  Column<StatementId, Date> known_from;
  Column<StatementId, std::string> corrects;  ///< id of the row that it replaces, or empty
  Column<StatementId, FactId> fact;
};

enum class Outcome : std::uint8_t { kOpen, kMet, kRefuted, kPartly, kInDoubt, kInProgress };

/// Predictions and what later articles tell of them, a row of prediction.csv each.
struct Predictions {
  Column<PredictionId, std::string> id;
  Column<PredictionId, std::string> issuer;
  Column<PredictionId, Days> issued;
  Column<PredictionId, Date> known_from;
  Column<PredictionId, std::string> text;
  Column<PredictionId, std::string> conditions;
  Column<PredictionId, std::string> horizon;
  Column<PredictionId, std::string> decided_by;
  Column<PredictionId, Outcome> outcome;
  Column<PredictionId, std::string> outcome_note;
  Column<PredictionId, std::optional<Date>> outcome_known_from;  ///< none while open
  Column<PredictionId, std::vector<SubjectId>> subjects;
  Column<PredictionId, std::string> said_by;
  Column<PredictionId, std::vector<SourceId>> also;
  Column<PredictionId, FactId> fact;
};

/// Topics on which articles differ, a row of contradiction.csv each.
struct Contradictions {
  Column<ContradictionId, std::string> id;
  Column<ContradictionId, std::string> topic;
  Column<ContradictionId, std::string> kind;
  Column<ContradictionId, std::string> severity;
  Column<ContradictionId, std::string> reading;
  Column<ContradictionId, std::vector<SubjectId>> subjects;
  Column<ContradictionId, FactId> fact;
};

/// The sides of contradictions, a row of version.csv each.
struct Versions {
  Column<VersionId, std::string> id;
  Column<VersionId, ContradictionId> contradiction;
  Column<VersionId, Validity> valid;
  Column<VersionId, std::string> text;
  Column<VersionId, std::vector<StatementId>> statements;  ///< that say so
  Column<VersionId, std::string> said_by;
  Column<VersionId, Date> published;
  Column<VersionId, Date> known_from;
  Column<VersionId, std::vector<SourceId>> also;
  Column<VersionId, FactId> fact;
};

}  // namespace chorsu
