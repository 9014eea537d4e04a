#include <algorithm>
#include <cmath>

#include "bargaining_state.h"

namespace chorsu {

namespace {

constexpr auto kNobody = 1e-10;      // what a side of a contest has before anybody joins
constexpr auto kWorthIt = 1e-5;      // least gain for which an actor makes a challenge
constexpr auto kOwnPosition = 1e-6;  // pull of its own position on an actor that is not pressed
constexpr auto kPlaces = 10'000.0;   // bargains are struck in units of 1/kPlaces

/// How one actor sees the others: what every position is worth to whom, as it believes.
struct View {
  BargainActorId of;
  ActorPairs worth;  ///< (position, actor): of the row's position to the column's actor
};

/// Takes two thirds of its own attitude to risk for that of another.
View view_of(Standing const& standing, BargainActorId of) {
  auto view = View{.of = of, .worth = standing.distance};
  auto const& risk = standing.risk;
  for (auto const actor : risk.ids()) {
    auto const believed = (2.0 * risk[of] + risk[actor]) / 3.0;
    for (auto const place : risk.ids()) {
      view.worth(place, actor) = utility(standing.distance(actor, place), believed);
    }
  }
  return view;
}

struct Sides {
  double ours;
  double theirs;
};

/// What a third party adds to either side when each begins with what `sides` says: it joins where
/// it expects more, half committed: should it lose, it gives up its own position as well.
double joins(Sides const& sides, double weight, Sides const& worth) {
  auto const prefers = weight * (worth.ours - worth.theirs);
  auto const win =
      (sides.ours + std::max(prefers, 0.0)) / (sides.ours + sides.theirs + std::abs(prefers));
  auto const own = 1.0;  // what its own position is worth to it
  auto const with_us = win * (2.0 * worth.ours + own) + (1.0 - win) * 3.0 * worth.theirs;
  auto const with_them = win * 3.0 * worth.ours + (1.0 - win) * (2.0 * worth.theirs + own);
  return weight * (with_us - with_them);
}

/// The chance that the challenger beats `target`, as it sees it.
double win_probability(Bargainers const& bargainers, View const& view, BargainActorId target) {
  auto const ours = view.worth.row(view.of);
  auto const theirs = view.worth.row(target);
  auto const weight = [&](BargainActorId n) {
    return bargainers.attention[n] * bargainers.capability[n];
  };
  auto const at = [](std::span<double const> worth, BargainActorId n) { return worth[n.value]; };
  auto const begin =
      Sides{.ours = kNobody + weight(view.of) * (at(ours, view.of) - at(theirs, view.of)),
            .theirs = kNobody + weight(target) * (at(theirs, target) - at(ours, target))};
  auto sides = begin;
  for (auto const n : bargainers.attention.ids()) {
    if (n == view.of || n == target) {
      continue;
    }
    auto const support = joins(begin, weight(n), {.ours = at(ours, n), .theirs = at(theirs, n)});
    (support > 0.0 ? sides.ours : sides.theirs) += std::abs(support);
  }
  return sides.ours / (sides.ours + sides.theirs);
}

/// What the challenger expects to gain: without resistance it wins; the more the target cares, the
/// likelier it resists.
double expected_gain(View const& view, BargainActorId target, double resists, double win) {
  auto const own = view.worth(view.of, view.of);
  auto const other = view.worth(target, view.of);
  auto const victory = 2.0 * own;
  auto const contest = win * victory + (1.0 - win) * 2.0 * other;
  return (1.0 - resists) * victory + resists * contest - (own + other);
}

/// To KTAB's four decimals, half up; as points of 100. Multiplied as KTAB does before it prints:
/// 0.7595 is 75.94999999999999 and shows as 75.9.
double struck(double x) {
  return std::floor(0.5 + x * kPlaces) / kPlaces * 100.0;
}

struct Challenge {
  BargainActorId from;
  BargainActorId to;
  double win{0.0};
  double gain{kWorthIt};
};

/// Adds what the two should agree on: each side pulls by the square of its salience times its
/// chance to win.
void propose(Bargainers const& bargainers,
             Standing const& standing,
             Challenge const& challenge,
             Challenges& challenges) {
  auto const [from, to, win, gain] = challenge;
  auto const id = challenges.from.push_back(from);
  challenges.to.push_back(to);
  challenges.win_probability.push_back(win);
  challenges.expected_gain.push_back(gain);
  for (auto const k : ids_of<DimensionId>(bargainers.salience.cols)) {
    auto const a = std::pow(bargainers.salience(from, k) * win, 2.0);
    auto const b = std::pow(bargainers.salience(to, k) * (1.0 - win), 2.0);
    auto const x = standing.position(from, k);
    auto const y = standing.position(to, k);
    auto const all = a + b + kOwnPosition;
    challenges.from_moves_to(id, k) = struck(((a + kOwnPosition) * x + b * y) / all);
    challenges.to_moves_to(id, k) = struck((a * x + (b + kOwnPosition) * y) / all);
  }
}

Challenge best_challenge(Bargainers const& bargainers, View const& view) {
  auto best = Challenge{.from = view.of, .to = BargainActorId::none()};
  for (auto const target : bargainers.attention.ids()) {
    if (target == view.of) {
      continue;
    }
    auto const win = win_probability(bargainers, view, target);
    auto const gain = expected_gain(view, target, bargainers.attention[target], win);
    if (gain > best.gain) {
      best = {.from = view.of, .to = target, .win = win, .gain = gain};
    }
  }
  return best;
}

}  // namespace

Challenges challenges_of(Bargainers const& bargainers, Standing const& standing) {
  auto const& position = standing.position;
  auto challenges = Challenges{};
  challenges.from_moves_to = {position.rows, position.cols};
  challenges.to_moves_to = challenges.from_moves_to;
  for (auto const actor : bargainers.attention.ids()) {
    auto const challenge = best_challenge(bargainers, view_of(standing, actor));
    if (!challenge.to.is_none()) {
      propose(bargainers, standing, challenge, challenges);
    }
  }
  for (auto* const moves : {&challenges.from_moves_to, &challenges.to_moves_to}) {
    moves->rows = challenges.from.size();
    moves->values.resize(moves->rows * moves->cols);
  }
  return challenges;
}

}  // namespace chorsu
