#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "chorsu/run/region.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// What may be fitted: one logit scale for all classes, and one multiplier for all access rules of
/// a kind. None names a link, a pair of states or an observed row.
enum class Factor : std::uint8_t {
  kThetaScale,
  kCrossingPenalties,
  kNodePenalties,
  kLinkPenalties,
  kTariffFactors
};
inline constexpr auto kFactors = std::size_t{5};

/// Name of a factor in calibration.csv.
std::string_view to_string(Factor factor);

/// The factor in force, with its row in calibration.csv.
Measure const& factor_in(Region const& region, Factor factor);

/// Natural logarithms of the factors; 0 changes nothing.
using LogFactors = std::array<double, kFactors>;

struct FitSettings {
  double model_error{0.3};   ///< standard deviation of ln(modelled/observed) of a perfect fit
  double difference{0.15};   ///< step of a finite difference, in ln
  double longest_step{0.7};  ///< of one round, in ln
  double tolerance{0.01};    ///< the fit stands when no factor moves by more, in ln
  int max_rounds{8};
  int max_halvings{3};  ///< of a step that does not help
  LogitSettings solve;
};

/// A fit after some rounds. Copyable; `advance` gives the next one.
struct Fit {
  LogFactors at{};
  LogFactors prior_deviation{};   ///< from the ranges of the package's rows
  LogFactors deviation{};         ///< posterior standard deviation (Laplace), in ln
  std::vector<double> modelled;   ///< t/yr, by row of Observations
  std::vector<LogFactors> slope;  ///< d ln modelled / d factor, by row
  double objective{0.0};
  std::optional<std::size_t> left_out;  ///< row of Observations that the fit does without
  int rounds{0};
  int solves{0};
  bool converged{false};
};

/// A factor as fitted, with its 10 % and 90 % quantiles (Laplace).
Measure factor_range(Fit const& fit, Factor factor);

/// The region with other factors.
Region with_factors(Region region, LogFactors const& at);

/// The region's own factors.
LogFactors factors_of(Region const& region);

/// Starting point: all factors 1.
Fit begin_fit(Region const& region, FitSettings const& settings);

/// One Gauss-Newton round on the maximum of the posterior: observed rows with use `calibrate` as
/// log-normal with the deviation of their own range and `model_error`, each to the power of its
/// weight; factors log-normal around 1. Costs about kFactors + 1 solves of the base year.
Fit advance(Region const& region, Fit fit, FitSettings const& settings);

/// A fit without one row of Observations, begun where the whole fit ended.
Fit leave_out(Region const& region, Fit whole, std::size_t row, FitSettings const& settings);

}  // namespace chorsu
