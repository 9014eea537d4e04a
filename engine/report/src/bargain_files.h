#pragma once

#include <string>

#include "chorsu/decisions/bargaining.h"

namespace chorsu {

/// What the files of a negotiation are made from.
struct BargainInput {
  BargainActors const& actors;
  Bargain const& bargain;
};

/// turn,actor,dimension,position,win_probability
std::string positions_csv(BargainInput const& input);

/// turn,from,to,win_probability,expected_gain,dimension,from_moves_to,to_moves_to,from_takes_it,
/// to_takes_it
std::string challenges_csv(BargainInput const& input);

/// One page that asks for nothing else: lines by turn, and tables.
std::string bargain_html(BargainInput const& input);

/// Charts of it: every actor's position in a dimension, and its chance to win, over the turns.
std::string position_chart(BargainInput const& input, DimensionId dimension);
std::string chance_chart(BargainInput const& input);

}  // namespace chorsu
