#include "selections.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "terminal.h"

#include "chorsu/load/resolve.h"

namespace chorsu::cli {

namespace {

std::vector<LinkId> links_of(Region const& region, CorridorId corridor) {
  auto links = std::vector<LinkId>{};
  auto const& corridors = region.network.corridors;
  for (auto const branch : corridors.branch.ids()) {
    if (corridors.corridor[branch] == corridor) {
      auto const& row = corridors.links[branch];
      links.insert(links.end(), row.begin(), row.end());
    }
  }
  return links;
}

std::vector<LinkId> links_of(Region const& region, ProjectId project) {
  auto const& projects = region.projects;
  auto links = std::vector<LinkId>{};
  for (auto const* rows : {&projects.own_links, &projects.shared_links}) {
    auto const row = (*rows)[project];
    links.insert(links.end(), row.begin(), row.end());
  }
  return links;
}

Selection selection_of(Region const& region, std::string const& word, Place const& place) {
  auto selection = Selection{.name = word, .links = {}, .nodes = {}, .states = {}};
  switch (place.kind) {
    case PlaceKind::kProject:
      selection.links = links_of(region, place.project);
      break;
    case PlaceKind::kCorridor:
      selection.links = links_of(region, place.corridor);
      break;
    case PlaceKind::kNode:
      selection.nodes = {place.node};
      break;
    case PlaceKind::kZone:
      selection.nodes = {region.network.zones.node[place.zone]};
      break;
    case PlaceKind::kState:
      selection.states = {place.state};
      break;
    case PlaceKind::kCrossing:
    case PlaceKind::kLink:
      selection.links = {place.link};
  }
  return selection;
}

void complain(std::string const& word, std::vector<std::string> const& near) {
  say(fmt::format("--through: no place called '{}'.{}",
                  word,
                  near.empty()
                      ? std::string{" `chorsu levers --kind crossing,node,state` lists them."}
                      : fmt::format(" Did you mean {}?", fmt::join(near, " or "))));
}

}  // namespace

std::optional<std::vector<Selection>> find_selections(Region const& region,
                                                      std::vector<std::string> const& words) {
  auto selections = std::vector<Selection>{};
  for (auto const& word : words) {
    auto const found = resolve_place(region, word);
    if (!found.place) {
      complain(word, found.suggestions);
      return std::nullopt;
    }
    selections.push_back(selection_of(region, word, *found.place));
  }
  return selections;
}

}  // namespace chorsu::cli
