#include "view.h"

namespace chorsu {

namespace {

/// Tonnes that share one fee: a truckload, a wagonload or a box.
struct Load {
  Rate rate;
  double tonnes;
};

Load load_of(View const& v, FeeUnit unit) {
  auto const& c = v.in.commodities;
  if (unit == FeeUnit::kPerTruck) {
    return {Rate::kPerTruck, c.tonnes_per_truck[v.commodity].value};
  }
  return v.form == Form::kBox ? Load{Rate::kPerTeu, c.tonnes_per_teu[v.commodity].value}
                              : Load{Rate::kPerWagon, c.tonnes_per_wagon[v.commodity].value};
}

Load load_of(View const& v, HandlingUnit unit) {
  auto const& c = v.in.commodities;
  switch (unit) {
    case HandlingUnit::kPerTeu:
      return {Rate::kPerTeu, c.tonnes_per_teu[v.commodity].value};
    case HandlingUnit::kPerWagon:
      return {Rate::kPerWagon, c.tonnes_per_wagon[v.commodity].value};
    case HandlingUnit::kPerTonne:
      break;
  }
  return {Rate::kPerTonne, 1.0};
}

Factor border_factor(View const& v, EffectParameter parameter, double of_world, bool itemised) {
  auto factor = world_factor(v, parameter, of_world, itemised);
  by_conditional_effects(v, parameter, factor, [&](Effect const& e) { return e.link == v.link(); });
  return factor;
}

Handling::Row const* find_handling(View const& v, Operation operation, NodeId node) {
  Handling::Row const* best = nullptr;
  for (auto const& row : v.in.prices.handling.rows) {
    if (row.operation != operation || row.form != v.form) {
      continue;
    }
    if (row.node == node || (best == nullptr && row.node.is_none())) {
      best = &row;
    }
  }
  return best;
}

void charge_handling(View const& v, Handling::Row const& row, Bill& bill) {
  auto const load = load_of(v, row.unit);
  charge(bill, Charge::kHandling, {row.cost, "cost", load.rate}, 1.0 / load.tonnes);
}

/// Loading or discharge of a ship of the basin at a port.
void charge_call(View const& v, bool loading, Bill& bill) {
  auto const* rate = find_rate(v, v.arcs().basin[v.arc], Carriage::kShip);
  if (rate == nullptr) {
    forbid(bill);
    return;
  }
  charge(bill, Charge::kHandling, {rate->call, "call", Rate::kPerTonne}, 1.0);
  if (!rate->handling_included) {
    if (auto const* row = find_handling(v, Operation::kPort, v.arcs().node[v.arc])) {
      charge_handling(v, *row, bill);
    }
  }
  charge(bill,
         Charge::kHours,
         {loading ? rate->load_hours : rate->discharge_hours,
          loading ? "load_h" : "discharge_h",
          Rate::kHours},
         1.0);
}

/// Where an open crossing's hours hold the transfer already, it takes none of its own.
bool held_by_crossing(View const& v, NodeId node) {
  auto const& crossings = v.rows.holding[node];
  return std::any_of(
      crossings.begin(), crossings.end(), [&](LinkId link) { return v.world.open[link] != 0U; });
}

void charge_land_transfer(View const& v, Operation operation, Bill& bill) {
  auto const node = v.arcs().node[v.arc];
  auto const* row = find_handling(v, operation, node);
  if (row == nullptr) {
    return;
  }
  charge_handling(v, *row, bill);
  if (!held_by_crossing(v, node)) {
    charge(bill, Charge::kHours, {row->hours, "hours", Rate::kHours}, 1.0);
  }
}

/// Sea leg between a zone and a centroid that stands for it.
void charge_sea_access(View const& v, Bill& bill) {
  auto const& zones = v.in.network.zones;
  auto const zone = v.arcs().zone[v.arc];
  auto const km = zones.access[zone].value;
  if (km <= 0.0 || !bill.price.allowed) {
    return;
  }
  if (auto const* rate = find_rate(v, zones.access_basin[zone], Carriage::kShip)) {
    charge(bill, Charge::kTariff, {rate->rate, "rate", Rate::kPerTonneKm}, km);
    charge(bill, Charge::kHours, {rate->speed, "speed", Rate::kSpeed}, km);
  }
}

void charge_connector(View const& v, bool origin, Bill& bill) {
  auto const& arcs = v.arcs();
  auto const port = origin ? arcs.to[v.arc] : arcs.from[v.arc];
  if (!arcs.basin[v.arc].is_none()) {
    charge_call(v, origin, bill);
  } else if (v.in.supernetwork.ports.kind[port] == PortKind::kRail) {
    charge_land_transfer(v, Operation::kRailLoad, bill);
  }
  charge_sea_access(v, bill);
}

/// Whether the goods may not cross here for where a neighbour stands.
bool is_barred(View const& v) {
  auto const& bars = v.world.bars;
  return std::ranges::any_of(bars, [&](ClassBar const& bar) {
    return bar.link == v.link() && bar.commodity == v.commodity;
  });
}

}  // namespace

void charge_border(View const& v, Bill& bill) {
  using enum EffectParameter;
  auto const entry = v.arcs().kind[v.arc] == ArcKind::kEntry;
  auto const reversed = v.arcs().reversed[v.arc] != 0U;
  auto const link = v.link();
  if (is_barred(v)) {
    forbid(bill);
    return;
  }
  for (auto const* row : v.rows.borders[link]) {
    if (row->reversed == reversed && row->entry == entry) {
      auto const load = load_of(v, row->unit);
      charge(bill,
             Charge::kFee,
             {row->fee, "fee", load.rate},
             1.0 / load.tonnes,
             border_factor(v, kBorderCost, v.world.border_fee_factor[link], bill.itemised));
      charge(bill,
             Charge::kHours,
             {row->hours, "hours", Rate::kHours},
             1.0,
             border_factor(v, kBorderTime, v.world.border_time_factor[link], bill.itemised));
      return;
    }
  }
  forbid(bill);
}

void charge_transfer(View const& v, Bill& bill) {
  switch (v.arcs().kind[v.arc]) {
    case ArcKind::kLoad:
      charge_call(v, true, bill);
      break;
    case ArcKind::kDischarge:
      charge_call(v, false, bill);
      break;
    case ArcKind::kGaugeChange:
      charge_land_transfer(v, Operation::kGaugeChange, bill);
      break;
    case ArcKind::kRailRoad:
      charge_land_transfer(v, Operation::kRailRoad, bill);
      break;
    case ArcKind::kOrigin:
      charge_connector(v, true, bill);
      break;
    case ArcKind::kDestination:
      charge_connector(v, false, bill);
      break;
    case ArcKind::kHaul:
    case ArcKind::kExit:
    case ArcKind::kEntry:
    case ArcKind::kSailThrough:
      break;
  }
}

}  // namespace chorsu
