#include <utility>

#include "evidence_cells.h"
#include "reading.h"

namespace chorsu {

namespace {

Validity validity(Row const& row) {
  auto result = Validity{.from = optional_days(row),
                         .until = optional_date(row, "until_date"),
                         .ended_by = std::string{cell(row, "ended_by")}};
  if (result.from && result.until && *result.until < result.from->earliest) {
    report(row, "until_date", "ends before it begins", "Write a day after date_earliest.");
  }
  return result;
}

std::vector<SubjectId> subjects(Reading const& reading, Row const& row) {
  return references(reading.ids.subjects, row, "subjects");
}

void read_statement(Reading& reading, Row const& row) {
  auto& statements = reading.region->evidence.statements;
  add_id(reading.ids.statements, row, "statement_id");
  statements.kind.push_back(choice<StatementKind>(row,
                                                  "kind",
                                                  {{"event", StatementKind::kEvent},
                                                   {"quantity", StatementKind::kQuantity},
                                                   {"status", StatementKind::kStatus},
                                                   {"forecast", StatementKind::kForecast}}));
  statements.valid.push_back(validity(row));
  statements.text.push_back(required_text(row, "statement"));
  statements.value.push_back(optional_number(row, "value", kAny));
  statements.unit.push_back(std::string{cell(row, "unit")});
  statements.subjects.push_back(subjects(reading, row));
  statements.said_by.push_back(required_text(row, "said_by"));
  statements.published.push_back(date(row, "published"));
  statements.known_from.push_back(date(row, "known_from"));
  statements.corrects.push_back(std::string{cell(row, "corrects")});
  statements.fact.push_back(row.fact);
}

void read_version(Reading& reading, Row const& row) {
  auto& versions = reading.region->evidence.versions;
  versions.id.push_back(required_text(row, "version_id"));
  versions.contradiction.push_back(reference(reading.ids.contradictions, row, "contradiction_id"));
  versions.valid.push_back(validity(row));
  versions.text.push_back(required_text(row, "statement"));
  versions.statements.push_back(references(reading.ids.statements, row, "statements"));
  versions.said_by.push_back(required_text(row, "said_by"));
  versions.published.push_back(date(row, "published"));
  versions.known_from.push_back(date(row, "known_from"));
  versions.also.push_back(references(reading.ids.sources, row, "also"));
  versions.fact.push_back(row.fact);
}

void read_prediction(Reading& reading, Row const& row) {
  auto& predictions = reading.region->evidence.predictions;
  predictions.id.push_back(required_text(row, "prediction_id"));
  predictions.issuer.push_back(required_text(row, "issuer"));
  predictions.issued.push_back(days(row));
  predictions.known_from.push_back(date(row, "known_from"));
  predictions.text.push_back(required_text(row, "statement"));
  predictions.conditions.push_back(std::string{cell(row, "conditions")});
  predictions.horizon.push_back(std::string{cell(row, "horizon")});
  predictions.decided_by.push_back(std::string{cell(row, "decided_by")});
  predictions.outcome.push_back(choice<Outcome>(row,
                                                "outcome",
                                                {{"open", Outcome::kOpen},
                                                 {"met", Outcome::kMet},
                                                 {"refuted", Outcome::kRefuted},
                                                 {"partly", Outcome::kPartly},
                                                 {"in_doubt", Outcome::kInDoubt},
                                                 {"in_progress", Outcome::kInProgress}}));
  predictions.outcome_note.push_back(std::string{cell(row, "outcome_note")});
  predictions.outcome_known_from.push_back(optional_date(row, "outcome_known_from"));
  predictions.subjects.push_back(subjects(reading, row));
  predictions.said_by.push_back(required_text(row, "said_by"));
  predictions.also.push_back(references(reading.ids.sources, row, "also"));
  predictions.fact.push_back(row.fact);
}

void read_contradictions(Reading& reading) {
  auto& contradictions = reading.region->evidence.contradictions;
  for_each_row(reading, "contradiction", [&](Row const& row) {
    add_id(reading.ids.contradictions, row, "contradiction_id");
    contradictions.topic.push_back(required_text(row, "topic"));
    contradictions.kind.push_back(required_text(row, "kind"));
    contradictions.severity.push_back(required_text(row, "severity"));
    contradictions.reading.push_back(std::string{cell(row, "reading")});
    contradictions.subjects.push_back(subjects(reading, row));
    contradictions.fact.push_back(row.fact);
  });
  contradictions.id.values = reading.ids.contradictions.names;
  auto key = UniqueKey{.columns = {"version_id"}, .seen = {}};
  for_each_row(reading, "version", [&](Row const& row) {
    check_unique(row, key);
    read_version(reading, row);
  });
}

/// A correction may stand above the row that it replaces: checked when all are known.
void check_corrections(Reading& reading) {
  auto const table = reopen(reading, "statement");
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    auto const row = Row{.table = table, .index = i};
    optional_reference(reading.ids.statements, row, "corrects");
    if (!cell(row, "corrects").empty() && cell(row, "corrects") == cell(row, "statement_id")) {
      report(row, "corrects", "corrects itself", "Name the row that it replaces.");
    }
  }
}

}  // namespace

void read_subjects(Reading& reading) {
  auto& subjects = reading.region->evidence.subjects;
  for_each_row(reading, "subject", [&](Row const& row) {
    add_id(reading.ids.subjects, row, "subject_id");
    subjects.name.push_back(required_text(row, "name"));
    auto const names = list(row, "names");
    subjects.names.push_back({names.begin(), names.end()});
    subjects.kind.push_back(required_text(row, "kind"));
    subjects.actor.push_back(optional_reference(reading.ids.actors, row, "actor"));
    optional_reference(reading.ids.nodes, row, "node");
    optional_reference(reading.ids.corridors, row, "corridor");
    optional_reference(reading.ids.projects, row, "project");
    subjects.node.push_back(std::string{cell(row, "node")});
    subjects.corridor.push_back(std::string{cell(row, "corridor")});
    subjects.project.push_back(std::string{cell(row, "project")});
  });
  subjects.id.values = reading.ids.subjects.names;
  auto const table = reopen(reading, "subject");
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    subjects.belongs_to.push_back(
        references(reading.ids.subjects, Row{.table = table, .index = i}, "belongs_to"));
  }
}

void read_statements(Reading& reading) {
  for_each_row(reading, "statement", [&](Row const& row) { read_statement(reading, row); });
  reading.region->evidence.statements.id.values = reading.ids.statements.names;
  check_corrections(reading);
  read_contradictions(reading);
  auto key = UniqueKey{.columns = {"prediction_id"}, .seen = {}};
  for_each_row(reading, "prediction", [&](Row const& row) {
    check_unique(row, key);
    read_prediction(reading, row);
  });
}

}  // namespace chorsu
