#include <cmath>
#include <limits>

#include "gtest/gtest.h"
#include "three_states.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();
constexpr auto kNone = std::numeric_limits<double>::quiet_NaN();
constexpr auto kWanted = 1000.0;  ///< t/yr at a logsum of 100 US$/t

struct Surplus : testing::Test, ThreeStates {
  /// A future in which the lane's logsum is `logsum` and demand follows the pivot.
  LogitSolution future(double logsum, double epsilon, double pivot = 100.0) {
    auto s = solution_of(*this, {});
    auto const elastic = std::isnan(pivot) ? 1.0 : std::exp(-epsilon * (logsum - pivot));
    s.logsum[a_to_c] = logsum;
    s.tonnes[a_to_c] = std::isinf(logsum) ? 0.0 : kWanted * elastic;
    return s;
  }

  Column<StateId, double> change(double before, double after, double epsilon, double at = 100.0) {
    auto const pivot = Pivot{{{epsilon}}, {{at}}};
    auto const first = future(before, epsilon, at);
    auto const second = future(after, epsilon, at);
    return surplus_change(inputs(first), inputs(second), pivot);
  }
};

}  // namespace

TEST_F(Surplus, is_the_integral_of_demand_half_to_each_end) {
  auto const s = change(120.0, 90.0, 0.01);
  // The integral of 1000·exp(-0.01·(L - 100)) from 90 to 120.
  auto const whole = 1000.0 / 0.01 * (std::exp(0.1) - std::exp(-0.2));
  EXPECT_NEAR(s[a], 0.5 * whole, 1e-9 * whole);
  EXPECT_NEAR(s[c], 0.5 * whole, 1e-9 * whole);
  EXPECT_EQ(s[b], 0.0);
}

TEST_F(Surplus, there_and_back_is_nothing) {
  EXPECT_DOUBLE_EQ(change(120.0, 90.0, 0.01)[a], -change(90.0, 120.0, 0.01)[a]);
  EXPECT_EQ(change(95.0, 95.0, 0.01)[a], 0.0);
}

TEST_F(Surplus, of_fixed_demand_is_tonnes_times_what_is_saved) {
  EXPECT_DOUBLE_EQ(change(120.0, 90.0, 0.0)[a], 0.5 * 1000.0 * 30.0);
}

TEST_F(Surplus, is_close_to_the_rule_of_a_half_for_small_changes) {
  auto const s = change(101.0, 100.0, 0.01);
  auto const mean = 0.5 * (1000.0 + 1000.0 * std::exp(-0.01));
  EXPECT_NEAR(s[a], 0.5 * mean, 1e-5 * mean);
}

TEST_F(Surplus, a_lane_that_loses_every_route_loses_its_tonnes_over_epsilon) {
  EXPECT_DOUBLE_EQ(change(100.0, kInfinite, 0.01)[a], -0.5 * 1000.0 / 0.01);
  EXPECT_DOUBLE_EQ(change(kInfinite, 100.0, 0.01)[a], 0.5 * 1000.0 / 0.01);
}

TEST_F(Surplus, counts_nothing_without_bounds_or_routes) {
  EXPECT_EQ(change(100.0, kInfinite, 0.0)[a], 0.0);
  EXPECT_EQ(change(kInfinite, kInfinite, 0.01)[a], 0.0);
}

TEST_F(Surplus, without_a_pivot_demand_is_fixed) {
  EXPECT_DOUBLE_EQ(change(120.0, 90.0, 0.01, kNone)[a], 0.5 * 1000.0 * 30.0);
}

TEST_F(Surplus, of_domestic_trade_stays_at_home) {
  lanes = {};
  lane(zone_west, zone_east);
  auto const s = change(120.0, 90.0, 0.0);
  EXPECT_DOUBLE_EQ(s[b], 30000.0);
  EXPECT_EQ(s[a], 0.0);
}
