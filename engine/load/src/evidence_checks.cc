#include <set>
#include <string>

#include <fmt/format.h>

#include "reading.h"

#include "chorsu/evidence/replay.h"

namespace chorsu {

namespace {

void check_levels(Reading& reading) {
  auto const& evidence = reading.region->evidence;
  for (auto const& gap : level_gaps(evidence.actors, evidence.engagement)) {
    report(reading,
           evidence.engagement.fact[gap.event],
           "level_before",
           fmt::format("is {}, but the steps of {} before it lead to {}",
                       evidence.engagement.level_before[gap.event],
                       evidence.actors.id[evidence.engagement.actor[gap.event]],
                       gap.replayed),
           "Mend the levels, or add the step that is missing.");
  }
}

void check_step_names(Reading& reading) {
  auto const& evidence = reading.region->evidence;
  auto const& events = evidence.engagement;
  auto const steps =
      std::set<std::string, std::less<>>{events.id.values.begin(), events.id.values.end()};
  auto const check = [&](FactId fact, char const* column, std::string const& id) {
    if (!id.empty() && !steps.contains(id)) {
      report(reading,
             fact,
             column,
             fmt::format("unknown event_id of engagement_event.csv: '{}'", id),
             "Name a step, or leave it empty.");
    }
  };
  for (auto const event : events.id.ids()) {
    check(events.fact[event], "corrects", events.corrects[event]);
  }
  for (auto const id : evidence.statements.id.ids()) {
    check(evidence.statements.fact[id], "ended_by", evidence.statements.valid[id].ended_by);
  }
  for (auto const id : evidence.versions.id.ids()) {
    check(evidence.versions.fact[id], "ended_by", evidence.versions.valid[id].ended_by);
  }
}

}  // namespace

void check_evidence(Reading& reading) {
  check_levels(reading);
  check_step_names(reading);
}

}  // namespace chorsu
