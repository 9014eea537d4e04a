#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// Goods that may fly: one end among the trade codes of the states in which air links begin.
Relation flying_relation(Reading const& reading) {
  auto const& network = reading.region->network;
  auto states = std::set<StateId>{};
  for (auto const link : ids_of<LinkId>(network.links.mode.size())) {
    auto const from = network.links.from[link];
    if (network.links.mode[link] == Mode::kAir && !from.is_none()) {
      states.insert(network.nodes.state[from]);
    }
  }
  auto relation = Relation{};
  for (auto const code : reading.states_of_code.ids()) {
    auto const& members = reading.states_of_code[code];
    if (std::ranges::any_of(members, [&](StateId s) { return states.contains(s); })) {
      relation.one_end_in.push_back(code);
    }
  }
  return relation;
}

void read_avoidable(Reading& reading, Row const& row) {
  auto& costs = reading.region->prices.avoidable;
  choice(row,
         "mode",
         Words<int>{{"rail", 0},
                    {"road", 0},
                    {"sea", 0},
                    {"ferry", 0},
                    {"inland_water", 0},
                    {"air", 0},
                    {"port", 0},
                    {"border", 0}});
  choice(row, "item", Words<int>{{"tariff", 0}, {"fee", 0}, {"handling", 0}});
  auto const share = measure(row, "share", kShare);
  auto const what = fmt::format("{} {}", cell(row, "mode"), cell(row, "item"));
  if (what == "rail tariff") {
    costs.rail_tariff = share;
  } else if (what == "road tariff") {
    costs.road_tariff = share;
  } else if (what == "border fee") {
    costs.border_fee = share;
  } else if (what == "port handling") {
    costs.handling = share;
  }
}

void check_avoidable(Reading& reading) {
  auto const& costs = reading.region->prices.avoidable;
  auto const check = [&](Measure const& share, char const* what) {
    if (share.fact.is_none()) {
      report(reading, "avoidable_cost.csv", fmt::format("no row for {}", what), "Add it.");
    }
  };
  check(costs.rail_tariff, "rail, tariff");
  check(costs.road_tariff, "road, tariff");
  check(costs.border_fee, "border, fee");
  check(costs.handling, "port, handling");
}

/// The end of a link that a row names, as whether the row runs against the link's own direction.
bool is_reversed(Reading const& reading, Row const& row, LinkId link) {
  auto const from = reference(reading.ids.nodes, row, "from_node_id");
  auto const to = reference(reading.ids.nodes, row, "to_node_id");
  if (link.is_none()) {
    return false;
  }
  auto const& links = reading.region->network.links;
  auto const is_forward = links.from[link] == from && links.to[link] == to;
  auto const is_backward = links.from[link] == to && links.to[link] == from;
  if (!is_forward && !is_backward) {
    report(row,
           "from_node_id",
           fmt::format("link {} has other ends", in_quotes(cell(row, "link_id"))),
           "Write its two nodes, in the direction of travel.");
  }
  return is_backward;
}

void check_side(Reading const& reading, Row const& row, BorderSides::Row const& side) {
  if (side.link.is_none() || side.state.is_none()) {
    return;
  }
  auto const& network = reading.region->network;
  if (!crosses_border(reading, side.link)) {
    report(row,
           "link_id",
           fmt::format("{} crosses no border", in_quotes(cell(row, "link_id"))),
           "Name a link between two states.");
    return;
  }
  auto const at_to = side.entry != side.reversed;
  auto const node = at_to ? network.links.to[side.link] : network.links.from[side.link];
  auto const state = node.is_none() ? StateId{} : network.nodes.state[node];
  if (!state.is_none() && state != side.state) {
    report(row,
           "state",
           fmt::format("{} is not the state on this side", in_quotes(cell(row, "state"))),
           fmt::format("Write {}.", network.states.id[state]));
  }
}

}  // namespace

void read_air_rates(Reading& reading) {
  auto& air = reading.region->prices.air;
  auto key = UniqueKey{.columns = {"link_id", "from_node_id"}, .seen = {}};
  for_each_row(reading, "air_rate", [&](Row const& row) {
    check_unique(row, key);
    auto const link = reference(reading.ids.links, row, "link_id");
    air.rows.push_back({link,
                        is_reversed(reading, row, link),
                        measure(row, "rate", kNotNegative),
                        measure(row, "hours", kNotNegative)});
  });
  air.relation = flying_relation(reading);
}

void read_handling(Reading& reading) {
  auto ids = UniqueKey{.columns = {"handling_id"}, .seen = {}};
  auto key = UniqueKey{.columns = {"operation", "node_id", "carried_as"}, .seen = {}};
  for_each_row(reading, "handling", [&](Row const& row) {
    check_unique(row, ids);
    check_unique(row, key);
    auto handling = Handling::Row{};
    handling.operation = choice<Operation>(row,
                                           "operation",
                                           {{"port", Operation::kPort},
                                            {"gauge_change", Operation::kGaugeChange},
                                            {"rail_road", Operation::kRailRoad},
                                            {"rail_load", Operation::kRailLoad}});
    handling.node = reference_or_any(reading.ids.nodes, row, "node_id");
    handling.form = choice(row, "carried_as", kFormWords);
    handling.unit = choice<HandlingUnit>(row,
                                         "unit",
                                         {{"US$/TEU", HandlingUnit::kPerTeu},
                                          {"US$/t", HandlingUnit::kPerTonne},
                                          {"US$/wagon", HandlingUnit::kPerWagon}});
    handling.cost = measure(row, "cost", kNotNegative);
    handling.hours = measure(row, "hours", kNotNegative);
    reading.region->prices.handling.rows.push_back(handling);
  });
}

void read_crossings(Reading& reading) {
  auto key = UniqueKey{.columns = {"link_id", "from_node_id", "role"}, .seen = {}};
  for_each_row(reading, "crossing", [&](Row const& row) {
    check_unique(row, key);
    auto const link = reference(reading.ids.links, row, "link_id");
    auto side = BorderSides::Row{};
    side.link = link;
    side.reversed = is_reversed(reading, row, link);
    side.entry = choice<bool>(row, "role", {{"exit", false}, {"entry", true}});
    side.state = reference(reading.ids.states, row, "state");
    side.hours = measure(row, "hours", kNotNegative);
    side.fee = measure(row, "fee", kNotNegative);
    side.unit = choice<FeeUnit>(
        row,
        "fee_unit",
        {{"US$/truck", FeeUnit::kPerTruck}, {"US$/wagon_or_teu", FeeUnit::kPerWagonOrTeu}});
    side.includes_transfer = boolean(row, "includes_transfer");
    check_side(reading, row, side);
    reading.region->prices.borders.rows.push_back(side);
  });
}

void read_other_prices(Reading& reading) {
  auto relations = UniqueKey{.columns = {"exporter", "importer", "commodity_id"}, .seen = {}};
  for_each_row(reading, "relation_value", [&](Row const& row) {
    check_unique(row, relations);
    auto const& ids = reading.ids;
    reading.region->prices.relations.rows.push_back(
        {reference(ids.trade_codes, row, "exporter"),
         reference(ids.trade_codes, row, "importer"),
         reference(ids.commodities, row, "commodity_id"),
         measure(row, "vot", kNotNegative)});
  });
  auto key = UniqueKey{.columns = {"mode", "item"}, .seen = {}};
  for_each_row(reading, "avoidable_cost", [&](Row const& row) {
    check_unique(row, key);
    read_avoidable(reading, row);
  });
  check_avoidable(reading);
}

}  // namespace chorsu
