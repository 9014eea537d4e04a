#include <string>
#include <utility>

#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "progress.h"
#include "validation_answer.h"
#include "verbs.h"

#include "chorsu/calibration/fit.h"
#include "chorsu/report/write_calibration.h"

namespace chorsu::cli {

namespace {

Fit fitted(Region const& region, FitSettings const& settings, Progress& progress) {
  progress.begin("solving with all factors 1", 1.0);
  auto fit = begin_fit(region, settings);
  while (!fit.converged && fit.rounds < settings.max_rounds) {
    progress.begin("round " + std::to_string(fit.rounds + 1), kFactors + 1.0);
    fit = advance(region, std::move(fit), settings);
  }
  return fit;
}

std::vector<double> left_out(Region const& region,
                             Fit const& fit,
                             FitSettings const& settings,
                             Progress& progress) {
  auto result = std::vector<double>{};
  for (auto const& row : region.observations.rows) {
    if (row.use != ObservationUse::kCalibrate) {
      result.push_back(-1.0);
      continue;
    }
    auto const place = result.size();
    progress.begin("without " + row.id, 2.0 * kFactors);
    result.push_back(leave_out(region, fit, place, settings).modelled[place]);
  }
  return result;
}

std::size_t fitted_rows(Region const& region) {
  auto count = std::size_t{0};
  for (auto const& row : region.observations.rows) {
    count += row.use == ObservationUse::kCalibrate ? 1U : 0U;
  }
  return count;
}

int write(Region const& region, CalibrationAnswer& answer) {
  auto const uninterrupted = UninterruptedPart{};
  auto const findings = write_calibration(region, answer.fit, answer.left_out);
  tell(findings);
  if (has_errors(findings)) {
    return kFault;
  }
  answer.written = region.path;
  return kOk;
}

}  // namespace

int calibrate(CalibrateCommand const& command, Terminal const& terminal) {
  constexpr auto kUsualRounds = 4.0;
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    tell(inputs);
    return kBadData;
  }
  auto const& region = *inputs.region;
  if (fitted_rows(region) == 0U) {
    say(region.path + " has no observation.csv with rows to calibrate on");
    return kAnswerIsNo;
  }
  if (auto const why = why_not_writable(region.path); command.write && !why.empty()) {
    say("--write: " + why);
    return kWrongUsage;
  }
  auto const settings = FitSettings{.solve = {.threads = command.common.threads}};
  auto const work =
      kUsualRounds * (kFactors + 1.0) + 2.0 * kFactors * static_cast<double>(fitted_rows(region));
  auto progress = Progress{terminal, work};
  auto answer = CalibrationAnswer{};
  answer.fit = fitted(region, settings, progress);
  answer.left_out = left_out(region, answer.fit, settings, progress);
  progress.finish();
  auto const code = command.write ? write(region, answer) : static_cast<int>(kOk);
  print(command.common.json ? calibration_json(region, answer) : calibration_text(region, answer));
  return code != kOk ? code : answer.fit.converged ? kOk : kAnswerIsNo;
}

}  // namespace chorsu::cli
