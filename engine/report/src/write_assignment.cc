#include "chorsu/report/write_assignment.h"

#include <exception>
#include <filesystem>
#include <set>

#include "assignment_tables.h"
#include "omx_file.h"
#include "work_directory.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

constexpr auto kFlows = "link_flows.csv";
constexpr auto kGmns = "gmns";
constexpr auto kNodes = "gmns/node.csv";
constexpr auto kLinks = "gmns/link.csv";
constexpr auto kSkims = "skims.omx";
constexpr auto kConvergence = "convergence.csv";
constexpr auto kSelect = "select.omx";
constexpr auto kPaths = "paths.csv";

/// "cars_" where there are several classes.
std::string prefix(TrafficProblem const& problem, TrafficClassId of) {
  return problem.classes.size() > 1U ? problem.classes[of].name + '_' : std::string{};
}

void write_skims(AssignmentInput const& input, fs::path const& path) {
  auto const& [problem, solution] = input;
  auto omx = OmxWriter{path, problem.network.zones.name.values};
  for (auto const of : problem.classes.ids()) {
    auto const skims = skim(problem, solution, of);
    auto const before = prefix(problem, of);
    omx.add(matrix_name(before + "cost"), skims.cost);
    omx.add(matrix_name(before + "time"), skims.time);
    omx.add(matrix_name(before + "length"), skims.length);
    omx.add(matrix_name(before + "toll"), skims.toll);
  }
  omx.close();
}

void write_select(AssignmentInput const& input,
                  std::vector<TrafficLinkId> const& links,
                  fs::path const& path) {
  auto const& [problem, solution] = input;
  auto omx = OmxWriter{path, problem.network.zones.name.values};
  auto used = std::set<std::string>{};
  for (auto const of : problem.classes.ids()) {
    for (auto const link : links) {
      auto name = matrix_name(prefix(problem, of) + link_name(problem.network, link));
      if (!used.insert(name).second) {  // two links between the same nodes
        name += "_row" + std::to_string(link.value + 1U);
        used.insert(name);
      }
      omx.add(name, select_link(problem, solution, of, link));
    }
  }
  omx.close();
}

std::vector<std::string> write_all(AssignmentInput const& input,
                                   AssignmentChoice const& choice,
                                   fs::path const& folder) {
  fs::create_directories(folder / kGmns);
  write_text(folder / kFlows, link_flows_csv(input));
  write_text(folder / kNodes, gmns_node_csv(input.problem.network));
  write_text(folder / kLinks, gmns_link_csv(input));
  write_text(folder / kConvergence, convergence_csv(input.solution));
  write_skims(input, folder / kSkims);
  auto names = std::vector<std::string>{kFlows, kNodes, kLinks, kConvergence, kSkims};
  if (!choice.select.empty()) {
    write_select(input, choice.select, folder / kSelect);
    names.emplace_back(kSelect);
  }
  if (choice.paths) {
    write_text(folder / kPaths, paths_csv(input, choice.least_vehicles));
    names.emplace_back(kPaths);
  }
  return names;
}

AssignmentFiles files_under(fs::path const& base, AssignmentChoice const& choice) {
  return {.flows = (base / kFlows).string(),
          .gmns = (base / kGmns).string(),
          .skims = (base / kSkims).string(),
          .convergence = (base / kConvergence).string(),
          .select = choice.select.empty() ? std::string{} : (base / kSelect).string(),
          .paths = choice.paths ? (base / kPaths).string() : std::string{}};
}

}  // namespace

WrittenAssignment write_assignment(TrafficProblem const& problem,
                                   EquilibriumSolution const& solution,
                                   AssignmentChoice const& choice,
                                   std::string const& directory) try {
  auto const work = WorkDirectory{directory};
  work.move(write_all({problem, solution}, choice, work.path()));
  return {files_under(directory, choice), {}};
} catch (CannotWrite const& trouble) {
  return {{}, cannot_write(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, cannot_write(directory, trouble.what())};
}

}  // namespace chorsu
