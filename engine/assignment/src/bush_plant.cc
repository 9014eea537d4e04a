#include <algorithm>

#include "bush.h"

namespace chorsu {

void fit(BushScratch& s, std::size_t nodes) {
  s.label.resize(nodes);
  s.longest.resize(nodes);
  s.flow.assign(nodes, 0.0);
  s.demand.assign(nodes, 0.0);
  s.link.resize(nodes);
  s.entry.resize(nodes);
  s.position.resize(nodes);
  s.mark.assign(nodes, 0U);
}

double plant(Bush& bush, FoldedOrigin& origin, PricedStar const& star, BushScratch& s) {
  auto wanted = std::vector<GraphNode>{};
  for (auto const& d : origin.destinations) {
    wanted.push_back(d.node);
  }
  grow(s.tree, star, origin.node, wanted);
  auto lost = 0.0;
  std::erase_if(origin.destinations, [&](auto const& d) {
    auto const unreached = s.tree.label[d.node] == kInfiniteCost;
    lost += unreached ? d.volume : 0.0;
    return unreached;
  });
  auto radius = 0.0;
  for (auto const& d : origin.destinations) {
    radius = std::max(radius, s.tree.label[d.node]);
    s.mark[d.node] = 1U;
  }
  auto const& order = s.tree.order;
  for (auto i = order.size(); i-- > 1U;) {
    s.mark[star.links[s.tree.link[order[i]]].tail] |= s.mark[order[i]];
  }
  bush.entry.clear();
  for (auto const part : {1U, 0U}) {
    for (auto const v : order) {
      if (v == origin.node ? part == 1U : s.mark[v] == part) {
        bush.entry.push_back(v == origin.node ? Bush::kOrigin : s.tree.link[v]);
      }
    }
    bush.used = part == 1U ? static_cast<std::uint32_t>(bush.entry.size()) : bush.used;
  }
  for (auto const v : order) {
    s.mark[v] = 0U;
  }
  bush.entry.shrink_to_fit();
  bush.merge = {{0U, 0U}};
  bush.bound = radius;
  return lost;
}

}  // namespace chorsu
