#include "bush_stride.h"

#include <algorithm>

namespace chorsu {

namespace {

constexpr auto kHalvings = 50;
constexpr auto kExcessPart = 0.9;  // of what an excess link can take: its cost has no bound there

struct Direction {
  FoldedGraph const& graph;
  FlowSnapshot const& before;
  FlowSnapshot const& now;

  double volume(TrafficLinkId l) const { return total(now, l); }
  double change(TrafficLinkId l) const { return total(now, l) - total(before, l); }

  static double total(FlowSnapshot const& s, TrafficLinkId l) {
    auto sum = 0.0;
    for (auto k = std::size_t{0}; k < s.volume.rows; ++k) {
      sum += s.volume(TrafficClassId{static_cast<std::uint16_t>(k)}, l);
    }
    return sum;
  }
};

/// The longest step, in directions, that keeps all flows at 0 or more.
double longest_step(Direction const& d) {
  auto most = kInfiniteCost;
  for (auto i = std::size_t{0}; i < d.now.approach.size(); ++i) {
    if (auto const change = d.now.approach[i] - d.before.approach[i]; change < 0.0) {
      most = std::min(most, d.now.approach[i] / -change);
    }
  }
  for (auto const l : ids_of<TrafficLinkId>(d.graph.links())) {
    auto const& cost = d.graph.cost[l.value];
    if (auto const change = d.change(l); cost.shape == LinkShape::kExcess && change > 0.0) {
      most = std::min(most, kExcessPart * (1.0 / cost.scale - d.volume(l)) / change);
    }
  }
  return most < kInfiniteCost ? most : 0.0;
}

/// Derivative of Beckmann's function along the direction.
double ascent(Direction const& d, double step) {
  auto sum = 0.0;
  for (auto const l : ids_of<TrafficLinkId>(d.graph.links())) {
    auto const change = d.change(l);
    if (change != 0.0) {
      auto const volume = std::max(0.0, d.volume(l) + step * change);
      sum += change * evaluate(d.graph.cost[l.value], volume).cost;
    }
    for (auto k = std::size_t{0}; k < d.now.volume.rows; ++k) {
      auto const which = TrafficClassId{static_cast<std::uint16_t>(k)};
      if (auto const by_class = d.now.volume(which, l) - d.before.volume(which, l);
          by_class != 0.0) {
        sum += by_class * d.graph.extra(which, l);
      }
    }
  }
  return sum;
}

}  // namespace

FlowSnapshot snapshot(EquilibriumState const& state, BushSolver& solver) {
  auto s = FlowSnapshot{{}, solver.class_volumes()};
  for (auto const& bush : state.bushes) {
    for (auto const& a : bush.approach) {
      s.approach.push_back(a.flow);
    }
  }
  return s;
}

bool stride(EquilibriumState& state, FlowSnapshot const& before, FlowSnapshot const& now) {
  auto const d = Direction{state.folded.graph, before, now};
  auto high = longest_step(d);
  if (high <= 0.0 || ascent(d, 0.0) >= 0.0) {
    return false;
  }
  auto step = high;
  if (ascent(d, high) > 0.0) {
    auto low = 0.0;
    for (auto i = 0; i < kHalvings; ++i) {
      step = (low + high) / 2.0;
      (ascent(d, step) > 0.0 ? high : low) = step;
    }
  }
  auto i = std::size_t{0};
  for (auto& bush : state.bushes) {
    for (auto& a : bush.approach) {
      a.flow = std::max(0.0, a.flow + step * (now.approach[i] - before.approach[i]));
      ++i;
    }
  }
  return true;
}

}  // namespace chorsu
