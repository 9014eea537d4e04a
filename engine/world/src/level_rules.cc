#include "level_rules.h"

#include <algorithm>

#include "chorsu/evidence/evidence.h"

namespace chorsu {

namespace {

Column<ActorId, Stance> stances_on(Evidence const& evidence, Date date) {
  auto const standings =
      standings_on(evidence.actors, evidence.engagement, evidence.designations, date, std::nullopt);
  return stances_of(standings, evidence.designations);
}

bool concerns(LevelRules::Row const& rule, Actors const& actors, ActorId actor) {
  return rule.actor.is_none() ? actors.followed[actor] != 0U : rule.actor == actor;
}

/// Whether the rule raises the cost of crossing where it is met.
bool burdens(LevelRules::Row const& rule) {
  return rule.measure != StandingMeasure::kLevel;
}

void scale(World& world, LevelRules::Row const& rule, LinkId link, bool met) {
  auto const hours = rule.term == BorderTerm::kHours;
  auto& factor = hours ? world.border_time_factor[link] : world.border_fee_factor[link];
  factor = met ? factor * rule.value.value : factor / rule.value.value;
  auto cause = Cause{};
  cause.parameter = hours ? EffectParameter::kBorderTime : EffectParameter::kBorderCost;
  cause.link = link;
  cause.op = met ? EffectOperator::kMultiply : EffectOperator::kDivide;
  cause.value = rule.value.value;
  cause.fact = rule.value.fact;
  world.causes.push_back(cause);
}

void bar(World& world, LevelRules::Row const& rule, LinkId link) {
  for (auto const commodity : rule.commodities) {
    world.bars.push_back({link, commodity, rule.value.fact});
  }
}

/// The rule turned from unmet to met, or back, since the border was observed.
void turn(World& world, LevelRules::Row const& rule, std::vector<LinkId> const& links, bool met) {
  for (auto const link : links) {
    if (rule.term != BorderTerm::kClasses) {
      scale(world, rule, link, met);
    } else if (met == burdens(rule) && rule.value.value > 0.0) {
      bar(world, rule, link);
    }
  }
}

}  // namespace

bool is_met(LevelRules::Row const& rule, Stance const& stance) {
  switch (rule.measure) {
    case StandingMeasure::kListing:
      return stance.listed;
    case StandingMeasure::kSanction:
      return stance.sanctions;
    case StandingMeasure::kLevel:
      break;
  }
  return stance.level >= rule.from_level;
}

Column<ActorId, Stance> stances_of(Standings const& standings, Designations const& designations) {
  auto result = Column<ActorId, Stance>{};
  for (auto const actor : standings.level.ids()) {
    auto stance = Stance{.level = standings.level[actor]};
    for (auto const id : standings.designations[actor]) {
      auto const what = designations.designation[id];
      stance.listed = stance.listed || what == Designation::kListed;
      stance.sanctions = stance.sanctions || what == Designation::kSanctioned ||
                         what == Designation::kStateSponsorWrongfulDetention;
    }
    result.push_back(stance);
  }
  return result;
}

std::vector<LinkId> borders_between(Network const& network,
                                    Actors const& actors,
                                    ActorId actor,
                                    StateId other) {
  auto result = std::vector<LinkId>{};
  auto const& links = network.links;
  auto const is_own = [&](StateId state) {
    return !state.is_none() && network.states.id[state] == actors.state[actor];
  };
  for (auto const link : links.id.ids()) {
    auto const from = network.nodes.state[links.from[link]];
    auto const to = network.nodes.state[links.to[link]];
    auto const joins = (from == other && is_own(to)) || (to == other && is_own(from));
    if (joins && is_crossing(network, link)) {
      result.push_back(link);
    }
  }
  return result;
}

void take_stances(WorldInputs const& in, std::vector<Lever const*> const& due, World& world) {
  if (in.evidence == nullptr) {
    return;
  }
  world.stances = stances_of(world.standings, in.evidence->designations);
  if (in.level_rules != nullptr) {
    auto const then = stances_on(*in.evidence, in.level_rules->observed);
    for (auto const actor : then.ids()) {
      if (world.standings.moved[actor].is_none()) {
        world.stances[actor] = then[actor];
      }
    }
  }
  for (auto const* lever : due) {
    if (lever->kind != LeverKind::kStance) {
      continue;
    }
    auto& stance = world.stances[lever->actor];
    switch (lever->measure) {
      case StandingMeasure::kLevel:
        stance.level = static_cast<Level>(lever->value);
        break;
      case StandingMeasure::kListing:
        stance.listed = lever->value > 0.0;
        break;
      case StandingMeasure::kSanction:
        stance.sanctions = lever->value > 0.0;
        break;
    }
  }
}

void apply_level_rules(WorldInputs const& in, World& world) {
  if (in.evidence == nullptr || in.level_rules == nullptr || in.level_rules->rows.empty()) {
    return;
  }
  auto const& actors = in.evidence->actors;
  auto const then = stances_on(*in.evidence, in.level_rules->observed);
  for (auto const& rule : in.level_rules->rows) {
    for (auto const actor : actors.id.ids()) {
      auto const met = is_met(rule, world.stances[actor]);
      if (concerns(rule, actors, actor) && met != is_met(rule, then[actor])) {
        turn(world, rule, borders_between(in.network, actors, actor, rule.towards), met);
      }
    }
  }
}

}  // namespace chorsu
