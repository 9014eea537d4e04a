#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/core.h>

#include "compare_answer.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kMostRows = std::size_t{12};
constexpr auto kLabel = std::size_t{20};

using Scenarios = std::span<ScenarioAnswer const>;

/// Columns of a table: amount and per cent of a few scenarios under their names, or one of both of
/// many under letters.
struct Layout {
  bool letters{false};
  bool percent{false};  ///< alone, instead of amounts
  std::size_t number{10};
  std::size_t share{9};  ///< width of per cent beside amounts, 0 when there is none
  std::size_t column() const { return number + share; }
};

/// As many scenarios as fit side by side with their names have them.
Layout layout_of(std::size_t scenarios, CompareView const& view) {
  constexpr auto kNarrow = std::size_t{8};
  auto const room = static_cast<std::size_t>(view.columns) - kLabel;
  auto const roomy = Layout{};
  if (!view.percent && scenarios * roomy.column() <= room) {
    return roomy;
  }
  return {.letters = true, .percent = view.percent, .number = kNarrow, .share = 0U};
}

std::string in_percent(Change const& change) {
  return change.baseline != 0.0 ? with_sign(100.0 * change.relative(), 1) : "";
}

std::string cells(Change const& change, Metric const& metric, Layout const& layout) {
  if (layout.percent) {
    return right(in_percent(change), layout.number);
  }
  auto const amount = change.difference() / metric.per_table_unit;
  auto text = with_sign(amount, metric.decimals);
  if (layout.letters && width_of(text) >= layout.number) {
    text = with_sign(amount, 0);
  }
  auto const percent = in_percent(change);
  return right(text, layout.number) +
         (layout.share == 0U ? "" : right(percent.empty() ? "" : percent + " %", layout.share));
}

std::string heads(Scenarios scenarios, Layout const& layout, std::size_t first, std::size_t last) {
  auto text = left("", kLabel);
  for (auto s = first; s < last; ++s) {
    auto const name = layout.letters ? column_key(s) : scenarios[s].scenario.id;
    text += " " + right(name, layout.column() - 1U);
  }
  return text + "\n";
}

/// Rows that the table can show: those that move, or all that were asked for by name.
std::vector<ScenarioRow> rows_to_show(MetricTable const& table, bool named) {
  auto rows = table.rows;
  if (!named) {
    std::erase_if(rows, [&](auto const& row) { return !shows(*table.metric, row.largest); });
  }
  return rows;
}

std::string label(ScenarioRow const& row, Metric const& metric) {
  return left(metric.subject == Subject::kState ? row.id + " " + row.name : row.id, kLabel);
}

std::string title(Metric const& metric, Layout const& layout) {
  if (!layout.percent) {
    return fmt::format("{}, change in {}", metric.name, metric.table_unit);
  }
  auto const of = metric.percent_of.empty() ? "the baseline" : metric.percent_of;
  return fmt::format("{}, change in per cent of {}", metric.name, of);
}

/// One metric for the scenarios that fit side by side.
std::string block(Scenarios scenarios,
                  Metric const& metric,
                  std::span<ScenarioRow const> rows,
                  Layout const& layout,
                  std::size_t first,
                  std::size_t last) {
  auto text = heads(scenarios, layout, first, last);
  for (auto const& row : rows) {
    text += label(row, metric);
    for (auto s = first; s < last; ++s) {
      text += cells(row.changes[s], metric, layout);
    }
    text += "\n";
  }
  return text;
}

std::string metric_text(Scenarios scenarios,
                        MetricTable const& table,
                        bool named,
                        Layout const& layout,
                        CompareView const& view) {
  auto const& metric = *table.metric;
  auto text = "\n" + bold(title(metric, layout), view.colour) + "\n";
  auto const rows = rows_to_show(table, named);
  if (rows.empty()) {
    return text + "  none\n";
  }
  auto const most = named ? rows.size() : std::min(rows.size(), kMostRows);
  auto const room = static_cast<std::size_t>(view.columns) - kLabel;
  auto const fit = std::max(std::size_t{1}, room / layout.column());
  for (auto first = std::size_t{0}; first < scenarios.size(); first += fit) {
    auto const last = std::min(first + fit, scenarios.size());
    text += block(scenarios, metric, std::span{rows}.first(most), layout, first, last);
  }
  if (rows.size() > most) {
    text += fmt::format("{} that move less: --json has all\n", rows.size() - most);
  }
  return text;
}

std::string heading(Scenarios scenarios, Layout const& layout, CompareView const& view) {
  auto text = std::string{};
  for (auto s = std::size_t{0}; s < scenarios.size(); ++s) {
    auto const& scenario = scenarios[s].scenario;
    auto const key = layout.letters ? column_key(s) + " " : std::string{};
    auto const name = key + scenario.id;
    auto const words = name + ": " + scenario.title;
    for (auto const& line : wrapped(words, static_cast<std::size_t>(view.columns) - 2U)) {
      auto const starts = line.starts_with(name);
      text += starts ? bold(name, view.colour) + line.substr(name.size()) : "  " + line;
      text += "\n";
    }
    text += fmt::format("  baseline: the network of {} without {}\n",
                        to_string(scenario.baseline_date),
                        scenario.levers.size() == 1U ? "the change" : "the changes");
  }
  return text;
}

std::string notes(Scenarios scenarios, CompareView const& view) {
  auto text = std::string{"\n"};
  auto const words = (on_one_day(scenarios) ? "" : "Warning. ") + baseline_words(scenarios);
  for (auto const& line : wrapped(words, static_cast<std::size_t>(view.columns))) {
    text += line + "\n";
  }
  for (auto const& id : without_effect(scenarios)) {
    text += id + " moves nothing: so by that day without it, or too small to see\n";
  }
  return text;
}

/// Crossings whose hours, fees or classes a scenario changes.
std::string borders_text(Network const& network, Scenarios scenarios, CompareView const& view) {
  constexpr auto kBorder = std::size_t{44};
  auto text = std::string{};
  for (auto const& s : scenarios) {
    auto shown = std::size_t{0};
    for (auto const& b : s.answers.borders) {
      if (++shown > kMostRows) {
        continue;
      }
      text += shown == 1U ? s.scenario.id + "\n" : "";
      text += "  " + left(link_name(network, b.link, b.reversed), kBorder);
      text += right(
          fmt::format("{} h {}", fixed(b.hours.scenario, 1), with_sign(b.hours.difference(), 1)),
          16U);
      text += right(
          fmt::format("{} US$ {}", fixed(b.fee.scenario, 0), with_sign(b.fee.difference(), 0)),
          16U);
      text += b.barred.empty() ? "\n" : " *\n";
    }
    text += shown > kMostRows ? fmt::format("  and {} more\n", shown - kMostRows) : "";
  }
  if (text.empty()) {
    return text;
  }
  auto const title = "Borders on new terms: hours, US$ a truck, wagon or TEU; * bars classes";
  return "\n" + bold(title, view.colour) + "\n" + text;
}

}  // namespace

std::string compare_text(Network const& network,
                         std::vector<ScenarioAnswer> const& scenarios,
                         TableChoice const& choice,
                         CompareView const& view) {
  auto const layout = layout_of(scenarios.size(), view);
  auto text = heading(scenarios, layout, view) + notes(scenarios, view);
  for (auto const& table : metric_tables(network, scenarios, choice)) {
    auto const named = table.metric->subject == Subject::kState ? !choice.states.empty()
                                                                : !choice.corridors.empty();
    text += metric_text(scenarios, table, named, layout, view);
  }
  auto const shares = layout.percent || layout.share > 0U;
  return text + borders_text(network, scenarios, view) +
         (shares ? "\nPer cent of the scenario's own baseline; surplus in per cent of its trade "
                   "cost.\n"
                 : "\nIn per cent: --percent.\n");
}

}  // namespace chorsu::cli
