// How long a negotiation takes. Actors are random and the same every time; KTAB's own examples have
// 7 actors in 3 dimensions and up to 160 in one.
#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include "chorsu/decisions/bargaining.h"

namespace {

using namespace chorsu;

BargainActors random_actors(std::size_t size, std::size_t dimensions) {
  auto random = std::mt19937_64{size};
  auto const between = [&](double low, double high) {
    return std::uniform_real_distribution{low, high}(random);
  };
  auto actors = BargainActors{};
  actors.position = {size, dimensions};
  actors.salience = {size, dimensions};
  for (auto k = std::size_t{0}; k < dimensions; ++k) {
    actors.dimension.push_back(std::to_string(k));
  }
  for (auto i = std::size_t{0}; i < size; ++i) {
    auto const id = actors.name.push_back(std::to_string(i));
    actors.capability.push_back(between(10.0, 200.0));
    for (auto const k : actors.dimension.ids()) {
      actors.position(id, k) = between(0.0, 100.0);
      actors.salience(id, k) = between(5.0, 100.0) / static_cast<double>(dimensions);
    }
  }
  return actors;
}

void negotiation(benchmark::State& state) {
  auto const actors = random_actors(static_cast<std::size_t>(state.range(0)),
                                    static_cast<std::size_t>(state.range(1)));
  auto turns = std::size_t{0};
  for (auto _ : state) {
    auto const bargain = negotiate(actors);
    turns = bargain.turns.size();
    benchmark::DoNotOptimize(bargain.settled);
  }
  state.counters["turns"] = static_cast<double>(turns);
}
BENCHMARK(negotiation)->Args({7, 3})->Args({30, 2})->Args({160, 1})->Unit(benchmark::kMillisecond);

}  // namespace
