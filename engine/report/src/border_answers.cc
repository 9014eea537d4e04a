#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "chorsu/report/answers.h"

namespace chorsu {

namespace {

double& at(Change& change, bool scenario) {
  return scenario ? change.scenario : change.baseline;
}

/// What a tonne's vehicle waits and pays on both sides in one world.
void add_terms(Region const& region, World const& world, bool scenario, BorderAnswer& border) {
  for (auto const& row : region.prices.borders.rows) {
    if (row.link == border.link && row.reversed == border.reversed) {
      at(border.hours, scenario) += row.hours.value * world.border_time_factor[row.link];
      at(border.fee, scenario) += row.fee.value * world.border_fee_factor[row.link];
      border.unit = row.unit;
    }
  }
}

bool is_barred(World const& world, LinkId link, CommodityId commodity) {
  return std::ranges::any_of(world.bars, [&](ClassBar const& bar) {
    return bar.link == link && bar.commodity == commodity;
  });
}

bool is_of_border(Cause const& cause, LinkId link) {
  auto const parameter = cause.parameter;
  return cause.link == link &&
         (parameter == EffectParameter::kBorderTime || parameter == EffectParameter::kBorderCost);
}

bool holds(World const& world, Cause const& like) {
  return std::ranges::any_of(world.causes, [&](Cause const& c) {
    return is_of_border(c, like.link) && c.fact == like.fact && c.op == like.op;
  });
}

bool holds(World const& world, ClassBar const& like) {
  return std::ranges::any_of(
      world.bars, [&](ClassBar const& b) { return b.link == like.link && b.fact == like.fact; });
}

void add_rule(BorderAnswer& border, FactId fact) {
  if (!fact.is_none() && std::ranges::find(border.rules, fact) == border.rules.end()) {
    border.rules.push_back(fact);
  }
}

/// Rows that hold in `world` and not in the other.
void add_rules(World const& world, World const& other, BorderAnswer& border) {
  for (auto const& cause : world.causes) {
    if (is_of_border(cause, border.link) && !holds(other, cause)) {
      add_rule(border, cause.fact);
    }
  }
  for (auto const& bar : world.bars) {
    if (bar.link == border.link && !holds(other, bar)) {
      add_rule(border, bar.fact);
    }
  }
}

BorderAnswer border_answer(Region const& region,
                           World const& baseline,
                           World const& scenario,
                           LinkId link,
                           bool reversed) {
  auto border = BorderAnswer{};
  border.link = link;
  border.reversed = reversed;
  add_terms(region, baseline, false, border);
  add_terms(region, scenario, true, border);
  for (auto const commodity : region.commodities.id.ids()) {
    if (is_barred(scenario, link, commodity) && !is_barred(baseline, link, commodity)) {
      border.barred.push_back(commodity);
    }
  }
  add_rules(scenario, baseline, border);
  add_rules(baseline, scenario, border);
  return border;
}

}  // namespace

std::vector<BorderAnswer> border_answers(Region const& region,
                                         World const& baseline,
                                         World const& scenario) {
  auto result = std::vector<BorderAnswer>{};
  for (auto const link : region.network.links.id.ids()) {
    if (!is_crossing(region.network, link)) {
      continue;
    }
    for (auto const reversed : {false, true}) {
      auto border = border_answer(region, baseline, scenario, link, reversed);
      if (border.hours.difference() != 0.0 || border.fee.difference() != 0.0 ||
          !border.barred.empty()) {
        result.push_back(std::move(border));
      }
    }
  }
  return result;
}

std::string rules_in_words(Region const& region, std::vector<FactId> const& rules) {
  auto ids = std::vector<std::string>{};
  for (auto const& row : region.level_rules.rows) {
    if (std::ranges::find(rules, row.value.fact) != rules.end()) {
      ids.push_back(row.id);
    }
  }
  return ids.empty() ? std::string{} : fmt::format("{} of level_rule.csv", fmt::join(ids, ", "));
}

char const* fee_unit_name(FeeUnit unit) {
  return unit == FeeUnit::kPerTruck ? "US$ per truck" : "US$ per wagon or TEU";
}

}  // namespace chorsu
