#include "chorsu/run/level_payoff.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include <gtest/gtest.h>

#include "chorsu/load/region.h"

namespace chorsu {
namespace {

/// The shipped region and its base year, solved once for all tests of this file.
struct Solved {
  LoadedRegion loaded = load_region("data/region");
  std::unique_ptr<Model const> model;
  Solved() {
    if (loaded.region != nullptr) {
      model = prepare(*loaded.region, LogitSettings{});
    }
  }
};

Solved const& solved() {
  static auto const one = Solved{};
  return one;
}

ActorId actor_called(Region const& region, std::string_view id) {
  for (auto const actor : region.evidence.actors.id.ids()) {
    if (region.evidence.actors.id[actor] == id) {
      return actor;
    }
  }
  return ActorId::none();
}

/// Each case solves the base year, which takes long with sanitizers.
class LevelPayoffTest : public testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "load_released_test has this case";
#endif
  }
};

TEST_F(LevelPayoffTest, are_of_those_who_share_a_border_that_levels_change) {
  ASSERT_NE(nullptr, solved().loaded.region);
  auto const& region = *solved().loaded.region;
  auto const actors = payoff_actors(region);
  EXPECT_EQ(6U, actors.size());
  EXPECT_EQ(0, std::ranges::count(actors, actor_called(region, "RUS")));
  EXPECT_EQ(1, std::ranges::count(actors, actor_called(region, "UZB")));
}

/// What is shipped is what the program makes of the package today.
TEST_F(LevelPayoffTest, shipped_ones_are_of_this_package) {
  ASSERT_NE(nullptr, solved().model);
  auto const& model = *solved().model;
  auto const& shipped = model.region->ladder.payoffs;
  ASSERT_FALSE(shipped.rows.empty());
  EXPECT_EQ(model.region->ladder.coverage_end, shipped.date);
  EXPECT_FALSE(is_out_of_date(shipped, trade_cost_on(model, shipped.date, {})));
  auto const actor = actor_called(*model.region, "TJK");
  auto const made = payoffs_of(model, actor, shipped.date, {});
  auto same = std::size_t{0};
  for (auto const& row : shipped.rows) {
    for (auto const& again : made) {
      if (row.actor == again.actor && row.level == again.level) {
        ++same;
        EXPECT_NEAR(row.gain, again.gain, 0.002 + kPayoffDrift * std::abs(again.gain));
        EXPECT_NEAR(row.gain, row.revenue + row.surplus, 0.002);
      }
    }
  }
  EXPECT_EQ(made.size(), same);
}

/// The law of the difference: between levels that no rule tells apart there is nothing to gain, and
/// all steps together are worth the whole way.
TEST_F(LevelPayoffTest, add_up_to_the_whole_way) {
  ASSERT_NE(nullptr, solved().model);
  auto const& model = *solved().model;
  auto const date = model.region->ladder.coverage_end;
  auto const actor = actor_called(*model.region, "TJK");
  auto sum = 0.0;
  for (auto const& row : payoffs_of(model, actor, date, {})) {
    sum += row.gain;
  }
  auto account = [&](double level) {
    auto lever = Lever{};
    lever.kind = LeverKind::kStance;
    lever.date = date;
    lever.actor = actor;
    lever.value = level;
    auto scenario = Scenario{};
    scenario.levers = {lever};
    scenario.baseline_date = date;
    auto const c = simulate(model, scenario, {});
    auto const& ids = model.region->network.states.id.values;
    auto const state =
        StateId{static_cast<StateId::rep>(std::ranges::find(ids, "TJK") - ids.begin())};
    return (c.with_changes.accounts.states.transit_revenue[state] -
            c.baseline.accounts.states.transit_revenue[state] + c.surplus[state]) /
           1e6;
  };
  EXPECT_NEAR(account(7.0) - account(0.0), sum, 1e-6 + 1e-3 * std::abs(sum));
  EXPECT_NEAR(0.0, account(2.0), 1e-3);  // where it stands: below the first rule
}

TEST_F(LevelPayoffTest, go_out_of_date_with_the_years_trade_cost) {
  auto payoffs = LevelPayoffs{};
  payoffs.trade_cost = 1000.0;
  EXPECT_FALSE(is_out_of_date(payoffs, 1000.0));
  EXPECT_FALSE(is_out_of_date(payoffs, 1015.0));
  EXPECT_TRUE(is_out_of_date(payoffs, 1030.0));
  EXPECT_TRUE(is_out_of_date(payoffs, 970.0));
}

/// The table that histories look up has the shipped gains, in the order of the followed actors.
TEST_F(LevelPayoffTest, are_looked_up_by_followed_actor) {
  ASSERT_NE(nullptr, solved().loaded.region);
  auto const& region = *solved().loaded.region;
  auto const model = ladder_model(region.evidence, region.ladder, {}, Vintage::kHindsight);
  EXPECT_TRUE(model.payoff.empty());  // the posterior was fitted without
  auto const table = payoff_table(region.evidence, region.ladder);
  for (auto const& row : region.ladder.payoffs.rows) {
    auto const actor = find_by_name(model.actors, region.evidence.actors.id[row.actor]);
    ASSERT_FALSE(actor.is_none());
    EXPECT_EQ(row.gain, table.gain(actor, row.level - 1, 0U));
  }
  EXPECT_EQ(0.0, table.gain(find_by_name(model.actors, "russia"), 3, 0U));
}

}  // namespace
}  // namespace chorsu
