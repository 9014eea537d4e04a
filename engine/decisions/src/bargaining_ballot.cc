#include <algorithm>

#include "bargaining_state.h"
#include "bargaining_vote.h"

namespace chorsu {

namespace {

/// What the world would be worth to every voter after each bargain, on the average over all
/// positions; without a bargain in the last column.
struct Prospects {
  Grid<BargainActorId, ChallengeId, double> after;
  Column<BargainActorId, double> as_it_is{};
};

/// What a place, 0 to 100, is worth to a voter.
double worth(Bargainers const& bargainers,
             Standing const& standing,
             BargainActorId voter,
             std::span<double const> place) {
  auto at = std::vector<double>(place.begin(), place.end());
  for (auto& x : at) {
    x /= 100.0;
  }
  auto const distance = distance_for(bargainers, voter, standing.position.row(voter), at);
  return utility(distance, standing.risk[voter]);
}

Prospects prospects(Bargainers const& bargainers,
                    Standing const& standing,
                    Challenges const& challenges) {
  auto const now = true_utilities(standing);
  auto const actors = static_cast<double>(now.rows);
  auto prospects = Prospects{.after = {now.rows, challenges.from.size()}};
  for (auto const voter : standing.risk.ids()) {
    auto const own = now.row(voter);
    auto const mean = [&](ChallengeId bargain) {
      auto sum = 0.0;
      for (auto const n : standing.risk.ids()) {
        auto const is_moved =
            !bargain.is_none() && (n == challenges.from[bargain] || n == challenges.to[bargain]);
        sum += is_moved ? 0.0 : own[n.value];
      }
      if (!bargain.is_none()) {
        sum += worth(bargainers, standing, voter, challenges.from_moves_to.row(bargain));
        sum += worth(bargainers, standing, voter, challenges.to_moves_to.row(bargain));
      }
      return sum / actors;
    };
    prospects.as_it_is.push_back(mean(ChallengeId::none()));
    for (auto const bargain : challenges.from.ids()) {
      prospects.after(voter, bargain) = mean(bargain);
    }
  }
  return prospects;
}

/// Staying, and the bargains in which an actor is, in the order of their challengers.
std::vector<BallotOption> options_of(Challenges const& challenges, BargainActorId actor) {
  auto options = std::vector<BallotOption>{{.bargain = ChallengeId::none()}};
  for (auto const bargain : challenges.from.ids()) {
    if (challenges.from[bargain] == actor || challenges.to[bargain] == actor) {
      options.push_back({.bargain = bargain});
    }
  }
  return options;
}

void vote(Bargainers const& bargainers,
          Prospects const& prospects,
          std::vector<BallotOption>& options) {
  auto utilities = VoterUtilities{bargainers.capability.size(), options.size()};
  for (auto const voter : bargainers.capability.ids()) {
    for (auto const option : ids_of<VoteOptionId>(options.size())) {
      auto const bargain = options[option.value].bargain;
      utilities(voter, option) =
          bargain.is_none() ? prospects.as_it_is[voter] : prospects.after(voter, bargain);
    }
  }
  auto const chance = condorcet(utilities, bargainers.capability);
  for (auto i = std::size_t{0}; i < options.size(); ++i) {
    options[i].probability = chance[i];
  }
}

}  // namespace

void vote_on_bargains(Bargainers const& bargainers, Standing const& standing, BargainTurn& turn) {
  auto const expected = prospects(bargainers, standing, turn.challenges);
  for (auto const actor : bargainers.capability.ids()) {
    auto options = options_of(turn.challenges, actor);
    if (options.size() == 1U) {
      turn.ballot.push_back({});
      turn.taken.push_back(ChallengeId::none());
      continue;
    }
    vote(bargainers, expected, options);
    turn.ballot.push_back(options);
    turn.taken.push_back(
        std::ranges::max_element(options, {}, &BallotOption::probability)->bargain);
  }
}

}  // namespace chorsu
