#include "gtest/gtest.h"
#include "three_states.h"

#include "chorsu/accounts/observation.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

struct Observe : testing::Test, ThreeStates {
  /// What one row counts on these flows.
  double counted(Observations::Row const& row, std::vector<ToyFlow> const& flows) {
    auto const solution = solution_of(*this, flows);
    return observe(inputs(solution), {{row}}).front();
  }

  Observations::Row at_links(std::vector<LinkId> const& where) {
    auto row = Observations::Row{};
    row.links = where;
    return row;
  }
};

constexpr auto bit(Mode mode) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(mode));
}

}  // namespace

TEST_F(Observe, a_flow_counts_both_directions_and_every_link_it_passes) {
  auto const back = lane(zone_c, zone_a);
  auto const flows = std::vector{flow(a_to_c, by_land, 1000.0),
                                 flow(back, {into_c, through_b, into_b}, 300.0),
                                 flow(a_to_c, by_sea, 50.0)};
  EXPECT_EQ(counted(at_links({into_b}), flows), 1300.0);
  EXPECT_EQ(counted(at_links({into_b, into_c}), flows), 2600.0);
  EXPECT_EQ(counted(at_links({sea}), flows), 50.0);
}

TEST_F(Observe, a_flow_towards_a_state_counts_one_direction) {
  auto const back = lane(zone_c, zone_a);
  auto const flows =
      std::vector{flow(a_to_c, by_land, 1000.0), flow(back, {into_c, through_b, into_b}, 300.0)};
  auto row = at_links({into_b});
  row.limits.towards = b;
  EXPECT_EQ(counted(row, flows), 1000.0);
  row.limits.towards = a;
  EXPECT_EQ(counted(row, flows), 300.0);
}

TEST_F(Observe, a_flow_by_a_mode_looks_at_the_land_before_the_water) {
  auto const from_west = lane(zone_east, zone_a);
  auto const flows = std::vector{flow(from_west, {through_b, ferry}, 70.0)};
  auto row = at_links({ferry});
  row.limits.by = bit(Mode::kRail);
  EXPECT_EQ(counted(row, flows), 70.0);
  row.limits.by = bit(Mode::kRoad);
  EXPECT_EQ(counted(row, flows), 0.0);
}

TEST_F(Observe, transit_needs_both_ends_outside_and_a_haul_by_the_mode_inside) {
  auto const into = lane(zone_a, zone_east);
  auto const flows =
      std::vector{flow(a_to_c, by_land, 1000.0), flow(into, {into_b, through_b}, 20.0)};
  auto row = Observations::Row{};
  row.count = Count::kTransit;
  row.state = b;
  EXPECT_EQ(counted(row, flows), 1000.0);
  row.limits.modes = bit(Mode::kRoad);
  EXPECT_EQ(counted(row, flows), 0.0);
  row.state = c;
  EXPECT_EQ(counted(row, flows), 0.0);
}

TEST_F(Observe, throughput_counts_loading_and_discharge) {
  auto row = Observations::Row{};
  row.count = Count::kThroughput;
  row.nodes = {at_a, at_c};
  EXPECT_EQ(counted(row, {flow(a_to_c, by_sea, 10.0)}), 20.0);
  row.nodes = {at_c};
  EXPECT_EQ(counted(row, {flow(a_to_c, by_sea, 10.0)}), 10.0);
  EXPECT_EQ(counted(row, {flow(a_to_c, by_land, 10.0)}), 0.0);
}

TEST_F(Observe, limits_on_ends_and_classes_leave_goods_out) {
  auto const own = TradeCodeId{0};
  auto const other = TradeCodeId{1};
  auto const flows = std::vector{flow(a_to_c, by_land, 1000.0)};
  auto row = at_links({into_b});
  row.limits.exporters = {other};
  EXPECT_EQ(counted(row, flows), 0.0);
  row.limits = {};
  row.limits.no_end = {own};
  EXPECT_EQ(counted(row, flows), 0.0);
  row.limits = {};
  row.limits.ends_here = {own};
  row.limits.ends_there = {other};
  EXPECT_EQ(counted(row, flows), 0.0);
  row.limits.ends_there = {own};
  EXPECT_EQ(counted(row, flows), 1000.0);
  row.limits.commodities = {CommodityId{7}};
  EXPECT_EQ(counted(row, flows), 0.0);
}

TEST_F(Observe, a_pair_counts_what_passes_a_state) {
  auto row = Observations::Row{};
  row.count = Count::kPair;
  row.limits.ends_here = {TradeCodeId{0}};
  row.limits.ends_there = {TradeCodeId{0}};
  row.limits.through = b;
  EXPECT_EQ(counted(row, {flow(a_to_c, by_land, 10.0), flow(a_to_c, by_sea, 5.0)}), 10.0);
}
