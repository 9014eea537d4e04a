#pragma once

#include <string>

#include "chorsu/network/network.h"

namespace chorsu {

/// t = t0·(1 + alpha·(flow/capacity)^beta), the volume-delay function of the Bureau of Public
/// Roads.
struct VolumeDelay {
  Measure capacity;  ///< t/yr; 0 = shut
  double alpha{0.0};
  double beta{1.0};
};

struct CapacityDefaults {
  struct Row {
    std::string id;
    VolumeDelay delay;  ///< t/yr per direction
  };
  std::vector<Row> rows;
};

struct CrossingCapacities {
  struct Row {
    LinkId link;
    VolumeDelay delay;  ///< t/yr per direction
  };
  std::vector<Row> rows;
};

struct PortCapacities {
  struct Row {
    NodeId node;
    VolumeDelay delay;  ///< t/yr, loaded and discharged together
  };
  std::vector<Row> rows;
};

enum class FerryCarries : std::uint8_t { kWagons, kTrucks, kBoth };

struct Ferries {
  struct Row {
    LinkId link;
    FerryCarries carries;
    VolumeDelay delay;  ///< t/yr per direction, wagons and trucks together
    Measure headway;    ///< h
  };
  std::vector<Row> rows;
};

struct Capacities {
  CapacityDefaults defaults;
  CrossingCapacities crossings;
  PortCapacities ports;
  Ferries ferries;
};

}  // namespace chorsu
