#include <cmath>
#include <set>

#include <oneapi/tbb/global_control.h>

#include "gtest/gtest.h"
#include "random_network.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A random network and its solution.
struct Solved {
  RandomNetwork net;
  LogitSolution s;
  Toy& toy() { return net.toy; }
};

Solved solved(bool elastic) {
  auto result = Solved{any_network(elastic), {}};
  result.s = solve(result.toy().problem(), {});
  return result;
}

bool any_demand() {
  return *rc::gen::arbitrary<bool>();
}

bool near(double a, double b, double relative) {
  return std::abs(a - b) <= relative * std::max({1.0, std::abs(a), std::abs(b)});
}

void close_some(RandomNetwork& net) {
  for (auto const arc : net.chords) {
    net.toy.open[arc] = any_demand() ? 1U : 0U;
  }
}

}  // namespace

RC_GTEST_PROP(logit, always_finds_the_prices_at_which_all_can_move, ()) {
  auto const s = solved(any_demand()).s;
  RC_ASSERT(s.convergence.converged);
  RC_ASSERT(s.convergence.residual <= 1e-6);
  RC_ASSERT(s.convergence.violation <= 1e-6);
  RC_ASSERT(s.convergence.unserved == 0.0);
}

RC_GTEST_PROP(logit, routes_lead_from_origin_to_destination_and_balance_at_every_vertex, ()) {
  auto x = solved(any_demand());
  auto const& net = x.toy().network;
  for (auto const lane : x.s.tonnes.ids()) {
    auto balance = std::vector<double>(net.ports.node.size(), 0.0);
    for (auto const& route : x.s.lane_routes[lane]) {
      RC_ASSERT(route.tonnes >= 0.0);
      auto seen = std::set<PortId>{};
      for (auto const arc : x.s.routes.arcs[route.route]) {
        RC_ASSERT(seen.insert(net.arcs.from[arc]).second);
        balance[net.arcs.from[arc].value] -= route.tonnes;
        balance[net.arcs.to[arc].value] += route.tonnes;
      }
    }
    balance[net.origin[x.toy().lanes.origin[lane]].value] += x.s.tonnes[lane];
    balance[net.destination[x.toy().lanes.destination[lane]].value] -= x.s.tonnes[lane];
    for (auto const left : balance) {
      RC_ASSERT(std::abs(left) <= 1e-9 * x.toy().tonnes[lane]);
    }
  }
}

RC_GTEST_PROP(logit, facilities_carry_the_sum_of_routes_within_capacity, ()) {
  auto x = solved(any_demand());
  auto flow = std::vector<double>(x.s.flow.size(), 0.0);
  for (auto const lane : x.s.tonnes.ids()) {
    for (auto const& route : x.s.lane_routes[lane]) {
      for (auto const facility : passages(x.toy(), x.s.routes.arcs[route.route])) {
        flow[facility.value] += route.tonnes;
      }
    }
  }
  for (auto const f : x.s.flow.ids()) {
    auto const capacity = x.toy().capacity[f];
    RC_ASSERT(near(flow[f.value], x.s.flow[f], 1e-9));
    RC_ASSERT(x.s.flow[f] <= capacity * (1.0 + 1e-6));
    RC_ASSERT(x.s.scarcity[f] >= 0.0);
    // Only what is full has a price.
    RC_ASSERT(x.s.scarcity[f] == 0.0 || x.s.flow[f] >= capacity * (1.0 - 2e-6));
  }
}

RC_GTEST_PROP(logit, costs_hold_the_delay_at_the_flow_and_the_scarcity, ()) {
  auto x = solved(any_demand());
  for (auto const f : x.s.flow.ids()) {
    auto const& delay = x.toy().network.facilities.delay[f];
    auto const load = std::min(x.s.flow[f] / x.toy().capacity[f], 1.0);
    RC_ASSERT(near(delay.alpha * std::pow(load, delay.beta), x.s.delay[f], 1e-4));
  }
  for (auto const lane : x.s.tonnes.ids()) {
    for (auto const& route : x.s.lane_routes[lane]) {
      auto const cost = route_cost(x.toy(), x.s, lane, x.s.routes.arcs[route.route]);
      RC_ASSERT(near(cost, route.cost, 1e-9));
    }
  }
}

RC_GTEST_PROP(logit, shares_and_tonnes_follow_the_formula_at_the_reported_costs, ()) {
  auto x = solved(any_demand());
  auto const& toy = x.toy();
  for (auto const lane : x.s.tonnes.ids()) {
    auto const routes = x.s.lane_routes[lane];
    auto const sizes = path_sizes(toy, x.s, lane);
    auto const theta = toy.commodities.theta[toy.lanes.commodity[lane]].value;
    auto weights = std::vector<double>{};
    auto sum = 0.0;
    for (auto i = std::size_t{0}; i < routes.size(); ++i) {
      RC_ASSERT(near(sizes[i], routes[i].path_size, 1e-12));
      weights.push_back(sizes[i] * std::exp(-theta * (routes[i].cost - routes[0].cost)));
      sum += weights.back();
    }
    auto const logsum = routes[0].cost - std::log(sum) / theta;
    auto const pivot = toy.pivot.logsum[lane];
    auto const tonnes = toy.tonnes[lane] * std::exp(-toy.pivot.epsilon[lane] * (logsum - pivot));
    RC_ASSERT(near(logsum, x.s.logsum[lane], 1e-9));
    RC_ASSERT(near(tonnes, x.s.tonnes[lane], 1e-9));
    for (auto i = std::size_t{0}; i < routes.size(); ++i) {
      RC_ASSERT(near(tonnes * weights[i] / sum, routes[i].tonnes, 1e-9));
    }
  }
}

RC_GTEST_PROP(logit, the_least_cost_route_is_in_the_set, ()) {
  auto x = solved(any_demand());
  for (auto const lane : x.s.tonnes.ids()) {
    auto least = std::numeric_limits<double>::infinity();
    for (auto const& route : x.s.lane_routes[lane]) {
      least = std::min(least, route.cost);
    }
    RC_ASSERT(least <= least_cost(x.toy(), x.s, lane) + 3.0 * LogitSettings{}.column_gain);
  }
}

RC_GTEST_PROP(logit, shut_arcs_carry_exactly_nothing_cold_and_warm, ()) {
  auto net = any_network(any_demand());
  auto const before = solve(net.toy.problem(), {});
  close_some(net);
  for (auto const& s : {solve(net.toy.problem(), {}), solve_from(before, net.toy.problem(), {})}) {
    RC_ASSERT(s.convergence.converged);
    for (auto const arc : net.chords) {
      RC_ASSERT(net.toy.open[arc] != 0U || flow_on(s, arc) == 0.0);
    }
  }
}

namespace {

/// All numbers of a solution, in order.
std::vector<double> numbers(LogitSolution const& s) {
  auto result = std::vector<double>{};
  for (auto const* column : {&s.flow, &s.delay, &s.scarcity}) {
    result.insert(result.end(), column->values.begin(), column->values.end());
  }
  for (auto const* column : {&s.tonnes, &s.logsum}) {
    result.insert(result.end(), column->values.begin(), column->values.end());
  }
  for (auto const& r : s.lane_routes.values) {
    result.insert(result.end(), {double(r.route.value), r.path_size, r.cost, r.tonnes});
  }
  for (auto const arc : s.routes.arcs.values) {
    result.push_back(arc.value);
  }
  auto const& c = s.convergence;
  result.insert(result.end(), {c.residual, c.violation, double(c.rounds), double(c.loadings)});
  return result;
}

LogitSettings on_threads(int threads) {
  auto settings = LogitSettings{};
  settings.threads = threads;
  return settings;
}

}  // namespace

RC_GTEST_PROP(logit, the_number_of_threads_changes_no_byte, ()) {
  auto net = any_network(any_demand());
  auto const all_open = net.toy.open;
  close_some(net);
  auto const some_open = net.toy.open;
  auto const cold_and_warm = [&](int threads) {
    net.toy.open = all_open;
    auto const cold = solve(net.toy.problem(), on_threads(threads));
    net.toy.open = some_open;
    auto const warm = solve_from(cold, net.toy.problem(), on_threads(threads));
    return std::pair{numbers(cold), numbers(warm)};
  };
  auto const more_than_cores = tbb::global_control(tbb::global_control::max_allowed_parallelism, 4);
  auto const expected = cold_and_warm(1);
  RC_ASSERT(cold_and_warm(2) == expected);
  RC_ASSERT(cold_and_warm(4) == expected);
}
