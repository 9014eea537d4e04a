#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "figures.h"
#include "inputs.h"
#include "lever_list.h"
#include "verbs.h"

namespace chorsu::cli {

namespace {

constexpr auto kId = std::size_t{26};
constexpr auto kYear = std::size_t{6};

/// What a list says of itself: the heading, and how its ids are written.
std::string heading(std::string const& kind) {
  if (kind == "project") {
    return "Projects: open = \"<id>\"; the year is when it may be expected";
  }
  if (kind == "crossing") {
    return "Border crossings: open = or close = \"<id>\"";
  }
  if (kind == "link") {
    return "Links: open = or close = \"<id>\"";
  }
  if (kind == "node") {
    return "Places: close = \"node:<id>\" shuts every link that ends there";
  }
  if (kind == "corridor") {
    return "Corridors, as results and levers name them";
  }
  if (kind == "state") {
    return "States, their tariffs and where they stand";
  }
  if (kind == "strain") {
    return "What presses on relations: strain = \"<id>\", or what it is made of";
  }
  return "Keys of a [[change]] in a scenario file";
}

/// An id too long for its column has a line of its own.
std::string id_and_year(LeverRow const& row) {
  auto const year = left(row.expected > 0 ? std::to_string(row.expected) : "", kYear);
  auto const id =
      width_of(row.id) > kId ? row.id + "\n" + std::string(kId, ' ') : left(row.id, kId);
  return id + " " + year;
}

std::string lines_of(LeverRow const& row, std::size_t columns) {
  auto const indent = kId + 1U + kYear;
  auto text = std::string{};
  for (auto const* part : {&row.title, &row.detail}) {
    for (auto const& line : wrapped(*part, columns - indent)) {
      text += (text.empty() ? id_and_year(row) : std::string(indent, ' ')) + line + "\n";
    }
  }
  return text;
}

/// The kinds asked for, all but the long lists of links and nodes when none is; empty, after a
/// message, when one is unknown.
std::vector<std::string> kinds_of(LeversCommand const& command) {
  auto const known = lever_kinds();
  auto kinds = command.kinds;
  if (kinds.empty()) {
    kinds.assign(known.begin(), known.end());
    std::erase_if(kinds, [](auto const& kind) { return kind == "link" || kind == "node"; });
  }
  for (auto const& kind : kinds) {
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
      say(fmt::format("--kind: no kind '{}': {}", kind, fmt::join(known, ", ")));
      return {};
    }
  }
  return kinds;
}

}  // namespace

int levers(LeversCommand const& command, Terminal const& terminal) {
  auto const kinds = kinds_of(command);
  if (kinds.empty()) {
    return kWrongUsage;
  }
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    tell(inputs);
    return kBadData;
  }
  auto all = std::vector<LeverRow>{};
  for (auto const& kind : kinds) {
    auto const rows = lever_rows(*inputs.region, kind);
    all.insert(all.end(), rows.begin(), rows.end());
    if (command.common.json) {
      continue;
    }
    print((kind == kinds.front() ? "" : "\n") + bold(heading(kind), terminal.colour) + "\n");
    for (auto const& row : rows) {
      print(lines_of(row, static_cast<std::size_t>(terminal.columns)));
    }
  }
  if (command.common.json) {
    print(levers_json(all));
  }
  return kOk;
}

}  // namespace chorsu::cli
