#include <algorithm>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

void read_affiliation(Reading& reading, Row const& row) {
  auto& affiliations = reading.region->evidence.affiliations;
  affiliations.author.push_back(required_text(row, "author"));
  affiliations.name.push_back(required_text(row, "affiliation"));
  affiliations.short_name.push_back(std::string{cell(row, "short")});
  affiliations.fact.push_back(row.fact);
}

void read_quotation(Reading& reading, Row const& row) {
  auto const& evidence = reading.region->evidence;
  auto const id = required_text(row, "row_id");
  auto const& predictions = evidence.predictions.id.values;
  if (find_id(reading.ids.statements, id).is_none() &&
      std::ranges::find(predictions, id) == predictions.end()) {
    report(row,
           "row_id",
           fmt::format("no statement or prediction '{}'", id),
           "Name a row of statement.csv or prediction.csv.");
  }
  auto& quotations = reading.region->evidence.quotations;
  quotations.row.push_back(id);
  quotations.quotes.push_back(reference(reading.ids.sources, row, "quotes"));
  quotations.fact.push_back(row.fact);
}

void read_stance(Reading& reading, Row const& row) {
  auto& stances = reading.region->evidence.stances;
  auto const statement = reference(reading.ids.statements, row, "statement_id");
  stances.statement.push_back(statement);
  stances.body.push_back(reference(reading.ids.subjects, row, "body"));
  stances.towards.push_back(reference(reading.ids.subjects, row, "towards"));
  stances.value.push_back(measure(row, "value", Bounds{.low = -1.0, .high = 1.0}));
  auto const& statements = reading.region->evidence.statements;
  if (!statement.is_none() && !statements.valid[statement].from) {
    report(row, "statement_id", "has no day", "A stance needs a dated statement.");
  }
}

}  // namespace

void read_attributions(Reading& reading) {
  for_each_row(reading, "affiliation", [&](Row const& row) { read_affiliation(reading, row); });
  auto quotations = UniqueKey{.columns = {"row_id"}, .seen = {}};
  for_each_row(reading, "quotation", [&](Row const& row) {
    check_unique(row, quotations);
    read_quotation(reading, row);
  });
  auto stances = UniqueKey{.columns = {"statement_id", "body", "towards"}, .seen = {}};
  for_each_row(reading, "stance", [&](Row const& row) {
    check_unique(row, stances);
    read_stance(reading, row);
  });
}

}  // namespace chorsu
