#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/run/region.h"

namespace chorsu::cli {

/// The node that a word of `chorsu route` means: a node, or the centroid of a zone, by id, alias or
/// name.
struct FoundNode {
  NodeId node{};
  std::string why_not;  ///< when there is none
};

FoundNode find_node(Region const& region, std::string_view word);

/// None when there is no such commodity class.
std::optional<CommodityId> find_commodity(Region const& region, std::string_view word);

/// Ids of the commodity classes, for messages.
std::string commodity_list(Region const& region);

}  // namespace chorsu::cli
