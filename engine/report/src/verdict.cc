#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "words.h"

#include "chorsu/report/answers.h"

namespace chorsu {

namespace {

/// Row with the largest (or, by a negated size, the smallest) value.
template <typename Row, typename Size>
Row const& foremost(std::vector<Row> const& rows, Size size) {
  return *std::max_element(
      rows.begin(), rows.end(), [&](auto const& a, auto const& b) { return size(a) < size(b); });
}

bool shows(double tonnes) {
  return megatonnes_change(tonnes) != megatonnes_change(0.0);
}

std::string in_percent(Change const& change) {
  return change.baseline > 0.0 ? fmt::format(", {} %", percent_change(change.relative())) : "";
}

std::string transit_part(Network const& network, StateAnswer const& s, char const* verb) {
  return fmt::format("{} {} most transit ({} Mt a year{}; {} M US$ net)",
                     network.states.name[s.state],
                     verb,
                     megatonnes_change(s.transit_tonnes.difference()),
                     in_percent(s.transit_tonnes),
                     millions_change(s.transit_revenue.difference()));
}

std::string join(std::vector<std::string> const& parts) {
  return fmt::format("{}.", fmt::join(parts, "; "));
}

std::string transit_sentence(Network const& network, Answers const& a) {
  auto const& up = foremost(a.states, [](auto const& s) { return s.transit_tonnes.difference(); });
  auto const& down =
      foremost(a.states, [](auto const& s) { return -s.transit_tonnes.difference(); });
  auto parts = std::vector<std::string>{};
  if (shows(up.transit_tonnes.difference()) && up.transit_tonnes.difference() > 0.0) {
    parts.push_back(transit_part(network, up, "gains"));
  }
  if (shows(down.transit_tonnes.difference()) && down.transit_tonnes.difference() < 0.0) {
    parts.push_back(transit_part(network, down, "loses"));
  }
  return parts.empty() ? "No state's transit moves by as much as 0.01 Mt a year." : join(parts);
}

std::string corridor_part(Network const& network, CorridorAnswer const& c) {
  return fmt::format("{} carries {} Mt a year instead of {}",
                     network.corridors.name[c.corridor],
                     megatonnes(c.tonnes.scenario),
                     megatonnes(c.tonnes.baseline));
}

std::string corridor_sentence(Network const& network, Answers const& a) {
  auto parts = std::vector<std::string>{};
  for (auto const sign : {1.0, -1.0}) {
    auto const size = [&](CorridorAnswer const& c) { return sign * c.tonnes.difference(); };
    auto const& c = foremost(a.corridors, size);
    if (size(c) > 0.0 && shows(size(c))) {
      parts.push_back(corridor_part(network, c));
    }
  }
  return parts.empty() ? "No corridor's mean flow moves by as much as 0.01 Mt a year."
                       : join(parts);
}

std::string trade_part(Network const& network, StateAnswer const& s, char const* verb) {
  return fmt::format("Trade of {} {} most ({} M US$ a year; {} % generalised cost a tonne)",
                     network.states.name[s.state],
                     verb,
                     millions_change(s.surplus),
                     percent_change(s.unit_cost.relative()));
}

std::string trade_sentence(Network const& network, Answers const& a) {
  auto const& up = foremost(a.states, [](auto const& s) { return s.surplus; });
  auto const& down = foremost(a.states, [](auto const& s) { return -s.surplus; });
  auto const none = millions_change(0.0);
  auto parts = std::vector<std::string>{};
  if (up.surplus > 0.0 && millions_change(up.surplus) != none) {
    parts.push_back(trade_part(network, up, "gains"));
  }
  if (down.surplus < 0.0 && millions_change(down.surplus) != none) {
    parts.push_back(trade_part(network, down, "loses"));
  }
  return parts.empty() ? "No state's traders gain or lose as much as 0.1 M US$ a year."
                       : join(parts);
}

std::string place(Network const& network, NodeId node) {
  return network.nodes.name[node];
}

}  // namespace

std::vector<std::string> verdict(Model const& model, Comparison const&, Answers const& a) {
  auto const& network = model.region->network;
  auto sentences = std::vector<std::string>{};
  if (!a.states.empty()) {
    sentences.push_back(transit_sentence(network, a));
  }
  if (!a.corridors.empty()) {
    sentences.push_back(corridor_sentence(network, a));
  }
  if (!a.states.empty()) {
    sentences.push_back(trade_sentence(network, a));
  }
  return sentences;
}

std::string link_name(Network const& network, LinkId link) {
  return fmt::format("{} - {} ({})",
                     place(network, network.links.from[link]),
                     place(network, network.links.to[link]),
                     to_string(network.links.mode[link]));
}

std::string facility_name(Model const& model, FacilityId id) {
  auto const& f = model.supernetwork.facilities;
  auto const& network = model.region->network;
  switch (f.kind[id]) {
    case FacilityKind::kPort:
      return fmt::format("Port of {}", place(network, f.node[id]));
    case FacilityKind::kGaugeChange:
      return fmt::format("Gauge change at {}", place(network, f.node[id]));
    case FacilityKind::kLink:
    case FacilityKind::kCrossing:
      break;
  }
  auto const link = f.link[id];
  auto const reversed = f.reversed[id] != 0U;
  auto const from = network.links.from[link];
  auto const to = network.links.to[link];
  return fmt::format("{} to {}, {}{}",
                     place(network, reversed ? to : from),
                     place(network, reversed ? from : to),
                     to_string(network.links.mode[link]),
                     f.kind[id] == FacilityKind::kCrossing ? " border" : "");
}

}  // namespace chorsu
