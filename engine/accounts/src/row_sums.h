#pragma once

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

using LineId = Id<struct LineTag>;

/// A part of the price of a tonne on an arc, its row known by a number.
struct ArcLine {
  LineId line;
  double amount{0.0};        ///< of the row, a tonne
  double contribution{0.0};  ///< US$/t
};

/// The rows that prices come from, each once, and what they add on the arcs that were asked for.
struct PriceLines {
  AccountInputs const& inputs;
  PriceLookup rows;
  std::vector<RowShare> known;  ///< by line, without amounts
  std::vector<std::vector<LineId>> of_fact;
  std::vector<std::vector<LineId>> of_lever;
  Grid<UserClassId, ArcId, std::uint32_t> place;  ///< in `lines`, 0 where nobody asked yet
  std::vector<std::vector<ArcLine>> lines;
};

PriceLines price_lines(AccountInputs const& inputs);

/// The number of a line that differs from others in kind, charge, rate, row, column or facility.
LineId line_of(PriceLines& lines, RowShare const& share);

/// Parts of the price of a tonne of a class on an arc, hours at its value of time.
std::vector<ArcLine> const& lines_on(PriceLines& lines, UserClassId user, ArcId arc);

/// What lines add up to in one figure.
struct RowSums {
  struct Sum {
    double amount{0.0};        ///< of the row, a year
    double contribution{0.0};  ///< US$/yr
  };
  std::vector<Sum> of_line;
};

void add(RowSums& sums, ArcLine const& line, double tonnes);

/// The lines that add something, with their sums.
RowShares rows_of(PriceLines const& lines, RowSums const& sums);

}  // namespace chorsu
