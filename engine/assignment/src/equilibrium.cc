#include "chorsu/assignment/equilibrium.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "bush_solver.h"
#include "clock.h"
#include "equilibrium_answer.h"

namespace chorsu {

namespace {

constexpr auto kDeep = 0.03;    // share of the excess found that shifts may leave
constexpr auto kShallow = 0.1;  // the same while the gap is above `kNear`
constexpr auto kNear = 1e-4;
constexpr auto kStalled = 0.7;  // of the last gap: shifts hinder each other
constexpr auto kSlack = 0.1;    // of the gap: better links below it are let be
constexpr auto kSweepSlacks = std::array{1e-2, 3e-3};  // of sweeps far from equilibrium, of cost
constexpr auto kMostSlack = 1e-3;                      // the same of checks
constexpr auto kWarmSlack = 1e-7;                      // of the first check of a warm start

/// Cost of what dead ends leave no choice about.
double forced_cost(StatedGraph const& g, FoldedTraffic const& folded) {
  auto sum = 0.0;
  for (auto l = std::size_t{0}; l < g.links(); ++l) {
    auto const id = TrafficLinkId{static_cast<std::uint32_t>(l)};
    auto volume = 0.0;
    for (auto k = std::size_t{0}; k < g.extra.rows; ++k) {
      volume += folded.forced(TrafficClassId{static_cast<std::uint16_t>(k)}, id);
    }
    for (auto k = std::size_t{0}; k < g.extra.rows && volume > 0.0; ++k) {
      auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
      sum += folded.forced(which, id) * (evaluate(g.cost[l], volume).cost + g.extra(which, id));
    }
  }
  return sum;
}

/// Bushes of the reference that can go on: same graph, same origin, same destinations, and no link
/// in use that is shut now. Returns the origins that have to start anew.
std::vector<std::uint32_t> inherit(EquilibriumState const& reference, EquilibriumState& state) {
  auto const& old = reference.folded;
  auto const& now = state.folded;
  auto missing = std::vector<std::uint32_t>{};
  auto const same_graph = old.graph.first == now.graph.first && old.graph.head == now.graph.head &&
                          old.graph.parts.values == now.graph.parts.values &&
                          old.graph.parts.first == now.graph.parts.first;
  auto candidate = std::size_t{0};
  for (auto i = 0U; i < now.origins.size(); ++i) {
    auto const& origin = now.origins[i];
    auto before = [&](FoldedOrigin const& x) {
      return std::pair{x.which, x.node} < std::pair{origin.which, origin.node};
    };
    while (candidate < old.origins.size() && before(old.origins[candidate])) {
      ++candidate;
    }
    auto const found = same_graph && candidate < old.origins.size() &&
                       old.origins[candidate].which == origin.which &&
                       old.origins[candidate].node == origin.node;
    auto const same_ends =
        found && reference.lost[candidate] == 0.0 &&
        std::equal(old.origins[candidate].destinations.begin(),
                   old.origins[candidate].destinations.end(),
                   origin.destinations.begin(),
                   origin.destinations.end(),
                   [](auto const& a, auto const& b) { return a.node == b.node; });
    auto const usable =
        same_ends && is_passable(reference.bushes[candidate], now.graph, origin.which);
    if (usable) {
      state.bushes[i] = reference.bushes[candidate];
    } else {
      missing.push_back(i);
    }
  }
  return missing;
}

struct Solve {
  TrafficProblem const& problem;
  EquilibriumSettings const& settings;
  Clock clock{};
  std::shared_ptr<EquilibriumState> state{std::make_shared<EquilibriumState>()};
  EquilibriumSolution solution{};
};

/// Gap and costs of a check.
void measure(Solve& s, BushTotals const& totals, double fixed) {
  auto& x = s.solution;
  s.state->shortest = totals.shortest;
  x.shortest_cost = totals.shortest + fixed;
  x.total_cost = x.shortest_cost + totals.excess;
  x.gap = x.shortest_cost > 0.0 ? std::max(0.0, totals.excess) / x.shortest_cost : 0.0;
}

/// Whether the gap is reached, exactly measured: a check lets small improvements be and sees less
/// than there is.
bool is_reached(Solve& s, BushSolver& solver, BushTotals& totals, double fixed) {
  totals = solver.measure();
  measure(s, totals, fixed);
  return s.solution.gap <= s.settings.gap;
}

/// Checks and shifts in turn until the gap is reached. While far from it checks let small
/// improvements be.
void iterate(Solve& s, BushSolver& solver, double slack) {
  auto const& folded = s.state->folded;
  auto const fixed = forced_cost(s.state->stated.graph, folded);
  auto const fixed_objective =
      beckmann(s.state->stated.graph.cost, s.state->stated.graph.extra, folded.forced);
  auto& x = s.solution;
  auto last = 1.0;
  auto expected = false;
  for (auto iteration = 1; iteration <= s.settings.max_iterations; ++iteration) {
    auto totals = BushTotals{};
    x.converged = expected && is_reached(s, solver, totals, fixed);
    if (!x.converged) {
      totals = solver.check(slack);
      measure(s, totals, fixed);
      if (x.gap <= s.settings.gap) {
        x.converged = is_reached(s, solver, totals, fixed);
        slack *= kSlack;
      }
    }
    auto const objective =
        fixed_objective + beckmann(folded.graph.cost, folded.graph.extra, solver.class_volumes());
    x.steps.push_back({iteration, s.clock.seconds(), x.gap, objective});
    if ((s.settings.on_step && !s.settings.on_step(x.steps.back())) || x.converged ||
        iteration == s.settings.max_iterations) {
      // What is stated at the end overlooks nothing, reached or not.
      x.converged = x.converged || is_reached(s, solver, totals, fixed);
      x.steps.back().gap = x.gap;
      break;
    }
    auto const enough = (x.gap < kNear ? kDeep : kShallow) * totals.excess;
    if (iteration > 1 && x.gap > kStalled * last) {
      solver.stride(enough);
    }
    solver.shift(enough);
    // Gaps fall by a like factor in each iteration.
    expected = x.gap * std::min(1.0, x.gap / last) <= s.settings.gap;
    slack = std::min(slack, kSlack * x.gap);
    last = x.gap;
  }
}

EquilibriumSolution solve_bushes(TrafficProblem const& problem,
                                 EquilibriumSettings const& settings,
                                 EquilibriumState const* reference) {
  auto s = Solve{problem, settings};
  s.state->stated = state_traffic(problem, settings.goal);
  s.state->folded = fold(s.state->stated);
  auto const origins = s.state->folded.origins.size();
  s.state->bushes.resize(origins);
  s.state->lost.assign(origins, 0.0);
  auto solver = BushSolver{*s.state, problem.classes.size(), settings.threads};
  auto missing = std::vector<std::uint32_t>{};
  if (reference != nullptr) {
    missing = inherit(*reference, *s.state);
  } else {
    missing.resize(origins);
    std::iota(missing.begin(), missing.end(), 0U);
  }
  auto const inherited = reference != nullptr && missing.size() < origins;
  if (inherited) {
    solver.load();
  }
  if (!missing.empty()) {
    solver.price();
    solver.plant(missing);
  }
  if (!inherited) {
    for (auto const slack : kSweepSlacks) {
      solver.sweep(slack);
    }
  }
  s.solution.setup_seconds = s.clock.seconds();
  if (inherited) {
    solver.shift(kDeep * settings.gap * reference->shortest);
  }
  iterate(s, solver, inherited ? kWarmSlack : kMostSlack);
  publish(problem, s.state->stated, stated_volumes(*s.state, solver), s.solution);
  s.solution.unserved =
      s.state->folded.unserved + std::accumulate(s.state->lost.begin(), s.state->lost.end(), 0.0);
  s.solution.counts = solver.counts();
  s.solution.state = s.state;
  s.solution.solve_seconds = s.clock.seconds() - s.solution.setup_seconds;
  return std::move(s.solution);
}

}  // namespace

EquilibriumSolution solve(TrafficProblem const& problem, EquilibriumSettings const& settings) {
  return settings.method == EquilibriumMethod::kBush ? solve_bushes(problem, settings, nullptr)
                                                     : solve_links(problem, settings);
}

EquilibriumSolution solve_from(EquilibriumSolution const& reference,
                               TrafficProblem const& problem,
                               EquilibriumSettings const& settings) {
  return settings.method == EquilibriumMethod::kBush
             ? solve_bushes(problem, settings, reference.state.get())
             : solve_links(problem, settings);
}

}  // namespace chorsu
