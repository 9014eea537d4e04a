#include "earnings.h"

#include <cmath>
#include <limits>
#include <utility>

namespace chorsu {

namespace {

double kept(Measure const& avoidable) {
  return 1.0 - avoidable.value;
}

double price_less_avoidable(Earnings const& earnings, UserClassId user, ArcId arc) {
  auto const& in = earnings.inputs;
  auto const price = price_arc(in.costs, earnings.rows, in.world, in.classes, user, arc);
  auto sum = 0.0;
  for (auto const& [charge, paid] : {std::pair{Charge::kTariff, price.tariff},
                                     {Charge::kFee, price.fee},
                                     {Charge::kHandling, price.handling}}) {
    if (auto const* share = avoidable(in, arc, charge)) {
      sum += paid * kept(*share);
    }
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

Measure const* avoidable(AccountInputs const& in, ArcId arc, Charge charge) {
  auto const& shares = in.costs.prices.avoidable;
  auto const carriage = in.costs.supernetwork.arcs.carriage[arc];
  switch (charge) {
    case Charge::kFee:
      return &shares.border_fee;
    case Charge::kHandling:
      return &shares.handling;
    case Charge::kTariff:
      return carriage == Carriage::kTrain   ? &shares.rail_tariff
             : carriage == Carriage::kTruck ? &shares.road_tariff
                                            : nullptr;
    case Charge::kAccess:
    case Charge::kHours:
      break;
  }
  return nullptr;
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
