#pragma once

#include <string>
#include <vector>

#include "trace_units.h"

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

/// Priced rows of both futures, each once, largest first.
std::vector<TraceRow> price_rows(Tracing const& t,
                                 RowShares const& without,
                                 RowShares const& with,
                                 Basis basis = Basis::kYear);

/// The same, `most` of them and one sum.
std::vector<TraceRow> price_rows(Tracing const& t,
                                 RowShares const& without,
                                 RowShares const& with,
                                 Basis basis,
                                 std::size_t most);

/// Links and nodes of both futures, largest first and all others in one, with their priced rows.
std::vector<TracePlace> price_places(Tracing const& t,
                                     PlaceShares const& without,
                                     PlaceShares const& with,
                                     Basis basis = Basis::kYear);

/// Puts the largest first, and one sum for those past the number that is wanted.
void cut_off(Tracing const& t, std::vector<TraceRow>& rows);

/// A cell of the package, without what it gives.
TraceRow package_row(std::string name, Measure const& measure, char const* column);

/// Lanes of both futures, each as the trade rows that feed it, largest first.
std::vector<TraceRow> lane_rows(Tracing const& t,
                                LaneShares const& without,
                                LaneShares const& with,
                                std::string const& unit);

/// The rows that a lane's tonnes come from.
std::vector<LaneRow> rows_behind(Tracing const& t, LaneId lane);

/// A facility's capacity, which bears on a figure.
TraceRow capacity_row(Tracing const& t, FacilityId facility, char const* bears);

/// A capacity that is full in either future, as a row that bears on a figure without adding to it.
TraceRow full_row(Tracing const& t, FacilityId facility);

}  // namespace chorsu
