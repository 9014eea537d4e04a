#include "row_names.h"

#include <fmt/format.h>

#include "chorsu/report/answers.h"

namespace chorsu {

namespace {

struct Names {
  Region const& region;
  Column<FactId, std::string> of;

  void set(FactId fact, std::string name) {
    if (!fact.is_none() && fact.value < of.size()) {
      of[fact] = std::move(name);
    }
  }
  std::string node(NodeId id) const {
    return id.is_none() ? "anywhere" : region.network.nodes.name[id];
  }
  std::string state(StateId id) const { return id.is_none() ? "" : region.network.states.name[id]; }
  std::string code(TradeCodeId id) const {
    return id.is_none() ? "any" : region.network.trade_codes.id[id];
  }
};

char const* to_string(Operation operation) {
  switch (operation) {
    case Operation::kPort:
      return "port handling";
    case Operation::kGaugeChange:
      return "gauge change";
    case Operation::kRailRoad:
      return "between rail and road";
    case Operation::kRailLoad:
      break;
  }
  return "loading of trains";
}

void name_states(Names& names) {
  auto const& p = names.region.prices.states;
  auto const& states = names.region.network.states.name;
  for (auto const state : states.ids()) {
    names.set(p.rail_box[state].fact, states[state] + ", rail tariff, containers");
    names.set(p.rail_bulk[state].fact, states[state] + ", rail tariff, bulk");
    names.set(p.road[state].fact, states[state] + ", road tariff");
    names.set(p.rail_speed[state].fact, states[state] + ", speed of trains");
    names.set(p.road_speed[state].fact, states[state] + ", speed of lorries");
  }
}

void name_borders(Names& names) {
  auto const& network = names.region.network;
  for (auto const& row : names.region.prices.borders.rows) {
    auto const from = row.reversed ? network.links.to[row.link] : network.links.from[row.link];
    auto const to = row.reversed ? network.links.from[row.link] : network.links.to[row.link];
    names.set(row.hours.fact,
              fmt::format("{} to {} ({}), {} {}",
                          network.nodes.name[from],
                          network.nodes.name[to],
                          to_string(network.links.mode[row.link]),
                          row.entry ? "entry to" : "exit from",
                          names.state(row.state)));
  }
}

void name_other_prices(Names& names) {
  auto const& p = names.region.prices;
  for (auto const& row : p.handling.rows) {
    names.set(row.cost.fact,
              fmt::format("{}, {}, {}",
                          to_string(row.operation),
                          names.node(row.node),
                          row.form == Form::kBox ? "boxes" : "bulk"));
  }
  for (auto const& row : p.water.rows) {
    names.set(
        row.fact,
        fmt::format(
            "{} on {}, {}", to_string(row.mode), names.region.network.basins[row.basin], row.id));
  }
  for (auto const& row : p.air.rows) {
    names.set(row.rate.fact, link_name(names.region.network, row.link));
  }
  for (auto const& row : p.rules.rows) {
    names.set(row.value.fact, "access rule " + row.id);
  }
  for (auto const& row : names.region.level_rules.rows) {
    names.set(row.value.fact, "level rule " + row.id);
  }
  names.set(p.avoidable.rail_tariff.fact, "avoidable of rail tariffs");
  names.set(p.avoidable.road_tariff.fact, "avoidable of road tariffs");
  names.set(p.avoidable.border_fee.fact, "avoidable of border fees");
  names.set(p.avoidable.handling.fact, "avoidable of handling");
}

void name_capacities(Names& names) {
  auto const& region = names.region;
  auto const& c = region.capacities;
  for (auto const& row : c.defaults.rows) {
    names.set(row.delay.capacity.fact, "capacity of " + row.id);
  }
  for (auto const& row : c.crossings.rows) {
    names.set(row.delay.capacity.fact, "crossing " + link_name(region.network, row.link));
  }
  for (auto const& row : c.ports.rows) {
    names.set(row.delay.capacity.fact, "port of " + names.node(row.node));
  }
  for (auto const& row : c.ferries.rows) {
    names.set(row.delay.capacity.fact, link_name(region.network, row.link));
  }
}

void name_projects(Names& names) {
  auto const& projects = names.region.projects;
  for (auto const project : projects.effects.ids()) {
    for (auto const& effect : projects.effects[project]) {
      names.set(effect.value.fact, "effect of " + projects.title[project]);
    }
  }
}

void name_trade(Names& names) {
  auto const& trade = names.region.trade;
  for (auto const& row : trade.table.rows) {
    names.set(row.value.fact,
              fmt::format("trade of {} to {}", names.code(row.exporter), names.code(row.importer)));
  }
}

}  // namespace

Column<FactId, std::string> row_names(Region const& region) {
  auto names = Names{region, {}};
  names.of.values.resize(region.facts.file.size());
  name_states(names);
  name_borders(names);
  name_other_prices(names);
  name_capacities(names);
  name_projects(names);
  name_trade(names);
  return std::move(names.of);
}

}  // namespace chorsu
