#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/days.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/evidence/subject.h"

namespace chorsu {

using IncidentId = Id<struct IncidentTag>;
using ClosureId = Id<struct ClosureTag>;
using OpeningId = Id<struct OpeningTag>;

/// Attacks and clashes that moved routes or states, a row of incident.csv each.
struct Incidents {
  Column<IncidentId, std::string> id;
  Column<IncidentId, Days> days;
  Column<IncidentId, Date> known_from;
  Column<IncidentId, std::string> place;
  Column<IncidentId, std::string> group;
  Column<IncidentId, std::optional<double>> deaths;  ///< [people]
  Column<IncidentId, std::string> consequence;
  Column<IncidentId, std::vector<SubjectId>> subjects;
  Column<IncidentId, FactId> fact;
};

/// Closures of crossings and lines, a row of closure.csv each.
struct Closures {
  Column<ClosureId, std::string> id;
  Column<ClosureId, Days> from;
  Column<ClosureId, std::optional<Date>> until;      ///< first open day; none: still shut when ...
  Column<ClosureId, std::optional<Date>> last_look;  ///< ... last looked at
  Column<ClosureId, Date> known_from;
  Column<ClosureId, std::string> crossing;
  Column<ClosureId, std::string> reason;
  Column<ClosureId, std::string> extent;  ///< "total" or "partial"
  Column<ClosureId, std::string> text;
  Column<ClosureId, std::vector<SubjectId>> subjects;
  Column<ClosureId, FactId> fact;
};

/// Links that opened, a row of opening.csv each.
struct LinkOpenings {
  Column<OpeningId, std::string> id;
  Column<OpeningId, std::string> link;
  Column<OpeningId, Days> days;
  Column<OpeningId, Date> known_from;
  Column<OpeningId, std::vector<SubjectId>> subjects;
  Column<OpeningId, FactId> fact;
};

}  // namespace chorsu
