#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>
#include <sys/resource.h>

#include "assign_answer.h"
#include "assign_inputs.h"
#include "figures.h"
#include "inputs.h"
#include "interrupt.h"
#include "progress.h"
#include "verbs.h"

namespace chorsu::cli {

namespace {

/// Reading's share of the work, for the bar.
constexpr auto kReading = 0.05;

double peak_mb() {
  constexpr auto kKilo = 1024.0;
  auto usage = rusage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / kKilo;
}

/// How far a solve has come from the gap it began with to the one that is asked for: gaps fall by
/// a like factor in a like time.
class GapProgress {
 public:
  GapProgress(Progress& progress, double target)
      : progress_{progress}, target_{std::max(target, kLeast)} {}

  bool operator()(EquilibriumStep const& step) {
    auto const gap = std::max(step.gap, kLeast);
    first_ = std::max(first_, gap);
    auto const all = std::log(first_ / target_);
    auto const share = all > 0.0 ? std::log(first_ / gap) / all : 1.0;
    progress_.reach(fmt::format("iteration {}, gap {:.1e}", step.iteration, step.gap),
                    kReading + (1.0 - kReading) * std::clamp(share, 0.0, 1.0));
    return true;
  }

 private:
  static constexpr auto kLeast = 1e-16;
  Progress& progress_;
  double target_;
  double first_{0.0};
};

EquilibriumSolution solved(AssignCommand const& command,
                           TrafficProblem const& problem,
                           Progress& progress) {
  auto settings = settings_of(command);
  settings.on_step = GapProgress{progress, command.gap};
  progress.reach("first paths", kReading);
  return solve(problem, settings);
}

WrittenAssignment write_whole(AssignCommand const& command,
                              AssignInputs const& inputs,
                              EquilibriumSolution const& solution) {
  if (command.out.empty()) {
    return {};
  }
  constexpr auto kLeastVehicles = 1e-6;
  auto const choice = AssignmentChoice{
      .select = inputs.select, .paths = command.paths, .least_vehicles = kLeastVehicles};
  auto const uninterrupted = UninterruptedPart{};
  return write_assignment(*inputs.problem, solution, choice, command.out);
}

int code_of(EquilibriumSolution const& solution) {
  if (solution.unserved > 0.0) {
    say(fmt::format("{:.10g} trips have no path and are left out", solution.unserved));
  }
  if (!solution.converged) {
    say(fmt::format("not converged: gap {:.3g} after {}",
                    solution.gap,
                    counted(solution.steps.size(), "iteration")));
  }
  return solution.converged ? kOk : kAnswerIsNo;
}

}  // namespace

int assign(AssignCommand const& command, Terminal const& terminal) {
  if (!makes_sense(command)) {
    return kWrongUsage;
  }
  auto progress = Progress{terminal, 1.0};
  progress.begin("reading", kReading);
  auto const inputs = read_assign_inputs(command);
  if (inputs.exit_code != kOk) {
    return inputs.exit_code;
  }
  auto const solution = solved(command, *inputs.problem, progress);
  progress.reach("writing", 1.0);
  auto const written = write_whole(command, inputs, solution);
  progress.finish();
  if (has_errors(written.findings)) {
    tell(written.findings);
    return kFault;
  }
  auto const answer =
      AssignAnswer{command, *inputs.problem, solution, written.files, inputs.seconds, peak_mb()};
  print(command.common.json ? assign_json(answer) : assign_text(answer));
  return code_of(solution);
}

}  // namespace chorsu::cli
