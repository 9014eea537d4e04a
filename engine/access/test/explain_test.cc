#include <cmath>
#include <set>

#include "gtest/gtest.h"
#include "toy_region.h"

#include "chorsu/access/price_part.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A region with every kind of arc and price: rails that break gauge, a road, a sea, a ferry and an
/// air link, rules, effects for some goods only, an open project's effects and four levers.
struct FullRegion : ToyRegion {
  LinkId rail_border, road_border, ferry;
  Effect dearer, slower, quicker, sooner;
  std::vector<Lever> levers;

  FullRegion() {
    rail(a, b, 300.0);
    rail_border = rail(b, c, 200.0);
    rail(b, c, 100.0, 1435U);
    road_border = road(a, c, 400.0);
    link(Mode::kSea, a, c, 700.0);
    ferry = link(Mode::kFerry, b, c, 150.0);
    auto const air = link(Mode::kAir, a, c, 900.0);
    border(rail_border, FeeUnit::kPerWagonOrTeu, 60.0, 90.0, 12.0, 24.0);
    border(LinkId{2}, FeeUnit::kPerWagonOrTeu, 50.0, 70.0, 10.0, 20.0);
    border(road_border, FeeUnit::kPerTruck, 100.0, 200.0, 6.0, 8.0);
    prices.borders.rows.front().includes_transfer = true;
    ships(false);
    water(Carriage::kWagonFerry, 0.06, 7.0).headway_factor = exactly(2.5);
    water(Carriage::kTruckFerry, 0.08, 9.0).load_hours = exactly(3.0);
    capacities.ferries.rows.push_back(
        {ferry, FerryCarries::kBoth, {exactly(1e6), 0.5, 4.0}, exactly(24.0)});
    prices.air.rows = {{air, false, exactly(900.0), exactly(60.0)}};
    for (auto const form : {Form::kBox, Form::kBulk}) {
      handling(Operation::kPort, form, HandlingUnit::kPerTonne, 4.0, 0.0);
      handling(Operation::kRailLoad, form, HandlingUnit::kPerWagon, 120.0, 24.0);
      handling(Operation::kRailRoad, form, HandlingUnit::kPerTeu, 80.0, 12.0);
      handling(Operation::kGaugeChange, form, HandlingUnit::kPerTeu, 90.0, 18.0, c);
    }
    rule(RuleKind::kCrossing, 11.0).links = {road_border};
    rule(RuleKind::kNode, 5.0).nodes = {b, c};
    rule(RuleKind::kLink, 3.0).links = {LinkId{0}};
    rule(RuleKind::kTariffFactor, 0.9).links = {LinkId{0}, rail_border};
    zone(a);
    zone(c);
    network.zones.access[ZoneId{1}] = exactly(300.0);
    network.zones.access_basin[ZoneId{1}] = BasinId{0};
    add_effects();
    add_levers();
    name_rows();
  }

  void add_effects() {
    auto cheaper = Effect{};
    cheaper.parameter = EffectParameter::kBorderCost;
    cheaper.link = road_border;
    cheaper.value = exactly(0.5);
    cheaper.relation.one_end_in = {code_there};
    effects = {cheaper};
    dearer = effect(EffectTarget::kStateMode, EffectParameter::kTariff, EffectOperator::kMultiply);
    dearer.state = here;
    dearer.mode = Mode::kRail;
    slower = effect(EffectTarget::kCrossing, EffectParameter::kBorderTime, EffectOperator::kSet);
    slower.link = rail_border;
    quicker = effect(EffectTarget::kLink, EffectParameter::kSpeed, EffectOperator::kMultiply);
    quicker.link = LinkId{0};
    sooner = effect(EffectTarget::kLink, EffectParameter::kHeadway, EffectOperator::kMultiply);
    sooner.link = ferry;
    auto longer = slower;
    longer.op = EffectOperator::kAdd;
    longer.value = exactly(0.25);
    projects.id.push_back("project");
    projects.expected.push_back(2020);
    projects.own_links.push_back({});
    projects.shared_links.push_back({});
    projects.needs.push_back({});
    projects.excludes.push_back({});
    projects.effects.push_back({dearer, longer, slower, quicker, sooner});
  }

  static Effect effect(EffectTarget target, EffectParameter parameter, EffectOperator op) {
    auto e = Effect{};
    e.target = target;
    e.parameter = parameter;
    e.op = op;
    e.value = exactly(1.5);
    return e;
  }

  void add_levers() {
    auto const lever = [&](LeverKind kind, double value) {
      auto l = Lever{};
      l.kind = kind;
      l.value = value;
      l.links = {rail_border, road_border};
      l.state = here;
      levers.push_back(l);
    };
    lever(LeverKind::kTariff, 1.3);
    lever(LeverKind::kBorder, 0.5);
    lever(LeverKind::kFee, 2.0);
    lever(LeverKind::kSpeed, 0.8);
    auto open = Lever{};
    open.projects = {ProjectId{0}};
    levers.push_back(open);
  }

  /// Gives every price a row of its own.
  void name_rows() {
    auto next = std::uint32_t{0};
    auto const name = [&](Measure& m) { m.fact = FactId{next++}; };
    auto& s = prices.states;
    for (auto* column : {&s.rail_box, &s.rail_bulk, &s.road, &s.rail_speed, &s.road_speed}) {
      std::for_each(column->values.begin(), column->values.end(), name);
    }
    for (auto& row : prices.borders.rows) {
      name(row.fee);
      row.hours.fact = row.fee.fact;
    }
    for (auto& row : prices.handling.rows) {
      name(row.cost);
      row.hours.fact = row.cost.fact;
    }
    for (auto& row : prices.rules.rows) {
      name(row.value);
    }
    for (auto& row : prices.water.rows) {
      for (auto* m : {&row.rate,
                      &row.call,
                      &row.speed,
                      &row.headway_factor,
                      &row.load_hours,
                      &row.discharge_hours}) {
        m->fact = FactId{next};
      }
      ++next;
    }
    name(prices.air.rows.front().rate);
    name(prices.air.rows.front().hours);
    for (auto& e : projects.effects[ProjectId{0}]) {
      name(e.value);
    }
    name(effects.front().value);
  }
};

/// Everything that a region prices, once for all arcs and classes.
struct Priced {
  FullRegion region;
  Supernetwork s = expand(region.network, region.capacities);
  UserClasses classes;
  World world;
  std::vector<UserClassId> users;

  Priced() {
    for (auto const commodity : {kBoxes, kGrain}) {
      for (auto const to : {region.code_there, region.code_far}) {
        users.push_back(user_class(classes, region.inputs(s), commodity, region.code_here, to));
      }
    }
    auto const events = StatusEvents{};
    auto const rules = StatusRules{};
    auto const date = Date::from_civil(2024).value_or(Date{});
    world = world_on({region.network, region.projects, s, events, rules}, date, region.levers);
    world.conditional = {1U};
  }

  template <typename Use>
  void for_each_price(Use use) const {
    auto const inputs = region.inputs(s);
    auto const rows = price_lookup(inputs);
    for (auto const user : users) {
      for (auto const arc : s.arcs.from.ids()) {
        use(price_arc(inputs, rows, world, classes, user, arc),
            explain_arc(inputs, rows, world, classes, user, arc));
      }
    }
  }
};

double sum_of(std::vector<PricePart> const& parts, Charge charge) {
  auto sum = 0.0;
  for (auto const& part : parts) {
    sum += part.charge == charge ? part.contribution : 0.0;
  }
  return sum;
}

void expect_near(double expected, double actual) {
  EXPECT_NEAR(expected, actual, 1e-12 * std::max(1.0, std::abs(expected)));
}

}  // namespace

TEST(explain_arc, parts_add_up_to_the_price_on_every_arc) {
  Priced{}.for_each_price([](ArcPrice const& price, ExplainedPrice const& explained) {
    EXPECT_EQ(price.allowed, explained.price.allowed);
    EXPECT_EQ(price.money(), explained.price.money());
    EXPECT_EQ(price.hours, explained.price.hours);
    expect_near(price.tariff, sum_of(explained.parts, Charge::kTariff));
    expect_near(price.fee, sum_of(explained.parts, Charge::kFee));
    expect_near(price.handling, sum_of(explained.parts, Charge::kHandling));
    expect_near(price.access, sum_of(explained.parts, Charge::kAccess));
    expect_near(price.hours, sum_of(explained.parts, Charge::kHours));
  });
}

TEST(explain_arc, every_part_is_an_amount_of_its_value) {
  Priced{}.for_each_price([](ArcPrice const&, ExplainedPrice const& explained) {
    for (auto const& part : explained.parts) {
      expect_near(part.contribution, worth(part.rate, part.value, part.amount));
      EXPECT_NE(part.fact.is_none(), part.lever == kNoLever) << part.column;
    }
  });
}

TEST(explain_arc, every_row_and_every_lever_on_prices_is_named) {
  auto facts = std::set<FactId>{};
  auto levers = std::set<std::uint32_t>{};
  auto const priced = Priced{};
  priced.for_each_price([&](ArcPrice const&, ExplainedPrice const& explained) {
    for (auto const& part : explained.parts) {
      facts.insert(part.fact);
      levers.insert(part.lever);
    }
  });
  for (auto const& effect : priced.region.projects.effects[ProjectId{0}]) {
    EXPECT_TRUE(facts.contains(effect.value.fact)) << static_cast<int>(effect.parameter);
  }
  EXPECT_TRUE(facts.contains(priced.region.effects.front().value.fact));
  for (auto const& rule : priced.region.prices.rules.rows) {
    EXPECT_TRUE(facts.contains(rule.value.fact));
  }
  for (auto lever = std::uint32_t{0}; lever < 4U; ++lever) {
    EXPECT_TRUE(levers.contains(lever)) << lever;
  }
}

/// The rows of a leg by pencil: 200 km of rail half in each state; bulk pays 0.04 US$/(t·km) here,
/// raised by half by the project, by 0.3 by the lever, less a tenth by rule.
TEST(explain_arc, rows_of_one_leg_by_pencil) {
  auto const priced = Priced{};
  auto const& r = priced.region;
  auto const inputs = r.inputs(priced.s);
  for (auto const arc : priced.s.arcs.from.ids()) {
    if (priced.s.arcs.kind[arc] != ArcKind::kHaul || priced.s.arcs.link[arc] != r.rail_border ||
        priced.s.arcs.state[arc] != r.here) {
      continue;
    }
    auto const explained = explain_arc(
        inputs, price_lookup(inputs), priced.world, priced.classes, priced.users[2], arc);
    ASSERT_LE(4U, explained.parts.size());
    auto const expected = std::vector{4.0, 2.0, 1.8, -0.78};
    for (auto i = std::size_t{0}; i < expected.size(); ++i) {
      EXPECT_NEAR(expected[i], explained.parts[i].contribution, 1e-12) << i;
    }
    EXPECT_EQ(r.prices.states.rail_bulk[r.here].fact, explained.parts[0].fact);
    EXPECT_EQ(r.projects.effects[ProjectId{0}].front().value.fact, explained.parts[1].fact);
    EXPECT_EQ(0U, explained.parts[2].lever);
    EXPECT_EQ(r.prices.rules.rows[3].value.fact, explained.parts[3].fact);
  }
}
