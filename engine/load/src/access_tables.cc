#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// The commodities of a group (all groups where it says "all"), or those of the list among them.
std::vector<CommodityId> covered(Reading const& reading, Row const& row) {
  auto const& ids = reading.ids;
  auto const is_all = cell(row, "class_group") == "all";
  auto const group = is_all ? ClassGroupId{} : reference(ids.groups, row, "class_group");
  auto const listed = references(ids.commodities, row, "commodities");
  auto result = std::vector<CommodityId>{};
  auto const& commodities = reading.region->commodities;
  for (auto const commodity : commodities.group.ids()) {
    auto const in_group = is_all || commodities.group[commodity] == group;
    auto const in_list = listed.empty() || std::ranges::find(listed, commodity) != listed.end();
    if (in_group && in_list) {
      result.push_back(commodity);
    }
  }
  if (result.empty()) {
    report(row, "commodities", "the rule covers no commodity", "Name some of the class group.");
  }
  return result;
}

void check_unit(Row const& row, RuleKind kind) {
  auto const* const expected = kind == RuleKind::kTariffFactor ? "factor" : "US$/t";
  if (cell(row, "unit") != expected) {
    report(row,
           "unit",
           fmt::format("wrong unit {}, expected '{}'", in_quotes(cell(row, "unit")), expected),
           fmt::format("Convert the value and write {}.", expected));
  }
}

void check_targets(Reading const& reading, Row const& row, AccessRules::Row const& rule) {
  if (list(row, "target_ids").empty()) {
    report(row, "target_ids", "the cell is empty", "Name the links or nodes of the rule.");
  }
  for (auto const link : rule.links) {
    if (rule.kind == RuleKind::kCrossing && !crosses_border(reading, link)) {
      report(row,
             "target_ids",
             fmt::format("'{}' crosses no border", reading.ids.links.names[link.value]),
             "Name links between two states.");
    }
  }
}

Relation relation_of(Reading const& reading, Row const& row) {
  auto const& codes = reading.ids.trade_codes;
  return {.one_end_in = references(codes, row, "one_end_in"),
          .other_end_in = references(codes, row, "other_end_in"),
          .no_end_in = references(codes, row, "no_end_in"),
          .not_between = references(codes, row, "not_between")};
}

void read_rule(Reading& reading, Row const& row) {
  auto rule = AccessRules::Row{};
  rule.id = required_text(row, "rule_id");
  rule.kind = choice<RuleKind>(row,
                               "kind",
                               {{"crossing", RuleKind::kCrossing},
                                {"node", RuleKind::kNode},
                                {"link", RuleKind::kLink},
                                {"tariff_factor", RuleKind::kTariffFactor}});
  if (rule.kind == RuleKind::kNode) {
    rule.nodes = references(reading.ids.nodes, row, "target_ids");
  } else {
    rule.links = references(reading.ids.links, row, "target_ids");
  }
  check_targets(reading, row, rule);
  rule.commodities = covered(reading, row);
  rule.relation = relation_of(reading, row);
  rule.value = measure(row, "value", kNotNegative);
  check_unit(row, rule.kind);
  auto const start = optional_date(row, "from_date");
  rule.has_start = start.has_value();
  rule.start = start.value_or(Date{});
  reading.region->prices.rules.rows.push_back(std::move(rule));
}

}  // namespace

void read_access_rules(Reading& reading) {
  auto key = UniqueKey{.columns = {"rule_id"}, .seen = {}};
  for_each_row(reading, "access_rule", [&](Row const& row) {
    check_unique(row, key);
    read_rule(reading, row);
  });
}

}  // namespace chorsu
