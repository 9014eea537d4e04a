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

/// The base year with any mask of open arcs.
struct BaseYear {
  Model const& model;
  ArcCosts costs;

  LogitProblem with(Column<ArcId, std::uint8_t> const& open) const {
    return {model.supernetwork,
            costs,
            open,
            model.base_world.capacity,
            model.demand.classes,
            model.region->commodities,
            model.demand.lanes,
            model.demand.lanes.tonnes,
            model.pivot};
  }
};

struct Timings {
  std::vector<double> cold;
  std::vector<double> warm;
  int missed{0};
};

Timings time_solves(Model const& model, std::size_t count) {
  auto const year =
      BaseYear{model, price_arcs(cost_inputs(model), model.base_world, model.demand.classes)};
  auto const open = open_arcs(model.supernetwork, model.base_world);
  auto const settings = LogitSettings{};
  auto timings = Timings{};
  auto cold = LogitSolution{};
  for (auto i = 0; i < 3; ++i) {
    timings.cold.push_back(seconds_of([&] { cold = solve(year.with(open), settings); }));
    print_solve("cold", timings.cold.back(), cold.convergence);
  }
  for (auto const link : links_to_toggle(model, count)) {
    auto const mask = toggled(model, open, link);
    auto warm = LogitSolution{};
    timings.warm.push_back(seconds_of([&] { warm = solve_from(cold, year.with(mask), settings); }));
    timings.missed += warm.convergence.converged ? 0 : 1;
    auto const name = model.region->network.links.id[link].substr(0, 28);
    print_solve(name.c_str(), timings.warm.back(), warm.convergence);
  }
  return timings;
}

void print_summary(Timings const& t) {
  auto usage = rusage{};
  getrusage(RUSAGE_SELF, &usage);
  auto const cold = quantile(t.cold, 0.5);
  auto const warm = quantile(t.warm, 0.5);
  std::printf(
      "\ncold %.3f s; warm over %zu links: median %.1f ms, quartiles %.1f and %.1f ms, "
      "worst %.1f ms\n",
      cold,
      t.warm.size(),
      1e3 * warm,
      1e3 * quantile(t.warm, 0.25),
      1e3 * quantile(t.warm, 0.75),
      1e3 * quantile(t.warm, 1.0));
  std::printf(
      "warm/cold median %.1f %% (aim: 5 %%, or 20 ms if that is more); not converged %d; peak "
      "memory %.0f MB "
      "(aim: 400)\n",
      100.0 * warm / cold,
      t.missed,
      static_cast<double>(usage.ru_maxrss) / 1024.0);
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
  auto model = std::unique_ptr<Model const>{};
  auto const prepared = seconds_of([&] { model = prepare(*loaded.region, LogitSettings{}); });
  std::printf("%-28s %8.3f s\n", "prepare, with base solve", prepared);
  print_summary(time_solves(*model, count));
  return 0;
}
