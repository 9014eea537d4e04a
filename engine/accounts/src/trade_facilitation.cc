#include "chorsu/accounts/trade_facilitation.h"

#include "survey.h"

namespace chorsu {

namespace {

std::optional<double> ratio(double a, double b) {
  return b > 0.0 ? std::optional{a / b} : std::nullopt;
}

TradeFacilitation indicators(Survey const& survey, CorridorMode const& asked) {
  auto const seen = sight(survey, asked);
  auto const& borders = seen.borders;
  auto const& way = seen.way;
  auto t = TradeFacilitation{};
  t.borders_by_flow = seen.borders_by_flow;
  t.sections_by_flow = seen.sections_by_flow;
  auto const cost = ratio(borders.money, borders.tonnes);
  t.border_hours = ratio(borders.hours, borders.tonnes);
  t.border_cost = cost ? std::optional{kFacilitationTonnes * *cost} : cost;
  auto const haul = ratio(way.hauls.money + way.borders.money, way.hauls.tkm);
  t.section_cost = haul ? std::optional{kFacilitationTonnes * kFacilitationKm * *haul} : haul;
  t.speed_without_delay = ratio(way.hauls.tkm, way.hauls.rolling);
  t.speed_with_delay = ratio(way.hauls.tkm, way.hauls.hours + way.borders.hours);
  return t;
}

}  // namespace

CorridorFacilitation trade_facilitation(AccountInputs const& in) {
  auto const survey = chorsu::survey(in);
  auto result = CorridorFacilitation{};
  for (auto const corridor : in.network.corridors.id.ids()) {
    result.rail.push_back(indicators(survey, {corridor, Mode::kRail}));
    result.road.push_back(indicators(survey, {corridor, Mode::kRoad}));
  }
  return result;
}

}  // namespace chorsu
