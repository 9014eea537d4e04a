#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

void read_strain(Reading& reading, Row const& row) {
  auto& strains = reading.region->evidence.strains;
  add_id(reading.ids.strains, row, "strain_id");
  strains.name.push_back(required_text(row, "name"));
  strains.is_belief.push_back(
      choice<std::uint8_t>(row, "reads", {{"index", 0U}, {"credibility", 1U}}));
  strains.subjects.push_back(references(reading.ids.subjects, row, "subjects"));
  strains.reference.push_back(date(row, "reference_date"));
  strains.fact.push_back(row.fact);
}

/// Months after which nothing is left; none where the cell is empty.
std::optional<Measure> fade(Row const& row) {
  return cell(row, "fade").empty() ? std::nullopt : std::optional{measure(row, "fade", kPositive)};
}

void check_period(Row const& row, DriverKind kind) {
  auto const from = optional_date(row, "from_date");
  auto const until = optional_date(row, "until_date");
  if (kind == DriverKind::kPeriod && !from) {
    report(row, "from_date", "a period without a first day", "Write from_date.");
  }
  if (from && until && *until <= *from) {
    report(row, "until_date", "ends before it begins", "Write a day after from_date.");
  }
}

void read_driver(Reading& reading, Row const& row) {
  auto& drivers = reading.region->evidence.strain_drivers;
  add_id(reading.ids.drivers, row, "driver_id");
  drivers.strain.push_back(reference(reading.ids.strains, row, "strain"));
  auto const kind = choice<DriverKind>(row,
                                       "kind",
                                       {{"period", DriverKind::kPeriod},
                                        {"incident", DriverKind::kIncident},
                                        {"statement", DriverKind::kStatement},
                                        {"step", DriverKind::kStep},
                                        {"condition", DriverKind::kCondition}});
  drivers.kind.push_back(kind);
  auto const subject = reference(reading.ids.subjects, row, "subject");
  drivers.subject.push_back(subject);
  drivers.at.push_back(optional_reference(reading.ids.subjects, row, "at"));
  drivers.from.push_back(optional_date(row, "from_date"));
  drivers.until.push_back(optional_date(row, "until_date"));
  check_period(row, kind);
  drivers.fade.push_back(fade(row));
  drivers.weight.push_back(measure(row, "weight", kAny));
  drivers.strength.push_back(number(row, "strength", kNotNegative));
  drivers.fact.push_back(row.fact);
  if (kind == DriverKind::kStep && !subject.is_none() &&
      reading.region->evidence.subjects.actor[subject].is_none()) {
    report(row, "subject", "takes no steps", "Name a subject that is an actor.");
  }
}

void read_effect(Reading& reading, Row const& row) {
  using enum EffectParameter;
  auto effect = StrainEffect{};
  effect.id = required_text(row, "effect_id");
  effect.strain = reference(reading.ids.strains, row, "strain");
  effect.parameter = choice<EffectParameter>(row,
                                             "parameter",
                                             {{"gate", kOpen},
                                              {"tariff", kTariff},
                                              {"border_time", kBorderTime},
                                              {"border_cost", kBorderCost},
                                              {"speed", kSpeed},
                                              {"capacity", kCapacity}});
  if (effect.parameter == kTariff) {
    effect.states = references(reading.ids.states, row, "target_ids");
  } else {
    effect.links = references(reading.ids.links, row, "target_ids");
  }
  if (effect.states.empty() && effect.links.empty()) {
    report(row, "target_ids", "names nothing", "Name links, or states where it is a tariff.");
  }
  auto const is_gate = effect.parameter == kOpen;
  effect.value = measure(row, "value", is_gate ? kPositive : kAny);
  auto const* const unit = is_gate ? "index" : "factor per index";
  if (cell(row, "unit") != unit) {
    report(row, "unit", "wrong unit", fmt::format("Convert the value and write {}.", unit));
  }
  reading.region->strain_effects.push_back(std::move(effect));
}

void read_push(Reading& reading, Row const& row) {
  auto const strain = reference(reading.ids.strains, row, "strain");
  auto const value = measure(row, "value", kAny);
  for (auto const actor : references(reading.ids.actors, row, "actors")) {
    reading.region->ladder.pushes.push_back({.actor = actor, .strain = strain, .value = value});
  }
}

void read_weight(Reading& reading, Row const& row) {
  auto& weights = reading.region->evidence.weights;
  auto const value = measure(row, "value", kNotNegative);
  if (weights.fact.is_none()) {
    weights.fact = row.fact;
  }
  using Place = void (*)(Reading&, Row const&, Measure const&);
  auto const put = choice<Place>(
      row,
      "kind",
      {{"rung",
        [](Reading& r, Row const& at, Measure const& x) {
          auto const rung = integer(at, "name", 1, kHighestLevel - 1);
          r.region->evidence.weights.rung.at(static_cast<std::size_t>(rung)) = x;
        }},
       {"contact",
        [](Reading& r, Row const& at, Measure const& x) {
          r.region->evidence.weights.contact[required_text(at, "name")] = x;
        }},
       {"early",
        [](Reading& r, Row const& at, Measure const& x) {
          r.region->evidence.weights.early.emplace_back(reference(r.ids.subjects, at, "name"), x);
        }},
       {"half",
        [](Reading& r, Row const&, Measure const& x) { r.region->evidence.weights.half = x; }},
       {"power", [](Reading& r, Row const& at, Measure const&) {
          r.region->evidence.weights.powers.push_back(reference(r.ids.actors, at, "name"));
        }}});
  put(reading, row, value);
}

/// Recognition is 1, and nothing short of it reaches that.
void check_weights(Reading& reading) {
  auto sum = 0.0;
  auto const& weights = reading.region->evidence.weights;
  for (auto const& rung : weights.rung) {
    sum += rung.value;
  }
  if (!weights.fact.is_none() && (sum >= 1.0 || weights.half.value <= 0.0)) {
    report(reading,
           weights.fact,
           "value",
           fmt::format("rungs add up to {}, half of contact is {}", sum, weights.half.value),
           "Keep the sum of the rungs below 1, which is recognition, and half above 0.");
  }
}

}  // namespace

void read_strains(Reading& reading) {
  for_each_row(reading, "strain", [&](Row const& row) { read_strain(reading, row); });
  auto& evidence = reading.region->evidence;
  evidence.strains.id.values = reading.ids.strains.names;
  for_each_row(reading, "strain_driver", [&](Row const& row) { read_driver(reading, row); });
  evidence.strain_drivers.id.values = reading.ids.drivers.names;
  auto effects = UniqueKey{.columns = {"effect_id"}, .seen = {}};
  for_each_row(reading, "strain_effect", [&](Row const& row) {
    check_unique(row, effects);
    read_effect(reading, row);
  });
  auto pushes = UniqueKey{.columns = {"push_id"}, .seen = {}};
  for_each_row(reading, "strain_push", [&](Row const& row) {
    check_unique(row, pushes);
    read_push(reading, row);
  });
  for_each_row(reading, "delisting_path", [&](Row const& row) {
    reading.region->ladder.delisting_path.push_back(
        {.actor = reference(reading.ids.actors, row, "actor"),
         .subject = reference(reading.ids.subjects, row, "subject")});
  });
  auto weights = UniqueKey{.columns = {"kind", "name"}, .seen = {}};
  for_each_row(reading, "engagement_weight", [&](Row const& row) {
    check_unique(row, weights);
    read_weight(reading, row);
  });
  check_weights(reading);
}

}  // namespace chorsu
