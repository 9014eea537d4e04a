#pragma once

#include "chorsu/decisions/ladder_posterior.h"

namespace chorsu {

double logistic(double x);

/// A parameter's value at a place of LadderPoint, and the place of a value.
double value_at(Prior const& prior, double x);
double place_of(Prior const& prior, double value);

/// Derivative of the value by its place.
double slope_at(Prior const& prior, double x, double value);

struct PriorDensity {
  double value;  ///< of the logarithm, over places
  double gradient;
  double curvature;  ///< minus the second derivative
};
PriorDensity prior_density(Prior const& prior, double x);

double prior_value(Prior const& prior, RandomStream& random);

}  // namespace chorsu
