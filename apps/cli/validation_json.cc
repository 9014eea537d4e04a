#include <cmath>

#include <nlohmann/json.hpp>

#include "validation_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

char const* word_of(ObservationUse use) {
  return use == ObservationUse::kCalibrate ? "calibrate" : "validate";
}

Json row_json(Observations::Row const& row, Checked const& checked) {
  auto json = Json{{"id", row.id},
                   {"what", row.entity},
                   {"use", word_of(row.use)},
                   {"independent", is_independent(row)},
                   {"observed", row.quantity.value},
                   {"low", row.quantity.low},
                   {"high", row.quantity.high},
                   {"modelled", checked.modelled},
                   {"error", checked.error},
                   {"in_range", checked.in_range}};
  if (row.left_out) {
    json["left_out"] = *row.left_out;
  }
  return json;
}

Json errors_json(ErrorMeasures const& e) {
  return {{"rows", e.rows},
          {"median_absolute_error", e.median_absolute},
          {"bias_ln", e.bias},
          {"spread_ln", e.spread},
          {"within_range", e.within_range},
          {"within_factor_two", e.within_factor_two}};
}

Json figure_json(FigureCheck const& check) {
  if (!check.asked) {
    return nullptr;
  }
  return {{"modelled", check.modelled},
          {"low", check.range.low},
          {"high", check.range.high},
          {"holds", check.holds()}};
}

Json route_json(Region const& region, RouteVerdict const& verdict) {
  auto const& row = region.route_cases.rows[verdict.row];
  return {{"id", row.id},
          {"counted", verdict.counted},
          {"holds", holds(row, verdict)},
          {"found", verdict.found},
          {"share", verdict.share},
          {"largest_other", verdict.largest_other},
          {"dominant", row.dominant},
          {"days", figure_json(verdict.days)},
          {"cost", figure_json(verdict.cost)}};
}

Json range_json(Measure const& range) {
  return {{"value", range.value}, {"low", range.low}, {"high", range.high}};
}

}  // namespace

std::string validation_json(Region const& region, ValidationAnswer const& answer) {
  auto const& v = answer.validation;
  auto rows = Json::array();
  for (auto const& checked : v.rows) {
    rows.push_back(row_json(region.observations.rows[checked.row], checked));
  }
  auto gates = Json::array();
  for (auto const& gate : v.gates) {
    auto const& row = region.observations.rows[gate.row];
    gates.push_back({{"id", row.id},
                     {"group", row.group},
                     {"observed", gate.observed},
                     {"modelled", gate.modelled}});
  }
  auto routes = Json::array();
  for (auto const& verdict : answer.routes) {
    routes.push_back(route_json(region, verdict));
  }
  auto factors = Json::object();
  auto const at = factors_of(region);
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    factors[std::string{to_string(static_cast<Factor>(p))}] = std::exp(at.at(p));
  }
  return text_of({{"rows", rows},
                  {"errors",
                   {{"calibrate", errors_json(v.calibrate)},
                    {"left_out", errors_json(v.left_out)},
                    {"validate", errors_json(v.validate)},
                    {"independent", errors_json(v.independent)}}},
                  {"gates", gates},
                  {"factors", factors},
                  {"routes", routes}});
}

std::string calibration_json(Region const& region, CalibrationAnswer const& answer) {
  auto factors = Json::object();
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const factor = static_cast<Factor>(p);
    factors[std::string{to_string(factor)}] = range_json(factor_range(answer.fit, factor));
  }
  auto rows = Json::array();
  for (auto i = std::size_t{0}; i < answer.left_out.size(); ++i) {
    if (answer.left_out[i] >= 0.0) {
      rows.push_back({{"id", region.observations.rows[i].id},
                      {"observed", region.observations.rows[i].quantity.value},
                      {"fitted", answer.fit.modelled[i]},
                      {"left_out", answer.left_out[i]}});
    }
  }
  return text_of({{"converged", answer.fit.converged},
                  {"rounds", answer.fit.rounds},
                  {"solves", answer.fit.solves},
                  {"objective", answer.fit.objective},
                  {"factors", factors},
                  {"rows", rows},
                  {"written", answer.written}});
}

}  // namespace chorsu::cli
