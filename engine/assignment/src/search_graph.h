#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "chorsu/assignment/logit.h"
#include "chorsu/base/column.h"
#include "chorsu/base/grid.h"

namespace chorsu {

using VertexId = Id<struct VertexTag>;
using EdgeId = Id<struct EdgeTag>;

/// The supernetwork as shortest paths see it: arcs in series without a choice between them are one
/// edge. Edges are sorted by tail.
struct SearchGraph {
  Column<PortId, VertexId> vertex;   ///< none for ports inside an edge
  std::vector<std::uint32_t> first;  ///< by vertex, one more than there are vertices
  Column<EdgeId, VertexId> tail;
  Column<EdgeId, VertexId> head;
  Rows<EdgeId, ArcId> arcs;
  Column<EdgeId, double> km;
  Column<EdgeId, std::uint8_t> transfer;  ///< from one mode to another, or between mode and zone
  /// Facilities an edge passes, each once.
  struct Passage {
    FacilityId facility;
    double hours[kForms];  ///< free-flow hours that its delay stretches
  };
  Rows<EdgeId, Passage> passages;
  Column<EdgeId, std::uint8_t> open;
  Column<EdgeId, double> hours[kForms];  ///< free flow
  /// Free-flow generalised cost, open or not [US$/t]; shared by the worlds whose costs are equal.
  std::shared_ptr<Grid<UserClassId, EdgeId, double> const> base;
  std::size_t vertices() const { return first.size() - 1U; }
  std::size_t edges() const { return head.size(); }
};

/// Topology, lengths, costs and open mask.
SearchGraph search_graph(LogitProblem const& problem);

/// Only what may differ between two worlds: open mask, hours and costs. Returns whether costs did.
bool refresh(SearchGraph& graph, LogitProblem const& problem);

}  // namespace chorsu
