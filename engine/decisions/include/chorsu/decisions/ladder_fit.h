#pragma once

#include <vector>

#include "chorsu/decisions/ladder_posterior.h"

namespace chorsu {

/// The most probable point, and the normal distribution that touches the posterior there.
struct LadderFit {
  LadderPoint mode;
  double log_posterior{0.0};  ///< there, apart from a constant
  double decrement{0.0};      ///< what the next step would still gain, about
  int steps{0};
  bool converged{false};
  /// Columns of a matrix S with S S' the covariance at the mode (Laplace): row by row.
  std::vector<double> spread;
};

/// Newton steps with the expected information (Fisher scoring), halved until they help. The
/// covariance is from the second derivatives at the mode, by central differences of the gradient;
/// where those are not positive definite, from the expected information.
LadderFit fit_mode(LadderPanel const& panel, LadderPriors const& priors);

/// The point at `offset` standard deviations from the mode, along the axes of the spread.
LadderPoint point_from(LadderFit const& fit, std::vector<double> const& offset);

/// Draws of the normal approximation with their jump shares; `key.entity` counts them.
std::vector<LadderParameters> laplace_draws(LadderPanel const& panel,
                                            LadderPriors const& priors,
                                            LadderFit const& fit,
                                            std::size_t count,
                                            std::uint64_t seed);

}  // namespace chorsu
