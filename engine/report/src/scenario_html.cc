#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "html.h"
#include "scenario_files.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kMostPanels = std::size_t{16};

constexpr auto kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --dim: #5c6470; --rule: #d5d9df;
  --gain: #c25a00; --loss: #1f66ad; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e6e8eb; --dim: #9aa3ae;
  --rule: #343a42; --gain: #ff9d45; --loss: #6fb1f5; } }
@media print { :root { --paper: #fff; --ink: #000; --dim: #444; --rule: #bbb; --gain: #c25a00;
  --loss: #1f66ad; } body { max-width: none; font-size: 9pt; } .wide { overflow: visible; }
  table { font-size: 6.5pt; } figure { break-inside: avoid; } h2 { break-after: avoid; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
  max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-top: 1px solid var(--rule);
  padding-top: 1rem; }
.warning { border-left: 4px solid var(--gain); padding-left: .8rem; }
.note { color: var(--dim); font-size: .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .85rem; }
caption { text-align: left; color: var(--dim); padding-bottom: .3rem; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--rule); text-align: left;
  font-weight: normal; vertical-align: baseline; }
thead th { font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.when { white-space: nowrap; } .n small { display: block; color: var(--dim); }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-size: .85rem; font-weight: 600; }
.panel { width: 100%; height: auto; } .panel text { font: 9px system-ui, sans-serif;
  fill: var(--ink); } .panel line { stroke: var(--dim); stroke-width: .8; }
rect.gain { fill: var(--gain); } rect.loss { fill: var(--loss); }
)";

/// The one scale of a metric's panels, in its own unit.
struct Scale {
  double low{0.0};
  double high{0.0};

  double at(double x) const {
    constexpr auto kLeft = 112.0;
    constexpr auto kWidth = 118.0;
    return high > low ? kLeft + kWidth * (x - low) / (high - low) : kLeft;
  }
};

Scale scale_of(MetricTable const& table) {
  auto scale = Scale{};
  for (auto const& row : table.rows) {
    for (auto const& change : row.changes) {
      scale.low = std::min(scale.low, change.difference());
      scale.high = std::max(scale.high, change.difference());
    }
  }
  return scale;
}

std::string in_table_unit(Metric const& metric, double difference) {
  return with_sign(difference / metric.per_table_unit, metric.decimals);
}

std::string percent_of(Change const& change) {
  return change.baseline != 0.0 ? percent_change(change.relative()) + " %" : std::string{};
}

/// One scenario in a panel: its name, its bar from zero, its number.
std::string bar(
    Metric const& metric, Scale const& scale, Scenario const& s, Change const& c, double y) {
  constexpr auto kName = std::size_t{21};
  auto const from = scale.at(std::min(0.0, c.difference()));
  auto const to = scale.at(std::max(0.0, c.difference()));
  return fmt::format(
      "<g><title>{}: {} {} {}</title><text x=\"108\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>"
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"8\"/>"
      "<text x=\"280\" y=\"{:.1f}\" text-anchor=\"end\">{}</text></g>\n",
      escaped(s.id),
      in_table_unit(metric, c.difference()),
      escaped(metric.table_unit),
      percent_of(c),
      y + 8.0,
      escaped(cut(s.id, kName)),
      c.difference() < 0.0 ? "loss" : "gain",
      from,
      y + 1.0,
      to - from,
      y + 8.0,
      in_table_unit(metric, c.difference()));
}

std::string panel(ScenarioTables const& in,
                  Metric const& metric,
                  Scale const& scale,
                  ScenarioRow const& row) {
  constexpr auto kPitch = 12.0;
  auto const height = kPitch * static_cast<double>(in.scenarios.size()) + 2.0;
  auto svg = fmt::format(
      "<figure><figcaption>{0}</figcaption><svg class=\"panel\" viewBox=\"0 0 282 {1}\" "
      "role=\"img\" "
      "aria-label=\"{2} of {0} by scenario\">\n<line x1=\"{3:.1f}\" x2=\"{3:.1f}\" y1=\"0\" "
      "y2=\"{1}\"/>\n",
      escaped(row.name),
      height,
      escaped(metric.name),
      scale.at(0.0));
  for (auto s = std::size_t{0}; s < in.scenarios.size(); ++s) {
    svg += bar(
        metric, scale, in.scenarios[s].scenario, row.changes[s], kPitch * static_cast<double>(s));
  }
  return svg + "</svg></figure>\n";
}

std::vector<ScenarioRow const*> rows_to_show(MetricTable const& table) {
  auto rows = std::vector<ScenarioRow const*>{};
  for (auto const& row : table.rows) {
    if (shows(*table.metric, row.largest) && rows.size() < kMostPanels) {
      rows.push_back(&row);
    }
  }
  return rows;
}

std::string table_html(ScenarioTables const& in,
                       Metric const& metric,
                       std::vector<ScenarioRow const*> const& rows) {
  auto heads = HtmlRow{words_cell(metric.subject == Subject::kState ? "State" : "Corridor")};
  for (auto s = std::size_t{0}; s < in.scenarios.size(); ++s) {
    heads.push_back({fmt::format(
        "<abbr title=\"{}\">{}</abbr>", escaped(in.scenarios[s].scenario.id), column_key(s))});
  }
  auto body = std::vector<HtmlRow>{};
  for (auto const* row : rows) {
    auto cells = HtmlRow{words_cell(row->name)};
    for (auto const& change : row->changes) {
      cells.push_back({in_table_unit(metric, change.difference()) + "<small>" + percent_of(change) +
                       "</small>"});
    }
    body.push_back(std::move(cells));
  }
  auto const of = metric.percent_of.empty() ? std::string_view{"the scenario's own baseline"}
                                            : metric.percent_of;
  auto const caption = fmt::format(
      "Difference from the baseline in {}, below it in per cent of {}", metric.table_unit, of);
  return "<div class=\"wide\" tabindex=\"0\">" + html_table(caption, heads, body) + "</div>\n";
}

std::string metric_section(ScenarioTables const& in, MetricTable const& table) {
  auto html = fmt::format("<section>\n<h2>{}</h2>\n", escaped(table.metric->name));
  auto const rows = rows_to_show(table);
  if (rows.empty()) {
    return html + "<p class=\"note\">No scenario moves it.</p>\n</section>\n";
  }
  auto const scale = scale_of(table);
  html += fmt::format(
      "<p class=\"note\">Difference from the baseline, {}; every panel has the same "
      "scale.</p>\n<div class=\"panels\">\n",
      escaped(table.metric->table_unit));
  for (auto const* row : rows) {
    html += panel(in, *table.metric, scale, *row);
  }
  return html + "</div>\n" + table_html(in, *table.metric, rows) + "</section>\n";
}

std::string legend(ScenarioTables const& in) {
  auto rows = std::vector<HtmlRow>{};
  for (auto s = std::size_t{0}; s < in.scenarios.size(); ++s) {
    auto const& scenario = in.scenarios[s].scenario;
    rows.push_back(
        {words_cell(column_key(s)),
         words_cell(scenario.id),
         words_cell(scenario.title),
         {"<span class=\"when\">" + to_string(scenario.baseline_date) + "</span>", false}});
  }
  return html_table(
      "Scenarios",
      {words_cell(""), words_cell("id"), words_cell("question"), words_cell("baseline")},
      rows);
}

std::string head(ScenarioTables const& in) {
  auto html = fmt::format("<p class=\"{}\">{}</p>\n",
                          on_one_day(in.scenarios) ? "note" : "warning",
                          escaped(baseline_words(in.scenarios)));
  for (auto const& id : without_effect(in.scenarios)) {
    html += fmt::format(
        "<p class=\"warning\">{} moves nothing: what it changes is so by that day "
        "without it.</p>\n",
        escaped(id));
  }
  return html;
}

}  // namespace

std::string scenarios_html(ScenarioTables const& in) {
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0} scenarios "
      "compared</title>\n<style>{1}</style>\n</head>\n<body>\n<main>\n<h1>{0} scenarios "
      "compared</h1>\n",
      in.scenarios.size(),
      kStyle);
  html += head(in) + legend(in);
  for (auto const& table : in.tables) {
    html += metric_section(in, table);
  }
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace chorsu
