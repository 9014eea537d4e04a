#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "chorsu/access/price_part.h"
#include "chorsu/accounts/accounts.h"
#include "chorsu/accounts/trade_facilitation.h"

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

/// What is paid and waited along a link and over its border, or, of transfers, at a node.
struct PlaceShare {
  LinkId link{};             ///< none of transfers
  NodeId node{};             ///< of transfers
  double contribution{0.0};  ///< US$/yr
  RowShares rows;            ///< of the first `kPlacesWithRows` places; they add up to it
};
using PlaceShares = std::vector<PlaceShare>;  ///< largest first

inline constexpr auto kPlacesWithRows = std::size_t{12};

/// By row, what is avoidable of revenue taken off in rows of its own; cost is what is paid, hours
/// at the goods' value of time, delay and scarcity.
struct MoneyBreakdown {
  Column<StateId, RowShares> transit_revenue;
  Column<StateId, RowShares> trade_cost;
  Column<StateId, PlaceShares> transit_revenue_at;  ///< the same by link and place
  Column<StateId, PlaceShares> trade_cost_at;
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
  Column<LinkId, LaneShares> link_tonnes;          ///< t/yr, both directions
  Column<FacilityId, LaneShares> facility_tonnes;  ///< t/yr
  ExposureLanes exposure;                          ///< shares
};

/// Links and facilities whose lanes are wanted; those of the others stay empty.
struct LaneWishes {
  Column<LinkId, std::uint8_t> links;
  Column<FacilityId, std::uint8_t> facilities;
};

LaneBreakdown lane_breakdown(AccountInputs const& inputs, LaneWishes const& wishes);

/// Lanes of every row of the diversion table, by its two parties [t/yr]. Towards and from nobody
/// the lanes that are set off stand with a minus.
std::map<std::pair<std::string, std::string>, LaneShares> diversion_lanes(
    AccountInputs const& before, AccountInputs const& after);

/// The indicators of one mode on one corridor, by row. Hours of a haul are told per 1,000 km: the
/// speed is 1,000 over their sum. Delay of what fills has a row of its own.
struct FacilitationRows {
  RowShares border_hours;         ///< h
  RowShares border_cost;          ///< US$ per 20 t
  RowShares section_cost;         ///< US$ per 500 km and 20 t
  RowShares hours_with_delay;     ///< h per 1,000 km
  RowShares hours_without_delay;  ///< h per 1,000 km
};

/// In the order of `asked`.
std::vector<FacilitationRows> facilitation_rows(AccountInputs const& inputs,
                                                std::vector<CorridorMode> const& asked);

/// What every lane adds to the change of surplus of its two states [US$/yr].
Column<StateId, LaneShares> surplus_lanes(AccountInputs const& before,
                                          AccountInputs const& after,
                                          Pivot const& pivot);

}  // namespace chorsu
