#include <utility>

#include <fmt/format.h>

#include "facilitation_rows.h"
#include "trace_work.h"

namespace chorsu {

namespace {

std::vector<CorridorMode> asked(std::vector<CorridorAnswer> const& corridors) {
  auto result = std::vector<CorridorMode>{};
  for (auto const& c : corridors) {
    result.push_back({c.corridor, Mode::kRail});
    result.push_back({c.corridor, Mode::kRoad});
  }
  return result;
}

/// A speed is told as the hours it means, which add up.
double told(Indicator const& indicator, std::optional<double> const& value) {
  return !value ? 0.0 : indicator.basis == Basis::kThousandKm ? 1000.0 / *value : *value;
}

Years years_of(Indicator const& indicator, FacilitationAnswer const& answer) {
  auto const& before = answer.baseline.*indicator.value;
  auto const& after = answer.scenario.*indicator.value;
  return before && after ? Years::kBoth : after ? Years::kWith : Years::kWithout;
}

void trace_indicators(TraceWork const& w,
                      CorridorMode const& of,
                      FacilitationAnswer const& answer,
                      std::pair<FacilitationRows, FacilitationRows> const& rows) {
  auto const& corridors = w.network().corridors;
  for (auto const& indicator : kIndicators) {
    w.figures.push_back(
        {facilitation_figure(w.network(), of, indicator),
         fmt::format("{}, {}: {}", corridors.name[of.corridor], to_string(of.mode), indicator.told),
         indicator.unit,
         {told(indicator, answer.baseline.*indicator.value),
          told(indicator, answer.scenario.*indicator.value)},
         price_rows(w.t, rows.first.*indicator.rows, rows.second.*indicator.rows, indicator.basis),
         years_of(indicator, answer)});
  }
}

}  // namespace

std::string facilitation_figure(Network const& network,
                                CorridorMode const& of,
                                Indicator const& indicator) {
  return fmt::format(
      "corridors.{}.{}.{}", network.corridors.id[of.corridor], indicator.key, to_string(of.mode));
}

void trace_facilitation(TraceWork const& w) {
  auto const corridors = corridors_busiest(w.in.answers, kBusiestCorridors);
  auto const of = asked(corridors);
  auto const& c = w.t.comparison;
  auto without = facilitation_rows(account_inputs(w.t.model, c.baseline), of);
  auto with = facilitation_rows(account_inputs(w.t.model, c.with_changes), of);
  for (auto i = std::size_t{0}; i < of.size(); ++i) {
    auto const& corridor = corridors[i / 2U];
    trace_indicators(w,
                     of[i],
                     of[i].mode == Mode::kRail ? corridor.rail : corridor.road,
                     {std::move(without[i]), std::move(with[i])});
  }
}

}  // namespace chorsu
