#include "chorsu/decisions/ladder_posterior.h"

#include <cassert>
#include <cmath>

#include "ladder_prior.h"

namespace chorsu {

namespace {

using enum Coefficient;

constexpr auto at(Coefficient c) {
  return static_cast<std::size_t>(c);
}

/// Derivatives of a trial's chance by the places it depends on.
struct Slopes {
  void add(std::size_t place, double slope) {
    where[count] = static_cast<std::uint16_t>(place);
    by[count] = slope;
    ++count;
  }

  std::array<std::uint16_t, 16> where;
  std::array<double, 16> by;
  std::size_t count{0U};
};

/// A set of parameters ready to be differentiated.
struct Expansion {
  LadderParameters parameters;
  std::array<double, kCoefficients> slope;
  LadderPoint const* point;
};

Expansion expand(LadderPriors const& priors, LadderPoint const& point) {
  auto result = Expansion{.parameters = parameters_at(priors, point), .slope = {}, .point = &point};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    result.slope[i] = slope_at(priors.of[i], point[i], result.parameters.values[i]);
  }
  return result;
}

bool moves_up(HazardKind kind) {
  return kind == HazardKind::kClimb || kind == HazardKind::kRecognise;
}

Slopes slopes_of_log_odds(Expansion const& e, LadderTerms terms, Trial const& trial) {
  auto slopes = Slopes{};
  slopes.add(at(trial.base), e.slope[at(trial.base)]);
  auto const features = features_of(trial.kind);
  for (auto i = std::size_t{0}; i < features.size(); ++i) {
    if (trial.x[i] != 0.0) {
      slopes.add(at(features[i]), trial.x[i] * e.slope[at(features[i])]);
    }
  }
  if (!moves_up(trial.kind)) {
    return slopes;
  }
  auto const& p = e.parameters;
  if (terms.peers) {
    auto const share = std::exp(-p[kFirstMoverDecay] * trial.peers);
    slopes.add(at(kFirstMover), -share * e.slope[at(kFirstMover)]);
    slopes.add(at(kFirstMoverDecay),
               p[kFirstMover] * share * trial.peers * e.slope[at(kFirstMoverDecay)]);
  }
  if (terms.gate && trial.kind == HazardKind::kRecognise && trial.open) {
    slopes.add(at(kGate), e.slope[at(kGate)]);
  }
  auto const own = kCoefficients + trial.actor.value;
  slopes.add(own, p[kSpread]);
  slopes.add(at(kSpread), (*e.point)[own] * e.slope[at(kSpread)]);
  return slopes;
}

/// Chance that a trial shows a move, its slopes, and what it adds to the log likelihood.
struct Chance {
  double p;
  double log_likelihood;
  Slopes slopes;
};

Chance chance_of(Expansion const& e, LadderTerms terms, Trial const& trial) {
  auto const odds = log_odds(e.parameters, terms, trial);
  auto const h = logistic(odds);
  auto const shown = trial.thin ? e.parameters[kReporting] : 1.0;
  auto const p = shown * h;
  auto result =
      Chance{.p = p, .log_likelihood = 0.0, .slopes = slopes_of_log_odds(e, terms, trial)};
  for (auto i = std::size_t{0}; i < result.slopes.count; ++i) {
    result.slopes.by[i] *= p * (1.0 - h);
  }
  if (trial.thin) {
    result.slopes.add(at(kReporting), h * e.slope[at(kReporting)]);
  }
  if (trial.moves > 0.0) {
    result.log_likelihood += trial.moves * std::log(p);
  }
  if (trial.moves < trial.months) {
    result.log_likelihood += (trial.months - trial.moves) * std::log1p(-p);
  }
  return result;
}

double shape(JumpCounts const& seen, LadderPriors const& priors, int which) {
  switch (which) {
    case 0:
      return priors.jumps[0] + seen.one;
    case 1:
      return priors.jumps[1] + priors.jumps[2] + seen.more;
    case 2:
      return priors.jumps[1] + seen.two;
    default:
      return priors.jumps[2] + seen.three;
  }
}

}  // namespace

LadderParameters parameters_at(LadderPriors const& priors, LadderPoint const& point) {
  assert(point.size() >= kCoefficients);
  auto result = LadderParameters{};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    result.values[i] = value_at(priors.of[i], point[i]);
  }
  for (auto i = kCoefficients; i < point.size(); ++i) {
    result.actor_effect.push_back(result[kSpread] * point[i]);
  }
  return result;
}

LadderPoint point_of(LadderPriors const& priors, LadderParameters const& parameters) {
  auto point = LadderPoint{};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    point.push_back(place_of(priors.of[i], parameters.values[i]));
  }
  for (auto const effect : parameters.actor_effect.values) {
    point.push_back(effect / parameters[kSpread]);
  }
  return point;
}

LadderParameters prior_draw(LadderPriors const& priors, std::size_t actors, RandomStream& random) {
  auto result = LadderParameters{};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    result.values[i] = prior_value(priors.of[i], random);
  }
  for (auto i = std::size_t{0}; i < actors; ++i) {
    result.actor_effect.push_back(result[kSpread] * random.normal());
  }
  result.jumps = draw_jumps({}, priors, random);
  return result;
}

double log_odds(LadderParameters const& parameters, LadderTerms terms, Trial const& trial) {
  auto sum = parameters[trial.base];
  auto const features = features_of(trial.kind);
  for (auto i = std::size_t{0}; i < features.size(); ++i) {
    sum += parameters[features[i]] * trial.x[i];
  }
  if (!moves_up(trial.kind)) {
    return sum;
  }
  if (terms.peers) {
    sum -= parameters[kFirstMover] * std::exp(-parameters[kFirstMoverDecay] * trial.peers);
  }
  if (terms.gate && trial.kind == HazardKind::kRecognise && trial.open) {
    sum += parameters[kGate];
  }
  return sum + trial.pull + parameters.actor_effect[trial.actor];
}

LogDensity log_posterior(LadderPanel const& panel,
                         LadderPriors const& priors,
                         LadderPoint const& point) {
  auto result = LogDensity{.value = 0.0, .gradient = std::vector<double>(point.size())};
  for (auto i = std::size_t{0}; i < point.size(); ++i) {
    auto const prior = prior_density(i < kCoefficients ? priors.of[i] : Prior{}, point[i]);
    result.value += prior.value;
    result.gradient[i] = prior.gradient;
  }
  auto const e = expand(priors, point);
  for (auto const& trial : panel.trials) {
    auto const chance = chance_of(e, panel.terms, trial);
    result.value += chance.log_likelihood;
    auto const score = trial.moves / chance.p - (trial.months - trial.moves) / (1.0 - chance.p);
    for (auto i = std::size_t{0}; i < chance.slopes.count; ++i) {
      result.gradient[chance.slopes.where[i]] += score * chance.slopes.by[i];
    }
  }
  return result;
}

std::vector<double> information(LadderPanel const& panel,
                                LadderPriors const& priors,
                                LadderPoint const& point) {
  auto const n = point.size();
  auto result = std::vector<double>(n * n);
  for (auto i = std::size_t{0}; i < n; ++i) {
    result[i * n + i] =
        prior_density(i < kCoefficients ? priors.of[i] : Prior{}, point[i]).curvature;
  }
  auto const e = expand(priors, point);
  for (auto const& trial : panel.trials) {
    auto const chance = chance_of(e, panel.terms, trial);
    auto const weight = trial.months / (chance.p * (1.0 - chance.p));
    auto const& s = chance.slopes;
    for (auto i = std::size_t{0}; i < s.count; ++i) {
      for (auto j = std::size_t{0}; j < s.count; ++j) {
        result[s.where[i] * n + s.where[j]] += weight * s.by[i] * s.by[j];
      }
    }
  }
  return result;
}

JumpShares draw_jumps(JumpCounts const& seen, LadderPriors const& priors, RandomStream& random) {
  auto const one = random.beta(shape(seen, priors, 0), shape(seen, priors, 1));
  return {one, random.beta(shape(seen, priors, 2), shape(seen, priors, 3))};
}

JumpShares mean_jumps(JumpCounts const& seen, LadderPriors const& priors) {
  auto const mean = [&](int a, int b) {
    auto const x = shape(seen, priors, a);
    return x / (x + shape(seen, priors, b));
  };
  return {mean(0, 1), mean(2, 3)};
}

}  // namespace chorsu
