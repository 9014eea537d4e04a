#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

/// The parts of a text between single characters `mark`.
std::vector<std::string_view> parts(std::string_view text, char mark) {
  auto result = std::vector<std::string_view>{};
  while (!text.empty()) {
    auto const end = std::min(text.find(mark), text.size());
    if (end > 0U) {
      result.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1U, text.size()));
  }
  return result;
}

/// One limit of a measure: what stands before and after '='.
struct Term {
  std::string_view key;
  std::string_view text;
};

Term term(std::string_view word) {
  auto const equals = std::min(word.find('='), word.size());
  return {word.substr(0, equals), word.substr(std::min(equals + 1U, word.size()))};
}

template <typename IdType>
std::vector<IdType> named_list(IdIndex<IdType> const& index,
                               Row const& row,
                               std::string_view text) {
  auto ids = std::vector<IdType>{};
  for (auto const name : parts(text, ';')) {
    ids.push_back(named(index, row, "measure", name));
  }
  return ids;
}

std::uint8_t modes_named(Row const& row, std::string_view column, std::string_view text) {
  auto modes = std::uint8_t{0};
  for (auto const name : parts(text, ';')) {
    auto const mode = word(row, column, name, kModes);
    modes = static_cast<std::uint8_t>(modes | 1U << static_cast<unsigned>(mode));
  }
  return modes;
}

std::vector<CommodityId> all_but(Reading const& reading, std::vector<CommodityId> const& without) {
  auto rest = std::vector<CommodityId>{};
  for (auto const commodity : reading.region->commodities.id.ids()) {
    if (std::ranges::find(without, commodity) == without.end()) {
      rest.push_back(commodity);
    }
  }
  return rest;
}

void read_ends(Reading const& reading, Row const& row, std::string_view text, CountLimits& limits) {
  auto const sides = parts(text, '/');
  if (sides.size() != 2U) {
    report(row, "measure", "ends= needs two lists", "Write ends=CODE;CODE/CODE.");
    return;
  }
  limits.ends_here = named_list(reading.ids.trade_codes, row, sides[0]);
  limits.ends_there = named_list(reading.ids.trade_codes, row, sides[1]);
}

void read_limit(Reading const& reading, Row const& row, Term const& limit, CountLimits& limits) {
  auto const& ids = reading.ids;
  auto const [key, text] = limit;
  auto const codes = std::array{std::pair{"exporter", &limits.exporters},
                                std::pair{"importer", &limits.importers},
                                std::pair{"one_end", &limits.one_end},
                                std::pair{"no_end", &limits.no_end}};
  auto const* const list = std::ranges::find(codes, key, [](auto const& c) { return c.first; });
  if (list != codes.end()) {
    *list->second = named_list(ids.trade_codes, row, text);
  } else if (key == "ends") {
    read_ends(reading, row, text, limits);
  } else if (key == "towards") {
    limits.towards = named(ids.states, row, "measure", text);
  } else if (key == "through") {
    limits.through = named(ids.states, row, "measure", text);
  } else if (key == "by") {
    limits.by = modes_named(row, "measure", text);
  } else if (key == "modes") {
    limits.modes = modes_named(row, "measure", text);
  } else if (key == "commodities") {
    limits.commodities = named_list(ids.commodities, row, text);
  } else if (key == "without") {
    limits.commodities = all_but(reading, named_list(ids.commodities, row, text));
  } else {
    report(row,
           "measure",
           fmt::format("unknown limit {}", in_quotes(key)),
           "One of exporter, importer, one_end, no_end, ends, towards, through, by, modes, "
           "commodities, without.");
  }
}

void read_measure(Reading const& reading, Row const& row, Observations::Row& observation) {
  auto const words = parts(cell(row, "measure"), ' ');
  if (words.empty()) {
    report(row, "measure", "the cell is empty", "Say what is counted: flow, transit, ...");
    return;
  }
  observation.count = word<Count>(row,
                                  "measure",
                                  words.front(),
                                  {{"flow", Count::kFlow},
                                   {"transit", Count::kTransit},
                                   {"throughput", Count::kThroughput},
                                   {"pair", Count::kPair}});
  for (auto it = words.begin() + 1; it != words.end(); ++it) {
    read_limit(reading, row, term(*it), observation.limits);
  }
}

/// Partners of a count of kind pair, both directions.
void read_pair(Reading const& reading, Row const& row, Observations::Row& observation) {
  auto const codes = references(reading.ids.trade_codes, row, "entity_ids");
  auto& limits = observation.limits;
  if (observation.use == ObservationUse::kNone) {
    return;
  }
  if (codes.size() != 2U || limits.through.is_none()) {
    report(row,
           "entity_ids",
           "a pair has two partners and a state that its goods pass",
           "Write two trade codes divided by ; and a measure with through=.");
    return;
  }
  limits.ends_here = {codes[0]};
  limits.ends_there = {codes[1]};
}

/// The ids that are counted at; what is not used is only looked at.
void read_entities(Reading const& reading, Row const& row, Observations::Row& observation) {
  auto const& ids = reading.ids;
  auto const kind = cell(row, "entity_kind");
  if (kind == "link" || kind == "crossing") {
    observation.links = references(ids.links, row, "entity_ids");
  } else if (kind == "node") {
    observation.nodes = references(ids.nodes, row, "entity_ids");
  } else if (kind == "state") {
    observation.state = reference(ids.states, row, "entity_ids");
  } else if (kind == "pair") {
    read_pair(reading, row, observation);
  } else if (!kind.empty()) {
    choice(row,
           "entity_kind",
           Words<int>{{"link", 0}, {"crossing", 0}, {"node", 0}, {"state", 0}, {"pair", 0}});
  }
}

/// A count needs the kind of place it is taken at.
void check_places(Row const& row, Observations::Row const& observation) {
  auto const has_place = std::array{!observation.links.empty(),
                                    !observation.state.is_none(),
                                    !observation.nodes.empty(),
                                    !observation.limits.ends_here.empty()};
  if (!has_place.at(static_cast<std::size_t>(observation.count))) {
    report(row,
           "entity_kind",
           fmt::format("nothing to count at for {}", in_quotes(cell(row, "measure"))),
           "flow needs links, transit a state, throughput nodes, pair two trade codes.");
  }
}

void read_observation(Reading& reading, Row const& row) {
  auto observation = Observations::Row{};
  observation.id = required_text(row, "observation_id");
  observation.entity = cell(row, "entity");
  observation.period = cell(row, "period");
  observation.use = choice<ObservationUse>(row,
                                           "use",
                                           {{"none", ObservationUse::kNone},
                                            {"calibrate", ObservationUse::kCalibrate},
                                            {"validate", ObservationUse::kValidate}});
  observation.fact = row.fact;
  if (observation.use == ObservationUse::kNone) {
    read_entities(reading, row, observation);
    return;
  }
  read_measure(reading, row, observation);
  read_entities(reading, row, observation);
  check_places(row, observation);
  observation.quantity = measure(row, "quantity", kPositive);
  observation.weight = number(row, "weight", kShare);
  observation.group = cell(row, "score_group");
  observation.independence = cell(row, "independence");
  reading.region->observations.rows.push_back(std::move(observation));
}

/// A range of one figure: where a source gives one number only, a quarter of it either way.
constexpr auto kSingleFigure = 0.25;

std::optional<Measure> range(Row const& row, std::string const& column) {
  auto const value = optional_number(row, column, kPositive);
  if (!value) {
    return std::nullopt;
  }
  auto const low = optional_number(row, column + "_low", kPositive);
  auto const high = optional_number(row, column + "_high", kPositive);
  return Measure{.value = *value,
                 .low = low.value_or(*value * (1.0 - kSingleFigure)),
                 .high = high.value_or(*value * (1.0 + kSingleFigure)),
                 .fact = row.fact};
}

/// The first day of the time that a case names: "2024", "2025-11", "2024-25", "2036 claim".
Date first_day(Row const& row) {
  auto const text = cell(row, "date");
  auto const year = text.substr(0, 4);
  auto const is_month = text.size() == 7U && text[4] == '-' && text.substr(5) <= "12";
  auto const day = Date::parse(is_month ? text : year);
  if (!day) {
    report(row, "date", "does not begin with a year", "Write a year or year-month.");
  }
  return day.value_or(Date{});
}

void read_route_case(Reading& reading, Row const& row) {
  auto const& ids = reading.ids;
  reference(ids.zones, row, "origin_zone");
  reference(ids.zones, row, "destination_zone");
  references(ids.sources, row, "fact_ids");
  auto route = RouteCases::Row{};
  route.id = required_text(row, "case_id");
  route.from = reference(ids.nodes, row, "origin_node");
  route.to = reference(ids.nodes, row, "destination_node");
  route.commodity = reference(ids.commodities, row, "class_id");
  route.date_text = cell(row, "date");
  route.date = first_day(row);
  route.branches = references(ids.branches, row, "branch_ids");
  route.via = references(ids.nodes, row, "via_nodes");
  route.modes = modes_named(row, "modes", cell(row, "modes"));
  route.judge = choice<Judge>(row,
                              "judge",
                              {{"branch", Judge::kBranch},
                               {"via_nodes", Judge::kViaNodes},
                               {"price_part", Judge::kPricePart},
                               {"not_counted", Judge::kNotCounted}});
  route.dominant = cell(row, "dominant") == "yes";
  route.days = range(row, "days");
  route.cost = range(row, "cost");
  route.unit = choice<CaseUnit>(row,
                                "cost_unit",
                                {{"", CaseUnit::kNone},
                                 {"US$/TEU", CaseUnit::kPerTeu},
                                 {"US$/FEU", CaseUnit::kPerFeu},
                                 {"US$/container", CaseUnit::kPerFeu},
                                 {"US$/truck", CaseUnit::kPerTruck}});
  route.cost_from = optional_reference(ids.nodes, row, "cost_from");
  route.cost_to = optional_reference(ids.nodes, row, "cost_to");
  route.days_from = optional_reference(ids.nodes, row, "days_from");
  route.days_to = optional_reference(ids.nodes, row, "days_to");
  route.note = cell(row, "note");
  route.fact = row.fact;
  reading.region->route_cases.rows.push_back(std::move(route));
}

}  // namespace

void read_observations(Reading& reading) {
  auto ids = UniqueKey{.columns = {"observation_id"}, .seen = {}};
  for_each_row(reading, "observation", [&](Row const& row) {
    check_unique(row, ids);
    read_observation(reading, row);
  });
}

void read_route_cases(Reading& reading) {
  auto ids = UniqueKey{.columns = {"case_id"}, .seen = {}};
  for_each_row(reading, "route_case", [&](Row const& row) {
    check_unique(row, ids);
    read_route_case(reading, row);
  });
}

}  // namespace chorsu
