#include "link_states.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "shut_links.h"

namespace chorsu::cli {

namespace {

std::vector<LinkId> links_at(Network const& network, NodeId node) {
  auto across = std::vector<LinkId>{};
  auto all = std::vector<LinkId>{};
  for (auto const link : network.links.id.ids()) {
    if (network.links.from[link] == node || network.links.to[link] == node) {
      all.push_back(link);
      if (is_crossing(network, link)) {
        across.push_back(link);
      }
    }
  }
  return across.empty() ? all : across;
}

std::vector<LinkId> links_of(Region const& region, Place const& place) {
  switch (place.kind) {
    case PlaceKind::kCrossing:
    case PlaceKind::kLink:
      return {place.link};
    case PlaceKind::kNode:
      return links_at(region.network, place.node);
    case PlaceKind::kProject: {
      auto const links = region.projects.own_links[place.project];
      return {links.begin(), links.end()};
    }
    case PlaceKind::kCorridor:
    case PlaceKind::kState:
    case PlaceKind::kZone:
      break;
  }
  return {};
}

/// What could be known of closures: those that had begun, and the ends that had come.
StatusEvents known_events(StatusEvents const& events, std::optional<Date> known_on) {
  auto known = events;
  if (known_on) {
    std::erase_if(known.rows, [&](auto const& row) { return row.from > *known_on; });
    for (auto& row : known.rows) {
      row.has_until = row.has_until && row.until <= *known_on;
    }
  }
  return known;
}

/// The row that shuts a link, or an end of it, on the day; the one that began last.
StatusEvents::Row const* shutting(StatusEvents const& events,
                                  Network const& network,
                                  LinkId link,
                                  Date date) {
  auto const* found = static_cast<StatusEvents::Row const*>(nullptr);
  for (auto const& row : events.rows) {
    auto const is_of_it = row.link == link || row.node == network.links.from[link] ||
                          row.node == network.links.to[link];
    auto const covers = row.from <= date && (!row.has_until || date < row.until);
    if (is_of_it && covers && (found == nullptr || found->from <= row.from)) {
      found = &row;
    }
  }
  return found;
}

bool is_in_force(AccessRules::Row const& rule, Date date, std::optional<Date> known_on) {
  auto const last = known_on ? std::min(date, *known_on) : date;
  return !rule.has_start || rule.start <= last;
}

/// Whom it holds for as far as the package's ids say it.
std::string scope_of(Region const& region, AccessRules::Row const& rule) {
  auto classes = std::string{};
  for (auto const commodity : rule.commodities) {
    classes += (classes.empty() ? "" : ", ") + region.commodities.id[commodity];
  }
  auto text =
      rule.kind == RuleKind::kTariffFactor ? "factor on the tariff" : "added cost per tonne";
  return std::string{text} + (classes.empty() ? "" : " of " + classes);
}

Answer rule_of(Region const& region, AccessRules::Row const& rule, std::string const& where) {
  auto const is_factor = rule.kind == RuleKind::kTariffFactor;
  auto answer = Answer{.what = What::kAccessRule,
                       .id = rule.id,
                       .about = where,
                       .value = scope_of(region, rule),
                       .number = rule.value.value,
                       .unit = is_factor ? "factor" : "US$/t",
                       .fact = rule.value.fact};
  if (rule.has_start) {
    answer.since = Days{rule.start, rule.start, rule.start, Precision::kDay};
  }
  return answer;
}

Answer state_of(Region const& region, World const& world, StatusEvents const& events, LinkId link) {
  auto answer = Answer{.what = What::kLinkStatus,
                       .id = region.network.links.id[link],
                       .about = region.network.links.id[link],
                       .value = world.open[link] != 0U ? "open" : "shut",
                       .fact = region.network.links.fact[link]};
  auto const reason = world.reason[link];
  if (reason != Reason::kOpen) {
    answer.text = in_words(region, ShutLink{.link = link, .reason = reason, .projects = {}});
  }
  if (auto const* row = shutting(events, region.network, link, world.date)) {
    answer.id = row->id;
    answer.since = Days{row->from, row->from, row->from, Precision::kDay};
    answer.until = row->has_until ? std::optional{row->until} : std::nullopt;
    answer.fact = row->fact;
  }
  return answer;
}

/// Stances as could be known.
Column<ActorId, Stance> stances(Region const& region, Date date, std::optional<Date> known_on) {
  auto const& e = region.evidence;
  return stances_of(standings_on(e.actors, e.engagement, e.designations, date, known_on),
                    e.designations);
}

std::string condition_of(LevelRules::Row const& rule) {
  switch (rule.measure) {
    case StandingMeasure::kListing:
      return "while listing";
    case StandingMeasure::kSanction:
      return "under sanctions";
    case StandingMeasure::kLevel:
      break;
  }
  return "from engagement level " + std::to_string(rule.from_level);
}

std::string effect_of(Region const& region, LevelRules::Row const& rule) {
  if (rule.term == BorderTerm::kClasses) {
    auto text = std::string{};
    for (auto const commodity : rule.commodities) {
      text += (text.empty() ? "" : ", ") + region.commodities.id[commodity];
    }
    return text + (rule.measure == StandingMeasure::kLevel ? " may cross" : " may not cross");
  }
  return rule.term == BorderTerm::kHours ? "factor on border hours" : "factor on border fees";
}

/// The rule as it stands for one neighbour at a border.
Answer level_rule_of(Region const& region,
                     LevelRules::Row const& rule,
                     ActorId actor,
                     std::string const& where) {
  return {.what = What::kAccessRule,
          .id = rule.id,
          .about = where,
          .value = fmt::format("{}, {} {}",
                               effect_of(region, rule),
                               region.evidence.actors.name[actor],
                               condition_of(rule)),
          .number = rule.value.value,
          .unit = rule.term == BorderTerm::kClasses ? "switch" : "factor",
          .fact = rule.value.fact};
}

/// Level rules that are met at the borders among some links.
void add_level_rules(Region const& region,
                     std::vector<LinkId> const& links,
                     Column<ActorId, Stance> const& stances,
                     std::string const& where,
                     std::vector<Answer>& answers) {
  auto const& actors = region.evidence.actors;
  auto const is_here = [&](LinkId link) { return std::ranges::find(links, link) != links.end(); };
  for (auto const& rule : region.level_rules.rows) {
    for (auto const actor : actors.id.ids()) {
      auto const is_own = rule.actor.is_none() ? actors.followed[actor] != 0U : rule.actor == actor;
      if (is_own && is_met(rule, stances[actor]) &&
          std::ranges::any_of(borders_between(region.network, actors, actor, rule.towards),
                              is_here)) {
        answers.push_back(level_rule_of(region, rule, actor, where));
      }
    }
  }
}

}  // namespace

std::vector<Answer> link_states(Region const& region,
                                std::vector<Place> const& places,
                                Date date,
                                std::optional<Date> known_on) {
  auto links = std::set<LinkId>{};
  for (auto const& place : places) {
    auto const its = links_of(region, place);
    links.insert(its.begin(), its.end());
  }
  auto answers = std::vector<Answer>{};
  if (links.empty()) {
    return answers;
  }
  auto const events = known_events(region.events, known_on);
  auto const net = expand(region.network, region.capacities);
  auto const world = world_on(WorldInputs{region.network,
                                          region.projects,
                                          net,
                                          events,
                                          region.status_rules,
                                          known_on ? nullptr : &region.evidence,
                                          known_on ? nullptr : &region.strain_effects},
                              date,
                              {});
  for (auto const link : links) {
    answers.push_back(state_of(region, world, events, link));
  }
  std::ranges::sort(answers, {}, &Answer::about);
  return answers;
}

std::vector<Answer> access_states(Region const& region,
                                  std::vector<Place> const& places,
                                  Date date,
                                  std::optional<Date> known_on) {
  auto answers = std::vector<Answer>{};
  for (auto const& rule : region.prices.rules.rows) {
    for (auto const& place : places) {
      auto const links = links_of(region, place);
      auto const is_link = [&](LinkId link) {
        return std::ranges::find(links, link) != links.end();
      };
      auto const is_here = std::ranges::any_of(rule.links, is_link) ||
                           (place.kind == PlaceKind::kNode &&
                            std::ranges::find(rule.nodes, place.node) != rule.nodes.end());
      if (is_here && is_in_force(rule, date, known_on)) {
        answers.push_back(rule_of(region, rule, id_of(region, place)));
        break;
      }
    }
  }
  auto const now = stances(region, date, known_on);
  for (auto const& place : places) {
    add_level_rules(region, links_of(region, place), now, id_of(region, place), answers);
  }
  return answers;
}

}  // namespace chorsu::cli
