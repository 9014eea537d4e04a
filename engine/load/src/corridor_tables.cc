#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// Rows of corridor_link.csv as they gather into branches.
struct Branches {
  std::vector<std::vector<LinkId>> links;
  std::vector<int> last_seq;
};

void open_branch(Reading& reading, Row const& row, Branches& branches) {
  auto& corridors = reading.region->network.corridors;
  add_id(reading.ids.branches, row, "branch_id");
  corridors.branch.push_back(std::string{cell(row, "branch_id")});
  corridors.corridor.push_back(reference(reading.ids.corridors, row, "corridor_id"));
  branches.links.emplace_back();
  branches.last_seq.push_back(0);
}

void add_branch_link(Reading& reading, Row const& row, Branches& branches) {
  constexpr auto kMostLinks = 100000;
  auto const name = cell(row, "branch_id");
  if (find_id(reading.ids.branches, name).is_none()) {
    open_branch(reading, row, branches);
  }
  auto const found = find_id(reading.ids.branches, name);
  auto const place = found.is_none() ? branches.links.size() - 1U : std::size_t{found.value};
  auto const corridor = find_id(reading.ids.corridors, cell(row, "corridor_id"));
  if (reading.region->network.corridors.corridor.values[place] != corridor) {
    report(row,
           "branch_id",
           fmt::format("branch {} belongs to another corridor too", in_quotes(name)),
           "Give every corridor branches of its own.");
  }
  auto const seq = integer(row, "seq", 1, kMostLinks);
  if (seq <= branches.last_seq[place]) {
    report(row, "seq", "the links of a branch are not in order", "Sort the rows by seq.");
  }
  branches.last_seq[place] = seq;
  branches.links[place].push_back(reference(reading.ids.links, row, "link_id"));
}

Opening* rule_of(StatusRules& rules, Status status) {
  switch (status) {
    case Status::kOperational:
      return &rules.operational;
    case Status::kUnderConstruction:
      return &rules.under_construction;
    case Status::kPlanned:
      return &rules.planned;
    case Status::kSuspended:
      break;
  }
  return &rules.suspended;
}

void read_status(Reading& reading, Row const& row, UniqueKey& ids) {
  check_unique(row, ids);
  auto event = StatusEvents::Row{.id = required_text(row, "status_id"),
                                 .link = optional_reference(reading.ids.links, row, "link_id"),
                                 .node = optional_reference(reading.ids.nodes, row, "node_id"),
                                 .from = date(row, "from_date"),
                                 .fact = row.fact};
  auto const until = optional_date(row, "until_date");
  event.has_until = until.has_value();
  event.until = until.value_or(Date{});
  event.status = choice(row, "status", kStatuses);
  if (cell(row, "link_id").empty() == cell(row, "node_id").empty()) {
    report(row, "link_id", "one of link_id and node_id must be filled", "Empty the other.");
  }
  if (until && *until <= event.from) {
    report(row, "until_date", "ends before it begins", "Write a day after from_date.");
  }
  reading.region->events.rows.push_back(std::move(event));
}

}  // namespace

void read_statuses(Reading& reading) {
  auto ids = UniqueKey{.columns = {"status_id"}, .seen = {}};
  for_each_row(reading, "status", [&](Row const& row) { read_status(reading, row, ids); });
  auto statuses = UniqueKey{.columns = {"status"}, .seen = {}};
  for_each_row(reading, "status_rule", [&](Row const& row) {
    check_unique(row, statuses);
    auto const status = choice(row, "status", kStatuses);
    *rule_of(reading.region->status_rules, status) =
        choice<Opening>(row,
                        "opens",
                        {{"always", Opening::kAlways},
                         {"expected_year", Opening::kExpectedYear},
                         {"lever", Opening::kLever},
                         {"evidence_or_lever", Opening::kEvidenceOrLever}});
  });
}

void read_corridors(Reading& reading) {
  auto& corridors = reading.region->network.corridors;
  for_each_row(reading, "corridor", [&](Row const& row) {
    add_id(reading.ids.corridors, row, "corridor_id");
    corridors.name.push_back(required_text(row, "name"));
    optional_reference(reading.ids.nodes, row, "origin");
    optional_reference(reading.ids.nodes, row, "destination");
  });
  corridors.id.values = reading.ids.corridors.names;
  auto branches = Branches{};
  for_each_row(
      reading, "corridor_link", [&](Row const& row) { add_branch_link(reading, row, branches); });
  for (auto const& links : branches.links) {
    corridors.links.push_back(links);
  }
}

}  // namespace chorsu
