#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

#include "streams.h"

#include "chorsu/base/random.h"
#include "chorsu/decisions/ladder_hindcast.h"

namespace chorsu {

namespace {

constexpr auto kSmallest = 1e-6;  ///< a chance below counts as this in a log score

double brier(double p, bool moved) {
  return (p - (moved ? 1.0 : 0.0)) * (p - (moved ? 1.0 : 0.0));
}

double log_loss(double p, bool moved) {
  return -std::log(std::clamp(moved ? p : 1.0 - p, kSmallest, 1.0));
}

using Loss = double (*)(double, bool);

double mean_loss(std::vector<HindcastRow> const& rows, std::size_t who, Loss loss) {
  auto sum = 0.0;
  for (auto const& row : rows) {
    sum += loss(row.p.at(who), row.moved);
  }
  return rows.empty() ? 0.0 : sum / static_cast<double>(rows.size());
}

struct Gain {
  double mean{0.0};
  double se{0.0};
};

/// How much better the first forecaster is than another, with the standard error of a mean whose
/// errors hang together within an actor.
Gain gain_over(std::vector<HindcastRow> const& rows, std::size_t other, Loss loss) {
  auto gain = Gain{.mean = mean_loss(rows, other, loss) - mean_loss(rows, 0U, loss)};
  auto by_actor = std::vector<double>{};
  auto seen = std::vector<char>{};
  for (auto const& row : rows) {
    if (row.actor.value >= by_actor.size()) {
      by_actor.resize(row.actor.value + 1U);
      seen.resize(row.actor.value + 1U);
    }
    by_actor[row.actor.value] +=
        loss(row.p.at(other), row.moved) - loss(row.p[0], row.moved) - gain.mean;
    seen[row.actor.value] = 1;
  }
  auto const actors = static_cast<double>(std::ranges::count(seen, 1));
  if (actors < 2.0) {
    return gain;
  }
  auto sum = 0.0;
  for (auto const x : by_actor) {
    sum += x * x;
  }
  gain.se = std::sqrt(sum * actors / (actors - 1.0)) / static_cast<double>(rows.size());
  return gain;
}

/// Ranked probability score of chances of levels (Epstein 1969).
double rps(std::array<double, kLevelCount> const& chances, int level) {
  auto sum = 0.0;
  auto said = 0.0;
  for (auto l = 0; l < kLevelCount; ++l) {
    said += chances.at(static_cast<std::size_t>(l));
    auto const came = level <= l ? 1.0 : 0.0;
    sum += (said - came) * (said - came);
  }
  return sum;
}

std::size_t actors_in(std::vector<HindcastRow> const& rows) {
  auto most = std::size_t{0};
  for (auto const& row : rows) {
    most = std::max<std::size_t>(most, row.actor.value + 1U);
  }
  return most;
}

double quantile(std::vector<double>& values, double q) {
  auto const at = static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1U));
  std::ranges::nth_element(values, values.begin() + at);
  return values[static_cast<std::size_t>(at)];
}

/// Sums of one bin's differences and forecasts by actor; drawn anew, actor by actor.
void fill_band(ReliabilityBin& bin,
               std::vector<HindcastRow> const& rows,
               std::size_t actors,
               HindcastSettings const& settings) {
  auto difference = std::vector<double>(actors);
  auto count = std::vector<double>(actors);
  for (auto const& row : rows) {
    difference[row.actor.value] += (row.moved ? 1.0 : 0.0) - row.p[0];
    count[row.actor.value] += 1.0;
  }
  auto means = std::vector<double>{};
  for (auto k = std::size_t{0}; k < settings.resamples; ++k) {
    auto random = RandomStream{{.seed = settings.seed, .history = k, .stream = kBootstrapStream}};
    auto sum = 0.0;
    auto n = 0.0;
    for (auto i = std::size_t{0}; i < actors; ++i) {
      auto const a = random.below(static_cast<std::uint32_t>(actors));
      sum += difference[a];
      n += count[a];
    }
    if (n > 0.0) {
      means.push_back(sum / n);
    }
  }
  if (!means.empty()) {
    bin.low = quantile(means, 0.025);
    bin.high = quantile(means, 0.975);
  }
}

std::vector<ReliabilityBin> reliability_of(std::vector<HindcastRow> rows,
                                           HindcastSettings const& settings) {
  auto const actors = actors_in(rows);
  std::ranges::sort(
      rows, {}, [](HindcastRow const& row) { return std::tuple{row.p[0], row.origin, row.actor}; });
  auto bins = std::vector<ReliabilityBin>{};
  for (auto b = std::size_t{0}; b < settings.bins; ++b) {
    auto const first = rows.begin() + static_cast<std::ptrdiff_t>(b * rows.size() / settings.bins);
    auto const end =
        rows.begin() + static_cast<std::ptrdiff_t>((b + 1U) * rows.size() / settings.bins);
    auto const mine = std::vector<HindcastRow>(first, end);
    if (mine.empty()) {
      continue;
    }
    auto bin = ReliabilityBin{.forecasts = mine.size()};
    for (auto const& row : mine) {
      bin.said += row.p[0] / static_cast<double>(mine.size());
      bin.came += (row.moved ? 1.0 : 0.0) / static_cast<double>(mine.size());
    }
    fill_band(bin, mine, actors, settings);
    bins.push_back(bin);
  }
  return bins;
}

/// Brier gain over constant hazard when every actor's forecasts are held against the outcomes of
/// another: the mean over shuffles of the names.
/// Mean Brier gain over a constant hazard when forecasts of `actor` meet outcomes of
/// `other[actor]`.
double gain_of_others(std::vector<HindcastRow> const& rows, std::vector<std::size_t> const& other) {
  auto gain = 0.0;
  auto n = 0.0;
  for (auto first = std::size_t{0}; first < rows.size();) {
    auto end = first;
    auto row_of = std::vector<HindcastRow const*>(other.size(), nullptr);
    for (; end < rows.size() && rows[end].origin == rows[first].origin; ++end) {
      row_of[rows[end].actor.value] = &rows[end];
    }
    for (; first < end; ++first) {
      auto const* const theirs = row_of[other[rows[first].actor.value]];
      if (theirs != nullptr) {
        gain += brier(rows[first].p[1], theirs->moved) - brier(rows[first].p[0], theirs->moved);
        n += 1.0;
      }
    }
  }
  return n > 0.0 ? gain / n : 0.0;
}

double shuffled_gain(std::vector<HindcastRow> const& rows, HindcastSettings const& settings) {
  auto const actors = actors_in(rows);
  auto sum = 0.0;
  for (auto s = std::size_t{0}; s < settings.shuffles; ++s) {
    auto random = RandomStream{{.seed = settings.seed, .history = s, .stream = kShuffleStream}};
    auto other = std::vector<std::size_t>(actors);
    std::iota(other.begin(), other.end(), std::size_t{0});
    for (auto i = actors; i > 1U; --i) {
      std::swap(other[i - 1U], other[random.below(static_cast<std::uint32_t>(i))]);
    }
    sum += gain_of_others(rows, other);
  }
  return settings.shuffles > 0U ? sum / static_cast<double>(settings.shuffles) : 0.0;
}

}  // namespace

HorizonScore score(std::vector<HindcastRow> const& rows,
                   int months,
                   HindcastSettings const& settings) {
  auto result = HorizonScore{.months = months, .forecasts = rows.size()};
  for (auto who = std::size_t{0}; who < kForecasters; ++who) {
    auto const brier_gain = gain_over(rows, who, brier);
    auto const log_gain = gain_over(rows, who, log_loss);
    result.of.at(who) = {.brier = mean_loss(rows, who, brier),
                         .log = mean_loss(rows, who, log_loss),
                         .brier_gain = brier_gain.mean,
                         .brier_gain_se = brier_gain.se,
                         .log_gain = log_gain.mean,
                         .log_gain_se = log_gain.se};
  }
  for (auto const& row : rows) {
    result.moves += row.moved ? 1U : 0U;
    auto stays = std::array<double, kLevelCount>{};
    stays.at(static_cast<std::size_t>(row.level)) = 1.0;
    result.rps += rps(row.ladder, row.level_then) / static_cast<double>(rows.size());
    result.rps_persistence += rps(stays, row.level_then) / static_cast<double>(rows.size());
  }
  result.reliability = reliability_of(rows, settings);
  result.shuffled_gain = shuffled_gain(rows, settings);
  return result;
}

std::string_view to_string(Forecaster forecaster) {
  constexpr auto kNames =
      std::array<std::string_view, kForecasters>{"ladder", "constant", "logistic", "persistence"};
  return kNames.at(static_cast<std::size_t>(forecaster));
}

}  // namespace chorsu
