#include <algorithm>
#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "page_data.h"

namespace chorsu {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto kMargin = 0.12;          ///< around the core states, of the frame's size
constexpr auto kSmallestNamed = 0.005;  ///< moves below this share of the largest name no place

struct MapLink {
  LinkId link;
  Change tonnes;  ///< t/yr, both directions
  bool opens{false};
  bool shuts{false};
};

/// Places to a hundredth of a degree, as the base map has them.
Json place_json(double lon, double lat) {
  auto const hundredths = [](double x) { return std::round(x * 100.0) / 100.0; };
  return {hundredths(lon), hundredths(lat)};
}

Json line_json(std::vector<LonLat> const& places) {
  auto result = Json::array();
  for (auto const& place : places) {
    result.push_back(place_json(place.lon, place.lat));
  }
  return result;
}

/// The core states' nodes and a margin; all nodes when no state is core.
Json frame(Network const& network) {
  auto const& core = network.states.core;
  auto const any_core =
      std::any_of(core.values.begin(), core.values.end(), [](auto c) { return c != 0U; });
  auto west = 180.0;
  auto south = 90.0;
  auto east = -180.0;
  auto north = -90.0;
  for (auto const node : network.nodes.id.ids()) {
    auto const state = network.nodes.state[node];
    if (any_core && (state.is_none() || core[state] == 0U)) {
      continue;
    }
    west = std::min(west, network.nodes.lon[node]);
    east = std::max(east, network.nodes.lon[node]);
    south = std::min(south, network.nodes.lat[node]);
    north = std::max(north, network.nodes.lat[node]);
  }
  auto const dx = std::max(1.0, kMargin * (east - west));
  auto const dy = std::max(1.0, kMargin * (north - south));
  return {west - dx, south - dy, east + dx, north + dy};
}

/// Links that are open in one of the two futures at least.
std::vector<MapLink> map_links(HtmlInput const& in) {
  auto const& before = in.comparison.baseline;
  auto const& after = in.comparison.with_changes;
  auto result = std::vector<MapLink>{};
  for (auto const link : in.network().links.id.ids()) {
    auto const was_open = before.world.open[link] != 0U;
    auto const is_open = after.world.open[link] != 0U;
    if (was_open || is_open) {
      result.push_back({link,
                        {before.accounts.link_forward[link] + before.accounts.link_backward[link],
                         after.accounts.link_forward[link] + after.accounts.link_backward[link]},
                        is_open && !was_open,
                        was_open && !is_open});
    }
  }
  return result;
}

Json link_json(HtmlInput const& in, MapLink const& l) {
  auto const& links = in.network().links;
  auto const& nodes = in.network().nodes.id;
  auto result = Json{
      {"id", links.id[l.link]},
      {"name", link_name(in.network(), l.link)},
      {"mode", to_string(links.mode[l.link])},
      {"from", nodes[links.from[l.link]]},
      {"to", nodes[links.to[l.link]]},
      {"tonnes",
       {{"baseline", std::round(l.tonnes.baseline)}, {"scenario", std::round(l.tonnes.scenario)}}}};
  auto figure = link_figure(in.network(), l.link);
  if (in.traces.ids.contains(figure)) {
    result["figure"] = std::move(figure);
  }
  if (l.opens || l.shuts) {
    result["change"] = l.opens ? "opens" : "shuts";
  }
  auto const lane = in.map.lanes.find(links.id[l.link]);
  if (lane != in.map.lanes.end()) {
    result["lane"] = line_json(lane->second);
  }
  return result;
}

/// How much a name is wanted: ends of what changes, then core towns, then where much moves.
std::map<NodeId, double> worths(HtmlInput const& in, std::vector<MapLink> const& links) {
  auto const& network = in.network();
  auto largest = 0.0;
  for (auto const& l : links) {
    largest = std::max(largest, std::abs(l.tonnes.difference()));
  }
  auto result = std::map<NodeId, double>{};
  for (auto const& l : links) {
    auto const moved = largest > 0.0 ? std::abs(l.tonnes.difference()) / largest : 0.0;
    for (auto const node : {network.links.from[l.link], network.links.to[l.link]}) {
      auto& worth = result[node];
      worth = std::max(worth, moved > kSmallestNamed ? moved : 0.0);
      worth = std::max(worth, l.opens || l.shuts ? 2.0 : 0.0);
    }
  }
  for (auto const zone : network.zones.id.ids()) {
    result[network.zones.node[zone]] += network.zones.core[zone] != 0U ? 1.0 : 0.5;
  }
  return result;
}

Json nodes_json(Network const& network, std::map<NodeId, double> const& worth) {
  auto result = Json::object();
  for (auto const& [node, wanted] : worth) {
    result[network.nodes.id[node]] = {
        {"name", network.nodes.name[node]},
        {"at", place_json(network.nodes.lon[node], network.nodes.lat[node])},
        {"worth", std::round(wanted * 1000.0) / 1000.0}};
  }
  return result;
}

char const* name_of(MapLayer layer) {
  switch (layer) {
    case MapLayer::kLand:
      return "land";
    case MapLayer::kLake:
      return "lake";
    case MapLayer::kRiver:
      return "river";
    case MapLayer::kBorder:
      return "border";
    case MapLayer::kDisputed:
      break;
  }
  return "disputed";
}

Json ground(BaseMap const& map) {
  auto result = Json::object();
  for (auto const layer : {MapLayer::kLand,
                           MapLayer::kLake,
                           MapLayer::kRiver,
                           MapLayer::kBorder,
                           MapLayer::kDisputed}) {
    result[name_of(layer)] = Json::array();
  }
  for (auto const& shape : map.shapes) {
    auto const is_area = shape.layer == MapLayer::kLand || shape.layer == MapLayer::kLake;
    auto parts = Json::array();
    for (auto const& part : shape.parts) {
      parts.push_back(line_json(part));
    }
    auto& layer = result[name_of(shape.layer)];
    if (is_area) {
      layer.push_back(std::move(parts));
    } else {
      layer.insert(layer.end(), parts.begin(), parts.end());
    }
  }
  return result;
}

}  // namespace

Json map_data(HtmlInput const& in) {
  auto const links = map_links(in);
  auto list = Json::array();
  for (auto const& l : links) {
    list.push_back(link_json(in, l));
  }
  return {{"frame", frame(in.network())},
          {"ground", ground(in.map)},
          {"nodes", nodes_json(in.network(), worths(in, links))},
          {"links", std::move(list)}};
}

}  // namespace chorsu
