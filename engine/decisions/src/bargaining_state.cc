#include "bargaining_state.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

#include "bargaining_vote.h"

namespace chorsu {

namespace {

constexpr auto kSamePlace = 1e-3;  // positions nearer than this are one in a vote
constexpr auto kMeanCapability = 100.0;

/// The attitude to risk by which an actor bargains, from what its position would win if nobody
/// minded risk: the strongest seek it (1), the weakest avoid it (-1/2).
Column<BargainActorId, double> risk_attitudes(std::vector<double> const& win) {
  auto const [low, high] = std::ranges::minmax(win);
  auto risk = Column<BargainActorId, double>{};
  for (auto const p : win) {
    auto const is_contested = high > low;  // else nobody has reason to mind risk
    risk.push_back(is_contested ? (3.0 * p - (high + 2.0 * low)) / (2.0 * (high - low)) : 0.0);
  }
  return risk;
}

/// What the positions of some actors are worth to everyone.
VoterUtilities utilities_of(Standing const& standing, std::vector<BargainActorId> const& whose) {
  auto const actors = standing.distance.rows;
  auto utilities = VoterUtilities{actors, whose.size()};
  for (auto const voter : ids_of<BargainActorId>(actors)) {
    for (auto const option : ids_of<VoteOptionId>(whose.size())) {
      auto const distance = standing.distance(voter, whose[option.value]);
      utilities(voter, option) = utility(distance, standing.risk[voter]);
    }
  }
  return utilities;
}

}  // namespace

Bargainers bargainers_of(BargainActors const& actors) {
  auto const& capability = actors.capability.values;
  auto const mean = std::accumulate(capability.begin(), capability.end(), 0.0) /
                    static_cast<double>(capability.size());
  auto bargainers = Bargainers{.salience = actors.salience};
  for (auto const actor : actors.capability.ids()) {
    auto attention = 0.0;
    for (auto& salience : bargainers.salience.row(actor)) {
      salience /= 100.0;
      attention += salience;
    }
    assert(attention > 0.0);
    bargainers.attention.push_back(attention);
    bargainers.capability.push_back(kMeanCapability * (actors.capability[actor] / mean));
  }
  return bargainers;
}

double distance_for(Bargainers const& bargainers,
                    BargainActorId actor,
                    std::span<double const> from,
                    std::span<double const> to) {
  auto const salience = bargainers.salience.row(actor);
  auto apart = 0.0;
  auto most = 0.0;
  for (auto k = std::size_t{0}; k < salience.size(); ++k) {
    auto const weighed = salience[k] * (from[k] - to[k]);
    apart += weighed * weighed;
    most += salience[k] * salience[k];
  }
  return std::sqrt(apart / most);
}

double plain_distance(std::span<double const> from, std::span<double const> to) {
  return std::sqrt(std::inner_product(
      from.begin(), from.end(), to.begin(), 0.0, std::plus<>{}, [](double a, double b) {
        return (a - b) * (a - b);
      }));
}

double utility(double distance, double risk) {
  auto const d = std::min(distance, 1.0);
  return (1.0 - d) * (1.0 + d * risk);
}

Standing stand(Bargainers const& bargainers, ActorDimensions const& position) {
  auto const actors = position.rows;
  auto standing = Standing{.position = position, .distance = {actors, actors}};
  for (auto& x : standing.position.values) {
    x /= 100.0;
  }
  for (auto const i : ids_of<BargainActorId>(actors)) {
    standing.risk.push_back(0.0);
    for (auto const j : ids_of<BargainActorId>(actors)) {
      standing.distance(i, j) =
          distance_for(bargainers, i, standing.position.row(i), standing.position.row(j));
    }
  }
  auto everyone = std::vector<BargainActorId>{};
  std::ranges::copy(ids_of<BargainActorId>(actors), std::back_inserter(everyone));
  standing.risk =
      risk_attitudes(condorcet(utilities_of(standing, everyone), bargainers.capability));
  return standing;
}

ActorPairs true_utilities(Standing const& standing) {
  auto utilities = standing.distance;
  for (auto const actor : standing.risk.ids()) {
    for (auto& u : utilities.row(actor)) {
      u = utility(u, standing.risk[actor]);
    }
  }
  return utilities;
}

Column<BargainActorId, double> win_probabilities(Bargainers const& bargainers,
                                                 Standing const& standing) {
  auto places = std::vector<BargainActorId>{};  // the first actor of each
  auto place_of = std::vector<std::size_t>{};
  for (auto const actor : standing.risk.ids()) {
    auto const is_here = [&](BargainActorId other) {
      return plain_distance(standing.position.row(actor), standing.position.row(other)) <
             kSamePlace;
    };
    auto const found = std::ranges::find_if(places, is_here);
    place_of.push_back(static_cast<std::size_t>(found - places.begin()));
    if (found == places.end()) {
      places.push_back(actor);
    }
  }
  auto const chance = condorcet(utilities_of(standing, places), bargainers.capability);
  auto win = Column<BargainActorId, double>{};
  for (auto const place : place_of) {
    win.push_back(chance[place]);
  }
  return win;
}

}  // namespace chorsu
