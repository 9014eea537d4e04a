#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chorsu/access/arc_cost.h"

namespace chorsu::toy {

inline Measure exactly(double x) {
  return {x, x, x, FactId{}};
}

inline constexpr auto kBoxes = CommodityId{0};  ///< 10 t/TEU, 20 t/truck, 0.5 US$/(t·h)
inline constexpr auto kGrain = CommodityId{1};  ///< bulk, 25 t/truck, 60 t/wagon, 0.01 US$/(t·h)
inline constexpr auto kConsumer = ClassGroupId{0};
inline constexpr auto kFood = ClassGroupId{1};

/// Two states with prices that are easy to multiply, and whatever a test draws between them.
struct ToyRegion {
  Network network;
  Capacities capacities;
  Projects projects;
  PriceTables prices;
  Commodities commodities;
  std::vector<Effect> effects;  ///< for some goods only, all in force
  StateId here, there;
  TradeCodeId code_here{0}, code_there{1}, code_far{2};
  NodeId a, b, c;  ///< a and b here, c there

  ToyRegion() {
    here = state("AAA", 0.06, 0.04, 0.10, 40.0, 50.0);
    there = state("BBB", 0.12, 0.08, 0.20, 20.0, 25.0);
    for (auto const* id : {"AAA", "BBB", "CCC"}) {
      network.trade_codes.id.push_back(id);
    }
    a = node("a", here);
    b = node("b", here);
    c = node("c", there);
    network.basins.push_back("caspian");
    commodities.group_id.values = {"consumer", "food"};
    commodity("boxes", kConsumer, Form::kBox, {10.0, 20.0, 25.0}, 0.5, 0xFF);
    commodity("grain",
              kFood,
              Form::kBulk,
              {22.0, 25.0, 60.0},
              0.01,
              static_cast<std::uint8_t>(0xFFU & ~(1U << static_cast<unsigned>(Mode::kAir))));
  }

  StateId state(std::string const& id,
                double rail_box,
                double rail_bulk,
                double road,
                double rail_speed,
                double road_speed) {
    auto& p = prices.states;
    p.rail_box.push_back(exactly(rail_box));
    p.rail_bulk.push_back(exactly(rail_bulk));
    p.road.push_back(exactly(road));
    p.rail_speed.push_back(exactly(rail_speed));
    p.road_speed.push_back(exactly(road_speed));
    network.states.name.push_back(id);
    network.states.core.push_back(1U);
    return network.states.id.push_back(id);
  }

  struct Loads {
    double teu, truck, wagon;  ///< t
  };
  void commodity(std::string const& id,
                 ClassGroupId group,
                 Form form,
                 Loads loads,
                 double value_of_time,
                 std::uint8_t modes) {
    auto& k = commodities;
    k.id.push_back(id);
    k.name.push_back(id);
    k.group.push_back(group);
    k.form.push_back(form);
    k.value.push_back(exactly(1000.0));
    k.value_of_time.push_back(exactly(value_of_time));
    k.theta.push_back(exactly(0.02));
    k.elasticity.push_back(exactly(1.0));
    k.tonnes_per_teu.push_back(exactly(loads.teu));
    k.tonnes_per_truck.push_back(exactly(loads.truck));
    k.tonnes_per_wagon.push_back(exactly(loads.wagon));
    k.modes.push_back(modes);
    k.fact.push_back(FactId{});
  }

  NodeId node(std::string const& id, StateId in) {
    network.nodes.name.push_back(id);
    network.nodes.kind.push_back("");
    network.nodes.state.push_back(in);
    network.nodes.lon.push_back(0.0);
    network.nodes.lat.push_back(0.0);
    network.nodes.fact.push_back(FactId{});
    return network.nodes.id.push_back(id);
  }

  LinkId link(Mode mode, NodeId from, NodeId to, double km, std::uint16_t gauge = 0U) {
    auto& l = network.links;
    l.from.push_back(from);
    l.to.push_back(to);
    l.mode.push_back(mode);
    l.gauge.push_back(gauge);
    l.length.push_back(exactly(km));
    l.status.push_back(Status::kOperational);
    l.expected.push_back(0);
    l.capacity_id.push_back("line");
    l.basin.push_back(mode == Mode::kSea || mode == Mode::kFerry ? BasinId{0} : BasinId{});
    l.fact.push_back(FactId{});
    return l.id.push_back("link" + std::to_string(l.id.size()));
  }
  LinkId rail(NodeId from, NodeId to, double km, std::uint16_t gauge = 1520U) {
    return link(Mode::kRail, from, to, km, gauge);
  }
  LinkId road(NodeId from, NodeId to, double km) { return link(Mode::kRoad, from, to, km); }

  ZoneId zone(NodeId at) {
    auto& z = network.zones;
    z.name.push_back(network.nodes.id[at]);
    z.state.push_back(network.nodes.state[at]);
    z.node.push_back(at);
    z.trade_code.push_back(TradeCodeId{network.nodes.state[at].value});
    z.core.push_back(1U);
    z.access.push_back(exactly(0.0));
    z.access_basin.push_back(BasinId{});
    z.fact.push_back(FactId{});
    return z.id.push_back(network.nodes.id[at]);
  }

  /// Ships at 0.05 US$/(t·km) for boxes and 0.02 for bulk, 20 km/h, 10 US$/t a call, 48 h to load
  /// and 24 h to discharge.
  void ships(bool handling_included) {
    for (auto const form : {Form::kBox, Form::kBulk}) {
      auto& row = water(Carriage::kShip, form == Form::kBox ? 0.05 : 0.02, 10.0);
      row.form = form;
      row.groups = {form == Form::kBox ? kConsumer : kFood};
      row.handling_included = handling_included;
      row.load_hours = exactly(48.0);
      row.discharge_hours = exactly(24.0);
    }
  }

  WaterRates::Row& water(Carriage carriage, double rate, double call) {
    auto row = WaterRates::Row{};
    row.basin = BasinId{0};
    row.carriage = carriage;
    row.groups = {kConsumer, kFood};
    row.rate = exactly(rate);
    row.call = exactly(call);
    row.speed = exactly(20.0);
    prices.water.rows.push_back(row);
    return prices.water.rows.back();
  }

  void handling(Operation operation,
                Form form,
                HandlingUnit unit,
                double cost,
                double hours,
                NodeId at = {}) {
    prices.handling.rows.push_back({operation, at, form, unit, exactly(cost), exactly(hours)});
  }

  /// Both sides of a border in both directions.
  void border(LinkId at,
              FeeUnit unit,
              double exit_fee,
              double entry_fee,
              double exit_hours,
              double entry_hours) {
    for (auto const reversed : {false, true}) {
      for (auto const entry : {false, true}) {
        auto row = BorderSides::Row{};
        row.link = at;
        row.reversed = reversed;
        row.entry = entry;
        row.fee = exactly(entry ? entry_fee : exit_fee);
        row.hours = exactly(entry ? entry_hours : exit_hours);
        row.unit = unit;
        prices.borders.rows.push_back(row);
      }
    }
  }

  AccessRules::Row& rule(RuleKind kind, double value) {
    auto row = AccessRules::Row{};
    row.kind = kind;
    row.commodities = {kBoxes, kGrain};
    row.value = exactly(value);
    prices.rules.rows.push_back(row);
    return prices.rules.rows.back();
  }

  CostInputs inputs(Supernetwork const& s) const {
    return {network, s, capacities, prices, commodities, effects};
  }

  World world(Supernetwork const& s, char const* date = "2024-07-01") const {
    auto const events = StatusEvents{};
    auto const rules = StatusRules{};
    auto result =
        world_on({network, projects, s, events, rules}, Date::parse(date).value_or(Date{}), {});
    result.conditional.assign(effects.size(), 1U);
    return result;
  }
};

/// Goods between two codes, and the prices that they see in one world of a region.
struct Goods {
  ToyRegion const& region;
  Supernetwork s;
  World world;
  UserClasses classes;
  UserClassId user;

  explicit Goods(ToyRegion const& r,
                 CommodityId commodity,
                 TradeCodeId from = TradeCodeId{0},
                 TradeCodeId to = TradeCodeId{1},
                 char const* date = "2024-07-01")
      : region{r}, s{expand(r.network, r.capacities)}, world{r.world(s, date)} {
    user = user_class(classes, region.inputs(s), commodity, from, to);
  }

  ArcPrice price(ArcId arc) const {
    auto const inputs = region.inputs(s);
    return price_arc(inputs, price_lookup(inputs), world, classes, user, arc);
  }

  /// Arcs of a kind, in order, of a link where one is named.
  std::vector<ArcId> arcs(ArcKind kind, LinkId link = {}, bool reversed = false) const {
    auto result = std::vector<ArcId>{};
    for (auto const arc : s.arcs.from.ids()) {
      auto const is_there = s.arcs.link[arc] == link && (s.arcs.reversed[arc] != 0U) == reversed;
      if (s.arcs.kind[arc] == kind && is_there) {
        result.push_back(arc);
      }
    }
    return result;
  }
  ArcPrice first(ArcKind kind, LinkId link = {}, bool reversed = false) const {
    return price(arcs(kind, link, reversed).at(0));
  }
};

}  // namespace chorsu::toy
