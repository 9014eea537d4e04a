#pragma once

#include <span>
#include <string>
#include <string_view>

#include "chorsu/load/loaded_traffic.h"

namespace chorsu {

/// A file that has been read: what findings call it, and what stands in it.
struct NamedText {
  std::string name;
  std::string_view text;
};

/// A network and trip tables as the collection "Transportation Networks for Research" keeps them.
/// Every trip table is a class of its own, named after its file. Links stand in the file's order;
/// trips within a zone and trips of nothing are left out.
LoadedTraffic read_tntp(std::string const& net, std::span<std::string const> trips);

/// The same of files that have been read.
LoadedTraffic parse_tntp(NamedText const& net, std::span<NamedText const> trips);

}  // namespace chorsu
