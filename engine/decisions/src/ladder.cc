#include "chorsu/decisions/ladder.h"

#include <algorithm>
#include <cassert>

namespace chorsu {

namespace {

constexpr auto kNames = std::array<std::string_view, kCoefficients>{
    "base_0_1",      "base_2_3", "base_4_5",      "recognition", "rights",        "payoff",
    "iskp",          "ttp",      "listed",        "first_mover", "mover_decay",   "gate",
    "resists",       "recent",   "spread",        "fall",        "fall_conflict", "fall_ttp",
    "fall_sanction", "delist",   "delist_payoff", "delist_iskp", "delist_peers",  "reporting"};

double at_month(std::vector<double> const& series, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < series.size()
             ? series[static_cast<std::size_t>(index)]
             : 0.0;
}

/// Flags that an actor at a level opens itself.
std::uint32_t own_flags(PayoffTable const& payoff, LadderActorId actor, int level) {
  auto open = std::uint32_t{0};
  for (auto i = std::size_t{0}; i < payoff.flags.size(); ++i) {
    if (payoff.flags[i].actor == actor && level >= payoff.flags[i].level) {
      open |= 1U << i;
    }
  }
  return open;
}

}  // namespace

int month_of(Date date) {
  return date.year() * 12 + static_cast<int>(date.month()) - 1;
}

Date first_day_of(int month) {
  return Date::from_civil(month / 12, static_cast<unsigned>(month % 12) + 1U).value();
}

std::string_view to_string(Coefficient coefficient) {
  return kNames.at(static_cast<std::size_t>(coefficient));
}

double jump_share(JumpShares const& shares, int from, int to) {
  assert(from >= 0 && from < to && to <= kLastQuietLevel);
  auto const two = (1.0 - shares.one) * shares.two_of_more;
  auto const more = (1.0 - shares.one) * (1.0 - shares.two_of_more);
  auto const size = to - from;
  auto const room = kLastQuietLevel - from;
  if (to == kLastQuietLevel && size <= 2) {  // everything longer stops here too
    return size == 1 ? 1.0 : 1.0 - shares.one;
  }
  if (size <= 2) {
    return size == 1 ? shares.one : two;
  }
  return more / (room - 2);
}

LadderActorId find_actor(LadderActors const& actors, std::string_view id) {
  for (auto const actor : actors.id.ids()) {
    if (actors.id[actor] == id) {
      return actor;
    }
  }
  return LadderActorId::none();
}

double LadderThreat::iskp_at(LadderActorId actor, int month) const {
  return actor.value < iskp.size() ? at_month(iskp[actor], month - first_month) : 0.0;
}

double LadderThreat::ttp_at(LadderActorId actor, int month) const {
  return actor.value < ttp.size() ? at_month(ttp[actor], month - first_month) : 0.0;
}

double PayoffTable::gain(LadderActorId actor, int level, std::uint32_t open) const {
  if (level >= kRecognitionLevel) {
    return 0.0;
  }
  auto const next = static_cast<std::size_t>(level) + 1U;
  auto const own = actor.value < step.size() ? step[actor].at(next) : 0.0;
  if (actor.value >= worth.size() || worth[actor].empty()) {
    return own;
  }
  auto const& by_flags = worth[actor];
  return own + by_flags[open | own_flags(*this, actor, level + 1)] - by_flags[open];
}

double LadderPull::at(LadderActorId actor, int level) const {
  auto const draws = actor.value < target.size() && target[actor] >= 0.0;
  return draws ? strength * (target[actor] - level) : 0.0;
}

std::uint32_t open_flags(PayoffTable const& payoff, Column<LadderActorId, int> const& level) {
  auto open = std::uint32_t{0};
  for (auto i = std::size_t{0}; i < payoff.flags.size(); ++i) {
    if (level[payoff.flags[i].actor] >= payoff.flags[i].level) {
      open |= 1U << i;
    }
  }
  return open;
}

double peers_above(LadderActors const& actors,
                   Column<LadderActorId, int> const& level,
                   LadderActorId actor) {
  auto share = 0.0;
  auto const weights = actors.peer_weight.row(actor);
  for (auto const peer : level.ids()) {
    share += level[peer] > level[actor] ? weights[peer.value] : 0.0;
  }
  return share;
}

bool gate_open(LadderModel const& model,
               Column<LadderActorId, int> const& level,
               LadderActorId actor) {
  auto const recognised = [&](LadderActorId peer) { return level[peer] == kRecognitionLevel; };
  auto const& waits_for = model.actors.gate[actor];
  return waits_for.empty() || (model.settings.gate_mode == GateMode::kOneRecognises
                                   ? std::ranges::any_of(waits_for, recognised)
                                   : std::ranges::all_of(waits_for, recognised));
}

Coefficient base_of(int level) {
  assert(level >= 0 && level < kLastQuietLevel);
  return level < 2 ? Coefficient::kBase01 : level < 4 ? Coefficient::kBase23 : Coefficient::kBase45;
}

}  // namespace chorsu
