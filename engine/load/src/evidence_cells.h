#pragma once

#include <optional>

#include "table_reader.h"

#include "chorsu/evidence/days.h"

namespace chorsu {

/// The columns date, date_earliest, date_latest and precision of a row: earliest <= date <= latest.
Days days(Row const& row);

/// The same, none where all four cells are empty.
std::optional<Days> optional_days(Row const& row);

}  // namespace chorsu
