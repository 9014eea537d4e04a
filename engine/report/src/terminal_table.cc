#include "chorsu/report/terminal_table.h"

#include <fmt/format.h>

#include "text_table.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kColumns = 80U;
constexpr auto kStates = 16U;
constexpr auto kPlaces = 6U;
constexpr auto kDiversions = 8U;
constexpr auto kBorders = 12U;
constexpr auto kFull = 0.8;  ///< facilities above this share of their capacity are listed

struct Page {
  Model const& model;
  Comparison const& comparison;
  Answers const& answers;
  RunFiles const& files;
  bool colour;
  std::string text;

  Network const& network() const { return model.region->network; }
};

void add_paragraph(Page& page, std::string const& text, std::string const& indent = "") {
  for (auto const& line : wrap(text, kColumns - indent.size())) {
    page.text += indent + line + "\n";
  }
}

void add_table(Page& page, std::string const& title, TextTable const& table) {
  page.text += "\n" + toned(title, Tone::kHead, page.colour) + "\n";
  page.text += to_text(table, page.colour);
}

bool shows(Change const& tonnes) {
  return megatonnes_change(tonnes.difference()) != megatonnes_change(0.0);
}

std::vector<Cell> tonnes_cells(std::string const& name, Change const& tonnes) {
  return {{name},
          {megatonnes(tonnes.baseline)},
          {megatonnes(tonnes.scenario)},
          gain_or_loss(megatonnes_change(tonnes.difference()), tonnes.difference())};
}

void add_question(Page& page) {
  auto const& s = page.comparison.scenario;
  page.text += toned(cut(s.title, kColumns), Tone::kHead, page.colour) + "\n";
  add_paragraph(page, s.why);
  page.text += "\n";
  add_paragraph(
      page,
      fmt::format("A year on the network of {}, with and without:", to_string(s.baseline_date)));
  for (auto const& change : s.changes) {
    add_paragraph(page, change, "  ");
  }
  page.text += "\n";
  for (auto const& sentence : verdict(page.model, page.comparison, page.answers)) {
    add_paragraph(page, sentence);
  }
}

void add_states(Page& page) {
  auto table = TextTable{{{"State", 14U, true},
                          {"transit Mt", 10U},
                          {"scenario", 8U},
                          {"change", 7U},
                          {"revenue", 8U},
                          {"cost/t %", 8U},
                          {"surplus", 8U}},
                         {}};
  for (auto const& s : states_to_show(page.answers, page.network(), kStates)) {
    auto row = tonnes_cells(page.network().states.name[s.state], s.transit_tonnes);
    row.push_back(gain_or_loss(millions_change(s.transit_revenue.difference()),
                               s.transit_revenue.difference()));
    row.push_back({percent_change(s.unit_cost.relative())});
    row.push_back(gain_or_loss(millions_change(s.surplus), s.surplus));
    table.rows.push_back(std::move(row));
  }
  add_table(
      page, "States (transit Mt/yr; revenue and traders' surplus, change in M US$/yr)", table);
}

TextTable tonnes_table(std::string const& head) {
  return {{{head, 46U, true}, {"baseline", 8U}, {"scenario", 8U}, {"change", 8U}}, {}};
}

void add_places(Page& page, std::string const& title, TextTable const& table) {
  if (!table.rows.empty()) {
    add_table(page, title, table);
  }
}

void add_corridors(Page& page) {
  auto table = tonnes_table("Corridor");
  for (auto const& c : corridors_moved(page.answers, kPlaces)) {
    if (shows(c.tonnes)) {
      table.rows.push_back(tonnes_cells(page.network().corridors.name[c.corridor], c.tonnes));
    }
  }
  add_places(page, "Corridors that moved most (mean flow, Mt/yr)", table);
}

void add_crossings(Page& page) {
  auto table = tonnes_table("Crossing");
  for (auto const& c : crossings_moved(page.answers, kPlaces)) {
    if (shows(c.tonnes)) {
      table.rows.push_back(tonnes_cells(link_name(page.network(), c.link), c.tonnes));
    }
  }
  add_places(page, "Crossings that moved most (both directions, Mt/yr)", table);
}

void add_borders(Page& page) {
  auto table = TextTable{{{"Border", 36U, true},
                          {"hours", 6U},
                          {"scenario", 8U},
                          {"fee", 6U},
                          {"scenario", 8U},
                          {"barred", 6U}},
                         {}};
  auto rules = std::vector<FactId>{};
  for (auto const& b : page.answers.borders) {
    if (table.rows.size() < kBorders) {
      table.rows.push_back({{link_name(page.network(), b.link, b.reversed)},
                            {fixed(b.hours.baseline, 1)},
                            gain_or_loss(fixed(b.hours.scenario, 1), -b.hours.difference()),
                            {fixed(b.fee.baseline, 0)},
                            gain_or_loss(fixed(b.fee.scenario, 0), -b.fee.difference()),
                            {b.barred.empty() ? "" : std::to_string(b.barred.size())}});
    }
    rules.insert(rules.end(), b.rules.begin(), b.rules.end());
  }
  add_places(page, "Borders on new terms (h; US$ a truck, wagon or TEU; classes barred)", table);
  auto const words = rules_in_words(*page.model.region, rules);
  if (!words.empty()) {
    add_paragraph(page, "By " + words + ".");
  }
}

void add_diversion(Page& page) {
  auto table = TextTable{{{"From", 6U, true}, {"to", 6U, true}, {"Mt/yr", 8U}}, {}};
  for (auto const& row : largest_diversions(page.comparison, kDiversions)) {
    if (shows({0.0, row.tonnes})) {
      table.rows.push_back({{row.from}, {row.to}, {megatonnes(row.tonnes)}});
    }
  }
  add_places(page, "Transit that moved, who lost to whom (none: nobody before or after)", table);
}

void add_full_facilities(Page& page) {
  auto table =
      TextTable{{{"Facility", 46U, true}, {"full %", 8U}, {"scenario", 8U}, {"US$/t", 8U}}, {}};
  auto const share = [](double flow, double capacity) {
    return capacity > 0.0 ? fixed(100.0 * flow / capacity, 0) : std::string{"shut"};
  };
  for (auto const& f : page.answers.facilities) {
    if (f.fullest >= kFull && table.rows.size() < kPlaces) {
      table.rows.push_back({{facility_name(page.model, f.facility)},
                            {share(f.flow.baseline, f.capacity.baseline)},
                            {share(f.flow.scenario, f.capacity.scenario)},
                            {fixed(f.scarcity.scenario, 2)}});
    }
  }
  add_places(
      page, "Scarcest facilities (share of capacity; scarcity price in the scenario)", table);
}

void add_quality(Page& page) {
  auto const& q = page.answers.quality;
  page.text += "\n";
  add_paragraph(page,
                fmt::format("Solve: {}, residual {:.1e}, capacity violation {:.1e}, balance of "
                            "tonnes {:.1e}, without a route {} Mt/yr.",
                            q.converged ? "converged" : "NOT CONVERGED",
                            q.residual,
                            q.violation,
                            q.balance,
                            megatonnes(q.unserved)));
}

void add_assumptions(Page& page) {
  auto facts = std::size_t{0};
  auto assumptions = std::size_t{0};
  auto defaults = std::size_t{0};
  for (auto const& a : page.answers.assumed) {
    assumptions += a.assumptions;
    defaults += a.defaults;
  }
  facts = page.model.region->facts.file.size();
  add_paragraph(
      page,
      fmt::format("Of {} facts of the package {} are assumptions and {} defaults; central "
                  "values, no ranges.",
                  facts,
                  assumptions,
                  defaults));
}

void add_growth_notes(Page& page) {
  auto const& c = page.comparison;
  if (c.growth_held) {
    add_paragraph(page, "The year lies past the growth table: demand of its last year is used.");
  }
  if (!c.without_growth.empty()) {
    auto names = std::vector<std::string>{};
    for (auto const state : c.without_growth) {
      names.push_back(page.network().states.id[state]);
    }
    add_paragraph(page, fmt::format("No growth rates for {}: factor 1.0.", fmt::join(names, ", ")));
  }
}

void add_files(Page& page) {
  if (page.files.html.empty()) {
    return;
  }
  page.text += "\nReport  " + page.files.html + "\n";
  page.text += "Map     " + page.files.gpkg + "\n";
  auto const slash = page.files.html.find_last_of('/');
  page.text += "Tables  " + page.files.html.substr(0U, slash + 1U) + "*.csv, result.xlsx\n";
}

}  // namespace

std::string terminal_table(Model const& model,
                           Comparison const& comparison,
                           Answers const& answers,
                           RunFiles const& files,
                           bool colour) {
  auto page = Page{model, comparison, answers, files, colour, {}};
  add_question(page);
  add_states(page);
  add_corridors(page);
  add_crossings(page);
  add_borders(page);
  add_diversion(page);
  add_full_facilities(page);
  add_quality(page);
  add_assumptions(page);
  add_growth_notes(page);
  add_files(page);
  return std::move(page.text);
}

}  // namespace chorsu
