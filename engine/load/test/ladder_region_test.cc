#include <gtest/gtest.h>

#include "chorsu/decisions/ladder_fit.h"
#include "chorsu/decisions/ladder_forecast.h"
#include "chorsu/decisions/ladder_hindcast.h"
#include "chorsu/decisions/ladder_shipping.h"
#include "chorsu/load/region.h"

using namespace chorsu;

namespace {

/// The shipped package and what its ladder is made of, read once.
struct LadderRegion : testing::Test {
  static void SetUpTestSuite() { region = load_region("data/region").region; }
  static void TearDownTestSuite() { region.reset(); }

  void SetUp() override { ASSERT_NE(region, nullptr); }

  static LadderActorId actor(LadderModel const& model, char const* id) {
    return find_actor(model.actors, id);
  }

  inline static std::unique_ptr<Region> region;
};

TEST_F(LadderRegion, PanelHasTheMovesAndActorMonthsThatWereCounted) {
  // engagement.md, 3.5: 46 moves (48 less one in the first month and one same-month pair) in 1,581
  // actor-months to July 2026.
  auto const model = ladder_model(region->evidence, region->ladder, {}, Vintage::kKnown2021);
  auto const events = ladder_events(region->evidence, region->ladder);
  EXPECT_EQ(model.actors.size(), 27U);
  auto const panel = panel_of(model, events.history, month_of(Date::parse("2026-07-01").value()));
  auto climbs = 0.0;
  auto recognitions = 0.0;
  auto months = 0.0;
  auto delistings = 0.0;
  auto falls = 0.0;
  for (auto const& trial : panel.trials) {
    climbs += trial.kind == HazardKind::kClimb ? trial.moves : 0.0;
    recognitions += trial.kind == HazardKind::kRecognise ? trial.moves : 0.0;
    delistings += trial.kind == HazardKind::kDelist ? trial.moves : 0.0;
    falls += trial.kind == HazardKind::kFall ? trial.moves : 0.0;
    months += trial.kind == HazardKind::kClimb ? trial.months : 0.0;
  }
  EXPECT_EQ(climbs + recognitions, 46.0);
  EXPECT_EQ(recognitions, 1.0);
  EXPECT_EQ(delistings, 3.0);
  EXPECT_EQ(falls, 1.0);
  auto quiet = 0.0;  // months at level 6, where only recognition is faced
  for (auto month = month_of(events.history.start) + 1; month <= 2026 * 12 + 6; ++month) {
    auto const state = state_at(events.history, month);
    for (auto const a : state.level.ids()) {
      quiet += state.level[a] == kLastQuietLevel ? 1.0 : 0.0;
    }
  }
  EXPECT_EQ(months + quiet + recognitions, 1581.0);
}

TEST_F(LadderRegion, LevelsOfTodayAreThoseOfTheTable) {
  auto const model = ladder_model(region->evidence, region->ladder, {}, Vintage::kHindsight);
  auto const now = state_at(ladder_events(region->evidence, region->ladder).history, 2026 * 12 + 6);
  auto const& covariates = region->evidence.covariates;
  for (auto const row : covariates.actor.ids()) {
    auto const& id = region->evidence.actors.id[covariates.actor[row]];
    EXPECT_EQ(now.level[actor(model, id.c_str())], covariates.level_now[row]) << id;
  }
}

TEST_F(LadderRegion, NothingIsKnownBeforeItsDay) {
  auto const events = ladder_events(region->evidence, region->ladder);
  auto const day = Date::parse("2024-01-15").value();
  auto const known = known_on(events, day);
  EXPECT_LT(known.moves.size(), events.history.moves.size());
  for (auto const& move : known.moves) {
    EXPECT_LE(move.date, day);
  }
}

TEST_F(LadderRegion, AMonthBeforeRussiasRecognitionIsNotImpossible) {
  // Known on 2025-06-24, when an article called it distant.
  auto const& inputs = region->ladder;
  auto const model = ladder_model(region->evidence, inputs, {}, Vintage::kKnown2021);
  auto const known =
      known_on(ladder_events(region->evidence, inputs), Date::parse("2025-06-24").value());
  auto const panel = panel_of(model, known, 2025 * 12 + 4);
  auto const draws =
      laplace_draws(panel, inputs.blind_priors, fit_ladder(panel, inputs.blind_priors), 100U, 1U);
  auto const future = LadderFuture{.start = state_at(known, 2025 * 12 + 6), .months = 1.0};
  auto const forecast = forecast_ladder(model, draws, future, {.histories = 400U});
  auto const p = forecast.reached[actor(model, "RUS")][7].p;
  EXPECT_GT(p, 0.0);
  EXPECT_LT(p, 0.2);
}

TEST_F(LadderRegion, TajikistanIsLaterThanItsNeighbours) {
  // Article 002: four states may recognise before Tajikistan, which lists and resists.
  auto const& inputs = region->ladder;
  auto const terms = LadderTerms{};
  auto const draws = shipped_draws(inputs, terms);
  ASSERT_FALSE(draws.empty());
  auto const model = ladder_model(region->evidence, inputs, terms, Vintage::kHindsight);
  auto const known = ladder_events(region->evidence, inputs).history;
  auto const future =
      LadderFuture{.start = state_at(known, month_of(inputs.coverage_end) + 1), .months = 60.0};
  auto const forecast = forecast_ladder(model, draws, future, {.histories = 40U});
  auto const five = [&](char const* id) { return forecast.reached[actor(model, id)][5].p; };
  for (auto const* id : {"KAZ", "KGZ", "TKM", "UZB"}) {
    EXPECT_GT(five(id), five("TJK")) << id;
  }
}

TEST_F(LadderRegion, ForecastsOfThePastAreNoWorseThanAConstantHazard) {
  auto const past = hindcast(region->evidence, region->ladder, {}, {});
  ASSERT_EQ(past.horizons.size(), 3U);
  // Counts of engagement.md, 3.7: 403 forecasts and 62 moves within 6 months, 351 and 105
  // within 12.
  EXPECT_EQ(past.horizons[1].forecasts, 403U);
  EXPECT_EQ(past.horizons[1].moves, 62U);
  EXPECT_EQ(past.horizons[2].forecasts, 351U);
  EXPECT_EQ(past.horizons[2].moves, 105U);
  for (auto const& score : past.horizons) {
    auto const& constant = score.of[static_cast<std::size_t>(Forecaster::kConstant)];
    EXPECT_GE(constant.brier_gain, -constant.brier_gain_se) << score.months;
    EXPECT_GE(constant.log_gain, -constant.log_gain_se) << score.months;
    EXPECT_LE(score.shuffled_gain, 0.0) << score.months;
  }
}

TEST_F(LadderRegion, TheShippedPosteriorHasConverged) {
  EXPECT_EQ(region->ladder.posteriors.size(), 4U);
  for (auto const& posterior : region->ladder.posteriors) {
    EXPECT_GE(posterior.draws.size(), 200U);
    EXPECT_EQ(posterior.summaries.size(), kDrawNumbers + 27U);
    for (auto const& summary : posterior.summaries) {
      EXPECT_LT(summary.r_hat, 1.01) << summary.parameter;
      EXPECT_GT(summary.bulk_ess, 400.0) << summary.parameter;
    }
  }
}

}  // namespace
