#include <utility>

#include "trace_work.h"

#include "chorsu/calibration/fit.h"

namespace chorsu {

namespace {

/// One cell of the package that is the figure.
std::vector<TraceRow> cell(std::string name,
                           Measure const& measure,
                           char const* column,
                           char const* unit) {
  auto row = package_row(std::move(name), measure, column);
  row.unit = unit;
  row.amount = {0.0, 1.0};
  row.amount_unit = "times";
  row.contribution = {0.0, measure.value};
  return {std::move(row)};
}

void trace_fit(TraceWork const& w) {
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const& factor = factor_in(w.t.region(), static_cast<Factor>(p));
    auto const name = std::string{to_string(static_cast<Factor>(p))};
    if (!factor.fact.is_none()) {
      w.figures.push_back({"calibration." + name,
                           "fitted: " + name,
                           "factor",
                           {0.0, factor.value},
                           cell(name, factor, "value", "factor"),
                           Years::kBase});
    }
  }
}

}  // namespace

void trace_observations(TraceWork const& w) {
  trace_fit(w);
  auto const& observations = w.t.region().observations;
  for (auto const& checked : w.in.validation.rows) {
    auto const& row = observations.rows[checked.row];
    auto const name = row.entity + ", " + row.period;
    w.figures.push_back({"observations." + row.id + ".modelled",
                         name + ": modelled, base year",
                         "t/yr",
                         {0.0, checked.modelled},
                         lane_rows(w.t, {}, w.in.validation.lanes[checked.row], "t/yr"),
                         Years::kBase});
    w.figures.push_back({"observations." + row.id + ".observed",
                         name + ": observed",
                         "t/yr",
                         {0.0, row.quantity.value},
                         cell(name, row.quantity, "quantity", "t/yr"),
                         Years::kBase});
  }
}

}  // namespace chorsu
