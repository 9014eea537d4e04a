#include "chorsu/base/random.h"

#include <cmath>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace chorsu;

namespace {

/// Mean and variance of many draws.
std::pair<double, double> moments(std::function<double(RandomStream&)> const& draw) {
  constexpr auto kDraws = 200'000;
  auto stream = RandomStream{{.seed = 7U, .stream = 3U}};
  auto sum = 0.0;
  auto squares = 0.0;
  for (auto i = 0; i < kDraws; ++i) {
    auto const x = draw(stream);
    sum += x;
    squares += x * x;
  }
  auto const mean = sum / kDraws;
  return {mean, squares / kDraws - mean * mean};
}

TEST(Random, IsPhiloxAsItsAuthorsPublishIt) {
  // kat_vectors of Random123, philox4x32 with 10 rounds.
  EXPECT_EQ(random_words({.seed = 0U}, 0U),
            (RandomWords{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}));
  auto const ones = ~std::uint64_t{0};
  EXPECT_EQ(
      random_words({.seed = ones, .history = ones, .stream = 0xffffU, .entity = 0xffffU}, ~0U),
      (RandomWords{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}));
  EXPECT_EQ(random_words({.seed = 0x299f31d0a4093822U,
                          .history = 0x0370734413198a2eU,
                          .stream = 0x85a3U,
                          .entity = 0x08d3U},
                         0x243f6a88U),
            (RandomWords{0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U}));
}

TEST(Random, UnitIntervalKeepsItsEndsOut) {
  EXPECT_GT(unit_interval(0U), 0.0);
  EXPECT_LT(unit_interval(~0U), 1.0);
  EXPECT_GT(unit_interval(0U, 0U), 0.0);
  EXPECT_LT(unit_interval(~0U, ~0U), 1.0);
}

TEST(Random, DrawsHaveTheMomentsOfTheirDistributions) {
  // Five standard errors of 200,000 draws.
  auto const se = [](double sd) { return 5.0 * sd / std::sqrt(200'000.0); };
  auto const [u, uu] = moments([](RandomStream& s) { return s.uniform(); });
  EXPECT_NEAR(u, 0.5, se(std::sqrt(1.0 / 12.0)));
  EXPECT_NEAR(uu, 1.0 / 12.0, se(std::sqrt(1.0 / 180.0)));
  auto const [n, nn] = moments([](RandomStream& s) { return s.normal(); });
  EXPECT_NEAR(n, 0.0, se(1.0));
  EXPECT_NEAR(nn, 1.0, se(std::sqrt(2.0)));
  auto const [e, ee] = moments([](RandomStream& s) { return s.exponential(); });
  EXPECT_NEAR(e, 1.0, se(1.0));
  EXPECT_NEAR(ee, 1.0, se(std::sqrt(8.0)));
  for (auto const shape : {0.3, 1.0, 4.5}) {
    auto const [g, gg] = moments([&](RandomStream& s) { return s.gamma(shape); });
    EXPECT_NEAR(g, shape, se(std::sqrt(shape)));
    EXPECT_NEAR(gg, shape, se(std::sqrt(2.0 * shape * shape + 6.0 * shape)));
  }
  auto const [b, bb] = moments([](RandomStream& s) { return s.beta(6.0, 4.0); });
  EXPECT_NEAR(b, 0.6, se(std::sqrt(24.0 / 1100.0)));
  EXPECT_NEAR(bb, 24.0 / 1100.0, se(0.1));
}

TEST(Random, EverythingInAKeyCounts) {
  auto const key = RandomKey{.seed = 1U, .history = 2U, .stream = 3U, .entity = 4U};
  auto const same = random_words(key, 5U);
  EXPECT_EQ(same, random_words(key, 5U));
  auto const others = {random_words({2U, 2U, 3U, 4U}, 5U),
                       random_words({1U, 3U, 3U, 4U}, 5U),
                       random_words({1U, 2U, 4U, 4U}, 5U),
                       random_words({1U, 2U, 3U, 5U}, 5U),
                       random_words(key, 6U)};
  EXPECT_THAT(others, testing::Each(testing::Ne(same)));
}

}  // namespace
