#include "look.h"

namespace chorsu {

namespace {

Force force_of(Look const& look, std::optional<Days> const& from) {
  return is_later(look, from) ? Force::kUncertain : Force::kInForce;
}

void add_incidents(Look const& look, std::vector<Answer>& answers) {
  auto const& incidents = look.evidence.incidents;
  for (auto const id : incidents.id.ids()) {
    if (is_known(look, incidents.known_from[id]) && has_begun(look, incidents.days[id]) &&
        concerns(look, incidents.subjects[id])) {
      answers.push_back({.what = What::kIncident,
                         .id = incidents.id[id],
                         .about = incidents.group[id],
                         .value = incidents.place[id],
                         .text = incidents.consequence[id],
                         .number = incidents.deaths[id],
                         .unit = "deaths",
                         .since = incidents.days[id],
                         .known_from = incidents.known_from[id],
                         .force = force_of(look, incidents.days[id]),
                         .fact = incidents.fact[id]});
    }
  }
}

/// Those in force on the day asked, or all where none is asked. The end of one counts from its day.
void add_closures(Look const& look, std::vector<Answer>& answers) {
  auto const& closures = look.evidence.closures;
  for (auto const id : closures.id.ids()) {
    auto const& until = closures.until[id];
    auto const is_over =
        look.date && until && *look.date >= *until && (!look.known_on || *look.known_on >= *until);
    if (is_over || !is_known(look, closures.known_from[id]) ||
        !has_begun(look, closures.from[id]) || !concerns(look, closures.subjects[id])) {
      continue;
    }
    auto const end_is_known = until && (!look.known_on || *look.known_on >= *until);
    answers.push_back({.what = What::kClosure,
                       .id = closures.id[id],
                       .about = closures.crossing[id],
                       .value = closures.extent[id],
                       .text = closures.reason[id] + ": " + closures.text[id],
                       .since = closures.from[id],
                       .until = end_is_known ? until : std::nullopt,
                       .known_from = closures.known_from[id],
                       .force = force_of(look, closures.from[id]),
                       .fact = closures.fact[id]});
  }
}

void add_openings(Look const& look, std::vector<Answer>& answers) {
  auto const& openings = look.evidence.openings;
  for (auto const id : openings.id.ids()) {
    if (is_known(look, openings.known_from[id]) && has_begun(look, openings.days[id]) &&
        concerns(look, openings.subjects[id])) {
      answers.push_back({.what = What::kOpening,
                         .id = openings.id[id],
                         .about = openings.link[id],
                         .value = openings.link[id],
                         .since = openings.days[id],
                         .known_from = openings.known_from[id],
                         .force = force_of(look, openings.days[id]),
                         .fact = openings.fact[id]});
    }
  }
}

}  // namespace

void add_happenings(Look const& look, std::vector<Answer>& answers) {
  add_incidents(look, answers);
  add_closures(look, answers);
  add_openings(look, answers);
}

}  // namespace chorsu
