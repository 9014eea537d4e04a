#pragma once

#include <vector>

#include "chorsu/accounts/trade_facilitation.h"

namespace chorsu {

/// What passes some arcs, in sums over goods.
struct Passing {
  double tonnes{0.0};
  double tkm{0.0};
  double money{0.0};    ///< US$ of tariffs and border fees
  double rolling{0.0};  ///< t·h at free flow
  double hours{0.0};    ///< t·h as crowded as it is
};

/// A solved year with what is looked up again and again.
struct Survey {
  AccountInputs const& in;
  PriceLookup rows;
  Grid<UserClassId, ArcId, double> tonnes;  ///< t/yr
  Column<LinkId, std::vector<ArcId>> arcs;  ///< open hauls and border sides of a link

  Arcs const& all() const { return in.costs.supernetwork.arcs; }
};

Survey survey(AccountInputs const& inputs);

inline bool is_border(ArcKind kind) {
  return kind == ArcKind::kExit || kind == ArcKind::kEntry;
}

/// Goods of a class on an arc: as many as there are, or a unit of each [t/yr].
inline double weight(Survey const& s, UserClassId user, ArcId arc, bool by_flow) {
  return by_flow ? s.tonnes(user, arc) : 1.0;
}

/// Where goods cross borders and where they are hauled.
struct Stretch {
  Passing borders;
  Passing hauls;
};

/// What the indicators of one mode on a corridor weigh.
struct Sight {
  std::vector<ArcId> arcs;  ///< open, of this mode
  bool borders_by_flow{false};
  bool sections_by_flow{false};
  Passing borders;  ///< of the indicators of borders
  Stretch way;      ///< of those of sections
};

Sight sight(Survey const& survey, CorridorMode const& asked);

}  // namespace chorsu
