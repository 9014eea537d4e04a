#pragma once

#include <cstdint>
#include <vector>

#include "chorsu/decisions/ladder_fit.h"

namespace chorsu {

struct ChainSettings {
  std::size_t chains{4U};
  std::size_t warm_up{1000U};  ///< draws thrown away, in which the step is tuned
  std::size_t kept{2000U};     ///< draws of each chain
  std::size_t thin{1U};        ///< draws made for each one kept
  int longest{12};             ///< leapfrog steps of a trajectory, at most
  std::uint64_t seed{1U};
};

/// Draws of the posterior, chain after chain.
struct LadderChains {
  std::size_t chains{0U};
  std::vector<LadderPoint> points;  ///< chains times kept
  std::vector<JumpShares> jumps;    ///< of every point, drawn apart
  std::vector<double> acceptance;   ///< of every chain, mean chance of a kept trajectory
  std::vector<double> step;         ///< of every chain, in standard deviations
  std::size_t diverged{0U};         ///< kept trajectories whose energy ran away
};

/// Hamiltonian Monte Carlo (Neal 2011) in the axes of the mode's spread, trajectories of random
/// length, the step tuned in the warm-up by dual averaging to accept 80 % (Hoffman and Gelman
/// 2014). Chains start at draws twice as wide as the spread; each has its own random numbers, so
/// that the draws do not depend on the number of threads.
LadderChains sample_posterior(LadderPanel const& panel,
                              LadderPriors const& priors,
                              LadderFit const& fit,
                              ChainSettings const& settings);

/// How well chains agree about one number.
struct ChainDiagnosis {
  double r_hat{0.0};     ///< the larger of rank-normalised split R-hat, bulk and folded
  double bulk_ess{0.0};  ///< effective draws, rank-normalised, all chains together
};

/// After Vehtari, Gelman, Simpson, Carpenter and Bürkner, Bayesian Analysis 16(2), 2021.
/// `values`: chain after chain, at least 8 draws each.
ChainDiagnosis diagnose(std::vector<double> const& values, std::size_t chains);

/// Quantile of the standard normal distribution at p in (0, 1) (Acklam's rational approximation
/// and one step of Halley's method: exact to rounding).
double normal_quantile(double p);

}  // namespace chorsu
