#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "lane_sums.h"
#include "ledger.h"

#include "chorsu/accounts/observation.h"

namespace chorsu {

namespace {

using Counted = Observations::Row;

bool holds(std::vector<TradeCodeId> const& codes, TradeCodeId code) {
  return std::ranges::find(codes, code) != codes.end();
}

bool admits(std::vector<TradeCodeId> const& codes, TradeCodeId code) {
  return codes.empty() || holds(codes, code);
}

/// Whether the ends and the class of a lane are among those counted.
bool admits(CountLimits const& limits, AccountInputs const& in, LaneId lane) {
  auto const from = in.network.zones.trade_code[in.lanes.origin[lane]];
  auto const to = in.network.zones.trade_code[in.lanes.destination[lane]];
  auto const either = [&](std::vector<TradeCodeId> const& codes) {
    return holds(codes, from) || holds(codes, to);
  };
  auto const between = [&](TradeCodeId a, TradeCodeId b) {
    return holds(limits.ends_here, a) && holds(limits.ends_there, b);
  };
  auto const& classes = limits.commodities;
  return admits(limits.exporters, from) && admits(limits.importers, to) &&
         (limits.one_end.empty() || either(limits.one_end)) && !either(limits.no_end) &&
         (limits.ends_here.empty() || between(from, to) || between(to, from)) &&
         (classes.empty() || std::ranges::find(classes, in.lanes.commodity[lane]) != classes.end());
}

Mode mode_of(AccountInputs const& in, ArcId arc) {
  return in.network.links.mode[in.costs.supernetwork.arcs.link[arc]];
}

bool is_haul_in(AccountInputs const& in, ArcId arc, StateId state, std::uint8_t modes) {
  auto const& arcs = in.costs.supernetwork.arcs;
  return arcs.kind[arc] == ArcKind::kHaul && arcs.state[arc] == state &&
         allows(modes, mode_of(in, arc));
}

bool passes(AccountInputs const& in,
            std::span<ArcId const> route,
            StateId state,
            std::uint8_t modes) {
  return std::ranges::any_of(route, [&](ArcId arc) { return is_haul_in(in, arc, state, modes); });
}

/// The state that an arc of a link leads to.
StateId ahead(AccountInputs const& in, ArcId arc) {
  auto const& arcs = in.costs.supernetwork.arcs;
  auto const link = arcs.link[arc];
  auto const& links = in.network.links;
  return in.network.nodes.state[arcs.reversed[arc] != 0U ? links.from[link] : links.to[link]];
}

/// How often a route runs over the links of a row, in the direction and after the mode asked for.
int crossings(AccountInputs const& in, std::span<ArcId const> route, Counted const& row) {
  auto const& arcs = in.costs.supernetwork.arcs;
  auto any_mode = row.limits.by == 0xFFU;
  auto count = 0;
  for (auto const arc : route) {
    auto const carriage = arcs.carriage[arc];
    if (row.limits.by != 0xFFU && (carriage == Carriage::kTrain || carriage == Carriage::kTruck)) {
      any_mode = allows(row.limits.by, mode_of(in, arc));
    }
    if (any_mode && counts_link(in.network, in.costs.supernetwork, arc) &&
        std::ranges::find(row.links, arcs.link[arc]) != row.links.end()) {
      count += row.limits.towards.is_none() || ahead(in, arc) == row.limits.towards ? 1 : 0;
    }
  }
  return count;
}

bool is_afloat(PortKind kind) {
  return kind == PortKind::kArriving || kind == PortKind::kLeaving;
}

/// The port where an arc brings goods on board or ashore, from land or from a zone that lies there;
/// none elsewhere. A zone across the sea does not touch the port that stands for it.
NodeId quay(AccountInputs const& in, ArcId arc) {
  auto const& s = in.costs.supernetwork;
  auto const zone = s.arcs.zone[arc];
  auto const from = s.arcs.from[arc];
  auto const to = s.arcs.to[arc];
  if (is_afloat(s.ports.kind[from]) == is_afloat(s.ports.kind[to]) ||
      (!zone.is_none() && in.network.zones.access[zone].value > 0.0)) {
    return NodeId{};
  }
  return s.ports.node[is_afloat(s.ports.kind[from]) ? from : to];
}

/// How often a route is loaded or discharged at the ports of a row.
int port_calls(AccountInputs const& in, std::span<ArcId const> route, Counted const& row) {
  return static_cast<int>(std::ranges::count_if(route, [&](ArcId arc) {
    auto const node = quay(in, arc);
    return !node.is_none() && std::ranges::find(row.nodes, node) != row.nodes.end();
  }));
}

int times_counted(AccountInputs const& in, std::span<ArcId const> route, Counted const& row) {
  switch (row.count) {
    case Count::kFlow:
      return crossings(in, route, row);
    case Count::kTransit:
      return passes(in, route, row.state, row.limits.modes) ? 1 : 0;
    case Count::kThroughput:
      return port_calls(in, route, row);
    case Count::kPair:
      return passes(in, route, row.limits.through, row.limits.modes) ? 1 : 0;
  }
  return 0;
}

bool is_counted(AccountInputs const& in, Use const& use, Counted const& row) {
  return admits(row.limits, in, use.lane) &&
         (row.count != Count::kTransit || is_transit(use, row.state));
}

/// Whether a route over this arc can be counted at all.
bool may_count(AccountInputs const& in, ArcId arc, Counted const& row) {
  auto const holds = [](auto const& places, auto place) {
    return std::ranges::find(places, place) != places.end();
  };
  switch (row.count) {
    case Count::kFlow:
      return holds(row.links, in.costs.supernetwork.arcs.link[arc]);
    case Count::kTransit:
      return is_haul_in(in, arc, row.state, row.limits.modes);
    case Count::kThroughput:
      return holds(row.nodes, quay(in, arc));
    case Count::kPair:
      return is_haul_in(in, arc, row.limits.through, row.limits.modes);
  }
  return false;
}

Rows<ArcId, std::size_t> rows_of_arcs(AccountInputs const& in, Observations const& observations) {
  auto result = Rows<ArcId, std::size_t>{};
  auto rows = std::vector<std::size_t>{};
  for (auto const arc : in.costs.supernetwork.arcs.kind.ids()) {
    rows.clear();
    for (auto i = std::size_t{0}; i < observations.rows.size(); ++i) {
      if (may_count(in, arc, observations.rows[i])) {
        rows.push_back(i);
      }
    }
    result.push_back(rows);
  }
  return result;
}

struct Touch {
  std::size_t row{0};
  int times{0};
};

/// How often every route is counted in each row that counts it. Routes are shared by many lanes:
/// each is looked at once.
Rows<RouteId, Touch> touches(AccountInputs const& in, Observations const& observations) {
  auto const rows_of_arc = rows_of_arcs(in, observations);
  auto const& routes = in.solution.routes.arcs;
  auto result = Rows<RouteId, Touch>{};
  auto seen = std::vector<RouteId>(observations.rows.size());
  auto touched = std::vector<Touch>{};
  auto touch = [&](RouteId route, std::size_t i) {
    if (std::exchange(seen[i], route) != route) {
      touched.push_back({i, times_counted(in, routes[route], observations.rows[i])});
    }
  };
  for (auto const route : routes.ids()) {
    touched.clear();
    for (auto const arc : routes[route]) {
      auto const& rows = rows_of_arc[arc];
      std::for_each(rows.begin(), rows.end(), [&](std::size_t i) { touch(route, i); });
    }
    result.push_back(touched);
  }
  return result;
}

}  // namespace

bool is_independent(Observations::Row const& row) {
  return row.independence == "independent";
}

std::vector<LaneShares> observed_lanes(AccountInputs const& in, Observations const& observations) {
  auto const touched = touches(in, observations);
  auto result = std::vector<LaneShares>(observations.rows.size());
  for_each_use(in, [&](Use const& use) {
    for (auto const& [row, times] : touched[use.route]) {
      if (times > 0 && is_counted(in, use, observations.rows[row])) {
        add(result[row], use.lane, use.tonnes * times);
      }
    }
  });
  return result;
}

double tonnes_of(LaneShares const& lanes) {
  auto tonnes = 0.0;
  for (auto const& lane : lanes) {
    tonnes += lane.amount;
  }
  return tonnes;
}

std::vector<double> observe(AccountInputs const& inputs, Observations const& observations) {
  auto result = std::vector<double>{};
  for (auto const& lanes : observed_lanes(inputs, observations)) {
    result.push_back(tonnes_of(lanes));
  }
  return result;
}

}  // namespace chorsu
