#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

#include "chorsu/decisions/ladder_chains.h"

namespace chorsu {

namespace {

using Chain = std::vector<double>;

double mean(Chain const& x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

/// With n - 1 below.
double variance(Chain const& x) {
  auto const m = mean(x);
  auto sum = 0.0;
  for (auto const v : x) {
    sum += (v - m) * (v - m);
  }
  return sum / static_cast<double>(x.size() - 1U);
}

/// Each chain's halves as chains of their own.
std::vector<Chain> split(Chain const& values, std::size_t chains) {
  auto const length = values.size() / chains;
  auto const half = length / 2U;
  auto result = std::vector<Chain>{};
  for (auto c = std::size_t{0}; c < chains; ++c) {
    auto const first = values.begin() + static_cast<std::ptrdiff_t>(c * length);
    auto const end = first + static_cast<std::ptrdiff_t>(length);
    result.emplace_back(first, first + static_cast<std::ptrdiff_t>(half));
    result.emplace_back(end - static_cast<std::ptrdiff_t>(half), end);
  }
  return result;
}

/// Normal scores of the ranks, ties sharing their mean rank.
Chain rank_normalised(Chain const& values) {
  auto order = std::vector<std::size_t>(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](auto a, auto b) { return values[a] < values[b]; });
  auto result = Chain(values.size());
  auto const n = static_cast<double>(values.size());
  for (auto first = std::size_t{0}; first < order.size();) {
    auto end = first + 1U;
    while (end < order.size() && values[order[end]] == values[order[first]]) {
      ++end;
    }
    auto const rank = 0.5 * static_cast<double>(first + 1U + end);
    for (; first < end; ++first) {
      result[order[first]] = normal_quantile((rank - 0.375) / (n + 0.25));
    }
  }
  return result;
}

Chain folded(Chain const& values) {
  auto sorted = values;
  auto const middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2U);
  std::ranges::nth_element(sorted, middle);
  auto result = values;
  for (auto& x : result) {
    x = std::abs(x - *middle);
  }
  return result;
}

/// Variance within chains, and the pooled estimate with that between them.
struct Variances {
  double within;
  double pooled;
};

Variances variances(std::vector<Chain> const& chains) {
  auto const n = static_cast<double>(chains.front().size());
  auto means = Chain{};
  auto within = 0.0;
  for (auto const& chain : chains) {
    means.push_back(mean(chain));
    within += variance(chain);
  }
  within /= static_cast<double>(chains.size());
  return {within, (n - 1.0) / n * within + variance(means)};
}

double r_hat(std::vector<Chain> const& chains) {
  auto const [within, pooled] = variances(chains);
  return std::sqrt(pooled / within);
}

/// Autocovariance at a lag, with n below.
double autocovariance(Chain const& x, double m, std::size_t lag) {
  auto sum = 0.0;
  for (auto i = std::size_t{0}; i + lag < x.size(); ++i) {
    sum += (x[i] - m) * (x[i + lag] - m);
  }
  return sum / static_cast<double>(x.size());
}

/// Geyer's initial monotone sequence over the chains' mean autocovariance.
double effective_size(std::vector<Chain> const& chains) {
  auto const length = chains.front().size();
  auto const [within, pooled] = variances(chains);
  auto means = Chain{};
  for (auto const& chain : chains) {
    means.push_back(mean(chain));
  }
  auto const n = static_cast<double>(length);
  auto const correlation = [&](std::size_t lag) {
    auto sum = 0.0;
    for (auto c = std::size_t{0}; c < chains.size(); ++c) {
      sum += autocovariance(chains[c], means[c], lag) * n / (n - 1.0);
    }
    return 1.0 - (within - sum / static_cast<double>(chains.size())) / pooled;
  };
  auto total = 0.0;
  auto previous = 1e300;
  for (auto lag = std::size_t{0}; lag + 1U < length; lag += 2U) {
    auto const pair = (lag == 0U ? 1.0 : correlation(lag)) + correlation(lag + 1U);
    if (pair <= 0.0) {
      break;
    }
    previous = std::min(previous, pair);
    total += previous;
  }
  auto const draws = n * static_cast<double>(chains.size());
  auto const time = std::max(2.0 * total - 1.0, 1.0 / std::log10(draws));
  return draws / time;
}

}  // namespace

double normal_quantile(double p) {
  assert(p > 0.0 && p < 1.0);
  constexpr auto kA = std::array{-3.969683028665376e+01,
                                 2.209460984245205e+02,
                                 -2.759285104469687e+02,
                                 1.383577518672690e+02,
                                 -3.066479806614716e+01,
                                 2.506628277459239e+00};
  constexpr auto kB = std::array{-5.447609879822406e+01,
                                 1.615858368580409e+02,
                                 -1.556989798598866e+02,
                                 6.680131188771972e+01,
                                 -1.328068155288572e+01};
  constexpr auto kC = std::array{-7.784894002430293e-03,
                                 -3.223964580411365e-01,
                                 -2.400758277161838e+00,
                                 -2.549732539343734e+00,
                                 4.374664141464968e+00,
                                 2.938163982698783e+00};
  constexpr auto kD = std::array{
      7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  auto const horner = [](auto const& c, double t) {
    auto sum = 0.0;
    for (auto const k : c) {
      sum = sum * t + k;
    }
    return sum;
  };
  constexpr auto kTail = 0.02425;
  auto x = 0.0;
  if (std::min(p, 1.0 - p) < kTail) {
    auto const q = std::sqrt(-2.0 * std::log(std::min(p, 1.0 - p)));
    x = horner(kC, q) / (horner(kD, q) * q + 1.0);
    x = p < 0.5 ? x : -x;
  } else {
    auto const q = p - 0.5;
    auto const r = q * q;
    x = horner(kA, r) * q / (horner(kB, r) * r + 1.0);
  }
  auto const error = 0.5 * std::erfc(-x / std::numbers::sqrt2) - p;
  auto const u = error * std::sqrt(2.0 * std::numbers::pi) * std::exp(0.5 * x * x);
  return x - u / (1.0 + 0.5 * x * u);
}

ChainDiagnosis diagnose(std::vector<double> const& values, std::size_t chains) {
  assert(chains > 0U && values.size() / chains >= 8U);
  auto const bulk = split(rank_normalised(values), chains);
  auto const tails = split(rank_normalised(folded(values)), chains);
  return {.r_hat = std::max(r_hat(bulk), r_hat(tails)), .bulk_ess = effective_size(bulk)};
}

}  // namespace chorsu
