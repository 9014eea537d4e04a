#pragma once

#include <cmath>
#include <string>

#include "chorsu/decisions/ladder_posterior.h"
#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu::toy {

/// `count` actors with unlike covariates, who watch each other alike; the last two wait for the
/// first.
inline LadderModel model(std::size_t count, LadderTerms terms = {}) {
  auto result =
      LadderModel{.actors = {}, .terms = terms, .settings = {}, .threat = {}, .payoff = {}};
  auto& actors = result.actors;
  for (auto i = std::size_t{0}; i < count; ++i) {
    auto const x = static_cast<double>(i) / static_cast<double>(count);
    actors.id.push_back("A" + std::to_string(i));
    actors.name.push_back("Actor " + std::to_string(i));
    actors.rights.push_back(x);
    actors.iskp.push_back(std::abs(2.0 * x - 1.0));
    actors.resists.push_back(i == 1U ? 1.0 : 0.0);
    actors.gate.push_back(i + 2U < count ? std::vector<LadderActorId>{}
                                         : std::vector{LadderActorId{0U}});
  }
  auto const others = count > 1U ? 1.0 / static_cast<double>(count - 1U) : 0.0;
  actors.peer_weight = Grid<LadderActorId, LadderActorId, double>{count, count, others};
  for (auto const actor : actors.id.ids()) {
    actors.peer_weight(actor, actor) = 0.0;
  }
  return result;
}

/// Priors like the package's, some tighter, so that a few years of a few actors can move them.
inline LadderPriors priors() {
  using enum Coefficient;
  auto result = LadderPriors{};
  auto const set = [&](Coefficient c, Prior prior) {
    result.of.at(static_cast<std::size_t>(c)) = prior;
  };
  for (auto const c : {kBase01, kBase23, kBase45}) {
    set(c, {PriorKind::kNormal, -2.5, 0.8});
  }
  set(kRecognition, {PriorKind::kNormal, -3.5, 1.0});
  set(kPayoff, {PriorKind::kHalfNormal, 0.25, 1.0});
  set(kFirstMover, {PriorKind::kHalfNormal, 1.0, 1.0});
  set(kFirstMoverDecay, {PriorKind::kGamma, 2.0, 1.0});
  set(kGate, {PriorKind::kHalfNormal, 1.5, 1.0});
  set(kSpread, {PriorKind::kHalfNormal, 0.5, 1.0});
  set(kFall, {PriorKind::kNormal, -3.5, 0.8});
  set(kDelist, {PriorKind::kNormal, -3.0, 0.8});
  set(kReporting, {PriorKind::kBeta, 6.0, 4.0});
  return result;
}

/// All zero but for what is given by hand.
inline LadderParameters parameters(std::size_t actors) {
  auto result = LadderParameters{};
  result.actor_effect.values.assign(actors, 0.0);
  return result;
}

inline LadderState state(std::size_t actors, int month, int level) {
  auto result = LadderState{.month = month};
  result.level.values.assign(actors, level);
  result.listed.values.assign(actors, 0);
  result.delisted.values.assign(actors, 0);
  result.last_move.values.assign(actors, kNever);
  result.last_conflict.values.assign(actors, kNever);
  result.last_sanction.values.assign(actors, kNever);
  return result;
}

/// Day in the middle of a month.
inline Date middle_of(int month) {
  return Date::from_civil(month / 12, static_cast<unsigned>(month % 12) + 1U, 15U).value();
}

/// Level that a climb leads to.
inline int draw_climb(JumpShares const& jumps, int level, RandomStream& random) {
  auto u = random.uniform();
  auto to = level + 1;
  for (; to < kLastQuietLevel; ++to) {
    u -= jump_share(jumps, level, to);
    if (u < 0.0) {
      break;
    }
  }
  return to;
}

/// Months after the first, drawn as the likelihood has them: recognition, else a climb, else a
/// fall; delisting beside them. From `thin_from` on a move happens only if it is also seen.
inline LadderHistory draw_history(LadderModel const& model,
                                  LadderParameters const& parameters,
                                  LadderHistory history,
                                  int months,
                                  RandomStream& random) {
  auto const first = month_of(history.start) + 1;
  for (auto month = first; month < first + months; ++month) {
    auto const state = state_at(history, month);
    auto const thin = first_day_of(month) >= history.thin_from;
    for (auto const actor : state.level.ids()) {
      auto const trials = trials_of(model, state, actor);
      auto struck = std::array<bool, 4>{};
      for (auto i = std::size_t{0}; i < 4U; ++i) {
        auto const decided = i < 3U && (struck[0] || struck[1]);
        if (trials.held[i] && !decided) {
          auto const odds = log_odds(parameters, model.terms, trials.of[i]);
          auto const h = 1.0 / (1.0 + std::exp(-odds));
          struck[i] = random.uniform() < h * (thin ? parameters[Coefficient::kReporting] : 1.0);
        }
      }
      auto const level = state.level[actor];
      auto const to = struck[1]   ? draw_climb(parameters.jumps, level, random)
                      : struck[0] ? kRecognitionLevel
                      : struck[2] ? level - 1
                                  : level;
      if (to != level) {
        history.moves.push_back({actor, middle_of(month), to});
      }
      if (struck[3]) {
        history.listings.push_back({actor, middle_of(month), false});
      }
    }
  }
  return history;
}

/// Actors on levels 0 to 6, every third with a listing, the second fought and fined.
inline LadderHistory start(std::size_t actors, Date thin_from) {
  auto history = LadderHistory{};
  history.start = middle_of(2021 * 12 + 7);
  history.thin_from = thin_from;
  auto const before = middle_of(2020 * 12);
  for (auto i = std::size_t{0}; i < actors; ++i) {
    history.first_level.push_back(static_cast<int>(i % 7U));
    if (i % 3U == 0U) {
      history.listings.push_back({LadderActorId{static_cast<std::uint16_t>(i)}, before, true});
    }
  }
  if (actors > 1U) {
    history.conflicts.push_back({LadderActorId{1U}, middle_of(2022 * 12)});
    history.sanctions.push_back({LadderActorId{1U}, middle_of(2022 * 12 + 3)});
  }
  return history;
}

}  // namespace chorsu::toy
