#include <cmath>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "toy_trade.h"

using namespace chorsu;
using namespace chorsu::toy;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Boxes and grain from one state to another.
struct Pair {
  ToyTrade t;
  TradeCodeId afg, uzb;
  Pair() {
    afg = t.code("AFG");
    uzb = t.code("UZB");
    t.only_zone(afg);
    t.only_zone(uzb);
    t.freight(afg, uzb, 100.0, kBoxes);
    t.share(afg, uzb, kGrain, 1.0);
  }

  void rate(TradeCodeId of, ClassGroupId group, double percent, int last_year = 2035) {
    auto row = Growth::Row{.state = StateId{of.value}, .group = group, .rate = exactly(percent)};
    row.first_year = 2024;
    row.last_year = last_year;
    t.trade.growth.rows.push_back(row);
  }

  GrowthFactors to(int year) const {
    return growth_factors(t.trade.growth, t.network, t.commodities, t.demand().lanes, 2024, year);
  }
};

constexpr auto kBoxLane = LaneId{0};
constexpr auto kGrainLane = LaneId{1};

}  // namespace

TEST(growth, compounds_the_mean_of_both_ends_by_group) {
  auto net = Pair{};
  net.rate(net.afg, kConsumer, 3.0);
  net.rate(net.uzb, kConsumer, 5.0);
  net.rate(net.afg, kFood, 2.0);
  net.rate(net.uzb, kFood, 2.0);
  auto const growth = net.to(2030);
  EXPECT_DOUBLE_EQ(std::pow(1.04, 6), growth.factor[kBoxLane]);
  EXPECT_DOUBLE_EQ(std::pow(1.02, 6), growth.factor[kGrainLane]);
  EXPECT_THAT(growth.missing, IsEmpty());
  EXPECT_FALSE(growth.past_last_year);
}

TEST(growth, is_nothing_in_the_base_year) {
  auto net = Pair{};
  net.rate(net.afg, kConsumer, 3.0);
  auto const growth = net.to(2024);
  EXPECT_EQ(1.0, growth.factor[kBoxLane]);
  EXPECT_EQ(1.0, growth.factor[kGrainLane]);
  EXPECT_THAT(growth.missing, IsEmpty());
}

TEST(growth, stays_flat_after_the_last_year_of_either_end_and_says_so) {
  auto net = Pair{};
  net.rate(net.afg, kConsumer, 4.0, 2030);
  net.rate(net.uzb, kConsumer, 4.0, 2035);
  EXPECT_FALSE(net.to(2030).past_last_year);
  EXPECT_DOUBLE_EQ(std::pow(1.04, 6), net.to(2030).factor[kBoxLane]);
  EXPECT_TRUE(net.to(2031).past_last_year);
  EXPECT_DOUBLE_EQ(std::pow(1.04, 6), net.to(2040).factor[kBoxLane]);
}

TEST(growth, a_state_without_a_row_does_not_grow_and_is_named_once) {
  auto net = Pair{};
  net.rate(net.uzb, kConsumer, 4.0);
  net.rate(net.uzb, kFood, 4.0);
  auto const growth = net.to(2025);
  EXPECT_DOUBLE_EQ(1.02, growth.factor[kBoxLane]);  // mean of 4 % and nothing
  EXPECT_THAT(growth.missing, ElementsAre(StateId{net.afg.value}));
}
