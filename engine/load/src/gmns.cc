#include "chorsu/load/gmns.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "gmns_tables.h"

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

/// A folder's table, plain or packed; none, with a finding unless it may be missing.
std::optional<NamedBytes> read(std::string const& folder,
                               std::string const& name,
                               bool needed,
                               Findings& findings) {
  auto path = (fs::path{folder} / name).string();
  auto error = std::error_code{};
  if (!fs::exists(path, error)) {
    if (fs::exists(path + ".gz", error)) {
      path += ".gz";
    } else if (!needed) {
      return std::nullopt;
    }
  }
  auto bytes = read_file(path, path, findings, kMostTrafficBytes);
  return NamedBytes{std::move(path), std::move(bytes).value_or(std::vector<char>{})};
}

std::string class_name(std::string const& file) {
  auto name = fs::path{file}.filename();
  if (name.extension() == ".gz") {
    name.replace_extension();
  }
  return name.stem().string();
}

void add_class(TrafficProblem& problem, std::string name, Rows<TrafficZoneId, Trip> trips) {
  auto traffic = TrafficClass{};
  traffic.name = std::move(name);
  traffic.trips = std::move(trips);
  problem.classes.push_back(std::move(traffic));
}

void read_network(GmnsTables& tables, TrafficProblem& problem, Problems& problems) {
  auto nodes = GmnsIds<TrafficNodeId>{};
  auto const units = read_units(tables.config, problems);
  read_nodes(tables, problem.network, nodes, problems);
  read_links(tables.link, units, nodes, problem.network, problems);
}

/// The matrices that are asked for, or the only one.
std::vector<std::string> chosen(OmxFile const& file,
                                std::vector<std::string> const& wanted,
                                Problems& problems) {
  auto known = std::string{};
  for (auto const& name : file.matrices) {
    known += (known.empty() ? "" : ", ") + shown(name);
  }
  auto const report = [&](std::string message, std::string remedy) {
    add(problems,
        Finding{Severity::kError, file.name, 0U, "data", std::move(message), std::move(remedy)});
  };
  if (wanted.empty() && file.matrices.size() != 1U) {
    report(std::to_string(file.matrices.size()) + " matrices: " + shown(known),
           "Name those that are demand with --matrix.");
    return {};
  }
  for (auto const& name : wanted) {
    if (std::ranges::find(file.matrices, name) == file.matrices.end()) {
      report("no matrix " + in_quotes(name), "There are: " + known + '.');
      return {};
    }
  }
  return wanted.empty() ? file.matrices : wanted;
}

void read_omx(std::string const& path,
              std::vector<std::string> const& wanted,
              TrafficProblem& problem,
              Problems& problems) {
  auto findings = Findings{};
  auto const file = open_omx(path, findings);
  add_all(problems, std::move(findings));
  if (!file) {
    return;
  }
  for (auto const& matrix : chosen(*file, wanted, problems)) {
    add_class(problem, matrix, read_demand(*file, matrix, problem.network.zones, problems));
  }
}

LoadedTraffic finished(std::unique_ptr<TrafficProblem> problem, Problems problems) {
  if (problems.errors > 0U) {
    problem.reset();
  }
  return {std::move(problem), finish(std::move(problems))};
}

}  // namespace

LoadedTraffic parse_gmns(GmnsTables tables, std::vector<NamedBytes> demand) {
  auto problems = Problems{};
  auto problem = std::make_unique<TrafficProblem>();
  read_network(tables, *problem, problems);
  if (problems.errors == 0U) {
    for (auto& table : demand) {
      add_class(
          *problem, class_name(table.name), read_demand(table, problem->network.zones, problems));
    }
  }
  return finished(std::move(problem), std::move(problems));
}

LoadedTraffic read_gmns(std::string const& folder, GmnsDemand const& demand) {
  auto findings = Findings{};
  auto tables = GmnsTables{.node = *read(folder, "node.csv", true, findings),
                           .link = *read(folder, "link.csv", true, findings),
                           .zone = read(folder, "zone.csv", false, findings),
                           .config = read(folder, "config.csv", false, findings)};
  auto trips = std::vector<NamedBytes>{};
  for (auto const& path : demand.tables) {
    auto bytes = read_file(path, path, findings, kMostTrafficBytes);
    trips.push_back({path, std::move(bytes).value_or(std::vector<char>{})});
  }
  if (has_errors(findings)) {
    return {nullptr, std::move(findings)};
  }
  auto loaded = parse_gmns(std::move(tables), std::move(trips));
  if (!loaded.problem) {
    return loaded;
  }
  auto problems = Problems{};
  add_all(problems, std::move(loaded.findings));
  for (auto const& path : demand.omx) {
    read_omx(path, demand.matrices, *loaded.problem, problems);
  }
  return finished(std::move(loaded.problem), std::move(problems));
}

}  // namespace chorsu
