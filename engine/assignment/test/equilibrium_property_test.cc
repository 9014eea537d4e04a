#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/assignment/traffic.h"

namespace chorsu {

namespace {

constexpr auto kInfinite = std::numeric_limits<double>::infinity();

/// A random network: centroids with connectors, some without through traffic, some in dead ends;
/// rows of nodes without a choice; links of several powers, constant ones and parallel ones.
class RandomProblem {
 public:
  explicit RandomProblem(unsigned seed) : rng_{seed} {}

  TrafficProblem make(std::size_t classes) {
    zones_ = whole(2U, 6U);
    streets_ = whole(3U, 12U);
    add_nodes();
    for (auto i = 0U; i < streets_; ++i) {  // a ring, so that all can be reached
      add_link(TrafficNodeId{zones_ + i}, TrafficNodeId{zones_ + (i + 1U) % streets_}, false);
    }
    for (auto i = whole(2U, 25U); i > 0U; --i) {
      add_link(street(), street(), whole(0U, 5U) == 0U);
    }
    for (auto z = 0U; z < zones_; ++z) {
      for (auto i = whole(1U, 2U); i > 0U; --i) {
        auto const at = street();
        add_link(TrafficNodeId{z}, at, true);
        add_link(at, TrafficNodeId{z}, true);
      }
    }
    for (auto k = std::size_t{0}; k < classes; ++k) {
      add_class(k == 0U ? 1.0 : number(1.0, 3.0));
    }
    return std::move(p_);
  }

 private:
  double number(double low, double high) {
    return std::uniform_real_distribution<double>{low, high}(rng_);
  }
  unsigned whole(unsigned least, unsigned most) {
    return std::uniform_int_distribution<unsigned>{least, most}(rng_);
  }
  TrafficNodeId street() { return TrafficNodeId{zones_ + whole(0U, streets_ - 1U)}; }

  void add_nodes() {
    auto& n = p_.network;
    for (auto i = 0U; i < zones_ + streets_; ++i) {
      n.nodes.name.push_back("");
      auto const node = n.nodes.through.push_back(i >= zones_ || whole(0U, 2U) == 0U ? 1U : 0U);
      if (i < zones_) {
        n.zones.name.push_back("");
        n.zones.centroid.push_back(node);
      }
    }
  }

  void add_link(TrafficNodeId from, TrafficNodeId to, bool constant) {
    constexpr auto kPowers = std::array{1.0, 2.0, 4.0, 4.0, 4.0, 4.6};
    auto& links = p_.network.links;
    links.name.push_back("");
    links.from.push_back(from);
    links.to.push_back(to);
    links.capacity.push_back(number(50.0, 200.0));
    links.length.push_back(number(0.0, 3.0));
    links.free_flow_time.push_back(constant && whole(0U, 1U) == 0U ? 0.0 : number(0.5, 5.0));
    links.b.push_back(constant ? 0.0 : number(0.1, 1.0));
    links.power.push_back(kPowers[whole(0U, 5U)]);
    links.toll.push_back(whole(0U, 3U) == 0U ? number(0.0, 2.0) : 0.0);
    links.open.push_back(1U);
  }

  void add_class(double car_units) {
    auto c = TrafficClass{};
    c.toll_weight = number(0.0, 1.0);
    c.length_weight = number(0.0, 0.3);
    c.car_units = car_units;
    for (auto from = 0U; from < zones_; ++from) {
      auto row = std::vector<Trip>{};
      for (auto to = 0U; to < zones_; ++to) {
        if (to != from && whole(0U, 4U) != 0U) {
          row.push_back({TrafficZoneId{to}, number(0.0, 80.0)});
        }
      }
      c.trips.push_back(row);
    }
    p_.classes.push_back(std::move(c));
  }

  std::mt19937 rng_;
  unsigned zones_{0U};
  unsigned streets_{0U};
  TrafficProblem p_;
};

TrafficProblem random_problem(unsigned seed, std::size_t classes) {
  return RandomProblem{seed}.make(classes);
}

EquilibriumSettings to_gap(double gap) {
  auto s = EquilibriumSettings{};
  s.gap = gap;
  s.max_iterations = 2000;
  return s;
}

/// Cost of a link to a class at the solution.
double link_cost_of(TrafficProblem const& p,
                    EquilibriumSolution const& s,
                    TrafficClassId k,
                    TrafficLinkId l) {
  return s.time[l] + p.classes[k].toll_weight * p.network.links.toll[l] +
         p.classes[k].length_weight * p.network.links.length[l];
}

/// Least costs from a zone by rounds over all links (Bellman 1958).
std::vector<double> least_costs(TrafficProblem const& p,
                                EquilibriumSolution const& s,
                                TrafficClassId k,
                                TrafficNodeId root) {
  auto const& links = p.network.links;
  auto label = std::vector<double>(p.network.nodes.through.size(), kInfinite);
  label[root.value] = 0.0;
  for (auto changed = true; changed;) {
    changed = false;
    for (auto const l : links.from.ids()) {
      auto const tail = links.from[l];
      if (links.open[l] != 0U && (tail == root || p.network.nodes.through[tail] != 0U) &&
          label[tail.value] + link_cost_of(p, s, k, l) < label[links.to[l].value]) {
        label[links.to[l].value] = label[tail.value] + link_cost_of(p, s, k, l);
        changed = true;
      }
    }
  }
  return label;
}

/// What a class spends at the solution's costs.
double spent(TrafficProblem const& p, EquilibriumSolution const& s, TrafficClassId k) {
  auto sum = 0.0;
  for (auto const l : p.network.links.from.ids()) {
    auto const volume = s.class_volume(k, l) * p.classes[k].car_units;
    sum += volume > 0.0 ? volume * link_cost_of(p, s, k, l) : 0.0;
  }
  return sum;
}

/// What it would spend on least-cost paths.
double least_spent(TrafficProblem const& p, EquilibriumSolution const& s, TrafficClassId k) {
  auto const& c = p.classes[k];
  auto sum = 0.0;
  for (auto const zone : c.trips.ids()) {
    auto const label = least_costs(p, s, k, p.network.zones.centroid[zone]);
    for (auto const& trip : c.trips[zone]) {
      auto const at = p.network.zones.centroid[trip.destination].value;
      sum += std::isfinite(label[at]) ? trip.vehicles * c.car_units * label[at] : 0.0;
    }
  }
  return sum;
}

/// (TSTT - SPTT)/SPTT from the volumes alone.
double gap_of(TrafficProblem const& p, EquilibriumSolution const& s) {
  auto total = 0.0;
  auto shortest = 0.0;
  for (auto const k : p.classes.ids()) {
    total += spent(p, s, k);
    shortest += least_spent(p, s, k);
  }
  return shortest > 0.0 ? (total - shortest) / shortest : 0.0;
}

/// Largest imbalance of any class at any node, of what enters, leaves, starts and ends there.
double imbalance(TrafficProblem const& p, EquilibriumSolution const& s) {
  auto worst = 0.0;
  for (auto const k : p.classes.ids()) {
    auto balance = std::vector<double>(p.network.nodes.through.size());
    for (auto const l : p.network.links.from.ids()) {
      balance[p.network.links.from[l].value] -= s.class_volume(k, l);
      balance[p.network.links.to[l].value] += s.class_volume(k, l);
    }
    auto const& trips = p.classes[k].trips;
    for (auto const zone : trips.ids()) {
      for (auto const& trip : trips[zone]) {
        balance[p.network.zones.centroid[zone].value] += trip.vehicles;
        balance[p.network.zones.centroid[trip.destination].value] -= trip.vehicles;
      }
    }
    for (auto const x : balance) {
      worst = std::max(worst, std::abs(x));
    }
  }
  return worst;
}

double largest_difference(Column<TrafficLinkId, double> const& a,
                          Column<TrafficLinkId, double> const& b) {
  auto worst = 0.0;
  for (auto const l : a.ids()) {
    worst = std::max(worst, std::abs(a[l] - b[l]));
  }
  return worst;
}

}  // namespace

RC_GTEST_PROP(equilibrium, gap_is_what_the_volumes_say, (unsigned seed)) {
  auto const p = random_problem(seed, 1U + seed % 2U);
  auto const s = solve(p, to_gap(1e-12));
  RC_ASSERT(s.converged);
  RC_ASSERT(std::abs(gap_of(p, s) - s.gap) < 1e-13);
  RC_ASSERT(imbalance(p, s) < 1e-10);
}

// Problems in which rounding, or what belongs to a merge farther up, once kept a merge from
// shifting.
TEST(equilibrium, small_flows_block_no_merge) {
  for (auto const seed : {61U, 8004U, 16685U, 69186U, 129882U}) {
    auto const s = solve(random_problem(seed, 2U), to_gap(1e-12));
    EXPECT_TRUE(s.converged) << "problem " << seed << " stays at " << s.gap;
  }
}

RC_GTEST_PROP(equilibrium, gap_is_exact_where_a_solve_stops_early, (unsigned seed)) {
  auto const p = random_problem(seed, 1U + seed % 2U);
  auto settings = to_gap(1e-12);
  settings.max_iterations = static_cast<int>(1U + seed % 3U);
  auto const s = solve(p, settings);
  RC_ASSERT(std::abs(gap_of(p, s) - s.gap) < 1e-12);
  RC_ASSERT(s.steps.back().gap == s.gap);
}

RC_GTEST_PROP(equilibrium, link_methods_and_bushes_agree, (unsigned seed)) {
  auto const p = random_problem(seed, 1U + seed % 2U);
  auto settings = to_gap(1e-3);
  settings.max_iterations = 10000;
  settings.method =
      seed % 2U == 0U ? EquilibriumMethod::kBiconjugate : EquilibriumMethod::kConjugate;
  auto const simple = solve(p, settings);
  auto const s = solve(p, to_gap(1e-12));
  RC_ASSERT(simple.converged);
  RC_ASSERT(std::abs(gap_of(p, simple) - simple.gap) < 1e-12);
  // The gap bounds how far an objective is from the least one.
  RC_ASSERT(s.objective <= simple.objective * (1.0 + 1e-10));
  RC_ASSERT(simple.objective - s.objective <= 1.1e-3 * simple.shortest_cost + 1e-9);
}

RC_GTEST_PROP(equilibrium, thread_count_changes_no_bit, (unsigned seed)) {
  auto const p = random_problem(seed, 2U);
  auto settings = to_gap(1e-10);
  auto const one = solve(p, settings);
  for (auto const threads : {2, 3}) {
    settings.threads = threads;
    auto const s = solve(p, settings);
    RC_ASSERT(s.volume.values == one.volume.values);
    RC_ASSERT(s.gap == one.gap);
  }
}

RC_GTEST_PROP(equilibrium, warm_and_cold_agree, (unsigned seed)) {
  auto const before = random_problem(seed, 1U);
  auto const reference = solve(before, to_gap(1e-10));
  auto after = before;
  auto const l = TrafficLinkId{static_cast<std::uint32_t>(seed % after.network.links.from.size())};
  switch (seed % 4U) {
    case 0U:
      after.network.links.capacity[l] *= 0.8;
      break;
    case 1U:
      after.network.links.open[l] = 0U;
      break;
    case 2U:
      after.network.links.toll[l] += 1.0;
      break;
    default:
      for (auto& trip : after.classes[TrafficClassId{0}].trips.values) {
        trip.vehicles *= 1.3;
      }
  }
  auto const warm = solve_from(reference, after, to_gap(1e-12));
  auto const cold = solve(after, to_gap(1e-12));
  RC_ASSERT(warm.converged);
  RC_ASSERT(std::abs(warm.objective - cold.objective) <= 1e-10 * cold.objective + 1e-9);
  RC_ASSERT(warm.unserved == cold.unserved);
  // And back again: a link that opens is found.
  auto const back = solve_from(warm, before, to_gap(1e-12));
  RC_ASSERT(std::abs(back.objective - reference.objective) <= 1e-9 * reference.objective + 1e-9);
}

RC_GTEST_PROP(equilibrium, paths_explain_volumes_at_least_cost, (unsigned seed)) {
  auto const p = random_problem(seed, 1U + seed % 2U);
  auto const s = solve(p, to_gap(1e-13));
  auto const k = TrafficClassId{static_cast<std::uint16_t>(seed % 2U)};
  auto const paths = used_paths(p, s, k, 0.0);
  auto sum = Column<TrafficLinkId, double>{};
  sum.values.assign(p.network.links.from.size(), 0.0);
  auto const skims = skim(p, s, k);
  auto served = 0.0;
  for (auto const& path : paths) {
    served += path.vehicles;
    auto at = p.network.zones.centroid[path.origin];
    for (auto const l : path.links) {
      RC_ASSERT(p.network.links.from[l] == at);
      at = p.network.links.to[l];
      sum[l] += path.vehicles;
    }
    RC_ASSERT(at == p.network.zones.centroid[path.destination]);
    RC_ASSERT(path.cost >= skims.cost(path.origin, path.destination) - 1e-9);
  }
  auto volume = Column<TrafficLinkId, double>{};
  for (auto const l : p.network.links.from.ids()) {
    volume.push_back(s.class_volume(k, l));
  }
  RC_ASSERT(largest_difference(sum, volume) < 1e-5);
  auto demand = 0.0;
  for (auto const& trip : p.classes[k].trips.values) {
    demand += trip.vehicles;
  }
  RC_ASSERT(std::abs(served - demand) < 1e-5);
}

RC_GTEST_PROP(equilibrium, selected_trips_add_up_to_the_link, (unsigned seed)) {
  auto const p = random_problem(seed, 1U);
  auto const s = solve(p, to_gap(1e-12));
  auto const k = TrafficClassId{0};
  for (auto const l : p.network.links.from.ids()) {
    auto const trips = select_link(p, s, k, l);
    auto sum = 0.0;
    for (auto const x : trips.values) {
      sum += x;
    }
    RC_ASSERT(std::abs(sum - s.class_volume(k, l)) < 1e-8);
  }
}

RC_GTEST_PROP(equilibrium, skims_are_least_costs, (unsigned seed)) {
  auto const p = random_problem(seed, 2U);
  auto const s = solve(p, to_gap(1e-8));
  auto const k = TrafficClassId{1};
  auto const skims = skim(p, s, k);
  for (auto const from : p.network.zones.centroid.ids()) {
    auto const label = least_costs(p, s, k, p.network.zones.centroid[from]);
    for (auto const to : p.network.zones.centroid.ids()) {
      auto const expected = label[p.network.zones.centroid[to].value];
      auto const rounding = 1e-12 * (1.0 + expected);
      RC_ASSERT(std::abs(skims.cost(from, to) - expected) < rounding);
      RC_ASSERT(std::abs(skims.time(from, to) + p.classes[k].toll_weight * skims.toll(from, to) +
                         p.classes[k].length_weight * skims.length(from, to) - expected) <
                rounding);
    }
  }
}

RC_GTEST_PROP(equilibrium, elastic_demand_lies_on_its_curve, (unsigned seed)) {
  auto p = random_problem(seed, 1U);
  auto& c = p.classes[TrafficClassId{0}];
  c.curve = seed % 2U == 0U ? DemandCurve::kExponential : DemandCurve::kLinear;
  c.slope = 0.02;
  for (auto const zone : c.trips.ids()) {
    c.reference.push_back(std::vector<double>(c.trips[zone].size(), 8.0));
  }
  auto const s = solve(p, to_gap(1e-12));
  RC_ASSERT(s.converged);
  auto const skims = skim(p, s, TrafficClassId{0});
  auto const& demand = s.demand[TrafficClassId{0}];
  for (auto const zone : c.trips.ids()) {
    for (auto i = std::size_t{0}; i < c.trips[zone].size(); ++i) {
      auto const& trip = c.trips[zone][i];
      auto const away = c.slope * (skims.cost(zone, trip.destination) - 8.0);
      auto const expected =
          trip.vehicles *
          (c.curve == DemandCurve::kLinear ? std::max(0.0, 1.0 - away) : std::exp(-away));
      RC_ASSERT(std::abs(demand[zone][i] - expected) < 1e-6 * trip.vehicles + 1e-7);
    }
  }
}

}  // namespace chorsu
