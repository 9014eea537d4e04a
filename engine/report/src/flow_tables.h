#pragma once

#include <vector>

#include "chorsu/report/selection.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// Tonnes a year on every link by class.
struct ClassFlows {
  Grid<CommodityId, LinkId, double> forward;  ///< from `from` to `to`
  Grid<CommodityId, LinkId, double> backward;
};

struct OdRow {
  NodeId origin;
  NodeId destination;
  CommodityId commodity;
  double tonnes{0.0};  ///< t/yr, as solved
};

ClassFlows class_flows(Model const& model, Future const& future);

/// By origin, destination, class; pairs that carry something.
std::vector<OdRow> od_rows(Model const& model, Future const& future);

/// The same, of the routes that pass a place; a route that passes it twice counts once.
std::vector<OdRow> od_rows_through(Model const& model,
                                   Future const& future,
                                   Selection const& place);

/// Largest |in + begun - out - ended| over what passes, at any node and class.
double balance_max(Network const& network, ClassFlows const& flows, std::vector<OdRow> const& od);

}  // namespace chorsu
