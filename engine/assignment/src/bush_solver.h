#pragma once

#include <cstddef>
#include <vector>

#include "bush.h"
#include "traffic_graph.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu {

/// All that a bush solve keeps for the next one.
struct EquilibriumState {
  StatedTraffic stated;
  FoldedTraffic folded;
  std::vector<Bush> bushes;  ///< by folded origin
  std::vector<double> lost;  ///< by folded origin: car units that no path could take
  LinkState links;
  double shortest{0.0};  ///< cost of all demand on least-cost paths, dead ends apart
};

struct BushTotals {
  double excess{0.0};
  double shortest{0.0};
};

/// The phases of a bush solve over all origins. Origins are independent at frozen prices; their
/// sums are taken in fixed blocks, so that results do not depend on the number of threads.
class BushSolver {
 public:
  BushSolver(EquilibriumState& state, std::size_t classes, int threads);

  /// Prices of all links at their volumes.
  void price();

  /// Least-cost trees for the origins listed; a sixteenth at a time, each at the prices that those
  /// before it leave behind.
  void plant(std::vector<std::uint32_t> const& origins);

  /// Volumes and prices from the bushes alone.
  void load();

  /// Loads and measures all bushes at frozen prices, then sets volumes and prices anew.
  BushTotals measure();

  /// The same, and rebuilds them; links that gain less than `slack` are let be and not measured.
  BushTotals check(double slack);

  /// The same far from equilibrium: a sixteenth of the bushes at a time, each followed by shifts,
  /// so that the next see what it has done. What it measures is no gap of any one state.
  void sweep(double slack);

  /// Shifts flow until hardly any bush has an excess above its part of `enough`.
  void shift(double enough);

  /// The same where shifts make little way: now and then a stride.
  void stride(double enough);

  /// Car units by class on folded links, as last loaded.
  Grid<TrafficClassId, TrafficLinkId, double> class_volumes();

  /// Work done, whatever the number of threads.
  EquilibriumCounts counts() const;

 private:
  PricedStar star(std::uint32_t origin) const;
  /// Calls `work(j, scratch, volume)` for j below `count`, side by side.
  template <typename Work>
  void for_each(std::size_t count, Work const& work);
  double shift_once(std::uint32_t origin, double enough);
  /// Trees start from everybody travelling: a saturated excess link has no usable slope.
  void bar_excess_links();
  template <typename Work>
  void for_blocks(Work const& work);
  /// Calls `work(i, scratch, volume)` for all bushes by block and adds up what it finds.
  template <typename Work>
  BushTotals total(Work const& work);

  EquilibriumState& state_;
  int threads_;
  std::vector<BushScratch> scratch_;          // by thread
  std::vector<std::vector<double>> volumes_;  // by block; a single one when there is one thread
  CoreScratch core_;
};

}  // namespace chorsu
