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

void append(Sentence& sentence, Sentence const& more) {
  sentence.insert(sentence.end(), more.begin(), more.end());
}

/// Parts as one sentence.
Sentence joined(std::vector<Sentence> const& parts) {
  auto result = Sentence{};
  for (auto i = std::size_t{0}; i < parts.size(); ++i) {
    append(result, parts[i]);
    result.push_back({i + 1U < parts.size() ? "; " : ".", ""});
  }
  return result;
}

std::string figure_id(Network const& network, StateAnswer const& s, char const* item) {
  return fmt::format("states.{}.{}", network.states.id[s.state], item);
}

Sentence transit_part(Network const& network, StateAnswer const& s, char const* verb) {
  auto const& t = s.transit_tonnes;
  auto const percent =
      t.baseline > 0.0 ? fmt::format(", {} %", percent_change(t.relative())) : std::string{};
  return {{fmt::format("{} {} most transit (", network.states.name[s.state], verb), ""},
          {megatonnes_change(t.difference()) + " Mt a year" + percent,
           figure_id(network, s, "transit_tonnes")},
          {"; ", ""},
          {millions_change(s.transit_revenue.difference()) + " M US$ net",
           figure_id(network, s, "transit_revenue")},
          {")", ""}};
}

Sentence transit_sentence(Network const& network, Answers const& a) {
  auto const& up = foremost(a.states, [](auto const& s) { return s.transit_tonnes.difference(); });
  auto const& down =
      foremost(a.states, [](auto const& s) { return -s.transit_tonnes.difference(); });
  auto parts = std::vector<Sentence>{};
  if (shows(up.transit_tonnes.difference()) && up.transit_tonnes.difference() > 0.0) {
    parts.push_back(transit_part(network, up, "gains"));
  }
  if (shows(down.transit_tonnes.difference()) && down.transit_tonnes.difference() < 0.0) {
    parts.push_back(transit_part(network, down, "loses"));
  }
  return parts.empty() ? Sentence{{"No state's transit moves by as much as 0.01 Mt a year.", ""}}
                       : joined(parts);
}

Sentence corridor_part(Network const& network, CorridorAnswer const& c) {
  auto const id = fmt::format("corridors.{}.tonnes", network.corridors.id[c.corridor]);
  return {{network.corridors.name[c.corridor] + " carries ", ""},
          {megatonnes(c.tonnes.scenario), id},
          {" Mt a year instead of ", ""},
          {megatonnes(c.tonnes.baseline), id}};
}

Sentence corridor_sentence(Network const& network, Answers const& a) {
  auto parts = std::vector<Sentence>{};
  for (auto const sign : {1.0, -1.0}) {
    auto const size = [&](CorridorAnswer const& c) { return sign * c.tonnes.difference(); };
    auto const& c = foremost(a.corridors, size);
    if (size(c) > 0.0 && shows(size(c))) {
      parts.push_back(corridor_part(network, c));
    }
  }
  return parts.empty()
             ? Sentence{{"No corridor's mean flow moves by as much as 0.01 Mt a year.", ""}}
             : joined(parts);
}

Sentence trade_part(Network const& network,
                    StateAnswer const& s,
                    char const* who,
                    char const* verb) {
  return {{fmt::format("{} of {} {} most (", who, network.states.name[s.state], verb), ""},
          {millions_change(s.surplus) + " M US$ a year", figure_id(network, s, "surplus")},
          {")", ""}};
}

Sentence trade_sentence(Network const& network, Answers const& a) {
  auto const& up = foremost(a.states, [](auto const& s) { return s.surplus; });
  auto const& down = foremost(a.states, [](auto const& s) { return -s.surplus; });
  auto const none = millions_change(0.0);
  auto parts = std::vector<Sentence>{};
  if (up.surplus > 0.0 && millions_change(up.surplus) != none) {
    parts.push_back(trade_part(network, up, "Traders", "gain"));
  }
  if (down.surplus < 0.0 && millions_change(down.surplus) != none) {
    parts.push_back(trade_part(network, down, parts.empty() ? "Traders" : "those", "lose"));
  }
  return parts.empty()
             ? Sentence{{"No state's traders gain or lose as much as 0.1 M US$ a year.", ""}}
             : joined(parts);
}

std::string place(Network const& network, NodeId node) {
  return network.nodes.name[node];
}

}  // namespace

std::vector<Sentence> verdict_phrases(Model const& model, Answers const& a) {
  auto const& network = model.region->network;
  auto sentences = std::vector<Sentence>{};
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

std::vector<std::string> verdict(Model const& model, Comparison const&, Answers const& a) {
  auto texts = std::vector<std::string>{};
  for (auto const& sentence : verdict_phrases(model, a)) {
    auto& text = texts.emplace_back();
    for (auto const& phrase : sentence) {
      text += phrase.text;
    }
  }
  return texts;
}

std::string link_name(Network const& network, LinkId link, bool reversed) {
  auto const& links = network.links;
  return fmt::format("{} - {} ({})",
                     place(network, reversed ? links.to[link] : links.from[link]),
                     place(network, reversed ? links.from[link] : links.to[link]),
                     to_string(links.mode[link]));
}

std::string facility_id(Model const& model, FacilityId id) {
  auto const& f = model.supernetwork.facilities;
  auto const& network = model.region->network;
  auto const& nodes = network.nodes.id;
  auto const back = f.reversed[id] != 0U;
  switch (f.kind[id]) {
    case FacilityKind::kPort:
      return "port/" + nodes[f.node[id]];
    case FacilityKind::kGaugeChange:
      return "gauge_change/" + nodes[f.node[id]] + (back ? "/back" : "");
    case FacilityKind::kLink:
    case FacilityKind::kCrossing:
      break;
  }
  auto const link = f.link[id];
  auto const from = back ? network.links.to[link] : network.links.from[link];
  return fmt::format("{}/{}/{}",
                     f.kind[id] == FacilityKind::kCrossing ? "crossing" : "link",
                     network.links.id[link],
                     nodes[from]);
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
