#include "chorsu/report/run_json.h"

#include <nlohmann/json.hpp>

#include "facilitation_rows.h"

namespace chorsu {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(Change const& change) {
  return {{"baseline", change.baseline}, {"scenario", change.scenario}};
}

Json to_json(StateAnswer const& s) {
  return {{"transit_tonnes", to_json(s.transit_tonnes)},
          {"transit_tkm", to_json(s.transit_tkm)},
          {"transit_revenue", to_json(s.transit_revenue)},
          {"trade_tonnes", to_json(s.trade_tonnes)},
          {"trade_cost", to_json(s.trade_cost)},
          {"exposure",
           {{"neighbour_max", to_json(s.neighbour_max)},
            {"neighbour_herfindahl", to_json(s.neighbour_herfindahl)},
            {"crossing_max", to_json(s.crossing_max)},
            {"crossing_herfindahl", to_json(s.crossing_herfindahl)},
            {"corridor_max", to_json(s.corridor_max)}}},
          {"surplus_change", s.surplus}};
}

Json number(std::optional<double> const& x) {
  return x ? Json(*x) : Json(nullptr);
}

Json to_json(Indicator const& indicator, FacilitationAnswer const& answer) {
  return {{"baseline", number(answer.baseline.*indicator.value)},
          {"scenario", number(answer.scenario.*indicator.value)},
          {"by_flow", answer.scenario.*indicator.by_flow}};
}

Json states(Network const& network, Answers const& a) {
  auto result = Json::object();
  for (auto const& s : a.states) {
    result[network.states.id[s.state]] = to_json(s);
  }
  return result;
}

Json corridors(Network const& network, Answers const& a) {
  auto result = Json::object();
  for (auto const& c : a.corridors) {
    auto& corridor = result[network.corridors.id[c.corridor]];
    corridor = {{"tonnes", to_json(c.tonnes)}, {"tkm", to_json(c.tkm)}};
    for (auto const& indicator : kIndicators) {
      corridor[indicator.key] = {{"rail", to_json(indicator, c.rail)},
                                 {"road", to_json(indicator, c.road)}};
    }
  }
  return result;
}

Json crossings(Region const& region, Answers const& a) {
  auto result = Json::object();
  for (auto const& c : a.crossings) {
    auto const& id = region.network.links.id[c.link];
    auto const entry = Json{{"link_id", id}, {"tonnes", to_json(c.tonnes)}};
    auto named = false;
    for (auto const& alias : region.aliases.rows) {
      if (alias.kind == PlaceKind::kCrossing && alias.id == id) {
        result[alias.alias] = entry;
        named = true;
      }
    }
    if (!named) {
      result[id] = entry;
    }
  }
  return result;
}

Json borders(Region const& region, Answers const& a) {
  auto result = Json::array();
  auto const& nodes = region.network.nodes.id;
  for (auto const& b : a.borders) {
    auto const& links = region.network.links;
    auto barred = Json::array();
    for (auto const commodity : b.barred) {
      barred.push_back(region.commodities.id[commodity]);
    }
    result.push_back({{"link_id", links.id[b.link]},
                      {"from", nodes[b.reversed ? links.to[b.link] : links.from[b.link]]},
                      {"to", nodes[b.reversed ? links.from[b.link] : links.to[b.link]]},
                      {"hours", to_json(b.hours)},
                      {"fee", to_json(b.fee)},
                      {"fee_unit", fee_unit_name(b.unit)},
                      {"barred", barred},
                      {"rules", rules_in_words(region, b.rules)}});
  }
  return result;
}

Json diversion(Diversion const& d) {
  auto result = Json::array();
  for (auto const& row : d.rows) {
    result.push_back({{"from", row.from}, {"to", row.to}, {"tonnes", row.tonnes}});
  }
  return result;
}

Json opened(Model const& model, Comparison const& c) {
  auto result = Json::array();
  for (auto const project : c.with_changes.world.opened) {
    result.push_back(model.region->projects.id[project]);
  }
  return result;
}

/// Reading of every strain in both futures.
Json strains(Model const& model, Comparison const& c) {
  auto result = Json::object();
  auto const& ids = model.region->evidence.strains.id;
  for (auto const strain : c.baseline.world.strains.ids()) {
    result[ids[strain]] = {{"baseline", c.baseline.world.strains[strain].reading},
                           {"scenario", c.with_changes.world.strains[strain].reading}};
  }
  return result;
}

}  // namespace

std::string run_json(Model const& model,
                     Comparison const& c,
                     Answers const& a,
                     RunFiles const& files,
                     RunSeconds const& seconds) {
  auto const& network = model.region->network;
  auto const result = Json{
      {"scenario", c.scenario.id},
      {"title", c.scenario.title},
      {"baseline_date", to_string(c.scenario.baseline_date)},
      {"converged", a.quality.converged},
      {"residual", a.quality.residual},
      {"capacity_violation", a.quality.violation},
      {"balance_max", a.quality.balance},
      {"unserved", a.quality.unserved},
      {"seconds",
       {{"load", seconds.load},
        {"cold", c.cold_seconds},
        {"warm", c.warm_seconds},
        {"report", seconds.report}}},
      {"opened", opened(model, c)},
      {"verdict", verdict(model, c, a)},
      {"strains", strains(model, c)},
      {"states", states(network, a)},
      {"corridors", corridors(network, a)},
      {"crossings", crossings(*model.region, a)},
      {"borders", borders(*model.region, a)},
      {"diversion", diversion(c.diversion)},
      {"files",
       {{"html", files.html}, {"csv", files.csv}, {"gpkg", files.gpkg}, {"xlsx", files.xlsx}}}};
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace chorsu
