#include <algorithm>
#include <cmath>
#include <set>

#include "chorsu/demand/lanes.h"

namespace chorsu {

Growth::Row const* growth_row(Growth const& growth, StateId state, ClassGroupId group) {
  auto const it = std::find_if(growth.rows.begin(), growth.rows.end(), [&](auto const& row) {
    return row.state == state && row.group == group;
  });
  return it == growth.rows.end() ? nullptr : &*it;
}

GrowthFactors growth_factors(Growth const& growth,
                             Network const& network,
                             Commodities const& commodities,
                             Lanes const& lanes,
                             int base_year,
                             int year) {
  auto result = GrowthFactors{};
  auto missing = std::set<StateId>{};
  for (auto const lane : ids_of<LaneId>(lanes.origin.size())) {
    auto const group = commodities.group[lanes.commodity[lane]];
    auto rate = 0.0;
    auto years = year - base_year;
    for (auto const zone : {lanes.origin[lane], lanes.destination[lane]}) {
      auto const state = network.zones.state[zone];
      auto const* row = growth_row(growth, state, group);
      if (row == nullptr) {
        missing.insert(state);
        continue;
      }
      rate += 0.5 * row->rate.value;
      result.past_last_year |= year > row->last_year;
      years = std::min(years, row->last_year - base_year);
    }
    result.factor.push_back(std::pow(1.0 + rate / 100.0, years));
  }
  result.missing.assign(missing.begin(), missing.end());
  if (year == base_year) {
    result.missing.clear();
  }
  return result;
}

}  // namespace chorsu
