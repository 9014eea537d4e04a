#include "csv_tables.h"

#include <array>

#include <fmt/format.h>

#include "axes.h"
#include "csv_row.h"
#include "facilitation_rows.h"
#include "flow_tables.h"

namespace chorsu {

namespace {

using Futures = std::array<Future const*, 2U>;

struct Context {
  Model const& model;
  Network const& network;
  Comparison const& comparison;
  Answers const& answers;
  Futures futures;

  std::string const& node(NodeId id) const { return network.nodes.id[id]; }
  std::string const& commodity(CommodityId id) const { return model.region->commodities.id[id]; }
  std::string state(NodeId id) const {
    auto const state = network.nodes.state[id];
    return state.is_none() ? "" : network.states.id[state];
  }
};

void add_flow(Context const& x,
              std::string& table,
              Future const& future,
              LinkId link,
              ClassFlows const& flows) {
  auto const& id = x.network.links.id[link];
  auto const& from = x.node(x.network.links.from[link]);
  auto const& to = x.node(x.network.links.to[link]);
  for (auto const k : ids_of<CommodityId>(flows.forward.rows)) {
    if (auto const tonnes = flows.forward(k, link); tonnes != 0.0) {
      add_row(table, future.name, id, from, to, x.commodity(k), tonnes);
    }
    if (auto const tonnes = flows.backward(k, link); tonnes != 0.0) {
      add_row(table, future.name, id, to, from, x.commodity(k), tonnes);
    }
  }
}

std::string flows_csv(Context const& x) {
  auto table = std::string{"future,link_id,from_node,to_node,class,tonnes\n"};
  for (auto const* future : x.futures) {
    auto const flows = class_flows(x.model, *future);
    for (auto const link : x.network.links.id.ids()) {
      add_flow(x, table, *future, link, flows);
    }
  }
  return table;
}

std::string od_csv(Context const& x) {
  auto table = std::string{"future,origin,destination,class,tonnes\n"};
  for (auto const* future : x.futures) {
    for (auto const& row : od_rows(x.model, *future)) {
      add_row(table,
              future->name,
              x.node(row.origin),
              x.node(row.destination),
              x.commodity(row.commodity),
              row.tonnes);
    }
  }
  return table;
}

std::string through_csv(Context const& x, std::vector<Selection> const& places) {
  auto table = std::string{"future,place,origin,destination,class,tonnes\n"};
  for (auto const* future : x.futures) {
    for (auto const& place : places) {
      for (auto const& row : od_rows_through(x.model, *future, place)) {
        add_row(table,
                future->name,
                place.name,
                x.node(row.origin),
                x.node(row.destination),
                x.commodity(row.commodity),
                row.tonnes);
      }
    }
  }
  return table;
}

std::string arcs_csv(Context const& x) {
  auto table = std::string{"link_id,from_node,to_node,mode,gauge,open_baseline,open_scenario\n"};
  auto const& links = x.network.links;
  auto const& [baseline, scenario] = x.futures;
  for (auto const link : links.id.ids()) {
    add_row(table,
            links.id[link],
            x.node(links.from[link]),
            x.node(links.to[link]),
            to_string(links.mode[link]),
            links.gauge[link] == 0U ? std::string{} : std::to_string(links.gauge[link]),
            unsigned{baseline->world.open[link]},
            unsigned{scenario->world.open[link]});
  }
  return table;
}

struct Item {
  char const* name;
  Column<StateId, double> const& values;
  char const* unit;
};

std::vector<Item> items(Accounts const& a) {
  auto const& s = a.states;
  auto const& e = a.exposure;
  return {{"originating", s.originating, "t/yr"},
          {"terminating", s.terminating, "t/yr"},
          {"entering", s.entering, "t/yr"},
          {"leaving", s.leaving, "t/yr"},
          {"transit_tonnes", s.transit_tonnes, "t/yr"},
          {"transit_tkm", s.transit_tkm, "t.km/yr"},
          {"transit_revenue", s.transit_revenue, "US$/yr"},
          {"trade_cost", s.trade_cost, "US$/yr"},
          {"trade_tonnes", s.trade_tonnes, "t/yr"},
          {"exposure_neighbour_max", e.neighbour_max, "share"},
          {"exposure_neighbour_herfindahl", e.neighbour_herfindahl, "index"},
          {"exposure_crossing_max", e.crossing_max, "share"},
          {"exposure_crossing_herfindahl", e.crossing_herfindahl, "index"},
          {"exposure_corridor_max", e.corridor_max, "share"}};
}

std::string accounts_csv(Context const& x) {
  auto table = std::string{"future,state,item,value,unit\n"};
  auto const& states = x.network.states.id;
  for (auto const* future : x.futures) {
    auto const list = items(future->accounts);
    for (auto const state : states.ids()) {
      for (auto const& item : list) {
        add_row(table, future->name, states[state], item.name, item.values[state], item.unit);
      }
    }
  }
  for (auto const state : states.ids()) {
    add_row(table,
            x.futures.back()->name,
            states[state],
            "surplus_change",
            x.comparison.surplus[state],
            "US$/yr");
  }
  return table;
}

/// Columns of CAREC's indicators of a mode, each with a comma before it.
std::string facilitation_heads(std::string const& mode) {
  auto heads = std::string{};
  for (auto const& indicator : kIndicators) {
    heads += "," + mode + "_" + indicator.key;
  }
  return heads + "," + mode + "_borders_by_flow," + mode + "_sections_by_flow";
}

std::string facilitation_fields(TradeFacilitation const& t) {
  auto fields = std::string{};
  for (auto const& indicator : kIndicators) {
    fields += "," + as_field(t.*indicator.value);
  }
  return fields + (t.borders_by_flow ? ",1" : ",0") + (t.sections_by_flow ? ",1" : ",0");
}

std::string corridors_csv(Context const& x) {
  auto table = std::string{"future,corridor,tonnes,tkm"} + facilitation_heads("rail") +
               facilitation_heads("road") + "\n";
  auto const& ids = x.network.corridors.id;
  for (auto const* future : x.futures) {
    auto const& a = future->accounts;
    auto const of =
        future == x.futures.front() ? &FacilitationAnswer::baseline : &FacilitationAnswer::scenario;
    for (auto const& c : x.answers.corridors) {
      table += as_field(future->name) + "," + as_field(ids[c.corridor]) + "," +
               as_field(a.corridor_tonnes[c.corridor]) + "," +
               as_field(a.corridor_tkm[c.corridor]) + facilitation_fields(c.rail.*of) +
               facilitation_fields(c.road.*of) + "\n";
    }
  }
  return table;
}

std::string crossings_csv(Context const& x) {
  auto table =
      std::string{"future,link_id,from_node,to_node,from_state,to_state,forward,backward\n"};
  auto const& links = x.network.links;
  for (auto const* future : x.futures) {
    for (auto const& crossing : x.answers.crossings) {
      auto const from = links.from[crossing.link];
      auto const to = links.to[crossing.link];
      add_row(table,
              future->name,
              links.id[crossing.link],
              x.node(from),
              x.node(to),
              x.state(from),
              x.state(to),
              future->accounts.link_forward[crossing.link],
              future->accounts.link_backward[crossing.link]);
    }
  }
  return table;
}

char const* to_string(FacilityKind kind) {
  switch (kind) {
    case FacilityKind::kLink:
      return "link";
    case FacilityKind::kCrossing:
      return "crossing";
    case FacilityKind::kPort:
      return "port";
    case FacilityKind::kGaugeChange:
      break;
  }
  return "gauge_change";
}

std::string facilities_csv(Context const& x) {
  auto table = std::string{"future,kind,link_id,from_node,node,capacity,tonnes,delay,scarcity"};
  table += ",reversed\n";
  auto const& f = x.model.supernetwork.facilities;
  auto const& links = x.network.links;
  for (auto const* future : x.futures) {
    for (auto const id : f.kind.ids()) {
      auto const link = f.link[id];
      auto const from = [&] { return f.reversed[id] != 0U ? links.to[link] : links.from[link]; };
      add_row(table,
              future->name,
              to_string(f.kind[id]),
              link.is_none() ? std::string{} : links.id[link],
              link.is_none() ? std::string{} : x.node(from()),
              f.node[id].is_none() ? std::string{} : x.node(f.node[id]),
              future->world.capacity[id],
              future->solution.flow[id],
              future->solution.delay[id],
              future->solution.scarcity[id],
              unsigned{f.reversed[id]});
    }
  }
  return table;
}

std::string axes_csv(Context const& x) {
  auto table = std::string{"future,axis,tonnes,share\n"};
  for (auto const* future : x.futures) {
    auto const axes = land_axes(x.model, *future);
    auto const add = [&](char const* axis, double tonnes) {
      add_row(table, future->name, axis, tonnes, axes.sum() > 0.0 ? tonnes / axes.sum() : 0.0);
    };
    add("north_south", axes.north_south);
    add("east_west", axes.east_west);
    add("other", axes.other);
  }
  return table;
}

std::string diversion_csv(Context const& x) {
  auto table = std::string{"from,to,tonnes\n"};
  for (auto const& row : x.comparison.diversion.rows) {
    add_row(table, row.from, row.to, row.tonnes);
  }
  return table;
}

}  // namespace

std::vector<CsvTable> csv_tables(Model const& model,
                                 Comparison const& c,
                                 Answers const& answers,
                                 std::vector<Selection> const& places) {
  auto const x = Context{model, model.region->network, c, answers, {&c.baseline, &c.with_changes}};
  auto tables = std::vector<CsvTable>{{"flows.csv", flows_csv(x)},
                                      {"od.csv", od_csv(x)},
                                      {"arcs.csv", arcs_csv(x)},
                                      {"accounts.csv", accounts_csv(x)},
                                      {"corridors.csv", corridors_csv(x)},
                                      {"crossings.csv", crossings_csv(x)},
                                      {"facilities.csv", facilities_csv(x)},
                                      {"axes.csv", axes_csv(x)},
                                      {"diversion.csv", diversion_csv(x)}};
  if (!places.empty()) {
    tables.push_back({"through.csv", through_csv(x, places)});
  }
  return tables;
}

}  // namespace chorsu
