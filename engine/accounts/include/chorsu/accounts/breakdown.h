#pragma once

#include <map>
#include <utility>
#include <vector>

#include "chorsu/access/price_part.h"
#include "chorsu/accounts/accounts.h"

namespace chorsu {

// What the figures of the accounts are made of. Every breakdown adds up to its figure.

enum class ShareKind : std::uint8_t {
  kPrice,    ///< a price or hours of the package, a lever, or what is avoidable of them
  kDelay,    ///< hours lost on a facility that fills
  kScarcity  ///< price of a facility that is full
};

/// One row in a figure in money: `part.amount` of it a year, `part.contribution` [US$/yr]. Delay
/// and scarcity name the capacity's row; they are no multiple of its value.
struct RowShare {
  ShareKind kind{ShareKind::kPrice};
  PricePart part;
  FacilityId facility{};  ///< delay and scarcity
};
using RowShares = std::vector<RowShare>;

/// By row, what is avoidable of revenue taken off in rows of its own; cost is what is paid, hours
/// at the goods' value of time, delay and scarcity.
struct MoneyBreakdown {
  Column<StateId, RowShares> transit_revenue;
  Column<StateId, RowShares> trade_cost;
};

/// `costs` are those that the year was solved with.
MoneyBreakdown money_breakdown(AccountInputs const& inputs, ArcCosts const& costs);

/// A lane's part of a figure, in the figure's unit.
struct LaneShare {
  LaneId lane;
  double amount{0.0};
};
using LaneShares = std::vector<LaneShare>;  ///< in order of the lanes

/// Shares of a state's foreign trade.
struct ExposureLanes {
  Column<StateId, LaneShares> neighbour_max;
  Column<StateId, LaneShares> neighbour_herfindahl;
  Column<StateId, LaneShares> crossing_max;
  Column<StateId, LaneShares> crossing_herfindahl;
  Column<StateId, LaneShares> corridor_max;
};

struct LaneBreakdown {
  Column<StateId, LaneShares> transit_tonnes;      ///< t/yr
  Column<StateId, LaneShares> transit_tkm;         ///< t·km/yr
  Column<StateId, LaneShares> trade_tonnes;        ///< t/yr
  Column<CorridorId, LaneShares> corridor_tonnes;  ///< t/yr
  Column<LinkId, LaneShares> crossing_tonnes;      ///< t/yr, both directions; empty elsewhere
  ExposureLanes exposure;                          ///< shares
};
LaneBreakdown lane_breakdown(AccountInputs const& inputs);

/// Lanes of every row of the diversion table, by its two parties [t/yr]. Towards and from nobody
/// the lanes that are set off stand with a minus.
std::map<std::pair<std::string, std::string>, LaneShares> diversion_lanes(
    AccountInputs const& before, AccountInputs const& after);

/// What every lane adds to the change of surplus of its two states [US$/yr].
Column<StateId, LaneShares> surplus_lanes(AccountInputs const& before,
                                          AccountInputs const& after,
                                          Pivot const& pivot);

}  // namespace chorsu
