#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "html.h"
#include "trace_tables.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kShown = 5U;  ///< rows a figure; the others are summed
constexpr auto kMark = std::string_view{"data-figure=\""};
constexpr auto kLeastDrawn = 0.05e6;  ///< US$/yr: LEAST_SHOWN in web/charts/balance.ts

using Figures = std::set<std::string, std::less<>>;

/// What the chart of the balance may draw: also states that no table has.
void add_drawn(HtmlInput const& in, Figures& figures) {
  for (auto const& s : in.answers.states) {
    auto const& id = in.network().states.id[s.state];
    if (std::abs(s.surplus) >= kLeastDrawn) {
      figures.insert(fmt::format("states.{}.surplus", id));
    }
    if (std::abs(s.transit_revenue.difference()) >= kLeastDrawn) {
      figures.insert(fmt::format("states.{}.transit_revenue", id));
    }
  }
}

/// Figures that the page has anchors for.
Figures figures_in(std::string_view page) {
  auto result = Figures{};
  for (auto at = page.find(kMark); at != std::string_view::npos; at = page.find(kMark, at + 1U)) {
    auto const begin = at + kMark.size();
    result.emplace(page.substr(begin, page.find('"', begin) - begin));
  }
  return result;
}

/// Whole numbers in groups of three, small ones with four digits that count.
std::string readable(double x) {
  if (std::abs(x) < 1000.0) {
    return fmt::format("{:.4g}", x);
  }
  auto digits = fmt::format("{:.0f}", std::abs(x));
  for (auto at = digits.size(); at > 3U; at -= 3U) {
    digits.insert(at - 3U, ",");
  }
  return (x < 0.0 ? "-" : "") + digits;
}

bool is_fact(Region const& region, FactId fact) {
  return !fact.is_none() && fact.value < region.facts.file.size();
}

std::string source_link(Region const& region, FactId fact) {
  if (!is_fact(region, fact)) {
    return "";
  }
  auto const source = region.facts.source[fact];
  return source.is_none()
             ? ""
             : fmt::format(" <a href=\"#source-{0}\">{0}</a>", escaped(region.sources.id[source]));
}

/// "tariff.csv:12 tariff 0.021 US$/(t.km)".
std::string cited(Region const& region,
                  FactId fact,
                  std::string const& column,
                  double value,
                  std::string const& unit) {
  auto number = fmt::format("{} <b>{}</b> {}", column, exact(value), escaped(unit));
  if (!is_fact(region, fact)) {
    return number;
  }
  return fmt::format(
      "{}:{} {}", region.facts.files[region.facts.file[fact]], region.facts.row[fact], number);
}

/// Sentences and heads of a figure's years; which of a change's two sides it has.
struct Told {
  char const* amount;
  std::vector<char const*> gives;
  std::vector<double Change::*> sides;
};

Told told(Years years) {
  switch (years) {
    case Years::kBoth:
      return {"amount, without → with",
              {"gives without", "gives with"},
              {&Change::baseline, &Change::scenario}};
    case Years::kWithout:
      return {"amount, without the changes", {"gives"}, {&Change::baseline}};
    case Years::kBase:
      return {"amount, base year", {"gives"}, {&Change::scenario}};
    case Years::kWith:
      break;
  }
  return {"amount, with the changes", {"gives"}, {&Change::scenario}};
}

/// "442,448 → 640,286".
std::string readable(Change const& change, Told const& told) {
  auto text = std::string{};
  for (auto const side : told.sides) {
    text += (text.empty() ? "" : " → ") + readable(change.*side);
  }
  return text;
}

std::string amounts(TraceRow const& row, Told const& told) {
  return row.amount_unit.empty() ? std::string{}
                                 : readable(row.amount, told) + " " + escaped(row.amount_unit);
}

/// What a row is about; lanes lead to the rows behind them.
HtmlCell name_cell(TraceRow const& row) {
  return row.lane.is_none()
             ? words_cell(row.name)
             : HtmlCell{
                   fmt::format("<a href=\"#lane-{}\">{}</a>", row.lane.value, escaped(row.name)),
                   false};
}

HtmlRow html_row(HtmlInput const& in, TraceRow const& row, Told const& told) {
  auto const& region = *in.model.region;
  auto const where = row.reading == Reading::kNone
                         ? std::string{}
                         : cited(region, row.fact, row.column, row.value, row.unit) +
                               source_link(region, row.fact);
  auto amount = amounts(row, told);
  if (row.reading != Reading::kTimes && row.reading != Reading::kNone) {
    amount += fmt::format("<br/><small>{}</small>", to_string(row.reading));
  }
  auto cells = HtmlRow{name_cell(row), {where, false}, {amount}};
  for (auto const side : told.sides) {
    cells.push_back({readable(row.contribution.*side)});
  }
  return cells;
}

/// The first rows, and one for all the others.
std::vector<TraceRow> shortened(std::vector<TraceRow> rows) {
  if (rows.size() <= kShown + 1U) {
    return rows;
  }
  auto rest = TraceRow{};
  rest.reading = Reading::kNone;
  rest.name = "others, in traces.csv";
  for (auto i = std::size_t{kShown}; i < rows.size(); ++i) {
    rest.contribution.baseline += rows[i].contribution.baseline;
    rest.contribution.scenario += rows[i].contribution.scenario;
  }
  rows.resize(kShown);
  rows.push_back(std::move(rest));
  return rows;
}

std::string html_trace(HtmlInput const& in,
                       FigureTrace const& trace,
                       std::vector<TraceRow> const& shown) {
  auto const told = chorsu::told(trace.years);
  auto heads = HtmlRow{words_cell("Row"), words_cell("in the package"), {told.amount}};
  for (auto const* gives : told.gives) {
    heads.push_back({gives});
  }
  auto rows = std::vector<HtmlRow>{};
  for (auto const& row : shown) {
    rows.push_back(html_row(in, row, told));
  }
  return fmt::format(
      "<details class=\"trace\" id=\"{0}\"><summary>{1}: {2} {3}</summary>\n{4}<p><code>chorsu why "
      "{0}</code></p>\n</details>\n",
      escaped(trace.figure),
      escaped(trace.title),
      readable(trace.value, told),
      escaped(trace.unit),
      html_table("", heads, rows));
}

std::string html_lane(HtmlInput const& in, LaneId lane) {
  auto parts = std::vector<std::string>{};
  auto const& region = *in.model.region;
  auto const& rows = in.traces.lane_rows[lane];
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    auto const& row = rows[i];
    auto const goes_on = i + 1U < rows.size() && rows[i + 1U].fact == row.fact;
    parts.push_back(cited(region, row.fact, row.column, row.value, row.unit) +
                    (goes_on ? "" : source_link(region, row.fact)));
  }
  return fmt::format("<li id=\"lane-{}\">{}: {}</li>\n",
                     lane.value,
                     escaped(in.traces.lane_name[lane]),
                     fmt::join(parts, "; "));
}

void add_lanes(std::vector<TraceRow> const& rows, std::set<LaneId>& lanes) {
  for (auto const& row : rows) {
    if (!row.lane.is_none()) {
      lanes.insert(row.lane);
    }
  }
}

std::string html_lanes(HtmlInput const& in, std::set<LaneId> const& lanes) {
  auto html = fmt::format(
      "<details class=\"lanes\"><summary>The {} lanes that these lines name, with the rows behind "
      "their tonnes</summary>\n<ul>\n",
      lanes.size());
  for (auto const lane : lanes) {
    html += html_lane(in, lane);
  }
  return html + "</ul>\n</details>\n";
}

}  // namespace

std::string html_traces(HtmlInput const& in, std::string_view page) {
  auto wanted = figures_in(page);
  add_drawn(in, wanted);
  auto html = std::string{
      "<p class=\"note\">Each figure above is a link to its lines here: the rows of the package, "
      "or the changes asked for, that it is the sum of, each with its source. Tonnes lead to lanes "
      "(zone to zone, class), and a lane to the trade, class shares, zone weights and growth "
      "behind "
      "it. All figures, with more rows, stand in traces.csv and lanes.csv; the command under a "
      "figure goes on from there, by link and down to the sources.</p>\n"};
  auto lanes = std::set<LaneId>{};
  for (auto const& trace : in.traces.figures) {
    if (wanted.contains(trace.figure)) {
      auto const shown = shortened(trace.rows);
      add_lanes(shown, lanes);
      html += html_trace(in, trace, shown);
    }
  }
  return html + html_lanes(in, lanes);
}

}  // namespace chorsu
