#pragma once

#include <functional>
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

/// Tonnes of a class on an arc that count for a figure.
struct Paid {
  UserClassId user;
  ArcId arc;
  double tonnes{0.0};
};

/// Calls the visitor with the lines that a tonne of a class on an arc adds to a figure.
using Visit = std::function<void(ArcLine const&)>;
using Lines = std::function<void(UserClassId, ArcId, Visit const&)>;

/// A figure as it grows, by row and by link or place.
struct FigureSums {
  RowSums rows;
  std::vector<double> of_place{};  ///< links, then nodes
  std::vector<Paid> paid{};
};

void add(FigureSums& sums, AccountInputs const& inputs, Lines const& lines, Paid const& paid);

/// Largest first, the first of them with rows.
PlaceShares places_of(PriceLines const& known, Lines const& lines, FigureSums const& sums);

/// Transit revenue and trade cost of every state; lines that one has met the other finds known.
void add_revenue(AccountInputs const& inputs, PriceLines& lines, MoneyBreakdown& to);
void add_cost(AccountInputs const& inputs,
              ArcCosts const& costs,
              PriceLines& lines,
              MoneyBreakdown& to);

}  // namespace chorsu
