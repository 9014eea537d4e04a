#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "problems.h"

#include "chorsu/assignment/traffic.h"

namespace chorsu {

/// Trips as a file gives them, in any order.
struct TripTable {
  struct Entry {
    TrafficZoneId origin;
    TrafficZoneId destination;
    double vehicles{0.0};
  };
  std::vector<Entry> entries;
  std::size_t within{0U};  ///< pairs of a zone with itself
  double within_vehicles{0.0};
  double total{0.0};  ///< of all that was added
};

/// Takes trips in; those of nothing are passed over, those within a zone only counted.
void add(TripTable& table, TripTable::Entry const& entry);

/// The trips by origin, destinations ascending; pairs that stand twice are added up, with a
/// warning.
Rows<TrafficZoneId, Trip> in_order(TripTable table,
                                   std::size_t zones,
                                   std::string const& file,
                                   Problems& problems);

}  // namespace chorsu
