// Two actors on one dimension: everything that the model computes is short enough to be written
// down. With distance d, the stronger seeks risk (R = 1) and the weaker avoids it (R = -1/2).
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "bargaining_toy.h"

namespace chorsu {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using toy::bargainers;

constexpr auto kStrong = BargainActorId{0};
constexpr auto kWeak = BargainActorId{1};
constexpr auto kOnly = DimensionId{0};
constexpr auto kClose = 1e-6;  // the model adds 1e-8 and 1e-10 where it would divide by nothing

bool near(double a, double b) {
  return std::abs(a - b) < kClose;
}

/// The stronger actor and the weaker, far enough apart that rounding to 0.01 does not hide much.
struct Pair {
  Pair()
      : strong{*rc::gen::inRange(55, 100) / 1.0},
        weak{*rc::gen::inRange(1, 50) / 1.0},
        at_strong{*rc::gen::inRange(0, 40) / 1.0},
        at_weak{*rc::gen::inRange(60, 101) / 1.0},
        cares_strong{*rc::gen::inRange(5, 101) / 100.0},
        cares_weak{*rc::gen::inRange(5, 101) / 100.0} {}

  BargainActors actors() const {
    return bargainers(
        {{strong, {at_strong}, {100.0 * cares_strong}}, {weak, {at_weak}, {100.0 * cares_weak}}});
  }
  double distance() const { return (at_weak - at_strong) / 100.0; }

  double strong;  ///< capability
  double weak;
  double at_strong;
  double at_weak;
  double cares_strong;
  double cares_weak;
};

/// The chance that the challenger sees: what its own position is worth to each side more than the
/// other's, times salience, times capability. It takes two thirds of its own attitude for that of
/// the other.
double seen_chance(Pair const& pair, bool by_strong) {
  auto const d = pair.distance();
  auto const stake = [&](double risk) { return 1.0 - (1.0 - d) * (1.0 + d * risk); };
  auto const strong = pair.strong * pair.cares_strong;
  auto const weak = pair.weak * pair.cares_weak;
  auto const of_strong = strong * stake(by_strong ? 1.0 : 0.0);  // (2·(-1/2) + 1)/3 = 0
  auto const of_weak = weak * stake(by_strong ? 0.5 : -0.5);     // (2·1 - 1/2)/3 = 1/2
  return (by_strong ? of_strong : of_weak) / (of_strong + of_weak);
}

double gain(Pair const& pair, bool by_strong) {
  auto const d = pair.distance();
  auto const other = (1.0 - d) * (1.0 + d * (by_strong ? 1.0 : -0.5));
  auto const resists = by_strong ? pair.cares_weak : pair.cares_strong;
  auto const p = seen_chance(pair, by_strong);
  return (1.0 - resists) * 2.0 + resists * (2.0 * p + 2.0 * (1.0 - p) * other) - 1.0 - other;
}

RC_GTEST_PROP(two_actors, win_by_capability_times_what_is_at_stake, ()) {
  auto const pair = Pair{};
  auto const first = negotiate(pair.actors()).turns.front();
  auto const d = pair.distance();
  RC_ASSERT(near(first.risk[kStrong], 1.0));
  RC_ASSERT(near(first.risk[kWeak], -0.5));
  auto const for_strong = pair.strong * d * d;
  auto const for_weak = pair.weak * (1.5 * d - 0.5 * d * d);
  auto const expected = for_strong / (for_strong + for_weak);
  RC_ASSERT(near(first.win_probability[kStrong], expected));
  RC_ASSERT(near(first.win_probability[kWeak], 1.0 - expected));
}

RC_GTEST_PROP(two_actors, challenge_when_they_expect_to_gain, ()) {
  auto const pair = Pair{};
  auto const first = negotiate(pair.actors()).turns.front();
  auto next = std::size_t{0};
  for (auto const by_strong : {true, false}) {
    auto const expected = gain(pair, by_strong);
    RC_PRE(std::abs(expected - 1e-5) > 1e-6);
    if (expected > 1e-5) {
      auto const id = ChallengeId{static_cast<std::uint32_t>(next++)};
      RC_ASSERT(first.challenges.from[id] == (by_strong ? kStrong : kWeak));
      RC_ASSERT(first.challenges.to[id] == (by_strong ? kWeak : kStrong));
      RC_ASSERT(near(first.challenges.expected_gain[id], expected));
      RC_ASSERT(near(first.challenges.win_probability[id], seen_chance(pair, by_strong)));
    }
  }
  RC_ASSERT(first.challenges.from.size() == next);
}

RC_GTEST_PROP(two_actors, bargain_by_squares_of_salience_times_chance, ()) {
  auto const pair = Pair{};
  auto const first = negotiate(pair.actors()).turns.front();
  for (auto const id : first.challenges.from.ids()) {
    auto const by_strong = first.challenges.from[id] == kStrong;
    auto const p = seen_chance(pair, by_strong);
    auto const mine = by_strong ? pair.cares_strong : pair.cares_weak;
    auto const theirs = by_strong ? pair.cares_weak : pair.cares_strong;
    auto const from = by_strong ? pair.at_strong : pair.at_weak;
    auto const to = by_strong ? pair.at_weak : pair.at_strong;
    auto const a = std::pow(mine * p, 2.0);
    auto const b = std::pow(theirs * (1.0 - p), 2.0);
    auto const m = 1e-6;
    auto const struck = 0.005 + 1e-3;  // to 0.01, and the 1e-8 before it
    RC_ASSERT(std::abs(first.challenges.from_moves_to(id, kOnly) -
                       ((a + m) * from + b * to) / (a + b + m)) < struck);
    RC_ASSERT(std::abs(first.challenges.to_moves_to(id, kOnly) -
                       (a * from + (b + m) * to) / (a + b + m)) < struck);
  }
}

/// Of two options the first has behind it the capability of whom it makes better off, times by how
/// much: the mean of what both positions are worth to a voter, by its own attitude to risk.
double beats(Pair const& pair, std::pair<double, double> first, std::pair<double, double> second) {
  auto const for_first = [&](double capability, double at, double risk) {
    auto const worth = [&](double place) {
      auto const d = std::abs(place - at) / 100.0;
      return (1.0 - d) * (1.0 + d * risk);
    };
    auto const mean = [&](auto const& places) {
      return (worth(places.first) + worth(places.second)) / 2.0;
    };
    return capability * (mean(first) - mean(second));
  };
  auto const hundred = 200.0 / (pair.strong + pair.weak);  // capabilities count by their mean
  auto const strong = for_first(hundred * pair.strong, pair.at_strong, 1.0);
  auto const weak = for_first(hundred * pair.weak, pair.at_weak, -0.5);
  auto const nobody = 1e-8;
  return (std::max(strong, 0.0) + std::max(weak, 0.0) + nobody) /
         (std::abs(strong) + std::abs(weak) + 2.0 * nobody);
}

RC_GTEST_PROP(two_actors, vote_by_what_both_positions_are_worth_to_them, ()) {
  auto const pair = Pair{};
  auto const first = negotiate(pair.actors()).turns.front();
  auto const& c = first.challenges;
  auto options = std::vector{std::pair{pair.at_strong, pair.at_weak}};
  for (auto const id : c.from.ids()) {
    options.emplace_back(c.from_moves_to(id, kOnly), c.to_moves_to(id, kOnly));
  }
  auto chances = std::vector<double>{};
  auto sum = 0.0;
  for (auto const& option : options) {
    chances.push_back(1.0);
    for (auto const& other : options) {
      chances.back() *= &other == &option ? 1.0 : beats(pair, option, other);
    }
    sum += chances.back();
  }
  for (auto const actor : {kStrong, kWeak}) {
    auto const ballot = first.ballot[actor];
    RC_ASSERT(ballot.size() == (options.size() > 1U ? options.size() : 0U));
    for (auto i = std::size_t{0}; i < ballot.size(); ++i) {
      RC_ASSERT(near(ballot[i].probability, chances[i] / sum));
    }
  }
}

/// Both propose the middle; but it is worth to the two together what they have, and of equals the
/// first is taken: staying.
TEST(two_actors, who_are_alike_propose_the_middle_and_stay) {
  auto const bargain = negotiate(bargainers({{50.0, {20.0}, {80.0}}, {50.0, {60.0}, {80.0}}}));
  auto const& first = bargain.turns.front();
  auto const half = DoubleNear(0.5, kClose);
  auto const third = DoubleNear(1.0 / 3.0, kClose);
  EXPECT_THAT(first.win_probability.values, ElementsAre(half, half));
  EXPECT_THAT(first.risk.values, ElementsAre(0.0, 0.0));
  // (1 - 0.8)·2 + 0.8·(1 + u) - 1 - u = 0.2·(1 - u) = 0.08 with u = 1 - 0.4.
  auto const gain = DoubleNear(0.08, kClose);
  EXPECT_THAT(first.challenges.expected_gain.values, ElementsAre(gain, gain));
  EXPECT_THAT(first.challenges.from_moves_to.values, ElementsAre(40.0, 40.0));
  EXPECT_THAT(first.challenges.to_moves_to.values, ElementsAre(40.0, 40.0));
  for (auto const& option : first.ballot.values) {
    EXPECT_THAT(option.probability, third);
  }
  EXPECT_THAT(bargain.turns[1].position.values, ElementsAre(20.0, 60.0));
}

TEST(two_actors, who_agree_stay) {
  auto const bargain = negotiate(bargainers({{50.0, {33.0}, {80.0}}, {10.0, {33.0}, {20.0}}}));
  EXPECT_TRUE(bargain.settled);
  for (auto const& turn : bargain.turns) {
    EXPECT_THAT(turn.position.values, ElementsAre(33.0, 33.0));
    EXPECT_THAT(turn.win_probability.values, ElementsAre(1.0, 1.0));
    EXPECT_EQ(turn.challenges.from.size(), 0U);
  }
}

/// One who cares for the first dimension alone and one for the second get all they care for.
TEST(two_actors, who_care_for_different_things_trade_them) {
  auto const bargain =
      negotiate(bargainers({{50.0, {10.0, 10.0}, {90.0, 0.0}}, {50.0, {90.0, 90.0}, {0.0, 90.0}}}));
  auto const& last = bargain.turns.back().position;
  for (auto const actor : {kStrong, kWeak}) {
    EXPECT_NEAR(last(actor, DimensionId{0}), 10.0, 0.02);
    EXPECT_NEAR(last(actor, DimensionId{1}), 90.0, 0.02);
  }
}

/// At the two ends of one dimension a place is worth 1 to those who stand there and 0 to the
/// others, whatever their attitude to risk. A (20 = 0.5·40 behind it) and B (30 = 0.5·60) stand
/// apart, the third (30 = 1·30) with one of them.
Challenges with_a_third_at(double place) {
  auto const toys = std::vector<toy::ToyBargainer>{
      {40.0, {0.0}, {50.0}}, {60.0, {100.0}, {50.0}}, {30.0, {place}, {100.0}}};
  return negotiate(bargainers(toys)).turns.front().challenges;
}

/// Joining A gives it 2·0 + 1 if A wins, 3·1 else; joining B 3·0, or 2·1 + 1: it adds 30·q to A,
/// with q = 20/(20 + 30 + 30). So P = 27.5/57.5 and the gain 2·0.5 + 0.5·2·P - 1 = P.
TEST(third_party, of_the_other_side_adds_what_it_may_keep) {
  auto const challenges = with_a_third_at(100.0);
  auto const first = ChallengeId{0};
  ASSERT_EQ(challenges.from[first], BargainActorId{0});
  EXPECT_EQ(challenges.to[first], BargainActorId{1});
  EXPECT_NEAR(challenges.win_probability[first], 27.5 / 57.5, kClose);
  EXPECT_NEAR(challenges.expected_gain[first], 27.5 / 57.5, kClose);
}

/// Joining A gives it 2·1 + 1 if A wins, 3·0 else; joining B 3·1, or 2·0 + 1: it adds 30·(1 - q) to
/// B, with q = (20 + 30)/(20 + 30 + 30). So P = 20/(20 + 30 + 11.25).
TEST(third_party, of_the_challengers_side_is_for_the_other) {
  auto const challenges = with_a_third_at(0.0);
  auto const first = ChallengeId{0};
  ASSERT_EQ(challenges.from[first], BargainActorId{0});
  EXPECT_EQ(challenges.to[first], BargainActorId{1});
  EXPECT_NEAR(challenges.win_probability[first], 20.0 / 61.25, kClose);
}

TEST(compromise, weighs_positions_by_capability_times_salience) {
  auto const actors =
      bargainers({{1.0, {0.0, 20.0}, {50.0, 0.0}}, {3.0, {80.0, 90.0}, {25.0, 0.0}}});
  auto turn = BargainTurn{};
  turn.position = actors.position;
  auto const means = compromise(actors, turn);
  EXPECT_DOUBLE_EQ(means[DimensionId{0}], 48.0);  // (3·25·80)/(1·50 + 3·25)
  EXPECT_TRUE(std::isnan(means[DimensionId{1}]));
}

TEST(level_pull, is_the_end_position_on_the_ladder) {
  auto bargain = Bargain{};
  bargain.turns.resize(2U);
  bargain.turns.back().position = {3U, 2U};
  bargain.turns.back().position.values = {50.0, 0.0, 50.0, 100.0, 50.0, 30.0};
  auto const levels = level_pull(bargain, DimensionId{1});
  EXPECT_THAT(levels.values, ElementsAre(0.0, 7.0, DoubleNear(2.1, 1e-12)));
}

}  // namespace
}  // namespace chorsu
