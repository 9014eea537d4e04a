#include <algorithm>
#include <string_view>
#include <utility>

#include "why_tree.h"

namespace chorsu::cli {

namespace {

/// Where a figure stands in a table of the run: rows whose cells are these, and the columns whose
/// sum it is.
struct Standing {
  char const* file;
  std::vector<std::pair<std::string, std::string>> cells;
  std::vector<std::string> columns;
  char const* unit{nullptr};  ///< where it is not the figure's
};

std::pair<std::string, std::string> split_first(std::string const& text) {
  auto const dot = std::min(text.find('.'), text.size());
  return {text.substr(0, dot), dot < text.size() ? text.substr(dot + 1U) : std::string{}};
}

std::pair<std::string, std::string> split_last(std::string const& text) {
  auto const dot = text.rfind('.');
  return dot == std::string::npos ? std::pair{text, std::string{}}
                                  : std::pair{text.substr(0, dot), text.substr(dot + 1U)};
}

/// "exposure.crossing_max" is exposure_crossing_max, the surplus its change.
Standing of_state(std::string const& rest) {
  auto [state, item] = split_first(rest);
  std::replace(item.begin(), item.end(), '.', '_');
  return {"accounts.csv",
          {{"state", state}, {"item", item == "surplus" ? "surplus_change" : item}},
          {"value"}};
}

/// Speeds are traced as the hours of 1,000 km.
Standing of_corridor(std::string const& rest) {
  auto const [corridor, item] = split_first(rest);
  auto const [indicator, mode] = split_first(item);
  return {"corridors.csv",
          {{"corridor", corridor}},
          {mode.empty() ? indicator : mode + "_" + indicator},
          indicator.starts_with("tfi4") ? "km/h" : nullptr};
}

/// "link/ID/FROM" and "crossing/ID/FROM", "port/NODE", "gauge_change/NODE" and the same with
/// "/back".
Standing of_facility(std::string const& rest) {
  auto const [id, item] = split_last(rest);
  auto const first = id.find('/');
  auto const second = id.find('/', first + 1U);
  auto const kind = id.substr(0, first);
  auto const middle = id.substr(first + 1U, second - first - 1U);
  auto const last = second == std::string::npos ? std::string{} : id.substr(second + 1U);
  if (last.empty() || last == "back") {
    return {"facilities.csv",
            {{"kind", kind}, {"node", middle}, {"reversed", last.empty() ? "0" : "1"}},
            {item}};
  }
  return {"facilities.csv", {{"kind", kind}, {"link_id", middle}, {"from_node", last}}, {item}};
}

std::optional<Standing> standing_of(std::string const& figure) {
  auto const [kind, rest] = split_first(figure);
  if (kind == "states") {
    return of_state(rest);
  }
  if (kind == "corridors") {
    return of_corridor(rest);
  }
  if (kind == "facilities") {
    return of_facility(rest);
  }
  if (kind == "links") {
    return Standing{"flows.csv", {{"link_id", split_last(rest).first}}, {"tonnes"}};
  }
  if (kind == "routes") {
    auto const [route, item] = split_first(rest);
    return Standing{"routes.csv", {{"route", route}}, {item}};
  }
  if (kind == "observations") {
    auto const [id, item] = split_last(rest);
    return Standing{"observations.csv", {{"observation_id", id}}, {item}};
  }
  if (kind == "crossings") {
    return Standing{
        "crossings.csv", {{"link_id", split_last(rest).first}}, {"forward", "backward"}};
  }
  if (kind == "diversion") {
    auto const [from, to] = split_first(rest);
    return Standing{"diversion.csv", {{"from", from}, {"to", to}}, {"tonnes"}};
  }
  return std::nullopt;
}

bool stands_in(CsvTable const& table, std::size_t row, Standing const& asked) {
  return std::all_of(asked.cells.begin(), asked.cells.end(), [&](auto const& wanted) {
    return cell(table, row, wanted.first) == wanted.second;
  });
}

/// Adds what a row says, to the same future's if there is one; empty cells say nothing.
void add_row(CsvTable const& table,
             std::size_t row,
             Standing const& asked,
             std::vector<WhyGives>& gives) {
  auto const name = cell(table, row, "future");
  auto const future = std::string{name.empty() ? "scenario" : name};
  for (auto const& column : asked.columns) {
    auto const value = number_in(cell(table, row, column));
    if (!value) {
      continue;
    }
    auto const known = std::find_if(
        gives.begin(), gives.end(), [&](auto const& one) { return one.future == future; });
    auto& one = known != gives.end()
                    ? *known
                    : gives.emplace_back(WhyGives{future, table.lines[row], {}, 0.0});
    one.contribution += *value;
  }
}

std::string title_of(Standing const& asked) {
  auto title = std::string{asked.file};
  auto separator = std::string{": "};
  for (auto const& [column, value] : asked.cells) {
    title += std::exchange(separator, ", ") + value;
  }
  return title;
}

}  // namespace

std::optional<WhyStep> account_of(TableFolder& run, std::string const& figure) {
  auto const asked = standing_of(figure);
  auto const* table = asked ? table_if_there(run, asked->file) : nullptr;
  if (table == nullptr) {
    return std::nullopt;
  }
  auto step = WhyStep{.kind = "account", .title = title_of(*asked)};
  step.unit = asked->unit != nullptr ? asked->unit : "";
  for (auto row = std::size_t{0}; row < table->rows(); ++row) {
    if (stands_in(*table, row, *asked)) {
      add_row(*table, row, *asked, step.gives);
    }
  }
  return step.gives.empty() ? std::nullopt : std::optional{std::move(step)};
}

}  // namespace chorsu::cli
