#pragma once

#include <string>
#include <vector>

#include "chorsu/run/simulate.h"

namespace chorsu {

/// An observed row against the base year as solved.
struct Checked {
  std::size_t row{0};    ///< of Observations
  double modelled{0.0};  ///< t/yr
  double error{0.0};     ///< modelled / observed - 1
  bool in_range{false};  ///< inside the row's own range
};

/// Errors of some rows; shares lie in [0, 1].
struct ErrorMeasures {
  std::size_t rows{0};
  double median_absolute{0.0};  ///< of |error|
  double bias{0.0};             ///< weighted mean of ln(modelled / observed)
  double spread{0.0};           ///< weighted root mean square of the same
  double within_range{0.0};
  double within_factor_two{0.0};
};

/// Rows of one group counted at several gates: what part each has of their sum.
struct GateShare {
  std::size_t row{0};
  double observed{0.0};  ///< [0, 1]
  double modelled{0.0};
};

struct Validation {
  std::vector<Checked> rows;  ///< those with a use, in the order of the package
  ErrorMeasures calibrate;
  ErrorMeasures validate;
  ErrorMeasures independent;  ///< validate rows that had no part in building the model
  ErrorMeasures left_out;     ///< calibrate rows by fits without them; none before a fit
  std::vector<GateShare> gates;
  std::vector<LaneShares>
      lanes;  ///< what the modelled tonnes are the sum of, by row of Observations
};

/// Groups of at least this many flows are gates of one trade.
inline constexpr auto kFewestGates = std::size_t{3};

/// The calibration solve of a model against every observed row that has a use.
Validation validate(Model const& model);

/// The accounts' view of the calibration solve.
AccountInputs base_inputs(Model const& model);

}  // namespace chorsu
