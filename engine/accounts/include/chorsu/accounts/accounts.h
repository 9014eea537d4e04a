#pragma once

#include <string>
#include <vector>

#include "chorsu/access/arc_cost.h"
#include "chorsu/assignment/logit.h"
#include "chorsu/demand/lanes.h"
#include "chorsu/network/supernetwork.h"
#include "chorsu/world/world.h"

namespace chorsu {

/// One year of a state's freight. Every tonne that enters a state's network or begins there leaves
/// it or ends there: entering + originating = leaving + terminating.
struct StateAccounts {
  Column<StateId, double> originating;      ///< t/yr, lanes that begin in the state
  Column<StateId, double> terminating;      ///< t/yr, lanes that end in the state
  Column<StateId, double> entering;         ///< t/yr over borders and quays, each time
  Column<StateId, double> leaving;          ///< t/yr over borders and quays, each time
  Column<StateId, double> transit_tonnes;   ///< t/yr that neither begin nor end in the state
  Column<StateId, double> transit_tkm;      ///< t·km/yr of them inside the state
  Column<StateId, double> transit_revenue;  ///< US$/yr of them: rail and road tariffs, border fees,
                                            ///< handling, less avoidable cost
  Column<StateId, double> trade_cost;       ///< US$/yr, generalised cost of lanes with an end there
  Column<StateId, double> trade_tonnes;     ///< t/yr with an end in the state
};

/// Goods follow a corridor when this share of their way, or this many kilometres, lie on its links.
inline constexpr auto kCorridorShare = 0.5;
inline constexpr auto kCorridorKm = Km{200.0};

/// Shares of a state's foreign trade [0, 1] that hang on one neighbour (a state, the sea, the air),
/// on one gate (the border crossing, seaport or airport where goods cross the state's own border)
/// or on one corridor. 0 where the state has no trade. Herfindahl: the sum of squared shares.
struct Exposure {
  Column<StateId, double> neighbour_max;
  Column<StateId, double> neighbour_herfindahl;
  Column<StateId, double> crossing_max;
  Column<StateId, double> crossing_herfindahl;
  Column<StateId, double> corridor_max;
};

struct Accounts {
  StateAccounts states;
  Exposure exposure;
  Column<CorridorId, double> corridor_tonnes;  ///< t/yr, mean flow along the main (first) branch,
                                               ///< shut links counted as 0: t·km over its km
  Column<CorridorId, double> corridor_tkm;     ///< t·km/yr on all its links
  Column<LinkId, double> link_forward;         ///< t/yr from `from` to `to`
  Column<LinkId, double> link_backward;
};

struct AccountInputs {
  Network const& network;
  CostInputs costs;
  UserClasses const& classes;
  Lanes const& lanes;
  World const& world;
  LogitSolution const& solution;
};

/// True for the one arc that stands for a whole link where flows are counted: a haul, or the exit
/// of the chain that a border crossing is expanded into.
bool counts_link(Network const& network, Supernetwork const& supernetwork, ArcId arc);

/// Adds up a solved year. Sums run in the order of lanes: the same inputs give the same bytes.
Accounts settle(AccountInputs const& inputs);

/// Tonnes that left one state's transit for another's. Two parties more than there are states: the
/// sea (ships outside every state), and nobody (routes that pass through fewer states, demand that
/// appears or vanishes). Lane by lane, losses go to gains in proportion; what a state loses to
/// nobody on some lanes and gains from nobody on others is set off.
struct Diversion {
  struct Row {
    std::string from;  ///< state id, "sea" or "none"
    std::string to;
    double tonnes{0.0};  ///< t/yr, positive
  };
  std::vector<Row> rows;  ///< sorted by from, to
};

/// For every state i: sum over rows to i less sum over rows from i = change of its transit tonnes.
/// Both futures have the same lanes.
Diversion divert(AccountInputs const& before, AccountInputs const& after);

/// Change of consumer and producer surplus by state [US$/yr], the integral of tonnes over the
/// logsum cost, half to each end of a lane; the demand curve is the exponential pivot. Both futures
/// want the same tonnes. A lane that loses its last route loses tonnes / epsilon; nothing is
/// counted where that has no bound (epsilon 0) or neither future has a route.
Column<StateId, double> surplus_change(AccountInputs const& before,
                                       AccountInputs const& after,
                                       Pivot const& pivot);

}  // namespace chorsu
