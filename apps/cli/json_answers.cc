// The one file that knows the JSON library: every answer of the verbs as text.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "compare_answer.h"
#include "findings_json.h"
#include "lever_list.h"
#include "route_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Text that is not UTF-8 (a name in a broken file) is shown with replacement characters.
std::string text_of(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json leg_json(Network const& network, RouteLeg const& leg) {
  auto json = Json{{"from", network.nodes.id[leg.from]},
                   {"to", network.nodes.id[leg.to]},
                   {"mode", leg.mode},
                   {"kind", leg.kind},
                   {"km", leg.km},
                   {"cost_usd_t", leg.cost},
                   {"money_usd_t", leg.money},
                   {"hours", leg.hours}};
  if (!leg.link.is_none()) {
    json["link"] = network.links.id[leg.link];
  }
  return json;
}

Json one_route_json(Network const& network, Route const& route) {
  auto legs = Json::array();
  auto borders = Json::array();
  for (auto const& leg : legs_of(network, route)) {
    legs.push_back(leg_json(network, leg));
    if (leg.kind == "border") {
      borders.push_back(network.links.id[leg.link]);
    }
  }
  return {{"share", route.share},
          {"cost_usd_t", route.cost_usd_t},
          {"money_usd_t", route.money_usd_t},
          {"hours", route.hours},
          {"km", route.km},
          {"borders", borders},
          {"legs", legs}};
}

Json obstacle_json(Region const& region, Obstacle const& obstacle) {
  auto shut = Json::array();
  for (auto const& s : obstacle.shut) {
    auto projects = Json::array();
    for (auto const project : s.projects) {
      projects.push_back(region.projects.id[project]);
    }
    shut.push_back({{"link", region.network.links.id[s.link]},
                    {"reason", to_string(s.reason)},
                    {"expected", region.network.links.expected[s.link]},
                    {"projects", projects},
                    {"message", in_words(region, s)}});
  }
  return {{"connected", obstacle.connected}, {"shut", shut}};
}

Json change_json(Change const& change) {
  auto json = Json{{"baseline", change.baseline},
                   {"scenario", change.scenario},
                   {"change", change.difference()}};
  json["percent"] = change.baseline != 0.0 ? Json(100.0 * change.relative()) : Json(nullptr);
  return json;
}

Change value_of(Metric const& metric, StateAnswer const& state) {
  return metric.of_state(state);
}

Change value_of(Metric const& metric, CorridorAnswer const& corridor) {
  return metric.of_corridor(corridor);
}

/// Every metric of one state or corridor; of surplus its change alone.
template <typename Answer>
Json metrics_json(TableChoice const& choice, Subject subject, Answer const& answer) {
  auto json = Json::object();
  for (auto const& metric : all_metrics()) {
    auto const& wanted = choice.metrics;
    auto const chosen =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), &metric) != wanted.end();
    if (metric.subject == subject && chosen) {
      auto const change = value_of(metric, answer);
      json[std::string{metric.key}] =
          metric.percent_of.empty() ? change_json(change) : Json{{"change", change.difference()}};
    }
  }
  return json;
}

/// Of one kind of thing, those selected, in every scenario.
template <typename Id, typename Answer>
Json subjects_json(Column<Id, std::string> const& ids,
                   std::vector<Id> const& wanted,
                   std::vector<ScenarioAnswer> const& scenarios,
                   Answer const& answer) {
  auto json = Json::object();
  for (auto const id : ids.ids()) {
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end()) {
      auto& of_id = json[ids[id]];
      for (auto const& s : scenarios) {
        of_id[s.scenario.id] = answer(s.answers, id);
      }
    }
  }
  return json;
}

}  // namespace

std::string route_json(Region const& region, RouteAnswer const& answer) {
  auto const& q = answer.question;
  auto json = Json{{"from", region.network.nodes.id[q.from]},
                   {"to", region.network.nodes.id[q.to]},
                   {"class", region.commodities.id[q.commodity]},
                   {"date", to_string(answer.date)},
                   {"routes", Json::array()}};
  for (auto const& route : answer.routes) {
    json["routes"].push_back(one_route_json(region.network, route));
  }
  if (answer.routes.empty()) {
    json["obstacle"] = obstacle_json(region, answer.obstacle);
  }
  return text_of(json);
}

std::string compare_json(Network const& network,
                         std::vector<ScenarioAnswer> const& scenarios,
                         TableChoice const& choice,
                         ScenarioFiles const& files) {
  auto json = Json{{"baseline",
                    {{"one_day", on_one_day(scenarios)},
                     {"words", baseline_words(scenarios)},
                     {"without_effect", without_effect(scenarios)}}},
                   {"scenarios", Json::array()}};
  for (auto const& s : scenarios) {
    json["scenarios"].push_back({{"scenario", s.scenario.id},
                                 {"title", s.scenario.title},
                                 {"baseline_date", to_string(s.scenario.baseline_date)},
                                 {"changes", s.scenario.changes},
                                 {"residual", s.answers.quality.residual},
                                 {"converged", s.answers.quality.converged}});
  }
  auto const state = [&](Answers const& a, StateId id) {
    return metrics_json(choice, Subject::kState, a.states[id.value]);
  };
  auto const corridor = [&](Answers const& a, CorridorId id) {
    return metrics_json(choice, Subject::kCorridor, a.corridors[id.value]);
  };
  json["states"] = subjects_json(network.states.id, choice.states, scenarios, state);
  json["corridors"] = subjects_json(network.corridors.id, choice.corridors, scenarios, corridor);
  if (!files.html.empty()) {
    json["files"] = {{"html", files.html}, {"csv", files.csv}, {"xlsx", files.xlsx}};
  }
  return text_of(json);
}

std::string levers_json(std::vector<LeverRow> const& rows) {
  auto json = Json{{"levers", Json::array()}};
  for (auto const& row : rows) {
    auto lever = Json{{"kind", row.kind}, {"id", row.id}, {"title", row.title}};
    if (row.expected > 0) {
      lever["expected"] = row.expected;
    }
    if (!row.detail.empty()) {
      lever["detail"] = row.detail;
    }
    json["levers"].push_back(lever);
  }
  return text_of(json);
}

std::string findings_json(Findings const& findings) {
  auto json = Json{{"findings", Json::array()}};
  for (auto const& f : findings) {
    json["findings"].push_back({{"severity", chorsu::to_string(f.severity)},
                                {"file", f.file},
                                {"row", f.row},
                                {"column", f.column},
                                {"message", f.message},
                                {"remedy", f.remedy}});
  }
  return text_of(json);
}

}  // namespace chorsu::cli
