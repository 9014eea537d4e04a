#include <algorithm>
#include <string>

#include "look.h"

#include "chorsu/evidence/engagement_index.h"

namespace chorsu {

namespace {

/// Whom the ladder leads to: the counterpart of the steps that moved a level.
std::string engaged_one(EngagementEvents const& events) {
  for (auto const event : events.id.ids()) {
    if (events.level_before[event] != events.level_after[event]) {
      return events.counterpart[event];
    }
  }
  return {};
}

/// Actors are asked about by themselves or by whom they engage with.
bool is_asked(Look const& look, ActorId actor, std::string const& engaged_with) {
  auto const& evidence = look.evidence;
  return look.subjects.empty() || std::ranges::any_of(look.subjects, [&](SubjectId subject) {
           auto const its = evidence.subjects.actor[subject];
           return its == actor || (!its.is_none() && evidence.actors.id[its] == engaged_with);
         });
}

std::vector<Part> rungs_of(Evidence const& evidence, std::vector<double> const& completion) {
  auto parts = std::vector<Part>{};
  for (auto rung = std::size_t{1}; rung < kHighestLevel; ++rung) {
    parts.push_back({.id = std::to_string(rung),
                     .about = level_name(static_cast<Level>(rung)),
                     .amount = evidence.weights.rung.at(rung).value * completion[rung - 1U]});
  }
  return parts;
}

Answer number_of(What what, std::string const& about, std::string id, double number, FactId fact) {
  return {.what = what,
          .id = std::move(id),
          .about = about,
          .value = about,
          .number = number,
          .unit = what == What::kShare ? "share" : "index",
          .fact = fact};
}

}  // namespace

void add_engagement(Look const& look, std::vector<Answer>& answers) {
  auto const& evidence = look.evidence;
  auto const fact = evidence.weights.fact;
  if (fact.is_none()) {
    return;
  }
  auto const whom = engaged_one(evidence.engagement);
  auto const engaged = engagement_index(evidence, look.date.value_or(Date{}), look.known_on);
  auto const& actors = evidence.actors;
  for (auto const actor : actors.id.ids()) {
    if (actors.followed[actor] == 0U || !is_asked(look, actor, whom)) {
      continue;
    }
    auto const& id = actors.id[actor];
    answers.push_back(number_of(What::kIndex, id, "index." + id, engaged.index[actor], fact));
    answers.back().parts = rungs_of(evidence, engaged.completion[actor]);
    answers.push_back(number_of(What::kShare, id, "share." + id, engaged.share[actor], fact));
  }
  auto const is_power = std::ranges::any_of(
      evidence.weights.powers, [&](ActorId actor) { return is_asked(look, actor, whom); });
  if (is_power) {
    answers.push_back(number_of(What::kContest, whom, "contest." + whom, engaged.contest, fact));
  }
}

}  // namespace chorsu
