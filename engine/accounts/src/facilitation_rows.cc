#include <algorithm>

#include "row_sums.h"
#include "survey.h"

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

namespace {

constexpr auto kPerKm = 1000.0;  ///< km that hours of a haul are told for

/// The indicators of one corridor as their rows grow.
struct Sums {
  RowSums border_hours;
  RowSums border_cost;
  RowSums section_cost;
  RowSums with_delay;
  RowSums without_delay;
};

/// What one unit of goods on an arc counts for in each indicator.
struct Weights {
  double border_hours{0.0};
  double border_cost{0.0};
  double section_cost{0.0};
  double with_delay{0.0};
  double without_delay{0.0};
};

double part_of(double amount, double total) {
  return total > 0.0 ? amount / total : 0.0;
}

Weights weights(Survey const& s, Sight const& seen, UserClassId user, ArcId arc) {
  auto const side = is_border(s.all().kind[arc]);
  auto const there = side ? weight(s, user, arc, seen.borders_by_flow) : 0.0;
  auto const on_way = weight(s, user, arc, seen.sections_by_flow);
  auto const tkm = seen.way.hauls.tkm;
  return {part_of(there, seen.borders.tonnes),
          part_of(kFacilitationTonnes * there, seen.borders.tonnes),
          part_of(kFacilitationTonnes * kFacilitationKm * on_way, tkm),
          part_of(kPerKm * on_way, tkm),
          side ? 0.0 : part_of(kPerKm * on_way, tkm)};
}

void add_hours(Weights const& w, ArcLine const& line, Sums& sums) {
  add(sums.border_hours, line, w.border_hours);
  add(sums.with_delay, line, w.with_delay);
  add(sums.without_delay, line, w.without_delay);
}

/// Hours lost as the arc's facility fills.
void add_delay(
    Survey const& s, PriceLines& lines, ArcId arc, double hours, Weights const& w, Sums& sums) {
  auto const facility = s.all().facility[arc];
  auto const crowding = facility.is_none() ? 0.0 : s.in.solution.delay[facility];
  if (crowding != 0.0) {
    auto const line =
        ArcLine{facility_line(lines, ShareKind::kDelay, facility), 0.0, hours * crowding};
    add(sums.border_hours, line, w.border_hours);
    add(sums.with_delay, line, w.with_delay);
  }
}

void add_unit(
    Survey const& s, PriceLines& lines, UserClassId user, ArcId arc, Weights const& w, Sums& sums) {
  auto const& in = s.in;
  auto const unit = explain_arc(in.costs, s.rows, in.world, in.classes, user, arc);
  for (auto const& part : unit.parts) {
    if (part.contribution == 0.0) {
      continue;
    }
    auto const line =
        ArcLine{line_of(lines, {.kind = ShareKind::kPrice, .part = part, .facility = {}}),
                part.amount,
                part.contribution};
    if (part.charge == Charge::kHours) {
      add_hours(w, line, sums);
    } else if (part.charge == Charge::kTariff || part.charge == Charge::kFee) {
      add(sums.border_cost, line, w.border_cost);
      add(sums.section_cost, line, w.section_cost);
    }
  }
  add_delay(s, lines, arc, unit.price.hours, w, sums);
}

bool counts(Weights const& w) {
  return w.border_hours > 0.0 || w.section_cost > 0.0;
}

FacilitationRows rows_of(Survey const& s, PriceLines& lines, CorridorMode const& asked) {
  auto const seen = sight(s, asked);
  auto sums = Sums{};
  for (auto const arc : seen.arcs) {
    for (auto const user : s.in.classes.commodity.ids()) {
      auto const w = weights(s, seen, user, arc);
      if (counts(w)) {
        add_unit(s, lines, user, arc, w, sums);
      }
    }
  }
  return {rows_of(lines, sums.border_hours),
          rows_of(lines, sums.border_cost),
          rows_of(lines, sums.section_cost),
          rows_of(lines, sums.with_delay),
          rows_of(lines, sums.without_delay)};
}

}  // namespace

std::vector<FacilitationRows> facilitation_rows(AccountInputs const& inputs,
                                                std::vector<CorridorMode> const& asked) {
  auto const s = survey(inputs);
  auto lines = price_lines(inputs);
  auto result = std::vector<FacilitationRows>{};
  for (auto const& corridor : asked) {
    result.push_back(rows_of(s, lines, corridor));
  }
  return result;
}

}  // namespace chorsu
