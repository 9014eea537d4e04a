#include "chorsu/evidence/strain.h"

#include <algorithm>
#include <cmath>

#include "sum.h"

#include "chorsu/evidence/evidence.h"

namespace chorsu {

namespace {

constexpr auto kDaysInMonth = 365.25 / 12.0;

/// A day asked about, and what could be known of it.
struct Moment {
  Evidence const& evidence;
  Date date;
  std::optional<Date> known_on;
};

bool is_known(Moment const& moment, Date known_from) {
  return !moment.known_on || known_from <= *moment.known_on;
}

/// What is left of something that began on a day: 1 then, 0 before and once it has faded.
double left_of(Moment const& moment, std::optional<Measure> const& fade, Date begun) {
  if (moment.date < begun) {
    return 0.0;
  }
  if (!fade) {
    return 1.0;
  }
  auto const days = moment.date.days_since_epoch() - begun.days_since_epoch();
  return std::max(0.0, 1.0 - days / (fade->value * kDaysInMonth));
}

bool is_among(SubjectId subject, std::vector<SubjectId> const& subjects) {
  return std::ranges::find(subjects, subject) != subjects.end();
}

double left_of_incidents(Moment const& moment, DriverId driver) {
  auto const& drivers = moment.evidence.strain_drivers;
  auto const& incidents = moment.evidence.incidents;
  auto const at = drivers.at[driver];
  auto left = std::vector<double>{};
  for (auto const id : incidents.id.ids()) {
    auto const& about = incidents.subjects[id];
    if (is_known(moment, incidents.known_from[id]) && is_among(drivers.subject[driver], about) &&
        (at.is_none() || is_among(at, about))) {
      left.push_back(left_of(moment, drivers.fade[driver], incidents.days[id].best));
    }
  }
  return sum_of(std::move(left));
}

double left_of_statements(Moment const& moment, DriverId driver) {
  auto const& drivers = moment.evidence.strain_drivers;
  auto const& statements = moment.evidence.statements;
  auto left = std::vector<double>{};
  for (auto const id : statements.id.ids()) {
    auto const& from = statements.valid[id].from;
    if (from && is_known(moment, statements.known_from[id]) &&
        is_among(drivers.subject[driver], statements.subjects[id])) {
      left.push_back(left_of(moment, drivers.fade[driver], from->best));
    }
  }
  return sum_of(std::move(left));
}

double left_of_steps(Moment const& moment, DriverId driver) {
  auto const& drivers = moment.evidence.strain_drivers;
  auto const& events = moment.evidence.engagement;
  auto const actor = moment.evidence.subjects.actor[drivers.subject[driver]];
  auto left = std::vector<double>{};
  for (auto const id : events.id.ids()) {
    auto const is_up = events.level_before[id] < events.level_after[id];
    auto const counts = !drivers.from[driver] || *drivers.from[driver] <= events.days[id].best;
    if (events.actor[id] == actor && is_up && counts && is_known(moment, events.known_from[id])) {
      left.push_back(left_of(moment, drivers.fade[driver], events.days[id].best));
    }
  }
  return sum_of(std::move(left));
}

double left_of_period(Moment const& moment, DriverId driver) {
  auto const& drivers = moment.evidence.strain_drivers;
  auto const& until = drivers.until[driver];
  auto const is_over = until && *until <= moment.date;
  return is_over ? 0.0
                 : left_of(moment, drivers.fade[driver], drivers.from[driver].value_or(Date{}));
}

/// How much of a driver there is, 1 an event that is fresh.
double presence(Moment const& moment, DriverId driver) {
  switch (moment.evidence.strain_drivers.kind[driver]) {
    case DriverKind::kPeriod:
      return left_of_period(moment, driver);
    case DriverKind::kIncident:
      return left_of_incidents(moment, driver);
    case DriverKind::kStatement:
      return left_of_statements(moment, driver);
    case DriverKind::kStep:
      return left_of_steps(moment, driver);
    case DriverKind::kCondition:
      break;
  }
  return 1.0;
}

/// Strengths after what a scenario sets; of several settings of one driver the last holds.
Column<DriverId, double> strengths(StrainDrivers const& drivers,
                                   std::vector<StrainSetting> const& settings) {
  auto result = drivers.strength;
  for (auto const& setting : settings) {
    if (!setting.driver.is_none()) {
      result[setting.driver] = setting.value;
    }
  }
  return result;
}

/// Sums the events, then multiplies by the conditions.
StrainReading add_up(Moment const& moment,
                     StrainId strain,
                     Column<DriverId, double> const& strength) {
  auto const& drivers = moment.evidence.strain_drivers;
  auto reading = StrainReading{};
  auto amounts = std::vector<double>{};
  auto factors = std::vector<double>{};
  for (auto const driver : drivers.id.ids()) {
    if (drivers.strain[driver] != strain) {
      continue;
    }
    auto const weight = drivers.weight[driver].value;
    if (drivers.kind[driver] == DriverKind::kCondition) {
      factors.push_back(std::pow(strength[driver], weight));
      reading.parts.push_back({driver, 0.0, weight});
    } else {
      auto const amount = weight * strength[driver] * presence(moment, driver);
      amounts.push_back(amount);
      reading.parts.push_back({driver, amount, 0.0});
    }
  }
  auto const sum = sum_of(amounts);
  std::ranges::sort(reading.parts, {}, [&](auto const& part) { return drivers.id[part.driver]; });
  for (auto& part : reading.parts) {
    if (drivers.kind[part.driver] != DriverKind::kCondition && sum > 0.0) {
      part.elasticity = part.amount / sum;
    }
  }
  reading.index = std::max(0.0, sum) * product_of(factors);
  return reading;
}

/// A subject is, or belongs to at any depth, another.
bool is_part_of(Subjects const& subjects, SubjectId subject, SubjectId whole) {
  auto const& above = subjects.belongs_to[subject];
  return subject == whole ||
         std::ranges::any_of(above, [&](auto s) { return is_part_of(subjects, s, whole); });
}

template <typename IdType>
IdType named(Column<IdType, std::string> const& ids, std::string const& name) {
  auto const found = std::ranges::find(ids.values, name);
  return found == ids.values.end()
             ? IdType::none()
             : IdType{static_cast<typename IdType::rep>(found - ids.values.begin())};
}

}  // namespace

std::vector<StrainSetting> strain_settings(Evidence const& evidence,
                                           std::string const& name,
                                           double value) {
  auto const strain = named(evidence.strains.id, name);
  if (!strain.is_none()) {
    return {{.strain = strain, .driver = DriverId::none(), .value = value}};
  }
  auto settings = std::vector<StrainSetting>{};
  auto const whole = named(evidence.subjects.id, name);
  if (whole.is_none()) {
    return settings;
  }
  auto const& drivers = evidence.strain_drivers;
  auto const is_group = evidence.subjects.kind[whole] != "state";
  for (auto const driver : drivers.id.ids()) {
    auto const own = drivers.subject[driver];
    if (own == whole || (is_group && is_part_of(evidence.subjects, own, whole))) {
      settings.push_back({.strain = drivers.strain[driver], .driver = driver, .value = value});
    }
  }
  return settings;
}

Column<StrainId, StrainReading> strains_on(Evidence const& evidence,
                                           Date date,
                                           std::optional<Date> known_on,
                                           std::vector<StrainSetting> const& settings) {
  auto const moment = Moment{.evidence = evidence, .date = date, .known_on = known_on};
  auto const strength = strengths(evidence.strain_drivers, settings);
  auto result = Column<StrainId, StrainReading>{};
  for (auto const strain : evidence.strains.id.ids()) {
    auto reading = add_up(moment, strain, strength);
    for (auto const& setting : settings) {
      if (setting.driver.is_none() && setting.strain == strain) {
        reading.index = setting.value;
      }
    }
    auto const belief = evidence.strains.is_belief[strain] != 0U;
    reading.reading = belief ? std::max(0.0, 1.0 - reading.index) : reading.index;
    result.push_back(reading);
  }
  return result;
}

}  // namespace chorsu
