#include "chorsu/calibration/fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <Eigen/Dense>

#include "chorsu/calibration/validation.h"

namespace chorsu {

namespace {

using Vector = Eigen::Matrix<double, static_cast<int>(kFactors), 1>;
using Matrix = Eigen::Matrix<double, static_cast<int>(kFactors), static_cast<int>(kFactors)>;

constexpr auto kTenthQuantile = 1.2815515655446004;  // of the standard normal, where ranges end

/// Tonnes that are added on both sides of a ratio, so that a gate without flow has a logarithm:
/// this part of what was observed.
constexpr auto kFloor = 0.01;

Vector vector_of(LogFactors const& factors) {
  return Vector::Map(factors.data());
}

double log_ratio(Observations::Row const& row, double modelled) {
  auto const floor = kFloor * row.quantity.value;
  return std::log((modelled + floor) / (row.quantity.value + floor));
}

/// Inverse variance of a row times its weight; 0 for rows that are not fitted.
double precision(Observations::Row const& row, FitSettings const& settings) {
  if (row.use != ObservationUse::kCalibrate) {
    return 0.0;
  }
  auto const own = std::log(row.quantity.high / row.quantity.low) / (2.0 * kTenthQuantile);
  return row.weight / (own * own + settings.model_error * settings.model_error);
}

std::vector<double> precisions(Region const& region,
                               FitSettings const& settings,
                               std::optional<std::size_t> left_out) {
  auto result = std::vector<double>{};
  for (auto const& row : region.observations.rows) {
    result.push_back(result.size() == left_out ? 0.0 : precision(row, settings));
  }
  return result;
}

double mean(std::vector<double> const& values) {
  return values.empty() ? 0.0
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

/// Mean spread of the logit scale over classes, in ln.
double theta_deviation(Region const& region) {
  auto spreads = std::vector<double>{};
  for (auto const& theta : region.commodities.theta.values) {
    spreads.push_back(std::log(theta.high / theta.low) / (2.0 * kTenthQuantile));
  }
  return mean(spreads);
}

/// Mean spread of the rules of a kind above their value, in ln: the lower end may be 0.
double rule_deviation(Region const& region, RuleKind kind) {
  auto spreads = std::vector<double>{};
  for (auto const& rule : region.prices.rules.rows) {
    if (rule.kind == kind && rule.value.value > 0.0) {
      spreads.push_back(std::log(rule.value.high / rule.value.value) / kTenthQuantile);
    }
  }
  return mean(spreads);
}

LogFactors prior_deviation(Region const& region) {
  auto result = LogFactors{};
  result[0] = theta_deviation(region);
  for (auto kind = std::size_t{0}; kind < kRuleKinds; ++kind) {
    result.at(kind + 1U) = rule_deviation(region, static_cast<RuleKind>(kind));
  }
  return result;
}

std::vector<double> modelled(Region const& region, LogFactors const& at, FitSettings const& s) {
  auto const other = with_factors(region, at);
  auto const model = prepare(other, s.solve);
  return observe(base_inputs(*model), other.observations);
}

/// Minus twice the log posterior, but for a constant.
double objective(Region const& region, Fit const& fit, std::vector<double> const& precisions) {
  auto sum = 0.0;
  auto const& rows = region.observations.rows;
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    if (precisions[i] > 0.0) {
      auto const miss = log_ratio(rows[i], fit.modelled[i]);
      sum += precisions[i] * miss * miss;
    }
  }
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const deviation = fit.prior_deviation.at(p);
    sum += deviation > 0.0 ? std::pow(fit.at.at(p) / deviation, 2.0) : 0.0;
  }
  return sum;
}

/// Gradient and Gauss-Newton Hessian, both halved.
struct Normal {
  Matrix hessian = Matrix::Zero();
  Vector gradient = Vector::Zero();
};

Normal normal_equations(Region const& region,
                        Fit const& fit,
                        std::vector<double> const& precisions) {
  auto n = Normal{};
  auto const& rows = region.observations.rows;
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    if (precisions[i] > 0.0) {
      auto const slope = vector_of(fit.slope[i]);
      n.hessian += precisions[i] * slope * slope.transpose();
      n.gradient += precisions[i] * log_ratio(rows[i], fit.modelled[i]) * slope;
    }
  }
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const i = static_cast<Eigen::Index>(p);
    auto const deviation = fit.prior_deviation.at(p);
    // A kind without rules has no spread: its factor stays where it is.
    auto const weight = deviation > 0.0 ? 1.0 / (deviation * deviation) : 1e12;
    n.hessian(i, i) += weight;
    n.gradient(i) += weight * fit.at.at(p);
  }
  return n;
}

Vector newton_step(Normal const& n, FitSettings const& settings) {
  Vector const step = -n.hessian.ldlt().solve(n.gradient);
  auto const longest = step.cwiseAbs().maxCoeff();
  return longest > settings.longest_step ? Vector{step * (settings.longest_step / longest)} : step;
}

LogFactors moved(LogFactors const& at, Vector const& step) {
  auto result = LogFactors{};
  Vector::Map(result.data()) = vector_of(at) + step;
  return result;
}

void find_slopes(Region const& region, Fit& fit, FitSettings const& settings) {
  fit.slope.assign(region.observations.rows.size(), LogFactors{});
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    if (fit.prior_deviation.at(p) <= 0.0) {
      continue;
    }
    auto beside = fit.at;
    beside.at(p) += settings.difference;
    auto const there = modelled(region, beside, settings);
    ++fit.solves;
    for (auto i = std::size_t{0}; i < there.size(); ++i) {
      auto const& row = region.observations.rows[i];
      fit.slope[i].at(p) =
          (log_ratio(row, there[i]) - log_ratio(row, fit.modelled[i])) / settings.difference;
    }
  }
}

/// The step, halved until it helps; nothing where it never does.
bool take_step(Region const& region,
               Fit& fit,
               Vector step,
               std::vector<double> const& precisions,
               FitSettings const& settings) {
  for (auto halving = 0; halving <= settings.max_halvings; ++halving, step *= 0.5) {
    auto next = fit;
    next.at = moved(fit.at, step);
    next.modelled = modelled(region, next.at, settings);
    next.objective = objective(region, next, precisions);
    ++next.solves;
    fit.solves = next.solves;
    if (next.objective < fit.objective) {
      fit = std::move(next);
      return true;
    }
  }
  return false;
}

void state_deviation(Fit& fit, Normal const& n) {
  Matrix const covariance = n.hessian.inverse();
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const i = static_cast<Eigen::Index>(p);
    fit.deviation.at(p) = fit.prior_deviation.at(p) > 0.0 ? std::sqrt(covariance(i, i)) : 0.0;
  }
}

}  // namespace

std::string_view to_string(Factor factor) {
  switch (factor) {
    case Factor::kThetaScale:
      return "theta_scale";
    case Factor::kCrossingPenalties:
      return "crossing_penalties";
    case Factor::kNodePenalties:
      return "node_penalties";
    case Factor::kLinkPenalties:
      return "link_penalties";
    case Factor::kTariffFactors:
      break;
  }
  return "tariff_factors";
}

Measure factor_range(Fit const& fit, Factor factor) {
  auto const at = fit.at.at(static_cast<std::size_t>(factor));
  auto const reach = kTenthQuantile * fit.deviation.at(static_cast<std::size_t>(factor));
  return {
      .value = std::exp(at), .low = std::exp(at - reach), .high = std::exp(at + reach), .fact = {}};
}

Region with_factors(Region region, LogFactors const& at) {
  region.commodities.theta_scale.value = std::exp(at[0]);
  for (auto kind = std::size_t{0}; kind < kRuleKinds; ++kind) {
    region.prices.rules.multiplier.at(kind).value = std::exp(at.at(kind + 1U));
  }
  return region;
}

Measure const& factor_in(Region const& region, Factor factor) {
  return factor == Factor::kThetaScale
             ? region.commodities.theta_scale
             : region.prices.rules.multiplier.at(static_cast<std::size_t>(factor) - 1U);
}

LogFactors factors_of(Region const& region) {
  auto result = LogFactors{};
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    result.at(p) = std::log(factor_in(region, static_cast<Factor>(p)).value);
  }
  return result;
}

Fit begin_fit(Region const& region, FitSettings const& settings) {
  auto fit = Fit{};
  fit.prior_deviation = prior_deviation(region);
  fit.modelled = modelled(region, fit.at, settings);
  fit.objective = objective(region, fit, precisions(region, settings, fit.left_out));
  fit.solves = 1;
  return fit;
}

Fit advance(Region const& region, Fit fit, FitSettings const& settings) {
  auto const weights = precisions(region, settings, fit.left_out);
  find_slopes(region, fit, settings);
  auto const n = normal_equations(region, fit, weights);
  state_deviation(fit, n);
  auto const step = newton_step(n, settings);
  auto const helped = take_step(region, fit, step, weights, settings);
  ++fit.rounds;
  fit.converged = !helped || step.cwiseAbs().maxCoeff() < settings.tolerance;
  return fit;
}

Fit leave_out(Region const& region, Fit whole, std::size_t row, FitSettings const& settings) {
  constexpr auto kMostRounds = 2;
  auto fit = std::move(whole);
  fit.left_out = row;
  fit.objective = objective(region, fit, precisions(region, settings, fit.left_out));
  fit.rounds = 0;
  fit.converged = false;
  while (!fit.converged && fit.rounds < kMostRounds) {
    fit = advance(region, std::move(fit), settings);
  }
  return fit;
}

}  // namespace chorsu
