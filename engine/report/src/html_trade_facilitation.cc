#include "facilitation_rows.h"
#include "html.h"
#include "words.h"

namespace chorsu {

namespace {

/// A star where no tonnes weigh: all open links and goods alike.
std::string text_of(Indicator const& indicator, TradeFacilitation const& t) {
  auto const& value = t.*indicator.value;
  return value ? fixed(*value, indicator.decimals) + (t.*indicator.by_flow ? "" : "*")
               : std::string{"–"};
}

HtmlCell cell(HtmlInput const& in,
              CorridorMode const& of,
              Indicator const& indicator,
              FacilitationAnswer const& answer) {
  auto const without = text_of(indicator, answer.baseline);
  auto const with = text_of(indicator, answer.scenario);
  return Figure{in, facilitation_figure(in.network(), of, indicator)}.number(
      without == with ? with : without + " → " + with);
}

bool is_measured(FacilitationAnswer const& answer) {
  return answer.baseline.speed_without_delay || answer.scenario.speed_without_delay;
}

HtmlRow row(HtmlInput const& in, CorridorMode const& of, FacilitationAnswer const& answer) {
  auto cells =
      HtmlRow{words_cell(in.network().corridors.name[of.corridor]), words_cell(to_string(of.mode))};
  for (auto const& indicator : kIndicators) {
    cells.push_back(cell(in, of, indicator, answer));
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
  for (auto const& c : corridors_busiest(in.answers, kBusiestCorridors)) {
    for (auto const& [mode, answer] : {std::pair{Mode::kRail, &c.rail}, {Mode::kRoad, &c.road}}) {
      if (is_measured(*answer)) {
        rows.push_back(row(in, {c.corridor, mode}, *answer));
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
