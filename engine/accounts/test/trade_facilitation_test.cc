#include "chorsu/accounts/trade_facilitation.h"

#include "gtest/gtest.h"
#include "three_states.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A - B - C by rail: 50 km in A, 50 + 300 + 30 in B, 30 in C, at 30 km/h and 1, 2 and 3 cents a
/// t·km. Each border: 10 h and 2 US$/t to leave, 10 h and 3 US$/t to enter.
struct Facilitation : testing::Test {
  ThreeStates year;
  LaneId to_west{};

  Facilitation() { to_west = year.lane(year.zone_a, year.zone_west); }

  TradeFacilitation rail(std::vector<ToyFlow> const& flows,
                         Column<FacilityId, double> const& delay = {}) {
    auto solution = solution_of(year, flows);
    solution.delay = delay;
    return trade_facilitation(year.inputs(solution)).rail[year.land];
  }

  void set_border_hours(LinkId link, double hours) {
    for (auto& row : year.prices.borders.rows) {
      if (row.link == link) {
        row.hours = exactly(hours);
      }
    }
  }
};

}  // namespace

TEST_F(Facilitation, of_one_flow_with_a_pencil) {
  auto const t = rail({year.flow(year.a_to_c, year.by_land, 1000.0)});
  EXPECT_TRUE(t.borders_by_flow);
  EXPECT_TRUE(t.sections_by_flow);
  EXPECT_DOUBLE_EQ(t.border_hours.value(), 10.0);
  EXPECT_DOUBLE_EQ(t.border_cost.value(), 20.0 * (2.0 + 3.0) / 2.0);
  auto const usd_t = 50.0 * 0.01 + 380.0 * 0.02 + 30.0 * 0.03 + 2.0 * (2.0 + 3.0);  // 19
  EXPECT_NEAR(t.section_cost.value(), 10000.0 * usd_t / 460.0, 1e-9);
  EXPECT_NEAR(t.speed_without_delay.value(), 30.0, 1e-9);
  EXPECT_NEAR(t.speed_with_delay.value(), 460.0 / (460.0 / 30.0 + 4.0 * 10.0), 1e-9);
}

TEST_F(Facilitation, weighs_each_border_by_what_passes_it) {
  set_border_hours(year.into_c, 30.0);
  auto const t = rail(
      {year.flow(year.a_to_c, year.by_land, 1000.0), year.flow(to_west, {year.into_b}, 3000.0)});
  // 4,000 t pass two sides of 10 h, 1,000 t two sides of 30 h.
  EXPECT_DOUBLE_EQ(t.border_hours.value(), (4000.0 * 20.0 + 1000.0 * 60.0) / 10000.0);
}

TEST_F(Facilitation, does_not_depend_on_how_much_there_is_in_all) {
  auto const flows = [&](double factor) {
    return std::vector{year.flow(year.a_to_c, year.by_land, 700.0 * factor),
                       year.flow(to_west, {year.into_b}, 200.0 * factor)};
  };
  auto const once = rail(flows(1.0));
  auto const thrice = rail(flows(3.0));
  EXPECT_NEAR(once.section_cost.value(), thrice.section_cost.value(), 1e-9);
  EXPECT_NEAR(once.speed_with_delay.value(), thrice.speed_with_delay.value(), 1e-9);
}

TEST_F(Facilitation, without_flow_takes_all_open_sides_alike_and_says_so) {
  set_border_hours(year.into_c, 30.0);
  auto const t = rail({year.flow(year.a_to_c, year.by_sea, 1000.0)});
  EXPECT_FALSE(t.borders_by_flow);
  EXPECT_FALSE(t.sections_by_flow);
  EXPECT_DOUBLE_EQ(t.border_hours.value(), 20.0);
  EXPECT_NEAR(t.speed_without_delay.value(), 30.0, 1e-9);
}

TEST_F(Facilitation, of_a_border_nobody_crosses_while_goods_move_inside) {
  auto const inside = year.lane(year.zone_west, year.zone_east);
  auto const t = rail({year.flow(inside, {year.through_b}, 500.0)});
  EXPECT_FALSE(t.borders_by_flow);
  EXPECT_TRUE(t.sections_by_flow);
  EXPECT_DOUBLE_EQ(t.border_hours.value(), 10.0);
  EXPECT_NEAR(t.section_cost.value(), 10000.0 * 0.02, 1e-9);
  EXPECT_NEAR(t.speed_with_delay.value(), 30.0, 1e-9);
}

TEST_F(Facilitation, is_none_where_nothing_is_open_or_the_mode_is_not_there) {
  auto const solution = solution_of(year, {});
  EXPECT_FALSE(trade_facilitation(year.inputs(solution)).road[year.land].speed_with_delay);
  EXPECT_FALSE(trade_facilitation(year.inputs(solution)).rail[year.water].border_hours);
  for (auto const link : year.by_land) {
    year.world.open[link] = 0U;
  }
  EXPECT_FALSE(rail({}).border_hours);
  EXPECT_FALSE(rail({}).section_cost);
}

TEST_F(Facilitation, crowding_slows_the_speed_with_delay_alone) {
  auto& arcs = year.supernetwork.arcs;
  for (auto const arc : arcs.link.ids()) {
    if (arcs.link[arc] == year.through_b) {
      arcs.facility[arc] = FacilityId{0};
    }
  }
  year.world.capacity.values = {1e6};
  auto delay = Column<FacilityId, double>{};
  delay.push_back(1.0);  // twice the hours
  auto const t = rail({year.flow(year.a_to_c, year.by_land, 1000.0)}, delay);
  EXPECT_NEAR(t.speed_without_delay.value(), 30.0, 1e-9);
  EXPECT_NEAR(t.speed_with_delay.value(), 460.0 / (160.0 / 30.0 + 2.0 * 300.0 / 30.0 + 40.0), 1e-9);
}
