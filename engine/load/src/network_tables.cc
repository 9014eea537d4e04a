#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

void read_gauge(Links& links, Row const& row, Mode mode) {
  constexpr auto kNarrowest = 500;
  constexpr auto kWidest = 2000;
  auto const gauge = optional_integer(row, "gauge_mm", kNarrowest, kWidest);
  if (mode == Mode::kRail && !gauge) {
    report(row, "gauge_mm", "a railway without a gauge", "Write it in mm, as 1520.");
  }
  links.gauge.push_back(static_cast<std::uint16_t>(mode == Mode::kRail ? gauge.value_or(0) : 0));
}

/// Year in which a link may be expected; 0 where none is given.
std::int16_t expected_year(Row const& row) {
  auto const year = optional_integer(row, "expected", kFirstYear, kLastYear);
  auto const low = optional_integer(row, "expected_low", kFirstYear, kLastYear);
  auto const high = optional_integer(row, "expected_high", kFirstYear, kLastYear);
  if (year && (low.value_or(*year) > *year || *year > high.value_or(*year))) {
    report(row,
           "expected",
           fmt::format("the range does not hold the year {}", *year),
           "Write expected_low <= expected <= expected_high.");
  }
  return static_cast<std::int16_t>(year.value_or(0));
}

/// Year in which a link opened, or may be expected to; 0 where none is given.
std::int16_t year_of_opening(Row const& row, Status status) {
  constexpr auto kFirstRailway = 1825;
  auto const expected = expected_year(row);
  auto const opened = optional_integer(row, "opened", kFirstRailway, kLastYear);
  return status == Status::kOperational ? static_cast<std::int16_t>(opened.value_or(0)) : expected;
}

void check_ends(Row const& row, NodeId from, NodeId to) {
  if (from == to && !from.is_none()) {
    report(row, "to_node_id", "the link ends where it begins", "Name another node.");
  }
}

void check_directed(Row const& row) {
  if (boolean(row, "directed")) {
    report(row, "directed", "directed links are not read", "Write false: a link runs both ways.");
  }
}

void read_link(Reading& reading, Row const& row) {
  auto& links = reading.region->network.links;
  auto const& ids = reading.ids;
  add_id(reading.ids.links, row, "link_id");
  auto const mode = choice(row, "mode", kModes);
  auto const from = reference(ids.nodes, row, "from_node_id");
  auto const to = reference(ids.nodes, row, "to_node_id");
  check_ends(row, from, to);
  check_directed(row);
  links.from.push_back(from);
  links.to.push_back(to);
  links.mode.push_back(mode);
  read_gauge(links, row, mode);
  links.length.push_back(measure(row, "length", kNotNegative));
  auto const status = choice(row, "status", kStatuses);
  links.status.push_back(status);
  links.expected.push_back(year_of_opening(row, status));
  optional_reference(ids.capacities, row, "capacity_id");
  links.capacity_id.push_back(std::string{cell(row, "capacity_id")});
  auto const is_on_water = is_water(mode) || mode == Mode::kFerry;
  links.basin.push_back(is_on_water ? reference(ids.basins, row, "basin")
                                    : optional_reference(ids.basins, row, "basin"));
  links.fact.push_back(row.fact);
}

void read_zone(Reading& reading, Row const& row) {
  auto& zones = reading.region->network.zones;
  auto const& ids = reading.ids;
  add_id(reading.ids.zones, row, "zone_id");
  zones.name.push_back(required_text(row, "name"));
  zones.state.push_back(reference(ids.states, row, "state"));
  zones.node.push_back(reference(ids.nodes, row, "node_id"));
  auto const codes = references(ids.trade_codes, row, "trade_code");
  zones.trade_code.push_back(codes.empty() ? TradeCodeId{} : codes.front());
  zones.core.push_back(choice<std::uint8_t>(row, "kind", {{"core", 1U}, {"external", 0U}}));
  zones.access.push_back(measure(row, "access_km", kNotNegative));
  zones.access_basin.push_back(optional_reference(ids.basins, row, "access_basin"));
  if (zones.access.values.back().value > 0.0 && zones.access_basin.values.back().is_none()) {
    report(row, "access_basin", "a sea leg without a basin", "Name the basin that prices it.");
  }
  zones.fact.push_back(row.fact);
}

/// Nodes name zones and zones name nodes: the first is checked when both are known.
void check_zones_of_nodes(Reading& reading) {
  auto const table = reopen(reading, "node");
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    optional_reference(reading.ids.zones, Row{.table = table, .index = i}, "zone_id");
  }
}

}  // namespace

void read_nodes(Reading& reading) {
  auto& nodes = reading.region->network.nodes;
  for_each_row(reading, "node", [&](Row const& row) {
    add_id(reading.ids.nodes, row, "node_id");
    nodes.name.push_back(required_text(row, "name"));
    nodes.kind.push_back(std::string{cell(row, "node_type")});
    nodes.state.push_back(optional_reference(reading.ids.states, row, "state"));
    nodes.lon.push_back(number(row, "x_coord", {.low = -180.0, .high = 180.0}));
    nodes.lat.push_back(number(row, "y_coord", {.low = -90.0, .high = 90.0}));
    nodes.fact.push_back(row.fact);
  });
  nodes.id.values = reading.ids.nodes.names;
}

void read_links(Reading& reading) {
  for_each_row(reading, "link", [&](Row const& row) { read_link(reading, row); });
  reading.region->network.links.id.values = reading.ids.links.names;
}

void read_zones(Reading& reading) {
  for_each_row(reading, "zone", [&](Row const& row) { read_zone(reading, row); });
  reading.region->network.zones.id.values = reading.ids.zones.names;
  check_zones_of_nodes(reading);
}

}  // namespace chorsu
