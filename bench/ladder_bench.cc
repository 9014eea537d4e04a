// Histories of the engagement ladder a second, on one core: 20 actors, 60 months, payoff look-ups
// on, peers and gate off and on, the shipped posterior. The goal is 1e5.

#include <bit>

#include <benchmark/benchmark.h>

#include "chorsu/decisions/ladder_shipping.h"
#include "chorsu/decisions/ladder_simulation.h"
#include "chorsu/load/region.h"

using namespace chorsu;

namespace {

constexpr auto kActors = std::size_t{20};
constexpr auto kMonths = 60.0;
constexpr auto kFlags = std::size_t{8};
constexpr auto kHistoriesOfADraw = std::uint64_t{400};  // as `chorsu forecast` plays them

void keep_first(LadderModel& model, std::vector<LadderParameters>& draws, LadderState& state) {
  auto& actors = model.actors;
  auto const cut = [](auto& column) { column.values.resize(kActors); };
  cut(actors.id);
  cut(actors.name);
  cut(actors.rights);
  cut(actors.iskp);
  cut(actors.resists);
  cut(actors.gate);
  auto weights = Grid<LadderActorId, LadderActorId, double>{kActors, kActors};
  for (auto const a : actors.id.ids()) {
    for (auto const b : actors.id.ids()) {
      weights(a, b) = actors.peer_weight(a, b);
    }
    std::erase_if(actors.gate[a], [](LadderActorId other) { return other.value >= kActors; });
  }
  actors.peer_weight = weights;
  for (auto& draw : draws) {
    cut(draw.actor_effect);
  }
  cut(state.level);
  cut(state.listed);
  cut(state.delisted);
  cut(state.last_move);
  cut(state.last_conflict);
  cut(state.last_sanction);
}

/// Eight corridors, opened by the first eight actors at the levels from which access rules change;
/// their worth is of no matter to the time it takes to look it up.
PayoffTable payoffs() {
  auto payoff = PayoffTable{};
  for (auto i = std::size_t{0}; i < kFlags; ++i) {
    payoff.flags.push_back(
        {LadderActorId{static_cast<std::uint16_t>(i)}, 2 + static_cast<int>(i % 4U)});
  }
  for (auto a = std::size_t{0}; a < kActors; ++a) {
    auto& worth = payoff.worth.values.emplace_back(std::size_t{1} << kFlags);
    for (auto open = std::size_t{0}; open < worth.size(); ++open) {
      worth[open] = static_cast<double>(std::popcount(open)) * (1.0 + static_cast<double>(a));
    }
  }
  return payoff;
}

void ladder_histories(benchmark::State& state, LadderTerms terms) {
  auto const loaded = load_region("data/region");
  if (!loaded.region) {
    state.SkipWithError("run in the repository's root");
    return;
  }
  auto const& inputs = loaded.region->ladder;
  auto model = ladder_model(loaded.region->evidence, inputs, terms, Vintage::kHindsight);
  auto draws = shipped_draws(inputs, terms);
  auto now = state_at(ladder_events(loaded.region->evidence, inputs).history,
                      month_of(inputs.coverage_end) + 1);
  keep_first(model, draws, now);
  model.payoff = payoffs();
  auto const future = LadderFuture{.start = now, .months = kMonths};
  auto scratch = LadderScratch{};
  auto events = std::vector<LadderEvent>{};
  auto moves = std::size_t{0};
  auto history = std::uint64_t{0};
  auto tables = LadderTables{};
  for ([[maybe_unused]] auto _ : state) {
    if (history % kHistoriesOfADraw == 0U) {
      tables = tables_of(model, draws[history / kHistoriesOfADraw % draws.size()], future);
    }
    play(tables, future, {.seed = 1U, .history = history}, scratch, events);
    moves += events.size();
    ++history;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(history));
  state.counters["moves"] = static_cast<double>(moves) / static_cast<double>(history);
}

BENCHMARK_CAPTURE(ladder_histories, covariates, LadderTerms{});
BENCHMARK_CAPTURE(ladder_histories, peers_and_gate, LadderTerms{.peers = true, .gate = true});

}  // namespace
