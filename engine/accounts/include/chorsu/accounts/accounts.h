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
  Column<StateId, double> originating;    ///< t/yr, lanes that begin in the state
  Column<StateId, double> terminating;    ///< t/yr, lanes that end in the state
  Column<StateId, double> entering;       ///< t/yr over borders and quays
  Column<StateId, double> leaving;        ///< t/yr over borders and quays
  Column<StateId, double> transit_tonnes; ///< t/yr that neither begin nor end in the state
  Column<StateId, double> transit_tkm;    ///< t·km/yr of them on its links
  Column<StateId, double> transit_revenue;  ///< US$/yr: tariffs, fees and handling of transit less avoidable cost
  Column<StateId, double> trade_cost;     ///< US$/yr, generalised cost of all lanes with an end in the state
  Column<StateId, double> trade_tonnes;   ///< t/yr with an end in the state
};

/// Shares of a state's trade that hang on one neighbour, crossing or corridor.
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
  Column<CorridorId, double> corridor_tonnes;  ///< t/yr, mean flow: t·km over km of its open main branch
  Column<CorridorId, double> corridor_tkm;
  Column<LinkId, double> link_forward;         ///< t/yr from `from` to `to`
  Column<LinkId, double> link_backward;
};

struct AccountInputs {
  Network const& network;
  CostInputs const& costs;
  UserClasses const& classes;
  Lanes const& lanes;
  World const& world;
  LogitSolution const& solution;
};

Accounts settle(AccountInputs const& inputs);

/// Tonnes that left one state's transit for another's. Two parties more than there are states:
/// the open sea, and nobody (routes that pass through fewer states, demand that appears or vanishes).
struct Diversion {
  struct Row {
    std::string from;  ///< state id, "sea" or "none"
    std::string to;
    double tonnes{0.0};  ///< t/yr, positive
  };
  std::vector<Row> rows;  ///< sorted by from, to
};

/// For every state i: sum over rows to i less sum over rows from i = change of its transit tonnes.
Diversion divert(AccountInputs const& before, AccountInputs const& after);

/// Change of consumer and producer surplus by state [US$/yr], the integral of tonnes over the
/// logsum cost, half to each end of a lane; the demand curve is the exponential pivot.
Column<StateId, double> surplus_change(AccountInputs const& before, AccountInputs const& after,
                                       Pivot const& pivot);

}  // namespace chorsu
