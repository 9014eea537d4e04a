#include "chorsu/run/route.h"

#include <algorithm>
#include <utility>

namespace chorsu {

namespace {

/// A zone that stands at a node for the length of one question.
void add_zone(Network& network, NodeId node) {
  auto& zones = network.zones;
  auto const state = network.nodes.state[node];
  auto code = TradeCodeId{};
  for (auto const zone : ids_of<ZoneId>(zones.id.size())) {
    if (zones.state[zone] == state && !state.is_none()) {
      code = zones.trade_code[zone];
      break;
    }
  }
  zones.id.push_back(network.nodes.id[node]);
  zones.name.push_back(network.nodes.name[node]);
  zones.state.push_back(state);
  zones.node.push_back(node);
  zones.trade_code.push_back(code);
  zones.core.push_back(0U);
  zones.access.push_back({});
  zones.access_basin.push_back(BasinId{});
  zones.fact.push_back(FactId{});
}

/// A network of its own for the question: the region's with a zone at either end.
struct Question {
  Network network;
  Supernetwork supernetwork;
  UserClasses classes;
  ArcCosts costs;
  Column<ArcId, std::uint8_t> open;
  Lanes lanes;
  Column<LaneId, double> tonnes;
  Pivot pivot;
};

using Labels = std::vector<std::vector<ArcId>>;

/// The arcs of each corridor's branches.
Labels corridor_labels(Question const& q) {
  auto const& corridors = q.network.corridors;
  auto const& arcs = q.supernetwork.arcs;
  auto labels = Labels{};
  for (auto const branch : corridors.branch.ids()) {
    auto on_branch = std::vector<std::uint8_t>(q.network.links.id.size(), 0U);
    for (auto const link : corridors.links[branch]) {
      on_branch[link.value] = 1U;
    }
    auto& label = labels.emplace_back();
    for (auto const arc : arcs.link.ids()) {
      auto const link = arcs.link[arc];
      if (!link.is_none() && on_branch[link.value] != 0U) {
        label.push_back(arc);
      }
    }
  }
  return labels;
}

CostInputs cost_inputs(Model const& model, Question const& q) {
  auto const& r = *model.region;
  return {
      q.network, q.supernetwork, r.capacities, r.prices, r.commodities, model.conditional_effects};
}

bool allowed(Question const& q, std::uint8_t modes, ArcId arc) {
  auto const link = q.supernetwork.arcs.link[arc];
  return link.is_none() || allows(modes, q.network.links.mode[link]);
}

Question pose(Model const& model, Future const& future, RouteQuestion const& asked) {
  auto q = Question{};
  q.network = model.region->network;
  add_zone(q.network, asked.from);
  add_zone(q.network, asked.to);
  q.supernetwork = expand(q.network, model.region->capacities);
  auto const count = q.network.zones.id.size();
  auto const from = ZoneId{static_cast<std::uint16_t>(count - 2U)};
  auto const to = ZoneId{static_cast<std::uint16_t>(count - 1U)};
  auto const user = user_class(q.classes,
                               cost_inputs(model, q),
                               asked.commodity,
                               q.network.zones.trade_code[from],
                               q.network.zones.trade_code[to]);
  q.costs = price_arcs(cost_inputs(model, q), future.world, q.classes);
  q.open = open_arcs(q.supernetwork, future.world);
  for (auto const arc : ids_of<ArcId>(q.open.size())) {
    q.open[arc] = allowed(q, asked.modes, arc) ? q.open[arc] : std::uint8_t{0};
  }
  q.lanes.origin.push_back(from);
  q.lanes.destination.push_back(to);
  q.lanes.commodity.push_back(asked.commodity);
  q.lanes.user.push_back(user);
  q.lanes.tonnes.push_back(1.0);
  q.tonnes.push_back(1.0);
  q.pivot.epsilon.push_back(0.0);
  q.pivot.logsum.push_back(0.0);
  return q;
}

Leg leg_of(Model const& model,
           Question const& q,
           PriceLookup const& rows,
           Future const& future,
           ArcId arc) {
  auto const& arcs = q.supernetwork.arcs;
  auto const user = UserClassId{0};
  auto leg = Leg{};
  leg.kind = arcs.kind[arc];
  leg.carriage = arcs.carriage[arc];
  leg.link = arcs.link[arc];
  leg.from = q.supernetwork.ports.node[arcs.from[arc]];
  leg.to = q.supernetwork.ports.node[arcs.to[arc]];
  leg.state = arcs.state[arc];
  leg.km = arcs.length[arc].value;
  auto explained = explain_arc(cost_inputs(model, q), rows, future.world, q.classes, user, arc);
  leg.price = explained.price;
  leg.parts = std::move(explained.parts);
  leg.facility = arcs.facility[arc];
  leg.delay = leg.facility.is_none() ? 0.0 : future.solution.delay[leg.facility];
  leg.hours = leg.price.hours * (1.0 + leg.delay);
  leg.time_cost = leg.hours * q.classes.value_of_time[user];
  return leg;
}

/// Scarcity is charged once for every facility, on the first arc that passes it.
Route route_of(Model const& model,
               Question const& q,
               Future const& future,
               std::span<ArcId const> arcs) {
  auto const rows = price_lookup(cost_inputs(model, q));
  auto route = Route{};
  for (auto const arc : arcs) {
    auto leg = leg_of(model, q, rows, future, arc);
    auto const facility = q.supernetwork.arcs.facility[arc];
    auto const seen =
        std::any_of(arcs.begin(), std::find(arcs.begin(), arcs.end(), arc), [&](ArcId a) {
          return q.supernetwork.arcs.facility[a] == facility;
        });
    if (!facility.is_none() && !seen) {
      leg.scarcity = future.solution.scarcity[facility];
    }
    route.cost_usd_t += leg.cost();
    route.money_usd_t += leg.price.money();
    route.hours += leg.hours;
    route.km += leg.km;
    route.legs.push_back(leg);
  }
  return route;
}

}  // namespace

std::vector<Route> rival_routes(Model const& model,
                                Future const& future,
                                RouteQuestion const& question,
                                LogitSettings const& settings) {
  auto const q = pose(model, future, question);
  auto const problem = LogitProblem{q.supernetwork,
                                    q.costs,
                                    q.open,
                                    future.world.capacity,
                                    q.classes,
                                    model.region->commodities,
                                    q.lanes,
                                    q.tonnes,
                                    q.pivot};
  auto const prices = SolvedPrices{future.solution.flow, future.solution.scarcity};
  auto const labels = question.by_corridors ? corridor_labels(q) : Labels{};
  auto const solution = load_at(problem, prices, labels, settings);
  auto result = std::vector<Route>{};
  for (auto const& lane_route : solution.lane_routes[LaneId{0}]) {
    auto route = route_of(model, q, future, solution.routes.arcs[lane_route.route]);
    route.share = lane_route.tonnes;
    result.push_back(std::move(route));
  }
  std::sort(result.begin(), result.end(), [](Route const& a, Route const& b) {
    return a.share != b.share ? a.share > b.share : a.cost_usd_t < b.cost_usd_t;
  });
  return result;
}

}  // namespace chorsu
