#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "problems.h"

#include "chorsu/base/nearest_name.h"
#include "chorsu/load/scenario.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

bool is_package(fs::path const& folder) {
  auto error = std::error_code{};
  return fs::is_regular_file(folder / "datapackage.json", error);
}

/// The folders data/ that may hold packages: of the working directory and above the scenario.
std::vector<fs::path> data_folders(std::string const& scenario_path) {
  auto error = std::error_code{};
  auto folders = std::vector<fs::path>{"data"};
  auto at = fs::absolute(scenario_path, error).lexically_normal().parent_path();
  while (!error && !at.empty()) {
    folders.push_back(at / "data");
    auto above = at.parent_path();
    if (above == at) {
      break;
    }
    at = std::move(above);
  }
  return folders;
}

std::vector<std::string> packages_in(std::vector<fs::path> const& folders) {
  auto names = std::set<std::string>{};
  for (auto const& folder : folders) {
    auto error = std::error_code{};
    for (auto const& entry : fs::directory_iterator{folder, error}) {
      if (is_package(entry.path())) {
        names.insert(entry.path().filename().string());
      }
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace

std::string find_region(std::string const& name,
                        std::string const& scenario_path,
                        Findings& findings) {
  auto const beside = fs::path{scenario_path}.parent_path() / name;
  for (auto const& path : {fs::path{name}, beside}) {
    if (!name.empty() && is_package(path)) {
      return path.lexically_normal().string();
    }
  }
  auto const folders = data_folders(scenario_path);
  for (auto const& folder : folders) {
    if (!name.empty() && is_package(folder / name)) {
      return (folder / name).lexically_normal().string();
    }
  }
  auto const known = packages_in(folders);
  auto const nearest = nearest_name(name, known);
  findings.push_back({Severity::kError,
                      scenario_path,
                      0U,
                      "region",
                      fmt::format("no region package {}", in_quotes(name)),
                      nearest ? fmt::format("Did you mean '{}'?", *nearest)
                              : "Name a folder of data/, or the path of a package."});
  return {};
}

}  // namespace chorsu
