#include <nlohmann/json.hpp>

#include "forecast_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json chance_json(Chance const& chance) {
  return {{"p", chance.p}, {"low", chance.low}, {"high", chance.high}};
}

Json levels_json(std::array<Chance, kLevelCount> const& levels, bool recognition) {
  auto json = Json::object();
  for (auto l = recognition ? std::size_t{kRecognitionLevel} : std::size_t{1}; l < kLevelCount;
       ++l) {
    json[std::to_string(l)] = chance_json(levels.at(l));
  }
  return json;
}

Json scores_json(HorizonScore const& score) {
  auto const& ladder = score.of[0];
  auto json = Json{{"n", score.forecasts},
                   {"moves", score.moves},
                   {"brier", ladder.brier},
                   {"log", ladder.log},
                   {"rps", score.rps},
                   {"rps_persistence", score.rps_persistence},
                   {"shuffled_gain", score.shuffled_gain}};
  for (auto i = std::size_t{1}; i < kForecasters; ++i) {
    auto const name = std::string{to_string(static_cast<Forecaster>(i))};
    auto const& other = score.of.at(i);
    json["brier_" + name] = other.brier;
    json["log_" + name] = other.log;
    json["gain_over_" + name] = {{"brier", other.brier_gain},
                                 {"brier_se", other.brier_gain_se},
                                 {"log", other.log_gain},
                                 {"log_se", other.log_gain_se}};
  }
  json["reliability"] = Json::array();
  for (auto const& bin : score.reliability) {
    json["reliability"].push_back({{"n", bin.forecasts},
                                   {"said", bin.said},
                                   {"came", bin.came},
                                   {"low", bin.low},
                                   {"high", bin.high},
                                   {"inside", bin.reliable()}});
  }
  return json;
}

Json horizons_json(Hindcast const& hindcast) {
  auto json = Json::object();
  for (auto const& score : hindcast.horizons) {
    json[std::to_string(score.months)] = scores_json(score);
  }
  return json;
}

Json terms_json(std::vector<TermShare> const& terms) {
  auto json = Json::object();
  for (auto const& term : terms) {
    json[std::string{term.term}] = {{"mean", term.mean}, {"low", term.low}, {"high", term.high}};
  }
  return json;
}

Json ifs_json(ForecastAnswer const& answer) {
  auto const& actors = answer.model.actors;
  auto json = Json{{"set", Json::array()}};
  for (auto const& force : answer.forces) {
    json["set"].push_back({{"actor", actors.id[force.actor]},
                           {"level", force.level},
                           {"from", to_string(first_day_of(force.month))}});
  }
  json["changes"] = Json::array();
  for (auto const& one : answer.ifs) {
    auto states = Json::object();
    for (auto const actor : actors.id.ids()) {
      states[actors.id[actor]] = levels_json(one.change[actor], answer.recognition);
    }
    json["changes"].push_back({{"terms", to_string(one.terms)}, {"states", states}});
  }
  return json;
}

/// By actor: the chance of no recognition by the end of each month, and the hazard in it.
Json survival_json(ForecastAnswer const& answer) {
  auto json = Json::object();
  auto const& actors = answer.model.actors;
  auto const first = month_of(answer.start);
  for (auto const actor : actors.id.ids()) {
    auto& curve = json[actors.id[actor]] = Json::array();
    auto before = answer.now.level[actor] == kRecognitionLevel ? 0.0 : 1.0;
    auto month = first;
    for (auto const p : answer.forecast.survival[actor]) {
      curve.push_back({{"month", to_string(first_day_of(month++)).substr(0, 7)},
                       {"p", p},
                       {"hazard", before > 0.0 ? 1.0 - p / before : 0.0}});
      before = p;
    }
  }
  return json;
}

}  // namespace

std::string forecast_json(ForecastAnswer const& answer) {
  auto const& actors = answer.model.actors;
  auto json = Json{{"by", to_string(answer.by)},
                   {"known_on", to_string(answer.known_on)},
                   {"from", to_string(answer.start)},
                   {"terms", to_string(answer.model.terms)},
                   {"draws", answer.forecast.draws},
                   {"histories", answer.forecast.histories},
                   {"parameters", answer.parameters},
                   {"states", Json::object()}};
  for (auto const actor : actors.id.ids()) {
    json["states"][actors.id[actor]] =
        levels_json(answer.forecast.reached[actor], answer.recognition);
    json["now"][actors.id[actor]] = answer.now.level[actor];
    json["moves_up"][actors.id[actor]] = chance_json(answer.forecast.moves_up[actor]);
    json["delists"][actors.id[actor]] = chance_json(answer.forecast.delists[actor]);
    json["moves_first"][actors.id[actor]] = answer.forecast.moves_first[actor];
  }
  if (answer.recognition) {
    json["survival"] = survival_json(answer);
  }
  if (!answer.forces.empty()) {
    json["if"] = ifs_json(answer);
  }
  for (auto const& why : answer.whys) {
    json["why"][actors.id[why.actor]] = {{"climb", terms_json(why.climb)},
                                         {"recognition", terms_json(why.recognition)}};
  }
  json["recognitions"] = Json::array();
  for (auto const& [actor, date] : answer.recognised) {
    json["recognitions"].push_back({{"actor", actors.id[actor]}, {"date", to_string(date)}});
  }
  json["known_moves_up"] = answer.moves;
  json["hindcast"] = horizons_json(answer.hindcast);
  return text_of(json);
}

std::string hindcast_json(Hindcast const& hindcast, LadderActors const& actors, LadderTerms terms) {
  auto json = Json{{"terms", to_string(terms)},
                   {"hindcast", horizons_json(hindcast)},
                   {"forecasts", Json::array()}};
  for (auto h = std::size_t{0}; h < hindcast.rows.size(); ++h) {
    for (auto const& row : hindcast.rows[h]) {
      json["forecasts"].push_back(
          {{"months", hindcast.horizons[h].months},
           {"known_on_end_of", to_string(first_day_of(row.origin)).substr(0, 7)},
           {"actor", actors.id[row.actor]},
           {"level", row.level},
           {"ladder", row.p[0]},
           {"constant", row.p[1]},
           {"logistic", row.p[2]},
           {"persistence", row.p[3]},
           {"moved", row.moved},
           {"level_then", row.level_then}});
    }
  }
  return text_of(json);
}

std::string posterior_json(std::vector<ShippedPosterior> const& posteriors) {
  auto json = Json::object();
  for (auto const& posterior : posteriors) {
    auto& terms = json["posterior"][std::string{to_string(posterior.terms)}];
    for (auto const& s : posterior.summaries) {
      terms[s.parameter] = {{"mean", s.mean.value},
                            {"low", s.mean.low},
                            {"high", s.mean.high},
                            {"mode", s.mode},
                            {"r_hat", s.r_hat},
                            {"bulk_ess", s.bulk_ess}};
    }
  }
  return text_of(json);
}

}  // namespace chorsu::cli
