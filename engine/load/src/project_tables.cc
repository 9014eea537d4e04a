#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// The list cells of one project, whose ids may stand further down.
struct ProjectLists {
  std::vector<LinkId> own;
  std::vector<LinkId> shared;
  std::vector<ProjectId> needs;
  std::vector<ProjectId> excludes;
};

using AllLists = Column<ProjectId, ProjectLists>;

void read_project(Reading& reading, Row const& row) {
  auto& projects = reading.region->projects;
  add_id(reading.ids.projects, row, "project_id");
  projects.title.push_back(required_text(row, "title"));
  projects.kind.push_back(required_text(row, "kind"));
  optional_reference(reading.ids.corridors, row, "corridor_id");
  projects.corridor.push_back(std::string{cell(row, "corridor_id")});
  references(reading.ids.states, row, "sponsors");
  auto const earliest = integer(row, "earliest", kFirstYear, kLastYear);
  auto const expected = integer(row, "expected", kFirstYear, kLastYear);
  auto const latest = integer(row, "latest", kFirstYear, kLastYear);
  if (earliest > expected || expected > latest) {
    report(row, "expected", "years out of order", "Write earliest <= expected <= latest.");
  }
  projects.expected.push_back(static_cast<std::int16_t>(expected));
  projects.capex.push_back(measure(row, "capex_usd_m", kNotNegative));
}

void read_needs(Reading& reading, AllLists& lists) {
  auto const table = reopen(reading, "project");
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    auto const row = Row{.table = table, .index = i};
    auto& of_project = lists.values[i];
    of_project.needs = references(reading.ids.projects, row, "requires");
    of_project.excludes = references(reading.ids.projects, row, "excludes");
  }
}

void read_project_link(Reading& reading, Row const& row, AllLists& lists) {
  constexpr auto kMostLinks = 100000;
  auto const project = reference(reading.ids.projects, row, "project_id");
  auto const link = reference(reading.ids.links, row, "link_id");
  auto const is_own = choice<bool>(row, "role", {{"own", true}, {"shared", false}});
  integer(row, "seq", 1, kMostLinks);
  if (!project.is_none()) {
    (is_own ? lists[project].own : lists[project].shared).push_back(link);
  }
}

void store(Projects& projects, AllLists const& lists) {
  for (auto const& of_project : lists.values) {
    projects.own_links.push_back(of_project.own);
    projects.shared_links.push_back(of_project.shared);
    projects.needs.push_back(of_project.needs);
    projects.excludes.push_back(of_project.excludes);
  }
}

}  // namespace

void read_projects(Reading& reading) {
  auto& projects = reading.region->projects;
  for_each_row(reading, "project", [&](Row const& row) { read_project(reading, row); });
  projects.id.values = reading.ids.projects.names;
  auto lists = AllLists{};
  lists.values.resize(projects.id.size());
  read_needs(reading, lists);
  auto key = UniqueKey{.columns = {"project_id", "link_id"}, .seen = {}};
  for_each_row(reading, "project_link", [&](Row const& row) {
    check_unique(row, key);
    read_project_link(reading, row, lists);
  });
  store(projects, lists);
}

}  // namespace chorsu
