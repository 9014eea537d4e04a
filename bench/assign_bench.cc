// The traffic equilibrium on generated grids: time, counted operations and memory to a relative gap
// of 1e-4 by number of links, with the exponents of growth; and, given a network, warm starts after
// one link's capacity has changed. Usage: assign_bench [MOST_LINKS] [NET TRIPS [TOLL LENGTH]]

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/load/tntp.h"

using namespace chorsu;

namespace {

constexpr auto kRow = 10U;  // zones in a row of the grid, and rows of zones
constexpr auto kOrigins = kRow * kRow;
constexpr auto kLinksToChange = 50U;
constexpr auto kCapacityChange = 0.8;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2U];
}

double seconds(EquilibriumSolution const& s) {
  return s.setup_seconds + s.solve_seconds;
}

double peak_mb() {
  auto usage = rusage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// A square grid of two-way streets, 100 zones spread over it, each with trips to all others.
/// Demand grows as the side, so that streets are as full in a large grid as in a small one.
TrafficProblem grid(unsigned side) {
  auto rng = std::mt19937{side};
  auto number = [&](double low, double high) {
    return std::uniform_real_distribution<double>{low, high}(rng);
  };
  auto p = TrafficProblem{};
  auto& n = p.network;
  auto link = [&](unsigned a, unsigned b, double delay) {
    n.links.name.push_back("");
    n.links.from.push_back(TrafficNodeId{a});
    n.links.to.push_back(TrafficNodeId{b});
    n.links.capacity.push_back(number(800.0, 2000.0));
    n.links.length.push_back(1.0);
    n.links.free_flow_time.push_back(number(0.5, 2.0));
    n.links.b.push_back(delay);
    n.links.power.push_back(4.0);
    n.links.toll.push_back(0.0);
    n.links.open.push_back(1U);
  };
  auto street = [&](unsigned a, unsigned b) { link(a, b, 0.15); };
  for (auto i = 0U; i < side * side; ++i) {
    n.nodes.name.push_back("");
    n.nodes.through.push_back(1U);
    if (i % side + 1U < side) {
      street(i, i + 1U);
      street(i + 1U, i);
    }
    if (i + side < side * side) {
      street(i, i + side);
      street(i + side, i);
    }
  }
  auto const total = 60000.0 * side / 16.0;
  auto drivers = TrafficClass{};
  for (auto z = 0U; z < kOrigins; ++z) {
    auto const centroid = side * side + z;
    n.nodes.name.push_back("");
    n.nodes.through.push_back(0U);
    n.zones.name.push_back("");
    n.zones.centroid.push_back(TrafficNodeId{centroid});
    auto const row = (2U * (z / kRow) + 1U) * side / (2U * kRow);
    auto const column = (2U * (z % kRow) + 1U) * side / (2U * kRow);
    for (auto i = 0U; i < side / 8U; ++i) {
      auto const at = row * side + (column + i) % side;
      link(centroid, at, 0.0);
      link(at, centroid, 0.0);
    }
    auto trips = std::vector<Trip>{};
    for (auto to = 0U; to < kOrigins; ++to) {
      if (to != z) {
        trips.push_back(
            {TrafficZoneId{to}, total / (kOrigins * (kOrigins - 1U)) * number(0.5, 1.5)});
      }
    }
    drivers.trips.push_back(trips);
  }
  p.classes.push_back(std::move(drivers));
  return p;
}

/// Slope of a least-squares line through logarithms.
double exponent(std::vector<double> const& x, std::vector<double> const& y) {
  auto const n = static_cast<double>(x.size());
  auto sx = 0.0;
  auto sy = 0.0;
  auto sxx = 0.0;
  auto sxy = 0.0;
  for (auto i = std::size_t{0}; i < x.size(); ++i) {
    auto const a = std::log(x[i]);
    auto const b = std::log(y[i]);
    sx += a;
    sy += b;
    sxx += a * a;
    sxy += a * b;
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

void scaling(double most_links) {
  std::printf("%10s %10s %8s %14s %10s %12s\n",
              "links",
              "seconds",
              "checks",
              "operations",
              "peak MB",
              "gap");
  auto links = std::vector<double>{};
  auto times = std::vector<double>{};
  auto operations = std::vector<double>{};
  auto memory = std::vector<double>{};
  for (auto side = 16U; 4.0 * side * (side - 1U) <= most_links; side *= 2U) {
    auto const p = grid(side);
    auto settings = EquilibriumSettings{};
    settings.gap = 1e-4;
    auto const s = solve(p, settings);
    auto const& c = s.counts;
    links.push_back(static_cast<double>(p.network.links.from.size()));
    times.push_back(seconds(s));
    operations.push_back(
        static_cast<double>(c.label_scans + c.link_checks + c.repairs + c.shifted_links));
    memory.push_back(peak_mb());
    std::printf("%10.0f %10.4f %8zu %14.0f %10.1f %12.2e\n",
                links.back(),
                times.back(),
                s.steps.size(),
                operations.back(),
                memory.back(),
                s.gap);
    std::fflush(stdout);
  }
  if (links.size() > 1U) {
    std::printf("exponent of time %.3f, of operations %.3f, of memory %.3f\n",
                exponent(links, times),
                exponent(links, operations),
                exponent(links, memory));
  }
}

int warm_starts(char** arguments, int count) {
  auto const trips = std::vector<std::string>{arguments[1]};
  auto read = read_tntp(arguments[0], trips);
  if (read.problem == nullptr) {
    for (auto const& f : read.findings) {
      std::fprintf(stderr, "%s\n", to_line(f).c_str());
    }
    return 3;
  }
  auto& problem = *read.problem;
  if (count > 3) {
    problem.classes[TrafficClassId{0}].toll_weight = std::atof(arguments[2]);
    problem.classes[TrafficClassId{0}].length_weight = std::atof(arguments[3]);
  }
  auto settings = EquilibriumSettings{};
  settings.gap = 1e-10;
  auto const reference = solve(problem, settings);
  auto rng = std::mt19937{1U};
  auto cold = std::vector<double>{};
  auto warm = std::vector<double>{};
  auto ratio = std::vector<double>{};
  auto missed = 0;
  for (auto i = 0U; i < kLinksToChange; ++i) {
    auto changed = problem;
    auto const l =
        TrafficLinkId{static_cast<std::uint32_t>(rng() % problem.network.links.from.size())};
    changed.network.links.capacity[l] *= kCapacityChange;
    auto const a = solve(changed, settings);
    auto const b = solve_from(reference, changed, settings);
    missed += b.converged ? 0 : 1;
    cold.push_back(seconds(a));
    warm.push_back(seconds(b));
    ratio.push_back(warm.back() / cold.back());
  }
  std::printf(
      "one capacity x %.1f, %u links, to 1e-10: cold %.4f s, warm %.4f s, ratio %.3f (medians; "
      "worst ratio %.3f), not converged %d\n",
      kCapacityChange,
      kLinksToChange,
      median(cold),
      median(warm),
      median(ratio),
      *std::max_element(ratio.begin(), ratio.end()),
      missed);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  scaling(argc > 1 ? std::atof(argv[1]) : 1.1e6);
  return argc > 3 ? warm_starts(argv + 2, argc - 2) : 0;
}
