#pragma once

#include <cstdint>

#include "table_reader.h"

#include "chorsu/access/commodity.h"
#include "chorsu/network/network.h"

namespace chorsu {

// Words that several tables share.

inline constexpr Words<Mode> kModes = {
    {"rail", Mode::kRail},
    {"road", Mode::kRoad},
    {"sea", Mode::kSea},
    {"ferry", Mode::kFerry},
    {"inland_water", Mode::kInlandWater},
    {"air", Mode::kAir},
    {"pipeline", Mode::kOther},
    {"power_line", Mode::kOther},
    {"canal", Mode::kOther},
};

inline constexpr Words<Mode> kLandModes = {{"rail", Mode::kRail}, {"road", Mode::kRoad}};

inline constexpr Words<Status> kStatuses = {
    {"operational", Status::kOperational},
    {"under_construction", Status::kUnderConstruction},
    {"planned", Status::kPlanned},
    {"suspended", Status::kSuspended},
};

inline constexpr Words<Form> kFormWords = {{"box", Form::kBox}, {"bulk", Form::kBulk}};

}  // namespace chorsu
