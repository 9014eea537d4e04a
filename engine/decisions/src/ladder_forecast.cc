#include "chorsu/decisions/ladder_forecast.h"

#include <algorithm>
#include <cmath>

#include <tbb/parallel_for.h>

#include "chorsu/decisions/ladder_posterior.h"

namespace chorsu {

namespace {

using Shares = std::vector<std::array<double, kLevelCount>>;  ///< by actor and level

/// Shares of one draw's histories.
struct DrawShares {
  Shares reached;
  Shares change;  ///< of `reached` to the other future, where there is one
  std::vector<double> moves_up;
  std::vector<double> moves_first;
  std::vector<double> delists;
  std::vector<std::vector<double>> recognised;  ///< by actor and month: in that month
};

struct Task {
  LadderModel const& model;
  LadderFuture const& future;
  LadderFuture const* other;
  ForecastSettings const& settings;
};

Column<LadderActorId, int> highest(LadderFuture const& future,
                                   std::vector<LadderEvent> const& events) {
  auto top = future.start.level;
  for (auto const& event : events) {
    top[event.actor] = std::max(top[event.actor], event.level);
  }
  return top;
}

bool goes_up(LadderEvent const& event) {
  return !event.forced &&
         (event.kind == HazardKind::kClimb || event.kind == HazardKind::kRecognise);
}

void add_levels(Shares& shares, Column<LadderActorId, int> const& top, double weight) {
  for (auto const actor : top.ids()) {
    for (auto level = 0; level <= top[actor]; ++level) {
      shares[actor.value].at(static_cast<std::size_t>(level)) += weight;
    }
  }
}

/// Adds a history's moves up, and who made the first.
void add_moves(DrawShares& shares, std::vector<LadderEvent> const& events, double weight) {
  auto moved = std::vector<char>(shares.moves_up.size());
  auto is_first = true;
  for (auto const& event : events) {
    if (goes_up(event)) {
      shares.moves_first[event.actor.value] += is_first ? weight : 0.0;
      moved[event.actor.value] = 1;
      is_first = false;
    }
  }
  for (auto i = std::size_t{0}; i < moved.size(); ++i) {
    shares.moves_up[i] += moved[i] * weight;
  }
}

std::size_t months_of(LadderFuture const& future) {
  return static_cast<std::size_t>(std::ceil(future.months));
}

/// Adds when a history's actors recognise and delist, each the first time.
void add_days(DrawShares& shares, std::vector<LadderEvent> const& events, double weight) {
  auto recognised = std::vector<char>(shares.recognised.size());
  auto delisted = std::vector<char>(shares.recognised.size());
  for (auto const& event : events) {
    auto const at = event.actor.value;
    if (event.level == kRecognitionLevel && event.kind != HazardKind::kDelist &&
        recognised[at] == 0) {
      recognised[at] = 1;
      auto& months = shares.recognised[at];
      months[std::min(static_cast<std::size_t>(event.month), months.size() - 1U)] += weight;
    }
    if (event.kind == HazardKind::kDelist && delisted[at] == 0) {
      delisted[at] = 1;
      shares.delists[at] += weight;
    }
  }
}

DrawShares play_draw(Task const& task, LadderParameters const& parameters, std::size_t draw) {
  auto const n = task.model.actors.size();
  auto result = DrawShares{.reached = Shares(n),
                           .change = Shares(n),
                           .moves_up = std::vector<double>(n),
                           .moves_first = std::vector<double>(n),
                           .delists = std::vector<double>(n),
                           .recognised = std::vector<std::vector<double>>(
                               n, std::vector<double>(months_of(task.future)))};
  auto const tables = tables_of(task.model, parameters, task.future);
  auto scratch = LadderScratch{};
  auto events = std::vector<LadderEvent>{};
  auto const weight = 1.0 / static_cast<double>(task.settings.histories);
  for (auto k = std::size_t{0}; k < task.settings.histories; ++k) {
    auto const key =
        RandomKey{.seed = task.settings.seed, .history = draw * task.settings.histories + k};
    play(tables, task.future, key, scratch, events);
    auto const top = highest(task.future, events);
    add_levels(result.reached, top, weight);
    add_moves(result, events, weight);
    add_days(result, events, weight);
    if (task.other != nullptr) {
      play(tables, *task.other, key, scratch, events);
      add_levels(result.change, highest(*task.other, events), weight);
      add_levels(result.change, top, -weight);
    }
  }
  return result;
}

std::vector<DrawShares> play_all(Task const& task, std::vector<LadderParameters> const& draws) {
  auto result = std::vector<DrawShares>(draws.size());
  tbb::parallel_for(std::size_t{0}, draws.size(), [&](std::size_t d) {
    result[d] = play_draw(task, draws[d], d);
  });
  return result;
}

double quantile(std::vector<double> const& sorted, double q) {
  auto const at = q * static_cast<double>(sorted.size() - 1U);
  auto const low = static_cast<std::size_t>(at);
  auto const high = std::min(low + 1U, sorted.size() - 1U);
  return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

/// Mean of the draws' values and their 5 to 95 % range, shrunk by the share of their variance that
/// `noise` explains.
Chance chance_of(std::vector<double> values, double noise) {
  auto const n = static_cast<double>(values.size());
  auto mean = 0.0;
  for (auto const x : values) {
    mean += x / n;
  }
  auto variance = 0.0;
  for (auto const x : values) {
    variance += (x - mean) * (x - mean) / n;
  }
  auto const kept = variance > noise ? std::sqrt(1.0 - noise / variance) : 0.0;
  std::ranges::sort(values);
  return {.p = mean,
          .low = mean + kept * (quantile(values, 0.05) - mean),
          .high = mean + kept * (quantile(values, 0.95) - mean)};
}

template <typename Value>
Chance over_draws(std::vector<DrawShares> const& draws, Value const& value, double histories) {
  auto values = std::vector<double>{};
  auto noise = 0.0;
  for (auto const& draw : draws) {
    auto const p = value(draw);
    values.push_back(p);
    noise += std::abs(p) * (1.0 - std::abs(p)) / histories;
  }
  return chance_of(values, noise / static_cast<double>(draws.size()));
}

/// Chance of no recognition by the end of each month; none from the start where there was one.
std::vector<double> survival_of(std::vector<DrawShares> const& draws,
                                LadderFuture const& future,
                                LadderActorId actor) {
  auto left = future.start.level[actor] == kRecognitionLevel ? 0.0 : 1.0;
  auto result = std::vector<double>{};
  for (auto month = std::size_t{0}; month < months_of(future); ++month) {
    for (auto const& draw : draws) {
      left -= draw.recognised[actor.value][month] / static_cast<double>(draws.size());
    }
    result.push_back(std::max(0.0, left));
  }
  return result;
}

}  // namespace

LadderForecast forecast_ladder(LadderModel const& model,
                               std::vector<LadderParameters> const& draws,
                               LadderFuture const& future,
                               ForecastSettings const& settings) {
  auto const played = play_all({model, future, nullptr, settings}, draws);
  auto const histories = static_cast<double>(settings.histories);
  auto result = LadderForecast{.reached = {},
                               .moves_up = {},
                               .moves_first = {},
                               .delists = {},
                               .survival = {},
                               .draws = draws.size(),
                               .histories = draws.size() * settings.histories};
  for (auto const actor : model.actors.id.ids()) {
    auto& reached = result.reached.values.emplace_back();
    for (auto l = std::size_t{0}; l < kLevelCount; ++l) {
      reached.at(l) = over_draws(
          played, [&](auto const& d) { return d.reached[actor.value].at(l); }, histories);
    }
    result.moves_up.push_back(
        over_draws(played, [&](auto const& d) { return d.moves_up[actor.value]; }, histories));
    auto first = 0.0;
    for (auto const& draw : played) {
      first += draw.moves_first[actor.value] / static_cast<double>(played.size());
    }
    result.moves_first.push_back(first);
    result.delists.push_back(
        over_draws(played, [&](auto const& d) { return d.delists[actor.value]; }, histories));
    result.survival.push_back(survival_of(played, future, actor));
  }
  return result;
}

ReachedChange compare_futures(LadderModel const& model,
                              std::vector<LadderParameters> const& draws,
                              LadderFuture const& future,
                              LadderFuture const& other,
                              ForecastSettings const& settings) {
  auto const played = play_all({model, future, &other, settings}, draws);
  auto const histories = static_cast<double>(settings.histories);
  auto result = ReachedChange{};
  for (auto const actor : model.actors.id.ids()) {
    auto& change = result.values.emplace_back();
    for (auto l = std::size_t{0}; l < kLevelCount; ++l) {
      change.at(l) =
          over_draws(played, [&](auto const& d) { return d.change[actor.value].at(l); }, histories);
    }
  }
  return result;
}

std::vector<TermShare> terms_of(LadderModel const& model,
                                std::vector<LadderParameters> const& draws,
                                LadderState const& state,
                                LadderActorId actor,
                                HazardKind kind) {
  auto const trials = trials_of(model, state, actor);
  auto const at = kind == HazardKind::kRecognise ? std::size_t{0} : std::size_t{1};
  if (!trials.held.at(at)) {
    return {};
  }
  auto const& trial = trials.of.at(at);
  auto result = std::vector<TermShare>{};
  auto const add = [&](std::string_view term, auto const& value) {
    auto values = std::vector<double>{};
    for (auto const& p : draws) {
      values.push_back(value(p));
    }
    auto const share = chance_of(values, 0.0);
    result.push_back({term, share.p, share.low, share.high});
  };
  add(to_string(trial.base), [&](auto const& p) { return p[trial.base]; });
  auto const features = features_of(trial.kind);
  for (auto i = std::size_t{0}; i < features.size(); ++i) {
    if (trial.x.at(i) != 0.0) {
      add(to_string(features[i]), [&](auto const& p) { return p[features[i]] * trial.x.at(i); });
    }
  }
  if (model.terms.peers) {
    add(to_string(Coefficient::kFirstMover), [&](auto const& p) {
      return -p[Coefficient::kFirstMover] *
             std::exp(-p[Coefficient::kFirstMoverDecay] * trial.peers);
    });
  }
  if (model.terms.gate && kind == HazardKind::kRecognise && trial.open) {
    add(to_string(Coefficient::kGate), [&](auto const& p) { return p[Coefficient::kGate]; });
  }
  if (trial.pull != 0.0) {
    add("pull", [&](auto const&) { return trial.pull; });
  }
  add("actor", [&](auto const& p) { return p.actor_effect[actor]; });
  return result;
}

}  // namespace chorsu
