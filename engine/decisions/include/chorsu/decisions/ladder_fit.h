#pragma once

#include <vector>

#include "chorsu/decisions/ladder_posterior.h"

namespace chorsu {

/// The most probable point for one spread of the actors' effects, and the normal distribution that
/// touches the posterior there.
struct LadderFit {
  LadderPoint mode;
  double log_posterior{0.0};  ///< there, apart from a constant
  double decrement{0.0};      ///< what the next step would still gain, about
  int steps{0};
  bool converged{false};
  /// Upper triangular S with S S' the covariance at the mode (Laplace), row by row. The spread is
  /// held: its axis is alone and has the prior's standard deviation.
  std::vector<double> spread;
  double log_weight{0.0};  ///< logarithm of the posterior's mass at this spread (Laplace)
};

/// Newton steps with the expected information (Fisher scoring), halved until they help; the place
/// of kSpread is held. The covariance is from the second derivatives at the mode, by central
/// differences of the gradient; where those are not positive definite, from the expected
/// information.
LadderFit fit_mode(LadderPanel const& panel, LadderPriors const& priors, double spread_place);

/// Modes for spreads on a grid, with their shares of the posterior: a joint mode over the spread
/// and the effects it scales would be no centre of anything (Rue, Martino and Chopin 2009).
struct LadderFits {
  std::vector<LadderFit> of;
  std::vector<double> share;  ///< adds up to 1
  std::size_t best{0U};       ///< the one with the largest share: the reported mode
};
LadderFits fit_ladder(LadderPanel const& panel, LadderPriors const& priors);

/// The point at `offset` standard deviations from the mode, along the axes of the spread.
LadderPoint point_from(LadderFit const& fit, std::vector<double> const& offset);

/// Draws of the normal approximations, each taken by its share, with their jump shares.
std::vector<LadderParameters> laplace_draws(LadderPanel const& panel,
                                            LadderPriors const& priors,
                                            LadderFits const& fits,
                                            std::size_t count,
                                            std::uint64_t seed);

}  // namespace chorsu
