#include <cmath>

#include <gtest/gtest.h>

#include "chorsu/base/random.h"
#include "chorsu/decisions/ladder_hindcast.h"

using namespace chorsu;

namespace {

HindcastRow row(std::uint16_t actor, double p, double constant, bool moved) {
  auto result = HindcastRow{.origin = 1, .actor = LadderActorId{actor}, .level = 2};
  result.p = {p, constant, constant, 0.01};
  result.moved = moved;
  result.ladder = {0.0, 0.0, 1.0 - p, p};
  result.level_then = moved ? 3 : 2;
  return result;
}

TEST(LadderScores, AreThoseOfTheTextbook) {
  auto const score = chorsu::score({row(0U, 0.8, 0.5, true), row(1U, 0.1, 0.5, false)}, 6, {});
  EXPECT_EQ(score.forecasts, 2U);
  EXPECT_EQ(score.moves, 1U);
  EXPECT_NEAR(score.of[0].brier, (0.04 + 0.01) / 2.0, 1e-12);
  EXPECT_NEAR(score.of[1].brier, 0.25, 1e-12);
  EXPECT_NEAR(score.of[0].log, -(std::log(0.8) + std::log(0.9)) / 2.0, 1e-12);
  EXPECT_NEAR(score.of[1].brier_gain, 0.225, 1e-12);
  EXPECT_NEAR(score.rps, (0.04 + 0.01) / 2.0, 1e-12);  // of two levels: the Brier score
  EXPECT_NEAR(score.rps_persistence, 0.5, 1e-12);
}

TEST(LadderScores, ErrorsAreClusteredByActor) {
  // Two actors whose gains are g and -g on each of n rows: sums are n g and -n g, so the standard
  // error is sqrt(2 (n g)^2 * 2/(2 - 1))/(2 n) = g, however many rows say the same.
  auto rows = std::vector<HindcastRow>{};
  for (auto i = 0; i < 10; ++i) {
    rows.push_back(row(0U, 0.5 + 0.1, 0.5, true));
    rows.push_back(row(1U, 0.5 + 0.1, 0.5, false));
  }
  auto const score = chorsu::score(rows, 3, {});
  auto const right = 0.25 - 0.16;
  auto const wrong = 0.25 - 0.36;
  EXPECT_NEAR(score.of[1].brier_gain, (right + wrong) / 2.0, 1e-12);
  EXPECT_NEAR(score.of[1].brier_gain_se, (right - wrong) / 2.0, 1e-12);
}

std::vector<HindcastRow> world(double bias) {
  auto rows = std::vector<HindcastRow>{};
  auto random = RandomStream{{.seed = 4U}};
  for (auto origin = 0; origin < 20; ++origin) {
    for (auto actor = std::uint16_t{0}; actor < 30U; ++actor) {
      auto const truth = 0.05 + 0.6 * actor / 30.0;
      auto one = row(actor, truth + bias, 0.345, random.uniform() < truth);
      one.origin = origin;
      rows.push_back(one);
    }
  }
  return rows;
}

TEST(LadderScores, TrueChancesAreReliableAndBiasedOnesAreNot) {
  auto inside = 0;
  auto const honest = chorsu::score(world(0.0), 6, {});
  for (auto const& bin : honest.reliability) {
    EXPECT_LE(bin.low, bin.high);
    inside += bin.reliable() ? 1 : 0;
  }
  EXPECT_GE(inside, 4);
  auto outside = 0;
  auto const biased = chorsu::score(world(0.25), 6, {});
  for (auto const& bin : biased.reliability) {
    outside += bin.reliable() ? 0 : 1;
  }
  EXPECT_GE(outside, 4);
}

TEST(LadderScores, SkillIsGoneWhenNamesAreShuffled) {
  auto const score = chorsu::score(world(0.0), 6, {});
  EXPECT_GT(score.of[1].brier_gain, 2.0 * score.of[1].brier_gain_se);
  EXPECT_LE(score.shuffled_gain, 0.0);
}

}  // namespace
