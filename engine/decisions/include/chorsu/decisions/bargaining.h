#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/grid.h"
#include "chorsu/base/id.h"

namespace chorsu {

using BargainActorId = Id<struct BargainActorTag, std::uint16_t>;
using DimensionId = Id<struct DimensionTag, std::uint16_t>;
using ChallengeId = Id<struct ChallengeTag>;

/// Who takes part in a collective decision, and what each of them wants.
struct BargainActors {
  std::string title;
  Column<BargainActorId, std::string> name;
  Column<BargainActorId, double> capability;  ///< weight in contests, above 0; only ratios count
  Column<DimensionId, std::string> dimension;
  Grid<BargainActorId, DimensionId, double> position;  ///< 0 to 100
  /// How much of an actor's attention the dimension has, 0 to 100; its sum over the dimensions is
  /// from 0.01 to 100.
  Grid<BargainActorId, DimensionId, double> salience;
};

/// When a negotiation ends: at the first turn, at least `least_turns`, in which positions move
/// together by less than `quiet_share` of what they moved in the first; or at `most_turns`.
struct BargainOptions {
  double quiet_share{0.02};
  std::size_t least_turns{2};
  std::size_t most_turns{100};
};

/// What actors propose to each other in a turn: an actor challenges the one from whom it expects to
/// gain most, if anything.
struct Challenges {
  Column<ChallengeId, BargainActorId> from;
  Column<ChallengeId, BargainActorId> to;
  Column<ChallengeId, double> win_probability;  ///< of `from` against `to`, as `from` sees it
  Column<ChallengeId, double> expected_gain;    ///< in utility, as `from` sees it; above 0
  Grid<ChallengeId, DimensionId, double> from_moves_to;  ///< what the bargain asks, 0 to 100
  Grid<ChallengeId, DimensionId, double> to_moves_to;
};

/// One thing an actor could do at the end of a turn, and how likely it wins among all actors.
struct BallotOption {
  ChallengeId bargain;  ///< none: it stays where it is
  double probability{0.0};
};

/// A state of the negotiation and what is done in it. The last turn has no challenges.
struct BargainTurn {
  Grid<BargainActorId, DimensionId, double> position;  ///< 0 to 100
  /// Chance that an actor's position wins a vote over all positions; actors who stand (nearly) in
  /// one place have one chance together, each shows all of it.
  Column<BargainActorId, double> win_probability;
  Column<BargainActorId, double> risk;  ///< attitude to risk, -0.5 (averse) to 1 (seeking)
  Challenges challenges;
  Rows<BargainActorId, BallotOption> ballot;  ///< by actor; empty where it is in no bargain
  Column<BargainActorId, ChallengeId> taken;  ///< the bargain it keeps; none: it stays
};

/// The turns of a negotiation, the first is how it begins.
struct Bargain {
  std::vector<BargainTurn> turns;
  bool settled{false};  ///< it ended by itself, not at `most_turns`
};

/// Plays a negotiation among at least two actors in at least one dimension.
///
/// A spatial model of politics: Bueno de Mesquita's expected utility model (The War Trap, 1981;
/// "The Decision Making Model", 1994) as KTAB's SMP computes it with its default options (Wise,
/// Lester and Efird, KAPSARC 2015): linear voting, proportional victory, conditional Condorcet
/// election, one third of others' risk attitude, half-committed third parties. Draws no random
/// number; ties go to the lowest index. Equations: docs/methods/bargaining.md.
Bargain negotiate(BargainActors const& actors, BargainOptions const& options = {});

/// The mean position in every dimension, weighed by capability times salience: what a compromise in
/// proportion would be (Achen 2006, in Thomson et al., "The European Union Decides"), the baseline
/// for any such model. NaN where nobody cares for a dimension.
Column<DimensionId, double> compromise(BargainActors const& actors, BargainTurn const& turn);

/// The ladder of engagement ends at recognition, its level 7.
inline constexpr auto kLadderTop = 7.0;

/// What a ladder may be pulled towards: end positions on the question "how far to go", 0 to 100, as
/// levels of engagement, top x position / 100. Not rounded: most fall between two levels.
Column<BargainActorId, double> level_pull(Bargain const& bargain,
                                          DimensionId dimension,
                                          double top = kLadderTop);

}  // namespace chorsu
