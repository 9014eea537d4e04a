#include "gtest/gtest.h"
#include "toy_region.h"

using namespace chorsu;
using namespace chorsu::toy;

TEST(haul, rail_has_a_tariff_by_form_and_road_one_for_all_goods) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.b, 500.0);
  auto const road = r.road(r.a, r.b, 600.0);
  auto const boxes = Goods{r, kBoxes};
  auto const grain = Goods{r, kGrain};
  EXPECT_DOUBLE_EQ(500.0 * 0.06, boxes.first(ArcKind::kHaul, rail).tariff);
  EXPECT_DOUBLE_EQ(500.0 * 0.04, grain.first(ArcKind::kHaul, rail).tariff);
  EXPECT_DOUBLE_EQ(500.0 / 40.0, boxes.first(ArcKind::kHaul, rail).hours);
  EXPECT_DOUBLE_EQ(600.0 * 0.10, boxes.first(ArcKind::kHaul, road).tariff);
  EXPECT_DOUBLE_EQ(600.0 * 0.10, grain.first(ArcKind::kHaul, road).tariff);
  EXPECT_DOUBLE_EQ(600.0 / 50.0, grain.first(ArcKind::kHaul, road).hours);
  EXPECT_DOUBLE_EQ(30.0, boxes.first(ArcKind::kHaul, rail).money());
}

TEST(haul, half_a_border_link_has_the_tariff_and_speed_of_each_state) {
  auto r = ToyRegion{};
  auto const border = r.rail(r.a, r.c, 80.0);
  auto const grain = Goods{r, kGrain};
  auto const halves = grain.arcs(ArcKind::kHaul, border);
  ASSERT_EQ(2U, halves.size());
  EXPECT_DOUBLE_EQ(40.0 * 0.04, grain.price(halves[0]).tariff);
  EXPECT_DOUBLE_EQ(40.0 * 0.08, grain.price(halves[1]).tariff);
  EXPECT_DOUBLE_EQ(40.0 / 40.0, grain.price(halves[0]).hours);
  EXPECT_DOUBLE_EQ(40.0 / 20.0, grain.price(halves[1]).hours);
  auto const back = grain.arcs(ArcKind::kHaul, border, true);
  EXPECT_DOUBLE_EQ(40.0 * 0.08, grain.price(back[0]).tariff);
}

TEST(haul, factors_on_tariffs_hold_for_their_state_and_mode) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.b, 100.0);
  auto const road = r.road(r.a, r.b, 100.0);
  auto boxes = Goods{r, kBoxes};
  boxes.world.tariffs = {{r.here, Mode::kRail, 0.5},
                         {r.here, Mode::kOther, 3.0},  // of every mode
                         {r.there, Mode::kRail, 100.0}};
  EXPECT_DOUBLE_EQ(6.0 * 0.5 * 3.0, boxes.first(ArcKind::kHaul, rail).tariff);
  EXPECT_DOUBLE_EQ(10.0 * 3.0, boxes.first(ArcKind::kHaul, road).tariff);
}

TEST(haul, a_discount_for_some_goods_is_theirs_alone) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.b, 100.0);
  auto const road = r.road(r.a, r.b, 100.0);
  auto discount = Effect{};
  discount.target = EffectTarget::kStateMode;
  discount.parameter = EffectParameter::kTariff;
  discount.op = EffectOperator::kMultiply;
  discount.state = r.here;
  discount.mode = Mode::kRail;
  discount.value = exactly(0.8);
  discount.relation.one_end_in = {r.code_far};
  r.effects = {discount};
  auto through = Goods{r, kBoxes, r.code_here, r.code_far};
  EXPECT_DOUBLE_EQ(6.0 * 0.8, through.first(ArcKind::kHaul, rail).tariff);
  EXPECT_DOUBLE_EQ(10.0, through.first(ArcKind::kHaul, road).tariff);
  EXPECT_DOUBLE_EQ(6.0, (Goods{r, kBoxes}).first(ArcKind::kHaul, rail).tariff);
  through.world.conditional = {0U};  // its project is not open
  EXPECT_DOUBLE_EQ(6.0, through.first(ArcKind::kHaul, rail).tariff);
}

TEST(haul, a_speed_factor_shortens_the_hours_and_not_the_bill) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.b, 100.0);
  auto boxes = Goods{r, kBoxes};
  boxes.world.speed_factor[rail] = 1.25;
  EXPECT_DOUBLE_EQ(100.0 / 50.0, boxes.first(ArcKind::kHaul, rail).hours);
  EXPECT_DOUBLE_EQ(6.0, boxes.first(ArcKind::kHaul, rail).tariff);
}

TEST(haul, ships_have_a_rate_by_basin_and_form_and_no_call_on_the_way) {
  auto r = ToyRegion{};
  auto const sea = r.link(Mode::kSea, r.b, r.c, 470.0);
  r.ships(true);
  auto const boxes = Goods{r, kBoxes}.first(ArcKind::kHaul, sea);
  EXPECT_DOUBLE_EQ(470.0 * 0.05, boxes.money());
  EXPECT_DOUBLE_EQ(470.0 / 20.0, boxes.hours);
  EXPECT_DOUBLE_EQ(470.0 * 0.02, (Goods{r, kGrain}).first(ArcKind::kHaul, sea).money());
}

TEST(haul, water_without_a_rate_for_the_goods_is_forbidden) {
  auto r = ToyRegion{};
  auto const sea = r.link(Mode::kSea, r.b, r.c, 470.0);
  r.water(Carriage::kShip, 0.05, 10.0).groups = {kConsumer};
  EXPECT_TRUE((Goods{r, kBoxes}).first(ArcKind::kHaul, sea).allowed);
  EXPECT_FALSE((Goods{r, kGrain}).first(ArcKind::kHaul, sea).allowed);
}

TEST(haul, a_ferry_calls_at_both_ends_and_is_waited_for) {
  auto r = ToyRegion{};
  r.rail(r.a, r.b, 10.0);
  auto const far = r.node("d", r.there);
  r.rail(r.c, far, 10.0);
  auto const ferry = r.link(Mode::kFerry, r.b, r.c, 300.0);
  r.capacities.ferries.rows.push_back(
      {ferry, FerryCarries::kBoth, {exactly(1e6), 0.6, 4.0}, exactly(24.0)});
  auto& wagon = r.water(Carriage::kWagonFerry, 0.16, 0.0);
  wagon.headway_factor = exactly(2.5);
  wagon.load_hours = exactly(12.0);
  wagon.discharge_hours = exactly(6.0);
  auto& truck = r.water(Carriage::kTruckFerry, 0.06, 17.0);
  truck.headway_factor = exactly(0.5);
  auto boxes = Goods{r, kBoxes};
  auto const ferries = boxes.arcs(ArcKind::kHaul, ferry);
  ASSERT_EQ(2U, ferries.size());
  auto const on_wagon = boxes.price(ferries[0]);
  EXPECT_DOUBLE_EQ(300.0 * 0.16, on_wagon.money());
  EXPECT_DOUBLE_EQ(300.0 / 20.0 + 2.5 * 24.0 + 12.0 + 6.0, on_wagon.hours);
  auto const on_truck = boxes.price(ferries[1]);
  EXPECT_DOUBLE_EQ(300.0 * 0.06, on_truck.tariff);
  EXPECT_DOUBLE_EQ(2.0 * 17.0, on_truck.handling);
  EXPECT_DOUBLE_EQ(300.0 / 20.0 + 0.5 * 24.0, on_truck.hours);
  boxes.world.headway_factor[ferry] = 0.5;
  EXPECT_DOUBLE_EQ(300.0 / 20.0 + 2.5 * 12.0 + 12.0 + 6.0, boxes.price(ferries[0]).hours);
}

TEST(haul, planes_have_a_price_and_hours_by_direction) {
  auto r = ToyRegion{};
  auto const flight = r.link(Mode::kAir, r.a, r.c, 1010.0);
  r.prices.air.rows = {{flight, false, exactly(1000.0), exactly(60.0)},
                       {flight, true, exactly(800.0), exactly(50.0)}};
  r.prices.air.relation.one_end_in = {r.code_here};
  auto const boxes = Goods{r, kBoxes};
  EXPECT_EQ(1000.0, boxes.first(ArcKind::kHaul, flight).money());
  EXPECT_EQ(60.0, boxes.first(ArcKind::kHaul, flight).hours);
  EXPECT_EQ(800.0, boxes.first(ArcKind::kHaul, flight, true).money());
}

TEST(haul, only_goods_of_the_relation_that_are_fit_for_it_fly) {
  auto r = ToyRegion{};
  auto const flight = r.link(Mode::kAir, r.a, r.c, 1010.0);
  auto const unpriced = r.link(Mode::kAir, r.b, r.c, 1010.0);
  r.prices.air.rows = {{flight, false, exactly(1000.0), exactly(60.0)}};
  r.prices.air.relation.one_end_in = {r.code_here};
  auto const allowed = [&](CommodityId commodity, TradeCodeId from, TradeCodeId to, LinkId by) {
    return Goods{r, commodity, from, to}.first(ArcKind::kHaul, by).allowed;
  };
  EXPECT_TRUE(allowed(kBoxes, r.code_here, r.code_far, flight));
  EXPECT_TRUE(allowed(kBoxes, r.code_far, r.code_here, flight));
  EXPECT_FALSE(allowed(kBoxes, r.code_there, r.code_far, flight));
  EXPECT_FALSE(allowed(kGrain, r.code_here, r.code_far, flight));
  EXPECT_FALSE(allowed(kBoxes, r.code_here, r.code_far, unpriced));
}

TEST(haul, a_mode_that_is_not_for_the_goods_is_forbidden) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.c, 100.0);
  auto const road = r.road(r.a, r.c, 100.0);
  r.border(rail, FeeUnit::kPerWagonOrTeu, 1.0, 1.0, 1.0, 1.0);
  r.commodities.modes[kGrain] = 1U << static_cast<unsigned>(Mode::kRail);
  auto const grain = Goods{r, kGrain};
  EXPECT_TRUE(grain.first(ArcKind::kHaul, rail).allowed);
  EXPECT_TRUE(grain.first(ArcKind::kExit, rail).allowed);
  EXPECT_FALSE(grain.first(ArcKind::kHaul, road).allowed);
  EXPECT_FALSE(grain.first(ArcKind::kExit, road).allowed);
}
