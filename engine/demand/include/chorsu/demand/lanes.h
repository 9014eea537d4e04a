#pragma once

#include <vector>

#include "chorsu/access/arc_cost.h"
#include "chorsu/demand/trade.h"

namespace chorsu {

using LaneId = Id<struct LaneTag>;

/// One commodity from one zone to another: what wants to move. Sorted by origin, destination,
/// commodity.
struct Lanes {
  Column<LaneId, ZoneId> origin;
  Column<LaneId, ZoneId> destination;
  Column<LaneId, CommodityId> commodity;
  Column<LaneId, UserClassId> user;
  Column<LaneId, double> tonnes;  ///< t/yr in the base year
};

struct FitReport {
  int rounds{0};
  double max_miss{0.0};  ///< largest relative distance of a state total from its known range
};

struct BaseDemand {
  Lanes lanes;
  UserClasses classes;
  FitReport fit;
};

/// Base-year lanes: trade value over value per tonne, freight share, class shares, zone weights,
/// then a biproportional fit (Deming and Stephan 1940) of state totals into their known ranges.
BaseDemand base_demand(TradeInputs const& trade, CostInputs const& costs);

/// What one pair of trade codes puts on a lane, and the rows it comes from. Points into the tables.
struct LanePart {
  TradeTable::Row const* trade;
  ClassShares::Row const* share;
  ZoneWeights::Row const* from;
  ZoneWeights::Row const* to;
  double tonnes{0.0};  ///< t/yr in the base year, before the fit to known totals
};

/// The parts of every lane, one or more.
Rows<LaneId, LanePart> lane_parts(TradeInputs const& trade,
                                  Commodities const& commodities,
                                  Lanes const& lanes);

/// The row that a lane's end grows by; null where there is none.
Growth::Row const* growth_row(Growth const& growth, StateId state, ClassGroupId group);

/// Growth factor of each lane from the base year to `year`, the mean of exporter's and importer's
/// rate; `missing` receives the states without a row (factor 1.0).
struct GrowthFactors {
  Column<LaneId, double> factor;
  std::vector<StateId> missing;
  bool past_last_year{false};  ///< held flat after the last year of the table
};
GrowthFactors growth_factors(Growth const& growth,
                             Network const& network,
                             Commodities const& commodities,
                             Lanes const& lanes,
                             int base_year,
                             int year);

}  // namespace chorsu
