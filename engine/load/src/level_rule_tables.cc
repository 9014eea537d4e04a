#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

void check_goods(Row const& row, LevelRules::Row const& rule) {
  if (rule.term == BorderTerm::kClasses && rule.commodities.empty()) {
    report(row, "commodities", "the cell is empty", "Name the classes that may not cross.");
  }
  if (rule.term != BorderTerm::kClasses && !rule.commodities.empty()) {
    report(row, "commodities", "hours and fees are those of all goods", "Leave the cell empty.");
  }
}

/// What keeps the laws: a level never makes a border dearer, a listing or sanction never cheaper.
void check_value(Row const& row, LevelRules::Row const& rule) {
  auto const is_switch = rule.term == BorderTerm::kClasses;
  if (auto const* const unit = is_switch ? "switch" : "factor"; cell(row, "unit") != unit) {
    report(row, "unit", fmt::format("wrong unit, expected '{}'", unit), "Convert the value.");
  }
  auto const& value = rule.value;
  if (is_switch) {
    if (value.value != 0.0 && value.value != 1.0) {
      report(row, "value", "a switch is 0 or 1", "Write 1.");
    }
  } else if (rule.measure == StandingMeasure::kLevel && value.high > 1.0) {
    report(row, "value_high", "a level makes a border dearer", "Write factors of at most 1.");
  } else if (rule.measure != StandingMeasure::kLevel && value.low < 1.0) {
    report(row, "value_low", "this makes a border cheaper", "Write factors of at least 1.");
  }
}

Level level_of(Row const& row, StandingMeasure measure) {
  if (measure == StandingMeasure::kLevel) {
    return static_cast<Level>(integer(row, "from_level", 1, kHighestLevel));
  }
  if (!cell(row, "from_level").empty()) {
    report(row, "from_level", "only a level has one", "Leave the cell empty.");
  }
  return Level{0};
}

void read_rule(Reading& reading, Row const& row) {
  auto rule = LevelRules::Row{};
  rule.id = required_text(row, "rule_id");
  rule.actor = reference_or_any(reading.ids.actors, row, "actor");
  rule.towards = reference(reading.ids.states, row, "towards");
  rule.measure = choice<StandingMeasure>(row,
                                         "measure",
                                         {{"level", StandingMeasure::kLevel},
                                          {"listing", StandingMeasure::kListing},
                                          {"sanction", StandingMeasure::kSanction}});
  rule.from_level = level_of(row, rule.measure);
  rule.term = choice<BorderTerm>(row,
                                 "changes",
                                 {{"hours", BorderTerm::kHours},
                                  {"fee", BorderTerm::kFee},
                                  {"classes", BorderTerm::kClasses}});
  rule.commodities = references(reading.ids.commodities, row, "commodities");
  rule.value = measure(row, "value", rule.term == BorderTerm::kClasses ? kNotNegative : kPositive);
  check_goods(row, rule);
  check_value(row, rule);
  reading.region->level_rules.rows.push_back(std::move(rule));
}

}  // namespace

void read_level_rules(Reading& reading) {
  auto key = UniqueKey{.columns = {"rule_id"}, .seen = {}};
  for_each_row(reading, "level_rule", [&](Row const& row) {
    check_unique(row, key);
    read_rule(reading, row);
  });
  reading.region->level_rules.observed = base_day(*reading.region);
}

}  // namespace chorsu
