#include "places.h"

#include <array>

#include "chorsu/load/resolve.h"

namespace chorsu::cli {

namespace {

constexpr auto kKinds = std::array{PlaceKind::kNode, PlaceKind::kZone};

std::string unknown(std::string_view word, std::vector<std::string> const& suggestions) {
  auto text = "no node or zone '" + std::string{word} + "'";
  for (auto const& suggestion : suggestions) {
    text += (&suggestion == &suggestions.front() ? ". Did you mean " : " or ") + suggestion;
  }
  return text + (suggestions.empty() ? ". `chorsu levers --kind node` lists them" : "?");
}

}  // namespace

FoundNode find_node(Region const& region, std::string_view word) {
  auto const found = resolve_place(region, word, kKinds);
  if (!found.place) {
    return {NodeId::none(), unknown(word, found.suggestions)};
  }
  auto const is_zone = found.place->kind == PlaceKind::kZone;
  return {is_zone ? region.network.zones.node[found.place->zone] : found.place->node, ""};
}

std::optional<CommodityId> find_commodity(Region const& region, std::string_view word) {
  for (auto const id : region.commodities.id.ids()) {
    if (region.commodities.id[id] == word) {
      return id;
    }
  }
  return std::nullopt;
}

std::string commodity_list(Region const& region) {
  auto text = std::string{};
  for (auto const& id : region.commodities.id.values) {
    text += (text.empty() ? "" : ", ") + id;
  }
  return text;
}

}  // namespace chorsu::cli
