#include "chorsu/calibration/validation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace chorsu {

namespace {

/// A row's weight and how far off it is.
struct Miss {
  double weight{0.0};
  double ratio{1.0};  ///< modelled / observed
  bool in_range{false};
};

/// Zero tonnes are as bad as a thousandth of what was seen: a logarithm needs some.
constexpr auto kLeastRatio = 1e-3;

double median(std::vector<double> values) {
  if (values.empty()) {
    return 0.0;
  }
  std::ranges::sort(values);
  auto const half = values.size() / 2U;
  return values.size() % 2U == 1U ? values[half] : 0.5 * (values[half - 1U] + values[half]);
}

ErrorMeasures measure_errors(std::vector<Miss> const& misses) {
  auto measures = ErrorMeasures{.rows = misses.size()};
  auto absolute = std::vector<double>{};
  auto weight = 0.0;
  auto in_range = 0;
  auto in_two = 0;
  for (auto const& miss : misses) {
    absolute.push_back(std::abs(miss.ratio - 1.0));
    auto const log = std::log(std::max(miss.ratio, kLeastRatio));
    weight += miss.weight;
    measures.bias += miss.weight * log;
    measures.spread += miss.weight * log * log;
    in_range += miss.in_range ? 1 : 0;
    in_two += std::abs(log) <= std::log(2.0) ? 1 : 0;
  }
  if (weight > 0.0) {
    measures.bias /= weight;
    measures.spread = std::sqrt(measures.spread / weight);
    measures.within_range = static_cast<double>(in_range) / static_cast<double>(misses.size());
    measures.within_factor_two = static_cast<double>(in_two) / static_cast<double>(misses.size());
  }
  measures.median_absolute = median(std::move(absolute));
  return measures;
}

bool contains(Measure const& range, double value) {
  return range.low <= value && value <= range.high;
}

Miss miss_of(Observations::Row const& row, double modelled) {
  return {row.weight, modelled / row.quantity.value, contains(row.quantity, modelled)};
}

template <typename Wanted>
ErrorMeasures errors(std::vector<Observations::Row> const& rows,
                     std::vector<Checked> const& checked,
                     Wanted wanted) {
  auto misses = std::vector<Miss>{};
  for (auto const& c : checked) {
    if (wanted(rows[c.row])) {
      misses.push_back(miss_of(rows[c.row], c.modelled));
    }
  }
  return measure_errors(misses);
}

ErrorMeasures left_out(std::vector<Observations::Row> const& rows) {
  auto misses = std::vector<Miss>{};
  for (auto const& row : rows) {
    if (row.left_out) {
      misses.push_back(miss_of(row, *row.left_out));
    }
  }
  return measure_errors(misses);
}

std::vector<GateShare> gate_shares(std::vector<Observations::Row> const& rows,
                                   std::vector<Checked> const& checked) {
  auto groups = std::map<std::string, std::vector<Checked>>{};
  for (auto const& c : checked) {
    if (rows[c.row].count == Count::kFlow) {
      groups[rows[c.row].group].push_back(c);
    }
  }
  auto shares = std::vector<GateShare>{};
  for (auto const& [name, gates] : groups) {
    if (name.empty() || gates.size() < kFewestGates) {
      continue;
    }
    auto observed = 0.0;
    auto modelled = 0.0;
    for (auto const& gate : gates) {
      observed += rows[gate.row].quantity.value;
      modelled += gate.modelled;
    }
    for (auto const& gate : gates) {
      shares.push_back({gate.row,
                        rows[gate.row].quantity.value / observed,
                        modelled > 0.0 ? gate.modelled / modelled : 0.0});
    }
  }
  return shares;
}

}  // namespace

AccountInputs base_inputs(Model const& model) {
  return {model.region->network,
          cost_inputs(model),
          model.demand.classes,
          model.demand.lanes,
          model.base_world,
          model.base};
}

Validation validate(Model const& model) {
  auto const& observations = model.region->observations;
  auto const& rows = observations.rows;
  auto result = Validation{};
  result.lanes = observed_lanes(base_inputs(model), observations);
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    auto const modelled = tonnes_of(result.lanes[i]);
    auto const error = modelled / rows[i].quantity.value - 1.0;
    result.rows.push_back({i, modelled, error, contains(rows[i].quantity, modelled)});
  }
  using Row = Observations::Row;
  result.calibrate =
      errors(rows, result.rows, [](Row const& r) { return r.use == ObservationUse::kCalibrate; });
  result.validate =
      errors(rows, result.rows, [](Row const& r) { return r.use == ObservationUse::kValidate; });
  result.independent = errors(rows, result.rows, [](Row const& r) {
    return r.use == ObservationUse::kValidate && is_independent(r);
  });
  result.left_out = left_out(rows);
  result.gates = gate_shares(rows, result.rows);
  return result;
}

}  // namespace chorsu
