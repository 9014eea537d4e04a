#pragma once

#include <limits>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/evidence/replay.h"
#include "chorsu/evidence/strain.h"
#include "chorsu/network/project.h"
#include "chorsu/network/supernetwork.h"
#include "chorsu/world/level_rule.h"
#include "chorsu/world/strain_effect.h"

namespace chorsu {

struct Evidence;

/// A dated fact about a link or node that overrides its structural status.
struct StatusEvents {
  struct Row {
    std::string id;
    LinkId link{};  ///< one of link and node is set
    NodeId node{};
    Date from{};
    bool has_until{false};  ///< else still so at the last look
    Date until{};
    Status status{Status::kSuspended};
    FactId fact{};
  };
  std::vector<Row> rows;
};

/// How a structural status turns into open or shut on a date (status_rule.csv).
enum class Opening : std::uint8_t { kAlways, kExpectedYear, kLever, kEvidenceOrLever };

struct StatusRules {
  Opening operational{Opening::kAlways};
  Opening under_construction{Opening::kExpectedYear};
  Opening planned{Opening::kLever};
  Opening suspended{Opening::kEvidenceOrLever};
};

enum class LeverKind : std::uint8_t {
  kOpen,
  kClose,
  kCapacity,
  kTariff,
  kBorder,
  kFee,
  kSpeed,
  kStrain,
  kStance
};

/// One dated change of a scenario, its target resolved.
struct Lever {
  LeverKind kind{LeverKind::kOpen};
  Date date{};
  std::vector<LinkId> links;
  std::vector<NodeId> nodes;
  std::vector<ProjectId> projects;
  std::vector<StrainSetting> strains{};              ///< what it sets of strains
  StateId state{};                                   ///< tariff: whose
  Mode mode{Mode::kOther};                           ///< tariff: of which mode; kOther = all
  ActorId actor{};                                   ///< stance: whose
  StandingMeasure measure{StandingMeasure::kLevel};  ///< stance: of what
  /// Capacity [t/yr per direction]; a factor on tariff, hours, fee, speed; a level, or 1 for a
  /// listing or sanction in force and 0 for none.
  double value{1.0};
  bool is_factor{true};  ///< capacity: factor instead of t/yr
};

enum class Reason : std::uint8_t {
  kOpen,
  kNotFreight,
  kUnderConstruction,
  kPlanned,
  kSuspended,
  kEvidence,
  kLever,
  kNodeShut
};

struct TariffFactor {
  StateId state;
  Mode mode;
  double factor;
};

inline constexpr auto kNoLever = std::numeric_limits<std::uint32_t>::max();

/// Why a value in force on a date is not the one that the network or the price tables state: a row
/// of the package or a lever of the scenario. Of one value the causes apply in their order.
struct Cause {
  EffectParameter parameter{EffectParameter::kCapacity};
  LinkId link{};            ///< speed, headway, border hours and fees
  StateId state{};          ///< tariff
  Mode mode{Mode::kOther};  ///< tariff; kOther = all
  FacilityId facility{};    ///< capacity
  EffectOperator op{EffectOperator::kMultiply};
  double value{1.0};
  FactId fact{};                  ///< row of project_effect.csv, else none
  std::uint32_t lever{kNoLever};  ///< place among the levers, else kNoLever
};

/// What is true on a date: which links are open, what they can carry and at what conditions.
struct World {
  Date date{};
  Column<LinkId, std::uint8_t> open;
  Column<LinkId, Reason> reason;
  Column<FacilityId, double> capacity;  ///< t/yr
  Column<LinkId, double> speed_factor;
  Column<LinkId, double> headway_factor;
  Column<LinkId, double> border_time_factor;
  Column<LinkId, double> border_fee_factor;
  std::vector<TariffFactor> tariffs;
  /// Effects for some goods only, in force on the date: indices into `conditional_effects`.
  std::vector<std::uint8_t> conditional;
  std::vector<ProjectId> opened;  ///< projects opened by a lever, with what they need
  std::vector<Cause> causes;      ///< of the factors and capacities above
  /// Level of engagement and listings of every actor, by replay of their steps.
  Standings standings{};
  /// What presses on relations; empty where the package has no strains.
  Column<StrainId, StrainReading> strains{};
  Column<ActorId, Stance> stances{};  ///< the same in short, after the levers
  std::vector<ClassBar> bars{};       ///< goods that may not cross a border
};

/// Effects that hold for some relations only, in package order.
std::vector<Effect> conditional_effects(Projects const& projects);

struct WorldInputs {
  Network const& network;
  Projects const& projects;
  Supernetwork const& supernetwork;
  StatusEvents const& events;
  StatusRules const& rules;
  Evidence const* evidence{nullptr};                         ///< none: nobody stands anywhere
  std::vector<StrainEffect> const* strain_effects{nullptr};  ///< none: strains do nothing
  LevelRules const* level_rules{nullptr};  ///< none: where actors stand changes no border
};

/// Projects that opening `projects` opens: themselves, what they need and their parts, recursively.
std::vector<ProjectId> with_needs(Projects const& all, std::vector<ProjectId> const& projects);

/// Pairs among `projects` of which one excludes the other; empty when they can coexist.
std::vector<std::pair<ProjectId, ProjectId>> conflicts(Projects const& all,
                                                       std::vector<ProjectId> const& projects);

/// The world on `date` after the levers dated at or before it.
World world_on(WorldInputs const& inputs, Date date, std::vector<Lever> const& levers);

}  // namespace chorsu
