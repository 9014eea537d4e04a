// Cold solve of the base year, and warm re-solves after one link opened or closed: seconds, ratio
// to the cold solve, and peak memory. Usage: toggle_bench [REGION] [LINKS]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "chorsu/load/region.h"
#include "chorsu/run/simulate.h"

using namespace chorsu;

namespace {

double seconds_of(auto&& work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1U))];
}

/// Land links spread evenly over those that carry freight or could, open and shut ones.
std::vector<LinkId> links_to_toggle(Model const& model, std::size_t count) {
  auto const& links = model.region->network.links;
  auto all = std::vector<LinkId>{};
  for (auto const link : ids_of<LinkId>(links.id.size())) {
    if (links.mode[link] == Mode::kRail || links.mode[link] == Mode::kRoad) {
      all.push_back(link);
    }
  }
  auto result = std::vector<LinkId>{};
  for (auto i = std::size_t{0}; i < count && i < all.size(); ++i) {
    result.push_back(all[i * all.size() / count]);
  }
  return result;
}

Column<ArcId, std::uint8_t> toggled(Model const& model,
                                    Column<ArcId, std::uint8_t> open,
                                    LinkId link) {
  auto const& arcs = model.supernetwork.arcs;
  for (auto const arc : ids_of<ArcId>(open.size())) {
    if (arcs.link[arc] == link) {
      open[arc] = model.base_world.open[link] != 0U ? std::uint8_t{0} : std::uint8_t{1};
    }
  }
  return open;
}

void print_solve(char const* what, double seconds, Convergence const& c) {
  std::printf(
      "%-28s %8.3f s  rounds %d, newton %d, matrices %d, loadings %d, columns %zu, residual "
      "%.1e, violation %.1e%s\n",
      what,
      seconds,
      c.rounds,
      c.newton_steps,
      c.jacobians,
      c.loadings,
      c.columns,
      c.residual,
      c.violation,
      c.converged ? "" : "  NOT CONVERGED");
}

}  // namespace

int main(int argc, char** argv) {
  auto const path = std::string{argc > 1 ? argv[1] : "data/region"};
  auto const count = static_cast<std::size_t>(argc > 2 ? std::stoi(argv[2]) : 50);
  auto loaded = LoadedRegion{};
  std::printf("%-28s %8.3f s\n", "load", seconds_of([&] { loaded = load_region(path); }));
  if (loaded.region == nullptr) {
    std::fprintf(stderr, "%s: not a valid region package; see chorsu check\n", path.c_str());
    return 3;
  }
  auto const settings = LogitSettings{};
  auto model = std::unique_ptr<Model const>{};
  auto const prepared = seconds_of([&] { model = prepare(*loaded.region, settings); });
  std::printf("%-28s %8.3f s\n", "prepare, with base solve", prepared);

  auto const costs = price_arcs(cost_inputs(*model), model->base_world, model->demand.classes);
  auto const open = open_arcs(model->supernetwork, model->base_world);
  auto const problem = [&](Column<ArcId, std::uint8_t> const& mask) {
    return LogitProblem{model->supernetwork,
                        costs,
                        mask,
                        model->base_world.capacity,
                        model->demand.classes,
                        loaded.region->commodities,
                        model->demand.lanes,
                        model->demand.lanes.tonnes,
                        model->pivot};
  };
  auto cold = LogitSolution{};
  auto cold_seconds = std::vector<double>{};
  for (auto i = 0; i < 3; ++i) {
    cold_seconds.push_back(seconds_of([&] { cold = solve(problem(open), settings); }));
    print_solve("cold", cold_seconds.back(), cold.convergence);
  }
  auto warm_seconds = std::vector<double>{};
  auto missed = 0;
  for (auto const link : links_to_toggle(*model, count)) {
    auto const mask = toggled(*model, open, link);
    auto warm = LogitSolution{};
    warm_seconds.push_back(seconds_of([&] { warm = solve_from(cold, problem(mask), settings); }));
    missed += warm.convergence.converged ? 0 : 1;
    print_solve(loaded.region->network.links.id[link].substr(0, 28).c_str(),
                warm_seconds.back(),
                warm.convergence);
  }
  auto const cold_median = quantile(cold_seconds, 0.5);
  auto usage = rusage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "\ncold %.3f s; warm over %zu links: median %.1f ms, quartiles %.1f and %.1f ms, "
      "worst %.1f ms\nwarm/cold median %.1f %% (aim: 5 %% or 20 ms); not converged %d; "
      "peak memory %.0f MB (aim: 400)\n",
      cold_median,
      warm_seconds.size(),
      1e3 * quantile(warm_seconds, 0.5),
      1e3 * quantile(warm_seconds, 0.25),
      1e3 * quantile(warm_seconds, 0.75),
      1e3 * quantile(warm_seconds, 1.0),
      100.0 * quantile(warm_seconds, 0.5) / cold_median,
      missed,
      static_cast<double>(usage.ru_maxrss) / 1024.0);
  return 0;
}
