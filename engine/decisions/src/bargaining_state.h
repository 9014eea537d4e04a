#pragma once

#include <span>

#include "chorsu/decisions/bargaining.h"

namespace chorsu {

using ActorPairs = Grid<BargainActorId, BargainActorId, double>;
using ActorDimensions = Grid<BargainActorId, DimensionId, double>;

/// What no turn changes, in KTAB's units: shares of 1.
struct Bargainers {
  ActorDimensions salience;
  Column<BargainActorId, double> attention{};   ///< salience over all dimensions
  Column<BargainActorId, double> capability{};  ///< its mean is 100: ratios alone count
};

/// Where everybody stands, and how far that is for whom.
struct Standing {
  ActorDimensions position;               ///< 0 to 1
  ActorPairs distance;                    ///< from the row's actor, as it weighs the dimensions
  Column<BargainActorId, double> risk{};  ///< attitude to risk
};

Bargainers bargainers_of(BargainActors const& actors);

/// `position` runs 0 to 100.
Standing stand(Bargainers const& bargainers, ActorDimensions const& position);

/// Of two places from 0 to 1, as the actor weighs the dimensions; from 0 to 1.
double distance_for(Bargainers const& bargainers,
                    BargainActorId actor,
                    std::span<double const> from,
                    std::span<double const> to);

/// Euclidean, every dimension alike.
double plain_distance(std::span<double const> from, std::span<double const> to);

/// What a place at a distance is worth to an actor with an attitude to risk: 1 at its own, 0 at 1.
double utility(double distance, double risk);

/// What every actor's position is worth to every actor, by its own attitude to risk.
ActorPairs true_utilities(Standing const& standing);

/// The chance of every actor's position in a vote; those within 0.1 of 100 points of each other
/// count once, and each of their actors shows their chance.
Column<BargainActorId, double> win_probabilities(Bargainers const& bargainers,
                                                 Standing const& standing);

/// The bargains that actors propose.
Challenges challenges_of(Bargainers const& bargainers, Standing const& standing);

/// The votes over them, in `ballot` and `taken` of a turn that has its challenges.
void vote_on_bargains(Bargainers const& bargainers, Standing const& standing, BargainTurn& turn);

}  // namespace chorsu
