#include <cmath>

#include <fmt/format.h>

#include "html.h"
#include "words.h"

#include "chorsu/calibration/fit.h"
#include "chorsu/calibration/validation.h"

namespace chorsu {

namespace {

constexpr auto kPercent = 100.0;

std::string percent(double share) {
  return fixed(kPercent * share, 0) + " %";
}

HtmlCell source_cell(HtmlInput const& in, Observations::Row const& row) {
  auto const& region = *in.model.region;
  auto const& id = region.sources.id[region.facts.source[row.fact]];
  return {fmt::format("<a href=\"#source-{0}\">{0}</a>", escaped(id)), false};
}

HtmlRow row_of(HtmlInput const& in, Checked const& checked) {
  auto const& row = in.model.region->observations.rows[checked.row];
  auto const left_out = row.left_out ? megatonnes(*row.left_out) : std::string{};
  return {words_cell(row.entity + ", " + row.period),
          number_cell(megatonnes(row.quantity.value)),
          number_cell(megatonnes(row.quantity.low) + "–" + megatonnes(row.quantity.high)),
          number_cell(megatonnes(checked.modelled)),
          number_cell(percent(checked.error)),
          number_cell(left_out),
          source_cell(in, row)};
}

template <typename Wanted>
std::string rows_table(HtmlInput const& in, Validation const& v, char const* title, Wanted wanted) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& checked : v.rows) {
    if (wanted(in.model.region->observations.rows[checked.row])) {
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
  return rows.empty() ? std::string{} : html_table(title, heads, rows);
}

void add_measures(std::vector<HtmlRow>& rows, char const* what, ErrorMeasures const& e) {
  if (e.rows > 0U) {
    rows.push_back({words_cell(what),
                    number_cell(std::to_string(e.rows)),
                    number_cell(percent(e.median_absolute)),
                    number_cell(percent(e.within_range)),
                    number_cell(percent(e.within_factor_two))});
  }
}

std::string measures_table(Validation const& v) {
  auto rows = std::vector<HtmlRow>{};
  add_measures(rows, "fitted", v.calibrate);
  add_measures(rows, "fitted, each by a fit without it", v.left_out);
  add_measures(rows, "validated", v.validate);
  add_measures(rows, "validated, no part in building the model", v.independent);
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
                    number_cell(percent(gate.observed)),
                    number_cell(percent(gate.modelled))});
  }
  return rows.empty()
             ? std::string{}
             : html_table("Shares of gates of one trade",
                          {words_cell("gate"), number_cell("observed"), number_cell("modelled")},
                          rows);
}

std::string factors(Region const& region) {
  auto text = std::string{"<p class=\"note\">Fitted factors in force: "};
  auto const at = factors_of(region);
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    text += fmt::format("{}{} {}",
                        p == 0U ? "" : ", ",
                        to_string(static_cast<Factor>(p)),
                        fixed(std::exp(at.at(p)), 2));
  }
  return text + ". No other number was fitted to these rows by a program.</p>\n";
}

}  // namespace

std::string html_validation(HtmlInput const& in) {
  if (in.model.region->observations.rows.empty()) {
    return "<p class=\"none\">The package has no observed flows: nothing is known of how well it "
           "fits.</p>\n";
  }
  auto const v = validate(in.model);
  using Row = Observations::Row;
  return measures_table(v) + factors(*in.model.region) + gates_table(in, v) +
         "<details><summary>Every observed row</summary>\n" +
         rows_table(
             in, v, "Fitted", [](Row const& r) { return r.use == ObservationUse::kCalibrate; }) +
         rows_table(
             in,
             v,
             "Validated, no part in building the model",
             [](Row const& r) { return r.use == ObservationUse::kValidate && is_independent(r); }) +
         rows_table(in,
                    v,
                    "Validated, others",
                    [](Row const& r) {
                      return r.use == ObservationUse::kValidate && !is_independent(r);
                    }) +
         "</details>\n";
}

}  // namespace chorsu
