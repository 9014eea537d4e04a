#pragma once

#include <string>
#include <vector>

#include "chorsu/run/route.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// Whether a figure of a route lies in the range of its case.
struct FigureCheck {
  bool asked{false};  ///< the case has a range
  double modelled{0.0};
  Measure range;
  bool holds() const { return !asked || (range.low <= modelled && modelled <= range.high); }
};

/// A known route against the rival routes of the model.
struct RouteVerdict {
  std::size_t row{0};  ///< of RouteCases
  bool counted{false};
  bool found{false};          ///< among the rival routes
  double share{0.0};          ///< of all rival routes that follow it, together
  double largest_other{0.0};  ///< share of the largest route that does not
  FigureCheck days;           ///< d
  FigureCheck cost;           ///< US$ per the case's unit, as paid
  bool dominates() const { return share > largest_other; }
};

/// Found, the largest where said to be, time and price within their ranges.
bool holds(RouteCases::Row const& row, RouteVerdict const& verdict);

/// Part of a branch's open km between the ends of a route that must be followed.
inline constexpr auto kBranchPart = 0.8;
/// Via nodes of which one may be missed.
inline constexpr auto kViaPerMiss = 5;

/// Judges one case: the network of its date, the rival routes between its ends.
RouteVerdict judge(Model const& model,
                   Future const& future,
                   std::size_t row,
                   LogitSettings const& settings);

/// The model's year of a case's date, shared by cases of the same date.
Future future_of(Model const& model, Date date, LogitSettings const& settings);

}  // namespace chorsu
