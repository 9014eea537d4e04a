#include "bargaining_vote.h"

#include <algorithm>
#include <cmath>

namespace chorsu {

namespace {

constexpr auto kNobody = 1e-8;  // what an option has that nobody backs

/// What voters put behind the first of two options, and what behind the second.
struct Coalitions {
  double first{kNobody};
  double second{kNobody};
};

Coalitions coalitions(VoterUtilities const& utility,
                      Column<BargainActorId, double> const& weight,
                      VoteOptionId first,
                      VoteOptionId second) {
  auto sides = Coalitions{};
  for (auto const voter : weight.ids()) {
    auto const stake = weight[voter] * (utility(voter, first) - utility(voter, second));
    (stake > 0.0 ? sides.first : sides.second) += std::abs(stake);
  }
  return sides;
}

}  // namespace

std::vector<double> condorcet(VoterUtilities const& utility,
                              Column<BargainActorId, double> const& weight) {
  // Logarithms: a product over many options would vanish.
  auto chance = std::vector<double>(utility.cols, 0.0);
  for (auto const first : ids_of<VoteOptionId>(utility.cols)) {
    for (auto const second : ids_of<VoteOptionId>(first.value)) {
      auto const sides = coalitions(utility, weight, first, second);
      auto const both = sides.first + sides.second;
      chance[first.value] += std::log(sides.first / both);
      chance[second.value] += std::log(sides.second / both);
    }
  }
  auto const best = *std::ranges::max_element(chance);
  auto sum = 0.0;
  for (auto& p : chance) {
    p = std::exp(p - best);
    sum += p;
  }
  for (auto& p : chance) {
    p /= sum;
  }
  return chance;
}

}  // namespace chorsu
