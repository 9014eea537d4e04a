#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "chorsu/report/answers.h"
#include "chorsu/run/simulate.h"

namespace chorsu::tiny {

inline Measure exactly(double x, FactId fact = {}) {
  return {x, x, x, fact};
}

/// Draws the tables of a region, a row at a time.
struct Drawing {
  Region region;

  StateId state(std::string const& id, std::string const& name, bool core) {
    auto& p = region.prices.states;
    for (auto* tariff : {&p.rail_box, &p.rail_bulk, &p.road}) {
      tariff->push_back(exactly(tariff == &p.road ? 0.08 : 0.03));
    }
    p.rail_speed.push_back(exactly(30.0));
    p.road_speed.push_back(exactly(40.0));
    auto& network = region.network;
    network.trade_codes.id.push_back(id);
    network.trade_codes.name.push_back(name);
    network.states.name.push_back(name);
    network.states.core.push_back(core ? 1U : 0U);
    return network.states.id.push_back(id);
  }

  NodeId node(std::string const& id, StateId in, double lon, double lat) {
    auto& n = region.network.nodes;
    n.name.push_back("Town of " + id);
    n.kind.push_back("city");
    n.state.push_back(in);
    n.lon.push_back(lon);
    n.lat.push_back(lat);
    n.fact.push_back(FactId{});
    return n.id.push_back(id);
  }

  LinkId link(Mode mode, NodeId from, NodeId to, double km, Status status = Status::kOperational) {
    auto& l = region.network.links;
    auto const& names = region.network.nodes.id;
    l.from.push_back(from);
    l.to.push_back(to);
    l.mode.push_back(mode);
    l.gauge.push_back(mode == Mode::kRail ? 1520U : 0U);
    l.length.push_back(exactly(km));
    l.status.push_back(status);
    l.expected.push_back(0);
    l.capacity_id.push_back("line");
    l.basin.push_back(mode == Mode::kSea ? BasinId{0} : BasinId{});
    l.fact.push_back(FactId{});
    auto const id =
        l.id.push_back(std::string{to_string(mode)} + "--" + names[from] + "--" + names[to]);
    if (is_crossing(region.network, id)) {
      border(id);
    }
    return id;
  }

  void border(LinkId link) {
    for (auto const reversed : {false, true}) {
      for (auto const entry : {false, true}) {
        auto row = BorderSides::Row{};
        row.link = link;
        row.reversed = reversed;
        row.entry = entry;
        row.hours = exactly(6.0);
        row.fee = exactly(50.0);
        row.unit = region.network.links.mode[link] == Mode::kRoad ? FeeUnit::kPerTruck
                                                                  : FeeUnit::kPerWagonOrTeu;
        region.prices.borders.rows.push_back(row);
      }
    }
  }

  ZoneId zone(NodeId at) {
    auto& z = region.network.zones;
    auto const state = region.network.nodes.state[at];
    auto const code = TradeCodeId{state.value};
    z.name.push_back(region.network.nodes.name[at]);
    z.state.push_back(state);
    z.node.push_back(at);
    z.trade_code.push_back(code);
    z.core.push_back(region.network.states.core[state]);
    z.access.push_back(exactly(0.0));
    z.access_basin.push_back(BasinId{});
    z.fact.push_back(FactId{});
    auto const id = z.id.push_back("zone-" + region.network.nodes.id[at]);
    auto weight = ZoneWeights::Row{};
    weight.code = code;
    weight.zone = id;
    weight.weight = exactly(1.0);
    region.trade.weights.rows.push_back(weight);
    return id;
  }

  void trade(StateId from, StateId to, double tonnes) {
    auto const exporter = TradeCodeId{from.value};
    auto const importer = TradeCodeId{to.value};
    auto row = TradeTable::Row{};
    row.exporter = exporter;
    row.importer = importer;
    row.tonnes = exactly(tonnes);
    region.trade.table.rows.push_back(row);
    for (auto const& [commodity, share] : {std::pair{CommodityId{0}, 0.3}, {CommodityId{1}, 0.7}}) {
      region.trade.shares.rows.push_back({exporter, importer, commodity, exactly(share)});
    }
  }

  void commodity(std::string const& id, Form form, double value_of_time) {
    auto& k = region.commodities;
    k.id.push_back(id);
    k.name.push_back(id);
    k.group.push_back(ClassGroupId{0});
    k.form.push_back(form);
    k.value.push_back(exactly(500.0));
    k.value_of_time.push_back(exactly(value_of_time));
    k.theta.push_back(exactly(0.05));
    k.elasticity.push_back(exactly(0.8));
    k.tonnes_per_teu.push_back(exactly(15.0));
    k.tonnes_per_truck.push_back(exactly(20.0));
    k.tonnes_per_wagon.push_back(exactly(60.0));
    k.modes.push_back(0xFFU);
    k.fact.push_back(FactId{});
  }

  SourceId source(std::string const& id,
                  SourceKind kind,
                  std::string const& title,
                  std::string const& url) {
    auto& s = region.sources;
    s.kind.push_back(kind);
    s.title.push_back(title);
    s.publisher.push_back("A publisher");
    s.date.push_back("2025");
    s.url.push_back(url);
    return s.id.push_back(id);
  }

  void fact(FileId file, std::uint32_t row, SourceId source) {
    auto& f = region.facts;
    f.row.push_back(row);
    f.source.push_back(source);
    f.confidence.push_back(Confidence::kLow);
    f.file.push_back(file);
  }
};

/// Three states; a road from the first to the third through the second, and beside it a railway of
/// which the first stretch is planned.
inline Region region() {
  auto d = Drawing{};
  auto& r = d.region;
  r.path = "data/region";
  r.name = "tiny";
  r.base_year = 2024;
  r.capacities.defaults.rows.push_back({"line", {exactly(2e6), 0.5, 4.0}});
  r.commodities.group_id.push_back("all");
  d.commodity("boxes", Form::kBox, 0.3);
  d.commodity("grain", Form::kBulk, 0.01);
  r.prices.avoidable = {exactly(0.6), exactly(0.8), exactly(0.2), exactly(0.5)};
  auto const a = d.state("AAA", "Aland <north> & co", true);
  auto const b = d.state("BBB", "Bland", true);
  auto const c = d.state("CCC", "Ćland", false);
  auto const at_a = d.node("a", a, 60.0, 40.0);
  auto const west = d.node("west", b, 63.0, 39.0);
  auto const east = d.node("east", b, 66.0, 38.0);
  auto const at_c = d.node("c", c, 69.0, 37.0);
  auto const planned = d.link(Mode::kRail, at_a, west, 250.0, Status::kPlanned);
  auto const middle = d.link(Mode::kRail, west, east, 280.0);
  auto const last = d.link(Mode::kRail, east, at_c, 270.0);
  d.link(Mode::kRoad, at_a, west, 260.0);
  d.link(Mode::kRoad, west, east, 290.0);
  d.link(Mode::kRoad, east, at_c, 280.0);
  for (auto const node : {at_a, west, east, at_c}) {
    d.zone(node);
  }
  r.trade.weights.rows[1].weight = exactly(0.4);
  r.trade.weights.rows[2].weight = exactly(0.6);
  d.trade(a, c, 1.2e6);
  d.trade(c, a, 0.4e6);
  d.trade(a, b, 0.5e6);
  auto& corridors = r.network.corridors;
  corridors.name.push_back("The railway");
  corridors.branch.push_back("railway/main");
  corridors.corridor.push_back(corridors.id.push_back("railway"));
  corridors.links.push_back(std::vector{planned, middle, last});
  auto& p = r.projects;
  p.title.push_back("The missing stretch");
  p.kind.push_back("build");
  p.corridor.push_back("railway");
  p.expected.push_back(2031);
  p.capex.push_back(exactly(100.0));
  p.own_links.push_back(std::vector{planned});
  p.shared_links.push_back({});
  p.needs.push_back({});
  p.excludes.push_back({});
  p.effects.push_back({});
  p.id.push_back("stretch");
  r.aliases.rows.push_back({"gate", PlaceKind::kCrossing, r.network.links.id[planned]});
  r.aliases.rows.push_back({"old-gate", PlaceKind::kCrossing, r.network.links.id[planned]});
  auto const file = r.facts.files.push_back("link.csv");
  d.fact(file, 2U, d.source("S1", SourceKind::kPublished, "A <book>", "https://example.org/?a&b"));
  d.fact(file, 3U, d.source("S2", SourceKind::kAssumption, "A guess", ""));
  d.fact(file, 4U, d.source("S3", SourceKind::kDefault, "A default", "javascript:alert(1)"));
  d.fact(file, 5U, SourceId{1});
  return std::move(d.region);
}

inline Scenario opening() {
  auto s = Scenario{};
  s.id = "stretch";
  s.title = "The stretch opens <soon>";
  s.why = "Would the railway take what the road carries, if its missing stretch were built?";
  s.baseline_date = Date::from_civil(2030).value_or(Date{});
  auto lever = Lever{};
  lever.date = s.baseline_date;
  lever.projects = {ProjectId{0}};
  s.levers = {lever};
  s.changes = {"2030-01-01 open project stretch"};
  return s;
}

/// A run of the tiny region: its railway is completed.
struct TinyRun {
  Region region;
  std::unique_ptr<Model const> model;
  Comparison comparison;
  Answers answers;

  explicit TinyRun(Region r = tiny::region(), Scenario const& scenario = opening())
      : region{std::move(r)},
        model{prepare(region, {})},
        comparison{simulate(*model, scenario, {})},
        answers{chorsu::answers(*model, comparison)} {}
};

/// One run for all tests that only read it.
inline TinyRun const& the_run() {
  static auto const run = TinyRun{};
  return run;
}

}  // namespace chorsu::tiny
