#include "chorsu/report/trace.h"

#include <utility>

#include <oneapi/tbb/parallel_invoke.h>

#include "trace_work.h"

namespace chorsu {

namespace {

/// The links and facilities that have figures in the report.
LaneWishes wishes(TraceInput const& in) {
  auto result = LaneWishes{};
  result.links.values.assign(in.model.region->network.links.id.size(), 0U);
  result.facilities.values.assign(in.model.supernetwork.facilities.kind.size(), 0U);
  for (auto const& crossing : in.answers.crossings) {
    result.links[crossing.link] = 1U;
  }
  for (auto const& moved : links_moved(in.comparison, kTracedLinks)) {
    result.links[moved.link] = 1U;
  }
  for (auto const& full : facilities_full(in.answers)) {
    result.facilities[full.facility] = 1U;
  }
  return result;
}

/// Breakdowns of one future, money beside lanes.
Broken break_down(Model const& model, Future const& future, LaneWishes const& wanted) {
  auto const in = account_inputs(model, future);
  auto broken = Broken{};
  tbb::parallel_invoke([&] { broken.money = money_breakdown(in, future.costs); },
                       [&] { broken.lanes = lane_breakdown(in, wanted); });
  return broken;
}

/// Names and rows of the lanes that figures mention.
void add_lanes(Tracing const& t, FigureTraces& traces) {
  auto const count = t.model.demand.lanes.origin.size();
  traces.lane_name.values.resize(count);
  traces.lane_rows.values.resize(count);
  for (auto const& figure : traces.figures) {
    for (auto const& row : figure.rows) {
      if (!row.lane.is_none() && traces.lane_name[row.lane].empty()) {
        traces.lane_name[row.lane] = row.name;
        traces.lane_rows[row.lane] = rows_behind(t, row.lane);
      }
    }
  }
}

}  // namespace

FigureTraces trace_figures(TraceInput const& in, std::size_t most) {
  auto const t = tracing(in.model, in.comparison, most);
  auto const wanted = wishes(in);
  auto without = Broken{};
  auto with = Broken{};
  tbb::parallel_invoke([&] { without = break_down(in.model, in.comparison.baseline, wanted); },
                       [&] { with = break_down(in.model, in.comparison.with_changes, wanted); });
  auto traces = FigureTraces{};
  auto const work = TraceWork{t, in, without, with, traces.figures};
  trace_states(work);
  trace_places(work);
  trace_facilities(work);
  trace_facilitation(work);
  trace_diversions(work);
  trace_rivals(work);
  trace_observations(work);
  std::erase_if(traces.figures, [](auto const& figure) { return figure.rows.empty(); });
  for (auto const& figure : traces.figures) {
    traces.ids.insert(figure.figure);
  }
  add_lanes(t, traces);
  return traces;
}

}  // namespace chorsu
