#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "trace_work.h"

namespace chorsu {

namespace {

TraceRow row_of(Tracing const& t, Cause const& cause) {
  auto row = TraceRow{};
  row.name =
      cause.lever == kNoLever ? name_of(t, cause.fact) : t.comparison.scenario.changes[cause.lever];
  row.fact = cause.fact;
  row.lever = cause.lever;
  row.column = "value";
  row.value = cause.value;
  return row;
}

/// The row of `like` among `rows`, added where it is new.
TraceRow& place_of(std::vector<TraceRow>& rows, TraceRow const& like) {
  auto const it = std::find_if(rows.begin(), rows.end(), [&](TraceRow const& row) {
    return row.fact == like.fact && row.lever == like.lever && row.value == like.value;
  });
  return it == rows.end() ? rows.emplace_back(like) : *it;
}

/// A row that gives the whole value, times 1.
void count_once(TraceRow like, double Change::* future, std::vector<TraceRow>& rows) {
  like.unit = "t/yr";
  like.amount_unit = "times";
  auto& row = place_of(rows, like);
  row.amount.*future = 1.0;
  row.contribution.*future = row.value;
}

void scale(TraceRow like, double capacity, double Change::* future, std::vector<TraceRow>& rows) {
  like.unit = "factor";
  like.reading = Reading::kRaises;
  like.amount_unit = "t/yr";
  auto& row = place_of(rows, like);
  row.amount.*future = capacity;
  row.contribution.*future = capacity * (row.value - 1.0);
}

/// The capacity as the package has it, and what changed it, in one future.
void add_causes(Tracing const& t,
                World const& world,
                FacilityId facility,
                double Change::* future,
                std::vector<TraceRow>& rows) {
  auto const& base = t.model.supernetwork.facilities.delay[facility].capacity;
  count_once(package_row(name_of(t, base.fact), base, "capacity"), future, rows);
  auto capacity = base.value;
  for (auto const& cause : world.causes) {
    if (cause.facility != facility) {
      continue;
    }
    if (cause.op == EffectOperator::kMultiply) {
      scale(row_of(t, cause), capacity, future, rows);
      capacity *= cause.value;
      continue;
    }
    if (cause.op == EffectOperator::kSet) {  // nothing of what stood before counts
      for (auto& row : rows) {
        row.amount.*future = 0.0;
        row.contribution.*future = 0.0;
      }
      capacity = 0.0;
    }
    count_once(row_of(t, cause), future, rows);
    capacity += cause.value;
  }
}

std::vector<TraceRow> capacity_rows(TraceWork const& w, FacilityId facility) {
  auto const& c = w.t.comparison;
  auto rows = std::vector<TraceRow>{};
  add_causes(w.t, c.baseline.world, facility, &Change::baseline, rows);
  add_causes(w.t, c.with_changes.world, facility, &Change::scenario, rows);
  cut_off(w.t, rows);
  return rows;
}

double part(double flow, double capacity) {
  return capacity > 0.0 ? flow / capacity : 0.0;
}

std::vector<TraceRow> flow_rows(TraceWork const& w, FacilityAnswer const& f) {
  auto rows = lane_rows(w.t,
                        w.without.lanes.facility_tonnes[f.facility],
                        w.with.lanes.facility_tonnes[f.facility],
                        "t/yr");
  auto capacity = capacity_row(w.t, f.facility, "its capacity");
  capacity.amount = {part(f.flow.baseline, f.capacity.baseline),
                     part(f.flow.scenario, f.capacity.scenario)};
  capacity.amount_unit = "of it filled";
  rows.insert(rows.begin(), std::move(capacity));
  return rows;
}

/// What one more tonne of room is worth has no parts: the capacity is full, and these tonnes pass.
std::vector<TraceRow> scarcity_rows(TraceWork const& w, FacilityAnswer const& f) {
  auto row = capacity_row(w.t, f.facility, "scarcity, it is full");
  row.amount = f.flow;
  row.amount_unit = "t/yr pass";
  row.contribution = f.scarcity;
  return {row};
}

void trace_facility(TraceWork const& w, FacilityAnswer const& f) {
  auto const id = "facilities." + facility_id(w.t.model, f.facility);
  auto const name = facility_name(w.t.model, f.facility);
  w.figures.push_back(
      {id + ".capacity", name + ": capacity", "t/yr", f.capacity, capacity_rows(w, f.facility)});
  w.figures.push_back({id + ".tonnes", name + ": tonnes", "t/yr", f.flow, flow_rows(w, f)});
  w.figures.push_back({id + ".scarcity",
                       name + ": what one more tonne of room is worth",
                       "US$/t",
                       f.scarcity,
                       scarcity_rows(w, f)});
}

}  // namespace

void trace_facilities(TraceWork const& w) {
  for (auto const& full : facilities_full(w.in.answers)) {
    trace_facility(w, full);
  }
}

}  // namespace chorsu
