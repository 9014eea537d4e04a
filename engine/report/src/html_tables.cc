#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "html.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kStates = 24U;
constexpr auto kPlaces = 15U;
constexpr auto kDiversions = 30U;

template <typename Rows, typename Size>
double largest_of(Rows const& rows, Size size) {
  auto result = 0.0;
  for (auto const& row : rows) {
    result = std::max(result, std::abs(size(row)));
  }
  return result;
}

bool shows(double tonnes) {
  return megatonnes_change(tonnes) != megatonnes_change(0.0);
}

std::string nothing(char const* what) {
  return fmt::format("<p class=\"none\">{}</p>\n", what);
}

std::string in_percent(double share) {
  return fixed(100.0 * share, 0);
}

double revenue_change(StateAnswer const& s) {
  return s.transit_revenue.difference();
}

double transit_change(StateAnswer const& s) {
  return s.transit_tonnes.difference();
}

Figure state_figure(HtmlInput const& in, StateAnswer const& s, char const* item) {
  return {in, fmt::format("states.{}.{}", in.network().states.id[s.state], item)};
}

std::string gains_table(HtmlInput const& in, std::vector<StateAnswer> const& states) {
  auto const surplus = [](StateAnswer const& s) { return s.surplus; };
  auto rows = std::vector<HtmlRow>{};
  for (auto const& s : states) {
    auto const of = [&](char const* item) { return state_figure(in, s, item); };
    auto const revenue = revenue_change(s);
    auto row = tonnes_row(of("transit_tonnes"),
                          in.network().states.name[s.state],
                          s.transit_tonnes,
                          largest_of(states, transit_change));
    row.push_back(of("transit_revenue")
                      .bar(millions_change(revenue), revenue, largest_of(states, revenue_change)));
    row.push_back(of("trade_cost").number(percent_change(s.unit_cost.relative())));
    row.push_back(
        of("surplus").bar(millions_change(s.surplus), s.surplus, largest_of(states, surplus)));
    rows.push_back(std::move(row));
  }
  auto heads = tonnes_heads("State");
  heads.insert(heads.end(), {{"revenue, M US$"}, {"cost a tonne, %"}, {"traders' surplus, M US$"}});
  return html_table(
      "Transit in Mt a year; revenue net of avoidable cost, trade cost and surplus as change",
      heads,
      rows);
}

std::string share_pair(Change const& share) {
  return in_percent(share.baseline) + " → " + in_percent(share.scenario);
}

std::string exposure_table(HtmlInput const& in, std::vector<StateAnswer> const& states) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& s : states) {
    auto const of = [&](char const* item) { return state_figure(in, s, item); };
    if (s.trade_tonnes.baseline + s.trade_tonnes.scenario > 0.0) {
      rows.push_back({words_cell(in.network().states.name[s.state]),
                      of("exposure.neighbour_max").number(share_pair(s.neighbour_max)),
                      of("exposure.crossing_max").number(share_pair(s.crossing_max)),
                      of("exposure.corridor_max").number(share_pair(s.corridor_max))});
    }
  }
  return html_table(
      "Exposure: largest share of foreign trade, %, without → with the changes",
      {words_cell("State"), {"by one neighbour"}, {"by one crossing or port"}, {"by one corridor"}},
      rows);
}

}  // namespace

std::string html_states(HtmlInput const& in) {
  auto const states = states_to_show(in.answers, in.network(), kStates);
  return gains_table(in, states) + exposure_table(in, states);
}

std::string html_corridors(HtmlInput const& in) {
  auto const moved = corridors_moved(in.answers, kPlaces);
  auto const full = largest_of(moved, [](auto const& c) { return c.tonnes.difference(); });
  auto rows = std::vector<HtmlRow>{};
  for (auto const& c : moved) {
    if (shows(c.tonnes.difference())) {
      auto const& id = in.network().corridors.id[c.corridor];
      auto const& name = in.network().corridors.name[c.corridor];
      rows.push_back(
          tonnes_row({in, fmt::format("corridors.{}.tonnes", id)}, name, c.tonnes, full));
    }
  }
  return rows.empty() ? nothing("No corridor's mean flow moves by as much as 0.01 Mt a year.")
                      : html_table("Mean flow along the main branch, both directions, Mt a year",
                                   tonnes_heads("Corridor"),
                                   rows);
}

namespace {

/// Crossings whose hours, fees or classes the scenario changes; empty where it changes none.
std::string borders_table(HtmlInput const& in) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& b : in.answers.borders) {
    rows.push_back({words_cell(link_name(in.network(), b.link, b.reversed)),
                    plain_cell(fixed(b.hours.baseline, 1)),
                    plain_cell(fixed(b.hours.scenario, 1)),
                    plain_cell(fixed(b.fee.baseline, 0)),
                    plain_cell(fixed(b.fee.scenario, 0)),
                    words_cell(fee_unit_name(b.unit)),
                    plain_cell(std::to_string(b.barred.size())),
                    words_cell(rules_in_words(*in.model.region, b.rules))});
  }
  return rows.empty() ? std::string{}
                      : html_table("Borders on new terms: both sides, without queues",
                                   {words_cell("Border"),
                                    {"hours"},
                                    {"scenario"},
                                    {"fee"},
                                    {"scenario"},
                                    words_cell("unit"),
                                    {"classes barred"},
                                    words_cell("rules")},
                                   rows);
}

}  // namespace

std::string html_crossings(HtmlInput const& in) {
  auto const moved = crossings_moved(in.answers, kPlaces);
  auto const full = largest_of(moved, [](auto const& c) { return c.tonnes.difference(); });
  auto rows = std::vector<HtmlRow>{};
  for (auto const& c : moved) {
    if (shows(c.tonnes.difference())) {
      auto const name = link_name(in.network(), c.link);
      rows.push_back(tonnes_row({in, link_figure(in.network(), c.link)}, name, c.tonnes, full));
    }
  }
  auto const moves =
      rows.empty() ? nothing("No crossing's flow moves by as much as 0.01 Mt a year.")
                   : html_table("Border crossings that moved most, both directions, Mt a year",
                                tonnes_heads("Crossing"),
                                rows);
  return moves + borders_table(in);
}

std::string html_moved_links(HtmlInput const& in) {
  auto const moved = links_moved(in.comparison, kTracedLinks);
  auto const full = largest_of(moved, [](auto const& l) { return l.tonnes.difference(); });
  auto rows = std::vector<HtmlRow>{};
  for (auto const& l : moved) {
    auto const name = link_name(in.network(), l.link);
    rows.push_back(tonnes_row({in, link_figure(in.network(), l.link)}, name, l.tonnes, full));
  }
  return rows.empty()
             ? std::string{}
             : fmt::format(
                   "<details><summary>The {} links of the map whose tonnes differ most</summary>\n"
                   "{}</details>\n",
                   rows.size(),
                   html_table("Tonnes in both directions, Mt a year", tonnes_heads("Link"), rows));
}

namespace {

std::string party_name(Network const& network, std::string const& party) {
  for (auto const state : network.states.id.ids()) {
    if (network.states.id[state] == party) {
      return network.states.name[state];
    }
  }
  return party == "sea" ? "the sea" : "nobody";
}

HtmlRow facility_row(HtmlInput const& in, FacilityAnswer const& f) {
  auto const use = [](double flow, double capacity) {
    return capacity > 0.0 ? in_percent(flow / capacity) : std::string{"shut"};
  };
  auto const of = [&](char const* item) {
    return Figure{in, fmt::format("facilities.{}.{}", facility_id(in.model, f.facility), item)};
  };
  return {words_cell(facility_name(in.model, f.facility)),
          of("capacity").number(megatonnes(f.capacity.scenario)),
          of("tonnes").number(use(f.flow.baseline, f.capacity.baseline)),
          of("tonnes").number(use(f.flow.scenario, f.capacity.scenario)),
          of("scarcity").number(fixed(f.scarcity.baseline, 2)),
          of("scarcity").number(fixed(f.scarcity.scenario, 2))};
}

}  // namespace

std::string html_diversion(HtmlInput const& in) {
  auto const diversions = largest_diversions(in.comparison, kDiversions);
  auto const full = diversions.empty() ? 0.0 : diversions.front().tonnes;
  auto rows = std::vector<HtmlRow>{};
  for (auto const& d : diversions) {
    if (shows(d.tonnes)) {
      rows.push_back({words_cell(party_name(in.network(), d.from)),
                      words_cell(party_name(in.network(), d.to)),
                      Figure{in, fmt::format("diversion.{}.{}", d.from, d.to)}.bar(
                          megatonnes(d.tonnes), d.tonnes, full)});
    }
  }
  if (rows.empty()) {
    return nothing("No transit moves from one state to another.");
  }
  return html_table("Transit tonnes that left one state's network for another's, Mt a year",
                    {words_cell("From"), words_cell("to"), {"tonnes"}},
                    rows) +
         "<p class=\"note\">\"Nobody\" stands for routes through fewer states and for trade that "
         "appears or vanishes. A tonne that passed two states counts for each.</p>\n";
}

std::string html_congestion(HtmlInput const& in) {
  auto rows = std::vector<HtmlRow>{};
  for (auto const& f : facilities_full(in.answers)) {
    rows.push_back(facility_row(in, f));
  }
  if (rows.empty()) {
    return nothing("Nothing is filled above 80 % of its capacity.");
  }
  return html_table("Facilities above 80 % of their capacity in either year",
                    {words_cell("Facility"),
                     {"capacity, Mt"},
                     {"full without, %"},
                     {"full with, %"},
                     {"scarcity without, US$/t"},
                     {"scarcity with, US$/t"}},
                    rows);
}

}  // namespace chorsu
