#include "map_links.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "ranking.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kWidest = 12.0;   ///< line of the largest difference
constexpr auto kThinnest = 0.8;  ///< line of the smallest difference that is drawn

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

std::string line(MapLink const& l, std::string const& attributes) {
  return fmt::format("<line {} x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"",
                     attributes,
                     l.from.x,
                     l.from.y,
                     l.to.x,
                     l.to.y);
}

}  // namespace

Point at_node(Network const& network, Sheet const& sheet, NodeId node) {
  return on_sheet(sheet, {network.nodes.lon[node], network.nodes.lat[node]});
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
    return std::abs(l.tonnes.difference()) <= kSmallestDrawn * largest;
  });
  sort_falling(links, [](auto const& l) { return -std::abs(l.tonnes.difference()); });
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

}  // namespace chorsu
