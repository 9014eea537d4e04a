#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "html.h"
#include "map_labels.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kWidth = 1000.0;
constexpr auto kWidest = 12.0;     ///< line of the largest difference
constexpr auto kThinnest = 0.8;    ///< line of the smallest difference that is drawn
constexpr auto kSmallest = 0.005;  ///< differences below this share of the largest are not drawn
constexpr auto kMargin = 0.12;     ///< around the core states, of the frame's size
constexpr auto kTowns = 45U;

// ---- where
// ---------------------------------------------------------------------------------------

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

Point at_node(Network const& network, Sheet const& sheet, NodeId node) {
  return on_sheet(sheet, {network.nodes.lon[node], network.nodes.lat[node]});
}

// ---- ground
// --------------------------------------------------------------------------------------

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

// ---- links
// ---------------------------------------------------------------------------------------

struct MapLink {
  LinkId link;
  Change tonnes;
  bool opens{false};
  bool shuts{false};
  Point from;
  Point to;
};

bool on_map(Sheet const& sheet, Point p) {
  return p.x > -0.5 * sheet.width && p.x < 1.5 * sheet.width && p.y > -0.5 * sheet.height &&
         p.y < 1.5 * sheet.height;
}

/// Links side by side between the same two nodes are drawn side by side.
void set_apart(std::vector<MapLink>& links, Network const& network) {
  constexpr auto kApart = 4.0;
  auto beside = std::map<std::pair<NodeId, NodeId>, int>{};
  for (auto& l : links) {
    auto const ends = std::minmax(network.links.from[l.link], network.links.to[l.link]);
    auto const rank = beside[{ends.first, ends.second}]++;
    auto const dx = l.to.x - l.from.x;
    auto const dy = l.to.y - l.from.y;
    auto const length = std::hypot(dx, dy);
    if (rank > 0 && length > 0.0) {
      auto const shift = kApart * rank / length;
      l.from = {l.from.x - shift * dy, l.from.y + shift * dx};
      l.to = {l.to.x - shift * dy, l.to.y + shift * dx};
    }
  }
}

std::vector<MapLink> map_links(HtmlInput const& in, Sheet const& sheet) {
  auto const& network = in.network();
  auto const& before = in.comparison.baseline;
  auto const& after = in.comparison.with_changes;
  auto result = std::vector<MapLink>{};
  for (auto const link : network.links.id.ids()) {
    auto const was_open = before.world.open[link] != 0U;
    auto const is_open = after.world.open[link] != 0U;
    auto l = MapLink{link,
                     {before.accounts.link_forward[link] + before.accounts.link_backward[link],
                      after.accounts.link_forward[link] + after.accounts.link_backward[link]},
                     is_open && !was_open,
                     was_open && !is_open,
                     at_node(network, sheet, network.links.from[link]),
                     at_node(network, sheet, network.links.to[link])};
    if ((was_open || is_open) && on_map(sheet, l.from) && on_map(sheet, l.to)) {
      result.push_back(l);
    }
  }
  set_apart(result, network);
  return result;
}

std::string line(MapLink const& l, std::string const& attributes) {
  return fmt::format("<line {} x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"",
                     attributes,
                     l.from.x,
                     l.from.y,
                     l.to.x,
                     l.to.y);
}

double line_width(double tonnes, double largest) {
  return std::max(kThinnest, kWidest * std::abs(tonnes) / largest);
}

std::string network_lines(HtmlInput const& in, std::vector<MapLink> const& links) {
  auto svg = std::string{"<g class=\"network\">\n"};
  for (auto const& l : links) {
    auto const mode = in.network().links.mode[l.link];
    if (mode != Mode::kAir) {
      svg += line(l, is_water(mode) || mode == Mode::kFerry ? "class=\"water\"" : "") + "/>\n";
    }
  }
  return svg + "</g>\n";
}

std::string difference_lines(HtmlInput const& in, std::vector<MapLink> links, double largest) {
  std::erase_if(links, [&](MapLink const& l) {
    return std::abs(l.tonnes.difference()) <= kSmallest * largest;
  });
  std::stable_sort(links.begin(), links.end(), [](auto const& a, auto const& b) {
    return std::abs(a.tonnes.difference()) < std::abs(b.tonnes.difference());
  });
  auto svg = std::string{"<g class=\"differences\">\n"};
  for (auto const& l : links) {
    auto const difference = l.tonnes.difference();
    svg += line(l,
                fmt::format("class=\"{}\" stroke-width=\"{:.1f}\"",
                            difference < 0.0 ? "loss" : "gain",
                            line_width(difference, largest)));
    svg += fmt::format("><title>{}: {} → {} Mt a year</title></line>\n",
                       escaped(link_name(in.network(), l.link)),
                       megatonnes(l.tonnes.baseline),
                       megatonnes(l.tonnes.scenario));
  }
  return svg + "</g>\n";
}

std::string changed_lines(HtmlInput const& in, std::vector<MapLink> const& links) {
  auto svg = std::string{"<g class=\"changed\">\n"};
  for (auto const& l : links) {
    if (l.opens || l.shuts) {
      svg += line(l, l.opens ? "class=\"opens\"" : "class=\"shuts\"");
      svg += fmt::format("><title>{}: {}</title></line>\n",
                         escaped(link_name(in.network(), l.link)),
                         l.opens ? "opens" : "shuts");
    }
  }
  return svg + "</g>\n";
}

// ---- names
// ---------------------------------------------------------------------------------------

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
      worth = std::max(worth, moved > kSmallest ? moved : 0.0);
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
  std::stable_sort(
      nodes.begin(), nodes.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
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

// ---- legend
// --------------------------------------------------------------------------------------

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
      x + 48.0,
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
