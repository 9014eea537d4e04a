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

/// Figures that the page has anchors for.
std::set<std::string, std::less<>> figures_in(std::string_view page) {
  auto result = std::set<std::string, std::less<>>{};
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

std::string source_link(Region const& region, FactId fact) {
  auto const source = region.facts.source[fact];
  return source.is_none()
             ? ""
             : fmt::format(" <a href=\"#source-{0}\">{0}</a>", escaped(region.sources.id[source]));
}

/// "tariff.csv:12 tariff 0.021 US$/(t.km) S012".
std::string cited(Region const& region,
                  FactId fact,
                  std::string const& column,
                  double value,
                  std::string const& unit) {
  auto number = fmt::format("{} <b>{}</b> {}", column, exact(value), escaped(unit));
  if (fact.is_none() || fact.value >= region.facts.file.size()) {
    return number;
  }
  return fmt::format("{}:{} {}{}",
                     region.facts.files[region.facts.file[fact]],
                     region.facts.row[fact],
                     number,
                     source_link(region, fact));
}

std::string lane_note(Region const& region, std::vector<LaneRow> const& rows) {
  auto parts = std::vector<std::string>{};
  for (auto const& row : rows) {
    if (row.column != "value_usd") {
      parts.push_back(cited(region, row.fact, row.column, row.value, row.unit));
    }
  }
  return fmt::format("<br/><small>{}</small>", fmt::join(parts, "; "));
}

std::string amounts(TraceRow const& row) {
  if (row.amount_unit.empty()) {
    return "";
  }
  return fmt::format("{} → {} {}",
                     readable(row.amount.baseline),
                     readable(row.amount.scenario),
                     escaped(row.amount_unit));
}

HtmlRow html_row(HtmlInput const& in, TraceRow const& row) {
  auto const& region = *in.model.region;
  auto where = row.reading == Reading::kNone
                   ? std::string{}
                   : cited(region, row.fact, row.column, row.value, row.unit);
  if (!row.lane.is_none()) {
    where += lane_note(region, in.traces.lane_rows[row.lane]);
  }
  return {words_cell(row.name),
          {where, false},
          {row.reading == Reading::kTimes || row.reading == Reading::kNone
               ? amounts(row)
               : fmt::format("{}<br/><small>{}</small>", amounts(row), to_string(row.reading))},
          {readable(row.contribution.baseline)},
          {readable(row.contribution.scenario)}};
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

std::string html_trace(HtmlInput const& in, FigureTrace const& trace) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& row : shortened(trace.rows)) {
    rows.push_back(html_row(in, row));
  }
  auto const is_difference = trace.value.baseline == 0.0;
  return fmt::format(
      "<details class=\"trace\" id=\"{}\"><summary>{}: {}{} {}</summary>\n{}</details>\n",
      escaped(trace.figure),
      escaped(trace.title),
      is_difference ? "" : readable(trace.value.baseline) + " → ",
      readable(trace.value.scenario),
      escaped(trace.unit),
      html_table("What it rests on, largest first",
                 {words_cell("Row"),
                  words_cell("in the package"),
                  {"amount, without → with"},
                  {"gives without"},
                  {"gives with"}},
                 rows));
}

}  // namespace

std::string html_traces(HtmlInput const& in, std::string_view page) {
  auto const wanted = figures_in(page);
  auto html = std::string{
      "<p class=\"note\">Each figure above is a link to its lines here: the rows of the package, "
      "or "
      "the changes asked for, that it is the sum of, each with its source. Tonnes lead to lanes "
      "(zone to zone, class) and from there to the trade, class shares, zone weights and growth "
      "behind them. All figures, with more rows, stand in traces.csv and lanes.csv.</p>\n"};
  for (auto const& trace : in.traces.figures) {
    html += wanted.contains(trace.figure) ? html_trace(in, trace) : "";
  }
  return html;
}

}  // namespace chorsu
