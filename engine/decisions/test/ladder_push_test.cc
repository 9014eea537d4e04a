#include "chorsu/decisions/ladder_push.h"

#include <cmath>

#include <gtest/gtest.h>

#include "ladder_toy.h"

#include "chorsu/decisions/ladder_forecast.h"

using namespace chorsu;

namespace {

constexpr auto kStart = 2026 * 12;
constexpr auto kFirst = LadderActorId{0U};
constexpr auto kSecond = LadderActorId{1U};

/// Actors who neither fall nor delist, with log odds of recognition of 0.
LadderParameters only_recognition(std::size_t actors) {
  auto result = toy::parameters(actors);
  result[Coefficient::kFall] = -60.0;
  result[Coefficient::kDelist] = -60.0;
  return result;
}

LadderForecast forecast_of(std::vector<LadderParameters> const& draws, LadderFuture const& future) {
  auto const model = toy::model(future.start.level.size());
  return forecast_ladder(model, draws, future, {.histories = 4000U, .seed = 3U});
}

}  // namespace

TEST(LadderSurvival, OfAnEvenChanceAMonthHalves) {
  // Log odds 0 are a chance of one half a month: after m months 2^-m are left. Four standard
  // deviations of a share over the histories.
  auto const future = LadderFuture{.start = toy::state(1U, kStart, 6), .months = 4.0};
  auto const left = forecast_of({only_recognition(1U)}, future).survival[kFirst];
  ASSERT_EQ(4U, left.size());
  for (auto m = std::size_t{0}; m < left.size(); ++m) {
    auto const expected = std::exp2(-static_cast<double>(m + 1U));
    EXPECT_NEAR(expected, left[m], 4.0 * std::sqrt(expected * (1.0 - expected) / 4000.0));
  }
}

TEST(LadderSurvival, EndsAtWhatTheChanceLeaves) {
  auto const future = LadderFuture{.start = toy::state(2U, kStart, 4), .months = 7.5};
  auto const forecast = forecast_of({only_recognition(2U)}, future);
  for (auto const actor : {kFirst, kSecond}) {
    ASSERT_EQ(8U, forecast.survival[actor].size());
    EXPECT_NEAR(1.0 - forecast.reached[actor].at(kRecognitionLevel).p,
                forecast.survival[actor].back(),
                1e-12);
  }
}

TEST(LadderSurvival, OfWhoHasRecognisedIsNothing) {
  auto const future =
      LadderFuture{.start = toy::state(1U, kStart, kRecognitionLevel), .months = 3.0};
  auto const forecast = forecast_of({only_recognition(1U)}, future);
  for (auto const left : forecast.survival[kFirst]) {
    EXPECT_EQ(0.0, left);
  }
}

TEST(LadderBar, NobodyDelistsAgainstTheLaw) {
  auto parameters = only_recognition(2U);
  parameters[Coefficient::kDelist] = 0.0;
  auto future = LadderFuture{.start = toy::state(2U, kStart, 2), .months = 24.0};
  future.start.listed.values.assign(2U, 1);
  future.barred.values = {1, 0};
  auto const forecast = forecast_of({parameters}, future);
  EXPECT_EQ(0.0, forecast.delists[kFirst].p);
  EXPECT_LT(0.999, forecast.delists[kSecond].p);
}

TEST(LadderPush, AddsToTheLogOddsOfWhomItPushesAlone) {
  auto draws = std::vector{only_recognition(2U)};
  auto const future = LadderFuture{.start = toy::state(2U, kStart, 6), .months = 1.0};
  auto const before = forecast_of(draws, future);
  auto pushes = Column<LadderActorId, double>{};
  pushes.push_back(std::log(3.0));  // even odds become three to one
  pushes.push_back(0.0);
  push(draws, pushes);
  auto const after = forecast_of(draws, future);
  EXPECT_NEAR(0.25, after.survival[kFirst][0], 4.0 * std::sqrt(0.25 * 0.75 / 4000.0));
  EXPECT_EQ(before.survival[kSecond], after.survival[kSecond]);
}
