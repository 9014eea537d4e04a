#include "chorsu/network/network.h"

#include <algorithm>

#include "chorsu/network/project.h"

namespace chorsu {

std::vector<LinkId> links_of(Corridors const& corridors, CorridorId corridor) {
  auto result = std::vector<LinkId>{};
  for (auto const branch : corridors.links.ids()) {
    if (corridors.corridor[branch] == corridor) {
      auto const links = corridors.links[branch];
      result.insert(result.end(), links.begin(), links.end());
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

bool is_crossing(Network const& network, LinkId link) {
  auto const a = network.nodes.state[network.links.from[link]];
  auto const b = network.nodes.state[network.links.to[link]];
  auto const mode = network.links.mode[link];
  return (mode == Mode::kRail || mode == Mode::kRoad) && !a.is_none() && !b.is_none() && a != b;
}

bool is_water(Mode mode) {
  return mode == Mode::kSea || mode == Mode::kInlandWater;
}

char const* to_string(Mode mode) {
  switch (mode) {
    case Mode::kRail:
      return "rail";
    case Mode::kRoad:
      return "road";
    case Mode::kSea:
      return "sea";
    case Mode::kFerry:
      return "ferry";
    case Mode::kInlandWater:
      return "inland_water";
    case Mode::kAir:
      return "air";
    case Mode::kOther:
      break;
  }
  return "other";
}

char const* to_string(Status status) {
  switch (status) {
    case Status::kOperational:
      return "operational";
    case Status::kUnderConstruction:
      return "under_construction";
    case Status::kPlanned:
      return "planned";
    case Status::kSuspended:
      break;
  }
  return "suspended";
}

namespace {

bool contains(std::vector<TradeCodeId> const& list, TradeCodeId code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

bool ends_match(Relation const& r, TradeCodeId one, TradeCodeId other) {
  return (r.one_end_in.empty() || contains(r.one_end_in, one)) &&
         (r.other_end_in.empty() || contains(r.other_end_in, other));
}

}  // namespace

bool applies(Relation const& relation, TradeCodeId a, TradeCodeId b) {
  if (!ends_match(relation, a, b) && !ends_match(relation, b, a)) {
    return false;
  }
  if (contains(relation.no_end_in, a) || contains(relation.no_end_in, b)) {
    return false;
  }
  return relation.not_between.empty() || !contains(relation.not_between, a) ||
         !contains(relation.not_between, b);
}

}  // namespace chorsu
