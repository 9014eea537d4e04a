#include "dated_page.h"

#include <fmt/core.h>

#include "chorsu/evidence/replay.h"

namespace chorsu::cli {

namespace {

TimelineActor actor_of(Evidence const& evidence, ActorId actor, std::optional<Date> known_on) {
  auto const& events = evidence.engagement;
  auto result = TimelineActor{.name = evidence.actors.name[actor], .steps = {}};
  for (auto const event : steps_of(events, actor, known_on)) {
    auto const level = static_cast<int>(events.level_after[event]);
    if (result.steps.empty() || result.steps.back().level != level) {
      result.steps.push_back({events.days[event].best, level, events.statement[event]});
    }
  }
  return result;
}

}  // namespace

std::vector<TimelineActor> levels_of(Region const& region, DatedAnswer const& answer) {
  auto const& evidence = region.evidence;
  auto actors = std::vector<TimelineActor>{};
  for (auto const subject : answer.asked.subjects) {
    auto const actor = evidence.subjects.actor[subject];
    if (!actor.is_none() && evidence.actors.followed[actor] != 0U) {
      actors.push_back(actor_of(evidence, actor, answer.known_on));
    }
  }
  return actors;
}

std::string statement_words(Answer const& answer) {
  switch (answer.what) {
    case What::kStep:
      return answer.about + ": " + answer.text;
    case What::kIncident:
      return fmt::format("{}, {} killed{}{}",
                         answer.value,
                         answer.number.value_or(0.0),
                         answer.text.empty() ? "" : ": ",
                         answer.text);
    case What::kClosure:
      return fmt::format("{} shut ({}), {}", answer.about, answer.value, answer.text);
    case What::kOpening:
      return answer.value + " opened";
    case What::kPrediction:
      return answer.about + " expects: " + answer.value;
    case What::kVersion:
      return answer.about + ": " + answer.value;
    case What::kLevel:
    case What::kDesignation:
    case What::kIndex:
    case What::kShare:
    case What::kContest:
    case What::kStrain:
    case What::kBelief:
    case What::kStance:
    case What::kLinkStatus:
    case What::kAccessRule:
    case What::kEvent:
    case What::kStatus:
    case What::kQuantity:
    case What::kForecast:
      break;
  }
  return answer.value;
}

TimelinePage page_of(Region const& region, DatedAnswer const& answer) {
  auto page = TimelinePage{.title = "Timeline: " + subjects_in_words(region, answer.asked),
                           .actors = levels_of(region, answer),
                           .rows = {}};
  for (auto const& one : answer.statements) {
    auto const lasts = one.what == What::kClosure ? one.until : std::nullopt;
    page.rows.push_back({.id = one.id,
                         .what = what_name(one.what),
                         .day = day_in_words(*one.since),
                         .date = one.since->best,
                         .until = lasts,
                         .words = statement_words(one),
                         .said_by = who_said(region, one),
                         .status = force_name(one.force)});
  }
  return page;
}

}  // namespace chorsu::cli
