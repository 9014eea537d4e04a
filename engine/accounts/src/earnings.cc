#include "earnings.h"

#include <cmath>
#include <limits>

namespace chorsu {

namespace {

double kept(Measure const& avoidable) {
  return 1.0 - avoidable.value;
}

double price_less_avoidable(Earnings const& earnings, UserClassId user, ArcId arc) {
  auto const& in = earnings.inputs;
  auto const price = price_arc(in.costs, earnings.rows, in.world, in.classes, user, arc);
  auto const& avoidable = in.costs.prices.avoidable;
  auto const carriage = in.costs.supernetwork.arcs.carriage[arc];
  auto sum = price.fee * kept(avoidable.border_fee) + price.handling * kept(avoidable.handling);
  if (carriage == Carriage::kTrain) {
    sum += price.tariff * kept(avoidable.rail_tariff);
  } else if (carriage == Carriage::kTruck) {
    sum += price.tariff * kept(avoidable.road_tariff);
  }
  return sum;
}

bool is_connector(ArcKind kind) {
  return kind == ArcKind::kOrigin || kind == ArcKind::kDestination;
}

}  // namespace

Payees payees(AccountInputs const& in, ArcId arc) {
  auto const& arcs = in.costs.supernetwork.arcs;
  auto const carriage = arcs.carriage[arc];
  if (carriage == Carriage::kWagonFerry || carriage == Carriage::kTruckFerry) {
    auto const& links = in.network.links;
    auto const link = arcs.link[arc];
    auto const& state = in.network.nodes.state;
    return {state[links.from[link]], state[links.to[link]]};
  }
  auto const stands_in = is_connector(arcs.kind[arc]) && !arcs.basin[arc].is_none();
  return {stands_in ? StateId{} : arcs.state[arc], StateId{}};
}

Earnings earnings(AccountInputs const& inputs) {
  return {inputs,
          price_lookup(inputs.costs),
          {inputs.classes.commodity.size(),
           inputs.costs.supernetwork.arcs.from.size(),
           std::numeric_limits<double>::quiet_NaN()}};
}

double net_price(Earnings& earnings, UserClassId user, ArcId arc) {
  auto& known = earnings.known(user, arc);
  if (std::isnan(known)) {
    known = price_less_avoidable(earnings, user, arc);
  }
  return known;
}

}  // namespace chorsu
