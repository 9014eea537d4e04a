#pragma once

#include <string>
#include <vector>

#include "chorsu/network/network.h"

namespace chorsu {

/// A place whose users are asked for (select link analysis): a route passes it when it runs along
/// one of the links, calls at or passes one of the nodes, or crosses one of the states on land.
struct Selection {
  std::string name;  ///< as the user wrote it
  std::vector<LinkId> links;
  std::vector<NodeId> nodes;
  std::vector<StateId> states;
};

}  // namespace chorsu
