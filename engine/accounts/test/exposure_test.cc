#include "gtest/gtest.h"
#include "three_states.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

struct ExposureOf : testing::Test, ThreeStates {};

}  // namespace

TEST_F(ExposureOf, neighbours_are_the_first_foreign_state_or_the_sea_or_the_air) {
  auto const e =
      settled({flow(a_to_c, by_land, 50.0), flow(a_to_c, by_sea, 30.0), flow(a_to_c, by_air, 20.0)})
          .exposure;
  EXPECT_DOUBLE_EQ(e.neighbour_max[a], 0.5);
  EXPECT_DOUBLE_EQ(e.neighbour_herfindahl[a], 0.25 + 0.09 + 0.04);
  EXPECT_DOUBLE_EQ(e.neighbour_max[c], 0.5);
}

TEST_F(ExposureOf, a_ferry_is_the_sea_and_its_port_a_gate) {
  auto const e = settled({flow(a_to_c, by_ferry, 40.0), flow(a_to_c, by_sea, 60.0)}).exposure;
  EXPECT_DOUBLE_EQ(e.neighbour_max[a], 1.0);  // the sea
  EXPECT_DOUBLE_EQ(e.crossing_max[a], 1.0);   // the port of a
  EXPECT_DOUBLE_EQ(e.neighbour_max[c], 0.6);  // the sea before B
  EXPECT_DOUBLE_EQ(e.crossing_max[c], 0.6);   // the port of c before the crossing from B
  EXPECT_DOUBLE_EQ(e.crossing_herfindahl[c], 0.36 + 0.16);
}

TEST_F(ExposureOf, domestic_and_absent_trade_expose_nobody) {
  auto const home = lane(zone_west, zone_east);
  auto const e = settled({flow(home, {through_b}, 10.0)}).exposure;
  EXPECT_EQ(e.neighbour_max[b], 0.0);
  EXPECT_EQ(e.crossing_herfindahl[b], 0.0);
  EXPECT_EQ(e.corridor_max[b], 0.0);
  EXPECT_EQ(e.corridor_max[a], 0.0);
}

TEST_F(ExposureOf, a_corridor_counts_when_it_holds_half_of_the_way_or_200_km) {
  auto const short_trip = lane(zone_a, zone_west);
  auto const e = settled({flow(short_trip, {into_b}, 10.0),  // all of it on the land corridor
                          flow(a_to_c, by_ferry, 30.0),      // 360 of 560 km on it
                          flow(a_to_c, by_air, 60.0)})       // none
                     .exposure;
  EXPECT_DOUBLE_EQ(e.corridor_max[a], 0.4);
  EXPECT_DOUBLE_EQ(e.corridor_max[b], 1.0);
}

TEST_F(ExposureOf, a_stretch_of_a_corridor_that_is_too_short_does_not_count) {
  auto const by_ferry_only = lane(zone_a, zone_west);
  auto const stub = corridor("stub", {{into_c}});
  EXPECT_EQ(stub.value, 2U);
  auto const e =
      settled({flow(a_to_c, by_ferry, 10.0), flow(by_ferry_only, {ferry}, 10.0)}).exposure;
  EXPECT_DOUBLE_EQ(e.corridor_max[c], 1.0);  // the land corridor
  EXPECT_DOUBLE_EQ(e.corridor_max[b], 0.0);  // the ferry lies on none
}
