#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "gmns_tables.h"
#include "text_scan.h"

namespace chorsu {

namespace {

/// Zones while nodes are read: where each has its nodes.
struct Zones {
  GmnsIds<std::size_t> places;
  std::vector<std::string_view> names;
  std::vector<std::vector<TrafficNodeId>> nodes;
};

struct NodeColumns {
  GmnsColumn id;
  GmnsColumn zone;
  GmnsColumn type;
  GmnsColumn is_centroid;  ///< AequilibraE
};

/// Tables and what is made of them.
struct Reading {
  TrafficNetwork& network;
  GmnsIds<TrafficNodeId>& nodes;
  Problems& problems;
  Zones zones{};
  NodeColumns columns{};
  bool zones_are_listed{false};
};

std::size_t add_zone(Zones& zones, std::string_view name) {
  auto const [place, is_new] = zones.places.try_emplace(name, zones.names.size());
  if (is_new) {
    zones.names.push_back(name);
    zones.nodes.emplace_back();
  }
  return place->second;
}

void read_zones(Reading& reading, NamedBytes& table) {
  auto id = GmnsColumn{};
  auto const begin = [&](GmnsRow const& header) {
    id = find_column(header.header, {"zone_id"});
    if (!id) {
      report_missing(header, "zone_id");
    }
    return id.has_value();
  };
  auto const use = [&](GmnsRow const& row) {
    auto const name = id_text(row, id);
    if (name.empty()) {
      report(row, id, "the cell is empty", "Give every zone an id.");
    } else if (reading.zones.places.contains(name)) {
      report(row, id, "zone " + in_quotes(name) + " stands twice", "Keep one of them.");
    } else {
      add_zone(reading.zones, name);
    }
  };
  read_table(table, {begin, use}, reading.problems);
}

/// The zone that a row's node belongs to; empty for none.
std::string_view zone_of(Reading const& reading, GmnsRow const& row) {
  auto const& columns = reading.columns;
  if (!columns.zone && columns.is_centroid) {
    auto const is = text(row, columns.is_centroid);
    return is == "1" || is == "true" || is == "True" ? id_text(row, columns.id)
                                                     : std::string_view{};
  }
  auto const name = id_text(row, columns.zone);
  auto const means_none = name == "0" || name == "-1";
  return means_none && !reading.zones.places.contains(name) ? std::string_view{} : name;
}

/// A centroid that carries no through traffic says so in its type.
bool is_centroid(std::string_view type) {
  return type == "centroid" || type == "zone_centroid";
}

void read_node(Reading& reading, GmnsRow const& row) {
  auto const id = id_text(row, reading.columns.id);
  if (id.empty()) {
    report(row, reading.columns.id, "the cell is empty", "Give every node an id.");
    return;
  }
  auto& nodes = reading.network.nodes;
  auto const node = nodes.name.push_back(std::string{id});
  nodes.through.push_back(is_centroid(text(row, reading.columns.type)) ? 0U : 1U);
  if (!reading.nodes.try_emplace(id, node).second) {
    report(row,
           reading.columns.id,
           "node " + in_quotes(id) + " stands twice",
           "Give every node an id of its own.");
  }
  auto const zone = zone_of(reading, row);
  if (zone.empty()) {
    return;
  }
  if (reading.zones_are_listed && !reading.zones.places.contains(zone)) {
    report(row,
           reading.columns.zone,
           "no zone " + in_quotes(zone) + " in zone.csv",
           "Add it there, or leave the cell empty.");
    return;
  }
  reading.zones.nodes[add_zone(reading.zones, zone)].push_back(node);
}

/// Zones without a list stand by number where all have one.
std::vector<std::size_t> order_of(Zones const& zones, bool as_listed) {
  auto order = std::vector<std::size_t>{};
  auto numbers = std::vector<std::uint64_t>{};
  for (auto const name : zones.names) {
    order.push_back(order.size());
    if (auto const number = whole_number(name)) {
      numbers.push_back(*number);
    }
  }
  if (!as_listed && numbers.size() == order.size()) {
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{numbers[i], i}; });
  }
  return order;
}

TrafficNodeId own_centroid(TrafficNetwork& network,
                           std::string_view zone,
                           std::vector<TrafficNodeId> const& nodes) {
  auto const centroid = network.nodes.name.push_back(fmt::format("zone:{}", zone));
  network.nodes.through.push_back(0U);
  for (auto const node : nodes) {
    add_connector(network, centroid, node);
    add_connector(network, node, centroid);
  }
  return centroid;
}

void add_zones(Reading& reading, std::string const& file) {
  auto const& zones = reading.zones;
  auto own = std::size_t{0};
  for (auto const i : order_of(zones, reading.zones_are_listed)) {
    auto const& nodes = zones.nodes[i];
    if (nodes.empty()) {
      continue;
    }
    own += nodes.size() > 1U ? 1U : 0U;
    auto const centroid =
        nodes.size() == 1U ? nodes.front() : own_centroid(reading.network, zones.names[i], nodes);
    reading.network.zones.name.push_back(std::string{zones.names[i]});
    reading.network.zones.centroid.push_back(centroid);
  }
  auto const& names = reading.network.zones.name;
  auto const say = [&](Severity severity, std::string message, std::string remedy) {
    add(reading.problems, Finding{severity, file, 0U, {}, std::move(message), std::move(remedy)});
  };
  if (names.size() == 0U && reading.problems.errors == 0U) {
    say(Severity::kError, "no node has a zone", "Say in zone_id where trips begin and end.");
  }
  if (own > 0U) {
    say(Severity::kNote,
        fmt::format("zones of several nodes: {}; each gets a centroid of its own, linked to them",
                    own),
        {});
  }
}

}  // namespace

void add_connector(TrafficNetwork& network, TrafficNodeId from, TrafficNodeId to) {
  constexpr auto kNeverFull = 999999.0;
  auto& links = network.links;
  links.name.push_back({});
  links.from.push_back(from);
  links.to.push_back(to);
  links.capacity.push_back(kNeverFull);
  links.length.push_back(0.0);
  links.free_flow_time.push_back(0.0);
  links.b.push_back(0.0);
  links.power.push_back(0.0);
  links.toll.push_back(0.0);
  links.open.push_back(1U);
}

void read_nodes(GmnsTables& tables,
                TrafficNetwork& network,
                GmnsIds<TrafficNodeId>& nodes,
                Problems& problems) {
  auto reading = Reading{.network = network, .nodes = nodes, .problems = problems};
  if (tables.zone) {
    read_zones(reading, *tables.zone);
    reading.zones_are_listed = true;
  }
  auto const begin = [&](GmnsRow const& header) {
    reading.columns = {find_column(header.header, {"node_id"}),
                       find_column(header.header, {"zone_id", "taz"}),
                       find_column(header.header, {"node_type"}),
                       find_column(header.header, {"is_centroid"})};
    if (!reading.columns.id) {
      report_missing(header, "node_id");
    }
    return reading.columns.id.has_value();
  };
  auto const use = [&](GmnsRow const& row) { read_node(reading, row); };
  read_table(tables.node, {begin, use}, problems);
  add_zones(reading, tables.node.name);
}

}  // namespace chorsu
