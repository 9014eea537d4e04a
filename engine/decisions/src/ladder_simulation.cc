#include "chorsu/decisions/ladder_simulation.h"

#include <algorithm>
#include <cmath>

#include "ladder_rates.h"
#include "streams.h"

namespace chorsu {

namespace {

using enum Coefficient;

/// A history while it is played.
struct Play {
  LadderTables const& tables;
  LadderFuture const& future;
  RandomKey key;
  LadderScratch& now;
  std::vector<LadderEvent>& events;
  int month{0};  ///< whose start the snapshots show

  LadderModel const& model() const { return *tables.model; }
  LadderSlot const& slot(LadderActorId actor) const {
    return tables.slots[slot_at(actor, now.level[actor], now.listed[actor] != 0)];
  }
};

RandomWords words_of(Play& play, LadderActorId actor) {
  play.key.entity = actor.value;
  return random_words(play.key, play.now.drawn[actor.value]);
}

/// When the actor's next candidate comes, from `time` on.
void draw_next(Play& play, LadderActorId actor, double time) {
  auto const total = play.slot(actor).total;
  if (total <= 0.0) {
    play.now.next[actor.value] = 1e300;
    return;
  }
  ++play.now.drawn[actor.value];
  auto const words = words_of(play, actor);
  play.now.next[actor.value] = time - std::log(unit_interval(words[0], words[1])) / total;
}

void begin_month(Play& play, int month) {
  if (month == play.month) {
    return;
  }
  play.month = month;
  auto& now = play.now;
  now.at_start_of_month = now.level;
  for (auto const actor : now.listed.ids()) {
    now.delisted[actor] = play.future.start.delisted[actor] != 0 ||
                                  (play.future.start.listed[actor] != 0 && now.listed[actor] == 0)
                              ? 1
                              : 0;
  }
  if (!play.tables.payoff.empty()) {
    now.open = open_flags(play.model().payoff, now.level);
  }
}

double payoff_now(Play const& play, LadderActorId actor) {
  return play.tables.payoff.empty()
             ? 0.0
             : play.tables
                   .payoff[payoff_row(play.tables, actor, play.now.level[actor]) + play.now.open];
}

/// Share of peers that stood above the actor's level of today when the month began.
double peers_now(Play const& play, LadderActorId actor) {
  auto const weights = play.model().actors.peer_weight.row(actor);
  auto const own = play.now.level[actor];
  auto const* const levels = play.now.at_start_of_month.values.data();
  auto share = 0.0;
  for (auto i = std::size_t{0}; i < weights.size(); ++i) {
    share += levels[i] > own ? weights[i] : 0.0;
  }
  return share;
}

/// What changes inside a history in the log odds of a move up.
double changing(Play const& play, LadderActorId actor, bool recognition) {
  auto const& p = play.tables.parameters;
  auto const& model = play.model();
  auto const month = play.tables.first_month + play.month;
  auto sum = p[kPayoff] * payoff_now(play, actor);
  auto const since = play.now.last_move[actor];
  if (since != kNever) {
    auto const k = static_cast<std::size_t>(std::max(0, month - since));
    sum += k < play.tables.recent.size() ? play.tables.recent[k] : 0.0;
  }
  if (model.threat.iskp.size() > 0U || model.threat.ttp.size() > 0U) {
    sum +=
        p[kIskp] * model.threat.iskp_at(actor, month) + p[kTtp] * model.threat.ttp_at(actor, month);
  }
  if (model.terms.peers) {
    sum -= p[kFirstMover] * std::exp(-p[kFirstMoverDecay] * peers_now(play, actor));
  }
  if (recognition && model.terms.gate && gate_open(model, play.now.at_start_of_month, actor)) {
    sum += p[kGate];
  }
  return sum;
}

double changing_fall(Play const& play, LadderActorId actor) {
  auto const& p = play.tables.parameters;
  auto const& start = play.future.start;
  auto const& settings = play.model().settings;
  auto const month = play.tables.first_month + play.month;
  auto const lasts = [&](int since, int months) {
    return since != kNever && month - since <= months ? 1.0 : 0.0;
  };
  return p[kFallConflict] * lasts(start.last_conflict[actor], settings.conflict_months) +
         p[kFallSanction] * lasts(start.last_sanction[actor], settings.sanction_months) +
         p[kFallTtp] * play.model().threat.ttp_at(actor, month);
}

double changing_delisting(Play const& play, LadderActorId actor) {
  auto const& p = play.tables.parameters;
  auto const weights = play.model().actors.peer_weight.row(actor);
  auto share = 0.0;
  for (auto const peer : play.now.delisted.ids()) {
    share += play.now.delisted[peer] != 0 ? weights[peer.value] : 0.0;
  }
  auto const month = play.tables.first_month + play.month;
  return p[kDelistPayoff] * payoff_now(play, actor) + p[kDelistPeers] * share +
         p[kDelistIskp] * play.model().threat.iskp_at(actor, month);
}

bool is_barred(Play const& play, LadderActorId actor) {
  auto const& barred = play.future.barred;
  return barred.size() > 0U && barred[actor] != 0;
}

double rate_now(Play const& play, LadderActorId actor, std::size_t kind) {
  auto const fixed = play.slot(actor).log_odds[kind];
  switch (static_cast<HazardKind>(kind)) {
    case HazardKind::kFall:
      return rate(fixed + changing_fall(play, actor));
    case HazardKind::kDelist:
      return is_barred(play, actor) ? 0.0 : rate(fixed + changing_delisting(play, actor));
    default:
      return rate(fixed + changing(play, actor, kind == kRecogniseSlot));
  }
}

int level_after(Play const& play, LadderActorId actor, std::size_t kind, double u) {
  auto const from = play.now.level[actor];
  if (kind == kRecogniseSlot) {
    return kRecognitionLevel;
  }
  if (kind == kFallSlot) {
    return from - 1;
  }
  auto const& shares = play.tables.jump_up_to[static_cast<std::size_t>(from)];
  auto to = from + 1;
  while (to < kLastQuietLevel && u >= shares[static_cast<std::size_t>(to)]) {
    ++to;
  }
  return to;
}

void strike(Play& play, LadderActorId actor, std::size_t kind, double time, double u) {
  auto& now = play.now;
  if (kind == kDelistSlot) {
    now.listed[actor] = 0;
  } else {
    now.level[actor] = level_after(play, actor, kind, u);
    now.last_move[actor] = play.tables.first_month + play.month;
  }
  play.events.push_back({time, actor, static_cast<HazardKind>(kind), now.level[actor]});
}

/// The actor's candidate: which hazard's it is, and whether that one is as high as its bound.
void meet_candidate(Play& play, LadderActorId actor, double time) {
  auto const words = words_of(play, actor);
  auto const& slot = play.slot(actor);
  auto rest = unit_interval(words[2]) * slot.total;
  auto kind = std::size_t{0};
  while (kind < 3U && rest >= slot.bound[kind]) {
    rest -= slot.bound[kind++];
  }
  if (slot.bound[kind] > 0.0 && rest < rate_now(play, actor, kind)) {
    strike(play, actor, kind, time, unit_interval(words[3]));
  }
  draw_next(play, actor, time);
}

void apply(Play& play, LadderForce const& force) {
  auto const month = force.month - play.tables.first_month;
  auto const time = static_cast<double>(month);
  auto& now = play.now;
  if (now.level[force.actor] != force.level) {
    now.level[force.actor] = force.level;
    now.last_move[force.actor] = force.month - 1;
    play.events.push_back({time, force.actor, HazardKind::kClimb, force.level, true});
  }
  play.month = month - 1;  // the month it holds from takes a new snapshot
  draw_next(play, force.actor, time);
}

}  // namespace

void play(LadderTables const& tables,
          LadderFuture const& future,
          RandomKey const& key,
          LadderScratch& scratch,
          std::vector<LadderEvent>& events) {
  auto game = Play{tables, future, key, scratch, events, -1};
  game.key.stream = kLadderStream;
  events.clear();
  scratch.next.assign(tables.actors, 0.0);
  scratch.drawn.assign(tables.actors, 0U);
  scratch.level = future.start.level;
  scratch.listed = future.start.listed;
  scratch.delisted = future.start.delisted;
  scratch.last_move = future.start.last_move;
  begin_month(game, 0);
  for (auto const actor : scratch.level.ids()) {
    draw_next(game, actor, 0.0);
  }
  auto const end = future.months;
  auto force = future.forces.begin();
  while (true) {
    auto const first = std::min_element(scratch.next.begin(), scratch.next.end());
    auto const limit = std::min(*first, end);
    if (force != future.forces.end() && force->month - tables.first_month <= limit) {
      apply(game, *force++);
      continue;
    }
    if (*first >= end) {
      return;
    }
    auto const actor =
        LadderActorId{static_cast<std::uint16_t>(std::distance(scratch.next.begin(), first))};
    begin_month(game, static_cast<int>(*first));
    meet_candidate(game, actor, *first);
  }
}

}  // namespace chorsu
