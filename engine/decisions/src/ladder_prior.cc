#include "ladder_prior.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chorsu/decisions/ladder_chains.h"

namespace chorsu {

namespace {

double normal_density(double x) {
  return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
}

/// The half-normal quantile, scale 1, at the share that a standard normal has below x.
double half_normal_at(double x) {
  auto const above = 0.5 * std::erfc(x / std::numbers::sqrt2);
  return -normal_quantile(std::max(0.5 * above, 1e-300));
}

}  // namespace

double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

double value_at(Prior const& prior, double x) {
  switch (prior.kind) {
    case PriorKind::kNormal:
      return prior.a + prior.b * x;
    case PriorKind::kHalfNormal:
      return prior.a * half_normal_at(x);
    case PriorKind::kGamma:
      return prior.b * std::exp(x);
    case PriorKind::kBeta:
      return logistic(x);
  }
  return 0.0;
}

double place_of(Prior const& prior, double value) {
  switch (prior.kind) {
    case PriorKind::kNormal:
      return (value - prior.a) / prior.b;
    case PriorKind::kHalfNormal:
      return -normal_quantile(std::erfc(value / prior.a / std::numbers::sqrt2));
    case PriorKind::kGamma:
      return std::log(value / prior.b);
    case PriorKind::kBeta:
      return std::log(value / (1.0 - value));
  }
  return 0.0;
}

double slope_at(Prior const& prior, double x, double value) {
  switch (prior.kind) {
    case PriorKind::kNormal:
      return prior.b;
    case PriorKind::kHalfNormal:
      return prior.a * normal_density(x) / (2.0 * normal_density(value / prior.a));
    case PriorKind::kGamma:
      return value;
    case PriorKind::kBeta:
      return value * (1.0 - value);
  }
  return 0.0;
}

PriorDensity prior_density(Prior const& prior, double x) {
  switch (prior.kind) {
    case PriorKind::kNormal:
    case PriorKind::kHalfNormal:
      return {-0.5 * x * x, -x, 1.0};
    case PriorKind::kGamma: {
      auto const ratio = std::exp(x);
      return {prior.a * x - ratio, prior.a - ratio, ratio};
    }
    case PriorKind::kBeta: {
      auto const p = logistic(x);
      return {prior.a * std::log(p) + prior.b * std::log1p(-p),
              prior.a * (1.0 - p) - prior.b * p,
              (prior.a + prior.b) * p * (1.0 - p)};
    }
  }
  return {};
}

double prior_value(Prior const& prior, RandomStream& random) {
  switch (prior.kind) {
    case PriorKind::kNormal:
      return prior.a + prior.b * random.normal();
    case PriorKind::kHalfNormal:
      return std::abs(prior.a * random.normal());
    case PriorKind::kGamma:
      return prior.b * random.gamma(prior.a);
    case PriorKind::kBeta:
      return random.beta(prior.a, prior.b);
  }
  return 0.0;
}

}  // namespace chorsu
