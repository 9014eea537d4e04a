#include "chorsu/decisions/ladder_fit.h"

#include <array>
#include <cmath>

#include <Eigen/Dense>

#include "streams.h"

namespace chorsu {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr auto kMostSteps = 100;
constexpr auto kMostHalvings = 30;
constexpr auto kSmallDecrement = 1e-12;
constexpr auto kHeld = static_cast<std::size_t>(Coefficient::kSpread);
constexpr auto kGrid = std::array{-2.0, -1.4, -0.8, -0.2, 0.4, 1.0, 1.6, 2.2};

MatrixXd matrix_of(std::vector<double> const& values, std::size_t n) {
  return Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const>(
      values.data(), static_cast<Index>(n), static_cast<Index>(n));
}

LadderPoint moved(LadderPoint const& point, VectorXd const& step, double by) {
  auto result = point;
  for (auto i = std::size_t{0}; i < point.size(); ++i) {
    result[i] += by * step[static_cast<Index>(i)];
  }
  return result;
}

/// Minus the second derivatives of the log posterior, by central differences of its gradient.
MatrixXd curvature(LadderPanel const& panel, LadderPriors const& priors, LadderPoint const& point) {
  constexpr auto kDifference = 1e-5;
  auto const n = static_cast<Index>(point.size());
  auto result = MatrixXd{n, n};
  for (auto i = Index{0}; i < n; ++i) {
    auto const axis = VectorXd::Unit(n, i);
    auto const up = log_posterior(panel, priors, moved(point, axis, kDifference)).gradient;
    auto const down = log_posterior(panel, priors, moved(point, axis, -kDifference)).gradient;
    for (auto j = Index{0}; j < n; ++j) {
      auto const at = static_cast<std::size_t>(j);
      result(j, i) = (down[at] - up[at]) / (2.0 * kDifference);
    }
  }
  return 0.5 * (result + result.transpose());
}

/// The same matrix with the axis of the spread cut loose.
MatrixXd held(MatrixXd matrix) {
  auto const at = static_cast<Index>(kHeld);
  matrix.row(at).setZero();
  matrix.col(at).setZero();
  matrix(at, at) = 1.0;
  return matrix;
}

std::vector<double> spread_at(LadderPanel const& panel,
                              LadderPriors const& priors,
                              LadderPoint const& point) {
  auto const n = static_cast<Index>(point.size());
  auto factor = Eigen::LLT<MatrixXd>{held(curvature(panel, priors, point))};
  if (factor.info() != Eigen::Success) {
    factor.compute(held(matrix_of(information(panel, priors, point), point.size())));
  }
  MatrixXd const spread = factor.matrixU().solve(MatrixXd::Identity(n, n));
  auto result = std::vector<double>{};
  for (auto i = Index{0}; i < n; ++i) {
    for (auto j = Index{0}; j < n; ++j) {
      result.push_back(spread(i, j));
    }
  }
  return result;
}

}  // namespace

LadderFit fit_mode(LadderPanel const& panel, LadderPriors const& priors, double spread_place) {
  auto fit = LadderFit{.mode = LadderPoint(kCoefficients + panel.actors), .spread = {}};
  fit.mode[kHeld] = spread_place;
  auto here = log_posterior(panel, priors, fit.mode);
  for (; fit.steps < kMostSteps && !fit.converged; ++fit.steps) {
    auto const n = fit.mode.size();
    here.gradient[kHeld] = 0.0;
    VectorXd const gradient =
        Eigen::Map<VectorXd const>(here.gradient.data(), static_cast<Index>(n));
    VectorXd const step =
        held(matrix_of(information(panel, priors, fit.mode), n)).llt().solve(gradient);
    fit.decrement = 0.5 * gradient.dot(step);
    if (fit.decrement < kSmallDecrement) {
      fit.converged = true;
      break;
    }
    auto by = 1.0;
    for (auto halvings = 0; halvings < kMostHalvings; ++halvings, by *= 0.5) {
      auto const there = moved(fit.mode, step, by);
      auto next = log_posterior(panel, priors, there);
      if (next.value > here.value) {
        fit.mode = there;
        here = std::move(next);
        break;
      }
    }
    if (by < 1e-8) {  // no step helps: the gain left is rounding
      fit.converged = fit.decrement < 1e-6;
      break;
    }
  }
  fit.log_posterior = here.value;
  fit.spread = spread_at(panel, priors, fit.mode);
  fit.log_weight = fit.log_posterior;
  for (auto i = std::size_t{0}; i < fit.mode.size(); ++i) {
    fit.log_weight += std::log(fit.spread[i * fit.mode.size() + i]);
  }
  return fit;
}

LadderFits fit_ladder(LadderPanel const& panel, LadderPriors const& priors) {
  auto fits = LadderFits{.of = {}, .share = {}};
  for (auto const place : kGrid) {
    fits.of.push_back(fit_mode(panel, priors, place));
    if (fits.of.back().log_weight > fits.of[fits.best].log_weight) {
      fits.best = fits.of.size() - 1U;
    }
  }
  auto sum = 0.0;
  for (auto const& fit : fits.of) {
    fits.share.push_back(std::exp(fit.log_weight - fits.of[fits.best].log_weight));
    sum += fits.share.back();
  }
  for (auto& share : fits.share) {
    share /= sum;
  }
  return fits;
}

LadderPoint point_from(LadderFit const& fit, std::vector<double> const& offset) {
  auto point = fit.mode;
  auto const n = point.size();
  for (auto i = std::size_t{0}; i < n; ++i) {
    for (auto j = i; j < n; ++j) {  // the spread is upper triangular
      point[i] += fit.spread[i * n + j] * offset[j];
    }
  }
  return point;
}

std::vector<LadderParameters> laplace_draws(LadderPanel const& panel,
                                            LadderPriors const& priors,
                                            LadderFits const& fits,
                                            std::size_t count,
                                            std::uint64_t seed) {
  auto draws = std::vector<LadderParameters>{};
  for (auto i = std::size_t{0}; i < count; ++i) {
    auto random = RandomStream{{.seed = seed, .history = i, .stream = kLaplaceStream}};
    auto which = std::size_t{0};
    for (auto u = random.uniform(); which + 1U < fits.of.size() && u >= fits.share[which];
         ++which) {
      u -= fits.share[which];
    }
    auto const& fit = fits.of[which];
    auto offset = std::vector<double>(fit.mode.size());
    for (auto& x : offset) {
      x = random.normal();
    }
    offset[kHeld] = 0.0;
    draws.push_back(parameters_at(priors, point_from(fit, offset)));
    draws.back().jumps = draw_jumps(panel.jumps, priors, random);
  }
  return draws;
}

}  // namespace chorsu
