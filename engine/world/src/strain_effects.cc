#include "strain_effects.h"

#include <algorithm>
#include <map>

#include "chorsu/evidence/evidence.h"

namespace chorsu {

namespace {

constexpr auto kLeastFactor = 0.05;  // of a price or capacity, however far a strain falls

/// Indices above those of the day whose prices the package has.
Column<StrainId, double> excesses(Evidence const& evidence, World const& world) {
  auto then = std::map<Date, Column<StrainId, StrainReading>>{};
  auto result = Column<StrainId, double>{};
  for (auto const strain : evidence.strains.id.ids()) {
    auto const date = evidence.strains.reference[strain];
    if (!then.contains(date)) {
      then.emplace(date, strains_on(evidence, date, std::nullopt));
    }
    result.push_back(world.strains[strain].index - then.at(date)[strain].index);
  }
  return result;
}

Cause cause_of(StrainEffect const& effect, double factor) {
  auto cause = Cause{};
  cause.parameter = effect.parameter;
  cause.value = factor;
  cause.fact = effect.value.fact;
  return cause;
}

void scale(Column<LinkId, double>& column,
           StrainEffect const& effect,
           double factor,
           World& world) {
  auto cause = cause_of(effect, factor);
  for (auto const link : effect.links) {
    column[link] *= factor;
    cause.link = link;
    world.causes.push_back(cause);
  }
}

void scale_tariffs(StrainEffect const& effect, double factor, World& world) {
  auto cause = cause_of(effect, factor);
  for (auto const state : effect.states) {
    world.tariffs.push_back({state, Mode::kOther, factor});
    cause.state = state;
    world.causes.push_back(cause);
  }
}

void scale_capacity(Facilities const& facilities,
                    StrainEffect const& effect,
                    double factor,
                    World& world) {
  auto cause = cause_of(effect, factor);
  for (auto const id : ids_of<FacilityId>(facilities.kind.size())) {
    if (std::ranges::find(effect.links, facilities.link[id]) != effect.links.end()) {
      world.capacity[id] *= factor;
      cause.facility = id;
      world.causes.push_back(cause);
    }
  }
}

void apply(WorldInputs const& in, StrainEffect const& effect, double factor, World& world) {
  using enum EffectParameter;
  switch (effect.parameter) {
    case kTariff:
      scale_tariffs(effect, factor, world);
      break;
    case kBorderTime:
      scale(world.border_time_factor, effect, factor, world);
      break;
    case kBorderCost:
      scale(world.border_fee_factor, effect, factor, world);
      break;
    case kSpeed:
      scale(world.speed_factor, effect, factor, world);
      break;
    case kCapacity:
      scale_capacity(in.supernetwork.facilities, effect, factor, world);
      break;
    case kOpen:
    case kPortCapacity:
    case kHeadway:
      break;
  }
}

/// Shut or open, it is there and takes freight.
bool is_built(Reason reason) {
  return reason != Reason::kNotFreight && reason != Reason::kUnderConstruction &&
         reason != Reason::kPlanned;
}

bool has_strains(WorldInputs const& in) {
  return in.evidence != nullptr && in.strain_effects != nullptr;
}

}  // namespace

std::vector<StrainSetting> settings_of(std::vector<Lever const*> const& due) {
  auto settings = std::vector<StrainSetting>{};
  for (auto const* lever : due) {
    settings.insert(settings.end(), lever->strains.begin(), lever->strains.end());
  }
  return settings;
}

void apply_strain_gates(WorldInputs const& in,
                        std::vector<StrainSetting> const& settings,
                        World& world) {
  if (!has_strains(in)) {
    return;
  }
  world.strains = strains_on(*in.evidence, world.date, std::nullopt, settings);
  for (auto const& effect : *in.strain_effects) {
    if (effect.parameter != EffectParameter::kOpen) {
      continue;
    }
    auto const is_shut = effect.value.value <= world.strains[effect.strain].index;
    for (auto const link : effect.links) {
      if (is_shut && world.open[link] != 0U) {
        world.open[link] = 0U;
        world.reason[link] = Reason::kEvidence;
      } else if (!is_shut && is_built(world.reason[link])) {
        world.open[link] = 1U;
        world.reason[link] = Reason::kOpen;
      }
    }
  }
}

void apply_strain_factors(WorldInputs const& in, World& world) {
  if (!has_strains(in)) {
    return;
  }
  auto const excess = excesses(*in.evidence, world);
  for (auto const& effect : *in.strain_effects) {
    auto const factor = std::max(kLeastFactor, 1.0 + effect.value.value * excess[effect.strain]);
    if (effect.parameter != EffectParameter::kOpen && factor != 1.0) {
      apply(in, effect, factor, world);
    }
  }
}

}  // namespace chorsu
