#include "chorsu/decisions/ladder_chains.h"

#include <array>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "ladder_toy.h"

using namespace chorsu;

namespace {

TEST(ChainDiagnosis, NormalQuantilesInvertTheDistribution) {
  EXPECT_DOUBLE_EQ(normal_quantile(0.5), 0.0);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
  EXPECT_NEAR(normal_quantile(1e-10), -6.361340902404056, 1e-9);
}

std::vector<double> autoregressive(double rho,
                                   std::size_t chains,
                                   std::size_t length,
                                   double apart) {
  auto values = std::vector<double>{};
  for (auto c = std::size_t{0}; c < chains; ++c) {
    auto random = RandomStream{{.seed = 1U, .entity = static_cast<std::uint16_t>(c)}};
    auto x = random.normal();
    for (auto i = std::size_t{0}; i < length; ++i) {
      x = rho * x + std::sqrt(1.0 - rho * rho) * random.normal();
      values.push_back(x + apart * static_cast<double>(c));
    }
  }
  return values;
}

TEST(ChainDiagnosis, EffectiveDrawsOfAnAutoregressionAreKnown) {
  // n (1 - rho)/(1 + rho) for a first-order autoregression.
  for (auto const rho : {0.0, 0.5, 0.9}) {
    auto const diagnosis = diagnose(autoregressive(rho, 4U, 10'000U, 0.0), 4U);
    auto const expected = 40'000.0 * (1.0 - rho) / (1.0 + rho);
    EXPECT_NEAR(diagnosis.bulk_ess / expected, 1.0, 0.1) << rho;
    EXPECT_LT(diagnosis.r_hat, 1.01);
  }
}

TEST(ChainDiagnosis, ChainsApartAreFound) {
  EXPECT_GT(diagnose(autoregressive(0.2, 4U, 500U, 1.0), 4U).r_hat, 1.1);
  auto wide = autoregressive(0.2, 4U, 500U, 0.0);  // one chain three times as wide: folded R-hat
  for (auto i = std::size_t{0}; i < 500U; ++i) {
    wide[i] *= 3.0;
  }
  EXPECT_GT(diagnose(wide, 4U).r_hat, 1.1);
}

TEST(LadderChains, WithoutDataTheyDrawThePrior) {
  auto const priors = toy::priors();
  auto const empty = LadderPanel{.actors = 2U};
  auto const chains = sample_posterior(
      empty, priors, fit_mode(empty, priors, 0.0), {.warm_up = 300U, .kept = 2000U});
  auto spread = 0.0;
  auto decay = 0.0;
  auto rho = 0.0;
  for (auto const& point : chains.points) {
    auto const p = parameters_at(priors, point);
    spread += p[Coefficient::kSpread] / 8000.0;
    decay += p[Coefficient::kFirstMoverDecay] / 8000.0;
    rho += p[Coefficient::kReporting] / 8000.0;
  }
  // Means of half-normal(0.5), gamma(2, 1), beta(6, 4); five standard errors of 4,000 draws.
  EXPECT_NEAR(spread, 0.5 * std::sqrt(2.0 / std::numbers::pi), 5.0 * 0.30 / std::sqrt(4000.0));
  EXPECT_NEAR(decay, 2.0, 5.0 * 1.41 / std::sqrt(4000.0));
  EXPECT_NEAR(rho, 0.6, 5.0 * 0.15 / std::sqrt(4000.0));
}

// ---- simulation-based calibration ------------------------------------------------------------

constexpr auto kActors = std::size_t{8};
constexpr auto kSets = std::size_t{200};
constexpr auto kDraws = std::size_t{63};
constexpr auto kBins = std::size_t{16};

/// Ranks of the true parameters among draws of their posterior, for one data set.
std::vector<std::size_t> ranks_of(std::uint64_t set) {
  auto const model = toy::model(kActors, {.peers = true, .gate = true});
  auto const priors = toy::priors();
  auto random = RandomStream{{.seed = 77U, .history = set}};
  auto const truth = prior_draw(priors, kActors, random);
  auto const history =
      toy::draw_history(model, truth, toy::start(kActors, toy::middle_of(2024 * 12)), 36, random);
  auto const panel = panel_of(model, history, month_of(history.start) + 36);
  auto const chains = sample_posterior(
      panel,
      priors,
      fit_mode(panel, priors, 0.0),
      {.chains = 1U, .warm_up = 150U, .kept = kDraws, .thin = 3U, .seed = 1000U + set});
  auto ranks = std::vector<std::size_t>(kCoefficients + 4U);
  for (auto i = std::size_t{0}; i < chains.points.size(); ++i) {
    auto const p = parameters_at(priors, chains.points[i]);
    for (auto c = std::size_t{0}; c < kCoefficients; ++c) {
      ranks[c] += p.values.at(c) < truth.values.at(c) ? 1U : 0U;
    }
    for (auto const a : {0U, 1U}) {
      ranks[kCoefficients + a] += p.actor_effect.values[a] < truth.actor_effect.values[a] ? 1U : 0U;
    }
    ranks[kCoefficients + 2U] += chains.jumps[i].one < truth.jumps.one ? 1U : 0U;
    ranks[kCoefficients + 3U] += chains.jumps[i].two_of_more < truth.jumps.two_of_more ? 1U : 0U;
  }
  return ranks;
}

TEST(LadderChains, RanksOfTheTruthAreFlat) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "decisions_released_test has this case";
#endif
  // Talts, Betancourt, Simpson, Vehtari and Gelman 2018: 200 draws from the prior, 63 of each
  // posterior, 16 bins. Chi-square with 15 degrees; the level is 0.01 for all 28 numbers together
  // (Bonferroni), 40.68 for one.
  auto counts = std::vector<std::array<double, kBins>>(kCoefficients + 4U);
  for (auto set = std::size_t{0}; set < kSets; ++set) {
    auto const ranks = ranks_of(set);
    for (auto k = std::size_t{0}; k < ranks.size(); ++k) {
      counts[k].at(ranks[k] * kBins / (kDraws + 1U)) += 1.0;
    }
  }
  auto const expected = static_cast<double>(kSets) / kBins;
  for (auto k = std::size_t{0}; k < counts.size(); ++k) {
    auto statistic = 0.0;
    for (auto const n : counts[k]) {
      statistic += (n - expected) * (n - expected) / expected;
    }
    EXPECT_LT(statistic, 40.68) << (k < kCoefficients ? to_string(static_cast<Coefficient>(k))
                                                      : std::string_view{"effect or jump"});
  }
}

}  // namespace
