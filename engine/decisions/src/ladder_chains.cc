#include "chorsu/decisions/ladder_chains.h"

#include <algorithm>
#include <cmath>

#include <tbb/parallel_for.h>

#include "streams.h"

namespace chorsu {

namespace {

constexpr auto kWantedAcceptance = 0.8;
constexpr auto kRunaway = 50.0;  ///< of energy: a trajectory has left the region
constexpr auto kWideStart = 2.0;

struct Target {
  LadderPanel const& panel;
  LadderPriors const& priors;
  LadderFit const& fit;
};

/// A place in the axes of the spread, with what the sampler needs to know of it.
struct Place {
  std::vector<double> offset;
  LadderPoint point;
  double value{0.0};
  std::vector<double> gradient;  ///< by offset
};

Place place_at(Target const& target, std::vector<double> offset) {
  auto place = Place{.offset = std::move(offset), .point = {}, .gradient = {}};
  place.point = point_from(target.fit, place.offset);
  auto const density = log_posterior(target.panel, target.priors, place.point);
  place.value = std::isfinite(density.value) ? density.value : -1e300;
  auto const n = place.offset.size();
  place.gradient.assign(n, 0.0);
  for (auto i = std::size_t{0}; i < n; ++i) {
    for (auto j = i; j < n; ++j) {
      place.gradient[j] += target.fit.spread[i * n + j] * density.gradient[i];
    }
  }
  return place;
}

double energy(Place const& place, std::vector<double> const& momentum) {
  auto sum = -place.value;
  for (auto const p : momentum) {
    sum += 0.5 * p * p;
  }
  return sum;
}

/// Dual averaging of the logarithm of the step.
struct StepTuning {
  explicit StepTuning(double first) : centre{std::log(10.0 * first)} {}

  double next(double acceptance) {
    ++count;
    auto const weight = 1.0 / (count + 10.0);
    lag = (1.0 - weight) * lag + weight * (kWantedAcceptance - acceptance);
    auto const log_step = centre - std::sqrt(count) / 0.05 * lag;
    auto const share = std::pow(count, -0.75);
    log_mean = share * log_step + (1.0 - share) * log_mean;
    return std::exp(log_step);
  }

  double centre;
  double lag{0.0};
  double log_mean{0.0};
  double count{0.0};
};

struct Outcome {
  double acceptance{0.0};
  bool diverged{false};
};

/// One trajectory from `here`, taken or not.
Outcome advance(Target const& target, Place& here, double step, int longest, RandomStream& random) {
  auto momentum = std::vector<double>(here.offset.size());
  for (auto& p : momentum) {
    p = random.normal();
  }
  auto const before = energy(here, momentum);
  auto there = here;
  auto const steps = 1U + random.below(static_cast<std::uint32_t>(longest));
  auto const kick = [&](double by) {
    for (auto i = std::size_t{0}; i < momentum.size(); ++i) {
      momentum[i] += by * there.gradient[i];
    }
  };
  for (auto k = 0U; k < steps; ++k) {
    kick(0.5 * step);
    for (auto i = std::size_t{0}; i < momentum.size(); ++i) {
      there.offset[i] += step * momentum[i];
    }
    there = place_at(target, std::move(there.offset));
    kick(0.5 * step);
    if (there.value <= -1e299) {
      break;
    }
  }
  auto const gain = before - energy(there, momentum);
  auto const outcome =
      Outcome{.acceptance = std::isfinite(gain) ? std::min(1.0, std::exp(gain)) : 0.0,
              .diverged = !(gain > -kRunaway)};
  if (random.uniform() < outcome.acceptance) {
    here = std::move(there);
  }
  return outcome;
}

/// Where a chain puts its draws.
struct ChainPlace {
  std::size_t chain;
  LadderChains& into;
  std::vector<std::size_t>& diverged;
};

void run_chain(Target const& target, ChainSettings const& settings, ChainPlace const& to) {
  auto random = RandomStream{{.seed = settings.seed,
                              .stream = kChainStream,
                              .entity = static_cast<std::uint16_t>(to.chain)}};
  auto start = std::vector<double>(target.fit.mode.size());
  for (auto& x : start) {
    x = kWideStart * random.normal();
  }
  auto here = place_at(target, start);
  auto step = 0.2;
  auto tuning = StepTuning{step};
  for (auto i = std::size_t{0}; i < settings.warm_up; ++i) {
    step = tuning.next(advance(target, here, step, settings.longest, random).acceptance);
  }
  step = settings.warm_up > 0U ? std::exp(tuning.log_mean) : step;
  auto sum = 0.0;
  for (auto i = std::size_t{0}; i < settings.kept; ++i) {
    for (auto k = std::size_t{0}; k < settings.thin; ++k) {
      auto const outcome = advance(target, here, step, settings.longest, random);
      sum += outcome.acceptance;
      to.diverged[to.chain] += outcome.diverged ? 1U : 0U;
    }
    auto const at = to.chain * settings.kept + i;
    to.into.points[at] = here.point;
    auto jumps = RandomStream{{.seed = settings.seed, .history = at, .stream = kJumpStream}};
    to.into.jumps[at] = draw_jumps(target.panel.jumps, target.priors, jumps);
  }
  to.into.step[to.chain] = step;
  to.into.acceptance[to.chain] = sum / static_cast<double>(settings.kept * settings.thin);
}

}  // namespace

LadderChains sample_posterior(LadderPanel const& panel,
                              LadderPriors const& priors,
                              LadderFit const& fit,
                              ChainSettings const& settings) {
  auto const count = settings.chains * settings.kept;
  auto result = LadderChains{.chains = settings.chains,
                             .points = std::vector<LadderPoint>(count),
                             .jumps = std::vector<JumpShares>(count),
                             .acceptance = std::vector<double>(settings.chains),
                             .step = std::vector<double>(settings.chains)};
  auto diverged = std::vector<std::size_t>(settings.chains);
  tbb::parallel_for(std::size_t{0}, settings.chains, [&](std::size_t chain) {
    run_chain({panel, priors, fit}, settings, {chain, result, diverged});
  });
  for (auto const d : diverged) {
    result.diverged += d;
  }
  return result;
}

}  // namespace chorsu
