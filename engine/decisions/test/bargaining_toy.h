#pragma once

#include <string>
#include <vector>

#include "chorsu/decisions/bargaining.h"

namespace chorsu::toy {

struct ToyBargainer {
  double capability;
  std::vector<double> position;
  std::vector<double> salience;
};

inline BargainActors bargainers(std::vector<ToyBargainer> const& toys) {
  auto actors = BargainActors{};
  auto const dimensions = toys.front().position.size();
  actors.position = {toys.size(), dimensions};
  actors.salience = {toys.size(), dimensions};
  for (auto k = std::size_t{0}; k < dimensions; ++k) {
    actors.dimension.push_back("d" + std::to_string(k));
  }
  for (auto const& toy : toys) {
    auto const id = actors.name.push_back("a" + std::to_string(actors.name.size()));
    actors.capability.push_back(toy.capability);
    for (auto const k : actors.dimension.ids()) {
      actors.position(id, k) = toy.position[k.value];
      actors.salience(id, k) = toy.salience[k.value];
    }
  }
  return actors;
}

}  // namespace chorsu::toy
