#include "chorsu/decisions/bargaining.h"

namespace chorsu {

Column<DimensionId, double> compromise(BargainActors const& actors, BargainTurn const& turn) {
  auto means = Column<DimensionId, double>{};
  for (auto const k : actors.dimension.ids()) {
    auto sum = 0.0;
    auto weights = 0.0;
    for (auto const actor : actors.capability.ids()) {
      auto const weight = actors.capability[actor] * actors.salience(actor, k);
      sum += weight * turn.position(actor, k);
      weights += weight;
    }
    means.push_back(sum / weights);
  }
  return means;
}

Column<BargainActorId, double> level_pull(Bargain const& bargain,
                                          DimensionId dimension,
                                          double top) {
  auto const& position = bargain.turns.back().position;
  auto levels = Column<BargainActorId, double>{};
  for (auto const actor : ids_of<BargainActorId>(position.rows)) {
    levels.push_back(top * position(actor, dimension) / 100.0);
  }
  return levels;
}

}  // namespace chorsu
