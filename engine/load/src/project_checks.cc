#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

enum class Mark : std::uint8_t { kNew, kOpen, kDone };

struct Walk {
  Projects const& projects;
  std::vector<Mark> marks;
  std::vector<ProjectId> path;
};

/// Follows what projects require; true when the way comes back to where it was, then `path` ends in
/// the circle.
bool finds_circle(Walk& walk, ProjectId project) {
  if (walk.marks[project.value] != Mark::kNew) {
    return walk.marks[project.value] == Mark::kOpen;
  }
  walk.marks[project.value] = Mark::kOpen;
  walk.path.push_back(project);
  for (auto const needed : walk.projects.needs[project]) {
    if (finds_circle(walk, needed)) {
      return true;
    }
  }
  walk.path.pop_back();
  walk.marks[project.value] = Mark::kDone;
  return false;
}

std::string named(Projects const& projects, std::vector<ProjectId> const& path) {
  auto text = std::string{};
  for (auto const project : path) {
    text += (text.empty() ? "" : ", ") + projects.id[project];
  }
  return text;
}

void check_excludes(Reading& reading) {
  auto const& projects = reading.region->projects;
  for (auto const project : projects.id.ids()) {
    auto const excluded = projects.excludes[project];
    for (auto const needed : projects.needs[project]) {
      if (std::ranges::find(excluded, needed) != excluded.end()) {
        report(reading,
               projects.capex[project].fact,
               "excludes",
               fmt::format(
                   "'{}' requires and excludes '{}'", projects.id[project], projects.id[needed]),
               "Remove one of the two.");
      }
    }
  }
}

}  // namespace

void check_projects(Reading& reading) {
  auto const& projects = reading.region->projects;
  auto walk = Walk{
      .projects = projects, .marks = std::vector<Mark>(projects.id.size(), Mark::kNew), .path = {}};
  for (auto const project : projects.id.ids()) {
    if (finds_circle(walk, project)) {
      report(reading,
             projects.capex[walk.path.back()].fact,
             "requires",
             fmt::format("projects require each other in a circle: {}", named(projects, walk.path)),
             "Remove one of them from requires.");
      break;
    }
  }
  check_excludes(reading);
}

}  // namespace chorsu
