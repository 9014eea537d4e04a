#include "chorsu/world/world.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "effects.h"
#include "level_rules.h"
#include "strain_effects.h"

#include "chorsu/evidence/evidence.h"

namespace chorsu {

namespace {

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
  if (rule == Opening::kAlways) {
    return due || expected == 0 ? Reason::kOpen : Reason::kUnderConstruction;
  }
  return rule == Opening::kExpectedYear && due ? Reason::kOpen : reason_of(status);
}

void set(World& world, LinkId link, Reason reason) {
  world.reason[link] = reason;
  world.open[link] = reason == Reason::kOpen ? 1U : 0U;
}

/// For each link (or node) with a dated event on the date, the one that began last; of several that
/// began on one day that of the last id, so that the order of the rows does not count.
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
    if (known == nullptr || std::tie(known->from, known->id) <= std::tie(event.from, event.id)) {
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

// ---- levers on values --------------------------------------------------------------------------

/// What a lever changes, for those who ask why a value is what it is.
Cause because_of(Lever const& lever, std::uint32_t index, EffectParameter parameter) {
  auto cause = Cause{};
  cause.parameter = parameter;
  cause.lever = index;
  cause.op = lever.is_factor ? EffectOperator::kMultiply : EffectOperator::kSet;
  cause.value = lever.value;
  return cause;
}

void apply_capacity(WorldInputs const& in, World& world, Lever const& lever, std::uint32_t index) {
  auto const& f = in.supernetwork.facilities;
  auto cause = because_of(lever, index, EffectParameter::kCapacity);
  for (auto const id : ids_of<FacilityId>(f.kind.size())) {
    auto const named =
        std::find(lever.links.begin(), lever.links.end(), f.link[id]) != lever.links.end() ||
        std::find(lever.nodes.begin(), lever.nodes.end(), f.node[id]) != lever.nodes.end();
    if (named) {
      world.capacity[id] = lever.is_factor ? world.capacity[id] * lever.value : lever.value;
      cause.facility = id;
      world.causes.push_back(cause);
    }
  }
}

void scale_links(World& world,
                 Lever const& lever,
                 std::uint32_t index,
                 EffectParameter parameter,
                 Column<LinkId, double>& column) {
  auto cause = because_of(lever, index, parameter);
  for (auto const link : lever.links) {
    column[link] *= lever.value;
    cause.link = link;
    world.causes.push_back(cause);
  }
}

void apply_tariff(World& world, Lever const& lever, std::uint32_t index) {
  world.tariffs.push_back({lever.state, lever.mode, lever.value});
  auto cause = because_of(lever, index, EffectParameter::kTariff);
  cause.state = lever.state;
  cause.mode = lever.mode;
  world.causes.push_back(cause);
}

void apply_value_lever(WorldInputs const& in,
                       World& world,
                       Lever const& lever,
                       std::uint32_t index) {
  using enum EffectParameter;
  switch (lever.kind) {
    case LeverKind::kCapacity:
      apply_capacity(in, world, lever, index);
      break;
    case LeverKind::kTariff:
      apply_tariff(world, lever, index);
      break;
    case LeverKind::kBorder:
      scale_links(world, lever, index, kBorderTime, world.border_time_factor);
      break;
    case LeverKind::kFee:
      scale_links(world, lever, index, kBorderCost, world.border_fee_factor);
      break;
    case LeverKind::kSpeed:
      scale_links(world, lever, index, kSpeed, world.speed_factor);
      break;
    case LeverKind::kOpen:
    case LeverKind::kClose:
    case LeverKind::kStrain:
    case LeverKind::kStance:
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

/// Levers dated at or before the date, by date.
std::vector<Lever const*> due_levers(std::vector<Lever> const& levers, Date date) {
  auto due = std::vector<Lever const*>{};
  for (auto const& lever : levers) {
    if (lever.date <= date) {
      due.push_back(&lever);
    }
  }
  // Levers of one day keep the order of the file, which is that of their places in `levers`.
  std::sort(due.begin(), due.end(), [](auto const* a, auto const* b) {
    return a->date != b->date ? a->date < b->date : a < b;
  });
  return due;
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
  if (in.evidence != nullptr) {
    auto const& evidence = *in.evidence;
    world.standings = standings_on(
        evidence.actors, evidence.engagement, evidence.designations, date, std::nullopt);
  }
  apply_events(in, world);
  auto shut_nodes = nodes_shut_by_evidence(in, date);
  auto const due = due_levers(levers, date);
  apply_strain_gates(in, settings_of(due), world);
  auto openings = due_projects(in, world);
  for (auto const* lever : due) {
    if (is_status_lever(*lever)) {
      apply_status_lever(in, world, *lever, openings, shut_nodes);
    }
  }
  for (auto const node : shut_nodes) {
    shut_node(in, world, node);
  }
  apply_effects(in, openings, world);
  apply_strain_factors(in, world);
  take_stances(in, due, world);
  apply_level_rules(in, world);
  for (auto const* lever : due) {
    apply_value_lever(in, world, *lever, static_cast<std::uint32_t>(lever - levers.data()));
  }
  return world;
}

}  // namespace chorsu
