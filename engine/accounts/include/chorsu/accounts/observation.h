#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

/// What was counted: tonnes over links, in transit through a state, loaded and discharged at ports,
/// or traded between two partners.
enum class Count : std::uint8_t { kFlow, kTransit, kThroughput, kPair };

/// What an observation is for: parameters are fitted on some rows, judged on others.
enum class ObservationUse : std::uint8_t { kNone, kCalibrate, kValidate };

/// Which goods an observation counts, and where. Empty lists are no limit.
struct CountLimits {
  std::vector<TradeCodeId> exporters;
  std::vector<TradeCodeId> importers;
  std::vector<TradeCodeId> one_end;
  std::vector<TradeCodeId> no_end;
  std::vector<TradeCodeId> ends_here;   ///< one end here and
  std::vector<TradeCodeId> ends_there;  ///< the other there
  std::vector<CommodityId> commodities;
  StateId towards{};          ///< only the direction into this state
  StateId through{};          ///< only goods that pass this state
  std::uint8_t by{0xFFU};     ///< bit per Mode: on land before a leg on water
  std::uint8_t modes{0xFFU};  ///< bit per Mode: of a haul inside the state that is passed
};

/// Tonnes a year that somebody counted.
struct Observations {
  struct Row {
    std::string id;
    std::string entity;
    std::string period;
    Count count{Count::kFlow};
    std::vector<LinkId> links;
    std::vector<NodeId> nodes;
    StateId state{};
    CountLimits limits;
    Measure quantity;  ///< t/yr
    ObservationUse use{ObservationUse::kNone};
    double weight{0.0};  ///< in error measures and in the fit
    std::string group;   ///< rows that share a source or a place
    std::string independence;
    std::optional<double> left_out;  ///< t/yr by a fit without this row
    FactId fact{};
  };
  std::vector<Row> rows;
};

/// The row had no part in building demand or access rules.
bool is_independent(Observations::Row const& row);

/// Tonnes a year that a solved year has where each row counted, in the order of the rows.
std::vector<double> observe(AccountInputs const& inputs, Observations const& observations);

/// The sum of all lanes.
double tonnes_of(LaneShares const& lanes);

/// What every lane adds to them [t/yr].
std::vector<LaneShares> observed_lanes(AccountInputs const& inputs,
                                       Observations const& observations);

}  // namespace chorsu
