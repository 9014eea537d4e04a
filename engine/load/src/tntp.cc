#include "chorsu/load/tntp.h"

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "tntp_text.h"

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

/// "winnipeg_trips" of "data/winnipeg_trips.tntp.gz".
std::string class_name(std::string const& file) {
  auto name = std::filesystem::path{file}.filename();
  if (name.extension() == ".gz") {
    name.replace_extension();
  }
  return name.stem().string();
}

}  // namespace

LoadedTraffic parse_tntp(NamedText const& net, std::span<NamedText const> trips) {
  auto problems = Problems{};
  auto problem = std::make_unique<TrafficProblem>();
  problem->network = read_net(net, problems);
  if (problems.errors == 0U) {
    for (auto const& file : trips) {
      auto traffic = TrafficClass{};
      traffic.name = class_name(file.name);
      traffic.trips = read_trips(file, problem->network.zones.name.size(), problems);
      problem->classes.push_back(std::move(traffic));
    }
  }
  if (problems.errors > 0U) {
    problem.reset();
  }
  return {std::move(problem), finish(std::move(problems))};
}

LoadedTraffic read_tntp(std::string const& net, std::span<std::string const> trips) {
  auto findings = Findings{};
  auto bytes = std::vector<std::vector<char>>{};
  auto texts = std::vector<NamedText>{};
  auto const read = [&](std::string const& path) {
    auto& file = bytes.emplace_back(
        read_file(path, path, findings, kMostTrafficBytes).value_or(std::vector<char>{}));
    texts.push_back({path, {file.data(), file.size()}});
  };
  read(net);
  for (auto const& file : trips) {
    read(file);
  }
  if (has_errors(findings)) {
    return {nullptr, std::move(findings)};
  }
  return parse_tntp(texts.front(), std::span{texts}.subspan(1U));
}

}  // namespace chorsu
