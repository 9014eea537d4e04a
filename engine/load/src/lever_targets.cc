#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lever.h"

namespace chorsu {

namespace {

std::string kinds_phrase(std::vector<PlaceKind> const& kinds) {
  auto names = std::vector<std::string>{};
  for (auto const kind : kinds) {
    names.emplace_back(to_string(kind));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

void report_unknown(ScenarioFile& file,
                    TomlEntry const& entry,
                    std::string const& name,
                    LeverWord const& word,
                    Resolution const& among_allowed) {
  auto const elsewhere = resolve_place(file.region, name);
  if (elsewhere.place) {
    report(file,
           entry,
           fmt::format("{} is a {}", in_quotes(name), to_string(elsewhere.place->kind)),
           fmt::format("'{}' takes: {}.", word.word, kinds_phrase(word.takes)));
    return;
  }
  auto const& near = among_allowed.suggestions;
  report(file,
         entry,
         fmt::format("no {} called {}", kinds_phrase(word.takes), in_quotes(name)),
         near.empty() ? std::string{} : fmt::format("Did you mean {}?", fmt::join(near, " or ")));
}

template <typename IdType>
void add_once(std::vector<IdType>& list, IdType id) {
  if (std::ranges::find(list, id) == list.end()) {
    list.push_back(id);
  }
}

/// Links of a corridor that carry freight, those of all its branches.
std::vector<LinkId> corridor_links(Network const& network, CorridorId corridor) {
  auto result = std::vector<LinkId>{};
  for (auto const branch : network.corridors.branch.ids()) {
    if (network.corridors.corridor[branch] == corridor) {
      for (auto const link : network.corridors.links[branch]) {
        add_once(result, link);
      }
    }
  }
  std::erase_if(result, [&](LinkId link) { return network.links.mode[link] == Mode::kOther; });
  return result;
}

/// Freight links with an end in a state.
std::vector<LinkId> state_links(Network const& network, StateId state) {
  auto result = std::vector<LinkId>{};
  auto const& links = network.links;
  for (auto const link : links.id.ids()) {
    auto const touches = network.nodes.state[links.from[link]] == state ||
                         network.nodes.state[links.to[link]] == state;
    if (touches && links.mode[link] != Mode::kOther) {
      result.push_back(link);
    }
  }
  return result;
}

/// The links of a place that a lever can work on.
std::vector<LinkId> links_of(Network const& network, Place const& place, LeverKind kind) {
  auto links = place.kind == PlaceKind::kCorridor ? corridor_links(network, place.corridor)
               : place.kind == PlaceKind::kState  ? state_links(network, place.state)
                                                  : std::vector{place.link};
  std::erase_if(links, [&](LinkId link) {
    auto const is_border = kind == LeverKind::kBorder || kind == LeverKind::kFee;
    return network.links.mode[link] == Mode::kOther || (is_border && !is_crossing(network, link));
  });
  return links;
}

/// The followed actor that is a state; none where there is none.
ActorId actor_of(Region const& region, StateId state) {
  auto const& actors = region.evidence.actors;
  for (auto const actor : actors.id.ids()) {
    if (actors.followed[actor] != 0U && actors.state[actor] == region.network.states.id[state]) {
      return actor;
    }
  }
  return ActorId::none();
}

std::string followed_states(Region const& region) {
  auto const& actors = region.evidence.actors;
  auto ids = std::vector<std::string>{};
  for (auto const actor : actors.id.ids()) {
    if (actors.followed[actor] != 0U && !actors.state[actor].empty()) {
      ids.push_back(actors.state[actor]);
    }
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

std::vector<Place> places_of(ScenarioFile& file, TomlEntry const& entry, LeverWord const& word) {
  auto places = std::vector<Place>{};
  auto const is_list = entry.value.kind == TomlKind::kArray;
  auto const names = is_list ? entry.value.items : std::vector{entry.value};
  for (auto const& name : names) {
    if (name.kind != TomlKind::kText) {
      report(file,
             entry,
             fmt::format("{} where an id is expected", to_string(name.kind)),
             "Write an id or a list of ids in quotes.");
      continue;
    }
    auto const found = resolve_place(file.region, name.text, word.takes);
    if (found.place) {
      places.push_back(*found.place);
    } else {
      report_unknown(file, entry, name.text, word, found);
    }
  }
  if (names.empty()) {
    report(file, entry, "an empty list", "Name at least one id.");
  }
  return places;
}

bool add_actor(ScenarioFile& file, TomlEntry const& entry, Lever& lever) {
  auto const& region = file.region;
  auto const& state = region.network.states.id[lever.state];
  lever.actor = actor_of(region, lever.state);
  if (lever.actor.is_none()) {
    auto const known = followed_states(region);
    report(file,
           entry,
           fmt::format("no engagement of '{}' is followed", state),
           known.empty() ? "The package follows none." : fmt::format("Followed: {}.", known));
    return false;
  }
  auto const changes_a_border = [&](LevelRules::Row const& rule) {
    auto const is_own = rule.actor.is_none() || rule.actor == lever.actor;
    return is_own && rule.measure == lever.measure &&
           !borders_between(region.network, region.evidence.actors, lever.actor, rule.towards)
                .empty();
  };
  if (std::ranges::none_of(region.level_rules.rows, changes_a_border)) {
    report(file,
           entry,
           fmt::format("'{}' has no border that this changes", state),
           "Rules are in level_rule.csv: neighbours only.",
           Severity::kWarning);
  }
  return true;
}

void add_target(ScenarioFile& file, TomlEntry const& entry, Lever& lever, Place const& place) {
  if (place.kind == PlaceKind::kProject) {
    add_once(lever.projects, place.project);
    return;
  }
  if (place.kind == PlaceKind::kNode) {
    add_once(lever.nodes, place.node);
    return;
  }
  auto const links = links_of(file.region.network, place, lever.kind);
  for (auto const link : links) {
    add_once(lever.links, link);
  }
  if (links.empty()) {
    report(
        file,
        entry,
        fmt::format("'{}' has nothing to work on at {}", entry.key, describe(file.region, place)),
        "It carries no freight, or crosses no border by rail or road.");
  }
}

}  // namespace chorsu
