#include "why_tree.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace chorsu::cli {

namespace {

constexpr auto kTraces = "traces.csv";
constexpr auto kLanes = "lanes.csv";
constexpr auto kLinkCosts = "link_costs.csv";

using Rows = std::vector<std::size_t>;

std::string text_of(CsvTable const& table, std::size_t row, std::string_view column) {
  return std::string{cell(table, row, column)};
}

Rows rows_where(CsvTable const& table, std::string_view column, std::string_view value) {
  auto rows = Rows{};
  auto const it = std::find(table.header.begin(), table.header.end(), column);
  if (it != table.header.end()) {
    auto const at = static_cast<std::size_t>(it - table.header.begin());
    for (auto row = std::size_t{0}; row < table.rows(); ++row) {
      if (table.cell(row, at) == value) {
        rows.push_back(row);
      }
    }
  }
  return rows;
}

/// A source and what it rests on; `above` are those on the way to it.
std::optional<WhyStep> source_step(WhyInputs const& in,
                                   std::string const& id,
                                   std::set<std::string> above = {}) {
  auto const* sources = table_of(in.package, "source.csv");
  auto const rows = sources != nullptr ? rows_where(*sources, "source_id", id) : Rows{};
  if (rows.empty() || !above.insert(id).second) {
    return std::nullopt;
  }
  auto const row = rows.front();
  auto const text = [&](std::string_view column) { return text_of(*sources, row, column); };
  auto step = WhyStep{.kind = "source", .title = text("title")};
  step.source = WhySource{id,
                          sources->lines[row],
                          text("kind"),
                          text("title"),
                          text("publisher"),
                          text("date"),
                          text("url")};
  auto const rests_on = text("rests_on");
  for (auto begin = std::size_t{0}; begin < rests_on.size();) {
    auto const end = std::min(rests_on.find(';', begin), rests_on.size());
    if (auto below = source_step(in, rests_on.substr(begin, end - begin), above)) {
      step.parts.push_back(std::move(*below));
    }
    begin = end + 1U;
  }
  return step;
}

/// Once a cell, however many branches rest on it.
void complain(WhyInputs const& in, WhyCell const& asked, std::string message) {
  auto file = in.package.path + "/" + asked.file;
  auto const said = [&](Finding const& one) {
    return one.file == file && one.row == asked.row && one.column == asked.column;
  };
  if (std::ranges::any_of(in.findings, said)) {
    return;
  }
  in.findings.push_back({.file = std::move(file),
                         .row = asked.row,
                         .column = asked.column,
                         .message = std::move(message),
                         .remedy = "The package is another than that of the run: name that one "
                                   "with --region, or run again."});
}

/// Takes range and confidence from the package, and checks that it still says what the run saw.
void look_up(WhyInputs const& in, std::string const& source, WhyCell& asked) {
  auto const* table = table_of(in.package, asked.file);
  if (table == nullptr) {
    complain(in, asked, "no such table");
    return;
  }
  auto const row = row_at_line(*table, asked.row);
  auto const value = row ? number_in(cell(*table, *row, asked.column)) : std::nullopt;
  if (!value || *value != asked.value || cell(*table, *row, "source") != source) {
    complain(
        in, asked, fmt::format("not {} from source {}, as the run has it", asked.value, source));
    return;
  }
  asked.low = number_in(cell(*table, *row, asked.column + "_low"));
  asked.high = number_in(cell(*table, *row, asked.column + "_high"));
  asked.confidence = text_of(*table, *row, "confidence");
}

/// The cell that a row of traces.csv, lanes.csv or link_costs.csv cites, and its source below.
void cite(WhyInputs const& in, CsvTable const& table, std::size_t row, WhyStep& step) {
  auto const line = number_in(cell(table, row, "line"));
  if (!line) {
    return;
  }
  auto const source = text_of(table, row, "source");
  auto cited = WhyCell{};
  cited.file = text_of(table, row, "file");
  cited.row = static_cast<std::uint32_t>(*line);
  cited.column = text_of(table, row, "column");
  cited.value = number_in(cell(table, row, "value")).value_or(0.0);
  cited.unit = text_of(table, row, "unit");
  look_up(in, source, cited);
  if (auto below = source_step(in, source)) {
    cited.assumed = below->source->kind == "assumption" || below->source->kind == "default";
    step.parts.push_back(std::move(*below));
  }
  step.cell = std::move(cited);
}

WhyGives given(CsvTable const& table, std::size_t row) {
  return {text_of(table, row, "future"),
          0U,
          number_in(cell(table, row, "amount")),
          number_in(cell(table, row, "contribution")).value_or(0.0)};
}

std::vector<WhyStep> lane_parts(WhyInputs const& in, std::string const& lane) {
  auto steps = std::vector<WhyStep>{};
  if (auto const* lanes = table_of(in.run, kLanes)) {
    for (auto const row : rows_where(*lanes, "lane", lane)) {
      steps.push_back({.kind = "row", .title = text_of(*lanes, row, "row")});
      cite(in, *lanes, row, steps.back());
    }
  }
  return steps;
}

WhyStep step_of(WhyInputs const& in, CsvTable const& table, std::size_t row) {
  auto step = WhyStep{.kind = "row", .title = text_of(table, row, "row")};
  step.unit = text_of(table, row, "contribution_unit");
  step.reading = text_of(table, row, "reading");
  step.amount_unit = text_of(table, row, "amount_unit");
  auto const has_line = !cell(table, row, "line").empty();
  if (!has_line) {
    step.kind = cell(table, row, "file").empty() ? "others" : "change";
    step.title += step.kind == "change" ? ", " + text_of(table, row, "file") : "";
    return step;
  }
  if (auto parts = lane_parts(in, step.title); !parts.empty()) {
    step.kind = "lane";
    step.parts = std::move(parts);
    return step;
  }
  cite(in, table, row, step);
  return step;
}

bool same_row(CsvTable const& table, std::size_t a, std::size_t b) {
  for (auto const* column : {"row", "file", "line", "column", "value", "unit", "reading"}) {
    if (cell(table, a, column) != cell(table, b, column)) {
      return false;
    }
  }
  return true;
}

/// One step a row of the package, what it gives in the futures together.
std::vector<WhyStep> steps_of(WhyInputs const& in, CsvTable const& table, Rows const& rows) {
  auto firsts = Rows{};
  auto steps = std::vector<WhyStep>{};
  for (auto const row : rows) {
    auto const it = std::find_if(
        firsts.begin(), firsts.end(), [&](auto first) { return same_row(table, first, row); });
    auto const at = static_cast<std::size_t>(it - firsts.begin());
    if (it == firsts.end()) {
      firsts.push_back(row);
      steps.push_back(step_of(in, table, row));
    }
    steps[at].gives.push_back(given(table, row));
  }
  return steps;
}

std::vector<WhyGives> sums(CsvTable const& table, Rows const& rows) {
  auto result = std::vector<WhyGives>{};
  for (auto const row : rows) {
    auto const one = given(table, row);
    auto const it = std::find_if(
        result.begin(), result.end(), [&](auto const& g) { return g.future == one.future; });
    if (it == result.end()) {
      result.push_back({one.future, 0U, std::nullopt, one.contribution});
    } else {
      it->contribution += one.contribution;
    }
  }
  return result;
}

/// Largest first, as the table has them.
std::vector<WhyStep> link_steps(WhyInputs const& in, std::string const& figure) {
  auto steps = std::vector<WhyStep>{};
  auto const* table = table_if_there(in.run, kLinkCosts);
  if (table == nullptr) {
    return steps;
  }
  auto of_place = std::vector<std::pair<std::string, Rows>>{};
  for (auto const row : rows_where(*table, "figure", figure)) {
    auto const place = text_of(*table, row, "place");
    auto const it = std::find_if(
        of_place.begin(), of_place.end(), [&](auto const& known) { return known.first == place; });
    (it == of_place.end() ? of_place.emplace_back(place, Rows{}) : *it).second.push_back(row);
  }
  for (auto const& [place, rows] : of_place) {
    auto step = WhyStep{.kind = place.empty() ? "others" : "link",
                        .title = text_of(*table, rows.front(), "name"),
                        .unit = text_of(*table, rows.front(), "contribution_unit"),
                        .gives = sums(*table, rows)};
    if (!place.empty()) {
      step.parts = steps_of(in, *table, rows);
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

void cut_off(WhyStep& step, std::size_t depth) {
  if (depth == 0U) {
    step.links.clear();
    step.parts.clear();
    return;
  }
  for (auto& below : step.links) {
    cut_off(below, depth - 1U);
  }
  for (auto& below : step.parts) {
    cut_off(below, depth - 1U);
  }
}

}  // namespace

std::size_t hops(WhyStep const& step) {
  auto most = std::size_t{0};
  for (auto const* parts : {&step.links, &step.parts}) {
    for (auto const& below : *parts) {
      most = std::max(most, 1U + hops(below));
    }
  }
  return most;
}

std::vector<std::string> figures_of(TableFolder& run) {
  auto ids = std::vector<std::string>{};
  if (auto const* traces = table_of(run, kTraces)) {
    for (auto row = std::size_t{0}; row < traces->rows(); ++row) {
      auto const id = cell(*traces, row, "figure");
      if (ids.empty() || ids.back() != id) {
        ids.emplace_back(id);
      }
    }
  }
  return ids;
}

std::vector<WhyGives> values_of(CsvTable const& traces, std::string const& figure) {
  return sums(traces, rows_where(traces, "figure", figure));
}

WhyStep why_tree(WhyInputs const& in, std::string const& figure, std::size_t depth) {
  auto result = WhyStep{.kind = "figure", .title = figure};
  auto const* traces = table_of(in.run, kTraces);
  if (traces == nullptr) {
    return result;
  }
  auto const rows = rows_where(*traces, "figure", figure);
  result.gives = sums(*traces, rows);
  result.unit = rows.empty() ? "" : text_of(*traces, rows.front(), "contribution_unit");
  auto parts = steps_of(in, *traces, rows);
  auto links = link_steps(in, figure);
  if (auto account = account_of(in.run, figure)) {
    account->unit = account->unit.empty() ? result.unit : account->unit;
    account->parts = std::move(parts);
    account->links = std::move(links);
    result.parts.push_back(std::move(*account));
  } else {
    result.parts = std::move(parts);
    result.links = std::move(links);
  }
  cut_off(result, depth);
  return result;
}

}  // namespace chorsu::cli
