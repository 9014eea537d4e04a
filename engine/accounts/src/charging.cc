#include "ledger.h"

namespace chorsu {

Column<ArcId, std::uint8_t> charging(Supernetwork const& s) {
  auto into = Column<PortId, ArcId>{};
  into.values.resize(s.ports.kind.size());
  for (auto const arc : s.arcs.to.ids()) {
    into[s.arcs.to[arc]] = arc;
  }
  auto result = Column<ArcId, std::uint8_t>{};
  for (auto const arc : s.arcs.from.ids()) {
    auto const facility = s.arcs.facility[arc];
    auto charges = !facility.is_none();
    for (auto at = s.arcs.from[arc]; s.ports.kind[at] == PortKind::kBorder;) {
      auto const before = into[at];
      charges = charges && s.arcs.facility[before] != facility;
      at = s.arcs.from[before];
    }
    result.push_back(charges ? 1U : 0U);
  }
  return result;
}

}  // namespace chorsu
