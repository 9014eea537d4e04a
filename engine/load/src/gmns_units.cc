#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

#include "gmns_tables.h"

namespace chorsu {

namespace {

struct Unit {
  std::string_view name;
  double metres;  ///< or metres a second
};

constexpr auto kMile = 1609.344;
constexpr auto kFoot = 0.3048;
constexpr auto kHour = 3600.0;

constexpr auto kLengths = std::array{Unit{"m", 1.0},
                                     Unit{"meter", 1.0},
                                     Unit{"meters", 1.0},
                                     Unit{"metre", 1.0},
                                     Unit{"metres", 1.0},
                                     Unit{"km", 1000.0},
                                     Unit{"kilometer", 1000.0},
                                     Unit{"kilometers", 1000.0},
                                     Unit{"kilometre", 1000.0},
                                     Unit{"kilometres", 1000.0},
                                     Unit{"mi", kMile},
                                     Unit{"mile", kMile},
                                     Unit{"miles", kMile},
                                     Unit{"ft", kFoot},
                                     Unit{"foot", kFoot},
                                     Unit{"feet", kFoot}};
constexpr auto kSpeeds = std::array{Unit{"mph", kMile / kHour},
                                    Unit{"mi/h", kMile / kHour},
                                    Unit{"miles/hour", kMile / kHour},
                                    Unit{"kph", 1000.0 / kHour},
                                    Unit{"kmh", 1000.0 / kHour},
                                    Unit{"kmph", 1000.0 / kHour},
                                    Unit{"km/h", 1000.0 / kHour},
                                    Unit{"km/hr", 1000.0 / kHour},
                                    Unit{"kilometers/hour", 1000.0 / kHour},
                                    Unit{"m/s", 1.0},
                                    Unit{"mps", 1.0},
                                    Unit{"ft/s", kFoot},
                                    Unit{"fps", kFoot}};

template <typename Units>
double find(Units const& units, std::string_view name) {
  auto const is_same = [&](Unit const& unit) {
    return std::ranges::equal(unit.name, name, [](char a, unsigned char b) {
      return a == static_cast<char>(std::tolower(b));
    });
  };
  auto const found = std::ranges::find_if(units, is_same);
  return found == units.end() ? 0.0 : found->metres;
}

}  // namespace

GmnsUnits read_units(std::optional<NamedBytes>& config, Problems& problems) {
  auto units = GmnsUnits{};
  if (!config) {
    return units;
  }
  auto length = GmnsColumn{};
  auto speed = GmnsColumn{};
  auto const begin = [&](GmnsRow const& header) {
    length = find_column(header.header, {"long_length"});
    speed = find_column(header.header, {"speed"});
    return true;
  };
  auto const use = [&](GmnsRow const& row) {
    auto const metres = find(kLengths, text(row, length));
    auto const metres_a_second = find(kSpeeds, text(row, speed));
    if (metres > 0.0 && metres_a_second > 0.0) {
      constexpr auto kMinute = 60.0;
      units.minutes = metres / metres_a_second / kMinute;
      units.stated = true;
      return;
    }
    auto const column = metres > 0.0 ? speed : length;
    report(row,
           column,
           "unknown unit " + in_quotes(text(row, column)),
           "Name a unit of length and one of speed, as mile and mph, or km and kph.",
           Severity::kWarning);
  };
  read_table(*config, {begin, use}, problems);
  return units;
}

}  // namespace chorsu
