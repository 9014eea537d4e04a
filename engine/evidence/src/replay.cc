#include "chorsu/evidence/replay.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace chorsu {

namespace {

bool is_known(std::optional<Date> known_from, std::optional<Date> known_on) {
  return !known_on || !known_from || *known_from <= *known_on;
}

/// Ids of the rows that known corrections replace.
std::set<std::string_view> replaced(EngagementEvents const& events, std::optional<Date> known_on) {
  auto result = std::set<std::string_view>{};
  for (auto const event : events.id.ids()) {
    if (!events.corrects[event].empty() && is_known(events.known_from[event], known_on)) {
      result.insert(events.corrects[event]);
    }
  }
  return result;
}

/// Puts steps of one day in the order in which their levels follow on each other.
void chain(EngagementEvents const& events, std::vector<EngagementEventId>& steps) {
  auto level = Level{0};
  for (auto next = steps.begin(); next != steps.end(); ++next) {
    auto const day = events.days[*next].best;
    auto const same_day_end =
        std::find_if(next, steps.end(), [&](auto e) { return events.days[e].best != day; });
    auto const fitting =
        std::find_if(next, same_day_end, [&](auto e) { return events.level_before[e] == level; });
    if (fitting != same_day_end) {
      std::rotate(next, fitting, fitting + 1);
    }
    level = events.level_after[*next];
  }
}

/// Of one actor and entity the latest row in force; a row without a date holds where no other does.
bool is_later(Designations const& designations, DesignationId a, DesignationId b) {
  auto const day = [&](DesignationId id) {
    return designations.days[id] ? std::optional{designations.days[id]->best} : std::nullopt;
  };
  return std::pair{day(a), designations.id[a]} > std::pair{day(b), designations.id[b]};
}

}  // namespace

std::vector<EngagementEventId> steps_of(EngagementEvents const& events,
                                        ActorId actor,
                                        std::optional<Date> known_on) {
  auto const gone = replaced(events, known_on);
  auto steps = std::vector<EngagementEventId>{};
  for (auto const event : events.id.ids()) {
    if (events.actor[event] == actor && is_known(events.known_from[event], known_on) &&
        !gone.contains(events.id[event])) {
      steps.push_back(event);
    }
  }
  std::ranges::sort(steps, {}, [&](EngagementEventId event) {
    return std::pair{events.days[event].best, events.id[event]};
  });
  chain(events, steps);
  return steps;
}

Standings standings_on(Actors const& actors,
                       EngagementEvents const& events,
                       Designations const& designations,
                       Date date,
                       std::optional<Date> known_on) {
  auto result = Standings{};
  result.level.values.assign(actors.id.size(), Level{0});
  result.moved.values.assign(actors.id.size(), EngagementEventId::none());
  result.designations.values.resize(actors.id.size());
  for (auto const actor : actors.id.ids()) {
    for (auto const event : steps_of(events, actor, known_on)) {
      auto const moves = events.level_after[event] != result.level[actor];
      if (events.days[event].best <= date && (moves || result.moved[actor].is_none())) {
        result.level[actor] = events.level_after[event];
        result.moved[actor] = event;
      }
    }
  }
  auto latest = std::map<std::pair<ActorId, std::string_view>, DesignationId>{};
  for (auto const id : designations.id.ids()) {
    auto const& days = designations.days[id];
    if ((days && days->best > date) || !is_known(designations.known_from[id], known_on)) {
      continue;
    }
    auto const key = std::pair{designations.actor[id], std::string_view{designations.entity[id]}};
    auto const [it, is_new] = latest.try_emplace(key, id);
    if (!is_new && is_later(designations, id, it->second)) {
      it->second = id;
    }
  }
  for (auto const& [key, id] : latest) {
    result.designations[key.first].push_back(id);
  }
  return result;
}

std::vector<LevelGap> level_gaps(Actors const& actors, EngagementEvents const& events) {
  auto gaps = std::vector<LevelGap>{};
  for (auto const actor : actors.id.ids()) {
    if (actors.followed[actor] == 0U) {
      continue;
    }
    auto level = std::optional<Level>{};
    for (auto const event : steps_of(events, actor, std::nullopt)) {
      if (level && events.level_before[event] != *level) {
        gaps.push_back({event, *level});
      }
      level = events.level_after[event];
    }
  }
  return gaps;
}

}  // namespace chorsu
