#pragma once

#include "bush.h"

namespace chorsu {

/// Lets the better paths that a check has found into the bush and drops approaches whose share of
/// the flow is negligible; puts nodes in a new order. Unused nodes follow the least-cost tree; a
/// used node gets at most one approach more, and only from a node with a smaller largest cost,
/// which keeps the bush acyclic (Nie 2010). Returns false when nothing was to be done.
bool rebuild(Bush& bush, FoldedOrigin const& origin, PricedStar const& star, BushScratch& scratch);

}  // namespace chorsu
