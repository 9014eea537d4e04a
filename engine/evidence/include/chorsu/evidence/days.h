#pragma once

#include <cstdint>

#include "chorsu/base/date.h"

namespace chorsu {

/// What a source says of a date: the day, or only its month or year.
enum class Precision : std::uint8_t { kDay, kMonth, kYear };

/// A date with what is not known of it: earliest <= best <= latest. Models use the best day: the
/// day itself, else the 15th of the month or 1 July of the year, unless the row names a likelier
/// one.
struct Days {
  Date best{};
  Date earliest{};
  Date latest{};
  Precision precision{Precision::kDay};

  friend bool operator==(Days const&, Days const&) = default;
};

}  // namespace chorsu
