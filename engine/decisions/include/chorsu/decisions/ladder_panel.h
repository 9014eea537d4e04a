#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/decisions/ladder.h"

namespace chorsu {

/// A dated change of an actor's level.
struct LadderMove {
  LadderActorId actor;
  Date date;
  int to{0};
};

/// The actor puts the Taliban on its list of terrorists, or takes them off.
struct ListingChange {
  LadderActorId actor;
  Date date;
  bool listed{false};
};

/// Something that happened to an actor: fighting, a sanction.
struct LadderMark {
  LadderActorId actor;
  Date date;
};

/// What is known of the actors' moves. Every list in order of its dates.
struct LadderHistory {
  Date start;                              ///< of the first levels
  Column<LadderActorId, int> first_level;  ///< on that day
  std::vector<LadderMove> moves;
  std::vector<ListingChange> listings;
  std::vector<LadderMark> conflicts;
  std::vector<LadderMark> sanctions;
  Date thin_from;  ///< from this day on a move may have escaped notice
};

/// Month of something that never was.
inline constexpr auto kNever = -1;

/// Where every actor stands at the start of a month, all earlier months told.
struct LadderState {
  int month{0};
  Column<LadderActorId, int> level{};
  Column<LadderActorId, char> listed{};
  Column<LadderActorId, char> delisted{};      ///< listed once and no more
  Column<LadderActorId, int> last_move{};      ///< month, or kNever
  Column<LadderActorId, int> last_conflict{};  ///< month, or kNever
  Column<LadderActorId, int> last_sanction{};  ///< month, or kNever
};

LadderState state_at(LadderHistory const& history, int month);

enum class HazardKind : std::uint8_t { kClimb, kRecognise, kFall, kDelist };

/// Coefficients of the features of a hazard, in the order of Trial::x.
std::span<Coefficient const> features_of(HazardKind kind);
inline constexpr auto kMostFeatures = std::size_t{7};

/// Actor-months alike in all that a hazard depends on: how many, and in how many it struck.
struct Trial {
  HazardKind kind{HazardKind::kClimb};
  Coefficient base{Coefficient::kBase01};
  LadderActorId actor{};  ///< none where the hazard has no effect of the actor's own
  bool thin{false};       ///< under thin coverage: a move shows with the share kReporting
  bool open{true};        ///< of the gate; recognition only
  double peers{0.0};      ///< weighted share above, for the cost of moving first
  double pull{0.0};       ///< of bargaining, in log odds; moves up only
  std::array<double, kMostFeatures> x{};
  double months{1.0};
  double moves{0.0};
};

/// Moves up by how far they went, as far as the top lets one see it.
struct JumpCounts {
  double one{0.0};
  double more{0.0};
  double two{0.0};    ///< of those by more
  double three{0.0};  ///< by three or more, of those by more
};

/// What the likelihood is computed from.
struct LadderPanel {
  std::size_t actors{0U};
  LadderTerms terms{};
  std::vector<Trial> trials{};
  JumpCounts jumps{};
};

/// The trials that an actor faces in a month, in the order in which they are held: recognition,
/// a climb, a fall; and delisting, which stands beside them.
struct Trials {
  std::array<Trial, 4> of;
  std::array<bool, 4> held{};
};
Trials trials_of(LadderModel const& model, LadderState const& state, LadderActorId actor);

/// Actor-months after the month of the start up to and with `last`, with what happened in them.
/// A month's moves of an actor count as one, from its first day's level to the next month's. A
/// trial that a month's earlier trial decided is not held. Months alike are merged.
LadderPanel panel_of(LadderModel const& model, LadderHistory const& history, int last);

/// The history as known on a day, from its events and the days from which each was known.
struct KnownEvents {
  LadderHistory history;
  std::vector<Date> moves_known;  ///< day from which each move was known
  std::vector<Date> listings_known;
  std::vector<Date> conflicts_known;
  std::vector<Date> sanctions_known;
};
LadderHistory known_on(KnownEvents const& events, Date day);

}  // namespace chorsu
