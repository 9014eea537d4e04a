#include "chorsu/decisions/bargaining.h"

namespace chorsu {

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
