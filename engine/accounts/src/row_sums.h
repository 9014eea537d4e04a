#pragma once

#include <span>
#include <vector>

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

using LineId = Id<struct LineTag>;
using PricedId = Id<struct PricedTag>;  ///< a class on an arc, once somebody asked

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
  Grid<UserClassId, ArcId, PricedId> place;  ///< none where nobody asked yet
  Rows<PricedId, ArcLine> lines;
  Column<FacilityId, LineId> delay;     ///< none where nobody asked yet
  Column<FacilityId, LineId> scarcity;  ///< the same
};

PriceLines price_lines(AccountInputs const& inputs);

/// The number of a line that differs from others in kind, charge, rate, row, column or facility.
LineId line_of(PriceLines& lines, RowShare const& share);

/// The line of a capacity, as delay or as scarcity: its row without an amount.
LineId facility_line(PriceLines& lines, ShareKind kind, FacilityId facility);

/// Parts of the price of a tonne of a class on an arc, hours at its value of time. Holds until the
/// next call.
std::span<ArcLine const> lines_on(PriceLines& lines, UserClassId user, ArcId arc);

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

/// Transit revenue and trade cost of every state; lines that one has met the other finds known.
Column<StateId, RowShares> revenue_rows(AccountInputs const& inputs, PriceLines& lines);
Column<StateId, RowShares> cost_rows(AccountInputs const& inputs,
                                     ArcCosts const& costs,
                                     PriceLines& lines);

}  // namespace chorsu
