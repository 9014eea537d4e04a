#include <algorithm>
#include <thread>

#include <nlohmann/json.hpp>

#include "assign_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

/// As many as the machine has where the command does not say.
unsigned threads_of(AssignCommand const& command) {
  auto const given = command.common.threads;
  return given > 0 ? static_cast<unsigned>(given)
                   : std::max(1U, std::thread::hardware_concurrency());
}

Json path_or_null(std::string const& path) {
  return path.empty() ? Json(nullptr) : Json(path);
}

}  // namespace

std::string assign_json(AssignAnswer const& answer) {
  auto const& [command, problem, solution, files, read_seconds, peak_mb] = answer;
  auto names = Json::array();
  for (auto const& traffic : problem.classes.values) {
    names.push_back(traffic.name);
  }
  auto const json = Json{{"network", network_of(command)},
                         {"zones", problem.network.zones.name.size()},
                         {"nodes", problem.network.nodes.name.size()},
                         {"links", problem.network.links.from.size()},
                         {"classes", problem.classes.size()},
                         {"class_names", names},
                         {"method", command.method},
                         {"goal", command.goal},
                         {"threads", threads_of(command)},
                         {"gap", solution.gap},
                         {"objective", solution.objective},
                         {"iterations", solution.steps.size()},
                         {"converged", solution.converged},
                         {"total_cost", solution.total_cost},
                         {"shortest_cost", solution.shortest_cost},
                         {"trips", trips_of(solution)},
                         {"unserved", solution.unserved},
                         {"seconds",
                          {{"read", read_seconds},
                           {"setup", solution.setup_seconds},
                           {"solve", solution.solve_seconds}}},
                         {"peak_mb", peak_mb},
                         {"flows", path_or_null(files.flows)},
                         {"files",
                          {{"gmns", path_or_null(files.gmns)},
                           {"skims", path_or_null(files.skims)},
                           {"convergence", path_or_null(files.convergence)},
                           {"select", path_or_null(files.select)},
                           {"paths", path_or_null(files.paths)}}}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace chorsu::cli
