#pragma once

#include <vector>

#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// Followed actors whose level changes a border: those that have payoffs.
std::vector<ActorId> payoff_actors(Region const& region);

/// What each level from which a rule holds is worth to the actor over the one below: the change of
/// its state's account (transit revenue and its traders' surplus, million US$ a year) between years
/// solved with the actor at either level and all else as on `date`. One solve a level, warm from
/// the year as it is; both sides choose from the same routes (`simulate`). Other levels are worth
/// nothing over those below and have no row.
std::vector<LevelPayoff> payoffs_of(Model const& model,
                                    ActorId actor,
                                    Date date,
                                    LogitSettings const& settings);

/// Trade cost of all states in the year of `date` as it is, million US$ a year.
double trade_cost_on(Model const& model, Date date, LogitSettings const& settings);

/// Share by which a year's trade cost may differ before payoffs made in it are out of date.
inline constexpr auto kPayoffDrift = 0.02;

/// Whether payoffs were made of another year than one with this trade cost.
bool is_out_of_date(LevelPayoffs const& payoffs, double trade_cost);

}  // namespace chorsu
