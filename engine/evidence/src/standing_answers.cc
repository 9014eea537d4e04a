#include <string>

#include "look.h"

#include "chorsu/evidence/replay.h"

namespace chorsu {

namespace {

/// Subjects that are the actor, or that its steps are towards.
bool concerns_actor(Look const& look, ActorId actor, std::string_view counterpart) {
  auto const& evidence = look.evidence;
  return look.subjects.empty() || std::ranges::any_of(look.subjects, [&](SubjectId subject) {
           auto const its = evidence.subjects.actor[subject];
           return !its.is_none() && (its == actor || evidence.actors.id[its] == counterpart);
         });
}

Answer answer_of(EngagementEvents const& events, EngagementEventId event) {
  return {.id = events.id[event],
          .text = events.statement[event],
          .since = events.days[event],
          .known_from = events.known_from[event],
          .also = events.also[event],
          .fact = events.fact[event]};
}

void add_level(Look const& look,
               Standings const& standings,
               ActorId actor,
               std::vector<Answer>& answers) {
  auto const& events = look.evidence.engagement;
  auto const moved = standings.moved[actor];
  if (look.evidence.actors.followed[actor] == 0U || moved.is_none() ||
      !concerns_actor(look, actor, events.counterpart[moved])) {
    return;
  }
  auto answer = answer_of(events, moved);
  answer.what = What::kLevel;
  answer.about = look.evidence.actors.id[actor];
  answer.number = standings.level[actor];
  answer.value = level_name(standings.level[actor]);
  answers.push_back(std::move(answer));
}

void add_designation(Look const& look, DesignationId id, std::vector<Answer>& answers) {
  auto const& designations = look.evidence.designations;
  if (!concerns_actor(look, designations.actor[id], {})) {
    return;
  }
  answers.push_back({.what = What::kDesignation,
                     .id = designations.id[id],
                     .about = look.evidence.actors.id[designations.actor[id]],
                     .value = designation_name(designations.designation[id]),
                     .text = designations.entity[id],
                     .since = designations.days[id],
                     .known_from = designations.known_from[id],
                     .also = designations.also[id],
                     .fact = designations.fact[id]});
}

}  // namespace

void add_standings(Look const& look, std::vector<Answer>& answers) {
  auto const& evidence = look.evidence;
  auto const standings = standings_on(evidence.actors,
                                      evidence.engagement,
                                      evidence.designations,
                                      look.date.value_or(Date{}),
                                      look.known_on);
  for (auto const actor : evidence.actors.id.ids()) {
    add_level(look, standings, actor, answers);
    for (auto const id : standings.designations[actor]) {
      add_designation(look, id, answers);
    }
  }
}

void add_steps(Look const& look, std::vector<Answer>& answers) {
  auto const& events = look.evidence.engagement;
  for (auto const actor : look.evidence.actors.id.ids()) {
    for (auto const event : steps_of(events, actor, look.known_on)) {
      if (events.step[event] == "baseline" || !has_begun(look, events.days[event]) ||
          !concerns_actor(look, actor, events.counterpart[event])) {
        continue;
      }
      auto answer = answer_of(events, event);
      answer.what = What::kStep;
      answer.about = look.evidence.actors.id[actor];
      answer.value = events.step[event];
      answer.force = is_later(look, answer.since)               ? Force::kUncertain
                     : events.step[event] == "assessment_claim" ? Force::kAsPublished
                                                                : Force::kInForce;
      if (events.level_before[event] != events.level_after[event]) {
        answer.text += " [level " + std::to_string(events.level_before[event]) + " -> " +
                       std::to_string(events.level_after[event]) + "]";
      }
      answers.push_back(std::move(answer));
    }
  }
}

}  // namespace chorsu
