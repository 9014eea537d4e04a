#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "compare_answer.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kMostStates = std::size_t{12};
constexpr auto kLabel = std::size_t{20};
constexpr auto kNumber = std::size_t{10};
constexpr auto kPercent = std::size_t{9};
constexpr auto kColumn = kNumber + kPercent;

using Scenarios = std::vector<ScenarioAnswer>;

Change change_of(ScenarioAnswer const& scenario, Metric const& metric, StateId state) {
  return metric.of(scenario.answers.states[state.value]);
}

double largest_change(Scenarios const& scenarios, Metric const& metric, StateId state) {
  auto most = 0.0;
  for (auto const& scenario : scenarios) {
    most = std::max(most, std::abs(change_of(scenario, metric, state).difference()));
  }
  return most / metric.per_unit;
}

/// States that a scenario moves by what the table can show, most moved first.
std::vector<StateId> states_moved(Network const& network,
                                  Scenarios const& scenarios,
                                  Metric const& metric) {
  constexpr auto kLeastShown = 0.05;
  auto states = std::vector<StateId>{};
  for (auto const state : network.states.id.ids()) {
    if (largest_change(scenarios, metric, state) >= kLeastShown) {
      states.push_back(state);
    }
  }
  std::sort(states.begin(), states.end(), [&](StateId a, StateId b) {
    auto const by_a = largest_change(scenarios, metric, a);
    auto const by_b = largest_change(scenarios, metric, b);
    return by_a != by_b ? by_a > by_b : a < b;
  });
  return states;
}

std::string cells(Change const& change, Metric const& metric) {
  auto const percent = change.baseline != 0.0 ? with_sign(100.0 * change.relative(), 1) + " %" : "";
  return right(with_sign(change.difference() / metric.per_unit, 1), kNumber) +
         right(percent, kPercent);
}

/// One metric for the scenarios that fit side by side.
std::string block(Network const& network,
                  Scenarios const& scenarios,
                  Metric const& metric,
                  bool colour) {
  auto text = "\n" + bold(fmt::format("{}, change in {}", metric.name, metric.unit), colour) + "\n";
  auto const states = states_moved(network, scenarios, metric);
  if (states.empty()) {
    return text + "  none\n";
  }
  text += left("", kLabel);
  for (auto const& scenario : scenarios) {
    text += " " + right(scenario.scenario.id, kColumn - 1U);
  }
  text += "\n";
  for (auto i = std::size_t{0}; i < std::min(states.size(), kMostStates); ++i) {
    auto const state = states[i];
    text += left(network.states.id[state] + " " + network.states.name[state], kLabel);
    for (auto const& scenario : scenarios) {
      text += cells(change_of(scenario, metric, state), metric);
    }
    text += "\n";
  }
  if (states.size() > kMostStates) {
    auto const others = states.size() - kMostStates;
    text += fmt::format("{} states that move less: --json has all\n", others);
  }
  return text;
}

std::string heading(Scenarios const& scenarios, bool colour) {
  auto text = std::string{};
  for (auto const& s : scenarios) {
    text += bold(s.scenario.id, colour) + ": " + s.scenario.title + "\n";
    text += fmt::format("  baseline: the network of {} without {}\n",
                        to_string(s.scenario.baseline_date),
                        s.scenario.levers.size() == 1U ? "the change" : "the changes");
  }
  return text;
}

}  // namespace

std::string compare_text(Network const& network,
                         Scenarios const& scenarios,
                         int columns,
                         bool colour) {
  auto const room = static_cast<std::size_t>(columns) - kLabel;
  auto const side_by_side = std::max(std::size_t{1}, room / kColumn);
  auto text = heading(scenarios, colour);
  for (auto first = std::size_t{0}; first < scenarios.size(); first += side_by_side) {
    auto const last = std::min(first + side_by_side, scenarios.size());
    auto const group = Scenarios{scenarios.begin() + static_cast<std::ptrdiff_t>(first),
                                 scenarios.begin() + static_cast<std::ptrdiff_t>(last)};
    for (auto const& metric : compared_metrics()) {
      text += block(network, group, metric, colour);
    }
  }
  return text +
         "\nPer cent of the scenario's own baseline; surplus in per cent of its trade cost.\n";
}

}  // namespace chorsu::cli
