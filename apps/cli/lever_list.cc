#include "lever_list.h"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

namespace chorsu::cli {

namespace {

using Rows = std::vector<LeverRow>;

std::string listed(Projects const& projects, std::span<ProjectId const> ids) {
  auto text = std::string{};
  for (auto const id : ids) {
    text += (text.empty() ? "" : ", ") + projects.id[id];
  }
  return text;
}

/// Pipelines, power lines and canals carry no tonnes of ours.
bool is_freight(Region const& region, ProjectId project) {
  auto const own = region.projects.own_links[project];
  auto const is_other = [&](LinkId link) {
    return region.network.links.mode[link] == Mode::kOther;
  };
  return own.empty() || !std::all_of(own.begin(), own.end(), is_other);
}

std::string project_detail(Region const& region, ProjectId project) {
  auto const& projects = region.projects;
  auto text = projects.kind[project] == "build" ? "" : projects.kind[project];
  auto const add = [&](std::string const& words) { text += (text.empty() ? "" : "; ") + words; };
  if (auto const needs = listed(projects, projects.needs[project]); !needs.empty()) {
    add("opens with it: " + needs);
  }
  if (auto const excludes = listed(projects, projects.excludes[project]); !excludes.empty()) {
    add("not together with: " + excludes);
  }
  if (!is_freight(region, project)) {
    add("carries no freight");
  }
  return text;
}

Rows project_rows(Region const& region) {
  auto rows = Rows{};
  auto const& projects = region.projects;
  for (auto const id : projects.id.ids()) {
    rows.push_back({"project",
                    projects.id[id],
                    projects.title[id],
                    projects.expected[id],
                    project_detail(region, id)});
  }
  return rows;
}

/// Names of a crossing, best first: the place it leads to, the place it comes from, other aliases,
/// the link's own id.
std::vector<std::string> crossing_names(Region const& region, LinkId link) {
  auto const& links = region.network.links;
  auto const& nodes = region.network.nodes.id;
  auto names = std::vector<std::string>{};
  for (auto const& row : region.aliases.rows) {
    if (row.kind == PlaceKind::kCrossing && row.id == links.id[link]) {
      names.push_back(row.alias);
    }
  }
  for (auto const& best : {nodes[links.from[link]], nodes[links.to[link]]}) {
    auto const at = std::find(names.begin(), names.end(), best);
    if (at != names.end()) {
      std::rotate(names.begin(), at, at + 1);
    }
  }
  names.push_back(links.id[link]);
  return names;
}

std::string others_of(std::vector<std::string> const& names) {
  auto text = std::string{};
  for (auto name = std::next(names.begin()); name != names.end(); ++name) {
    text += (text.empty() ? "also " : ", ") + *name;
  }
  return text;
}

Rows crossing_rows(Region const& region) {
  auto rows = Rows{};
  auto const& network = region.network;
  auto const& links = network.links;
  for (auto const link : links.id.ids()) {
    if (!is_crossing(network, link) || links.mode[link] == Mode::kOther) {
      continue;
    }
    auto const side = [&](NodeId node) {
      return network.nodes.name[node] + " (" + network.states.id[network.nodes.state[node]] + ")";
    };
    auto const names = crossing_names(region, link);
    rows.push_back({"crossing",
                    names.front(),
                    fmt::format("{} {} – {}",
                                to_string(links.mode[link]),
                                side(links.from[link]),
                                side(links.to[link])),
                    links.status[link] == Status::kOperational ? 0 : links.expected[link],
                    others_of(names)});
  }
  return rows;
}

Rows link_rows(Region const& region) {
  auto rows = Rows{};
  auto const& links = region.network.links;
  auto const& names = region.network.nodes.name;
  for (auto const link : links.id.ids()) {
    rows.push_back({"link",
                    links.id[link],
                    fmt::format("{} {} – {}",
                                to_string(links.mode[link]),
                                names[links.from[link]],
                                names[links.to[link]]),
                    links.status[link] == Status::kOperational ? 0 : links.expected[link],
                    ""});
  }
  return rows;
}

Rows node_rows(Region const& region) {
  auto rows = Rows{};
  auto const& nodes = region.network.nodes;
  for (auto const node : nodes.id.ids()) {
    auto const state = nodes.state[node];
    auto const where = state.is_none() ? std::string{"at sea"} : region.network.states.id[state];
    rows.push_back({"node",
                    nodes.id[node],
                    fmt::format("{} ({}, {})", nodes.name[node], nodes.kind[node], where),
                    0,
                    ""});
  }
  return rows;
}

Rows corridor_rows(Region const& region) {
  auto rows = Rows{};
  auto const& corridors = region.network.corridors;
  for (auto const id : corridors.id.ids()) {
    rows.push_back({"corridor", corridors.id[id], corridors.name[id], 0, ""});
  }
  return rows;
}

std::string tariff(char const* what, Measure const& measure) {
  return measure.fact.is_none() ? "" : fmt::format("{} {:.3g}", what, measure.value);
}

/// "engagement level 6 (ambassadors exchanged) at the last look"; empty for who is not followed.
std::string standing(Region const& region, StateId state) {
  auto const& evidence = region.evidence;
  auto const& actors = evidence.actors;
  for (auto const actor : actors.id.ids()) {
    if (actors.followed[actor] != 0U && actors.state[actor] == region.network.states.id[state]) {
      auto const now = standings_on(actors,
                                    evidence.engagement,
                                    evidence.designations,
                                    region.ladder.coverage_end,
                                    std::nullopt);
      auto const level = now.level[actor];
      return fmt::format("engagement level {} ({}) at the last look", level, level_name(level));
    }
  }
  return {};
}

Rows state_rows(Region const& region) {
  auto rows = Rows{};
  auto const& states = region.network.states;
  auto const& prices = region.prices.states;
  for (auto const id : states.id.ids()) {
    auto detail = std::string{};
    for (auto const& part : {tariff("rail boxes", prices.rail_box[id]),
                             tariff("rail bulk", prices.rail_bulk[id]),
                             tariff("road", prices.road[id])}) {
      detail += detail.empty() || part.empty() ? part : ", " + part;
    }
    if (!detail.empty()) {
      detail.insert(0U, "tariff in US$ per tonne-km: ");
    }
    auto const stands = standing(region, id);
    detail += detail.empty() || stands.empty() ? stands : "; " + stands;
    rows.push_back({"state", states.id[id], states.name[id], 0, detail});
  }
  return rows;
}

Rows strain_rows(Region const& region) {
  auto rows = Rows{};
  auto const& evidence = region.evidence;
  for (auto const strain : evidence.strains.id.ids()) {
    auto made_of = std::string{};
    for (auto const driver : evidence.strain_drivers.id.ids()) {
      if (evidence.strain_drivers.strain[driver] == strain) {
        made_of += (made_of.empty() ? "made of: " : ", ") +
                   evidence.subjects.id[evidence.strain_drivers.subject[driver]];
      }
    }
    rows.push_back(
        {"strain", evidence.strains.id[strain], evidence.strains.name[strain], 0, made_of});
  }
  return rows;
}

Rows key_rows(Region const& /*region*/) {
  constexpr auto kKey = "key";
  return {
      {kKey, "date", "day from which a change holds: 2031-01-15, \"2031-01\" or 2031", 0, ""},
      {kKey, "open", "one or a list of: project, crossing, link, node, corridor", 0, ""},
      {kKey, "close", "the same, or a state: every link that touches it", 0, ""},
      {kKey, "suspend", "another word for close", 0, ""},
      {kKey, "capacity", "of a crossing, link, node or corridor; with value or factor", 0, ""},
      {kKey, "tariff", "of a state's railway and road; with factor, perhaps mode", 0, ""},
      {kKey, "border", "hours at a crossing, or at those of a corridor; with factor", 0, ""},
      {kKey, "fee", "fees there; with factor", 0, ""},
      {kKey, "speed", "on a link, crossing or corridor; with factor", 0, ""},
      {kKey, "strain", "a strain, or what one is made of; with value", 0, ""},
      {kKey, "engage", "a state that is followed, towards Kabul; with level", 0, ""},
      {kKey, "recognise", "the same with level = 7; or recognize", 0, ""},
      {kKey, "list", "a state that lists the Taliban as terrorists; delist takes it back", 0, ""},
      {kKey, "delist", "a state that lists nobody any more", 0, ""},
      {kKey, "sanction", "a state that puts Kabul under sanctions; lift takes it back", 0, ""},
      {kKey, "lift", "a state whose sanctions end", 0, ""},
      {kKey, "level", "of engagement: 0 (none) to 7 (recognition)", 0, ""},
      {kKey, "factor", "on what holds today: 0.8 is a fifth less", 0, ""},
      {kKey,
       "value",
       "of a capacity: tonnes a year per direction; of a strain: 0 off, 1 as recorded",
       0,
       ""},
      {kKey, "mode", "of a tariff: rail or road; both when left out", 0, ""},
  };
}

struct Kind {
  std::string_view name;
  Rows (*rows)(Region const&);
};

constexpr Kind kKinds[] = {
    {"project", project_rows},
    {"crossing", crossing_rows},
    {"link", link_rows},
    {"node", node_rows},
    {"corridor", corridor_rows},
    {"state", state_rows},
    {"strain", strain_rows},
    {"key", key_rows},
};

}  // namespace

std::vector<std::string_view> lever_kinds() {
  auto names = std::vector<std::string_view>{};
  for (auto const& kind : kKinds) {
    names.push_back(kind.name);
  }
  return names;
}

std::vector<LeverRow> lever_rows(Region const& region, std::string_view kind) {
  for (auto const& known : kKinds) {
    if (known.name == kind) {
      return known.rows(region);
    }
  }
  return {};
}

}  // namespace chorsu::cli
