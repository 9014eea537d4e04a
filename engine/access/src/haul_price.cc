#include "view.h"

namespace chorsu {

namespace {

bool is_tariff_of(Cause const& cause, StateId state, Mode mode) {
  return cause.parameter == EffectParameter::kTariff && cause.state == state &&
         (cause.mode == mode || cause.mode == Mode::kOther);
}

void itemise_causes(View const& v, Factor& f, auto const& concern) {
  auto value = 1.0;
  for (auto const& cause : v.world.causes) {
    if (!concern(cause)) {
      continue;
    }
    auto const before = value;
    auto const adds = cause.op == EffectOperator::kAdd;
    auto const divides = cause.op == EffectOperator::kDivide;
    value = cause.op == EffectOperator::kSet ? cause.value
            : adds                           ? value + cause.value
            : divides                        ? value / cause.value
                                             : value * cause.value;
    f.steps.push_back({cause.fact, cause.lever, cause.value, before, value, adds, divides});
  }
}

/// Factors on the tariff of a state's railway or road: effects, levers, and discounts for some
/// goods.
Factor tariff_factor(View const& v, StateId state, Mode mode, bool itemised) {
  auto factor = Factor{itemised};
  for (auto const& t : v.world.tariffs) {
    if (t.state == state && (t.mode == mode || t.mode == Mode::kOther)) {
      factor.value *= t.factor;
    }
  }
  if (itemised) {
    itemise_causes(v, factor, [&](Cause const& c) { return is_tariff_of(c, state, mode); });
  }
  by_conditional_effects(v, EffectParameter::kTariff, factor, [&](Effect const& e) {
    return e.state == state && e.mode == mode;
  });
  by_tariff_rules(v, factor);
  return factor;
}

void charge_land(View const& v, Bill& bill) {
  auto const rail = v.carriage() == Carriage::kTrain;
  auto const state = v.arcs().state[v.arc];
  auto const km = v.arcs().length[v.arc].value;
  auto const& p = v.in.prices.states;
  auto const& tariff = !rail                  ? p.road[state]
                       : v.form == Form::kBox ? p.rail_box[state]
                                              : p.rail_bulk[state];
  auto const& speed = rail ? p.rail_speed[state] : p.road_speed[state];
  charge(bill,
         Charge::kTariff,
         {tariff, "tariff", Rate::kPerTonneKm},
         km,
         tariff_factor(v, state, rail ? Mode::kRail : Mode::kRoad, bill.itemised));
  charge(bill,
         Charge::kHours,
         {speed, "speed", Rate::kSpeed},
         km,
         world_factor(v, EffectParameter::kSpeed, v.world.speed_factor[v.link()], bill.itemised));
}

void charge_ferry(View const& v, WaterRates::Row const& rate, Bill& bill) {
  auto const headway = v.rows.headway[v.link()];
  charge(bill, Charge::kHandling, {rate.call, "call", Rate::kPerTonne}, 2.0);
  charge(
      bill,
      Charge::kHours,
      {rate.headway_factor, "headway_factor", Rate::kHeadways},
      headway,
      world_factor(v, EffectParameter::kHeadway, v.world.headway_factor[v.link()], bill.itemised));
  charge(bill, Charge::kHours, {rate.load_hours, "load_h", Rate::kHours}, 1.0);
  charge(bill, Charge::kHours, {rate.discharge_hours, "discharge_h", Rate::kHours}, 1.0);
}

void charge_water(View const& v, Bill& bill) {
  auto const* rate = find_rate(v, v.arcs().basin[v.arc], v.carriage());
  if (rate == nullptr) {
    forbid(bill);
    return;
  }
  auto const km = v.arcs().length[v.arc].value;
  charge(bill, Charge::kTariff, {rate->rate, "rate", Rate::kPerTonneKm}, km);
  charge(bill, Charge::kHours, {rate->speed, "speed", Rate::kSpeed}, km);
  if (v.carriage() != Carriage::kShip) {
    charge_ferry(v, *rate, bill);
  }
}

void charge_air(View const& v, Bill& bill) {
  auto const reversed = v.arcs().reversed[v.arc] != 0U;
  for (auto const& row : v.in.prices.air.rows) {
    if (row.link == v.link() && row.reversed == reversed) {
      charge(bill, Charge::kTariff, {row.rate, "rate", Rate::kPerTonne}, 1.0);
      charge(bill, Charge::kHours, {row.hours, "hours", Rate::kHours}, 1.0);
      return;
    }
  }
  forbid(bill);
}

}  // namespace

Factor world_factor(View const& v, EffectParameter parameter, double value, bool itemised) {
  auto factor = Factor{itemised, value};
  if (itemised) {
    itemise_causes(
        v, factor, [&](Cause const& c) { return c.parameter == parameter && c.link == v.link(); });
  }
  return factor;
}

WaterRates::Row const* find_rate(View const& v, BasinId basin, Carriage carriage) {
  for (auto const& row : v.in.prices.water.rows) {
    if (row.basin == basin && row.carriage == carriage && contains(row.groups, v.group) &&
        (carriage != Carriage::kShip || row.form == v.form)) {
      return &row;
    }
  }
  return nullptr;
}

void charge_haul(View const& v, Bill& bill) {
  switch (v.carriage()) {
    case Carriage::kTrain:
    case Carriage::kTruck:
      charge_land(v, bill);
      break;
    case Carriage::kShip:
    case Carriage::kWagonFerry:
    case Carriage::kTruckFerry:
      charge_water(v, bill);
      break;
    case Carriage::kPlane:
      charge_air(v, bill);
      break;
    case Carriage::kNone:
      break;
  }
}

}  // namespace chorsu
