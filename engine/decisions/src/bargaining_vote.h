#pragma once

#include <vector>

#include "chorsu/decisions/bargaining.h"

namespace chorsu {

using VoteOptionId = Id<struct VoteOptionTag, std::uint16_t>;
using VoterUtilities = Grid<BargainActorId, VoteOptionId, double>;

/// Probabilistic Condorcet election: the chance that an option beats every other, given that one
/// does. Voters back the option they prefer with their weight times the utility at stake.
std::vector<double> condorcet(VoterUtilities const& utility,
                              Column<BargainActorId, double> const& weight);

}  // namespace chorsu
