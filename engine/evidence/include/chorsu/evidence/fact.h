#pragma once

#include <cstdint>
#include <string>

#include "chorsu/base/column.h"
#include "chorsu/base/id.h"

namespace chorsu {

using SourceId = Id<struct SourceTag>;
using FactId = Id<struct FactTag>;
using FileId = Id<struct FileTag, std::uint16_t>;

enum class Confidence : std::uint8_t { kLow, kMedium, kHigh };

enum class SourceKind : std::uint8_t {
  kObserved,
  kDerived,
  kPublished,
  kGeneralKnowledge,
  kAssumption,
  kDefault
};

/// Where numbers come from: one row of source.csv each.
struct Sources {
  Column<SourceId, std::string> id;
  Column<SourceId, SourceKind> kind;
  Column<SourceId, std::string> title;
  Column<SourceId, std::string> publisher;
  Column<SourceId, std::string> date;
  Column<SourceId, std::string> url;
};

/// Every row of a region package that measures or decides something.
struct Facts {
  Column<FileId, std::string> files;  ///< file name inside the package
  Column<FactId, FileId> file;
  Column<FactId, std::uint32_t> row;  ///< line in the file, header = 1
  Column<FactId, SourceId> source;
  Column<FactId, Confidence> confidence;
};

/// A measured number with its range (about 10-90 %) and the row it came from.
/// The unit is said by whoever holds it.
struct Measure {
  double value{0.0};
  double low{0.0};
  double high{0.0};
  FactId fact{};
};

/// A factor that changes nothing.
inline constexpr auto kUnity = Measure{1.0, 1.0, 1.0, FactId{}};

}  // namespace chorsu
