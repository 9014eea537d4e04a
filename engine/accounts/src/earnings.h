#pragma once

#include "chorsu/access/price_part.h"
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

/// Share of a charge on an arc that would not be spent without the goods. Null where the charge
/// earns nothing: the tariffs of ships, ferries and planes, which no state is credited with, what
/// rules add, and hours.
Measure const* avoidable(AccountInputs const& inputs, ArcId arc, Charge charge);

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
