#pragma once

#include <vector>

#include "trace_rows.h"

namespace chorsu {

/// One future's breakdowns.
struct Broken {
  MoneyBreakdown money;
  LaneBreakdown lanes;
};

/// What is traced, and where the traces go.
struct TraceWork {
  Tracing const& t;
  TraceInput const& in;
  Broken const& without;
  Broken const& with;
  std::vector<FigureTrace>& figures;

  Network const& network() const { return t.region().network; }
};

// One section of the report each.
void trace_states(TraceWork const& w);
void trace_places(TraceWork const& w);  ///< corridors, crossings, links
void trace_facilities(TraceWork const& w);
void trace_facilitation(TraceWork const& w);
void trace_diversions(TraceWork const& w);
void trace_rivals(TraceWork const& w);
void trace_observations(TraceWork const& w);

}  // namespace chorsu
