#include "chorsu/decisions/ladder.h"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ladder_toy.h"

using namespace chorsu;

namespace {

TEST(Ladder, MonthsCountAndComeBack) {
  auto const date = Date::parse("2025-07-03").value();
  EXPECT_EQ(first_day_of(month_of(date)), Date::parse("2025-07-01").value());
  EXPECT_EQ(month_of(Date::parse("2026-01-01").value()) - month_of(date), 6);
}

RC_GTEST_PROP(Ladder, JumpSharesOfEveryLevelAddUpToOne, ()) {
  auto const one = *rc::gen::inRange(0, 1001) / 1000.0;
  auto const two = *rc::gen::inRange(0, 1001) / 1000.0;
  auto const from = *rc::gen::inRange(0, kLastQuietLevel);
  auto sum = 0.0;
  for (auto to = from + 1; to <= kLastQuietLevel; ++to) {
    auto const share = jump_share({one, two}, from, to);
    RC_ASSERT(share >= 0.0);
    sum += share;
  }
  RC_ASSERT(std::abs(sum - 1.0) < 1e-12);
}

TEST(Ladder, JumpsStopBelowRecognition) {
  auto const shares = JumpShares{.one = 0.6, .two_of_more = 0.75};
  EXPECT_DOUBLE_EQ(jump_share(shares, 5, 6), 1.0);
  EXPECT_DOUBLE_EQ(jump_share(shares, 4, 6), 0.4);
  EXPECT_DOUBLE_EQ(jump_share(shares, 3, 5), 0.3);
  EXPECT_DOUBLE_EQ(jump_share(shares, 3, 6), 0.1);
  EXPECT_DOUBLE_EQ(jump_share(shares, 0, 5), 0.025);  // three to six levels alike
}

TEST(Ladder, PeersCountByTheirWeightsAboveOnly) {
  auto model = toy::model(3U);
  auto level = Column<LadderActorId, int>{.values = {2, 3, 2}};
  EXPECT_DOUBLE_EQ(peers_above(model.actors, level, LadderActorId{0U}), 0.5);
  EXPECT_DOUBLE_EQ(peers_above(model.actors, level, LadderActorId{1U}), 0.0);
}

TEST(Ladder, AGateOpensWithOneOrWithAll) {
  auto model = toy::model(4U);
  auto const waits = LadderActorId{3U};
  model.actors.gate[waits] = {LadderActorId{0U}, LadderActorId{1U}};
  auto level = Column<LadderActorId, int>{.values = {6, 6, 7, 4}};
  EXPECT_FALSE(gate_open(model, level, waits));
  EXPECT_TRUE(gate_open(model, level, LadderActorId{0U})) << "who waits for nobody";
  level[LadderActorId{1U}] = 7;
  EXPECT_TRUE(gate_open(model, level, waits));
  model.settings.gate_mode = GateMode::kAllRecognise;
  EXPECT_FALSE(gate_open(model, level, waits));
}

TEST(Ladder, APayoffAddsWhatALevelIsWorthByItself) {
  auto payoff = PayoffTable{};
  EXPECT_TRUE(payoff.empty());
  payoff.step.values = {{0.0, 0.0, 0.0, 2.0, 5.0, 0.0, 0.0, -1.0}};
  EXPECT_FALSE(payoff.empty());
  EXPECT_EQ(payoff.gain(LadderActorId{0U}, 2, 0U), 2.0);
  EXPECT_EQ(payoff.gain(LadderActorId{0U}, 4, 0U), 0.0);
  EXPECT_EQ(payoff.gain(LadderActorId{0U}, 6, 0U), -1.0);
  EXPECT_EQ(payoff.gain(LadderActorId{0U}, 7, 0U), 0.0) << "nothing lies above";
  EXPECT_EQ(payoff.gain(LadderActorId{1U}, 2, 0U), 0.0) << "no worth is told for it";
  payoff.flags = {{LadderActorId{0U}, 4}};
  payoff.worth.values = {{0.0, 10.0}};
  EXPECT_EQ(payoff.gain(LadderActorId{0U}, 3, 0U), 15.0);
}

TEST(Ladder, APullFallsWithEachLevelAndLeavesOutWhomNothingDraws) {
  auto const pull = LadderPull{.strength = 0.2, .target = {.values = {5.0, -1.0}}};
  EXPECT_DOUBLE_EQ(pull.at(LadderActorId{0U}, 2), 0.6);
  EXPECT_DOUBLE_EQ(pull.at(LadderActorId{0U}, 6), -0.2);
  EXPECT_EQ(pull.at(LadderActorId{1U}, 2), 0.0);
  EXPECT_EQ(pull.at(LadderActorId{7U}, 2), 0.0);
  EXPECT_EQ(LadderPull{}.at(LadderActorId{0U}, 2), 0.0);
}

TEST(Ladder, APayoffIsTheDifferenceTheNextLevelMakes) {
  auto payoff = PayoffTable{};
  payoff.flags = {{LadderActorId{0U}, 4}, {LadderActorId{1U}, 2}};
  payoff.worth.push_back({0.0, 10.0, 3.0, 20.0});  // of actor 0, by {none, first, second, both}
  EXPECT_DOUBLE_EQ(payoff.gain(LadderActorId{0U}, 3, 0b00U), 10.0);
  EXPECT_DOUBLE_EQ(payoff.gain(LadderActorId{0U}, 3, 0b10U), 17.0);
  EXPECT_DOUBLE_EQ(payoff.gain(LadderActorId{0U}, 2, 0b10U), 0.0) << "level 3 opens nothing";
  EXPECT_DOUBLE_EQ(payoff.gain(LadderActorId{1U}, 1, 0b00U), 0.0) << "no worth is told for it";
  EXPECT_EQ(open_flags(payoff, {.values = {4, 1}}), 0b01U);
}

TEST(Ladder, EveryCoefficientHasANameOfItsOwn) {
  auto names = std::set<std::string_view>{};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    names.insert(to_string(static_cast<Coefficient>(i)));
  }
  EXPECT_EQ(names.size(), kCoefficients);
}

}  // namespace
