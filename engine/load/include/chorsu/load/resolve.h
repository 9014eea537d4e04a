#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/run/region.h"

namespace chorsu {

/// A thing of a region: its kind says which of the ids is set (a crossing has its link's).
struct Place {
  PlaceKind kind{PlaceKind::kNode};
  ProjectId project{};
  LinkId link{};
  NodeId node{};
  CorridorId corridor{};
  StateId state{};
  ZoneId zone{};
};

/// In which order a bare name is tried.
inline constexpr auto kPlaceOrder = std::array{PlaceKind::kProject,
                                               PlaceKind::kCrossing,
                                               PlaceKind::kLink,
                                               PlaceKind::kNode,
                                               PlaceKind::kCorridor,
                                               PlaceKind::kState,
                                               PlaceKind::kZone};

struct Resolution {
  std::optional<Place> place;
  /// When there is none: names that would do, "kind:id", nearest first; may be empty.
  std::vector<std::string> suggestions;
};

/// What a name means: an id, an alias or a name of one of `kinds`, tried in their order. Case does
/// not matter, nor whether words are divided by blanks, hyphens or underscores. "corridor:kabul"
/// forces a kind. Two things of one kind with the same name are answered by suggestions.
Resolution resolve_place(Region const& region,
                         std::string_view name,
                         std::span<PlaceKind const> kinds = kPlaceOrder);

/// The word before the colon: "project", "crossing", "link", "node", "corridor", "state", "zone".
char const* to_string(PlaceKind kind);

std::string const& id_of(Region const& region, Place const& place);

/// "project herat_mazar (Herat–Mazar-i-Sharif railway)".
std::string describe(Region const& region, Place const& place);

}  // namespace chorsu
