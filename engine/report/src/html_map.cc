#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "html.h"
#include "map_links.h"
#include "ranking.h"
#include "words.h"

#include "chorsu/report/map_labels.h"

namespace chorsu {

namespace {

constexpr auto kWidth = 1000.0;
constexpr auto kMargin = 0.12;  ///< around the core states, of the frame's size
constexpr auto kTowns = 45U;

// ---- where -----------------------------------------------------------------

/// The core states' nodes and a margin; all nodes when no state is core.
Frame frame_of(Network const& network) {
  auto const any_core = std::any_of(network.states.core.values.begin(),
                                    network.states.core.values.end(),
                                    [](auto core) { return core != 0U; });
  auto frame = Frame{180.0, 90.0, -180.0, -90.0};
  for (auto const node : network.nodes.id.ids()) {
    auto const state = network.nodes.state[node];
    if (any_core && (state.is_none() || network.states.core[state] == 0U)) {
      continue;
    }
    frame.west = std::min(frame.west, network.nodes.lon[node]);
    frame.east = std::max(frame.east, network.nodes.lon[node]);
    frame.south = std::min(frame.south, network.nodes.lat[node]);
    frame.north = std::max(frame.north, network.nodes.lat[node]);
  }
  auto const dx = std::max(1.0, kMargin * (frame.east - frame.west));
  auto const dy = std::max(1.0, kMargin * (frame.north - frame.south));
  return {frame.west - dx, frame.south - dy, frame.east + dx, frame.north + dy};
}

// ---- ground ----------------------------------------------------------------

void add_path(std::string& d, Sheet const& sheet, MapShape const& shape, bool closed) {
  for (auto const& part : shape.parts) {
    auto command = 'M';
    for (auto const& place : part) {
      auto const p = on_sheet(sheet, place);
      d += fmt::format("{}{:.1f} {:.1f}", command, p.x, p.y);
      command = 'L';
    }
    d += closed ? "Z" : "";
  }
}

std::string layer_path(BaseMap const& map, Sheet const& sheet, MapLayer layer, char const* name) {
  auto const closed = layer == MapLayer::kLand || layer == MapLayer::kLake;
  auto d = std::string{};
  for (auto const& shape : map.shapes) {
    if (shape.layer == layer) {
      add_path(d, sheet, shape, closed);
    }
  }
  return d.empty() ? "" : fmt::format("<path class=\"{}\" d=\"{}\"/>\n", name, d);
}

std::string ground(BaseMap const& map, Sheet const& sheet) {
  return layer_path(map, sheet, MapLayer::kLand, "land") +
         layer_path(map, sheet, MapLayer::kLake, "lake") +
         layer_path(map, sheet, MapLayer::kRiver, "river") +
         layer_path(map, sheet, MapLayer::kBorder, "border") +
         layer_path(map, sheet, MapLayer::kDisputed, "disputed");
}

// ---- names -----------------------------------------------------------------

/// How much a name is wanted: ends of what changes, then core towns, then where much moves.
std::map<NodeId, double> importance(HtmlInput const& in,
                                    std::vector<MapLink> const& links,
                                    double largest) {
  auto const& network = in.network();
  auto result = std::map<NodeId, double>{};
  for (auto const& l : links) {
    auto const moved = largest > 0.0 ? std::abs(l.tonnes.difference()) / largest : 0.0;
    for (auto const node : {network.links.from[l.link], network.links.to[l.link]}) {
      auto& worth = result[node];
      worth = std::max(worth, moved > kSmallestDrawn ? moved : 0.0);
      worth = std::max(worth, l.opens || l.shuts ? 2.0 : 0.0);
    }
  }
  for (auto const zone : network.zones.id.ids()) {
    result[network.zones.node[zone]] += network.zones.core[zone] != 0U ? 1.0 : 0.5;
  }
  std::erase_if(result, [](auto const& entry) { return entry.second <= 0.0; });
  return result;
}

std::string names(HtmlInput const& in,
                  Sheet const& sheet,
                  std::vector<MapLink> const& links,
                  double largest) {
  auto const worth = importance(in, links, largest);
  auto nodes = std::vector<std::pair<NodeId, double>>{worth.begin(), worth.end()};
  sort_falling(nodes, [](auto const& entry) { return entry.second; });
  nodes.resize(std::min<std::size_t>(nodes.size(), kTowns));
  auto wishes = std::vector<LabelWish>{};
  for (auto const& [node, ignored] : nodes) {
    wishes.push_back({at_node(in.network(), sheet, node), in.network().nodes.name[node]});
  }
  auto svg = std::string{"<g class=\"towns\">\n"};
  for (auto const& label : place_labels(wishes, sheet.width, sheet.height)) {
    svg += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2\"/><text x=\"{:.1f}\" "
        "y=\"{:.1f}\"{}>{}</text>\n",
        label.at.x,
        label.at.y,
        label.text.x,
        label.text.y,
        label.ends_there ? " text-anchor=\"end\"" : "",
        escaped(label.name));
  }
  return svg + "</g>\n";
}

// ---- legend ----------------------------------------------------------------

std::string legend_line(double x,
                        double y,
                        std::string const& attributes,
                        std::string const& text) {
  return fmt::format(
      "<line {} x1=\"{:.0f}\" y1=\"{:.0f}\" x2=\"{:.0f}\" y2=\"{:.0f}\"/>"
      "<text x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
      attributes,
      x,
      y,
      x + 40.0,
      y,
      x + 56.0,
      y + 4.0,
      text);
}

std::string legend(Sheet const& sheet, double largest) {
  auto const y = sheet.height + 24.0;
  auto svg = std::string{"<g class=\"legend\">\n"};
  auto x = 10.0;
  for (auto const sign : {-1.0, 1.0}) {
    for (auto const share : {1.0, 0.25}) {
      auto const tonnes = sign * share * largest;
      svg += legend_line(x,
                         y,
                         fmt::format("class=\"{}\" stroke-width=\"{:.1f}\"",
                                     sign < 0.0 ? "loss" : "gain",
                                     line_width(tonnes, largest > 0.0 ? largest : 1.0)),
                         megatonnes_change(tonnes) + " Mt");
      x += 130.0;
    }
  }
  svg += legend_line(x, y, "class=\"opens\"", "opens");
  svg += legend_line(x + 110.0, y, "class=\"shuts\"", "shuts");
  svg += legend_line(x + 220.0, y, "class=\"disputed\"", "disputed line");
  return svg + "</g>\n";
}

}  // namespace

std::string html_map(HtmlInput const& in) {
  auto const sheet = sheet_of(frame_of(in.network()), kWidth);
  auto const links = map_links(in, sheet);
  auto largest = 0.0;
  for (auto const& l : links) {
    largest = std::max(largest, std::abs(l.tonnes.difference()));
  }
  auto svg = fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" aria-label=\"Map of the "
      "differences in tonnes a year on every link\">\n<clipPath id=\"sheet\"><rect "
      "width=\"{0:.0f}\" "
      "height=\"{2:.0f}\"/></clipPath>\n<g clip-path=\"url(#sheet)\">\n<rect class=\"sea\" "
      "width=\"{0:.0f}\" height=\"{2:.0f}\"/>\n",
      sheet.width,
      sheet.height + 48.0,
      sheet.height);
  svg += ground(in.map, sheet) + network_lines(in, links) + difference_lines(in, links, largest) +
         changed_lines(in, links) + names(in, sheet, links, largest);
  return svg + "</g>\n" + legend(sheet, largest) + "</svg>\n";
}

}  // namespace chorsu
