#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "problems.h"
#include "text_scan.h"
#include "trip_table.h"

#include "chorsu/assignment/traffic.h"
#include "chorsu/load/tntp.h"

namespace chorsu {

/// One TNTP file while it is read.
struct TntpText {
  struct Value {
    std::string_view text;
    std::size_t line;
  };

  NamedText const& file;
  Problems& problems;
  LineScan lines{file.text};
  std::map<std::string, Value, std::less<>> metadata{};  ///< by key, in capitals
  std::size_t errors{0U};                                ///< in this file
};

/// A finding about the line that is read, or about the file with `line` 0.
void report(TntpText& tntp,
            std::size_t line,
            std::string column,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

/// Reads up to <END OF METADATA>; false, with a finding, when there is none.
bool read_metadata(TntpText& tntp);

/// A count that the metadata must have, from 1 to what the file's size allows.
std::optional<std::size_t> count(TntpText& tntp, std::string_view key);

/// The next line of the table with something on it, without its comment; none at the end of the
/// file, or when so much is wrong that the rest is not worth reading.
std::optional<std::string_view> next_line(TntpText& tntp);

/// The network of a net file; what is wrong becomes findings.
TrafficNetwork read_net(NamedText const& file, Problems& problems);

/// The trips of a trips file between zones 1 to `zones`.
Rows<TrafficZoneId, Trip> read_trips(NamedText const& file, std::size_t zones, Problems& problems);

}  // namespace chorsu
