#pragma once

#include <cstdint>
#include <vector>

#include "chorsu/base/random.h"
#include "chorsu/decisions/ladder_panel.h"

namespace chorsu {

/// A level that an actor is set to at the start of a month, whatever its hazards say.
struct LadderForce {
  int month{0};
  LadderActorId actor;
  int level{0};
};

/// What is played: from a state on, for some months, with levels set on the way (in order of their
/// months).
struct LadderFuture {
  LadderState start;
  double months{0.0};
  std::vector<LadderForce> forces{};
  Column<LadderActorId, char> barred{};  ///< 1: its law does not let it delist; empty: nobody
};

/// What happened in a history: months since the start, and the level then reached.
struct LadderEvent {
  double month{0.0};
  LadderActorId actor;
  HazardKind kind{HazardKind::kClimb};
  int level{0};
  bool forced{false};
};

/// Log odds a month of an actor at a level, without what changes inside a history, and the rates
/// that what changes can raise them to.
struct LadderSlot {
  std::array<double, 4> log_odds{};  ///< by HazardKind
  std::array<double, 4> bound{};     ///< a month; 0 where the hazard cannot strike
  double total{0.0};
};

/// One set of parameters, tabulated for many histories of one future.
struct LadderTables {
  LadderModel const* model{nullptr};
  LadderParameters parameters;
  std::size_t actors{0U};
  int first_month{0};
  std::vector<LadderSlot> slots;  ///< by actor, level and listing
  std::vector<double> recent;     ///< effect of an own move by months since
  std::vector<double> payoff;     ///< asinh, by actor, level and set of open flags; or empty
  std::vector<std::array<double, kLevelCount>> jump_up_to;  ///< by level: cumulative shares
};

LadderTables tables_of(LadderModel const& model,
                       LadderParameters const& parameters,
                       LadderFuture const& future);

/// Room for a history, to be used again for the next.
struct LadderScratch {
  std::vector<double> next;          ///< time of each actor's next candidate
  std::vector<std::uint32_t> drawn;  ///< blocks of random words used, by actor
  Column<LadderActorId, int> level;  ///< now
  Column<LadderActorId, int> at_start_of_month;
  Column<LadderActorId, char> listed;
  Column<LadderActorId, char> delisted;  ///< at the start of the month
  Column<LadderActorId, int> last_move;
  std::uint32_t open{0U};  ///< flags at the start of the month
};

/// Plays one history in continuous time by thinning: a hazard h of a month strikes at the rate
/// -ln(1 - h); peers, the gate and payoffs count as they stood when the month began. Every actor
/// has its own random numbers (key.entity is overwritten), so that two futures of one key differ
/// only by what differs in them. The events come in order of their time.
void play(LadderTables const& tables,
          LadderFuture const& future,
          RandomKey const& key,
          LadderScratch& scratch,
          std::vector<LadderEvent>& events);

}  // namespace chorsu
