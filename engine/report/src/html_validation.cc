#include <array>

#include <fmt/format.h>

#include "html.h"
#include "words.h"

#include "chorsu/calibration/fit.h"

namespace chorsu {

namespace {

constexpr auto kPercent = 100.0;

std::string percent(double share) {
  return fixed(kPercent * share, 0) + " %";
}

/// A group of observed rows: its table, and what heads it.
struct Group {
  char const* id;
  char const* title;
  bool (*holds)(Observations::Row const&);
};

constexpr auto kGroups = std::array<Group, 3U>{{
    {"observed-fitted",
     "Fitted",
     [](Observations::Row const& r) { return r.use == ObservationUse::kCalibrate; }},
    {"observed-apart",
     "Validated, no part in building the model",
     [](Observations::Row const& r) {
       return r.use == ObservationUse::kValidate && is_independent(r);
     }},
    {"observed-others",
     "Validated, others",
     [](Observations::Row const& r) {
       return r.use == ObservationUse::kValidate && !is_independent(r);
     }},
}};

Figure figure_of(HtmlInput const& in, Observations::Row const& row, char const* item) {
  return {in, fmt::format("observations.{}.{}", row.id, item)};
}

std::string source_of(HtmlInput const& in, FactId fact) {
  auto const source = fact.is_none() ? SourceId{} : in.model.region->facts.source[fact];
  return source.is_none() ? std::string{} : in.model.region->sources.id[source];
}

HtmlCell source_cell(HtmlInput const& in, Observations::Row const& row) {
  auto const id = escaped(source_of(in, row.fact));
  return {id.empty() ? id : fmt::format("<a href=\"#source-{0}\">{0}</a>", id), false};
}

/// What a fit without the row gives has the fit for its source.
HtmlCell left_out_cell(HtmlInput const& in, Observations::Row const& row) {
  auto const fit = source_of(in, factor_in(*in.model.region, Factor::kThetaScale).fact);
  return row.left_out && !fit.empty() ? linked_cell("source-" + fit, megatonnes(*row.left_out))
                                      : words_cell("");
}

HtmlRow row_of(HtmlInput const& in, Checked const& checked) {
  auto const& row = in.model.region->observations.rows[checked.row];
  auto const observed = figure_of(in, row, "observed");
  auto const modelled = figure_of(in, row, "modelled");
  return {words_cell(row.entity + ", " + row.period),
          observed.number(megatonnes(row.quantity.value)),
          observed.number(megatonnes(row.quantity.low) + "–" + megatonnes(row.quantity.high)),
          modelled.number(megatonnes(checked.modelled)),
          modelled.number(percent(checked.error)),
          left_out_cell(in, row),
          source_cell(in, row)};
}

std::string rows_table(HtmlInput const& in, Validation const& v, Group const& group) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& checked : v.rows) {
    if (group.holds(in.model.region->observations.rows[checked.row])) {
      rows.push_back(row_of(in, checked));
    }
  }
  auto const heads = HtmlRow{words_cell("Mt a year"),
                             number_cell("observed"),
                             number_cell("its range"),
                             number_cell("modelled"),
                             number_cell("error"),
                             number_cell("fitted without it"),
                             words_cell("source")};
  return rows.empty()
             ? std::string{}
             : fmt::format(
                   "<div id=\"{}\">\n{}</div>\n", group.id, html_table(group.title, heads, rows));
}

/// Errors are of the rows of one table, where each is a figure.
void add_measures(std::vector<HtmlRow>& rows,
                  char const* what,
                  char const* table,
                  ErrorMeasures const& e) {
  if (e.rows > 0U) {
    rows.push_back({words_cell(what),
                    linked_cell(table, std::to_string(e.rows)),
                    linked_cell(table, percent(e.median_absolute)),
                    linked_cell(table, percent(e.within_range)),
                    linked_cell(table, percent(e.within_factor_two))});
  }
}

std::string measures_table(Validation const& v) {
  auto rows = std::vector<HtmlRow>{};
  add_measures(rows, "fitted", "observed-fitted", v.calibrate);
  add_measures(rows, "fitted, each by a fit without it", "observed-fitted", v.left_out);
  add_measures(rows, "validated", "observed", v.validate);
  add_measures(rows, "validated, no part in building the model", "observed-apart", v.independent);
  return html_table("Errors of the base year",
                    {words_cell("rows"),
                     number_cell("number"),
                     number_cell("median absolute error"),
                     number_cell("in their range"),
                     number_cell("within a factor of two")},
                    rows);
}

std::string gates_table(HtmlInput const& in, Validation const& v) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& gate : v.gates) {
    auto const& row = in.model.region->observations.rows[gate.row];
    rows.push_back({words_cell(row.entity + ", " + row.period),
                    figure_of(in, row, "observed").number(percent(gate.observed)),
                    figure_of(in, row, "modelled").number(percent(gate.modelled))});
  }
  return rows.empty()
             ? std::string{}
             : html_table("Shares of gates of one trade",
                          {words_cell("gate"), number_cell("observed"), number_cell("modelled")},
                          rows);
}

std::string factors(HtmlInput const& in) {
  auto parts = std::vector<std::string>{};
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const factor = static_cast<Factor>(p);
    auto const name = to_string(factor);
    auto const value = fixed(factor_in(*in.model.region, factor).value, 2);
    parts.push_back(
        fmt::format("{} {}", name, figure(in, fmt::format("calibration.{}", name), value)));
  }
  return fmt::format(
      "<p class=\"note\">Fitted factors in force: {}. No other number was fitted to these rows by "
      "a "
      "program.</p>\n",
      fmt::join(parts, ", "));
}

}  // namespace

std::string html_validation(HtmlInput const& in) {
  if (in.model.region->observations.rows.empty()) {
    return "<p class=\"none\">The package has no observed flows: nothing is known of how well it "
           "fits.</p>\n";
  }
  auto const& v = in.validation;
  auto html = measures_table(v) + factors(in) + gates_table(in, v) +
              "<details id=\"observed\"><summary>Every observed row</summary>\n";
  for (auto const& group : kGroups) {
    html += rows_table(in, v, group);
  }
  return html + "</details>\n";
}

}  // namespace chorsu
