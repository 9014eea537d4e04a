#include <algorithm>

#include "facilitation_rows.h"
#include "html.h"
#include "ranking.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kMost = std::size_t{16};

/// The corridors that carry most in either year.
std::vector<CorridorAnswer> busiest(Answers const& answers) {
  auto rows = answers.corridors;
  std::erase_if(rows, [](auto const& c) { return c.tkm.baseline + c.tkm.scenario <= 0.0; });
  sort_falling(rows, [](auto const& c) { return std::max(c.tkm.baseline, c.tkm.scenario); });
  rows.resize(std::min(rows.size(), kMost));
  return rows;
}

/// A star where no tonnes weigh: all open links and goods alike.
std::string figure(Indicator const& indicator, TradeFacilitation const& t) {
  auto const& value = t.*indicator.value;
  return value ? fixed(*value, indicator.decimals) + (t.*indicator.by_flow ? "" : "*")
               : std::string{"–"};
}

HtmlCell cell(Indicator const& indicator, FacilitationAnswer const& answer) {
  auto const without = figure(indicator, answer.baseline);
  auto const with = figure(indicator, answer.scenario);
  return number_cell(without == with ? with : without + " → " + with);
}

bool is_measured(FacilitationAnswer const& answer) {
  return answer.baseline.speed_without_delay || answer.scenario.speed_without_delay;
}

HtmlRow row(std::string const& name, char const* mode, FacilitationAnswer const& answer) {
  auto cells = HtmlRow{words_cell(name), words_cell(mode)};
  for (auto const& indicator : kIndicators) {
    cells.push_back(cell(indicator, answer));
  }
  return cells;
}

}  // namespace

std::string html_trade_facilitation(HtmlInput const& in) {
  auto heads = HtmlRow{words_cell("Corridor"), words_cell("by")};
  for (auto const& indicator : kIndicators) {
    heads.push_back(number_cell(indicator.name));
  }
  auto rows = std::vector<HtmlRow>{};
  for (auto const& c : busiest(in.answers)) {
    auto const& name = in.network().corridors.name[c.corridor];
    for (auto const& [mode, answer] : {std::pair{"rail", &c.rail}, {"road", &c.road}}) {
      if (is_measured(*answer)) {
        rows.push_back(row(name, mode, *answer));
      }
    }
  }
  return html_table(
             "Trade facilitation indicators as CAREC states them, weighted by tonnes, "
             "without → with the changes where they differ",
             heads,
             rows) +
         "<p class=\"note\">* Nothing moves there: all open links and goods count alike. One side "
         "of "
         "a border is one border-crossing point. Transfers between modes and gauges are not in "
         "it.</p>\n";
}

}  // namespace chorsu
