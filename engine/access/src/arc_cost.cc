#include "chorsu/access/arc_cost.h"

#include <algorithm>

namespace chorsu {

PriceLookup price_lookup(CostInputs const& in) {
  auto result = PriceLookup{};
  auto const& links = in.network.links;
  result.borders.values.resize(links.id.size());
  result.holding.values.resize(in.network.nodes.id.size());
  result.headway.values.assign(links.id.size(), 0.0);
  for (auto const& row : in.prices.borders.rows) {
    result.borders[row.link].push_back(&row);
    if (row.includes_transfer) {
      result.holding[links.from[row.link]].push_back(row.link);
      result.holding[links.to[row.link]].push_back(row.link);
    }
  }
  for (auto const& row : in.capacities.ferries.rows) {
    result.headway[row.link] = row.headway.value;
  }
  return result;
}

namespace {

/// One arc seen by one user class: what the pricing functions below share.
struct View {
  CostInputs const& in;
  PriceLookup const& rows;
  World const& world;
  UserClasses const& classes;
  UserClassId user;
  ArcId arc;
  CommodityId commodity;
  Form form;
  ClassGroupId group;

  Arcs const& arcs() const { return in.supernetwork.arcs; }
  Carriage carriage() const { return arcs().carriage[arc]; }
  LinkId link() const { return arcs().link[arc]; }
};

View view(CostInputs const& in,
          PriceLookup const& rows,
          World const& world,
          UserClasses const& classes,
          UserClassId user,
          ArcId arc) {
  auto const commodity = classes.commodity[user];
  return {in,
          rows,
          world,
          classes,
          user,
          arc,
          commodity,
          in.commodities.form[commodity],
          in.commodities.group[commodity]};
}

Mode mode_of(View const& v) {
  return v.in.network.links.mode[v.link()];
}

bool mode_allowed(View const& v) {
  if (v.link().is_none()) {
    return true;
  }
  auto const mode = mode_of(v);
  return mode == Mode::kAir ? v.classes.may_fly[v.user] != 0U
                            : allows(v.in.commodities.modes[v.commodity], mode);
}

/// Factors on the tariff of a state's railway or road: effects, levers, and discounts for some
/// goods.
double tariff_factor(View const& v, StateId state, Mode mode) {
  auto factor = 1.0;
  for (auto const& t : v.world.tariffs) {
    if (t.state == state && (t.mode == mode || t.mode == Mode::kOther)) {
      factor *= t.factor;
    }
  }
  for (auto i = std::size_t{0}; i < v.in.conditional_effects.size(); ++i) {
    auto const& e = v.in.conditional_effects[i];
    if (v.world.conditional[i] != 0U && v.classes.effects[v.user][i] != 0U &&
        e.parameter == EffectParameter::kTariff && e.state == state && e.mode == mode) {
      factor *= e.value.value;
    }
  }
  return factor;
}

double conditional_border_factor(View const& v, EffectParameter parameter) {
  auto factor = 1.0;
  for (auto i = std::size_t{0}; i < v.in.conditional_effects.size(); ++i) {
    auto const& e = v.in.conditional_effects[i];
    if (v.world.conditional[i] != 0U && v.classes.effects[v.user][i] != 0U &&
        e.parameter == parameter && e.link == v.link()) {
      factor *= e.value.value;
    }
  }
  return factor;
}

bool in_force(View const& v, std::size_t rule) {
  auto const& row = v.in.prices.rules.rows[rule];
  return v.classes.rules[v.user][rule] != 0U && (!row.has_start || row.start <= v.world.date);
}

template <typename T>
bool contains(std::vector<T> const& list, T id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// The one arc that stands for a link in one direction: its haul, or the exit where it is cut by a
/// border.
bool stands_for_link(View const& v) {
  auto const border = is_crossing(v.in.network, v.link());
  return v.arcs().kind[v.arc] == (border ? ArcKind::kExit : ArcKind::kHaul);
}

/// Rules are charged once: at the exit side of a crossing, on hauls of named links, and where goods
/// go on or off a ship or ferry at named ports.
bool charged_here(View const& v, AccessRules::Row const& rule) {
  auto const kind = v.arcs().kind[v.arc];
  switch (rule.kind) {
    case RuleKind::kCrossing:
      return kind == ArcKind::kExit && contains(rule.links, v.link());
    case RuleKind::kLink:
      return contains(rule.links, v.link()) && stands_for_link(v);
    case RuleKind::kNode: {
      auto const quay = kind == ArcKind::kLoad || kind == ArcKind::kDischarge ||
                        ((kind == ArcKind::kOrigin || kind == ArcKind::kDestination) &&
                         !v.arcs().basin[v.arc].is_none());
      return quay && contains(rule.nodes, v.arcs().node[v.arc]);
    }
    case RuleKind::kTariffFactor:
      break;
  }
  return false;
}

/// A ferry calls at both of its ends without an arc of its own for either.
double ferry_node_charge(View const& v, AccessRules::Row const& rule) {
  if (rule.kind != RuleKind::kNode || v.carriage() == Carriage::kNone ||
      mode_of(v) != Mode::kFerry) {
    return 0.0;
  }
  auto const& links = v.in.network.links;
  auto const ends = static_cast<int>(contains(rule.nodes, links.from[v.link()])) +
                    static_cast<int>(contains(rule.nodes, links.to[v.link()]));
  return ends * effective(v.in.prices.rules, rule);
}

double rule_charges(View const& v) {
  auto sum = 0.0;
  for (auto i = std::size_t{0}; i < v.in.prices.rules.rows.size(); ++i) {
    if (!in_force(v, i)) {
      continue;
    }
    auto const& rules = v.in.prices.rules;
    auto const& rule = rules.rows[i];
    sum += charged_here(v, rule) ? effective(rules, rule) : ferry_node_charge(v, rule);
  }
  return sum;
}

double rule_tariff_factor(View const& v) {
  auto factor = 1.0;
  for (auto i = std::size_t{0}; i < v.in.prices.rules.rows.size(); ++i) {
    auto const& rule = v.in.prices.rules.rows[i];
    if (rule.kind == RuleKind::kTariffFactor && in_force(v, i) && contains(rule.links, v.link())) {
      factor *= effective(v.in.prices.rules, rule);
    }
  }
  return factor;
}

// ---- hauls -------------------------------------------------------------------------------------

ArcPrice land_haul(View const& v) {
  auto const rail = v.carriage() == Carriage::kTrain;
  auto const state = v.arcs().state[v.arc];
  auto const km = v.arcs().length[v.arc].value;
  auto const& p = v.in.prices.states;
  auto const& tariff = !rail                  ? p.road[state]
                       : v.form == Form::kBox ? p.rail_box[state]
                                              : p.rail_bulk[state];
  auto const& speed = rail ? p.rail_speed[state] : p.road_speed[state];
  auto const factor =
      tariff_factor(v, state, rail ? Mode::kRail : Mode::kRoad) * rule_tariff_factor(v);
  return {.tariff = km * tariff.value * factor,
          .hours = km / (speed.value * v.world.speed_factor[v.link()])};
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

double headway(View const& v) {
  return v.rows.headway[v.link()] * v.world.headway_factor[v.link()];
}

ArcPrice water_haul(View const& v) {
  auto const carriage = v.carriage();
  auto const* rate = find_rate(v, v.arcs().basin[v.arc], carriage);
  if (rate == nullptr) {
    return {.allowed = false};
  }
  auto const km = v.arcs().length[v.arc].value;
  auto price = ArcPrice{.tariff = km * rate->rate.value, .hours = km / rate->speed.value};
  if (carriage != Carriage::kShip) {
    price.handling = 2.0 * rate->call.value;
    price.hours += rate->headway_factor.value * headway(v) + rate->load_hours.value +
                   rate->discharge_hours.value;
  }
  return price;
}

ArcPrice air_haul(View const& v) {
  auto const reversed = v.arcs().reversed[v.arc] != 0U;
  for (auto const& row : v.in.prices.air.rows) {
    if (row.link == v.link() && row.reversed == reversed) {
      return {.tariff = row.rate.value, .hours = row.hours.value};
    }
  }
  return {.allowed = false};
}

ArcPrice haul(View const& v) {
  switch (v.carriage()) {
    case Carriage::kTrain:
    case Carriage::kTruck:
      return land_haul(v);
    case Carriage::kShip:
    case Carriage::kWagonFerry:
    case Carriage::kTruckFerry:
      return water_haul(v);
    case Carriage::kPlane:
      return air_haul(v);
    case Carriage::kNone:
      break;
  }
  return {};
}

// ---- borders and transfers
// -----------------------------------------------------------------------

double per_tonne_at_border(View const& v, BorderSides::Row const& row) {
  auto const& c = v.in.commodities;
  if (row.unit == FeeUnit::kPerTruck) {
    return row.fee.value / c.tonnes_per_truck[v.commodity].value;
  }
  return row.fee.value / (v.form == Form::kBox ? c.tonnes_per_teu[v.commodity].value
                                               : c.tonnes_per_wagon[v.commodity].value);
}

ArcPrice border(View const& v) {
  auto const entry = v.arcs().kind[v.arc] == ArcKind::kEntry;
  auto const reversed = v.arcs().reversed[v.arc] != 0U;
  for (auto const* row : v.rows.borders[v.link()]) {
    if (row->reversed == reversed && row->entry == entry) {
      return {.fee = per_tonne_at_border(v, *row) * v.world.border_fee_factor[v.link()] *
                     conditional_border_factor(v, EffectParameter::kBorderCost),
              .hours = row->hours.value * v.world.border_time_factor[v.link()] *
                       conditional_border_factor(v, EffectParameter::kBorderTime)};
    }
  }
  return {.allowed = false};
}

double per_tonne(View const& v, Handling::Row const& row) {
  auto const& c = v.in.commodities;
  switch (row.unit) {
    case HandlingUnit::kPerTeu:
      return row.cost.value / c.tonnes_per_teu[v.commodity].value;
    case HandlingUnit::kPerWagon:
      return row.cost.value / c.tonnes_per_wagon[v.commodity].value;
    case HandlingUnit::kPerTonne:
      break;
  }
  return row.cost.value;
}

ArcPrice handling(View const& v, Operation operation, NodeId node) {
  Handling::Row const* best = nullptr;
  for (auto const& row : v.in.prices.handling.rows) {
    if (row.operation != operation || row.form != v.form) {
      continue;
    }
    if (row.node == node || (best == nullptr && row.node.is_none())) {
      best = &row;
    }
  }
  return best == nullptr ? ArcPrice{}
                         : ArcPrice{.handling = per_tonne(v, *best), .hours = best->hours.value};
}

/// Loading or discharge of a ship of the basin at a port.
ArcPrice call(View const& v, NodeId node, BasinId basin, bool loading) {
  auto const* rate = find_rate(v, basin, Carriage::kShip);
  if (rate == nullptr) {
    return {.allowed = false};
  }
  auto price = ArcPrice{.handling = rate->call.value};
  if (!rate->handling_included) {
    price.handling += handling(v, Operation::kPort, node).handling;
  }
  price.hours = loading ? rate->load_hours.value : rate->discharge_hours.value;
  return price;
}

ArcPrice land_transfer(View const& v, Operation operation) {
  auto const node = v.arcs().node[v.arc];
  auto price = handling(v, operation, node);
  auto const& crossings = v.rows.holding[node];
  if (std::any_of(crossings.begin(), crossings.end(), [&](LinkId link) {
        return v.world.open[link] != 0U;
      })) {
    price.hours = 0.0;  // hours of the border row hold the transfer already
  }
  return price;
}

/// Sea leg between a zone and a centroid that stands for it.
void add_access(View const& v, ArcPrice& price) {
  auto const& zones = v.in.network.zones;
  auto const zone = v.arcs().zone[v.arc];
  auto const km = zones.access[zone].value;
  if (km <= 0.0) {
    return;
  }
  if (auto const* rate = find_rate(v, zones.access_basin[zone], Carriage::kShip)) {
    price.tariff += km * rate->rate.value;
    price.hours += km / rate->speed.value;
  }
}

ArcPrice connector(View const& v, bool origin) {
  auto const& arcs = v.arcs();
  auto const& ports = v.in.supernetwork.ports;
  auto const port = origin ? arcs.to[v.arc] : arcs.from[v.arc];
  auto price = ArcPrice{};
  if (!arcs.basin[v.arc].is_none()) {
    price = call(v, arcs.node[v.arc], arcs.basin[v.arc], origin);
  } else if (ports.kind[port] == PortKind::kRail) {
    price = land_transfer(v, Operation::kRailLoad);
  }
  add_access(v, price);
  return price;
}

ArcPrice price_without_rules(View const& v) {
  auto const node = v.arcs().node[v.arc];
  auto const basin = v.arcs().basin[v.arc];
  switch (v.arcs().kind[v.arc]) {
    case ArcKind::kHaul:
      return haul(v);
    case ArcKind::kExit:
    case ArcKind::kEntry:
      return border(v);
    case ArcKind::kLoad:
      return call(v, node, basin, true);
    case ArcKind::kDischarge:
      return call(v, node, basin, false);
    case ArcKind::kGaugeChange:
      return land_transfer(v, Operation::kGaugeChange);
    case ArcKind::kRailRoad:
      return land_transfer(v, Operation::kRailRoad);
    case ArcKind::kOrigin:
      return connector(v, true);
    case ArcKind::kDestination:
      return connector(v, false);
    case ArcKind::kSailThrough:
      break;
  }
  return {};
}

ArcPrice price(View const& v) {
  if (!mode_allowed(v)) {
    return {.allowed = false};
  }
  auto result = price_without_rules(v);
  result.access = rule_charges(v);
  return result;
}

FormId form_of(CostInputs const& inputs, UserClasses const& classes, UserClassId user) {
  return FormId{static_cast<std::uint8_t>(inputs.commodities.form[classes.commodity[user]])};
}

}  // namespace

ArcPrice price_arc(CostInputs const& inputs,
                   PriceLookup const& rows,
                   World const& world,
                   UserClasses const& classes,
                   UserClassId user,
                   ArcId arc) {
  return price(view(inputs, rows, world, classes, user, arc));
}

ArcCosts price_arcs(CostInputs const& inputs, World const& world, UserClasses const& classes) {
  auto const users = classes.commodity.size();
  auto const arcs = inputs.supernetwork.arcs.from.size();
  auto const rows = price_lookup(inputs);
  auto result = ArcCosts{{users, arcs}, {kForms, arcs}};
  auto own_hours = Grid<UserClassId, ArcId, double>{users, arcs};
  for (auto const user : ids_of<UserClassId>(users)) {
    auto const form = form_of(inputs, classes, user);
    for (auto const arc : ids_of<ArcId>(arcs)) {
      auto const seen = price(view(inputs, rows, world, classes, user, arc));
      result.money(user, arc) = seen.allowed ? seen.money() : kForbidden;
      own_hours(user, arc) = seen.allowed ? seen.hours : 0.0;
      result.hours(form, arc) = std::max(result.hours(form, arc), own_hours(user, arc));
    }
  }
  for (auto const user : ids_of<UserClassId>(users)) {
    auto const form = form_of(inputs, classes, user);
    for (auto const arc : ids_of<ArcId>(arcs)) {
      auto const common = result.hours(form, arc);
      if (own_hours(user, arc) < common && result.money(user, arc) < kForbidden) {
        result.money(user, arc) -= classes.value_of_time[user] * (common - own_hours(user, arc));
      }
    }
  }
  return result;
}

Column<ArcId, std::uint8_t> open_arcs(Supernetwork const& s, World const& world) {
  auto result = Column<ArcId, std::uint8_t>{};
  for (auto const arc : ids_of<ArcId>(s.arcs.from.size())) {
    auto const link = s.arcs.link[arc];
    auto const facility = s.arcs.facility[arc];
    auto const shut = (!link.is_none() && world.open[link] == 0U) ||
                      (!facility.is_none() && world.capacity[facility] <= 0.0);
    result.push_back(shut ? 0U : 1U);
  }
  return result;
}

}  // namespace chorsu
