#include "chorsu/evidence/as_of.h"

#include <array>
#include <tuple>

#include "look.h"

namespace chorsu {

namespace {

Look look_of(Evidence const& evidence, Question const& question) {
  return {.evidence = evidence,
          .date = question.date,
          .known_on = question.known_on,
          .subjects = {question.subjects.begin(), question.subjects.end()}};
}

Date day_of(Answer const& answer) {
  return answer.since ? answer.since->best : Date::from_civil(1900).value_or(Date{});
}

void add_rows(Look const& look, std::vector<Answer>& answers) {
  add_steps(look, answers);
  add_happenings(look, answers);
  add_statements(look, answers);
  add_predictions(look, answers);
  add_versions(look, answers);
}

}  // namespace

char const* what_name(What what) {
  static constexpr auto kNames = std::array{"engagement_level",
                                            "designation",
                                            "engagement_index",
                                            "partner_share",
                                            "contestability",
                                            "strain",
                                            "credibility",
                                            "stance",
                                            "link_status",
                                            "access_rule",
                                            "closure",
                                            "step",
                                            "event",
                                            "incident",
                                            "opening",
                                            "status",
                                            "quantity",
                                            "forecast",
                                            "prediction",
                                            "version"};
  return kNames.at(static_cast<std::size_t>(what));
}

char const* force_name(Force force) {
  static constexpr auto kNames = std::array{"in force",
                                            "uncertain",
                                            "as published",
                                            "contradicted",
                                            "superseded",
                                            "met",
                                            "refuted",
                                            "partly met",
                                            "in doubt",
                                            "in progress"};
  return kNames.at(static_cast<std::size_t>(force));
}

bool concerns(Look const& look, std::vector<SubjectId> const& subjects) {
  if (look.subjects.empty()) {
    return true;
  }
  auto seen = std::set<SubjectId>{};
  auto waiting = subjects;
  while (!waiting.empty()) {
    auto const subject = waiting.back();
    waiting.pop_back();
    if (look.subjects.contains(subject)) {
      return true;
    }
    if (seen.insert(subject).second) {
      auto const& above = look.evidence.subjects.belongs_to[subject];
      waiting.insert(waiting.end(), above.begin(), above.end());
    }
  }
  return false;
}

bool has_ended(Look const& look, Validity const& valid) {
  // A timeline has no day: there a step that ended something does so whenever it was.
  auto const is_over = look.date ? valid.until && *valid.until <= *look.date : true;
  if (!is_over || (!look.date && valid.ended_by.empty())) {
    return false;
  }
  auto const& events = look.evidence.engagement;
  auto const ids = events.id.ids();
  auto const ender =
      std::ranges::find_if(ids, [&](auto event) { return events.id[event] == valid.ended_by; });
  return ender == ids.end() || is_known(look, events.known_from[*ender]);
}

std::vector<Answer> as_of(Evidence const& evidence, Question const& question) {
  auto const look = look_of(evidence, question);
  auto answers = std::vector<Answer>{};
  add_standings(look, answers);
  add_engagement(look, answers);
  add_strains(look, answers);
  add_stances(look, answers);
  add_rows(look, answers);
  mark_quotations(evidence, answers);
  std::ranges::sort(answers, {}, [](Answer const& answer) {
    return std::tuple{answer.what, day_of(answer), answer.id};
  });
  return answers;
}

std::vector<Answer> timeline(Evidence const& evidence,
                             std::vector<SubjectId> const& subjects,
                             std::optional<Date> known_on) {
  auto const look = Look{.evidence = evidence,
                         .date = std::nullopt,
                         .known_on = known_on,
                         .subjects = {subjects.begin(), subjects.end()}};
  auto answers = std::vector<Answer>{};
  add_rows(look, answers);
  mark_quotations(evidence, answers);
  std::erase_if(answers, [](Answer const& answer) { return !answer.since; });
  std::ranges::sort(answers, {}, [](Answer const& answer) {
    return std::tuple{day_of(answer), answer.what, answer.id};
  });
  return answers;
}

}  // namespace chorsu
