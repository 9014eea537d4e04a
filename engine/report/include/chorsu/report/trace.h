#pragma once

#include <set>
#include <string>
#include <vector>

#include "chorsu/calibration/validation.h"
#include "chorsu/report/answers.h"
#include "chorsu/report/rivals.h"

namespace chorsu {

/// How a row's value and its amount give the contribution.
enum class Reading : std::uint8_t {
  kTimes,       ///< value x amount
  kDivides,     ///< amount / value
  kRaises,      ///< amount x (value - 1)
  kQuickens,    ///< amount x (1 / value - 1)
  kIsTakenOff,  ///< -value x amount
  kBears,       ///< no product: a capacity that is full, or fills; the scale of a choice
  kNone         ///< the sum of rows that are not shown
};

/// The years that a figure is of.
enum class Years : std::uint8_t {
  kBoth,     ///< without and with the changes
  kWith,     ///< with them: differences, and routes as they are priced then
  kWithout,  ///< without them
  kBase      ///< the base year of the package, told where kWith is
};

/// What one row of the package, or one lever of the scenario, gives to a figure.
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

/// A link, or a node where goods change from one carrier to another, in what is paid or waited.
struct TracePlace {
  std::string id;       ///< of the link or node; empty for all others together
  std::string name;     ///< "Galaba / Ayritom - Hairatan (rail)"
  Change contribution;  ///< in the figure's unit
  std::vector<TraceRow> rows;
};

/// A figure of the run and what it is made of, largest first; contributions add up to it.
struct FigureTrace {
  std::string figure;  ///< path in the run's JSON: "states.UZB.transit_revenue"
  std::string title;   ///< "Uzbekistan: transit revenue"
  std::string unit;
  Change value;  ///< 0 for years that the figure is not of
  std::vector<TraceRow> rows;
  Years years{Years::kBoth};
  std::vector<TracePlace> places{};  ///< the same sum once more, of money and of routes
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
  std::set<std::string, std::less<>> ids;  ///< of the figures
  Column<LaneId, std::string> lane_name;   ///< "uzb-tashkent > afg-kabul, grain_food"
  Column<LaneId, std::vector<LaneRow>> lane_rows;
};

/// What is traced.
struct TraceInput {
  Model const& model;
  Comparison const& comparison;
  Answers const& answers;
  Rivals const& rivals;
  Validation const& validation;
};

/// `most` rows a figure, the others in one sum.
FigureTraces trace_figures(TraceInput const& input, std::size_t most);

/// How many of the links that moved are traced, and corridors with indicators: those that the
/// report shows.
inline constexpr auto kTracedLinks = std::size_t{100};
inline constexpr auto kBusiestCorridors = std::size_t{16};

/// The figure of a link's tonnes; a crossing's is that of the crossing.
std::string link_figure(Network const& network, LinkId link);

}  // namespace chorsu
