#include <map>
#include <utility>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

/// Reports when the id of an alias is not there; a crossing is a link between two states.
void check_alias_target(Reading const& reading, Row const& row, PlaceKind kind) {
  auto const& ids = reading.ids;
  switch (kind) {
    case PlaceKind::kProject:
      reference(ids.projects, row, "id");
      break;
    case PlaceKind::kCrossing: {
      auto const link = reference(ids.links, row, "id");
      if (!link.is_none() && !crosses_border(reading, link)) {
        report(row,
               "id",
               fmt::format("{} crosses no border", in_quotes(cell(row, "id"))),
               "Write link as kind.");
      }
      break;
    }
    case PlaceKind::kLink:
      reference(ids.links, row, "id");
      break;
    case PlaceKind::kNode:
      reference(ids.nodes, row, "id");
      break;
    case PlaceKind::kCorridor:
      reference(ids.corridors, row, "id");
      break;
    case PlaceKind::kState:
      reference(ids.states, row, "id");
      break;
    case PlaceKind::kZone:
      reference(ids.zones, row, "id");
      break;
  }
}

void read_alias(Reading& reading, Row const& row, std::map<std::string, std::string>& meaning) {
  auto const alias = required_text(row, "alias");
  auto const kind = choice<PlaceKind>(row,
                                      "kind",
                                      {{"node", PlaceKind::kNode},
                                       {"state", PlaceKind::kState},
                                       {"crossing", PlaceKind::kCrossing},
                                       {"link", PlaceKind::kLink},
                                       {"corridor", PlaceKind::kCorridor},
                                       {"project", PlaceKind::kProject},
                                       {"zone", PlaceKind::kZone}});
  check_alias_target(reading, row, kind);
  auto const key = fmt::format("{} {}", cell(row, "kind"), alias);
  auto const [known, is_new] = meaning.emplace(key, cell(row, "id"));
  if (!is_new) {
    report(row,
           "alias",
           fmt::format("ambiguous: {} names {} '{}' too",
                       in_quotes(alias),
                       cell(row, "kind"),
                       shown(known->second)),
           "Keep one of the two rows.");
  }
  reading.region->aliases.rows.push_back({alias, kind, std::string{cell(row, "id")}});
}

void check_observation(Reading const& reading, Row const& row) {
  auto const& ids = reading.ids;
  auto const kind = cell(row, "entity_kind");
  if (kind == "link" || kind == "crossing") {
    references(ids.links, row, "entity_ids");
  } else if (kind == "node") {
    references(ids.nodes, row, "entity_ids");
  } else if (kind == "state") {
    references(ids.states, row, "entity_ids");
  } else if (kind == "pair") {
    references(ids.trade_codes, row, "entity_ids");
  } else if (!kind.empty()) {
    choice(row,
           "entity_kind",
           Words<int>{{"link", 0}, {"crossing", 0}, {"node", 0}, {"state", 0}, {"pair", 0}});
  }
  if (!cell(row, "quantity").empty()) {
    measure(row, "quantity", kNotNegative);
  }
}

void check_route_case(Reading const& reading, Row const& row) {
  auto const& ids = reading.ids;
  reference(ids.zones, row, "origin_zone");
  reference(ids.zones, row, "destination_zone");
  reference(ids.nodes, row, "origin_node");
  reference(ids.nodes, row, "destination_node");
  reference(ids.commodities, row, "class_id");
  references(ids.branches, row, "branch_ids");
  references(ids.nodes, row, "via_nodes");
  references(ids.sources, row, "fact_ids");
}

}  // namespace

void read_aliases(Reading& reading) {
  auto meaning = std::map<std::string, std::string>{};
  for_each_row(reading, "alias", [&](Row const& row) { read_alias(reading, row, meaning); });
}

void check_observations(Reading& reading) {
  auto observations = UniqueKey{.columns = {"observation_id"}, .seen = {}};
  for_each_row(reading, "observation", [&](Row const& row) {
    check_unique(row, observations);
    check_observation(reading, row);
  });
  auto cases = UniqueKey{.columns = {"case_id"}, .seen = {}};
  for_each_row(reading, "route_case", [&](Row const& row) {
    check_unique(row, cases);
    check_route_case(reading, row);
  });
}

}  // namespace chorsu
