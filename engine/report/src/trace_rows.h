#pragma once

#include <string>
#include <vector>

#include "chorsu/accounts/breakdown.h"
#include "chorsu/report/trace.h"

namespace chorsu {

/// What turns breakdowns into rows that can be read.
struct Tracing {
  Model const& model;
  Comparison const& comparison;
  Column<FactId, std::string> names;
  Rows<LaneId, LanePart> parts;
  std::size_t most;

  Region const& region() const { return *model.region; }
};

Tracing tracing(Model const& model, Comparison const& comparison, std::size_t most);

/// What a row is about; empty where it has no name.
std::string name_of(Tracing const& t, FactId fact);

std::string lane_name(Tracing const& t, LaneId lane);

/// Rows in money of both futures, largest first.
std::vector<TraceRow> price_rows(Tracing const& t, RowShares const& without, RowShares const& with);

/// Lanes of both futures, each as the trade rows that feed it, largest first.
std::vector<TraceRow> lane_rows(Tracing const& t,
                                LaneShares const& without,
                                LaneShares const& with,
                                std::string const& unit);

/// The rows that a lane's tonnes come from.
std::vector<LaneRow> rows_behind(Tracing const& t, LaneId lane);

/// A capacity that is full in either future, as a row that bears on a figure without adding to it.
TraceRow full_row(Tracing const& t, FacilityId facility);

}  // namespace chorsu
