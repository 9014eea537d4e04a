#include <algorithm>

#include "reading.h"

namespace chorsu {

namespace {

/// What a fitted factor applies to.
Measure& factor_named(Reading& reading, Row const& row) {
  auto& region = *reading.region;
  auto& kinds = region.prices.rules.multiplier;
  auto const of = [&](RuleKind kind) { return &kinds.at(static_cast<std::size_t>(kind)); };
  return *choice<Measure*>(row,
                           "parameter",
                           {{"theta_scale", &region.commodities.theta_scale},
                            {"crossing_penalties", of(RuleKind::kCrossing)},
                            {"node_penalties", of(RuleKind::kNode)},
                            {"link_penalties", of(RuleKind::kLink)},
                            {"tariff_factors", of(RuleKind::kTariffFactor)}});
}

void read_left_out(Reading& reading, Row const& row) {
  auto& rows = reading.region->observations.rows;
  auto const id = cell(row, "observation_id");
  auto const found = std::ranges::find(rows, id, &Observations::Row::id);
  if (found == rows.end()) {
    report(row,
           "observation_id",
           "no such row that is used",
           "Fit anew with chorsu calibrate --write.");
    return;
  }
  found->left_out = number(row, "modelled", kNotNegative);
}

}  // namespace

void read_calibration(Reading& reading) {
  auto parameters = UniqueKey{.columns = {"parameter"}, .seen = {}};
  for_each_row(reading, "calibration", [&](Row const& row) {
    check_unique(row, parameters);
    factor_named(reading, row) = measure(row, "value", kPositive);
  });
  auto ids = UniqueKey{.columns = {"observation_id"}, .seen = {}};
  for_each_row(reading, "leave_one_out", [&](Row const& row) {
    check_unique(row, ids);
    read_left_out(reading, row);
  });
}

}  // namespace chorsu
