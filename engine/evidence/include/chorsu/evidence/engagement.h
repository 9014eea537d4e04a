#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/base/id.h"
#include "chorsu/evidence/days.h"
#include "chorsu/evidence/fact.h"

namespace chorsu {

using ActorId = Id<struct ActorTag, std::uint16_t>;
using EngagementEventId = Id<struct EngagementEventTag>;
using DesignationId = Id<struct DesignationTag>;
using CovariateId = Id<struct CovariateTag, std::uint16_t>;

/// Rungs of the ladder of engagement: 0 none, 1 contact, 2 presence, 3 staff accepted, 4 charge
/// d'affaires, 5 ambassador one way, 6 ambassadors exchanged, 7 recognition.
using Level = std::uint8_t;
inline constexpr auto kHighestLevel = Level{7};

/// "recognition" and so on; the level is at most kHighestLevel.
char const* level_name(Level);

/// Who deals with the government in Kabul: one row of actor.csv each.
struct Actors {
  Column<ActorId, std::string> id;         ///< ISO3 for a state, "EU", "UN" ...
  Column<ActorId, std::string> name;       ///< English short name
  Column<ActorId, std::uint8_t> followed;  ///< 1: its level is followed; 0: gives context only
  Column<ActorId, std::string> state;      ///< state of the network, empty where it has none
};

/// What the day from which something could be known rests on.
enum class KnownBasis : std::uint8_t {
  kPublication,  ///< a source's day of publication
  kPrecision,    ///< the last day on which it may have happened
  kBaseline      ///< the state of affairs on its own day
};

/// Dated steps towards the government in Kabul and what bears on them: engagement_event.csv.
struct EngagementEvents {
  Column<EngagementEventId, std::string> id;
  Column<EngagementEventId, Days> days;
  Column<EngagementEventId, ActorId> actor;
  Column<EngagementEventId, std::string> counterpart;  ///< "AFG": the Taliban government
  Column<EngagementEventId, std::string> step;         ///< "baseline", "delisted", "conflict" ...
  Column<EngagementEventId, Level> level_before;
  Column<EngagementEventId, Level> level_after;  ///< equal to the former where nothing moves
  Column<EngagementEventId, Date> known_from;
  Column<EngagementEventId, KnownBasis> known_basis;
  Column<EngagementEventId, std::string> statement;
  Column<EngagementEventId, std::string> corrects;        ///< id of the row it replaces, or empty
  Column<EngagementEventId, std::vector<SourceId>> also;  ///< sources beside that of the fact
  Column<EngagementEventId, FactId> fact;
};

enum class Designation : std::uint8_t {
  kUnknown,    ///< not established
  kNoneKnown,  ///< no listing found
  kListed,
  kDelisted,
  kBanSuspended,
  kSanctioned,
  kRewardsLifted,
  kStateSponsorWrongfulDetention
};

/// "ban_suspended" and so on, as the package writes it.
char const* designation_name(Designation);

/// Listings as terrorists and sanctions: designation.csv. What a row says holds from its day on,
/// until the next row of the same actor and entity.
struct Designations {
  Column<DesignationId, std::string> id;
  Column<DesignationId, ActorId> actor;
  Column<DesignationId, std::string> entity;  ///< who is listed
  Column<DesignationId, Designation> designation;
  Column<DesignationId, std::optional<Days>> days;        ///< none: held at every look
  Column<DesignationId, std::optional<Date>> known_from;  ///< none: as above
  Column<DesignationId, std::vector<SourceId>> also;
  Column<DesignationId, FactId> fact;
};

enum class Bloc : std::uint8_t { kNone, kRussia, kChina, kWest };

inline constexpr auto kFirstTradeYear = 2021;
inline constexpr auto kTradeYears = std::size_t{5};

/// What may explain the steps of an actor: actor_covariate.csv. Scores lie in 0..1. Only columns
/// whose name ends in 2021 (and borders, ties and blocs, which do not move) could be known in
/// August 2021; the others are hindsight and not for forecasts of the past.
struct Covariates {
  Column<CovariateId, ActorId> actor;
  Column<CovariateId, std::uint8_t> borders_afghanistan;
  Column<CovariateId, double> border;  ///< [km]
  /// Trade with Afghanistan, both directions [million US$], from kFirstTradeYear on.
  Column<CovariateId, std::array<std::optional<double>, kTradeYears>> trade;
  Column<CovariateId, SourceId> trade_source;
  Column<CovariateId, double> trans_afghan_dependence;  ///< hindsight
  Column<CovariateId, double> isisk_exposure_2021;
  Column<CovariateId, double> isisk_exposure_now;  ///< hindsight
  Column<CovariateId, double> ttp_exposure_now;    ///< hindsight
  Column<CovariateId, double> hr_conditionality_2021;
  Column<CovariateId, double> hr_conditionality_now;  ///< hindsight
  Column<CovariateId, Bloc> bloc;
  Column<CovariateId, double> ties_russia;
  Column<CovariateId, double> ties_china;
  Column<CovariateId, double> ties_us_west;
  Column<CovariateId, double> ties_gulf;
  Column<CovariateId, std::vector<ActorId>> peers_followed;
  Column<CovariateId, std::vector<std::string>> memberships;
  Column<CovariateId, std::optional<bool>> terror_listed_2021;  ///< none: not established
  Column<CovariateId, std::optional<bool>> terror_listed_now;
  Column<CovariateId, Level> level_2021;
  Column<CovariateId, Level> level_now;               ///< at the last look
  Column<CovariateId, std::uint8_t> resists_taliban;  ///< hindsight
  Column<CovariateId, FactId> fact;
};

}  // namespace chorsu
