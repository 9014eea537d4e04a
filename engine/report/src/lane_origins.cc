#include <cmath>

#include "trace_rows.h"

namespace chorsu {

namespace {

void add_parts(Tracing const& t, LaneId lane, std::vector<LaneRow>& rows) {
  for (auto const& part : t.parts[lane]) {
    auto const& trade = *part.trade;
    auto const name = name_of(t, trade.value.fact);
    auto const& zones = t.region().network.zones.id;
    if (trade.unit_value > 0.0) {
      rows.push_back({name, trade.value.fact, "value_usd", trade.value.value, "US$/yr"});
      rows.push_back(
          {name, trade.value.fact, "unit_value_usd_per_t", trade.unit_value, "US$/t, divides"});
      rows.push_back({name, trade.value.fact, "freight_share", trade.freight_share, "share"});
      rows.push_back({name, trade.value.fact, "factor", trade.factor, "factor"});
    } else {
      rows.push_back({name, trade.tonnes.fact, "tonnes", trade.tonnes.value, "t/yr"});
    }
    auto const& share = part.share->share;
    rows.push_back({"of it this class", share.fact, "share", share.value, "share"});
    for (auto const* weight : {part.from, part.to}) {
      rows.push_back({"zone " + zones[weight->zone],
                      weight->weight.fact,
                      "weight",
                      weight->weight.value,
                      "share"});
    }
  }
}

/// Both ends' growth: the lane grows by the mean of the two rates.
void add_growth(Tracing const& t, LaneId lane, std::vector<LaneRow>& rows) {
  auto const& region = t.region();
  auto const& lanes = t.model.demand.lanes;
  auto const group = region.commodities.group[lanes.commodity[lane]];
  for (auto const zone : {lanes.origin[lane], lanes.destination[lane]}) {
    auto const state = region.network.zones.state[zone];
    if (auto const* row = growth_row(region.trade.growth, state, group)) {
      rows.push_back({"growth of " + region.network.states.id[state],
                      row->rate.fact,
                      "rate",
                      row->rate.value,
                      "%/yr"});
    }
  }
}

/// The fit to known totals, where it moved the lane.
void add_fit(Tracing const& t, LaneId lane, std::vector<LaneRow>& rows) {
  constexpr auto kMoved = 1e-9;
  auto seeded = 0.0;
  for (auto const& part : t.parts[lane]) {
    seeded += part.tonnes;
  }
  auto const factor = t.model.demand.lanes.tonnes[lane] / seeded;
  if (std::abs(factor - 1.0) < kMoved) {
    return;
  }
  auto const& zones = t.region().network.zones.state;
  for (auto const& total : t.region().trade.totals.rows) {
    for (auto const zone :
         {t.model.demand.lanes.origin[lane], t.model.demand.lanes.destination[lane]}) {
      if (zones[zone] == total.state) {
        rows.push_back({"total of " + t.region().network.states.id[total.state],
                        total.tonnes.fact,
                        "tonnes",
                        total.tonnes.value,
                        "t/yr, keeps the sum in its range"});
      }
    }
  }
}

}  // namespace

std::vector<LaneRow> rows_behind(Tracing const& t, LaneId lane) {
  auto rows = std::vector<LaneRow>{};
  add_parts(t, lane, rows);
  add_growth(t, lane, rows);
  add_fit(t, lane, rows);
  auto const& commodities = t.region().commodities;
  auto const commodity = t.model.demand.lanes.commodity[lane];
  auto const& elasticity = commodities.elasticity[commodity];
  rows.push_back({"of tonnes to cost, " + commodities.id[commodity],
                  elasticity.fact,
                  "elasticity",
                  elasticity.value,
                  "1"});
  return rows;
}

}  // namespace chorsu
