#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "chorsu/base/random.h"
#include "chorsu/decisions/ladder_panel.h"

namespace chorsu {

enum class PriorKind : std::uint8_t { kNormal, kHalfNormal, kGamma, kBeta };

/// Normal: mean and standard deviation. Half-normal: that of the normal it is half of, in `a`.
/// Gamma: shape and scale. Beta: its two shapes.
struct Prior {
  PriorKind kind{PriorKind::kNormal};
  double a{0.0};
  double b{1.0};
};

struct LadderPriors {
  std::array<Prior, kCoefficients> of{};
  std::array<double, 3> jumps{1.0, 1.0, 1.0};  ///< Dirichlet over one, two, three or more levels
};

/// Parameters as unbounded numbers: a normal one in standard deviations from its mean, a
/// half-normal one as the standard normal number of the same quantile, a gamma one as
/// ln(value/scale), a share as its logit; then every actor's effect in units of kSpread.
using LadderPoint = std::vector<double>;

/// Jump shares stay at their default: they are drawn apart (draw_jumps).
LadderParameters parameters_at(LadderPriors const& priors, LadderPoint const& point);

/// The point whose parameters these are.
LadderPoint point_of(LadderPriors const& priors, LadderParameters const& parameters);

/// A draw from the prior, jumps included.
LadderParameters prior_draw(LadderPriors const& priors, std::size_t actors, RandomStream& random);

/// Log odds of a trial: the hazard of a month is their logistic.
double log_odds(LadderParameters const& parameters, LadderTerms terms, Trial const& trial);

/// Logarithm of the posterior density over points, apart from a constant, and its gradient.
struct LogDensity {
  double value{0.0};
  std::vector<double> gradient;
};
LogDensity log_posterior(LadderPanel const& panel,
                         LadderPriors const& priors,
                         LadderPoint const& point);

/// Expected information at a point, the prior's curvature included: positive definite, row by row.
std::vector<double> information(LadderPanel const& panel,
                                LadderPriors const& priors,
                                LadderPoint const& point);

/// Shares of jump sizes given those seen: the posterior is a product of two beta distributions.
JumpShares draw_jumps(JumpCounts const& seen, LadderPriors const& priors, RandomStream& random);
JumpShares mean_jumps(JumpCounts const& seen, LadderPriors const& priors);

}  // namespace chorsu
