#include "page_data.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace chorsu {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(Change const& change) {
  return {{"baseline", change.baseline}, {"scenario", change.scenario}};
}

double hundredths(double x) {
  return std::round(x * 100.0) / 100.0;
}

Json states(HtmlInput const& in) {
  auto result = Json::array();
  for (auto const& s : in.answers.states) {
    result.push_back({{"id", in.network().states.id[s.state]},
                      {"name", in.network().states.name[s.state]},
                      {"surplus", s.surplus},
                      {"revenue", to_json(s.transit_revenue)}});
  }
  return result;
}

Json corridors(HtmlInput const& in) {
  auto result = Json::array();
  for (auto const& c : in.answers.corridors) {
    result.push_back({{"id", in.network().corridors.id[c.corridor]},
                      {"name", in.network().corridors.name[c.corridor]},
                      {"tonnes", to_json(c.tonnes)}});
  }
  return result;
}

bool is_border(Leg const& leg) {
  return leg.kind == ArcKind::kExit || leg.kind == ArcKind::kEntry;
}

char const* kind_of(Leg const& leg) {
  if (leg.kind == ArcKind::kHaul) {
    return "haul";
  }
  return is_border(leg) ? "border" : "transfer";
}

Json leg_json(Network const& network, Leg const& leg) {
  return {{"kind", kind_of(leg)},
          {"place", network.nodes.name[leg.to]},
          {"km", hundredths(leg.km)},
          {"usd", hundredths(leg.cost())},
          {"hours", hundredths(leg.hours)}};
}

/// The two sides of a border are one stop, named after both.
Json legs(Network const& network, Route const& route) {
  auto result = Json::array();
  for (auto const& leg : route.legs) {
    auto entry = leg_json(network, leg);
    if (!is_border(leg)) {
      result.push_back(std::move(entry));
      continue;
    }
    auto const name = crossing_name(network, leg.link);
    if (!result.empty() && result.back()["place"] == name) {
      result.back()["usd"] = result.back()["usd"].get<double>() + entry["usd"].get<double>();
      result.back()["hours"] = result.back()["hours"].get<double>() + entry["hours"].get<double>();
      continue;
    }
    entry["place"] = name;
    result.push_back(std::move(entry));
  }
  return result;
}

Json routes(HtmlInput const& in) {
  auto result = Json::array();
  for (auto const& rival : in.rivals.routes) {
    result.push_back({{"share", to_json(rival.share)}, {"legs", legs(in.network(), rival.route)}});
  }
  return result;
}

/// "<" as an escape, so that no text ends the element it stands in.
std::string inside_script(std::string const& json) {
  auto result = std::string{};
  for (auto const c : json) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string page_data(HtmlInput const& in) {
  auto const data = Json{{"title", in.comparison.scenario.title},
                         {"map", map_data(in)},
                         {"states", states(in)},
                         {"corridors", corridors(in)},
                         {"routes", routes(in)}};
  return inside_script(data.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace chorsu
