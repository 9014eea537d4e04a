#include "forecast_question.h"

#include <algorithm>
#include <charconv>

#include "terminal.h"

#include "chorsu/base/nearest_name.h"

namespace chorsu::cli {

namespace {

/// By id or name, whatever the case.
LadderActorId actor_named(LadderActors const& actors, std::string_view text) {
  if (auto const actor = find_by_name(actors, text); !actor.is_none()) {
    return actor;
  }
  auto names = std::vector<std::string>{};
  for (auto const actor : actors.id.ids()) {
    names.push_back(actors.id[actor]);
    names.push_back(actors.name[actor]);
  }
  auto const near = nearest_name(text, names);
  say("no actor '" + std::string{text} + "' whose level is followed" +
      (near ? ". Did you mean '" + std::string{*near} + "'?" : ""));
  return LadderActorId::none();
}

/// "CHN=7@2027-03-01".
std::optional<LadderForce> read_force(std::string const& text, LadderActors const& actors) {
  auto const equals = text.find('=');
  auto const at = text.find('@');
  if (equals == std::string::npos || at == std::string::npos || at < equals) {
    say("--if: '" + text + "' is not of the form ACTOR=LEVEL@DATE, as CHN=7@2027-03-01");
    return std::nullopt;
  }
  auto const actor = actor_named(actors, text.substr(0, equals));
  auto level = -1;
  auto const digits = text.substr(equals + 1U, at - equals - 1U);
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), level);
  auto const whole = error == std::errc{} && end == digits.data() + digits.size();
  auto const date = Date::parse(text.substr(at + 1U));
  if (actor.is_none()) {
    return std::nullopt;
  }
  if (!whole || level < 0 || level > kRecognitionLevel) {
    say("--if: a level is a number from 0 to 7, not '" + digits + "'");
    return std::nullopt;
  }
  if (!date) {
    say("--if: no such day: '" + text.substr(at + 1U) + "'. Write it as 2027-03-01.");
    return std::nullopt;
  }
  return LadderForce{month_of(*date) + (date->day() > 1U ? 1 : 0), actor, level};
}

bool read_forces(ForecastCommand const& command,
                 LadderActors const& actors,
                 ForecastQuestion& question) {
  for (auto const& text : command.ifs) {
    auto const force = read_force(text, actors);
    if (!force) {
      return false;
    }
    auto const first = month_of(question.start);
    if (force->month < first || first_day_of(force->month) > question.by) {
      say("--if: '" + text + "' lies outside " + to_string(question.start) + " to " +
          to_string(question.by));
      return false;
    }
    auto const after =
        std::ranges::upper_bound(question.forces, force->month, {}, &LadderForce::month);
    question.forces.insert(after, *force);
  }
  return true;
}

/// --push, and what --strain sets.
bool read_strains(ForecastCommand const& command, Evidence const& evidence, ForecastQuestion& q) {
  q.push = command.push;
  if (!command.push && !command.strains.empty()) {
    say("--strain: sets what --push switches on; give both");
    return false;
  }
  for (auto const& text : command.strains) {
    auto const equals = std::min(text.find('='), text.size());
    auto const digits = text.substr(std::min(equals + 1U, text.size()));
    auto value = 0.0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0.0) {
      say("--strain: '" + text + "' is not of the form NAME=VALUE, as ag.isisk=0");
      return false;
    }
    auto const settings = strain_settings(evidence, text.substr(0, equals), value);
    if (settings.empty()) {
      say("--strain: no strain, and nothing a strain is made of, '" + text.substr(0, equals) +
          "'. strain.csv and strain_driver.csv of the package list them");
      return false;
    }
    q.strains.insert(q.strains.end(), settings.begin(), settings.end());
  }
  return true;
}

bool read_days(ForecastCommand const& command, LadderInputs const& inputs, ForecastQuestion& q) {
  q.known_on = inputs.coverage_end;
  if (!command.known_on.empty()) {
    auto const date = Date::parse(command.known_on);
    if (!date) {
      say("--known-on: no such day: '" + command.known_on + "'");
      return false;
    }
    q.is_past = *date < inputs.coverage_end;
    q.known_on = std::min(*date, inputs.coverage_end);
  }
  q.start = first_day_of(month_of(q.known_on) + 1);
  auto const by = Date::parse(command.by);
  if (!by) {
    say(command.by.empty() ? "--by is required: the day by which, as 2027-12-31"
                           : "--by: no such day: '" + command.by + "'");
    return false;
  }
  if (*by < q.start) {
    say("--by: " + to_string(*by) + " lies before " + to_string(q.start) +
        ", where the forecast begins");
    return false;
  }
  q.by = *by;
  return true;
}

}  // namespace

std::optional<LadderTerms> read_terms(ForecastCommand const& command) {
  auto terms = LadderTerms{};
  for (auto const& word : command.with) {
    if (word != "peers" && word != "gate") {
      say("--with: 'peers', 'gate' or both, not '" + word + "'");
      return std::nullopt;
    }
    (word == "peers" ? terms.peers : terms.gate) = true;
  }
  return terms;
}

std::optional<ForecastQuestion> read_question(ForecastCommand const& command,
                                              Evidence const& evidence,
                                              LadderInputs const& inputs,
                                              LadderActors const& actors) {
  auto question = ForecastQuestion{};
  auto const terms = read_terms(command);
  if (!terms || !read_days(command, inputs, question) || !read_forces(command, actors, question)) {
    return std::nullopt;
  }
  if (!read_strains(command, evidence, question)) {
    return std::nullopt;
  }
  question.terms = *terms;
  for (auto const& text : command.whys) {
    question.whys.push_back(actor_named(actors, text));
    if (question.whys.back().is_none()) {
      return std::nullopt;
    }
  }
  return question;
}

double months_between(Date start, Date by) {
  auto const months = month_of(by) - month_of(start);
  auto const first = first_day_of(month_of(by));
  auto const length = first_day_of(month_of(by) + 1).days_since_epoch() - first.days_since_epoch();
  return months + static_cast<double>(by.day()) / length;
}

}  // namespace chorsu::cli
