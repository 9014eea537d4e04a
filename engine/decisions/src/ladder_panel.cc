#include "chorsu/decisions/ladder_panel.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace chorsu {

namespace {

using enum Coefficient;

constexpr auto kClimbFeatures =
    std::array{kRights, kPayoff, kIskp, kTtp, kListed, kResists, kRecent};
constexpr auto kFallFeatures = std::array{kFallConflict, kFallTtp, kFallSanction};
constexpr auto kDelistFeatures = std::array{kDelistPayoff, kDelistIskp, kDelistPeers};

bool within(int month, int since, int months) {
  return since != kNever && month - since <= months;
}

double payoff_of(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  auto const open = open_flags(model.payoff, state.level);
  return std::asinh(model.payoff.gain(actor, state.level[actor], open) /
                    model.settings.payoff_unit);
}

std::array<double, kMostFeatures> climb_features(LadderModel const& model,
                                                 LadderState const& state,
                                                 LadderActorId actor) {
  auto const& actors = model.actors;
  auto const since = state.last_move[actor];
  return {actors.rights[actor],
          payoff_of(model, state, actor),
          actors.iskp[actor] + model.threat.iskp_at(actor, state.month),
          model.threat.ttp_at(actor, state.month),
          state.listed[actor] != 0 && state.level[actor] >= kListedBindsAt ? 1.0 : 0.0,
          actors.resists[actor],
          since == kNever ? 0.0 : std::exp(-(state.month - since) / model.settings.recent_months)};
}

Trial climb(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  return {.kind = HazardKind::kClimb,
          .base = state.level[actor] < kLastQuietLevel ? base_of(state.level[actor]) : kBase45,
          .actor = actor,
          .peers = model.terms.peers ? peers_above(model.actors, state.level, actor) : 0.0,
          .pull = model.pull.at(actor, state.level[actor]),
          .x = climb_features(model, state, actor)};
}

Trial recognition(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  auto trial = climb(model, state, actor);
  trial.kind = HazardKind::kRecognise;
  trial.base = kRecognition;
  trial.open = model.terms.gate && gate_open(model, state.level, actor);
  return trial;
}

Trial fall(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  auto const& settings = model.settings;
  auto const fought = within(state.month, state.last_conflict[actor], settings.conflict_months);
  auto const fined = within(state.month, state.last_sanction[actor], settings.sanction_months);
  return {.kind = HazardKind::kFall,
          .base = kFall,
          .x = {fought ? 1.0 : 0.0, model.threat.ttp_at(actor, state.month), fined ? 1.0 : 0.0}};
}

Trial delisting(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  auto share = 0.0;
  auto const weights = model.actors.peer_weight.row(actor);
  for (auto const peer : state.delisted.ids()) {
    share += state.delisted[peer] != 0 ? weights[peer.value] : 0.0;
  }
  return {.kind = HazardKind::kDelist,
          .base = kDelist,
          .x = {payoff_of(model, state, actor),
                model.actors.iskp[actor] + model.threat.iskp_at(actor, state.month),
                share}};
}

auto key_of(Trial const& t) {
  return std::tuple{t.kind, t.base, t.actor, t.thin, t.open, t.peers, t.pull, t.x};
}

void merge_alike(std::vector<Trial>& trials) {
  std::ranges::sort(trials, {}, key_of);
  auto merged = std::vector<Trial>{};
  for (auto const& trial : trials) {
    if (!merged.empty() && key_of(merged.back()) == key_of(trial)) {
      merged.back().months += trial.months;
      merged.back().moves += trial.moves;
    } else {
      merged.push_back(trial);
    }
  }
  trials = std::move(merged);
}

void count_jump(JumpCounts& jumps, int from, int to) {
  if (from + 1 >= kLastQuietLevel || to > kLastQuietLevel) {
    return;  // any jump would have ended there
  }
  auto const size = to - from;
  (size == 1 ? jumps.one : jumps.more) += 1.0;
  if (size == 2 && to < kLastQuietLevel) {
    jumps.two += 1.0;
  } else if (size > 2) {
    jumps.three += 1.0;
  }
}

/// Adds what an actor faced in a month and how it ended.
void add_month(LadderPanel& panel, Trials trials, int from, int to, bool delisted) {
  auto const struck = std::array{
      to == kRecognitionLevel && from<to, to> from && to < kRecognitionLevel, to < from, delisted};
  for (auto i = std::size_t{0}; i < trials.of.size(); ++i) {
    if (trials.held[i]) {
      trials.of[i].moves = struck[i] ? 1.0 : 0.0;
      panel.trials.push_back(trials.of[i]);
      if (struck[i] && i < 2U) {  // decided: no climb after a recognition, no fall after either
        std::fill(
            trials.held.begin() + static_cast<std::ptrdiff_t>(i), trials.held.begin() + 3, false);
      }
    }
  }
  if (struck[1]) {
    count_jump(panel.jumps, from, to);
  }
}

template <typename Event>
std::vector<Event> known(std::vector<Event> const& events,
                         std::vector<Date> const& from,
                         Date day) {
  auto result = std::vector<Event>{};
  for (auto i = std::size_t{0}; i < events.size(); ++i) {
    if (from[i] <= day && events[i].date <= day) {
      result.push_back(events[i]);
    }
  }
  return result;
}

}  // namespace

std::span<Coefficient const> features_of(HazardKind kind) {
  switch (kind) {
    case HazardKind::kFall:
      return kFallFeatures;
    case HazardKind::kDelist:
      return kDelistFeatures;
    default:
      return kClimbFeatures;
  }
}

LadderState state_at(LadderHistory const& history, int month) {
  auto const count = history.first_level.size();
  auto state = LadderState{.month = month, .level = history.first_level};
  state.listed.values.assign(count, 0);
  state.delisted.values.assign(count, 0);
  for (auto* column : {&state.last_move, &state.last_conflict, &state.last_sanction}) {
    column->values.assign(count, kNever);
  }
  auto const before = [&](Date date) { return month_of(date) < month; };
  for (auto const& move : history.moves) {
    if (before(move.date)) {
      state.level[move.actor] = move.to;
      state.last_move[move.actor] = month_of(move.date);
    }
  }
  for (auto const& change : history.listings) {
    if (before(change.date)) {
      auto const was = state.listed[change.actor] != 0;
      state.listed[change.actor] = change.listed ? 1 : 0;
      state.delisted[change.actor] = was && !change.listed ? 1 : 0;
    }
  }
  for (auto const& mark : history.conflicts) {
    if (before(mark.date)) {
      state.last_conflict[mark.actor] = month_of(mark.date);
    }
  }
  for (auto const& mark : history.sanctions) {
    if (before(mark.date)) {
      state.last_sanction[mark.actor] = month_of(mark.date);
    }
  }
  return state;
}

Trials trials_of(LadderModel const& model, LadderState const& state, LadderActorId actor) {
  auto const level = state.level[actor];
  return {.of = {recognition(model, state, actor),
                 climb(model, state, actor),
                 fall(model, state, actor),
                 delisting(model, state, actor)},
          .held = {level >= kRecognitionStartsAt && level < kRecognitionLevel,
                   level < kLastQuietLevel,
                   level > 0,
                   state.listed[actor] != 0}};
}

LadderPanel panel_of(LadderModel const& model, LadderHistory const& history, int last) {
  auto panel = LadderPanel{.actors = model.actors.size(), .terms = model.terms, .trials = {}};
  auto state = state_at(history, month_of(history.start) + 1);
  for (; state.month <= last;) {
    auto next = state_at(history, state.month + 1);
    auto const thin = first_day_of(state.month) >= history.thin_from;
    for (auto const actor : state.level.ids()) {
      auto trials = trials_of(model, state, actor);
      for (auto& trial : trials.of) {
        trial.thin = thin;
      }
      auto const delisted = state.listed[actor] != 0 && next.listed[actor] == 0;
      add_month(panel, trials, state.level[actor], next.level[actor], delisted);
    }
    state = std::move(next);
  }
  merge_alike(panel.trials);
  return panel;
}

LadderHistory known_on(KnownEvents const& events, Date day) {
  auto result = events.history;
  result.moves = known(events.history.moves, events.moves_known, day);
  result.listings = known(events.history.listings, events.listings_known, day);
  result.conflicts = known(events.history.conflicts, events.conflicts_known, day);
  result.sanctions = known(events.history.sanctions, events.sanctions_known, day);
  return result;
}

}  // namespace chorsu
