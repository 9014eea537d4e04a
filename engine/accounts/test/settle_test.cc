#include "gtest/gtest.h"
#include "three_states.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

struct Settle : testing::Test, ThreeStates {};

}  // namespace

TEST_F(Settle, land_transit_enters_and_leaves_and_belongs_to_the_state_between) {
  auto const s = settled({flow(a_to_c, by_land, 1000.0, 50.0)}).states;
  EXPECT_EQ(s.originating[a], 1000.0);
  EXPECT_EQ(s.leaving[a], 1000.0);
  EXPECT_EQ(s.entering[a], 0.0);
  EXPECT_EQ(s.entering[b], 1000.0);
  EXPECT_EQ(s.leaving[b], 1000.0);
  EXPECT_EQ(s.entering[c], 1000.0);
  EXPECT_EQ(s.terminating[c], 1000.0);
  EXPECT_EQ(s.transit_tonnes[a], 0.0);
  EXPECT_EQ(s.transit_tonnes[b], 1000.0);
  EXPECT_EQ(s.transit_tonnes[c], 0.0);
  EXPECT_DOUBLE_EQ(s.transit_tkm[b], 1000.0 * (50.0 + 300.0 + 30.0));
}

TEST_F(Settle, transit_revenue_is_tariff_and_fees_less_avoidable_cost) {
  auto const s = settled({flow(a_to_c, by_land, 1000.0)}).states;
  auto const tariff = 380.0 * 0.02 * (1.0 - 0.6);
  auto const fees = (3.0 + 2.0) * (1.0 - 0.2);
  EXPECT_NEAR(s.transit_revenue[b], 1000.0 * (tariff + fees), 1e-9);
  EXPECT_EQ(s.transit_revenue[a], 0.0);
  EXPECT_EQ(s.transit_revenue[c], 0.0);
}

TEST_F(Settle, trade_cost_and_tonnes_count_whole_at_both_ends) {
  auto const s =
      settled({flow(a_to_c, by_land, 1000.0, 50.0), flow(a_to_c, by_sea, 500.0, 40.0)}).states;
  for (auto const state : {a, c}) {
    EXPECT_EQ(s.trade_tonnes[state], 1500.0);
    EXPECT_EQ(s.trade_cost[state], 70000.0);
  }
  EXPECT_EQ(s.trade_tonnes[b], 0.0);
}

TEST_F(Settle, ships_leave_and_enter_at_quays) {
  auto const s = settled({flow(a_to_c, by_sea, 10.0)}).states;
  EXPECT_EQ(s.leaving[a], 10.0);
  EXPECT_EQ(s.entering[c], 10.0);
  EXPECT_EQ(s.entering[b], 0.0);
  EXPECT_EQ(s.transit_tonnes[b], 0.0);
}

TEST_F(Settle, a_ferry_lands_in_the_state_beyond_and_pays_half_its_handling_there) {
  auto const s = settled({flow(a_to_c, by_ferry, 10.0)}).states;
  EXPECT_EQ(s.entering[b], 10.0);
  EXPECT_EQ(s.transit_tonnes[b], 10.0);
  auto const handling = 5.0 * 0.5;
  auto const tariff = 330.0 * 0.02 * 0.4;
  auto const fee = 2.0 * 0.8;
  EXPECT_NEAR(s.transit_revenue[b], 10.0 * (handling + tariff + fee), 1e-9);
}

TEST_F(Settle, planes_pass_over_states) {
  auto const s = settled({flow(a_to_c, by_air, 10.0)}).states;
  EXPECT_EQ(s.leaving[a], 10.0);
  EXPECT_EQ(s.entering[c], 10.0);
  EXPECT_EQ(s.transit_tonnes[b], 0.0);
}

TEST_F(Settle, a_domestic_lane_begins_and_ends_at_home) {
  auto const home = lane(zone_west, zone_east);
  auto const s = settled({flow(home, {through_b}, 10.0)}).states;
  EXPECT_EQ(s.originating[b], 10.0);
  EXPECT_EQ(s.terminating[b], 10.0);
  EXPECT_EQ(s.entering[b], 0.0);
  EXPECT_EQ(s.leaving[b], 0.0);
  EXPECT_EQ(s.trade_tonnes[b], 10.0);
  EXPECT_EQ(s.transit_tonnes[b], 0.0);
}

TEST_F(Settle, goods_from_overseas_by_another_states_port_are_transit_there) {
  auto const overseas = lane(zone_d, zone_c);
  auto const s = settled({flow(overseas, by_land, 10.0)}).states;
  EXPECT_EQ(s.originating[d], 10.0);
  EXPECT_EQ(s.leaving[d], 10.0);
  EXPECT_EQ(s.entering[a], 10.0);
  EXPECT_EQ(s.transit_tonnes[a], 10.0);
  EXPECT_DOUBLE_EQ(s.transit_tkm[a], 500.0);
  auto const loading = 4.0 * 0.5;
  auto const tariff = 50.0 * 0.01 * 0.4;
  EXPECT_NEAR(s.transit_revenue[a], 10.0 * (loading + tariff + 2.0 * 0.8), 1e-9);
}

TEST_F(Settle, goods_from_overseas_that_sail_on_do_not_touch_the_port_that_stands_in) {
  auto const overseas = lane(zone_d, zone_c);
  auto const s = settled({flow(overseas, by_sea, 10.0)}).states;
  EXPECT_EQ(s.leaving[d], 10.0);
  EXPECT_EQ(s.entering[a], 0.0);
  EXPECT_EQ(s.transit_tonnes[a], 0.0);
  EXPECT_EQ(s.transit_revenue[a], 0.0);
}

TEST_F(Settle, links_count_a_crossing_once_and_by_direction) {
  auto const back = lane(zone_c, zone_a);
  auto const accounts =
      settled({flow(a_to_c, by_land, 1000.0), flow(back, {into_c, through_b, into_b}, 200.0)});
  for (auto const link : by_land) {
    EXPECT_EQ(accounts.link_forward[link], 1000.0);
    EXPECT_EQ(accounts.link_backward[link], 200.0);
  }
  EXPECT_EQ(accounts.link_forward[sea], 0.0);
}

TEST_F(Settle, a_corridor_carries_the_mean_of_its_main_branch) {
  auto const home = lane(zone_west, zone_east);
  auto const accounts = settled({flow(a_to_c, by_land, 1000.0), flow(home, {through_b}, 460.0)});
  EXPECT_DOUBLE_EQ(accounts.corridor_tonnes[land], 1000.0 + 460.0 * 300.0 / 460.0);
  EXPECT_DOUBLE_EQ(accounts.corridor_tkm[land], 1000.0 * 460.0 + 460.0 * 300.0);
  EXPECT_EQ(accounts.corridor_tonnes[water], 0.0);
}

TEST_F(Settle, shut_links_of_a_corridor_count_as_empty) {
  world.open[into_c] = 0U;
  auto const home = lane(zone_west, zone_east);
  auto const accounts = settled({flow(home, {through_b}, 460.0)});
  EXPECT_DOUBLE_EQ(accounts.corridor_tonnes[land], 300.0);
}

namespace {

/// A river inside one state, from its mouth to a town, and the sea before it.
struct River : testing::Test, ToyYear {
  StateId up = state("RRR", 0.02);
  StateId over = state("SSS", 0.02);
  NodeId abroad = node("abroad", over);
  NodeId mouth = node("mouth", up);
  NodeId town = node("town", up);
  LinkId sea = link(Mode::kSea, abroad, mouth, 500.0);
  LinkId river = link(Mode::kInlandWater, mouth, town, 300.0);
  ZoneId zone_abroad = zone(abroad);
  ZoneId zone_mouth = zone(mouth);
  ZoneId zone_town = zone(town);

  River() { expand_all(); }
};

}  // namespace

TEST_F(River, lies_inside_its_state) {
  auto const inland = lane(zone_mouth, zone_town);
  auto const imports = lane(zone_abroad, zone_town);
  auto const solution =
      solution_of(*this,
                  {{inland, find_route(zone_mouth, zone_town, {river}), 10.0, 0.0},
                   {imports, find_route(zone_abroad, zone_town, {sea, river}), 7.0, 0.0}});
  auto const s = settle(inputs(solution)).states;
  EXPECT_EQ(s.leaving[up], 0.0);
  EXPECT_EQ(s.entering[up], 7.0);
  EXPECT_EQ(s.leaving[over], 7.0);
}
