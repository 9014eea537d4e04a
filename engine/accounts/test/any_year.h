#pragma once

#include <string>
#include <vector>

#include "rapidcheck.h"
#include "toy_year.h"

namespace chorsu::toy {

inline std::size_t any_below(std::size_t count) {
  return *rc::gen::inRange(std::size_t{0}, count);
}

inline double any_tonnes() {
  return static_cast<double>(*rc::gen::inRange(0, 1000000)) / 7.0;
}

/// Up to five states, ten nodes and sixteen links of any mode, with zones at home and overseas.
inline ToyYear any_year() {
  auto year = ToyYear{};
  auto const states = 2U + any_below(4U);
  for (auto i = std::size_t{0}; i < states; ++i) {
    year.state("S" + std::to_string(i), 0.01 * static_cast<double>(1U + any_below(5U)));
  }
  auto const any_state = [&] { return StateId{static_cast<std::uint16_t>(any_below(states))}; };
  auto const nodes = 4U + any_below(7U);
  for (auto i = std::size_t{0}; i < nodes; ++i) {
    year.node("n" + std::to_string(i), any_state());
  }
  auto const links = 5U + any_below(12U);
  auto branch = std::vector<LinkId>{};
  for (auto i = std::size_t{0}; i < links; ++i) {
    auto const from = any_below(nodes);
    auto const to = (from + 1U + any_below(nodes - 1U)) % nodes;
    auto const mode = static_cast<Mode>(any_below(6U));
    branch.push_back(year.link(mode,
                               NodeId{static_cast<std::uint32_t>(from)},
                               NodeId{static_cast<std::uint32_t>(to)},
                               1.0 + static_cast<double>(any_below(900U))));
  }
  year.corridor("first", {branch});
  for (auto i = std::size_t{0}; i < nodes; ++i) {
    auto const node = NodeId{static_cast<std::uint32_t>(i)};
    year.zone(node);
    if (any_below(4U) == 0U) {
      year.zone(node, any_state(), 100.0);
    }
  }
  year.expand_all();
  return year;
}

/// A walk through the network that visits no port twice; empty when it does not end at a zone.
inline std::vector<ArcId> any_route(ToyYear const& year, ZoneId from) {
  auto const& s = year.supernetwork;
  auto seen = std::vector<std::uint8_t>(s.ports.node.size(), 0U);
  auto arcs = std::vector<ArcId>{};
  auto at = s.origin[from];
  while (s.ports.kind[at] != PortKind::kDestination) {
    seen[at.value] = 1U;
    auto next = std::vector<ArcId>{};
    for (auto const arc : s.out[at]) {
      auto const to = s.arcs.to[arc];
      // Passing on is more likely than stopping, so that walks get long.
      auto const stops = s.ports.kind[to] == PortKind::kDestination;
      if (seen[to.value] == 0U && (!stops || arcs.size() > 3U)) {
        next.push_back(arc);
      }
    }
    if (next.empty()) {
      return {};
    }
    arcs.push_back(next[any_below(next.size())]);
    at = s.arcs.to[arcs.back()];
  }
  return arcs;
}

/// Adds a lane for every walk that arrives.
inline std::vector<ToyFlow> any_flows(ToyYear& year) {
  auto flows = std::vector<ToyFlow>{};
  for (auto const zone : year.network.zones.id.ids()) {
    for (auto i = 0; i < 3; ++i) {
      auto const arcs = any_route(year, zone);
      if (arcs.size() > 1U) {
        auto const to = year.supernetwork.arcs.zone[arcs.back()];
        flows.push_back({year.lane(zone, to), arcs, any_tonnes(), 30.0});
      }
    }
  }
  return flows;
}

/// The same lanes on other walks between the same zones where there are some, else unchanged.
inline std::vector<ToyFlow> shuffled(std::vector<ToyFlow> flows) {
  for (auto& flow : flows) {
    auto const& other = flows[any_below(flows.size())];
    if (other.arcs.front() == flow.arcs.front() && other.arcs.back() == flow.arcs.back()) {
      flow.arcs = other.arcs;
    }
    flow.tonnes = any_tonnes();
  }
  return flows;
}

}  // namespace chorsu::toy
