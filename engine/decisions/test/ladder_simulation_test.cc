#include "chorsu/decisions/ladder_simulation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ladder_toy.h"

#include "chorsu/decisions/ladder_forecast.h"

using namespace chorsu;

namespace {

constexpr auto kStart = 2026 * 12;

std::vector<LadderEvent> history_of(LadderTables const& tables,
                                    LadderFuture const& future,
                                    std::uint64_t number) {
  auto scratch = LadderScratch{};
  auto events = std::vector<LadderEvent>{};
  play(tables, future, {.seed = 11U, .history = number}, scratch, events);
  return events;
}

TEST(LadderSimulation, WithZeroCoefficientsWaitingTimesAreExponential) {
  // A log odds of 0 is a chance of one half a month: the rate ln 2. Kolmogorov and Smirnov, level
  // 0.001.
  constexpr auto kHistories = 4000;
  auto const model = toy::model(1U);
  auto const future = LadderFuture{.start = toy::state(1U, kStart, 0), .months = 60.0};
  auto const tables = tables_of(model, toy::parameters(1U), future);
  auto waits = std::vector<double>{};
  for (auto k = std::uint64_t{0}; k < kHistories; ++k) {
    auto const events = history_of(tables, future, k);
    ASSERT_FALSE(events.empty());
    waits.push_back(events.front().month);
  }
  std::ranges::sort(waits);
  auto distance = 0.0;
  for (auto i = std::size_t{0}; i < waits.size(); ++i) {
    auto const expected = 1.0 - std::exp(-std::numbers::ln2 * waits[i]);
    distance = std::max({distance,
                         std::abs(expected - static_cast<double>(i) / kHistories),
                         std::abs(expected - static_cast<double>(i + 1U) / kHistories)});
  }
  EXPECT_LT(distance, 1.95 / std::sqrt(kHistories));
}

TEST(LadderSimulation, JumpsHaveTheirShares) {
  constexpr auto kHistories = 20'000;
  auto const model = toy::model(1U);
  auto parameters = toy::parameters(1U);
  parameters.jumps = {.one = 0.6, .two_of_more = 0.75};
  auto const future = LadderFuture{.start = toy::state(1U, kStart, 1), .months = 60.0};
  auto const tables = tables_of(model, parameters, future);
  auto counts = std::array<double, kLevelCount>{};
  auto climbs = 0.0;
  for (auto k = std::uint64_t{0}; k < kHistories; ++k) {
    auto const first = history_of(tables, future, k).front();
    if (first.kind == HazardKind::kClimb) {
      counts.at(static_cast<std::size_t>(first.level)) += 1.0;
      climbs += 1.0;
    }
  }
  auto statistic = 0.0;
  for (auto to = 2; to <= kLastQuietLevel; ++to) {
    auto const expected = climbs * jump_share(parameters.jumps, 1, to);
    statistic += std::pow(counts.at(static_cast<std::size_t>(to)) - expected, 2.0) / expected;
  }
  EXPECT_LT(statistic, 18.47);  // chi-square, 4 degrees, level 0.001
  EXPECT_NEAR(climbs / kHistories, 0.5, 0.02) << "a fall is as likely as a climb";
}

TEST(LadderSimulation, AMonthsChanceIsTheHazardOfThePanel) {
  // With peers, gate, payoffs, a pull and an own move in memory: what the simulator does in one
  // month is what the likelihood says of that month.
  constexpr auto kHistories = 60'000;
  auto model = toy::model(4U, {.peers = true, .gate = true});
  auto const actor = LadderActorId{3U};
  model.payoff.flags = {{actor, 5}, {LadderActorId{1U}, 3}};
  model.payoff.worth.values = {{}, {}, {}, {0.0, 40.0, 10.0, 80.0}};
  model.payoff.step.values.resize(4U);
  model.payoff.step[actor] = {0.0, 0.0, 0.0, 0.0, 3.0, 12.0, 0.0, 0.0};
  model.pull = {.strength = 0.3, .target = {.values = {-1.0, -1.0, -1.0, 5.5}}};
  auto random = RandomStream{{.seed = 3U}};
  auto parameters = prior_draw(toy::priors(), 4U, random);
  auto start = toy::state(4U, kStart, 4);
  start.level[LadderActorId{0U}] = 7;
  start.level[LadderActorId{1U}] = 6;
  start.last_move[actor] = kStart - 2;
  start.listed[actor] = 1;
  auto const trials = trials_of(model, start, actor);
  auto const future = LadderFuture{.start = start, .months = 1.0};
  auto const tables = tables_of(model, parameters, future);
  auto quiet = 0.0;
  for (auto k = std::uint64_t{0}; k < kHistories; ++k) {
    auto const events = history_of(tables, future, k);
    auto const own = [&](LadderEvent const& e) { return e.actor == actor; };
    quiet += std::ranges::any_of(events, own) ? 0.0 : 1.0;
  }
  auto expected = 1.0;
  for (auto const& trial : trials.of) {
    expected /= 1.0 + std::exp(log_odds(parameters, model.terms, trial));
  }
  EXPECT_NEAR(
      quiet / kHistories, expected, 5.0 * std::sqrt(expected * (1.0 - expected) / kHistories));
}

TEST(LadderSimulation, WithoutAPullHistoriesAreTheSame) {
  auto model = toy::model(4U, {.peers = true, .gate = true});
  auto random = RandomStream{{.seed = 4U}};
  auto const parameters = prior_draw(toy::priors(), 4U, random);
  auto const future = LadderFuture{.start = toy::state(4U, kStart, 2), .months = 120.0};
  auto const plain = tables_of(model, parameters, future);
  auto undrawn = model;
  undrawn.pull = {.strength = 0.5, .target = {.values = {-1.0, -1.0, -1.0, -1.0}}};
  auto const tables = tables_of(undrawn, parameters, future);
  for (auto k = std::uint64_t{0}; k < 200U; ++k) {
    auto const a = history_of(plain, future, k);
    auto const b = history_of(tables, future, k);
    ASSERT_EQ(a.size(), b.size());
    for (auto i = std::size_t{0}; i < a.size(); ++i) {
      EXPECT_EQ(a[i].month, b[i].month);
      EXPECT_EQ(a[i].level, b[i].level);
    }
  }
}

RC_GTEST_PROP(LadderSimulation, LevelsStayOnTheLadderAndQuietMovesBelowRecognition, ()) {
  auto const terms =
      LadderTerms{.peers = *rc::gen::arbitrary<bool>(), .gate = *rc::gen::arbitrary<bool>()};
  auto const model = toy::model(6U, terms);
  auto random = RandomStream{{.seed = *rc::gen::arbitrary<std::uint64_t>()}};
  auto parameters = prior_draw(toy::priors(), 6U, random);
  for (auto const c : {Coefficient::kBase01, Coefficient::kBase45, Coefficient::kRecognition}) {
    parameters[c] += 3.0;  // much happens
  }
  auto const future =
      LadderFuture{.start = toy::state(6U, kStart, *rc::gen::inRange(0, 8)), .months = 60.0};
  auto const tables = tables_of(model, parameters, future);
  auto level = future.start.level;
  auto time = 0.0;
  for (auto const& event : history_of(tables, future, 1U)) {
    RC_ASSERT(event.month >= time && event.month < future.months);
    RC_ASSERT(event.level >= 0 && event.level <= kRecognitionLevel);
    switch (event.kind) {
      case HazardKind::kClimb:
        RC_ASSERT(event.level > level[event.actor] && event.level <= kLastQuietLevel);
        break;
      case HazardKind::kRecognise:
        RC_ASSERT(event.level == kRecognitionLevel);
        RC_ASSERT(level[event.actor] >= kRecognitionStartsAt);
        break;
      case HazardKind::kFall:
        RC_ASSERT(event.level == level[event.actor] - 1);
        break;
      case HazardKind::kDelist:
        RC_ASSERT(event.level == level[event.actor]);
        break;
    }
    level[event.actor] = event.level;
    time = event.month;
  }
}

TEST(LadderSimulation, ARecognitionByTheOneWaitedForLowersNobody) {
  auto const model = toy::model(5U, {.peers = true, .gate = true});
  auto random = RandomStream{{.seed = 9U}};
  auto draws = std::vector<LadderParameters>{};
  for (auto i = 0; i < 20; ++i) {
    draws.push_back(prior_draw(toy::priors(), 5U, random));
  }
  auto const future = LadderFuture{.start = toy::state(5U, kStart, 5), .months = 36.0};
  auto forced = future;
  forced.forces = {{kStart + 6, LadderActorId{0U}, 7}};
  auto const change = compare_futures(model, draws, future, forced, {.histories = 200U});
  auto sum = 0.0;
  for (auto const actor : change.ids()) {
    EXPECT_GE(change[actor][7].p, -0.004) << actor.value;  // a twentieth of what follows here
    sum += change[actor][7].p;
  }
  EXPECT_GT(sum, 1e-2);
}

TEST(LadderSimulation, WithoutPeersAndGateAForcedLevelChangesOthersNowhere) {
  auto const model = toy::model(5U);
  auto random = RandomStream{{.seed = 9U}};
  auto const draws = std::vector{prior_draw(toy::priors(), 5U, random)};
  auto const future = LadderFuture{.start = toy::state(5U, kStart, 4), .months = 36.0};
  auto forced = future;
  forced.forces = {{kStart, LadderActorId{0U}, 7}};
  auto const change = compare_futures(model, draws, future, forced, {.histories = 300U});
  for (auto const actor : change.ids()) {
    for (auto const& chance : change[actor]) {
      if (actor.value != 0U) {
        EXPECT_EQ(chance.p, 0.0) << "common random numbers leave the others alone";
      }
    }
  }
  EXPECT_GT(change[LadderActorId{0U}][7].p, 0.0);
  auto const after = forecast_ladder(model, draws, forced, {.histories = 300U});
  EXPECT_NEAR(after.reached[LadderActorId{0U}][7].p, 1.0, 1e-9);
}

TEST(LadderSimulation, TheSameKeyIsTheSameHistory) {
  auto const model = toy::model(5U, {.peers = true, .gate = true});
  auto random = RandomStream{{.seed = 2U}};
  auto const future = LadderFuture{.start = toy::state(5U, kStart, 3), .months = 60.0};
  auto const tables = tables_of(model, prior_draw(toy::priors(), 5U, random), future);
  auto const once = history_of(tables, future, 4U);
  auto const again = history_of(tables, future, 4U);
  ASSERT_EQ(once.size(), again.size());
  for (auto i = std::size_t{0}; i < once.size(); ++i) {
    EXPECT_EQ(once[i].month, again[i].month);
    EXPECT_EQ(once[i].actor, again[i].actor);
  }
}

}  // namespace
