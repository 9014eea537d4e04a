#include "equilibrium_answer.h"
namespace chorsu {
EquilibriumSolution solve_links(TrafficProblem const&, EquilibriumSettings const&) {
  return {};
}
}  // namespace chorsu
