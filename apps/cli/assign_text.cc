#include <numeric>

#include <fmt/format.h>

#include "assign_answer.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kWidth = std::size_t{80};

std::string size_text(AssignAnswer const& answer) {
  auto const& network = answer.problem.network;
  auto const classes = answer.problem.classes.size();
  return network_of(answer.command) + '\n' + counted(network.zones.name.size(), "zone") + ", " +
         counted(network.nodes.name.size(), "node") + ", " +
         counted(network.links.from.size(), "link") + ", " + fixed(trips_of(answer.solution), 1) +
         " trips" + (classes > 1U ? " of " + std::to_string(classes) + " classes" : "") + "\n";
}

std::string verdict_text(AssignAnswer const& answer) {
  auto const& solution = answer.solution;
  auto const is_system = answer.command.goal == "system";
  return fmt::format("{}, {}: {} after {}, {:.3g} s\n",
                     is_system ? "System optimum" : "User equilibrium",
                     answer.command.method,
                     solution.converged ? "converged" : "not converged",
                     counted(solution.steps.size(), "iteration"),
                     solution.setup_seconds + solution.solve_seconds);
}

std::string files_text(AssignAnswer const& answer) {
  auto const& files = answer.files;
  if (files.flows.empty()) {
    return {};
  }
  auto text = "Files: " + files.flows + ", gmns/, skims.omx, convergence.csv";
  text += files.select.empty() ? "" : ", select.omx";
  text += files.paths.empty() ? "" : ", paths.csv";
  auto result = std::string{};
  for (auto const& line : wrapped(text, kWidth)) {
    result += "\n" + line;
  }
  return result + "\n";
}

}  // namespace

double trips_of(EquilibriumSolution const& solution) {
  auto sum = 0.0;
  for (auto const& rows : solution.demand.values) {
    sum = std::accumulate(rows.values.begin(), rows.values.end(), sum);
  }
  return sum;
}

std::string network_of(AssignCommand const& command) {
  return command.gmns.empty() ? command.tntp.front() : command.gmns;
}

std::string assign_text(AssignAnswer const& answer) {
  auto const& solution = answer.solution;
  auto text = size_text(answer) + '\n' + verdict_text(answer);
  text += fmt::format("  relative gap   {:.3g}\n", solution.gap);
  text += fmt::format("  objective      {}\n", solution.objective);
  text += fmt::format("  total cost     {}\n", solution.total_cost);
  text += fmt::format("  shortest cost  {}\n", solution.shortest_cost);
  if (solution.unserved > 0.0) {
    text += fmt::format("  without a path {} trips\n", solution.unserved);
  }
  return text + files_text(answer);
}

}  // namespace chorsu::cli
