#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/base/grid.h"
#include "chorsu/base/id.h"

namespace chorsu {

/// An actor whose level of engagement is followed.
using LadderActorId = Id<struct LadderActorTag, std::uint16_t>;

/// Levels run from 0 (none) to 7 (recognition); 6 is an exchange of ambassadors.
inline constexpr auto kRecognitionLevel = 7;
inline constexpr auto kLastQuietLevel = 6;  ///< the last that a move without recognition reaches
inline constexpr auto kRecognitionStartsAt = 4;  ///< recognition comes from this level or above
inline constexpr auto kListedBindsAt = 4;        ///< a listing holds back from this level on
inline constexpr auto kLevelCount = 8;

/// Months since year 0, so that differences count months.
int month_of(Date date);

/// First day of a month.
Date first_day_of(int month);

/// What the hazards of the ladder are made of, one number each. Names in files: to_string.
enum class Coefficient : std::uint8_t {
  kBase01,           ///< intercept at levels 0 and 1, logit a month
  kBase23,           ///< at 2 and 3
  kBase45,           ///< at 4 and 5
  kRecognition,      ///< of recognition, from levels 4 to 6, gate shut
  kRights,           ///< per unit of the weight of human rights, 0 to 1
  kPayoff,           ///< per asinh(10 million US$ a year); never negative
  kIskp,             ///< per unit of exposure to ISIS-K
  kTtp,              ///< per unit of harm by the TTP
  kListed,           ///< while the actor lists the Taliban, from level 4 on
  kFirstMover,       ///< cost of moving before any peer; never negative
  kFirstMoverDecay,  ///< how fast it falls with the share of peers above; positive
  kGate,             ///< what an open gate adds to recognition; never negative
  kResists,          ///< the actor hosts the Taliban's opponents
  kRecent,           ///< just after an own move, fading
  kSpread,           ///< standard deviation of the actors' own effects; positive
  kFall,             ///< intercept of a move down, logit a month
  kFallConflict,     ///< after fighting
  kFallTtp,          ///< per unit of harm by the TTP
  kFallSanction,     ///< after a sanction
  kDelist,           ///< intercept of delisting, logit a month
  kDelistPayoff,     ///< per asinh(10 million US$ a year)
  kDelistIskp,       ///< per unit of exposure to ISIS-K
  kDelistPeers,      ///< per share of peers that have delisted
  kReporting         ///< share of moves that thin coverage shows, 0 to 1
};
inline constexpr auto kCoefficients = std::size_t{24};

std::string_view to_string(Coefficient coefficient);

/// How far a move goes: a tree of two shares, so that a jump that the top cuts short still tells
/// what it can.
struct JumpShares {
  double one{1.0};       ///< share of moves up by a single level
  double two_of_more{};  ///< of the others, the share by two levels; the rest by three or more
};

/// Chance that a move from `from` without recognition ends at `to`. Three or more: each
/// reachable level alike. What would pass level 6 stops there.
double jump_share(JumpShares const& shares, int from, int to);

/// One set of numbers of the model.
struct LadderParameters {
  double operator[](Coefficient c) const { return values.at(static_cast<std::size_t>(c)); }
  double& operator[](Coefficient c) { return values.at(static_cast<std::size_t>(c)); }

  std::array<double, kCoefficients> values{};
  Column<LadderActorId, double> actor_effect;
  JumpShares jumps;
};

/// Which of the terms that the data do not bear are switched on.
struct LadderTerms {
  bool peers{false};  ///< the cost of moving first
  bool gate{false};   ///< "waits for China or the Gulf"
  friend bool operator==(LadderTerms, LadderTerms) = default;
};

enum class GateMode : std::uint8_t { kOneRecognises, kAllRecognise };

/// Fixed numbers of the model, each a row of a package.
struct LadderSettings {
  double recent_months{6.0};  ///< by which the effect of an own move falls to 1/e
  int conflict_months{12};    ///< for which fighting counts
  int sanction_months{12};    ///< for which a sanction counts
  double payoff_unit{10.0};   ///< million US$ a year
  double pull{0.0};           ///< of bargaining, log odds a level
  GateMode gate_mode{GateMode::kOneRecognises};
};

/// The actors as the model sees them.
struct LadderActors {
  std::size_t size() const { return id.size(); }

  Column<LadderActorId, std::string> id;
  Column<LadderActorId, std::string> name;
  Column<LadderActorId, double> rights;                    ///< 0 to 1
  Column<LadderActorId, double> iskp;                      ///< 0 to 1
  Column<LadderActorId, double> resists;                   ///< 0 or 1
  Column<LadderActorId, std::vector<LadderActorId>> gate;  ///< whom it waits for; empty: nobody
  Grid<LadderActorId, LadderActorId, double> peer_weight;  ///< rows add up to 1
};

/// The first actor of that id; none when there is none.
LadderActorId find_actor(LadderActors const& actors, std::string_view id);

/// Harm by armed groups as the ladder feels it, by actor and month, counted from `first_month`.
/// ISIS-K adds to LadderActors::iskp. Empty: zero, as long as no other room gives series.
struct LadderThreat {
  double iskp_at(LadderActorId actor, int month) const;
  double ttp_at(LadderActorId actor, int month) const;

  int first_month{0};
  Column<LadderActorId, std::vector<double>> iskp;
  Column<LadderActorId, std::vector<double>> ttp;
};

/// One access flag: open while the actor stands at the level or above.
struct AccessFlag {
  LadderActorId actor;
  int level{0};
};

/// What access is worth to every actor, in million US$ a year: finite differences of assignments,
/// made before and looked up in a history. The sum of what an actor's own levels are worth while
/// the others stand as they do today, and of a table for every set of open flags, for what levels
/// of several make together. Either may be empty; both: nothing is worth anything.
struct PayoffTable {
  /// Worth of the actor's next level, given the flags that are open now.
  double gain(LadderActorId actor, int level, std::uint32_t open) const;
  bool empty() const { return step.size() == 0U && worth.size() == 0U; }

  /// By level: what it is worth over the level below.
  Column<LadderActorId, std::array<double, kLevelCount>> step{};
  std::vector<AccessFlag> flags{};                     ///< at most 12
  Column<LadderActorId, std::vector<double>> worth{};  ///< by set of open flags, 2^flags each
};

/// Levels that actors are drawn to, as bargaining ends: what it adds to the log odds of a move up
/// is `strength` for each level that the end lies above, and less where it lies below.
struct LadderPull {
  double at(LadderActorId actor, int level) const;

  double strength{0.0};  ///< log odds a level
  /// Level, with fractions, at which bargaining ends; below 0: nothing draws the actor.
  Column<LadderActorId, double> target{};
};

/// The flags that levels open.
std::uint32_t open_flags(PayoffTable const& payoff, Column<LadderActorId, int> const& level);

/// All that holds for every set of parameters.
struct LadderModel {
  LadderActors actors;
  LadderTerms terms;
  LadderSettings settings;
  LadderThreat threat;
  PayoffTable payoff;
  LadderPull pull{};
};

/// Weighted share of peers that stand above an actor, 0 to 1.
double peers_above(LadderActors const& actors,
                   Column<LadderActorId, int> const& level,
                   LadderActorId actor);

/// False while the actor waits for another's recognition. Open for who waits for nobody.
bool gate_open(LadderModel const& model,
               Column<LadderActorId, int> const& level,
               LadderActorId actor);

/// Intercept of a move up without recognition from a level of 0 to 5.
Coefficient base_of(int level);

}  // namespace chorsu
