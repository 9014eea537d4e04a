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

}  // namespace

void read_aliases(Reading& reading) {
  auto meaning = std::map<std::string, std::string>{};
  for_each_row(reading, "alias", [&](Row const& row) { read_alias(reading, row, meaning); });
}

}  // namespace chorsu
