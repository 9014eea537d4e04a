#include "effects.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace chorsu {

namespace {

/// What an effect changes: target kind, its id, parameter.
using Key = std::tuple<EffectTarget, std::uint32_t, std::uint32_t, EffectParameter>;

/// Effects on one value: the setting that holds, then factors, then additions.
struct Adjustment {
  Effect const* setting{nullptr};
  std::vector<Effect const*> factors;
  std::vector<Effect const*> addends;

  double of(double base) const {
    auto value = setting != nullptr ? setting->value.value : base;
    for (auto const* effect : factors) {
      value *= effect->value.value;
    }
    for (auto const* effect : addends) {
      value += effect->value.value;
    }
    return value;
  }
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
    if (a.effect->op == EffectOperator::kSet) {
      auto const [it, is_new] = settings.try_emplace({key, a.project}, a);
      if (!is_new && it->second.start <= a.start) {
        it->second = a;
      }
    } else if (a.effect->op == EffectOperator::kMultiply) {
      result[key].factors.push_back(a.effect);
    } else {
      result[key].addends.push_back(a.effect);
    }
  }
  for (auto const& [where, a] : settings) {
    auto& held = result[where.first].setting;
    if (held == nullptr || held->value.value < a.effect->value.value) {
      held = a.effect;
    }
  }
  return result;
}

/// The value after the effects on it; each of them is noted as a cause.
double adjusted(Adjustments const& all, Key const& key, double base, Cause target, World& world) {
  auto const it = all.find(key);
  if (it == all.end()) {
    return base;
  }
  target.parameter = std::get<EffectParameter>(key);
  auto const note = [&](Effect const* effect) {
    target.op = effect->op;
    target.value = effect->value.value;
    target.fact = effect->value.fact;
    world.causes.push_back(target);
  };
  if (it->second.setting != nullptr) {
    note(it->second.setting);
  }
  std::for_each(it->second.factors.begin(), it->second.factors.end(), note);
  std::for_each(it->second.addends.begin(), it->second.addends.end(), note);
  return it->second.of(base);
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

void adjust_link(Adjustments const& all, LinkId link, World& world) {
  auto target = Cause{};
  target.link = link;
  auto const of = [&](EffectTarget kind, EffectParameter parameter) {
    return adjusted(all, {kind, link.value, 0U, parameter}, 1.0, target, world);
  };
  using enum EffectParameter;
  world.speed_factor[link] = of(EffectTarget::kLink, kSpeed);
  world.headway_factor[link] = of(EffectTarget::kLink, kHeadway);
  world.border_time_factor[link] = of(EffectTarget::kCrossing, kBorderTime);
  world.border_fee_factor[link] = of(EffectTarget::kCrossing, kBorderCost);
}

void adjust_tariff(Adjustments const& all, Key const& key, World& world) {
  auto target = Cause{};
  target.state = StateId{static_cast<std::uint16_t>(std::get<1>(key))};
  target.mode = static_cast<Mode>(std::get<2>(key));
  auto const factor = adjusted(all, key, 1.0, target, world);
  world.tariffs.push_back({target.state, target.mode, factor});
}

void apply_adjustments(WorldInputs const& in, World& world, Adjustments const& all) {
  auto const& f = in.supernetwork.facilities;
  for (auto const id : ids_of<FacilityId>(f.kind.size())) {
    auto target = Cause{};
    target.facility = id;
    world.capacity[id] = adjusted(all, facility_key(f, id), world.capacity[id], target, world);
  }
  for (auto const link : ids_of<LinkId>(in.network.links.id.size())) {
    adjust_link(all, link, world);
  }
  for (auto const& [key, adjustment] : all) {
    if (std::get<0>(key) == EffectTarget::kStateMode) {
      adjust_tariff(all, key, world);
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

}  // namespace

void apply_effects(WorldInputs const& in, Openings const& openings, World& world) {
  auto const active = active_effects(in.projects, openings, world.date);
  apply_adjustments(in, world, combine(active));
  mark_conditional(world, in.projects, active);
}

}  // namespace chorsu
