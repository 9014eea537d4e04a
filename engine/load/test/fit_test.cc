#include "chorsu/calibration/fit.h"

#include <cmath>

#include "gtest/gtest.h"
#include "tiny_package.h"

#include "chorsu/calibration/validation.h"
#include "chorsu/load/region.h"

namespace chorsu {
namespace {

/// The tiny package; goods from Ada to Bor go by rail or by road, and one row counts the rail.
struct TinyFit : testing::Test {
  LoadedRegion loaded = [] {
    auto const folder = test::TempFolder{};
    folder.write(test::tiny_package());
    return load_region(folder.path());
  }();
  FitSettings settings;

  /// The row says what a region with a scale of `factor` has, to a per mille.
  void observe_with_scale(double factor) {
    auto& region = *loaded.region;
    region.prices.rules.rows.clear();  // the scale alone can explain the row
    auto at = LogFactors{};
    at[0] = std::log(factor);
    auto const truth = with_factors(region, at);
    auto const tonnes = validate(*prepare(truth, settings.solve)).rows.front().modelled;
    auto& row = region.observations.rows.front();
    row.use = ObservationUse::kCalibrate;
    row.weight = 1.0;
    row.quantity = {tonnes, 0.999 * tonnes, 1.001 * tonnes, {}};
    settings.model_error = 1e-3;
  }

  Fit fitted() const {
    auto fit = begin_fit(*loaded.region, settings);
    while (!fit.converged && fit.rounds < settings.max_rounds) {
      fit = advance(*loaded.region, fit, settings);
    }
    return fit;
  }
};

TEST_F(TinyFit, finds_the_scale_that_made_what_was_observed) {
  ASSERT_TRUE(loaded.region) << test::all_lines(loaded.findings);
  observe_with_scale(0.6);
  auto const fit = fitted();
  EXPECT_TRUE(fit.converged);
  EXPECT_NEAR(fit.at[0], std::log(0.6), 0.05);
  EXPECT_LT(fit.deviation[0], 0.5 * fit.prior_deviation[0]);
}

TEST_F(TinyFit, never_leaves_for_a_worse_point) {
  observe_with_scale(0.6);
  auto fit = begin_fit(*loaded.region, settings);
  for (auto round = 0; round < 4; ++round) {
    auto const next = advance(*loaded.region, fit, settings);
    EXPECT_LE(next.objective, fit.objective);
    fit = next;
  }
}

TEST_F(TinyFit, without_its_only_row_a_fit_knows_the_prior_alone) {
  observe_with_scale(0.6);
  auto const without = leave_out(*loaded.region, fitted(), 0U, settings);
  EXPECT_NEAR(without.at[0], 0.0, 0.05);
  EXPECT_NEAR(without.deviation[0], without.prior_deviation[0], 1e-9);
}

TEST_F(TinyFit, factors_are_told_as_they_were_set) {
  auto const at = LogFactors{0.1, -0.2, 0.3, -0.4, 0.5};
  auto const told = factors_of(with_factors(*loaded.region, at));
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    EXPECT_NEAR(told.at(p), at.at(p), 1e-12);
  }
}

TEST_F(TinyFit, validation_measures_by_hand) {
  auto& region = *loaded.region;
  auto const modelled = validate(*prepare(region, settings.solve)).rows.front().modelled;
  ASSERT_GT(modelled, 0.0);
  auto& row = region.observations.rows.front();
  row.use = ObservationUse::kValidate;
  row.independence = "independent";
  row.quantity = {modelled / 1.5, modelled / 2.0, modelled / 1.6, {}};
  auto const v = validate(*prepare(region, settings.solve));
  EXPECT_EQ(v.calibrate.rows, 0U);
  EXPECT_EQ(v.independent.rows, 1U);
  EXPECT_NEAR(v.validate.median_absolute, 0.5, 1e-9);
  EXPECT_NEAR(v.validate.bias, std::log(1.5), 1e-9);
  EXPECT_EQ(v.validate.within_range, 0.0);
  EXPECT_EQ(v.validate.within_factor_two, 1.0);
}

}  // namespace
}  // namespace chorsu
