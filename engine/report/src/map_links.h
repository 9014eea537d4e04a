#pragma once

#include <string>
#include <vector>

#include "html.h"

#include "chorsu/report/projection.h"

namespace chorsu {

/// Differences below this share of the largest are not drawn.
inline constexpr auto kSmallestDrawn = 0.005;

/// A link as the map draws it; open in one of the two futures at least.
struct MapLink {
  LinkId link;
  Change tonnes;
  bool opens{false};
  bool shuts{false};
  Point from;
  Point to;
};

Point at_node(Network const& network, Sheet const& sheet, NodeId node);

/// The links on the sheet and not too far beside it.
std::vector<MapLink> map_links(HtmlInput const& input, Sheet const& sheet);

/// Width of a line on the sheet, in proportion to the difference.
double line_width(double tonnes, double largest);

/// Thin lines of the network; wide ones of the differences, the largest on top; what opens or
/// shuts.
std::string network_lines(HtmlInput const& input, std::vector<MapLink> const& links);
std::string difference_lines(HtmlInput const& input, std::vector<MapLink> links, double largest);
std::string changed_lines(HtmlInput const& input, std::vector<MapLink> const& links);

}  // namespace chorsu
