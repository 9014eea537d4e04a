#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "terminal.h"

namespace chorsu::cli {

/// A cell of the package with its range.
struct WhyCell {
  std::string file{};
  std::uint32_t row{0U};  ///< line of the file, the header is 1
  std::string column{};
  double value{0.0};
  std::string unit{};
  std::optional<double> low{};
  std::optional<double> high{};
  std::string confidence{};  ///< low, medium, high; empty where the table has none
  bool assumed{false};       ///< the source is an assumption or a default
};

/// A row of source.csv.
struct WhySource {
  std::string id{};
  std::uint32_t row{0U};
  std::string kind{};
  std::string title{};
  std::string publisher{};
  std::string date{};
  std::string url{};
};

/// What a step gives to the figure in one year of the run.
struct WhyGives {
  std::string future{};            ///< baseline, scenario or base
  std::uint32_t row{0U};           ///< of the run's table; 0 where it is a sum
  std::optional<double> amount{};  ///< of the cell's value
  double contribution{0.0};        ///< in the unit of the step
};

/// A step on the way from a figure to its sources.
struct WhyStep {
  std::string kind{};  ///< figure, account, link, lane, row, change, others or source
  std::string title{};
  std::string unit{};
  std::vector<WhyGives> gives{};
  std::string reading{};  ///< how value and amount give the contribution
  std::string amount_unit{};
  std::optional<WhyCell> cell{};
  std::optional<WhySource> source{};
  std::vector<WhyStep> links{};  ///< the same sum by link or place; of money figures
  std::vector<WhyStep> parts{};  ///< what it is made of, or rests on
};

/// Steps from here to the source that is furthest away.
std::size_t hops(WhyStep const& step);

/// The tree for a terminal; `all`: nothing is left out.
std::string why_text(WhyStep const& figure, bool all, Terminal const& terminal);

/// The tree as one JSON object (docs/user-guide.md).
std::string why_json(WhyStep const& figure, std::string const& run, std::string const& region);

}  // namespace chorsu::cli
