#pragma once

#include <vector>

#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu {

/// What strains add to every followed actor's log odds a month of a move up: the sum over its rows
/// of strain_push.csv of value x reading, as things stand and are known on a day. It holds for the
/// whole forecast.
Column<LadderActorId, double> pushes_on(Evidence const& evidence,
                                        LadderInputs const& inputs,
                                        Date day,
                                        std::vector<StrainSetting> const& settings);

/// Adds pushes to the actors' own effects in every draw.
void push(std::vector<LadderParameters>& draws, Column<LadderActorId, double> const& by);

/// 1 for actors whose law does not let them delist on a day: a step of their path is not known to
/// have been taken.
Column<LadderActorId, char> barred_on(Evidence const& evidence,
                                      LadderInputs const& inputs,
                                      Date day);

}  // namespace chorsu
