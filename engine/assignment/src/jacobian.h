#pragma once

#include <cstdint>
#include <vector>

#include <Eigen/Dense>

#include "logit_state.h"

namespace chorsu {

enum class Unknown : std::uint8_t { kScarcity, kFlow };

struct ActiveFacility {
  FacilityId facility;
  Unknown unknown{Unknown::kScarcity};
  double slope{0.0};  ///< dg/dflow, for flow unknowns
};

/// Active facilities and which of them each edge passes.
struct ActiveSet {
  std::vector<ActiveFacility> rows;
  struct Passage {
    std::uint16_t row;
    double hours[kForms];
  };
  std::vector<std::uint32_t> first;  ///< by edge
  std::vector<Passage> passages;
};

ActiveSet active_set(SearchGraph const& graph,
                     std::vector<ActiveFacility> rows,
                     std::size_t facilities);

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// What the derivative of a loading is taken of.
struct Assembly {
  LogitProblem const& p;
  LogitState const& state;
  Loading const& loading;
  ActiveSet const& active;
};

/// -d(loaded flow)/d(unknown) over the active facilities, exact.
Matrix assemble(Assembly const& assembly);

/// A factored Newton matrix and the unknowns it belongs to.
struct Jacobian {
  std::vector<ActiveFacility> rows;
  Eigen::PartialPivLU<Matrix> factors;
};

}  // namespace chorsu
