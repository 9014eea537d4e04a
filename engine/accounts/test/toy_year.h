#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "chorsu/accounts/accounts.h"

namespace chorsu::toy {

inline Measure exactly(double x) {
  return {x, x, x, FactId{}};
}

inline constexpr auto kGrain = CommodityId{0};  ///< bulk, 50 t a wagon, 25 t a truck

/// A network drawn in the test, its prices, and a year of freight on routes named by their links.
/// Border fees: 2 US$/t to leave, 3 US$/t to enter. Loading a train 4 US$/t, a ship 11 US$/t in the
/// port, 5 US$/t each end of a ferry. Avoidable: rail 0.6, road 0.8, fees 0.2, handling 0.5.
struct ToyYear {
  Network network;
  Capacities capacities;
  PriceTables prices;
  Commodities commodities;
  std::vector<Effect> effects;
  Supernetwork supernetwork;
  UserClasses classes;
  Lanes lanes;
  World world;

  ToyYear() {
    auto& k = commodities;
    k.group_id.push_back("food");
    k.id.push_back("grain");
    k.name.push_back("Grain");
    k.group.push_back(ClassGroupId{0});
    k.form.push_back(Form::kBulk);
    k.value.push_back(exactly(300.0));
    k.value_of_time.push_back(exactly(0.01));
    k.theta.push_back(exactly(0.05));
    k.elasticity.push_back(exactly(0.5));
    k.tonnes_per_teu.push_back(exactly(20.0));
    k.tonnes_per_truck.push_back(exactly(25.0));
    k.tonnes_per_wagon.push_back(exactly(50.0));
    k.modes.push_back(0xFFU);
    k.fact.push_back(FactId{});
    network.basins.push_back("gulf");
    network.basins.push_back("river");
    prices.avoidable = {exactly(0.6), exactly(0.8), exactly(0.2), exactly(0.5)};
    for (auto const& [operation, cost] : {std::pair{Operation::kRailLoad, 4.0},
                                          {Operation::kPort, 6.0},
                                          {Operation::kGaugeChange, 7.0},
                                          {Operation::kRailRoad, 8.0}}) {
      prices.handling.rows.push_back(
          {operation, NodeId{}, Form::kBulk, HandlingUnit::kPerTonne, exactly(cost), exactly(1.0)});
    }
    for (auto const basin : {BasinId{0}, BasinId{1}}) {
      for (auto const carriage : {Carriage::kShip, Carriage::kWagonFerry, Carriage::kTruckFerry}) {
        water_rate(basin, carriage);
      }
    }
  }

  void water_rate(BasinId basin, Carriage carriage) {
    auto row = WaterRates::Row{};
    row.basin = basin;
    row.carriage = carriage;
    row.groups = {ClassGroupId{0}};
    row.form = Form::kBulk;
    row.rate = exactly(0.01);
    row.call = exactly(5.0);
    row.speed = exactly(20.0);
    prices.water.rows.push_back(row);
  }

  StateId state(std::string const& id, double rail, double road = 0.1) {
    auto& p = prices.states;
    p.rail_box.push_back(exactly(rail));
    p.rail_bulk.push_back(exactly(rail));
    p.road.push_back(exactly(road));
    p.rail_speed.push_back(exactly(30.0));
    p.road_speed.push_back(exactly(40.0));
    network.states.name.push_back("State " + id);
    network.states.core.push_back(1U);
    return network.states.id.push_back(id);
  }

  NodeId node(std::string const& id, StateId in) {
    network.nodes.name.push_back(id);
    network.nodes.kind.push_back("city");
    network.nodes.state.push_back(in);
    network.nodes.lon.push_back(60.0 + static_cast<double>(network.nodes.id.size()));
    network.nodes.lat.push_back(40.0);
    network.nodes.fact.push_back(FactId{});
    return network.nodes.id.push_back(id);
  }

  LinkId link(Mode mode, NodeId from, NodeId to, double km) {
    auto& l = network.links;
    auto const afloat = is_water(mode) || mode == Mode::kFerry;
    l.from.push_back(from);
    l.to.push_back(to);
    l.mode.push_back(mode);
    l.gauge.push_back(mode == Mode::kRail ? 1520U : 0U);
    l.length.push_back(exactly(km));
    l.status.push_back(Status::kOperational);
    l.expected.push_back(0);
    l.capacity_id.push_back("");
    l.basin.push_back(afloat
                          ? BasinId{mode == Mode::kInlandWater ? std::uint8_t{1} : std::uint8_t{0}}
                          : BasinId{});
    l.fact.push_back(FactId{});
    auto const id = l.id.push_back("link" + std::to_string(l.id.size()));
    if (is_crossing(network, id)) {
      border(id);
    }
    if (mode == Mode::kAir) {
      prices.air.rows.push_back({id, false, exactly(500.0), exactly(24.0)});
      prices.air.rows.push_back({id, true, exactly(500.0), exactly(24.0)});
    }
    return id;
  }

  void border(LinkId link) {
    for (auto const reversed : {false, true}) {
      for (auto const entry : {false, true}) {
        auto row = BorderSides::Row{};
        row.link = link;
        row.reversed = reversed;
        row.entry = entry;
        row.hours = exactly(10.0);
        row.fee = exactly(entry ? 150.0 : 100.0);
        row.unit = FeeUnit::kPerWagonOrTeu;
        prices.borders.rows.push_back(row);
      }
    }
  }

  /// `access` [km by sea]: the zone lies overseas in `state`, and `at` stands for its port.
  ZoneId zone(NodeId at, StateId state, double access = 0.0) {
    auto& z = network.zones;
    z.name.push_back(network.nodes.id[at]);
    z.state.push_back(state);
    z.node.push_back(at);
    z.trade_code.push_back(TradeCodeId{0});
    z.core.push_back(1U);
    z.access.push_back(exactly(access));
    z.access_basin.push_back(access > 0.0 ? BasinId{0} : BasinId{});
    z.fact.push_back(FactId{});
    return z.id.push_back("zone" + std::to_string(z.id.size()));
  }
  ZoneId zone(NodeId at) { return zone(at, network.nodes.state[at]); }

  CorridorId corridor(std::string const& id, std::vector<std::vector<LinkId>> const& branches) {
    auto& c = network.corridors;
    c.name.push_back("Corridor " + id);
    auto const corridor = c.id.push_back(id);
    for (auto const& links : branches) {
      c.branch.push_back(id + "/branch");
      c.corridor.push_back(corridor);
      c.links.push_back(links);
    }
    return corridor;
  }

  CostInputs costs() const {
    return {network, supernetwork, capacities, prices, commodities, effects};
  }

  /// Expands what was drawn; call once all nodes, links and zones are there.
  void expand_all() {
    supernetwork = expand(network, capacities);
    auto const projects = Projects{};
    auto const events = StatusEvents{};
    auto const rules = StatusRules{};
    world = world_on({network, projects, supernetwork, events, rules},
                     Date::from_civil(2024).value_or(Date{}),
                     {});
  }

  LaneId lane(ZoneId from, ZoneId to) {
    lanes.destination.push_back(to);
    lanes.commodity.push_back(kGrain);
    lanes.user.push_back(user_class(classes, costs(), kGrain, TradeCodeId{0}, TradeCodeId{0}));
    lanes.tonnes.push_back(0.0);
    return lanes.origin.push_back(from);
  }

  AccountInputs inputs(LogitSolution const& solution) const {
    return {network, costs(), classes, lanes, world, solution};
  }

  std::vector<ArcId> find_route(ZoneId from, ZoneId to, std::vector<LinkId> const& links) const;
};

/// The arcs from zone to zone that run along these links in this order, with the fewest transfers.
/// Empty when there is no such way.
inline std::vector<ArcId> ToyYear::find_route(ZoneId from,
                                              ZoneId to,
                                              std::vector<LinkId> const& links) const {
  using Stage = std::pair<PortId, std::size_t>;
  auto const& s = supernetwork;
  auto const end = Stage{s.destination[to], links.size()};
  auto came_by = std::map<Stage, std::pair<Stage, ArcId>>{};
  auto open = std::deque<Stage>{{s.origin[from], 0U}};
  while (!open.empty() && !came_by.contains(end)) {
    auto const here = open.front();
    open.pop_front();
    for (auto const arc : s.out[here.first]) {
      auto const link = s.arcs.link[arc];
      if (!link.is_none() && (here.second == links.size() || link != links[here.second])) {
        continue;
      }
      auto const inside = s.ports.kind[s.arcs.to[arc]] == PortKind::kBorder;
      auto const next = Stage{s.arcs.to[arc], here.second + (link.is_none() || inside ? 0U : 1U)};
      if (came_by.try_emplace(next, here, arc).second) {
        open.push_back(next);
      }
    }
  }
  auto arcs = std::vector<ArcId>{};
  for (auto at = end; came_by.contains(at) && at.first != s.origin[from]; at = came_by[at].first) {
    arcs.insert(arcs.begin(), came_by[at].second);
  }
  return arcs;
}

/// Tonnes of a lane on one route.
struct ToyFlow {
  LaneId lane;
  std::vector<ArcId> arcs;
  double tonnes{0.0};
  double cost{0.0};  ///< US$/t
};

/// A solution with these flows, in the order of the lanes; logsums 0 until a test sets them.
inline LogitSolution solution_of(ToyYear const& year, std::vector<ToyFlow> const& flows) {
  auto s = LogitSolution{};
  for (auto const lane : year.lanes.origin.ids()) {
    auto routes = std::vector<LaneRoute>{};
    auto sum = 0.0;
    for (auto const& flow : flows) {
      if (flow.lane == lane) {
        auto route = LaneRoute{};
        route.route = s.routes.arcs.push_back(flow.arcs);
        route.tonnes = flow.tonnes;
        route.cost = flow.cost;
        sum += flow.tonnes;
        routes.push_back(route);
      }
    }
    s.lane_routes.push_back(routes);
    s.tonnes.push_back(sum);
    s.logsum.push_back(0.0);
  }
  return s;
}

}  // namespace chorsu::toy
