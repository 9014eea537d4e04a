#pragma once

#include <cmath>

#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu {

inline constexpr auto kClimbSlot = static_cast<std::size_t>(HazardKind::kClimb);
inline constexpr auto kRecogniseSlot = static_cast<std::size_t>(HazardKind::kRecognise);
inline constexpr auto kFallSlot = static_cast<std::size_t>(HazardKind::kFall);
inline constexpr auto kDelistSlot = static_cast<std::size_t>(HazardKind::kDelist);

/// Rate a month whose chance to strike within a month has these log odds: -ln(1 - h).
inline double rate(double log_odds) {
  return log_odds > 30.0 ? log_odds : std::log1p(std::exp(log_odds));
}

inline std::size_t slot_at(LadderActorId actor, int level, bool listed) {
  return (std::size_t{actor.value} * kLevelCount + static_cast<std::size_t>(level)) * 2U +
         (listed ? 1U : 0U);
}

/// Where the payoffs of an actor at a level begin.
inline std::size_t payoff_row(LadderTables const& tables, LadderActorId actor, int level) {
  return (std::size_t{actor.value} * kLevelCount + static_cast<std::size_t>(level))
         << tables.model->payoff.flags.size();
}

}  // namespace chorsu
