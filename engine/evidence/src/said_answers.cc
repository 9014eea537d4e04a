#include <string_view>

#include "look.h"

namespace chorsu {

namespace {

/// A version is visible when it is known and may have begun; it can contradict others when it is
/// also in force on the day asked.
bool is_visible(Look const& look, VersionId version) {
  auto const& versions = look.evidence.versions;
  return is_known(look, versions.known_from[version]) &&
         has_begun(look, versions.valid[version].from);
}

bool is_live(Look const& look, VersionId version) {
  auto const& valid = look.evidence.versions.valid[version];
  return is_visible(look, version) && !is_later(look, valid.from) && !has_ended(look, valid);
}

Contrary contrary_of(Versions const& versions, VersionId version) {
  return {.id = versions.id[version],
          .text = versions.text[version],
          .said_by = versions.said_by[version],
          .published = versions.published[version]};
}

/// Versions that one step ended do not contradict each other: they were right at the same time.
bool ended_together(Versions const& versions, VersionId a, VersionId b) {
  auto const& by = versions.valid[a].ended_by;
  return !by.empty() && by == versions.valid[b].ended_by;
}

/// Live versions of the same contradiction that do not rest on the statement.
void add_contraries(Look const& look,
                    VersionId own,
                    StatementId statement,
                    std::vector<Contrary>& contraries) {
  auto const& versions = look.evidence.versions;
  for (auto const other : versions.id.ids()) {
    auto const rests_on_it = std::ranges::find(versions.statements[other], statement) !=
                             versions.statements[other].end();
    if (other != own && versions.contradiction[other] == versions.contradiction[own] &&
        is_live(look, other) && !ended_together(versions, own, other) &&
        (statement.is_none() || !rests_on_it)) {
      contraries.push_back(contrary_of(versions, other));
    }
  }
}

void put_in_order(std::vector<Contrary>& contraries) {
  std::ranges::sort(contraries, {}, &Contrary::id);
}

std::vector<Contrary> contraries_of(Look const& look, StatementId statement) {
  auto const& versions = look.evidence.versions;
  auto contraries = std::vector<Contrary>{};
  for (auto const version : versions.id.ids()) {
    auto const& resting = versions.statements[version];
    if (std::ranges::find(resting, statement) != resting.end() && is_live(look, version)) {
      add_contraries(look, version, statement, contraries);
    }
  }
  put_in_order(contraries);
  return contraries;
}

/// Ids of the statements that known corrections replace.
std::set<std::string_view> replaced(Look const& look) {
  auto const& statements = look.evidence.statements;
  auto result = std::set<std::string_view>{};
  for (auto const id : statements.id.ids()) {
    if (!statements.corrects[id].empty() && is_known(look, statements.known_from[id])) {
      result.insert(statements.corrects[id]);
    }
  }
  return result;
}

What what_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::kEvent:
      return What::kEvent;
    case StatementKind::kQuantity:
      return What::kQuantity;
    case StatementKind::kStatus:
      return What::kStatus;
    case StatementKind::kForecast:
      return What::kForecast;
  }
  return What::kEvent;
}

/// What happened "before 2021" may still be to come on a day before 2021.
bool may_be_later(Look const& look, StatementKind kind, Validity const& valid) {
  auto const is_before_end =
      kind == StatementKind::kEvent && look.date && valid.until && *look.date < *valid.until;
  return is_later(look, valid.from) || is_before_end;
}

Force force_of(Look const& look, StatementId id, std::vector<Contrary> const& contraries) {
  auto const& statements = look.evidence.statements;
  auto const kind = statements.kind[id];
  auto const is_event = kind == StatementKind::kEvent;
  if (!is_event && has_ended(look, statements.valid[id])) {
    return Force::kSuperseded;
  }
  if (may_be_later(look, kind, statements.valid[id])) {
    return Force::kUncertain;
  }
  if (!contraries.empty()) {
    return Force::kContradicted;
  }
  return is_event || kind == StatementKind::kQuantity ? Force::kInForce : Force::kAsPublished;
}

void add_statement(Look const& look, StatementId id, std::vector<Answer>& answers) {
  auto const& statements = look.evidence.statements;
  auto contraries = contraries_of(look, id);
  auto const force = force_of(look, id, contraries);
  auto const& valid = statements.valid[id];
  answers.push_back({.what = what_of(statements.kind[id]),
                     .id = statements.id[id],
                     .value = statements.text[id],
                     .number = statements.value[id],
                     .unit = statements.unit[id],
                     .since = valid.from,
                     .until = valid.until,
                     .said_by = statements.said_by[id],
                     .published = statements.published[id],
                     .known_from = statements.known_from[id],
                     .force = force,
                     .ended_by = force == Force::kSuperseded ? valid.ended_by : std::string{},
                     .contraries = std::move(contraries),
                     .fact = statements.fact[id]});
}

Force outcome_of(Look const& look, PredictionId id) {
  auto const& predictions = look.evidence.predictions;
  if (is_later(look, predictions.issued[id])) {
    return Force::kUncertain;
  }
  if (!is_known(look, predictions.outcome_known_from[id])) {
    return Force::kAsPublished;
  }
  switch (predictions.outcome[id]) {
    case Outcome::kOpen:
      return Force::kAsPublished;
    case Outcome::kMet:
      return Force::kMet;
    case Outcome::kRefuted:
      return Force::kRefuted;
    case Outcome::kPartly:
      return Force::kPartly;
    case Outcome::kInDoubt:
      return Force::kInDoubt;
    case Outcome::kInProgress:
      return Force::kInProgress;
  }
  return Force::kAsPublished;
}

}  // namespace

void add_statements(Look const& look, std::vector<Answer>& answers) {
  auto const& statements = look.evidence.statements;
  auto const gone = replaced(look);
  for (auto const id : statements.id.ids()) {
    auto const& valid = statements.valid[id];
    // What time ended is left out; what a step ended is shown as such.
    auto const is_past = statements.kind[id] != StatementKind::kEvent && valid.ended_by.empty() &&
                         has_ended(look, valid);
    if (!is_past && !gone.contains(statements.id[id]) &&
        is_known(look, statements.known_from[id]) && has_begun(look, valid.from) &&
        concerns(look, statements.subjects[id])) {
      add_statement(look, id, answers);
    }
  }
}

void add_predictions(Look const& look, std::vector<Answer>& answers) {
  auto const& predictions = look.evidence.predictions;
  for (auto const id : predictions.id.ids()) {
    if (!is_known(look, predictions.known_from[id]) || !has_begun(look, predictions.issued[id]) ||
        !concerns(look, predictions.subjects[id])) {
      continue;
    }
    auto const force = outcome_of(look, id);
    auto const is_decided = force != Force::kAsPublished && force != Force::kUncertain;
    answers.push_back({.what = What::kPrediction,
                       .id = predictions.id[id],
                       .about = predictions.issuer[id],
                       .value = predictions.text[id],
                       .text = is_decided ? predictions.outcome_note[id] : std::string{},
                       .since = predictions.issued[id],
                       .said_by = predictions.said_by[id],
                       .known_from = predictions.known_from[id],
                       .force = force,
                       .also = predictions.also[id],
                       .fact = predictions.fact[id]});
  }
}

void add_versions(Look const& look, std::vector<Answer>& answers) {
  auto const& versions = look.evidence.versions;
  auto const& contradictions = look.evidence.contradictions;
  for (auto const id : versions.id.ids()) {
    auto const contradiction = versions.contradiction[id];
    auto const& valid = versions.valid[id];
    auto const ended = has_ended(look, valid);
    if (!is_visible(look, id) || (ended && valid.ended_by.empty()) ||
        !concerns(look, contradictions.subjects[contradiction])) {
      continue;
    }
    auto contraries = std::vector<Contrary>{};
    if (is_live(look, id)) {
      add_contraries(look, id, StatementId::none(), contraries);
      put_in_order(contraries);
    }
    auto const force = ended                        ? Force::kSuperseded
                       : is_later(look, valid.from) ? Force::kUncertain
                       : contraries.empty()         ? Force::kAsPublished
                                                    : Force::kContradicted;
    answers.push_back({.what = What::kVersion,
                       .id = versions.id[id],
                       .about = contradictions.topic[contradiction],
                       .value = versions.text[id],
                       .text = contradictions.reading[contradiction],
                       .since = valid.from,
                       .until = valid.until,
                       .said_by = versions.said_by[id],
                       .published = versions.published[id],
                       .known_from = versions.known_from[id],
                       .force = force,
                       .ended_by = ended ? valid.ended_by : std::string{},
                       .contraries = std::move(contraries),
                       .also = versions.also[id],
                       .fact = versions.fact[id]});
  }
}

}  // namespace chorsu
