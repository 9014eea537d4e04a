#include "chorsu/decisions/ladder_hindcast.h"

#include <algorithm>
#include <cmath>

#include <tbb/parallel_for.h>

#include "ladder_baselines.h"

#include "chorsu/decisions/ladder_fit.h"
#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu {

namespace {

/// What is there to forecast with and to score against.
struct Material {
  LadderModel model;
  KnownEvents events;
  LadderInputs const& inputs;
  HindcastSettings const& settings;
};

Date last_day_of(int month) {
  auto const next =
      std::chrono::sys_days{std::chrono::days{first_day_of(month + 1).days_since_epoch() - 1}};
  auto const day = std::chrono::year_month_day{next};
  return Date::from_civil(static_cast<int>(day.year()),
                          static_cast<unsigned>(day.month()),
                          static_cast<unsigned>(day.day()))
      .value();
}

/// Counts of histories by actor: moved within each horizon, and levels at its end.
struct Counts {
  std::vector<std::vector<double>> moved;                            ///< by horizon and actor
  std::vector<std::vector<std::array<double, kLevelCount>>> levels;  ///< likewise
};

void count(Counts& counts,
           std::vector<LadderEvent> const& events,
           LadderState const& start,
           std::vector<int> const& horizons) {
  for (auto h = std::size_t{0}; h < horizons.size(); ++h) {
    auto level = start.level;
    auto moved = std::vector<char>(level.size());
    for (auto const& event : events) {
      if (event.month < horizons[h]) {
        level[event.actor] = event.level;
        auto const up = event.kind == HazardKind::kClimb || event.kind == HazardKind::kRecognise;
        moved[event.actor.value] |= up ? 1 : 0;
      }
    }
    for (auto const actor : level.ids()) {
      counts.moved[h][actor.value] += moved[actor.value];
      counts.levels[h][actor.value].at(static_cast<std::size_t>(level[actor])) += 1.0;
    }
  }
}

Counts forecast(Material const& m, LadderPanel const& panel, LadderState const& start) {
  auto const& settings = m.settings;
  auto const n = panel.actors;
  auto const horizons = settings.horizons.size();
  auto counts = Counts{.moved = std::vector<std::vector<double>>(horizons, std::vector<double>(n)),
                       .levels = std::vector<std::vector<std::array<double, kLevelCount>>>(
                           horizons, std::vector<std::array<double, kLevelCount>>(n))};
  auto const future = LadderFuture{
      .start = start, .months = static_cast<double>(std::ranges::max(settings.horizons))};
  auto const fits = fit_ladder(panel, m.inputs.blind_priors);
  auto const draws =
      laplace_draws(panel, m.inputs.blind_priors, fits, settings.draws, settings.seed);
  auto scratch = LadderScratch{};
  auto events = std::vector<LadderEvent>{};
  for (auto d = std::size_t{0}; d < draws.size(); ++d) {
    auto const tables = tables_of(m.model, draws[d], future);
    for (auto k = std::size_t{0}; k < settings.histories; ++k) {
      play(tables,
           future,
           {.seed = settings.seed, .history = d * settings.histories + k},
           scratch,
           events);
      count(counts, events, start, settings.horizons);
    }
  }
  return counts;
}

/// What came, up to the end of a horizon.
struct Outcome {
  bool moved{false};
  int level{0};
};

Outcome outcome_of(LadderHistory const& all, LadderActorId actor, int origin, int horizon) {
  auto result = Outcome{.level = state_at(all, origin + 1).level[actor]};
  for (auto const& move : all.moves) {
    auto const month = month_of(move.date);
    if (move.actor == actor && month > origin && month <= origin + horizon) {
      result.moved = result.moved || move.to > result.level;
      result.level = move.to;
    }
  }
  return result;
}

/// Rows of one origin by horizon; a horizon that ends after the coverage has none.
std::vector<std::vector<HindcastRow>> rows_of(Material const& m, int origin) {
  auto const& settings = m.settings;
  auto const known = known_on(m.events, last_day_of(origin));
  auto const panel = panel_of(m.model, known, origin);
  auto const start = state_at(known, origin + 1);
  auto const counts = forecast(m, panel, start);
  auto const baselines = baselines_of(m.model, panel, start);
  auto const histories = static_cast<double>(settings.draws * settings.histories);
  auto result = std::vector<std::vector<HindcastRow>>(settings.horizons.size());
  for (auto h = std::size_t{0}; h < settings.horizons.size(); ++h) {
    auto const months = settings.horizons[h];
    if (origin + months > month_of(m.inputs.coverage_end)) {
      continue;
    }
    for (auto const actor : start.level.ids()) {
      if (start.level[actor] == kRecognitionLevel) {
        continue;
      }
      auto row = HindcastRow{.origin = origin, .actor = actor, .level = start.level[actor]};
      auto const outcome = outcome_of(m.events.history, actor, origin, months);
      row.moved = outcome.moved;
      row.level_then = outcome.level;
      auto const within = [&](double hazard) { return 1.0 - std::pow(1.0 - hazard, months); };
      row.p = {counts.moved[h][actor.value] / histories,
               within(baselines.constant),
               within(baselines.logistic[actor]),
               baselines.persistence};
      for (auto l = std::size_t{0}; l < kLevelCount; ++l) {
        row.ladder.at(l) = counts.levels[h][actor.value].at(l) / histories;
      }
      result[h].push_back(row);
    }
  }
  return result;
}

}  // namespace

Hindcast hindcast(Evidence const& evidence,
                  LadderInputs const& inputs,
                  LadderTerms terms,
                  HindcastSettings const& settings) {
  auto const material =
      Material{.model = ladder_model(evidence, inputs, terms, Vintage::kKnown2021),
               .events = ladder_events(evidence, inputs),
               .inputs = inputs,
               .settings = settings};
  auto origins = std::vector<int>{};
  auto const shortest = settings.horizons.empty() ? 0 : std::ranges::min(settings.horizons);
  for (auto origin = settings.first_origin; origin + shortest <= month_of(inputs.coverage_end);
       origin += settings.step) {
    origins.push_back(origin);
  }
  auto by_origin = std::vector<std::vector<std::vector<HindcastRow>>>(origins.size());
  tbb::parallel_for(std::size_t{0}, origins.size(), [&](std::size_t i) {
    by_origin[i] = rows_of(material, origins[i]);
  });
  auto result = Hindcast{.horizons = {}, .rows = {}};
  for (auto h = std::size_t{0}; h < settings.horizons.size(); ++h) {
    auto& rows = result.rows.emplace_back();
    for (auto const& origin : by_origin) {
      rows.insert(rows.end(), origin[h].begin(), origin[h].end());
    }
    result.horizons.push_back(score(rows, settings.horizons[h], settings));
  }
  return result;
}

}  // namespace chorsu
