#include <vector>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

void check_unit(Row const& row, std::string_view column, std::string_view expected) {
  if (cell(row, column) != expected) {
    report(row,
           column,
           fmt::format("wrong unit {}, expected '{}'", in_quotes(cell(row, column)), expected),
           fmt::format("Convert the tables and write {}.", expected));
  }
}

/// `rests_on` may name sources further down: checked when all are known.
void check_rests_on(Reading& reading) {
  auto const table = reopen(reading, "source");
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    references(reading.ids.sources, Row{.table = table, .index = i}, "rests_on");
  }
}

}  // namespace

void read_config(Reading& reading) {
  for_each_row(reading, "config", [&](Row const& row) {
    check_unit(row, "short_length", "m");
    check_unit(row, "long_length", "km");
    check_unit(row, "speed", "kph");
    check_unit(row, "crs", "EPSG:4326");
    check_unit(row, "currency", "USD");
  });
}

void read_sources(Reading& reading) {
  auto& sources = reading.region->sources;
  for_each_row(reading, "source", [&](Row const& row) {
    add_id(reading.ids.sources, row, "source_id");
    sources.kind.push_back(choice<SourceKind>(row,
                                              "kind",
                                              {{"observed", SourceKind::kObserved},
                                               {"derived", SourceKind::kDerived},
                                               {"published", SourceKind::kPublished},
                                               {"general_knowledge", SourceKind::kGeneralKnowledge},
                                               {"assumption", SourceKind::kAssumption},
                                               {"default", SourceKind::kDefault}}));
    sources.title.push_back(required_text(row, "title"));
    sources.publisher.push_back(std::string{cell(row, "publisher")});
    sources.date.push_back(std::string{cell(row, "date")});
    sources.url.push_back(std::string{cell(row, "url")});
  });
  sources.id.values = reading.ids.sources.names;
  check_rests_on(reading);
}

void read_states(Reading& reading) {
  auto& states = reading.region->network.states;
  for_each_row(reading, "state", [&](Row const& row) {
    add_id(reading.ids.states, row, "state");
    states.name.push_back(required_text(row, "name"));
    states.core.push_back(
        choice<std::uint8_t>(row, "role", {{"core", 1U}, {"neighbour", 0U}, {"external", 0U}}));
  });
  states.id.values = reading.ids.states.names;
}

void read_trade_codes(Reading& reading) {
  auto& codes = reading.region->network.trade_codes;
  for_each_row(reading, "trade_code", [&](Row const& row) {
    add_id(reading.ids.trade_codes, row, "trade_code");
    codes.name.push_back(required_text(row, "name"));
    reading.states_of_code.push_back(references(reading.ids.states, row, "states"));
  });
  codes.id.values = reading.ids.trade_codes.names;
}

}  // namespace chorsu
