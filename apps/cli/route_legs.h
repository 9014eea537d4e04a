#pragma once

#include <string>
#include <vector>

#include "chorsu/run/route.h"

namespace chorsu::cli {

/// A piece of a route as a traveller sees it: a link, a border, a transfer. The halves of a link
/// that crosses a border are one haul, and the two sides of the border one leg after it.
struct RouteLeg {
  NodeId from{};
  NodeId to{};
  std::string mode;  ///< of the haul; empty at transfers
  std::string kind;  ///< haul, border, load, unload, gauge_change, transship, pass
  LinkId link{};     ///< hauls and borders
  double km{0.0};
  double cost{0.0};   ///< US$/t, generalised
  double money{0.0};  ///< US$/t, what is paid
  double hours{0.0};
};

std::vector<RouteLeg> legs_of(Network const& network, Route const& route);

/// Hauls by one mode without a stop between them as one leg; its link is that of the last.
std::vector<RouteLeg> stretches_of(std::vector<RouteLeg> const& legs);

}  // namespace chorsu::cli
