#include "evidence_cells.h"
#include "reading.h"

namespace chorsu {

namespace {

void read_incident(Reading& reading, Row const& row) {
  auto& incidents = reading.region->evidence.incidents;
  incidents.id.push_back(required_text(row, "incident_id"));
  incidents.days.push_back(days(row));
  incidents.known_from.push_back(date(row, "known_from"));
  incidents.place.push_back(required_text(row, "place"));
  incidents.group.push_back(required_text(row, "group"));
  incidents.deaths.push_back(optional_number(row, "deaths", kNotNegative));
  incidents.consequence.push_back(std::string{cell(row, "consequence")});
  incidents.subjects.push_back(references(reading.ids.subjects, row, "subjects"));
  incidents.fact.push_back(row.fact);
}

void read_closure(Reading& reading, Row const& row) {
  auto& closures = reading.region->evidence.closures;
  closures.id.push_back(required_text(row, "closure_id"));
  closures.from.push_back(days(row));
  closures.until.push_back(optional_date(row, "until_date"));
  closures.last_look.push_back(optional_date(row, "last_look"));
  closures.known_from.push_back(date(row, "known_from"));
  closures.crossing.push_back(required_text(row, "crossing"));
  optional_reference(reading.ids.nodes, row, "node");
  closures.reason.push_back(required_text(row, "reason"));
  closures.extent.push_back(std::string{
      choice<char const*>(row, "extent", {{"total", "total"}, {"partial", "partial"}})});
  closures.text.push_back(std::string{cell(row, "statement")});
  closures.subjects.push_back(references(reading.ids.subjects, row, "subjects"));
  closures.fact.push_back(row.fact);
  if (cell(row, "until_date").empty() == cell(row, "last_look").empty()) {
    report(row,
           "until_date",
           "needs either its end or the day of the last look",
           "Write until_date, or last_look where it was still shut.");
  }
}

void read_opening(Reading& reading, Row const& row) {
  auto& openings = reading.region->evidence.openings;
  openings.id.push_back(required_text(row, "opening_id"));
  reference(reading.ids.links, row, "link_id");
  openings.link.push_back(std::string{cell(row, "link_id")});
  openings.days.push_back(days(row));
  openings.known_from.push_back(date(row, "known_from"));
  openings.subjects.push_back(references(reading.ids.subjects, row, "subjects"));
  openings.fact.push_back(row.fact);
}

}  // namespace

void read_happenings(Reading& reading) {
  auto incidents = UniqueKey{.columns = {"incident_id"}, .seen = {}};
  for_each_row(reading, "incident", [&](Row const& row) {
    check_unique(row, incidents);
    read_incident(reading, row);
  });
  auto closures = UniqueKey{.columns = {"closure_id"}, .seen = {}};
  for_each_row(reading, "closure", [&](Row const& row) {
    check_unique(row, closures);
    read_closure(reading, row);
  });
  auto openings = UniqueKey{.columns = {"opening_id"}, .seen = {}};
  for_each_row(reading, "opening", [&](Row const& row) {
    check_unique(row, openings);
    read_opening(reading, row);
  });
}

}  // namespace chorsu
