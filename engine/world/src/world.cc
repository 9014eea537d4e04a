#include "chorsu/world/world.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace chorsu {

namespace {

/// Opening day of every project that is open on the date, whether by its time or by a lever.
using Openings = std::map<ProjectId, Date>;

Date first_day(int year) {
  return Date::from_civil(year).value_or(Date{});
}

bool covers(StatusEvents::Row const& event, Date date) {
  return event.from <= date && (!event.has_until || date < event.until);
}

/// Why a link of this status is shut where its rule does not open it.
Reason reason_of(Status status) {
  switch (status) {
    case Status::kUnderConstruction:
      return Reason::kUnderConstruction;
    case Status::kPlanned:
      return Reason::kPlanned;
    case Status::kOperational:
    case Status::kSuspended:
      break;
  }
  return Reason::kSuspended;
}

Opening opening_rule(StatusRules const& rules, Status status) {
  switch (status) {
    case Status::kOperational:
      return rules.operational;
    case Status::kUnderConstruction:
      return rules.under_construction;
    case Status::kPlanned:
      return rules.planned;
    case Status::kSuspended:
      break;
  }
  return rules.suspended;
}

/// Why a link is shut on its own account, before levers and shut nodes.
Reason structural_reason(WorldInputs const& in, LinkId link, Date date) {
  auto const& links = in.network.links;
  if (links.mode[link] == Mode::kOther) {
    return Reason::kNotFreight;
  }
  auto const status = links.status[link];
  auto const rule = opening_rule(in.rules, status);
  auto const expected = links.expected[link];
  auto const due = expected > 0 && first_day(expected) <= date;
  auto const open = rule == Opening::kAlways || (rule == Opening::kExpectedYear && due);
  return open ? Reason::kOpen : reason_of(status);
}

void set(World& world, LinkId link, Reason reason) {
  world.reason[link] = reason;
  world.open[link] = reason == Reason::kOpen ? 1U : 0U;
}

/// For each link (or node) with a dated event on the date, the one that began last.
template <typename Id>
std::map<Id, StatusEvents::Row const*> latest_events(StatusEvents const& events,
                                                     Date date,
                                                     Id StatusEvents::Row::* target) {
  auto result = std::map<Id, StatusEvents::Row const*>{};
  for (auto const& event : events.rows) {
    if ((event.*target).is_none() || !covers(event, date)) {
      continue;
    }
    auto& known = result[event.*target];
    if (known == nullptr || known->from <= event.from) {
      known = &event;
    }
  }
  return result;
}

void apply_events(WorldInputs const& in, World& world) {
  for (auto const& [link, event] : latest_events(in.events, world.date, &StatusEvents::Row::link)) {
    set(world, link, event->status == Status::kOperational ? Reason::kOpen : Reason::kEvidence);
  }
}

void shut_node(WorldInputs const& in, World& world, NodeId node) {
  for (auto const link : ids_of<LinkId>(in.network.links.id.size())) {
    if (in.network.links.from[link] == node || in.network.links.to[link] == node) {
      if (world.open[link] != 0U) {
        set(world, link, Reason::kNodeShut);
      }
    }
  }
}

void open_projects(WorldInputs const& in, World& world, Lever const& lever, Openings& openings) {
  for (auto const project : with_needs(in.projects, lever.projects)) {
    if (openings.emplace(project, lever.date).second) {
      world.opened.push_back(project);
    }
    for (auto const link : in.projects.own_links[project]) {
      set(world, link, Reason::kOpen);
    }
    for (auto const link : in.projects.shared_links[project]) {
      set(world, link, Reason::kOpen);
    }
  }
}

void close_projects(WorldInputs const& in, World& world, Lever const& lever, Openings& openings) {
  for (auto const project : lever.projects) {
    openings.erase(project);
    std::erase(world.opened, project);
    for (auto const link : in.projects.own_links[project]) {
      set(world, link, Reason::kLever);
    }
  }
}

void apply_status_lever(WorldInputs const& in,
                        World& world,
                        Lever const& lever,
                        Openings& openings,
                        std::vector<NodeId>& shut_nodes) {
  auto const open = lever.kind == LeverKind::kOpen;
  for (auto const link : lever.links) {
    set(world, link, open ? Reason::kOpen : Reason::kLever);
  }
  for (auto const node : lever.nodes) {
    std::erase(shut_nodes, node);
    if (!open) {
      shut_nodes.push_back(node);
    }
  }
  if (open) {
    open_projects(in, world, lever, openings);
  } else {
    close_projects(in, world, lever, openings);
  }
}

/// Projects whose own links have all opened by themselves, since the first day of their year.
Openings due_projects(WorldInputs const& in, World const& world) {
  auto result = Openings{};
  for (auto const project : ids_of<ProjectId>(in.projects.id.size())) {
    auto const own = in.projects.own_links[project];
    auto const by_time = [&](LinkId link) {
      return world.open[link] != 0U && in.network.links.status[link] == Status::kUnderConstruction;
    };
    if (!own.empty() && std::all_of(own.begin(), own.end(), by_time)) {
      result.emplace(project, first_day(in.projects.expected[project]));
    }
  }
  return result;
}

// ---- effects -----------------------------------------------------------------------------------

/// What an effect changes: target kind, its id, parameter.
using Key = std::tuple<EffectTarget, std::uint32_t, std::uint32_t, EffectParameter>;

struct Adjustment {
  std::optional<double> value;
  double factor{1.0};
  double addend{0.0};
  double of(double base) const { return value.value_or(base) * factor + addend; }
};

using Adjustments = std::map<Key, Adjustment>;

Key key_of(Effect const& e) {
  switch (e.target) {
    case EffectTarget::kNode:
      return {e.target, e.node.value, 0U, e.parameter};
    case EffectTarget::kStateMode:
      return {e.target, e.state.value, static_cast<std::uint32_t>(e.mode), e.parameter};
    default:
      return {e.target, e.link.value, 0U, e.parameter};
  }
}

/// The same day of a later year; 28 February where it has no 29th.
std::optional<Date> years_later(Date day, int years) {
  auto const year = day.year() + years;
  auto const same = Date::from_civil(year, day.month(), day.day());
  return same ? same : Date::from_civil(year, day.month(), 28U);
}

/// First day an effect is in force, none when its project is not open.
std::optional<Date> start_of(Effect const& e, ProjectId project, Openings const& openings) {
  if (e.has_date) {
    return e.date;
  }
  auto const it = openings.find(project);
  if (it == openings.end()) {
    return std::nullopt;
  }
  return years_later(it->second, e.years_after);
}

struct ActiveEffect {
  Effect const* effect;
  ProjectId project;
  Date start;
};

std::vector<ActiveEffect> active_effects(Projects const& projects,
                                         Openings const& openings,
                                         Date date) {
  auto result = std::vector<ActiveEffect>{};
  for (auto const project : ids_of<ProjectId>(projects.id.size())) {
    for (auto const& effect : projects.effects[project]) {
      auto const start = start_of(effect, project, openings);
      if (start && *start <= date && effect.parameter != EffectParameter::kOpen) {
        result.push_back({&effect, project, *start});
      }
    }
  }
  return result;
}

/// Of several settings the latest of a project holds, between projects the largest; then factors,
/// then additions.
Adjustments combine(std::vector<ActiveEffect> const& active) {
  auto result = Adjustments{};
  auto settings = std::map<std::pair<Key, ProjectId>, ActiveEffect>{};
  for (auto const& a : active) {
    if (!(a.effect->relation == Relation{})) {
      continue;
    }
    auto const key = key_of(*a.effect);
    auto const value = a.effect->value.value;
    if (a.effect->op == EffectOperator::kSet) {
      auto const [it, is_new] = settings.try_emplace({key, a.project}, a);
      if (!is_new && it->second.start <= a.start) {
        it->second = a;
      }
    } else if (a.effect->op == EffectOperator::kMultiply) {
      result[key].factor *= value;
    } else {
      result[key].addend += value;
    }
  }
  for (auto const& [where, a] : settings) {
    auto& set = result[where.first].value;
    set = std::max(set.value_or(a.effect->value.value), a.effect->value.value);
  }
  return result;
}

double adjusted(Adjustments const& all, Key const& key, double base) {
  auto const it = all.find(key);
  return it == all.end() ? base : it->second.of(base);
}

Key facility_key(Facilities const& f, FacilityId id) {
  switch (f.kind[id]) {
    case FacilityKind::kCrossing:
      return {EffectTarget::kCrossing, f.link[id].value, 0U, EffectParameter::kCapacity};
    case FacilityKind::kPort:
      return {EffectTarget::kNode, f.node[id].value, 0U, EffectParameter::kPortCapacity};
    case FacilityKind::kGaugeChange:
      return {EffectTarget::kNode, f.node[id].value, 0U, EffectParameter::kCapacity};
    case FacilityKind::kLink:
      break;
  }
  return {EffectTarget::kLink, f.link[id].value, 0U, EffectParameter::kCapacity};
}

void apply_adjustments(WorldInputs const& in, World& world, Adjustments const& all) {
  auto const& f = in.supernetwork.facilities;
  for (auto const id : ids_of<FacilityId>(f.kind.size())) {
    world.capacity[id] = adjusted(all, facility_key(f, id), world.capacity[id]);
  }
  for (auto const link : ids_of<LinkId>(in.network.links.id.size())) {
    auto const of = [&](EffectTarget target, EffectParameter parameter, double base) {
      return adjusted(all, {target, link.value, 0U, parameter}, base);
    };
    using enum EffectParameter;
    world.speed_factor[link] = of(EffectTarget::kLink, kSpeed, 1.0);
    world.headway_factor[link] = of(EffectTarget::kLink, kHeadway, 1.0);
    world.border_time_factor[link] = of(EffectTarget::kCrossing, kBorderTime, 1.0);
    world.border_fee_factor[link] = of(EffectTarget::kCrossing, kBorderCost, 1.0);
  }
  for (auto const& [key, adjustment] : all) {
    if (std::get<0>(key) == EffectTarget::kStateMode) {
      world.tariffs.push_back({StateId{static_cast<std::uint16_t>(std::get<1>(key))},
                               static_cast<Mode>(std::get<2>(key)),
                               adjustment.of(1.0)});
    }
  }
}

void mark_conditional(World& world,
                      Projects const& projects,
                      std::vector<ActiveEffect> const& active) {
  for (auto const project : ids_of<ProjectId>(projects.id.size())) {
    for (auto const& effect : projects.effects[project]) {
      if (effect.relation == Relation{}) {
        continue;
      }
      auto const in_force = std::any_of(
          active.begin(), active.end(), [&](auto const& a) { return a.effect == &effect; });
      world.conditional.push_back(in_force ? 1U : 0U);
    }
  }
}

// ---- levers on values --------------------------------------------------------------------------

void apply_capacity(WorldInputs const& in, World& world, Lever const& lever) {
  auto const& f = in.supernetwork.facilities;
  for (auto const id : ids_of<FacilityId>(f.kind.size())) {
    auto const named =
        std::find(lever.links.begin(), lever.links.end(), f.link[id]) != lever.links.end() ||
        std::find(lever.nodes.begin(), lever.nodes.end(), f.node[id]) != lever.nodes.end();
    if (named) {
      world.capacity[id] = lever.is_factor ? world.capacity[id] * lever.value : lever.value;
    }
  }
}

void apply_value_lever(WorldInputs const& in, World& world, Lever const& lever) {
  auto const scale = [&](Column<LinkId, double>& column) {
    for (auto const link : lever.links) {
      column[link] *= lever.value;
    }
  };
  switch (lever.kind) {
    case LeverKind::kCapacity:
      apply_capacity(in, world, lever);
      break;
    case LeverKind::kTariff:
      world.tariffs.push_back({lever.state, lever.mode, lever.value});
      break;
    case LeverKind::kBorder:
      scale(world.border_time_factor);
      break;
    case LeverKind::kFee:
      scale(world.border_fee_factor);
      break;
    case LeverKind::kSpeed:
      scale(world.speed_factor);
      break;
    case LeverKind::kOpen:
    case LeverKind::kClose:
      break;
  }
}

bool is_status_lever(Lever const& lever) {
  return lever.kind == LeverKind::kOpen || lever.kind == LeverKind::kClose;
}

World bare_world(WorldInputs const& in, Date date) {
  auto world = World{};
  world.date = date;
  auto const links = in.network.links.id.size();
  world.open.values.assign(links, 0U);
  world.reason.values.assign(links, Reason::kOpen);
  for (auto* column : {&world.speed_factor,
                       &world.headway_factor,
                       &world.border_time_factor,
                       &world.border_fee_factor}) {
    column->values.assign(links, 1.0);
  }
  for (auto const& delay : in.supernetwork.facilities.delay.values) {
    world.capacity.push_back(delay.capacity.value);
  }
  for (auto const link : ids_of<LinkId>(links)) {
    set(world, link, structural_reason(in, link, date));
  }
  return world;
}

std::vector<NodeId> nodes_shut_by_evidence(WorldInputs const& in, Date date) {
  auto result = std::vector<NodeId>{};
  for (auto const& [node, event] : latest_events(in.events, date, &StatusEvents::Row::node)) {
    if (event->status != Status::kOperational) {
      result.push_back(node);
    }
  }
  return result;
}

}  // namespace

World world_on(WorldInputs const& in, Date date, std::vector<Lever> const& levers) {
  auto world = bare_world(in, date);
  apply_events(in, world);
  auto shut_nodes = nodes_shut_by_evidence(in, date);
  auto openings = due_projects(in, world);
  auto due = levers;
  std::erase_if(due, [&](auto const& lever) { return lever.date > date; });
  // NOLINTNEXTLINE(clang-diagnostic-deprecated-declarations): inside the standard library
  std::stable_sort(
      due.begin(), due.end(), [](auto const& a, auto const& b) { return a.date < b.date; });
  for (auto const& lever : due) {
    if (is_status_lever(lever)) {
      apply_status_lever(in, world, lever, openings, shut_nodes);
    }
  }
  for (auto const node : shut_nodes) {
    shut_node(in, world, node);
  }
  auto const active = active_effects(in.projects, openings, date);
  apply_adjustments(in, world, combine(active));
  mark_conditional(world, in.projects, active);
  for (auto const& lever : due) {
    apply_value_lever(in, world, lever);
  }
  return world;
}

}  // namespace chorsu
