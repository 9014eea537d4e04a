#include <algorithm>

#include "chorsu/access/arc_cost.h"

namespace chorsu {

namespace {

bool covers(AccessRules::Row const& rule, CommodityId commodity) {
  return std::find(rule.commodities.begin(), rule.commodities.end(), commodity) !=
         rule.commodities.end();
}

double value_of_time(CostInputs const& in,
                     CommodityId commodity,
                     TradeCodeId exporter,
                     TradeCodeId importer) {
  for (auto const& row : in.prices.relations.rows) {
    if (row.commodity == commodity && row.exporter == exporter && row.importer == importer) {
      return row.value_of_time.value;
    }
  }
  return in.commodities.value_of_time[commodity].value;
}

/// Planes carry only goods of one relation (air routes of one state): both ends are looked up.
bool may_fly(CostInputs const& in,
             CommodityId commodity,
             TradeCodeId exporter,
             TradeCodeId importer) {
  return allows(in.commodities.modes[commodity], Mode::kAir) &&
         applies(in.prices.air.relation, exporter, importer);
}

}  // namespace

UserClassId user_class(UserClasses& classes,
                       CostInputs const& in,
                       CommodityId commodity,
                       TradeCodeId exporter,
                       TradeCodeId importer) {
  auto rules = std::vector<std::uint8_t>{};
  for (auto const& rule : in.prices.rules.rows) {
    rules.push_back(covers(rule, commodity) && applies(rule.relation, exporter, importer) ? 1U
                                                                                          : 0U);
  }
  auto effects = std::vector<std::uint8_t>{};
  for (auto const& effect : in.conditional_effects) {
    effects.push_back(applies(effect.relation, exporter, importer) ? 1U : 0U);
  }
  auto const vot = value_of_time(in, commodity, exporter, importer);
  auto const flies = static_cast<std::uint8_t>(may_fly(in, commodity, exporter, importer));
  for (auto const id : ids_of<UserClassId>(classes.commodity.size())) {
    if (classes.commodity[id] == commodity && classes.value_of_time[id] == vot &&
        classes.may_fly[id] == flies && classes.rules[id] == rules &&
        classes.effects[id] == effects) {
      return id;
    }
  }
  classes.value_of_time.push_back(vot);
  classes.rules.push_back(std::move(rules));
  classes.effects.push_back(std::move(effects));
  classes.may_fly.push_back(flies);
  return classes.commodity.push_back(commodity);
}

}  // namespace chorsu
