#include "bush_solver.h"

#include <algorithm>
#include <numeric>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "bush_stride.h"

namespace chorsu {

namespace {

constexpr auto kBlocks = std::size_t{16};    // of origins, for any number of threads
constexpr auto kStages = std::uint32_t{16};  // in which trees are planted
constexpr auto kPasses = 4;                  // of shifts over a bush in a sweep
constexpr auto kRounds = 4;                  // of shifts: until none is active, and again
constexpr auto kSweeps = 200;                // over active bushes, in all rounds
constexpr auto kDeepSweeps = 3;    // over a blocked bush: to take even little flow off long paths
constexpr auto kStrides = 20;      // where shifts make little way
constexpr auto kRoundLengths = 4;  // 1, 2, 4, 8 sweeps before a stride
constexpr auto kFew = std::size_t{4};  // a quarter of all bushes

void add(EquilibriumCounts& sum, EquilibriumCounts const& x) {
  sum.label_scans += x.label_scans;
  sum.link_checks += x.link_checks;
  sum.repairs += x.repairs;
  sum.rebuilds += x.rebuilds;
  sum.shifts += x.shifts;
  sum.shifted_links += x.shifted_links;
}

}  // namespace

BushSolver::BushSolver(EquilibriumState& state, std::size_t classes, int threads)
    : state_{state},
      threads_{threads > 0 ? threads : tbb::this_task_arena::max_concurrency()},
      scratch_(static_cast<std::size_t>(threads_)),
      volumes_(threads_ == 1 ? 1U : std::max(kBlocks, scratch_.size())) {
  auto const& g = state.folded.graph;
  for (auto& scratch : scratch_) {
    fit(scratch, g.nodes());
  }
  state.links.volume.resize(g.links());
  state.links.slope.resize(g.links());
  state.links.priced.resize(classes);
  state.links.usual_cost.assign(classes, 1.0);
  for (auto& priced : state.links.priced) {
    priced.resize(g.links());
    for (auto l = std::size_t{0}; l < g.links(); ++l) {
      priced[l] = {0.0, g.tail[l], g.head[l]};
    }
  }
}

PricedStar BushSolver::star(std::uint32_t origin) const {
  auto const& folded = state_.folded;
  return {folded.graph.first,
          state_.links.priced[folded.origins[origin].which.value],
          folded.graph.through,
          state_.links.usual_cost[folded.origins[origin].which.value]};
}

/// Calls `work(block, first, last, scratch, volume)` for every block of origins and sums the
/// volumes in the order of blocks.
template <typename Work>
void BushSolver::for_blocks(Work const& work) {
  auto const count = state_.bushes.size();
  auto const links = state_.folded.graph.links();
  auto& total = state_.links.volume;
  auto start = [&](std::size_t b) { return static_cast<std::uint32_t>(count * b / kBlocks); };
  auto sum = [&](std::vector<double> const& volume) {
    for (auto l = std::size_t{0}; l < links; ++l) {
      total[l] += volume[l];
    }
  };
  std::fill(total.begin(), total.end(), 0.0);
  if (threads_ == 1) {
    for (auto b = std::size_t{0}; b < kBlocks; ++b) {
      volumes_[0].assign(links, 0.0);
      work(b, start(b), start(b + 1U), scratch_[0], volumes_[0]);
      sum(volumes_[0]);
    }
    return;
  }
  auto arena = tbb::task_arena{threads_};
  arena.execute([&] {
    tbb::parallel_for(
        std::size_t{0},
        kBlocks,
        [&](std::size_t b) {
          auto const thread =
              static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
          volumes_[b].assign(links, 0.0);
          work(b, start(b), start(b + 1U), scratch_[thread], volumes_[b]);
        },
        tbb::simple_partitioner{});
  });
  std::for_each_n(volumes_.begin(), kBlocks, sum);
}

template <typename Work>
void BushSolver::for_each(std::size_t count, Work const& work) {
  if (threads_ == 1) {
    for (auto j = std::size_t{0}; j < count; ++j) {
      work(j, scratch_[0], volumes_[0]);
    }
    return;
  }
  auto arena = tbb::task_arena{threads_};
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t j) {
      auto const thread = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
      work(j, scratch_[thread], volumes_[thread]);
    });
  });
}

void BushSolver::price() {
  auto const& g = state_.folded.graph;
  auto& links = state_.links;
  for (auto l = std::size_t{0}; l < g.links(); ++l) {
    set_price(g, static_cast<GraphLink>(l), links);
  }
  for (auto k = std::size_t{0}; k < links.priced.size(); ++k) {
    links.usual_cost[k] = usual_cost(links.priced[k]);
  }
}

void BushSolver::plant(std::vector<std::uint32_t> const& origins) {
  auto volume = state_.links.volume;
  for (auto stage = 0U; stage < kStages; ++stage) {
    bar_excess_links();
    auto const count = (origins.size() + kStages - 1U - stage) / kStages;
    auto origin = [&](std::size_t j) { return origins[stage + j * kStages]; };
    for_each(count, [&](std::size_t j, BushScratch& scratch, std::vector<double>&) {
      auto const i = origin(j);
      state_.lost[i] = chorsu::plant(state_.bushes[i], state_.folded.origins[i], star(i), scratch);
    });
    for (auto j = std::size_t{0}; j < count; ++j) {
      auto const i = origin(j);
      chorsu::load(state_.bushes[i], state_.folded.origins[i], star(i), volume, scratch_[0]);
      scratch_[0].counts.label_scans += state_.bushes[i].entry.size();
    }
    state_.links.volume = volume;
    price();
  }
}

void BushSolver::sweep(double slack) {
  auto const all = state_.bushes.size();
  for (auto& volume : volumes_) {
    volume.resize(state_.folded.graph.links());
  }
  for (auto stage = 0U; stage < kStages; ++stage) {
    auto const count = (all + kStages - 1U - stage) / kStages;
    auto origin = [&](std::size_t j) { return static_cast<std::uint32_t>(stage + j * kStages); };
    for_each(count, [&](std::size_t j, BushScratch& scratch, std::vector<double>& volume) {
      auto const i = origin(j);
      chorsu::check(state_.bushes[i], state_.folded.origins[i], star(i), slack, volume, scratch);
    });
    for (auto j = std::size_t{0}; j < count; ++j) {
      for (auto pass = 0; pass < kPasses && shift_once(origin(j), 0.0) > 0.0; ++pass) {
      }
    }
  }
  load();
}

void BushSolver::bar_excess_links() {
  auto const& g = state_.folded.graph;
  for (auto l = std::size_t{0}; l < g.links(); ++l) {
    if (g.cost[l].shape == LinkShape::kExcess) {
      for (auto& priced : state_.links.priced) {
        priced[l].cost = kInfiniteCost;
      }
    }
  }
}

void BushSolver::load() {
  for_blocks([&](std::size_t,
                 std::uint32_t first,
                 std::uint32_t last,
                 BushScratch& scratch,
                 std::vector<double>& volume) {
    for (auto i = first; i < last; ++i) {
      chorsu::load(state_.bushes[i], state_.folded.origins[i], star(i), volume, scratch);
    }
  });
  price();
}

template <typename Work>
BushTotals BushSolver::total(Work const& work) {
  auto blocks = std::vector<BushTotals>(kBlocks);
  for_blocks([&](std::size_t b,
                 std::uint32_t first,
                 std::uint32_t last,
                 BushScratch& scratch,
                 std::vector<double>& volume) {
    for (auto i = first; i < last; ++i) {
      auto const found = work(i, scratch, volume);
      blocks[b].excess += found.excess;
      blocks[b].shortest += found.shortest;
    }
  });
  auto totals = BushTotals{};
  for (auto b = std::size_t{0}; b < kBlocks; ++b) {
    totals.excess += blocks[b].excess;
    totals.shortest += blocks[b].shortest;
  }
  price();
  return totals;
}

BushTotals BushSolver::measure() {
  return total([&](std::uint32_t i, BushScratch& scratch, std::vector<double>& volume) {
    return chorsu::measure(state_.bushes[i], state_.folded.origins[i], star(i), volume, scratch);
  });
}

BushTotals BushSolver::check(double slack) {
  return total([&](std::uint32_t i, BushScratch& scratch, std::vector<double>& volume) {
    return chorsu::check(
        state_.bushes[i], state_.folded.origins[i], star(i), slack, volume, scratch);
  });
}

double BushSolver::shift_once(std::uint32_t origin, double enough) {
  return chorsu::shift(state_.bushes[origin],
                       state_.folded.graph,
                       state_.folded.origins[origin].which,
                       enough,
                       state_.links,
                       core_);
}

void BushSolver::shift(double enough) {
  auto const each = enough / static_cast<double>(state_.bushes.size());
  auto all = std::vector<std::uint32_t>(state_.bushes.size());
  std::iota(all.begin(), all.end(), 0U);
  for (auto const i : all) {
    for (auto sweep = 0; state_.bushes[i].blocked && sweep < kDeepSweeps; ++sweep) {
      shift_once(i, 0.0);
    }
    state_.bushes[i].blocked = false;
  }
  auto sweeps = 0;
  for (auto round = 0; round < kRounds; ++round) {
    auto active = all;
    for (auto first = true; !active.empty() && sweeps < kSweeps; ++sweeps, first = false) {
      std::erase_if(active, [&](std::uint32_t i) { return shift_once(i, each) <= each; });
      if (round > 0 && first && active.size() * kFew < all.size()) {
        return;
      }
    }
  }
}

void BushSolver::stride(double enough) {
  auto const each = enough / static_cast<double>(state_.bushes.size());
  load();
  for (auto i = 0; i < kStrides; ++i) {
    auto const before = snapshot(state_, *this);
    auto active = false;
    // What creeps in one direction may do so in a round of several sweeps.
    for (auto sweep = 0; sweep < 1 << (i % kRoundLengths); ++sweep) {
      active = false;
      for (auto origin = 0U; origin < state_.bushes.size(); ++origin) {
        active = shift_once(origin, each) > each || active;
      }
    }
    load();
    if (!active) {
      return;
    }
    if (chorsu::stride(state_, before, snapshot(state_, *this))) {
      load();
    }
  }
}

EquilibriumCounts BushSolver::counts() const {
  auto sum = core_.counts;
  for (auto const& scratch : scratch_) {
    add(sum, scratch.counts);
  }
  return sum;
}

Grid<TrafficClassId, TrafficLinkId, double> BushSolver::class_volumes() {
  auto const& folded = state_.folded;
  auto volumes =
      Grid<TrafficClassId, TrafficLinkId, double>{state_.links.priced.size(), folded.graph.links()};
  if (volumes.rows == 1U) {
    volumes.values = state_.links.volume;
    return volumes;
  }
  for (auto i = 0U; i < folded.origins.size(); ++i) {
    chorsu::load(state_.bushes[i],
                 folded.origins[i],
                 star(i),
                 volumes.row(folded.origins[i].which),
                 scratch_[0]);
  }
  return volumes;
}

}  // namespace chorsu
