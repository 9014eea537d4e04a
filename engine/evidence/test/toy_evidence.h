#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "chorsu/evidence/evidence.h"

namespace chorsu::test {

inline Date day(std::string const& text) {
  return Date::parse(text).value();
}

inline Days exactly(std::string const& text) {
  return {day(text), day(text), day(text), Precision::kDay};
}

struct ToyStep {
  std::string id;
  std::string date;
  Level before;
  Level after;
  std::string known_from;
  std::string corrects{};
  std::string step{"contact"};
};

inline void add(Evidence& evidence, ActorId actor, ToyStep const& step) {
  auto& events = evidence.engagement;
  events.id.push_back(step.id);
  events.days.push_back(exactly(step.date));
  events.actor.push_back(actor);
  events.counterpart.push_back("KAB");
  events.step.push_back(step.step);
  events.level_before.push_back(step.before);
  events.level_after.push_back(step.after);
  events.known_from.push_back(day(step.known_from));
  events.known_basis.push_back(KnownBasis::kPublication);
  events.statement.push_back("step " + step.id);
  events.corrects.push_back(step.corrects);
  events.also.push_back({});
  events.fact.push_back(FactId::none());
}

struct ToyListing {
  std::string id;
  Designation designation;
  std::string date;  ///< empty: none
  std::string known_from;
};

inline void add(Evidence& evidence, ActorId actor, ToyListing const& listing) {
  auto& designations = evidence.designations;
  auto const has_day = !listing.date.empty();
  designations.id.push_back(listing.id);
  designations.actor.push_back(actor);
  designations.entity.push_back("movement");
  designations.designation.push_back(listing.designation);
  designations.days.push_back(has_day ? std::optional{exactly(listing.date)} : std::nullopt);
  designations.known_from.push_back(has_day ? std::optional{day(listing.known_from)}
                                            : std::nullopt);
  designations.also.push_back({});
  designations.fact.push_back(FactId::none());
}

struct ToyStatement {
  std::string id;
  StatementKind kind;
  Validity valid;
  std::string known_from;
  std::string corrects{};
};

inline void add(Evidence& evidence, SubjectId about, ToyStatement const& statement) {
  auto& statements = evidence.statements;
  statements.id.push_back(statement.id);
  statements.kind.push_back(statement.kind);
  statements.valid.push_back(statement.valid);
  statements.text.push_back("statement " + statement.id);
  statements.value.push_back(std::nullopt);
  statements.unit.push_back({});
  statements.subjects.push_back({about});
  statements.said_by.push_back("author of " + statement.id);
  statements.published.push_back(day(statement.known_from));
  statements.known_from.push_back(day(statement.known_from));
  statements.corrects.push_back(statement.corrects);
  statements.fact.push_back(FactId::none());
}

inline void add_subject(Evidence& evidence,
                        std::string const& id,
                        ActorId actor,
                        std::vector<SubjectId> const& belongs_to = {}) {
  auto& subjects = evidence.subjects;
  subjects.id.push_back(id);
  subjects.name.push_back("name of " + id);
  subjects.names.push_back({"other name of " + id});
  subjects.kind.push_back("state");
  subjects.actor.push_back(actor);
  subjects.node.push_back({});
  subjects.corridor.push_back({});
  subjects.project.push_back({});
  subjects.belongs_to.push_back(belongs_to);
}

inline void add_version(Evidence& evidence,
                        std::string const& id,
                        Validity const& valid,
                        std::vector<StatementId> const& statements,
                        std::string const& known_from) {
  auto& versions = evidence.versions;
  versions.id.push_back(id);
  versions.contradiction.push_back(ContradictionId{0U});
  versions.valid.push_back(valid);
  versions.text.push_back("version " + id);
  versions.statements.push_back(statements);
  versions.said_by.push_back("side " + id);
  versions.published.push_back(day(known_from));
  versions.known_from.push_back(day(known_from));
  versions.also.push_back({});
  versions.fact.push_back(FactId::none());
}

inline constexpr auto kNear = ActorId{0U};
inline constexpr auto kFar = ActorId{1U};
inline constexpr auto kState = SubjectId{0U};
inline constexpr auto kCourt = SubjectId{1U};
inline constexpr auto kOther = SubjectId{2U};

/// Two actors, a court of the first, and a topic that two articles tell differently.
inline Evidence toy_evidence() {
  auto evidence = Evidence{};
  for (auto const* id : {"NEA", "FAR"}) {
    evidence.actors.id.push_back(id);
    evidence.actors.name.push_back(std::string{"Land "} + id);
    evidence.actors.followed.push_back(1U);
    evidence.actors.state.push_back({});
  }
  add_subject(evidence, "st.nea", kNear);
  add_subject(evidence, "or.court", ActorId::none(), {kState});
  add_subject(evidence, "st.far", kFar);
  add(evidence, kNear, ToyStep{"E1", "2021-08-15", 1, 1, "2021-08-15", "", "baseline"});
  add(evidence, kNear, ToyStep{"E2", "2022-03-01", 1, 3, "2022-03-02"});
  add(evidence, kNear, ToyStep{"E3", "2024-05-01", 3, 5, "2024-06-01"});
  add(evidence, kNear, ToyStep{"E4", "2025-07-03", 5, 7, "2025-07-04"});
  add(evidence, kFar, ToyStep{"E5", "2021-08-15", 0, 0, "2021-08-15", "", "baseline"});
  add(evidence, kNear, ToyListing{"D1", Designation::kListed, "2003-07-01", "2003-12-31"});
  add(evidence, kNear, ToyListing{"D2", Designation::kDelisted, "2025-04-17", "2025-04-18"});
  add(evidence, kFar, ToyListing{"D3", Designation::kUnknown, "", ""});
  evidence.contradictions.id.push_back("X1");
  evidence.contradictions.topic.push_back("topic");
  evidence.contradictions.kind.push_back("date");
  evidence.contradictions.severity.push_back("low");
  evidence.contradictions.reading.push_back("reading");
  evidence.contradictions.subjects.push_back({kState});
  evidence.contradictions.fact.push_back(FactId::none());
  return evidence;
}

/// Columns of a table with their rows in another order.
template <typename Id, typename T>
void reorder(Column<Id, T>& column, std::vector<std::size_t> const& order) {
  auto rows = std::vector<T>{};
  for (auto const row : order) {
    rows.push_back(column.values[row]);
  }
  column.values = std::move(rows);
}

inline void reorder(EngagementEvents& events, std::vector<std::size_t> const& order) {
  reorder(events.id, order);
  reorder(events.days, order);
  reorder(events.actor, order);
  reorder(events.counterpart, order);
  reorder(events.step, order);
  reorder(events.level_before, order);
  reorder(events.level_after, order);
  reorder(events.known_from, order);
  reorder(events.known_basis, order);
  reorder(events.statement, order);
  reorder(events.corrects, order);
  reorder(events.also, order);
  reorder(events.fact, order);
}

inline void reorder(Designations& designations, std::vector<std::size_t> const& order) {
  reorder(designations.id, order);
  reorder(designations.actor, order);
  reorder(designations.entity, order);
  reorder(designations.designation, order);
  reorder(designations.days, order);
  reorder(designations.known_from, order);
  reorder(designations.also, order);
  reorder(designations.fact, order);
}

}  // namespace chorsu::test
