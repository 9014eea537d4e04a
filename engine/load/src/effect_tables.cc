#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// What the table calls port_teu is not modelled: its rows are checked and passed over.
enum class Parameter : std::uint8_t { kModelled, kPortTeu };

struct ParameterRule {
  Parameter kind{Parameter::kModelled};
  EffectParameter parameter{EffectParameter::kOpen};
  char const* unit{"factor"};  ///< when it is set or added to
};

ParameterRule parameter_of(Row const& row) {
  using enum EffectParameter;
  return choice<ParameterRule>(
      row,
      "parameter",
      {{"open", {Parameter::kModelled, kOpen, "open"}},
       {"capacity", {Parameter::kModelled, kCapacity, "t/yr per direction"}},
       {"port_capacity", {Parameter::kModelled, kPortCapacity, "t/yr both directions"}},
       {"port_teu", {Parameter::kPortTeu, kPortCapacity, "TEU/yr"}},
       {"tariff", {Parameter::kModelled, kTariff, "factor"}},
       {"border_time", {Parameter::kModelled, kBorderTime, "factor"}},
       {"border_cost", {Parameter::kModelled, kBorderCost, "factor"}},
       {"speed", {Parameter::kModelled, kSpeed, "factor"}},
       {"headway", {Parameter::kModelled, kHeadway, "factor"}}});
}

void read_state_mode(Reading const& reading, Row const& row, Effect& effect) {
  auto const text = cell(row, "target_id");
  auto const colon = text.find(':');
  if (colon == std::string_view::npos) {
    report(row,
           "target_id",
           fmt::format("no state and mode: {}", in_quotes(text)),
           "Write them as UZB:rail.");
    return;
  }
  effect.state = named(reading.ids.states, row, "target_id", text.substr(0, colon));
  effect.mode = word(row, "target_id", text.substr(colon + 1U), kLandModes);
}

void read_target(Reading const& reading, Row const& row, Effect& effect) {
  auto const& ids = reading.ids;
  effect.target = choice<EffectTarget>(row,
                                       "target_kind",
                                       {{"link", EffectTarget::kLink},
                                        {"crossing", EffectTarget::kCrossing},
                                        {"node", EffectTarget::kNode},
                                        {"state_mode", EffectTarget::kStateMode},
                                        {"project", EffectTarget::kProject}});
  switch (effect.target) {
    case EffectTarget::kLink:
    case EffectTarget::kCrossing:
      effect.link = reference(ids.links, row, "target_id");
      break;
    case EffectTarget::kNode:
      effect.node = reference(ids.nodes, row, "target_id");
      break;
    case EffectTarget::kProject:
      effect.project = reference(ids.projects, row, "target_id");
      break;
    case EffectTarget::kStateMode:
      read_state_mode(reading, row, effect);
      break;
  }
}

/// "opening", "opening+6y" or a date.
void read_start(Row const& row, Effect& effect) {
  auto text = cell(row, "from");
  constexpr auto kOpening = std::string_view{"opening"};
  if (!text.starts_with(kOpening)) {
    effect.has_date = true;
    effect.date = date(row, "from");
    return;
  }
  text.remove_prefix(kOpening.size());
  if (text.empty()) {
    return;
  }
  auto years = 0;
  auto const is_sound =
      text.size() >= 3U && text.size() <= 4U && text.front() == '+' && text.back() == 'y';
  for (auto const c : is_sound ? text.substr(1U, text.size() - 2U) : std::string_view{"x"}) {
    years = c >= '0' && c <= '9' && years >= 0 ? years * 10 + (c - '0') : -1;
  }
  if (years < 0) {
    report(row,
           "from",
           fmt::format("no start: {}", in_quotes(cell(row, "from"))),
           "Write opening, opening+6y or a date.");
  }
  effect.years_after = std::max(years, 0);
}

void check_unit(Row const& row, Effect const& effect, ParameterRule const& rule) {
  auto const* const expected = effect.op == EffectOperator::kMultiply ? "factor" : rule.unit;
  if (cell(row, "unit") != expected) {
    report(row,
           "unit",
           fmt::format("wrong unit {}, expected '{}'", in_quotes(cell(row, "unit")), expected),
           fmt::format("Convert the value and write {}.", expected));
  }
}

void check_crossing(Reading const& reading, Row const& row, Effect const& effect) {
  if (effect.target == EffectTarget::kCrossing && !effect.link.is_none() &&
      !crosses_border(reading, effect.link)) {
    report(row,
           "target_id",
           fmt::format("{} crosses no border", in_quotes(cell(row, "target_id"))),
           "Name a link between two states, or write link as target_kind.");
  }
}

void read_effect(Reading& reading, Row const& row) {
  auto effect = Effect{};
  effect.id = required_text(row, "effect_id");
  auto const project = reference(reading.ids.projects, row, "project_id");
  auto const rule = parameter_of(row);
  read_target(reading, row, effect);
  check_crossing(reading, row, effect);
  effect.parameter = rule.parameter;
  effect.op = choice<EffectOperator>(row,
                                     "operator",
                                     {{"set", EffectOperator::kSet},
                                      {"add", EffectOperator::kAdd},
                                      {"multiply", EffectOperator::kMultiply}});
  effect.value = measure(row, "value", effect.op == EffectOperator::kAdd ? kAny : kNotNegative);
  check_unit(row, effect, rule);
  read_start(row, effect);
  effect.relation.one_end_in = references(reading.ids.trade_codes, row, "one_end_in");
  effect.relation.other_end_in = references(reading.ids.trade_codes, row, "other_end_in");
  if (!project.is_none() && rule.kind == Parameter::kModelled) {
    reading.region->projects.effects[project].push_back(std::move(effect));
  }
}

}  // namespace

void read_effects(Reading& reading) {
  auto& projects = reading.region->projects;
  projects.effects.values.resize(projects.id.size());
  auto key = UniqueKey{.columns = {"effect_id"}, .seen = {}};
  for_each_row(reading, "project_effect", [&](Row const& row) {
    check_unique(row, key);
    read_effect(reading, row);
  });
}

}  // namespace chorsu
