#include "chorsu/report/write_calibration.h"

#include <cmath>
#include <filesystem>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "replace_file.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

constexpr auto kFactorTable = "calibration.csv";
constexpr auto kLeftOutTable = "leave_one_out.csv";

/// Four decimals, written in the shortest form.
double rounded(double number) {
  constexpr auto kTenThousand = 1e4;
  return std::round(number * kTenThousand) / kTenThousand;
}

FactId fact_of(Region const& region, Factor factor) {
  return factor == Factor::kThetaScale
             ? region.commodities.theta_scale.fact
             : region.prices.rules.multiplier.at(static_cast<std::size_t>(factor) - 1U).fact;
}

std::optional<std::string> factor_table(Region const& region, Fit const& fit) {
  auto text = std::string{"parameter,value,value_low,value_high,source,confidence,note\n"};
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const factor = static_cast<Factor>(p);
    auto const fact = fact_of(region, factor);
    if (fact.is_none()) {
      return std::nullopt;
    }
    auto const range = factor_range(fit, factor);
    text += fmt::format(
        "{},{},{},{},{},medium,maximum of the posterior; 10 and 90 % "
        "quantiles by Laplace\n",
        to_string(factor),
        rounded(range.value),
        rounded(range.low),
        rounded(range.high),
        region.sources.id[region.facts.source[fact]]);
  }
  return text;
}

std::string left_out_table(Region const& region, std::vector<double> const& left_out) {
  auto text = std::string{"observation_id,modelled\n"};
  for (auto i = std::size_t{0}; i < left_out.size(); ++i) {
    if (left_out[i] >= 0.0) {
      text += fmt::format("{},{:.0f}\n", region.observations.rows[i].id, left_out[i]);
    }
  }
  return text;
}

}  // namespace

Findings write_calibration(Region const& region,
                           Fit const& fit,
                           std::vector<double> const& left_out) {
  auto const folder = fs::path{region.path};
  auto const factors = factor_table(region, fit);
  if (!factors) {
    auto finding = Finding{};
    finding.file = (folder / kFactorTable).string();
    finding.message = "has no row for every factor, so a new value would have no source";
    finding.remedy = "Add a row of value 1 for each, with a source of source.csv.";
    return {finding};
  }
  auto findings = replace_file((folder / kFactorTable).string(), *factors);
  return findings.empty()
             ? replace_file((folder / kLeftOutTable).string(), left_out_table(region, left_out))
             : findings;
}

}  // namespace chorsu
