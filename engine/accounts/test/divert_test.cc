#include "gtest/gtest.h"
#include "three_states.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

struct Divert : testing::Test, ThreeStates {
  Diversion between(std::vector<ToyFlow> const& before, std::vector<ToyFlow> const& after) {
    auto const first = solution_of(*this, before);
    auto const second = solution_of(*this, after);
    return divert(inputs(first), inputs(second));
  }
};

void expect_row(Diversion::Row const& row,
                std::string const& from,
                std::string const& to,
                double tonnes) {
  EXPECT_EQ(row.from, from);
  EXPECT_EQ(row.to, to);
  EXPECT_DOUBLE_EQ(row.tonnes, tonnes);
}

}  // namespace

TEST_F(Divert, from_land_to_sea) {
  auto const moved = between({flow(a_to_c, by_land, 100.0)},
                             {flow(a_to_c, by_land, 40.0), flow(a_to_c, by_sea, 60.0)});
  ASSERT_EQ(moved.rows.size(), 1U);
  expect_row(moved.rows[0], "BBB", "sea", 60.0);
}

TEST_F(Divert, what_nobody_gains_is_lost_to_nobody) {
  auto const moved = between({flow(a_to_c, by_land, 100.0)},
                             {flow(a_to_c, by_air, 60.0), flow(a_to_c, by_sea, 30.0)});
  ASSERT_EQ(moved.rows.size(), 2U);
  expect_row(moved.rows[0], "BBB", "none", 70.0);
  expect_row(moved.rows[1], "BBB", "sea", 30.0);
}

TEST_F(Divert, tonnes_that_appear_come_from_nobody) {
  auto const moved = between({}, {flow(a_to_c, by_land, 5.0)});
  ASSERT_EQ(moved.rows.size(), 1U);
  expect_row(moved.rows[0], "none", "BBB", 5.0);
}

TEST_F(Divert, losses_go_to_gains_in_proportion) {
  auto const overseas = lane(zone_d, zone_c);  // by land it passes A and B
  auto const moved = between({flow(overseas, by_land, 100.0)}, {flow(overseas, by_sea, 100.0)});
  ASSERT_EQ(moved.rows.size(), 4U);
  expect_row(moved.rows[0], "AAA", "none", 50.0);
  expect_row(moved.rows[1], "AAA", "sea", 50.0);
  expect_row(moved.rows[2], "BBB", "none", 50.0);
  expect_row(moved.rows[3], "BBB", "sea", 50.0);
}

TEST_F(Divert, what_lanes_lose_to_and_gain_from_nobody_is_set_off) {
  auto const back = lane(zone_c, zone_a);
  auto const home = std::vector<LinkId>{into_c, through_b, into_b};
  auto const moved = between({flow(a_to_c, by_land, 100.0)}, {flow(back, home, 30.0)});
  ASSERT_EQ(moved.rows.size(), 1U);
  expect_row(moved.rows[0], "BBB", "none", 70.0);
}

TEST_F(Divert, nothing_moves_when_nothing_changes) {
  auto const same = std::vector<ToyFlow>{flow(a_to_c, by_land, 100.0)};
  EXPECT_TRUE(between(same, same).rows.empty());
}
