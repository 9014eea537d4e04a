#include "gtest/gtest.h"
#include "toy_region.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A port with a railway and a ship to the other state.
struct Harbour {
  ToyRegion r;
  LinkId sea;
  Harbour() {
    r.rail(r.a, r.b, 10.0);
    sea = r.link(Mode::kSea, r.b, r.c, 470.0);
    r.road(r.c, r.node("d", r.there), 10.0);
    r.handling(Operation::kPort, Form::kBox, HandlingUnit::kPerTeu, 150.0, 99.0);
    r.handling(Operation::kPort, Form::kBulk, HandlingUnit::kPerTonne, 7.0, 99.0);
  }
};

}  // namespace

TEST(border, fees_are_per_truck_wagon_or_box) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.c, 8.0);
  auto const road = r.road(r.a, r.c, 8.0);
  r.border(rail, FeeUnit::kPerWagonOrTeu, 60.0, 90.0, 14.0, 21.0);
  r.border(road, FeeUnit::kPerTruck, 100.0, 200.0, 5.0, 7.0);
  auto const boxes = Goods{r, kBoxes};
  auto const grain = Goods{r, kGrain};
  EXPECT_DOUBLE_EQ(60.0 / 10.0, boxes.first(ArcKind::kExit, rail).money());
  EXPECT_DOUBLE_EQ(90.0 / 10.0, boxes.first(ArcKind::kEntry, rail).money());
  EXPECT_DOUBLE_EQ(60.0 / 60.0, grain.first(ArcKind::kExit, rail).money());
  EXPECT_DOUBLE_EQ(100.0 / 20.0, boxes.first(ArcKind::kExit, road).money());
  EXPECT_DOUBLE_EQ(200.0 / 25.0, grain.first(ArcKind::kEntry, road).money());
  EXPECT_DOUBLE_EQ(14.0, grain.first(ArcKind::kExit, rail).hours);
  EXPECT_DOUBLE_EQ(7.0, boxes.first(ArcKind::kEntry, road).hours);
}

TEST(border, each_direction_and_side_has_its_own_row_and_none_means_forbidden) {
  auto r = ToyRegion{};
  auto const road = r.road(r.a, r.c, 8.0);
  r.border(road, FeeUnit::kPerTruck, 0.0, 0.0, 0.0, 0.0);
  auto hours = 1.0;
  for (auto& row : r.prices.borders.rows) {
    row.hours = exactly(hours++);  // exit, entry there; exit, entry back
  }
  r.prices.borders.rows.pop_back();
  auto const boxes = Goods{r, kBoxes};
  EXPECT_EQ(1.0, boxes.first(ArcKind::kExit, road).hours);
  EXPECT_EQ(2.0, boxes.first(ArcKind::kEntry, road).hours);
  EXPECT_EQ(3.0, boxes.first(ArcKind::kExit, road, true).hours);
  EXPECT_FALSE(boxes.first(ArcKind::kEntry, road, true).allowed);
}

TEST(border, factors_of_the_world_and_of_the_goods_multiply) {
  auto r = ToyRegion{};
  auto const road = r.road(r.a, r.c, 8.0);
  r.border(road, FeeUnit::kPerTruck, 100.0, 100.0, 10.0, 10.0);
  auto faster = Effect{};
  faster.target = EffectTarget::kCrossing;
  faster.parameter = EffectParameter::kBorderTime;
  faster.op = EffectOperator::kMultiply;
  faster.link = road;
  faster.value = exactly(0.7);
  faster.relation.one_end_in = {r.code_far};
  auto cheaper = faster;
  cheaper.parameter = EffectParameter::kBorderCost;
  cheaper.value = exactly(0.6);
  r.effects = {faster, cheaper};
  auto through = Goods{r, kBoxes, r.code_here, r.code_far};
  through.world.border_time_factor[road] = 0.5;
  through.world.border_fee_factor[road] = 2.0;
  EXPECT_DOUBLE_EQ(10.0 * 0.5 * 0.7, through.first(ArcKind::kExit, road).hours);
  EXPECT_DOUBLE_EQ(5.0 * 2.0 * 0.6, through.first(ArcKind::kExit, road).fee);
  EXPECT_DOUBLE_EQ(10.0, (Goods{r, kBoxes}).first(ArcKind::kEntry, road).hours);
}

TEST(call, holds_the_handling_or_adds_it) {
  auto net = Harbour{};
  net.r.ships(true);
  auto const loading = Goods{net.r, kBoxes}.first(ArcKind::kLoad);
  EXPECT_DOUBLE_EQ(10.0, loading.money());
  EXPECT_DOUBLE_EQ(48.0, loading.hours);
  EXPECT_DOUBLE_EQ(24.0, (Goods{net.r, kBoxes}).first(ArcKind::kDischarge).hours);

  net.r.prices.water.rows.clear();
  net.r.ships(false);
  auto const with_handling = Goods{net.r, kBoxes}.first(ArcKind::kLoad);
  EXPECT_DOUBLE_EQ(10.0 + 150.0 / 10.0, with_handling.handling);
  EXPECT_DOUBLE_EQ(48.0, with_handling.hours);  // hours in port are those of the ship's row
  EXPECT_DOUBLE_EQ(10.0 + 7.0, (Goods{net.r, kGrain}).first(ArcKind::kDischarge).handling);
}

TEST(call, a_named_port_goes_before_any_port_whatever_the_order) {
  for (auto const named_first : {false, true}) {
    auto net = Harbour{};
    net.r.ships(false);
    net.r.handling(Operation::kPort, Form::kBox, HandlingUnit::kPerTeu, 110.0, 0.0, net.r.b);
    if (named_first) {
      std::swap(net.r.prices.handling.rows.front(), net.r.prices.handling.rows.back());
    }
    auto const boxes = Goods{net.r, kBoxes};
    auto const loading = boxes.arcs(ArcKind::kLoad);  // at b, then at c
    EXPECT_DOUBLE_EQ(10.0 + 11.0, boxes.price(loading[0]).handling);
    EXPECT_DOUBLE_EQ(10.0 + 15.0, boxes.price(loading[1]).handling);
  }
}

TEST(call, sailing_by_costs_nothing) {
  auto net = Harbour{};
  net.r.ships(false);
  auto const by = Goods{net.r, kBoxes}.first(ArcKind::kSailThrough);
  EXPECT_TRUE(by.allowed);
  EXPECT_EQ(0.0, by.money());
  EXPECT_EQ(0.0, by.hours);
}

TEST(transfer, gauge_change_is_per_box_or_wagon_and_rail_road_per_box_or_tonne) {
  auto r = ToyRegion{};
  r.rail(r.a, r.b, 10.0, 1520U);
  r.rail(r.a, r.b, 10.0, 1435U);
  r.road(r.a, r.b, 10.0);
  r.handling(Operation::kGaugeChange, Form::kBox, HandlingUnit::kPerTeu, 90.0, 18.0);
  r.handling(Operation::kGaugeChange, Form::kBulk, HandlingUnit::kPerWagon, 330.0, 20.0);
  r.handling(Operation::kRailRoad, Form::kBox, HandlingUnit::kPerTeu, 80.0, 16.0);
  r.handling(Operation::kRailRoad, Form::kBulk, HandlingUnit::kPerTonne, 6.0, 12.0);
  auto const boxes = Goods{r, kBoxes};
  auto const grain = Goods{r, kGrain};
  EXPECT_DOUBLE_EQ(90.0 / 10.0, boxes.first(ArcKind::kGaugeChange).money());
  EXPECT_DOUBLE_EQ(330.0 / 60.0, grain.first(ArcKind::kGaugeChange).money());
  EXPECT_DOUBLE_EQ(20.0, grain.first(ArcKind::kGaugeChange).hours);
  EXPECT_DOUBLE_EQ(80.0 / 10.0, boxes.first(ArcKind::kRailRoad).money());
  EXPECT_DOUBLE_EQ(6.0, grain.first(ArcKind::kRailRoad).money());
  EXPECT_DOUBLE_EQ(16.0, boxes.first(ArcKind::kRailRoad).hours);
}

TEST(transfer, takes_no_hours_where_those_of_an_open_border_hold_it) {
  auto r = ToyRegion{};
  auto const border = r.rail(r.a, r.c, 8.0, 1435U);
  r.rail(r.a, r.b, 10.0, 1520U);
  r.rail(r.b, r.node("d", r.here), 10.0, 1435U);
  r.border(border, FeeUnit::kPerWagonOrTeu, 0.0, 0.0, 30.0, 30.0);
  r.handling(Operation::kGaugeChange, Form::kBox, HandlingUnit::kPerTeu, 90.0, 18.0);
  r.prices.borders.rows.front().includes_transfer = true;
  auto boxes = Goods{r, kBoxes};
  auto const changes = boxes.arcs(ArcKind::kGaugeChange);  // a pair at a, a pair at b
  EXPECT_DOUBLE_EQ(0.0, boxes.price(changes[0]).hours);
  EXPECT_DOUBLE_EQ(9.0, boxes.price(changes[0]).money());
  EXPECT_DOUBLE_EQ(18.0, boxes.price(changes[2]).hours);
  boxes.world.open[border] = 0U;
  EXPECT_DOUBLE_EQ(18.0, boxes.price(changes[0]).hours);
}

TEST(connector, loads_a_train_ships_at_the_price_of_a_call_and_fills_a_truck_for_nothing) {
  auto net = Harbour{};
  net.r.ships(true);
  net.r.road(net.r.a, net.r.b, 10.0);
  net.r.handling(Operation::kRailLoad, Form::kBox, HandlingUnit::kPerTeu, 90.0, 6.0);
  net.r.zone(net.r.b);
  auto const boxes = Goods{net.r, kBoxes};
  for (auto const kind : {ArcKind::kOrigin, ArcKind::kDestination}) {
    auto const arcs = boxes.arcs(kind);  // rail, road, water
    ASSERT_EQ(3U, arcs.size());
    EXPECT_DOUBLE_EQ(90.0 / 10.0, boxes.price(arcs[0]).money());
    EXPECT_DOUBLE_EQ(6.0, boxes.price(arcs[0]).hours);
    EXPECT_DOUBLE_EQ(0.0, boxes.price(arcs[1]).money());
    EXPECT_DOUBLE_EQ(0.0, boxes.price(arcs[1]).hours);
    EXPECT_DOUBLE_EQ(10.0, boxes.price(arcs[2]).money());
    EXPECT_DOUBLE_EQ(kind == ArcKind::kOrigin ? 48.0 : 24.0, boxes.price(arcs[2]).hours);
  }
}

TEST(connector, a_zone_across_a_sea_pays_for_the_leg_to_its_centroid) {
  auto net = Harbour{};
  net.r.ships(true);
  auto const zone = net.r.zone(net.r.b);
  net.r.network.zones.access[zone] = exactly(900.0);
  net.r.network.zones.access_basin[zone] = BasinId{0};
  auto const boxes = Goods{net.r, kBoxes};
  auto const by_water = boxes.price(boxes.arcs(ArcKind::kOrigin)[1]);
  EXPECT_DOUBLE_EQ(900.0 * 0.05, by_water.tariff);
  EXPECT_DOUBLE_EQ(10.0, by_water.handling);
  EXPECT_DOUBLE_EQ(900.0 / 20.0 + 48.0, by_water.hours);
  EXPECT_DOUBLE_EQ(900.0 * 0.02, (Goods{net.r, kGrain}).first(ArcKind::kDestination).tariff);
}
