#pragma once

#include "chorsu/accounts/accounts.h"

namespace chorsu {

/// States that share what an arc earns in equal parts; `second` is none but for ferries.
struct Payees {
  StateId first;
  StateId second;
};

/// Whose treasury, railway, hauliers or port an arc pays. None for ships and planes, and for zones
/// whose own port is stood for by a port of another state.
Payees payees(AccountInputs const& inputs, ArcId arc);

/// What arcs earn, less the cost that would not have been spent without the goods [US$/t]. Filled
/// as asked for.
struct Earnings {
  AccountInputs const& inputs;
  PriceLookup rows;
  Grid<UserClassId, ArcId, double> known;  ///< not a number where nobody asked yet
};

Earnings earnings(AccountInputs const& inputs);

double net_price(Earnings& earnings, UserClassId user, ArcId arc);

}  // namespace chorsu
