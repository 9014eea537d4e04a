#include <algorithm>
#include <cmath>
#include <utility>

#include "clock.h"
#include "equilibrium_answer.h"
#include "path_tree.h"

namespace chorsu {

namespace {

constexpr auto kMostConjugate = 0.99;  // the newest all-or-nothing volumes always have a part
constexpr auto kBisections = 60;

/// Volumes by class and their sum.
struct Volumes {
  ClassVolumes of_class;
  std::vector<double> total;
};

Volumes zero(StatedGraph const& g) {
  return {{g.extra.rows, g.links()}, std::vector<double>(g.links())};
}

/// a + step·(b - a), in place of a.
void move_towards(Volumes& a, Volumes const& b, double step) {
  for (auto i = std::size_t{0}; i < a.of_class.values.size(); ++i) {
    a.of_class.values[i] += step * (b.of_class.values[i] - a.of_class.values[i]);
  }
  for (auto l = std::size_t{0}; l < a.total.size(); ++l) {
    a.total[l] += step * (b.total[l] - a.total[l]);
  }
}

struct LinkSolver {
  StatedTraffic const& traffic;
  StatedStar star;
  std::vector<double> time;
  std::vector<double> slope;
  PathTree tree{};
  std::vector<double> flow{};
  std::vector<GraphNode> wanted{};
  double shortest{0.0};  ///< cost of the last all-or-nothing volumes
  double unserved{0.0};
};

void price(LinkSolver& s, Volumes const& x) {
  for (auto l = std::size_t{0}; l < x.total.size(); ++l) {
    auto const p = evaluate(s.traffic.graph.cost[l], x.total[l]);
    s.time[l] = p.cost;
    s.slope[l] = p.slope;
  }
}

/// All demand on least-cost paths at the present times.
Volumes all_or_nothing(LinkSolver& s) {
  auto const& g = s.traffic.graph;
  auto y = zero(g);
  s.shortest = 0.0;
  s.unserved = 0.0;
  auto priced = TrafficClassId{};
  for (auto const& origin : s.traffic.origins) {
    if (priced != origin.which) {
      set_prices(s.star, g, origin.which, s.time);
      priced = origin.which;
    }
    s.wanted.clear();
    for (auto const& d : origin.destinations) {
      s.wanted.push_back(d.node);
    }
    grow(s.tree, {s.star.first, s.star.links, g.through, s.star.usual_cost}, origin.node, s.wanted);
    s.flow.assign(g.nodes(), 0.0);
    for (auto const& d : origin.destinations) {
      if (s.tree.label[d.node] == kInfiniteCost) {
        s.unserved += d.volume;
        continue;
      }
      s.flow[d.node] += d.volume;
      s.shortest += d.volume * s.tree.label[d.node];
    }
    for (auto i = s.tree.order.size(); i-- > 1U;) {
      auto const v = s.tree.order[i];
      auto const link = s.tree.link[v];
      auto const stated = s.star.stated[link];
      s.flow[s.star.links[link].tail] += s.flow[v];
      y.of_class(origin.which, TrafficLinkId{stated}) += s.flow[v];
      y.total[stated] += s.flow[v];
    }
  }
  return y;
}

/// What all pay at the present times.
double total_cost(LinkSolver const& s, Volumes const& x) {
  auto sum = 0.0;
  auto const& extra = s.traffic.graph.extra;
  for (auto i = std::size_t{0}; i < x.of_class.values.size(); ++i) {
    auto const volume = x.of_class.values[i];
    sum += volume > 0.0 ? volume * (s.time[i % x.of_class.cols] + extra.values[i]) : 0.0;
  }
  return sum;
}

/// Slope of the objective from x towards y at a step: sum of cost times change of volume.
double slope_at(LinkSolver const& s, Volumes const& x, Volumes const& y, double step) {
  auto const& g = s.traffic.graph;
  auto sum = 0.0;
  for (auto l = std::size_t{0}; l < x.total.size(); ++l) {
    auto const change = y.total[l] - x.total[l];
    if (change != 0.0) {
      sum += change * evaluate(g.cost[l], x.total[l] + step * change).cost;
    }
  }
  for (auto i = std::size_t{0}; i < x.of_class.values.size(); ++i) {
    auto const change = y.of_class.values[i] - x.of_class.values[i];
    sum += change != 0.0 ? change * g.extra.values[i] : 0.0;
  }
  return sum;
}

/// The step of least objective: exact line search by bisection of its slope.
double best_step(LinkSolver const& s, Volumes const& x, Volumes const& y) {
  if (slope_at(s, x, y, 1.0) <= 0.0) {
    return 1.0;
  }
  auto low = 0.0;
  auto high = 1.0;
  for (auto i = 0; i < kBisections; ++i) {
    auto const middle = (low + high) / 2.0;
    (slope_at(s, x, y, middle) > 0.0 ? high : low) = middle;
  }
  return (low + high) / 2.0;
}

/// Sum of slope·(a - x)·(b - c) over links: conjugacy in the Hessian at x.
double in_hessian(LinkSolver const& s,
                  std::vector<double> const& a,
                  std::vector<double> const& x,
                  std::vector<double> const& b,
                  std::vector<double> const& c) {
  auto sum = 0.0;
  for (auto l = std::size_t{0}; l < x.size(); ++l) {
    if (a[l] != x[l] && b[l] != c[l]) {
      sum += s.slope[l] * (a[l] - x[l]) * (b[l] - c[l]);
    }
  }
  return sum;
}

/// Where earlier steps aimed, the latest first.
struct Aims {
  Volumes last;
  Volumes before;
  double step{0.0};  ///< taken towards the last
  int count{0};
};

/// Conjugate and biconjugate targets of Mitradjieva and Lindberg (2013): a convex combination of
/// the all-or-nothing volumes y and the last one or two targets.
Volumes target(LinkSolver const& s,
               EquilibriumMethod method,
               Volumes const& x,
               Volumes const& y,
               Aims const& aims) {
  auto t = y;
  if (method == EquilibriumMethod::kFrankWolfe || aims.count == 0 || aims.step >= kMostConjugate) {
    return t;
  }
  auto const& p = aims.last.total;
  auto const back = in_hessian(s, p, x.total, p, x.total);
  auto const cross = in_hessian(s, p, x.total, y.total, x.total);
  if (method == EquilibriumMethod::kConjugate || aims.count == 1) {
    auto const part = cross < 0.0 ? std::min(kMostConjugate, cross / (cross - back)) : 0.0;
    move_towards(t, aims.last, part);
    return t;
  }
  auto mixed = aims.last.total;  // step·last + (1 - step)·before
  for (auto l = std::size_t{0}; l < mixed.size(); ++l) {
    mixed[l] = aims.step * mixed[l] + (1.0 - aims.step) * aims.before.total[l];
  }
  auto const& q = aims.before.total;
  auto const bend = in_hessian(s, mixed, x.total, q, p);
  auto const mu =
      bend != 0.0 ? std::max(0.0, -in_hessian(s, mixed, x.total, y.total, x.total) / bend) : 0.0;
  auto const nu =
      back > 0.0 ? std::max(0.0, -cross / back + mu * aims.step / (1.0 - aims.step)) : 0.0;
  // y/(1 + mu + nu) + nu·last/(…) + mu·before/(…), as two moves.
  move_towards(t, aims.last, nu / (1.0 + nu));
  move_towards(t, aims.before, mu / (1.0 + mu + nu));
  return t;
}

}  // namespace

EquilibriumSolution solve_links(TrafficProblem const& problem,
                                EquilibriumSettings const& settings) {
  auto const clock = Clock{};
  auto const traffic = state_traffic(problem, settings.goal);
  auto const& g = traffic.graph;
  auto solution = EquilibriumSolution{};
  auto s = LinkSolver{
      traffic, star_of(g), std::vector<double>(g.links()), std::vector<double>(g.links())};
  price(s, zero(g));
  auto x = all_or_nothing(s);
  solution.setup_seconds = clock.seconds();
  auto aims = Aims{};
  for (auto iteration = 1; iteration <= settings.max_iterations; ++iteration) {
    price(s, x);
    auto const y = all_or_nothing(s);
    solution.total_cost = total_cost(s, x);
    solution.shortest_cost = s.shortest;
    solution.gap = s.shortest > 0.0 ? (solution.total_cost - s.shortest) / s.shortest : 0.0;
    solution.converged = solution.gap <= settings.gap;
    solution.steps.push_back(
        {iteration, clock.seconds(), solution.gap, beckmann(g.cost, g.extra, x.of_class)});
    if (solution.converged || (settings.on_step && !settings.on_step(solution.steps.back()))) {
      break;
    }
    auto aim = target(s, settings.method, x, y, aims);
    if (slope_at(s, x, aim, 0.0) >= 0.0) {
      aim = y;
      aims.count = 0;
    }
    auto const step = best_step(s, x, aim);
    move_towards(x, aim, step);
    aims = {std::move(aim), std::move(aims.last), step, std::min(2, aims.count + 1)};
  }
  publish(problem, traffic, x.of_class, solution);
  solution.unserved = s.unserved;
  solution.solve_seconds = clock.seconds() - solution.setup_seconds;
  return solution;
}

}  // namespace chorsu
