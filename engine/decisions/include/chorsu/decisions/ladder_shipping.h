#pragma once

#include "chorsu/decisions/ladder_chains.h"
#include "chorsu/decisions/ladder_inputs.h"

namespace chorsu {

/// The posterior that a package ships for one choice of terms: parameter by parameter, and every
/// n-th draw, `draws` in all.
ShippedPosterior make_posterior(Evidence const& evidence,
                                LadderInputs const& inputs,
                                LadderTerms terms,
                                ChainSettings const& settings,
                                std::size_t draws);

/// The draws that the package ships for a choice of terms; none when it ships none.
std::vector<LadderParameters> shipped_draws(LadderInputs const& inputs, LadderTerms terms);

}  // namespace chorsu
