#include "chorsu/decisions/ladder_posterior.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ladder_toy.h"

#include "chorsu/decisions/ladder_fit.h"

using namespace chorsu;

namespace {

LadderPanel full_panel() {
  auto const model = toy::model(7U, {.peers = true, .gate = true});
  auto const priors = toy::priors();
  auto random = RandomStream{{.seed = 5U}};
  auto const truth = prior_draw(priors, 7U, random);
  auto const history =
      toy::draw_history(model, truth, toy::start(7U, toy::middle_of(2023 * 12)), 36, random);
  return panel_of(model, history, 2024 * 12 + 7);
}

RC_GTEST_PROP(LadderPosterior, GradientIsThatOfTheDensity, ()) {
  static auto const panel = full_panel();
  auto const priors = toy::priors();
  auto point = LadderPoint(kCoefficients + 7U);
  for (auto& x : point) {
    x = *rc::gen::inRange(-1500, 1501) / 1000.0;
  }
  auto const gradient = log_posterior(panel, priors, point).gradient;
  constexpr auto kStep = 1e-5;
  for (auto i = std::size_t{0}; i < point.size(); ++i) {
    auto up = point;
    auto down = point;
    up[i] += kStep;
    down[i] -= kStep;
    auto const slope =
        (log_posterior(panel, priors, up).value - log_posterior(panel, priors, down).value) /
        (2.0 * kStep);
    RC_ASSERT(std::abs(slope - gradient[i]) < 1e-5 * (1.0 + std::abs(slope)));
  }
}

RC_GTEST_PROP(LadderPosterior, PointsAndParametersComeBack, ()) {
  auto const priors = toy::priors();
  auto point = LadderPoint(kCoefficients + 3U);
  for (auto& x : point) {
    x = *rc::gen::inRange(-2500, 2501) / 1000.0;
  }
  auto const again = point_of(priors, parameters_at(priors, point));
  for (auto i = std::size_t{0}; i < point.size(); ++i) {
    RC_ASSERT(std::abs(again[i] - point[i]) < 1e-9);
  }
}

/// One actor that starts at level 0 and is seen for `months`, moving up by one in the last of them.
LadderHistory one_climb(int months) {
  auto history = LadderHistory{};
  history.start = toy::middle_of(2021 * 12 + 7);
  history.thin_from = toy::middle_of(2099 * 12);
  history.first_level.push_back(0);
  history.moves.push_back({LadderActorId{0U}, toy::middle_of(2021 * 12 + 7 + months), 1});
  return history;
}

TEST(LadderPosterior, OneMoveInNMonthsHasTheBernoulliLikelihood) {
  auto const model = toy::model(1U);
  auto const panel = panel_of(model, one_climb(10), 2021 * 12 + 17);
  auto const priors = toy::priors();
  auto parameters = toy::parameters(1U);
  auto at = [&](double intercept) {
    parameters[Coefficient::kBase01] = intercept;
    parameters[Coefficient::kSpread] = 0.3;
    for (auto const c : {Coefficient::kPayoff, Coefficient::kFirstMover, Coefficient::kGate}) {
      parameters[c] = 0.1;
    }
    parameters[Coefficient::kFirstMoverDecay] = 2.0;
    parameters[Coefficient::kReporting] = 0.6;
    auto const place = point_of(priors, parameters);
    auto const prior = place[0];
    return log_posterior(panel, priors, place).value + 0.5 * prior * prior;
  };
  // Nine months without and one with, at h = 1/(1 + e^-a); constants cancel in the difference.
  auto const likelihood = [](double a) {
    auto const h = 1.0 / (1.0 + std::exp(-a));
    return 9.0 * std::log(1.0 - h) + std::log(h);
  };
  EXPECT_NEAR(at(-1.0) - at(-3.0), likelihood(-1.0) - likelihood(-3.0), 1e-9);
}

TEST(LadderPosterior, ThinCoverageScalesTheHazardThatShows) {
  auto const model = toy::model(1U);
  auto history = one_climb(10);
  history.thin_from = history.start;
  auto const panel = panel_of(model, history, 2021 * 12 + 17);
  auto const priors = toy::priors();
  auto parameters = prior_draw(priors, 1U, *std::make_unique<RandomStream>(RandomKey{}));
  auto const at = [&](double shown) {
    parameters[Coefficient::kReporting] = shown;
    auto const place = point_of(priors, parameters);
    auto const prior = 6.0 * std::log(shown) + 4.0 * std::log(1.0 - shown);
    return log_posterior(panel, priors, place).value - prior;
  };
  auto const trial = panel.trials.front();
  auto const h = 1.0 / (1.0 + std::exp(-log_odds(parameters, {}, trial)));
  auto const likelihood = [&](double shown) {
    return 9.0 * std::log(1.0 - shown * h) + std::log(shown * h);
  };
  EXPECT_NEAR(at(0.9) - at(0.2), likelihood(0.9) - likelihood(0.2), 1e-9);
}

TEST(LadderPosterior, JumpsFollowTheirBetaDistributions) {
  auto priors = LadderPriors{};
  priors.jumps = {1.0, 1.0, 1.0};
  auto const mean = mean_jumps({.one = 32.0, .more = 16.0, .two = 13.0, .three = 3.0}, priors);
  EXPECT_DOUBLE_EQ(mean.one, 33.0 / 51.0);
  EXPECT_DOUBLE_EQ(mean.two_of_more, 14.0 / 18.0);
}

TEST(LadderPosterior, AModeIsOne) {
  auto const panel = full_panel();
  auto const priors = toy::priors();
  auto const fits = fit_ladder(panel, priors);
  EXPECT_NEAR(std::accumulate(fits.share.begin(), fits.share.end(), 0.0), 1.0, 1e-12);
  for (auto const& fit : fits.of) {
    EXPECT_TRUE(fit.converged);
    auto gradient = log_posterior(panel, priors, fit.mode).gradient;
    gradient[static_cast<std::size_t>(Coefficient::kSpread)] = 0.0;  // held
    for (auto const slope : gradient) {
      EXPECT_NEAR(slope, 0.0, 1e-4);
    }
  }
}

TEST(LadderPosterior, WithoutDataTheFitIsThePrior) {
  auto const priors = toy::priors();
  auto const empty = LadderPanel{.actors = 2U};
  auto const fits = fit_ladder(empty, priors);
  auto const draws = laplace_draws(empty, priors, fits, 4000U, 1U);
  auto sum = 0.0;
  auto squares = 0.0;
  for (auto const& draw : draws) {
    auto const x = draw[Coefficient::kBase01];
    sum += x / 4000.0;
    squares += x * x / 4000.0;
  }
  EXPECT_NEAR(sum, -2.5, 5.0 * 0.8 / std::sqrt(4000.0));
  EXPECT_NEAR(std::sqrt(squares - sum * sum), 0.8, 5.0 * 0.8 / std::sqrt(8000.0));
}

// ---- laws ------------------------------------------------------------------------------------

LadderParameters any_parameters(std::size_t actors) {
  auto random = RandomStream{{.seed = *rc::gen::arbitrary<std::uint64_t>()}};
  return prior_draw(toy::priors(), actors, random);
}

RC_GTEST_PROP(LadderLaw, ALargerPayoffNeverLowersAMoveUp, ()) {
  auto model = toy::model(3U);
  auto const actor = LadderActorId{1U};
  auto const level = *rc::gen::inRange(0, kLastQuietLevel);
  model.payoff.flags = {{actor, level + 1}};
  auto const worth = *rc::gen::inRange(-500, 500) / 1.0;
  auto const more = worth + *rc::gen::inRange(0, 500) / 1.0;
  model.payoff.worth.values = {{0.0, 0.0}, {0.0, worth}, {0.0, 0.0}};
  auto const parameters = any_parameters(3U);
  auto const state = toy::state(3U, 2025 * 12, level);
  auto const before = trials_of(model, state, actor);
  model.payoff.worth[actor][1] = more;
  auto const after = trials_of(model, state, actor);
  for (auto const i : {0U, 1U}) {
    RC_ASSERT(log_odds(parameters, {}, after.of[i]) >= log_odds(parameters, {}, before.of[i]));
  }
}

RC_GTEST_PROP(LadderLaw, ALevelWorthMoreNeverLowersAMoveUp, ()) {
  auto model = toy::model(3U);
  auto const actor = LadderActorId{1U};
  auto const level = *rc::gen::inRange(0, kLastQuietLevel);
  auto const worth = *rc::gen::inRange(-500, 500) / 1.0;
  auto const more = worth + *rc::gen::inRange(0, 500) / 1.0;
  model.payoff.step.values.resize(3U);
  auto& step = model.payoff.step[actor].at(static_cast<std::size_t>(level) + 1U);
  step = worth;
  auto const parameters = any_parameters(3U);
  auto const state = toy::state(3U, 2025 * 12, level);
  auto const before = trials_of(model, state, actor);
  step = more;
  auto const after = trials_of(model, state, actor);
  for (auto const i : {0U, 1U}) {
    RC_ASSERT(log_odds(parameters, {}, after.of[i]) >= log_odds(parameters, {}, before.of[i]));
  }
}

RC_GTEST_PROP(LadderLaw, APullTowardsAHigherEndNeverLowersAMoveUp, ()) {
  auto model = toy::model(3U);
  auto const actor = LadderActorId{1U};
  auto const level = *rc::gen::inRange(0, kRecognitionLevel);
  auto const end = *rc::gen::inRange(0, 70) / 10.0;
  auto const higher = end + *rc::gen::inRange(0, 70) / 10.0;
  auto const parameters = any_parameters(3U);
  auto const state = toy::state(3U, 2025 * 12, level);
  auto const none = trials_of(model, state, actor);
  model.pull = {.strength = 0.1, .target = {.values = {-1.0, end, -1.0}}};
  auto const before = trials_of(model, state, actor);
  model.pull.target[actor] = higher;
  auto const after = trials_of(model, state, actor);
  auto const odds = [&](Trials const& trials, std::size_t i) {
    return log_odds(parameters, {}, trials.of[i]);
  };
  for (auto const i : {0U, 1U}) {  // recognition and a climb
    RC_ASSERT(odds(after, i) >= odds(before, i));
    RC_ASSERT((odds(before, i) >= odds(none, i)) == (end >= level));
  }
  for (auto const i : {2U, 3U}) {  // it draws up alone
    RC_ASSERT(odds(after, i) == odds(none, i));
  }
  model.pull.target[actor] = -1.0;
  auto const undrawn = trials_of(model, state, actor);
  RC_ASSERT(odds(undrawn, 1U) == odds(none, 1U));
}

RC_GTEST_PROP(LadderLaw, AnOpenGateNeverLowersRecognition, ()) {
  auto const terms = LadderTerms{.peers = *rc::gen::arbitrary<bool>(), .gate = true};
  auto model = toy::model(4U, terms);
  auto const parameters = any_parameters(4U);
  auto state = toy::state(4U, 2025 * 12, *rc::gen::inRange(kRecognitionStartsAt, 7));
  state.level[LadderActorId{0U}] = 6;
  auto const waits = LadderActorId{3U};
  auto const shut = trials_of(model, state, waits).of[0];
  state.level[LadderActorId{0U}] = 7;
  auto const open = trials_of(model, state, waits).of[0];
  RC_ASSERT(!shut.open);
  RC_ASSERT(open.open);
  RC_ASSERT(log_odds(parameters, terms, open) >= log_odds(parameters, terms, shut));
}

RC_GTEST_PROP(LadderLaw, MorePeersAboveNeverLowerAMoveUp, ()) {
  auto const terms = LadderTerms{.peers = true};
  auto const model = toy::model(5U, terms);
  auto const parameters = any_parameters(5U);
  auto state = toy::state(5U, 2025 * 12, 2);
  auto const actor = LadderActorId{2U};
  auto const alone = trials_of(model, state, actor).of[1];
  state.level[LadderActorId{0U}] = 3;
  auto const followed = trials_of(model, state, actor).of[1];
  RC_ASSERT(log_odds(parameters, terms, followed) >= log_odds(parameters, terms, alone));
}

}  // namespace
