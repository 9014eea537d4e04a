#pragma once

#include "chorsu/decisions/ladder_panel.h"

namespace chorsu {

/// What simpler forecasters make of a panel: hazards of a move up a month, by actor where they
/// differ, and the chance of a move that "the level stays" leaves.
struct Baselines {
  double constant{0.0};
  Column<LadderActorId, double> logistic{};
  double persistence{0.0};
};

/// Constant: moves by actor-months. Logistic: on rights and ISIS-K, with a standard normal prior on
/// each slope. Persistence: nothing moves, but for half a move in all that was seen and one
/// actor-month more, so that its log score is finite (Krichevsky and Trofimov 1981).
Baselines baselines_of(LadderModel const& model, LadderPanel const& panel, LadderState const& now);

}  // namespace chorsu
