#include "assign_inputs.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <string_view>

#include "inputs.h"
#include "output_folder.h"
#include "stopwatch.h"
#include "terminal.h"

#include "chorsu/load/gmns.h"
#include "chorsu/load/tntp.h"
#include "chorsu/report/write_assignment.h"

namespace chorsu::cli {

namespace {

constexpr auto kRow = std::string_view{"row:"};

LoadedTraffic read(AssignCommand const& command) {
  if (command.gmns.empty()) {
    return read_tntp(command.tntp.front(), std::span{command.tntp}.subspan(1U));
  }
  return read_gmns(command.gmns,
                   {.tables = command.demand, .omx = command.omx, .matrices = command.matrices});
}

/// One value for all classes, or one each. False, after a message, for any other number of them.
bool spread(std::vector<double> const& values,
            double TrafficClass::* member,
            char const* option,
            TrafficProblem& problem) {
  auto& classes = problem.classes.values;
  if (values.size() > 1U && values.size() != classes.size()) {
    say(std::string{option} + ": " + std::to_string(values.size()) + " values for " +
        std::to_string(classes.size()) + " classes; give one for all, or one each");
    return false;
  }
  for (auto i = std::size_t{0}; i < classes.size() && !values.empty(); ++i) {
    classes[i].*member = values[values.size() == 1U ? 0U : i];
  }
  return true;
}

bool put_options(AssignCommand const& command, TrafficProblem& problem) {
  for (auto& traffic : problem.classes.values) {
    for (auto& trip : traffic.trips.values) {
      trip.vehicles *= command.demand_factor;
    }
    if (!command.elastic.empty()) {
      traffic.curve =
          command.elastic == "linear" ? DemandCurve::kLinear : DemandCurve::kExponential;
      traffic.slope = command.slope;
    }
  }
  return spread(command.toll_weight, &TrafficClass::toll_weight, "--toll-weight", problem) &&
         spread(
             command.distance_weight, &TrafficClass::length_weight, "--distance-weight", problem) &&
         spread(command.car_units, &TrafficClass::car_units, "--car-units", problem);
}

std::string ends_of(TrafficNetwork const& network, TrafficLinkId link) {
  return network.nodes.name[network.links.from[link]] + '-' +
         network.nodes.name[network.links.to[link]];
}

/// The links that a word of --select means: those of this id, else those with these ends.
std::vector<TrafficLinkId> links_of(TrafficNetwork const& network, std::string const& word) {
  auto named = std::vector<TrafficLinkId>{};
  auto between = std::vector<TrafficLinkId>{};
  for (auto const link : network.links.from.ids()) {
    if (word == kRow.data() + std::to_string(link.value + 1U)) {
      return {link};
    }
    if (network.links.name[link] == word) {
      named.push_back(link);
    } else if (word.find('-') != std::string::npos && ends_of(network, link) == word) {
      between.push_back(link);
    }
  }
  return named.empty() ? between : named;
}

/// None, after a message, where a word means no link or several.
std::optional<TrafficLinkId> link_of(TrafficNetwork const& network, std::string const& word) {
  auto const links = links_of(network, word);
  if (links.size() == 1U) {
    return links.front();
  }
  if (links.empty()) {
    say("--select: no link '" + word + "'; give its id, FROM-TO, or row:N of link_flows.csv");
    return std::nullopt;
  }
  auto rows = std::string{};
  for (auto const link : links) {
    rows += (rows.empty() ? "" : " or ") + std::string{kRow} + std::to_string(link.value + 1U);
  }
  say("--select: several links '" + word + "': give " + rows);
  return std::nullopt;
}

bool find_links(AssignCommand const& command, AssignInputs& inputs) {
  for (auto const& word : command.select) {
    auto const link = link_of(inputs.problem->network, word);
    if (!link) {
      return false;
    }
    inputs.select.push_back(*link);
  }
  return true;
}

}  // namespace

bool makes_sense(AssignCommand const& command) {
  if (command.tntp.empty() && command.gmns.empty()) {
    say("no network: give --tntp NET TRIPS or --gmns DIR");
    return false;
  }
  if (!command.gmns.empty() && command.demand.empty() && command.omx.empty()) {
    say("no trips: give --demand CSV or --omx FILE with --gmns");
    return false;
  }
  if (command.paths && command.out.empty()) {
    say("--paths: give --out DIR, where they are written");
    return false;
  }
  auto files = command.tntp;
  files.insert(files.end(), command.demand.begin(), command.demand.end());
  files.insert(files.end(), command.omx.begin(), command.omx.end());
  if (!all_exist(files) || (!command.gmns.empty() && !all_exist({command.gmns}))) {
    return false;
  }
  auto const why = command.out.empty() ? std::string{} : why_not_writable(command.out);
  if (!why.empty()) {
    say("--out: " + why);
  }
  return why.empty();
}

AssignInputs read_assign_inputs(AssignCommand const& command) {
  auto const watch = Stopwatch{};
  auto inputs = AssignInputs{};
  auto loaded = read(command);
  inputs.seconds = watch.seconds();
  tell(loaded.findings);
  tell_others(loaded.findings);
  inputs.problem = std::move(loaded.problem);
  if (!inputs.problem) {
    inputs.exit_code = kBadData;
  } else if (!put_options(command, *inputs.problem) || !find_links(command, inputs)) {
    inputs.exit_code = kWrongUsage;
  }
  return inputs;
}

EquilibriumSettings settings_of(AssignCommand const& command) {
  auto settings = EquilibriumSettings{};
  settings.gap = command.gap;
  settings.max_iterations = command.iterations;
  settings.threads = command.common.threads;
  settings.goal = command.goal == "system" ? EquilibriumGoal::kSystem : EquilibriumGoal::kUser;
  settings.method = command.method == "frank-wolfe"   ? EquilibriumMethod::kFrankWolfe
                    : command.method == "conjugate"   ? EquilibriumMethod::kConjugate
                    : command.method == "biconjugate" ? EquilibriumMethod::kBiconjugate
                                                      : EquilibriumMethod::kBush;
  return settings;
}

}  // namespace chorsu::cli
