#include "chorsu/load/resolve.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

#include "chorsu/base/nearest_name.h"

namespace chorsu {

namespace {

/// The rows of one kind: their ids and, where they have them, names.
struct Named {
  std::vector<std::string> const* ids;
  std::vector<std::string> const* names{nullptr};
};

Named named(Region const& region, PlaceKind kind) {
  auto const& network = region.network;
  switch (kind) {
    case PlaceKind::kProject:
      return {&region.projects.id.values, &region.projects.title.values};
    case PlaceKind::kCrossing:
    case PlaceKind::kLink:
      return {&network.links.id.values};
    case PlaceKind::kNode:
      return {&network.nodes.id.values, &network.nodes.name.values};
    case PlaceKind::kCorridor:
      return {&network.corridors.id.values, &network.corridors.name.values};
    case PlaceKind::kState:
      return {&network.states.id.values, &network.states.name.values};
    case PlaceKind::kZone:
      break;
  }
  return {&network.zones.id.values, &network.zones.name.values};
}

/// Lower case, words divided by hyphens; a dash is one.
std::string plain(std::string_view text) {
  constexpr auto kDash = std::string_view{"\u2013"};
  auto result = std::string{};
  while (!text.empty()) {
    auto const is_dash = text.starts_with(kDash);
    auto const c = is_dash ? '-' : text.front();
    text.remove_prefix(is_dash ? kDash.size() : 1U);
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else {
      result += c == ' ' || c == '_' ? '-' : c;
    }
  }
  return result;
}

bool is_of_kind(Region const& region, PlaceKind kind, std::size_t row) {
  return kind != PlaceKind::kCrossing ||
         is_crossing(region.network, LinkId{static_cast<std::uint32_t>(row)});
}

using RowNumbers = std::vector<std::size_t>;

RowNumbers rows_called(Region const& region,
                       PlaceKind kind,
                       std::vector<std::string> const* names,
                       std::string const& wanted) {
  auto rows = RowNumbers{};
  for (auto row = std::size_t{0}; names != nullptr && row < names->size(); ++row) {
    if (plain((*names)[row]) == wanted && is_of_kind(region, kind, row)) {
      rows.push_back(row);
    }
  }
  return rows;
}

RowNumbers rows_of_alias(Region const& region, PlaceKind kind, std::string const& wanted) {
  for (auto const& alias : region.aliases.rows) {
    if (alias.kind == kind && plain(alias.alias) == wanted) {
      return rows_called(region, kind, named(region, kind).ids, plain(alias.id));
    }
  }
  return {};
}

/// The rows of a kind that a name may mean: ids before aliases before names.
RowNumbers rows_meant(Region const& region, PlaceKind kind, std::string const& wanted) {
  auto const table = named(region, kind);
  auto rows = rows_called(region, kind, table.ids, wanted);
  if (rows.empty()) {
    rows = rows_of_alias(region, kind, wanted);
  }
  return rows.empty() ? rows_called(region, kind, table.names, wanted) : rows;
}

template <typename IdType>
IdType as_id(std::size_t row) {
  return IdType{static_cast<typename IdType::rep>(row)};
}

Place place_of(PlaceKind kind, std::size_t row) {
  auto place = Place{};
  place.kind = kind;
  switch (kind) {
    case PlaceKind::kProject:
      place.project = as_id<ProjectId>(row);
      break;
    case PlaceKind::kCrossing:
    case PlaceKind::kLink:
      place.link = as_id<LinkId>(row);
      break;
    case PlaceKind::kNode:
      place.node = as_id<NodeId>(row);
      break;
    case PlaceKind::kCorridor:
      place.corridor = as_id<CorridorId>(row);
      break;
    case PlaceKind::kState:
      place.state = as_id<StateId>(row);
      break;
    case PlaceKind::kZone:
      place.zone = as_id<ZoneId>(row);
      break;
  }
  return place;
}

std::size_t row_of(Place const& place) {
  switch (place.kind) {
    case PlaceKind::kProject:
      return place.project.value;
    case PlaceKind::kCrossing:
    case PlaceKind::kLink:
      return place.link.value;
    case PlaceKind::kNode:
      return place.node.value;
    case PlaceKind::kCorridor:
      return place.corridor.value;
    case PlaceKind::kState:
      return place.state.value;
    case PlaceKind::kZone:
      break;
  }
  return place.zone.value;
}

std::string with_kind(Region const& region, PlaceKind kind, std::size_t row) {
  return std::string{to_string(kind)} + ':' + (*named(region, kind).ids)[row];
}

/// Everything that a kind can be called.
std::vector<std::string> all_names(Region const& region, PlaceKind kind) {
  auto const table = named(region, kind);
  auto result = std::vector<std::string>{};
  for (auto row = std::size_t{0}; row < table.ids->size(); ++row) {
    if (is_of_kind(region, kind, row)) {
      result.push_back(plain((*table.ids)[row]));
      result.push_back(table.names == nullptr ? std::string{} : plain((*table.names)[row]));
    }
  }
  for (auto const& alias : region.aliases.rows) {
    if (alias.kind == kind) {
      result.push_back(plain(alias.alias));
    }
  }
  return result;
}

std::vector<std::string> nearest(Region const& region,
                                 std::span<PlaceKind const> kinds,
                                 std::string const& wanted) {
  constexpr auto kMostBytes = std::size_t{100};
  constexpr auto kMostSuggestions = std::size_t{3};
  auto found = std::multimap<std::size_t, std::string>{};  // by distance
  for (auto const kind : kinds) {
    auto const names = all_names(region, kind);
    auto const name = wanted.size() > kMostBytes ? std::nullopt : nearest_name(wanted, names);
    if (name) {
      auto const rows = rows_meant(region, kind, std::string{*name});
      found.emplace(edit_distance(wanted, *name), with_kind(region, kind, rows.front()));
    }
  }
  auto result = std::vector<std::string>{};
  for (auto const& [distance, name] : found) {
    if (result.size() < kMostSuggestions) {
      result.push_back(name);
    }
  }
  return result;
}

/// The kind that a prefix forces, and the name without it.
std::pair<std::optional<PlaceKind>, std::string_view> split(std::string_view name) {
  auto const colon = name.find(':');
  for (auto const kind : kPlaceOrder) {
    if (colon != std::string_view::npos && plain(name.substr(0, colon)) == to_string(kind)) {
      return {kind, name.substr(colon + 1U)};
    }
  }
  return {std::nullopt, name};
}

}  // namespace

Resolution resolve_place(Region const& region,
                         std::string_view name,
                         std::span<PlaceKind const> kinds) {
  auto const [forced, rest] = split(name);
  auto const wanted = plain(rest);
  auto tried = std::vector<PlaceKind>{};
  std::ranges::copy_if(kinds, std::back_inserter(tried), [&, only = forced](PlaceKind kind) {
    return !only || kind == *only;
  });
  for (auto const kind : tried) {
    auto const rows = rows_meant(region, kind, wanted);
    if (rows.size() == 1U) {
      return {place_of(kind, rows.front()), {}};
    }
    if (!rows.empty()) {
      auto ambiguous = Resolution{};
      for (auto const row : rows) {
        ambiguous.suggestions.push_back(with_kind(region, kind, row));
      }
      return ambiguous;
    }
  }
  return {std::nullopt, nearest(region, tried, wanted)};
}

char const* to_string(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kProject:
      return "project";
    case PlaceKind::kCrossing:
      return "crossing";
    case PlaceKind::kLink:
      return "link";
    case PlaceKind::kNode:
      return "node";
    case PlaceKind::kCorridor:
      return "corridor";
    case PlaceKind::kState:
      return "state";
    case PlaceKind::kZone:
      break;
  }
  return "zone";
}

std::string const& id_of(Region const& region, Place const& place) {
  return (*named(region, place.kind).ids)[row_of(place)];
}

std::string describe(Region const& region, Place const& place) {
  auto const* const names = named(region, place.kind).names;
  auto text = std::string{to_string(place.kind)} + ' ' + id_of(region, place);
  return names == nullptr ? text : text + " (" + (*names)[row_of(place)] + ')';
}

}  // namespace chorsu
