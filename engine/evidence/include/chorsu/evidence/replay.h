#pragma once

#include <optional>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/engagement.h"

namespace chorsu {

/// Where every actor stands towards the government in Kabul.
struct Standings {
  Column<ActorId, Level> level;
  Column<ActorId, EngagementEventId> moved;  ///< step that last moved the level, or its baseline
  Column<ActorId, std::vector<DesignationId>> designations;  ///< in force, by entity
};

/// Steps in the order in which a replay takes them: by best day, then such that levels follow on
/// each other, then by id; rows that a known correction replaces are left out. The order of the
/// rows in the tables does not count.
///
/// known_on: only what could be known on that day; none: all that the package knows.
std::vector<EngagementEventId> steps_of(EngagementEvents const& events,
                                        ActorId actor,
                                        std::optional<Date> known_on);

/// Replays all steps up to and on `date`; an actor without any stands at 0 with no step.
Standings standings_on(Actors const& actors,
                       EngagementEvents const& events,
                       Designations const& designations,
                       Date date,
                       std::optional<Date> known_on);

/// A step whose level_before is not what the steps before it give.
struct LevelGap {
  EngagementEventId event;
  Level replayed{0};
};
std::vector<LevelGap> level_gaps(Actors const& actors, EngagementEvents const& events);

}  // namespace chorsu
