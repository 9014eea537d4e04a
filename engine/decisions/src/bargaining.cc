#include "chorsu/decisions/bargaining.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "bargaining_state.h"

namespace chorsu {

namespace {

constexpr auto kLeastMove = 1e-4;  // added to the first step: one that is nothing ends it too

/// How far all actors together are from one turn to another, in units of a whole dimension.
double moved(BargainTurn const& from, BargainTurn const& to) {
  auto sum = 0.0;
  for (auto const actor : from.win_probability.ids()) {
    sum += plain_distance(from.position.row(actor), to.position.row(actor)) / 100.0;
  }
  return sum;
}

bool is_quiet(std::vector<BargainTurn> const& turns, BargainOptions const& options) {
  auto const steps = turns.size() - 1U;
  if (steps < 1U || steps < options.least_turns) {
    return false;
  }
  auto const first = moved(turns[0], turns[1]) + kLeastMove;
  return moved(turns[steps - 1U], turns[steps]) / first < options.quiet_share;
}

/// Everybody's side of what it keeps.
Grid<BargainActorId, DimensionId, double> positions_after(BargainTurn const& turn) {
  auto position = turn.position;
  auto const& challenges = turn.challenges;
  for (auto const actor : turn.taken.ids()) {
    auto const bargain = turn.taken[actor];
    if (bargain.is_none()) {
      continue;
    }
    auto const& moves = challenges.from[bargain] == actor ? challenges.from_moves_to  //
                                                          : challenges.to_moves_to;
    std::ranges::copy(moves.row(bargain), position.row(actor).begin());
  }
  return position;
}

}  // namespace

Bargain negotiate(BargainActors const& actors, BargainOptions const& options) {
  assert(actors.name.size() > 1U && actors.dimension.size() > 0U);
  auto const bargainers = bargainers_of(actors);
  auto bargain = Bargain{};
  auto position = actors.position;
  while (true) {
    auto const standing = stand(bargainers, position);
    auto& turn = bargain.turns.emplace_back();
    turn.position = std::move(position);
    turn.win_probability = win_probabilities(bargainers, standing);
    turn.risk = standing.risk;
    bargain.settled = is_quiet(bargain.turns, options);
    if (bargain.settled || bargain.turns.size() > options.most_turns) {
      return bargain;
    }
    turn.challenges = challenges_of(bargainers, standing);
    vote_on_bargains(bargainers, standing, turn);
    position = positions_after(turn);
  }
}

}  // namespace chorsu
