#include <algorithm>
#include <span>
#include <vector>

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

double observe(AccountInputs const& in, Counted const& row) {
  // Routes are shared by many lanes: each is looked at once.
  auto times = Column<RouteId, std::int8_t>{};
  times.values.assign(in.solution.routes.arcs.size(), std::int8_t{-1});
  auto tonnes = 0.0;
  for_each_use(in, [&](Use const& use) {
    if (is_counted(in, use, row)) {
      auto& known = times[use.route];
      if (known < 0) {
        known =
            static_cast<std::int8_t>(times_counted(in, in.solution.routes.arcs[use.route], row));
      }
      tonnes += use.tonnes * known;
    }
  });
  return tonnes;
}

}  // namespace

bool is_independent(Observations::Row const& row) {
  return row.independence == "independent";
}

std::vector<double> observe(AccountInputs const& inputs, Observations const& observations) {
  auto result = std::vector<double>{};
  result.reserve(observations.rows.size());
  for (auto const& row : observations.rows) {
    result.push_back(observe(inputs, row));
  }
  return result;
}

}  // namespace chorsu
