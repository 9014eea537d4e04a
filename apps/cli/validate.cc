#include <map>
#include <string>

#include "inputs.h"
#include "progress.h"
#include "validation_answer.h"
#include "verbs.h"

#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

/// Verdicts on all known routes; those of one date share a solved year.
std::vector<RouteVerdict> judge_all(Model const& model,
                                    LogitSettings const& settings,
                                    Progress& progress) {
  auto const& cases = model.region->route_cases.rows;
  auto by_date = std::map<Date, std::vector<std::size_t>>{};
  for (auto i = std::size_t{0}; i < cases.size(); ++i) {
    by_date[cases[i].date].push_back(i);
  }
  auto verdicts = std::vector<RouteVerdict>(cases.size());
  for (auto const& [date, rows] : by_date) {
    progress.begin("routes of " + to_string(date), 0.3);
    auto const future = future_of(model, date, settings);
    for (auto const row : rows) {
      verdicts[row] = judge(model, future, row, settings);
    }
  }
  return verdicts;
}

}  // namespace

int validate(ValidateCommand const& command, Terminal const& terminal) {
  auto progress = Progress{terminal, command.routes ? 5.0 : 1.0};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    progress.finish();
    tell(inputs);
    return kBadData;
  }
  auto const& region = *inputs.region;
  if (region.observations.rows.empty()) {
    progress.finish();
    say(region.path + " has no observation.csv with rows that are used");
    return kAnswerIsNo;
  }
  auto const settings = LogitSettings{.threads = command.common.threads};
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(region, settings);
  auto answer = ValidationAnswer{.validation = chorsu::validate(*model), .routes = {}};
  if (command.routes) {
    answer.routes = judge_all(*model, settings, progress);
  }
  progress.finish();
  print(command.common.json ? validation_json(region, answer) : validation_text(region, answer));
  return model->base.convergence.converged ? kOk : kAnswerIsNo;
}

}  // namespace chorsu::cli
