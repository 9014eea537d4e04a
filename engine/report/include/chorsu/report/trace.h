#pragma once

#include <string>
#include <vector>

#include "chorsu/report/answers.h"

namespace chorsu {

/// How a row's value and its amount give the contribution.
enum class Reading : std::uint8_t {
  kTimes,       ///< value x amount
  kDivides,     ///< amount / value
  kRaises,      ///< amount x (value - 1)
  kQuickens,    ///< amount x (1 / value - 1)
  kIsTakenOff,  ///< -value x amount
  kBears,       ///< no product: a capacity that is full, or fills
  kNone         ///< the sum of rows that are not shown
};

/// What one row of the package, or one lever of the scenario, gives to a figure in both futures.
struct TraceRow {
  std::string name;               ///< what the row is about, in words
  FactId fact{};                  ///< file, line and source; none for levers and sums
  std::uint32_t lever{kNoLever};  ///< place among the scenario's levers
  LaneId lane{};                  ///< where the row feeds a figure through a lane
  std::string column;             ///< of the row in its file
  double value{0.0};              ///< as it stands there
  std::string unit;
  Reading reading{Reading::kTimes};
  Change amount;
  std::string amount_unit;
  Change contribution;  ///< in the figure's unit
};

/// A figure of the run and what it is made of, largest first; contributions add up to it.
struct FigureTrace {
  std::string figure;  ///< path in the run's JSON: "states.UZB.transit_revenue"
  std::string title;   ///< "Uzbekistan: transit revenue"
  std::string unit;
  Change value;  ///< figures that are differences have a baseline of 0
  std::vector<TraceRow> rows;
};

/// A row that a lane's tonnes come from.
struct LaneRow {
  std::string name;
  FactId fact{};
  std::string column;
  double value{0.0};
  std::string unit;
};

/// All figures of a comparison, traced, and the rows behind every lane that they name.
struct FigureTraces {
  std::vector<FigureTrace> figures;
  Column<LaneId, std::string> lane_name;  ///< "uzb-tashkent > afg-kabul, grain_food"
  Column<LaneId, std::vector<LaneRow>> lane_rows;
};

/// `most` rows a figure, the others in one sum.
FigureTraces trace_figures(Model const& model,
                           Comparison const& comparison,
                           Answers const& answers,
                           std::size_t most);

}  // namespace chorsu
