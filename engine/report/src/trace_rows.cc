#include "trace_rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "row_names.h"

namespace chorsu {

namespace {

std::string name_of(Tracing const& t, RowShare const& share) {
  auto const& part = share.part;
  if (share.kind != ShareKind::kPrice) {
    return fmt::format(
        "{}: {}",
        facility_name(t.model, share.facility),
        share.kind == ShareKind::kDelay ? "delay as it fills" : "scarcity, it is full");
  }
  auto const& changes = t.comparison.scenario.changes;
  if (part.lever < changes.size()) {
    return changes[part.lever];
  }
  return name_of(t, part.fact);
}

TraceRow row_of(Tracing const& t, RowShare const& share, Basis basis) {
  auto const& part = share.part;
  auto row = TraceRow{};
  row.name = name_of(t, share);
  row.fact = part.fact;
  row.lever = part.lever;
  row.column = part.column;
  row.value = part.value;
  if (share.kind == ShareKind::kPrice) {
    auto const units = units_of(part.rate, basis);
    row.reading = units.reading;
    row.unit = units.value;
    row.amount_unit = units.amount;
  } else {
    row.reading = Reading::kBears;
    row.unit = "t/yr";
  }
  return row;
}

auto key_of(RowShare const& s) {
  auto const& p = s.part;
  return std::tuple{
      p.fact, p.rate, p.value, s.kind, s.facility, p.charge, p.lever, std::string_view{p.column}};
}

double size_of(Change const& change) {
  return std::max(std::abs(change.baseline), std::abs(change.scenario));
}

TraceRow sum_row(std::size_t count, Change const& contribution) {
  auto rest = TraceRow{};
  rest.reading = Reading::kNone;
  rest.name = fmt::format("{} others", count);
  rest.contribution = contribution;
  return rest;
}

/// Puts the largest first and sums up what lies past the first `most`: how many, and what they
/// give.
template <typename Row, typename Of>
std::pair<std::size_t, Change> cut_off(std::vector<Row>& rows, std::size_t most, Of change_of) {
  auto order = std::vector<std::pair<double, std::size_t>>{};  // smallest negated size first
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    order.emplace_back(-size_of(change_of(rows[i])), i);
  }
  auto const kept = std::min(most, rows.size());
  auto const end = order.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(order.begin(), end, order.end());
  auto first = std::vector<Row>{};
  std::for_each(order.begin(), end, [&](auto const& o) { first.push_back(rows[o.second]); });
  auto rest = std::pair{rows.size() - kept, Change{}};
  std::for_each(end, order.end(), [&](auto const& o) {
    rest.second.baseline += change_of(rows[o.second]).baseline;
    rest.second.scenario += change_of(rows[o.second]).scenario;
  });
  rows = std::move(first);
  return rest;
}

/// A row as it stands in both futures.
struct Priced {
  RowShare const* share;
  Change amount;
  Change contribution;
};

/// Shares of one row become one, in the order of rows: those without first.
std::vector<Priced> merged(RowShares const& without, RowShares const& with) {
  auto rows = std::vector<Priced>{};
  rows.reserve(without.size() + with.size());
  for (auto const& s : without) {
    rows.push_back({&s, {s.part.amount, 0.0}, {s.part.contribution, 0.0}});
  }
  for (auto const& s : with) {
    rows.push_back({&s, {0.0, s.part.amount}, {0.0, s.part.contribution}});
  }
  std::sort(rows.begin(), rows.end(), [](Priced const& a, Priced const& b) {
    return key_of(*a.share) < key_of(*b.share);
  });
  auto last = std::size_t{0};
  for (auto i = std::size_t{1}; i < rows.size(); ++i) {
    if (key_of(*rows[i].share) != key_of(*rows[last].share)) {
      rows[++last] = rows[i];
      continue;
    }
    rows[last].amount.baseline += rows[i].amount.baseline;
    rows[last].amount.scenario += rows[i].amount.scenario;
    rows[last].contribution.baseline += rows[i].contribution.baseline;
    rows[last].contribution.scenario += rows[i].contribution.scenario;
  }
  rows.resize(rows.empty() ? 0U : last + 1U);
  return rows;
}

using LaneChange = std::pair<LaneId, Change>;

/// Lanes of either future with what they add in both.
std::vector<LaneChange> changes_of(LaneShares const& without, LaneShares const& with) {
  auto changes = std::vector<LaneChange>{};
  auto a = without.begin();
  auto b = with.begin();
  while (a != without.end() || b != with.end()) {
    auto const first = b == with.end() || (a != without.end() && a->lane < b->lane);
    auto const lane = first ? a->lane : b->lane;
    auto& change = changes.emplace_back(lane, Change{}).second;
    for (; a != without.end() && a->lane == lane; ++a) {
      change.baseline += a->amount;
    }
    for (; b != with.end() && b->lane == lane; ++b) {
      change.scenario += b->amount;
    }
  }
  return changes;
}

/// A lane's change split over the pairs of trade codes that feed it.
void add_lane(Tracing const& t,
              LaneId lane,
              Change const& change,
              std::string const& unit,
              std::vector<TraceRow>& rows) {
  auto seeded = 0.0;
  for (auto const& part : t.parts[lane]) {
    seeded += part.tonnes;
  }
  for (auto const& part : t.parts[lane]) {
    auto const by_value = part.trade->unit_value > 0.0;
    auto const& measure = by_value ? part.trade->value : part.trade->tonnes;
    auto const share = part.tonnes / seeded;
    auto row = TraceRow{};
    row.name = lane_name(t, lane);
    row.fact = measure.fact;
    row.lane = lane;
    row.column = by_value ? "value_usd" : "tonnes";
    row.value = measure.value;
    row.unit = by_value ? "US$/yr" : "t/yr";
    row.contribution = {share * change.baseline, share * change.scenario};
    row.amount = {row.contribution.baseline / row.value, row.contribution.scenario / row.value};
    row.amount_unit = unit + " per " + row.unit;
    rows.push_back(std::move(row));
  }
}

}  // namespace

Tracing tracing(Model const& model, Comparison const& comparison, std::size_t most) {
  auto const& r = *model.region;
  return {model,
          comparison,
          row_names(r),
          lane_parts(r.trade, r.commodities, model.demand.lanes),
          most};
}

std::string name_of(Tracing const& t, FactId fact) {
  return fact.is_none() || fact.value >= t.names.size() ? std::string{} : t.names[fact];
}

std::string lane_name(Tracing const& t, LaneId lane) {
  auto const& lanes = t.model.demand.lanes;
  auto const& zones = t.region().network.zones.id;
  return fmt::format("{} > {}, {}",
                     zones[lanes.origin[lane]],
                     zones[lanes.destination[lane]],
                     t.region().commodities.id[lanes.commodity[lane]]);
}

std::vector<TraceRow> price_rows(Tracing const& t,
                                 RowShares const& without,
                                 RowShares const& with,
                                 Basis basis) {
  return price_rows(t, without, with, basis, t.most);
}

std::vector<TraceRow> price_rows(Tracing const& t,
                                 RowShares const& without,
                                 RowShares const& with,
                                 Basis basis,
                                 std::size_t most) {
  auto priced = merged(without, with);
  auto const of_row = [](Priced const& row) -> Change const& { return row.contribution; };
  auto const [count, rest] = cut_off(priced, most, of_row);
  auto rows = std::vector<TraceRow>{};
  for (auto const& kept : priced) {
    auto& row = rows.emplace_back(row_of(t, *kept.share, basis));
    row.amount = kept.amount;
    row.contribution = kept.contribution;
  }
  if (count > 0U) {
    rows.push_back(sum_row(count, rest));
  }
  return rows;
}

void cut_off(Tracing const& t, std::vector<TraceRow>& rows) {
  auto const of_row = [](TraceRow const& row) -> Change const& { return row.contribution; };
  auto const [count, rest] = cut_off(rows, t.most, of_row);
  if (count > 0U) {
    rows.push_back(sum_row(count, rest));
  }
}

std::vector<TraceRow> lane_rows(Tracing const& t,
                                LaneShares const& without,
                                LaneShares const& with,
                                std::string const& unit) {
  auto changes = changes_of(without, with);
  auto const of_lane = [](LaneChange const& lane) -> Change const& { return lane.second; };
  auto const [count, rest] = cut_off(changes, t.most, of_lane);
  auto rows = std::vector<TraceRow>{};
  for (auto const& [lane, change] : changes) {
    add_lane(t, lane, change, unit, rows);
  }
  if (count > 0U) {
    rows.push_back(sum_row(count, rest));
  }
  return rows;
}

TraceRow package_row(std::string name, Measure const& measure, char const* column) {
  auto row = TraceRow{};
  row.name = std::move(name);
  row.fact = measure.fact;
  row.column = column;
  row.value = measure.value;
  return row;
}

TraceRow capacity_row(Tracing const& t, FacilityId facility, char const* bears) {
  auto row = package_row(fmt::format("{}: {}", facility_name(t.model, facility), bears),
                         t.model.supernetwork.facilities.delay[facility].capacity,
                         "capacity");
  row.unit = "t/yr";
  row.reading = Reading::kBears;
  return row;
}

TraceRow full_row(Tracing const& t, FacilityId facility) {
  auto row = capacity_row(t, facility, "scarcity, it is full");
  row.amount = {t.comparison.baseline.solution.scarcity[facility],
                t.comparison.with_changes.solution.scarcity[facility]};
  row.amount_unit = "US$/t scarcity";
  return row;
}

}  // namespace chorsu
