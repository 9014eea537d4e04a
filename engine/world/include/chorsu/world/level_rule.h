#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/engagement.h"
#include "chorsu/evidence/replay.h"
#include "chorsu/network/network.h"

namespace chorsu {

/// What of an actor's standing a rule asks for.
enum class StandingMeasure : std::uint8_t { kLevel, kListing, kSanction };

/// What a rule changes at a border.
enum class BorderTerm : std::uint8_t { kHours, kFee, kClasses };

/// Where an actor stands towards the government in Kabul, as far as borders ask.
struct Stance {
  Level level{0};
  bool listed{false};     ///< lists somebody of it as terrorists
  bool sanctions{false};  ///< has it under sanctions
  friend bool operator==(Stance, Stance) = default;
};

/// What a level of engagement, a listing or a sanction changes at the borders between the actor's
/// state and another: level_rule.csv. The hours and fees of crossing.csv were seen while the
/// actors stood as they did on the day `observed`, so a rule counts only where it is met now and
/// was not then (its factor multiplies) or the other way round (it divides). Docs:
/// docs/methods/access.md.
struct LevelRules {
  struct Row {
    std::string id;
    ActorId actor{};  ///< whose standing; none: of every followed actor
    StateId towards{};
    StandingMeasure measure{StandingMeasure::kLevel};
    Level from_level{0};  ///< met from this level on
    BorderTerm term{BorderTerm::kHours};
    std::vector<CommodityId> commodities;  ///< of kClasses
    /// Factor on hours or fee: of a level at most 1, else at least 1; of classes 1, or 0 for a row
    /// that is switched off. Classes of a level cross only where it is met, those of a listing or
    /// a sanction only where it is not.
    Measure value;
  };
  std::vector<Row> rows;
  Date observed{};
};

/// Goods that may not cross at a link, in either direction, and the rule that says so.
struct ClassBar {
  LinkId link;
  CommodityId commodity;
  FactId fact;
};

/// Whether a rule is met by a stance.
bool is_met(LevelRules::Row const& rule, Stance const& stance);

/// Standings in short: an actor lists or sanctions by any designation in force.
Column<ActorId, Stance> stances_of(Standings const& standings, Designations const& designations);

/// Freight links between an actor's state and another; none where they share no border.
std::vector<LinkId> borders_between(Network const& network,
                                    Actors const& actors,
                                    ActorId actor,
                                    StateId other);

}  // namespace chorsu
