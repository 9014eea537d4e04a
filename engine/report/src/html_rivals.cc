#include <algorithm>

#include <fmt/format.h>

#include "html.h"
#include "words.h"

namespace chorsu {

namespace {

std::string relation_name(HtmlInput const& in, LaneId lane) {
  auto const& lanes = in.model.demand.lanes;
  auto const& zones = in.network().zones.name;
  return fmt::format("{}, {} to {}",
                     in.model.region->commodities.name[lanes.commodity[lane]],
                     zones[lanes.origin[lane]],
                     zones[lanes.destination[lane]]);
}

HtmlRow route_row(HtmlInput const& in, RivalRoute const& rival, std::size_t number) {
  auto const percent = [](double share) { return fixed(100.0 * share, 0); };
  auto const of = [&](char const* item) {
    return Figure{in, fmt::format("routes.{}.{}", number, item)};
  };
  return {
      {fmt::format(
           "<b class=\"key r{0}\">{0}</b> {1}", number, escaped(way_of(in.network(), rival.route))),
       false},
      of("share").number(percent(rival.share.baseline)),
      of("share").number(percent(rival.share.scenario)),
      of("cost").number(fixed(rival.route.cost_usd_t, 0)),
      of("paid").number(fixed(rival.route.money_usd_t, 0)),
      of("hours").number(fixed(rival.route.hours, 0)),
      of("km").number(fixed(rival.route.km, 0))};
}

}  // namespace

std::string html_rivals(HtmlInput const& in) {
  auto const& rivals = in.rivals;
  if (rivals.routes.empty()) {
    return "<p class=\"none\">No tonne changes its route.</p>\n";
  }
  auto rows = std::vector<HtmlRow>{};
  for (auto i = std::size_t{0}; i < rivals.routes.size(); ++i) {
    rows.push_back(route_row(in, rivals.routes[i], i + 1U));
  }
  return fmt::format(
             "<p>{}: of all relations and classes the one on which the changes move most tonnes "
             "from one route to another, {} Mt of {} a year.</p>\n<div id=\"profiles\" "
             "class=\"panels\"></div>\n",
             escaped(relation_name(in, rivals.lane)),
             figure(in, "relation.moved", megatonnes(rivals.moved)),
             figure(in, "relation.tonnes", megatonnes(rivals.tonnes.scenario))) +
         html_table(
             "Rival routes by the borders they cross; cost and time with the changes, or without "
             "them where a route is used only then (dashed)",
             {words_cell("Route"),
              {"share without, %"},
              {"share with, %"},
              {"generalised cost, US$/t"},
              {"paid, US$/t"},
              {"hours"},
              {"km"}},
             rows) +
         "<p class=\"note\">Vertical steps are borders and transfers. The generalised cost is what "
         "is paid, the hours at the goods' value of time, and the scarcity of what is full. Shares "
         "are of this relation and class; routes below 1 % are left out.</p>\n";
}

}  // namespace chorsu
