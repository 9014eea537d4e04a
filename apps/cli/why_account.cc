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

/// Speeds are traced as hours, so they have no row.
std::optional<Standing> of_corridor(std::string const& rest) {
  auto const [corridor, item] = split_first(rest);
  auto const [indicator, mode] = split_first(item);
  if (indicator.starts_with("tfi4")) {
    return std::nullopt;
  }
  return Standing{"corridors.csv",
                  {{"corridor", corridor}},
                  {mode.empty() ? indicator : mode + "_" + indicator}};
}

std::optional<Standing> standing_of(std::string const& figure) {
  auto const [kind, rest] = split_first(figure);
  if (kind == "states") {
    return of_state(rest);
  }
  if (kind == "corridors") {
    return of_corridor(rest);
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

WhyGives given(CsvTable const& table, std::size_t row, Standing const& asked) {
  auto const future = cell(table, row, "future");
  auto gives =
      WhyGives{std::string{future.empty() ? "scenario" : future}, table.lines[row], {}, 0.0};
  for (auto const& column : asked.columns) {
    gives.contribution += number_in(cell(table, row, column)).value_or(0.0);
  }
  return gives;
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
  auto const* table = asked ? table_of(run, asked->file) : nullptr;
  if (table == nullptr) {
    return std::nullopt;
  }
  auto step = WhyStep{.kind = "account", .title = title_of(*asked)};
  for (auto row = std::size_t{0}; row < table->rows(); ++row) {
    if (stands_in(*table, row, *asked)) {
      step.gives.push_back(given(*table, row, *asked));
    }
  }
  return step.gives.empty() ? std::nullopt : std::optional{std::move(step)};
}

}  // namespace chorsu::cli
