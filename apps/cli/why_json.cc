#include <nlohmann/json.hpp>

#include "why_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(std::optional<double> const& x) {
  return x ? Json(*x) : Json(nullptr);
}

Json cell_json(WhyCell const& cell) {
  return {{"file", cell.file},
          {"row", cell.row},
          {"column", cell.column},
          {"value", cell.value},
          {"low", number_or_null(cell.low)},
          {"high", number_or_null(cell.high)},
          {"unit", cell.unit},
          {"confidence", cell.confidence},
          {"assumed", cell.assumed}};
}

Json source_json(WhySource const& source) {
  return {{"id", source.id},
          {"row", source.row},
          {"kind", source.kind},
          {"title", source.title},
          {"publisher", source.publisher},
          {"date", source.date},
          {"url", source.url}};
}

Json gives_json(WhyStep const& step) {
  auto json = Json::object();
  for (auto const& gives : step.gives) {
    auto& one = json[gives.future];
    one["value"] = gives.contribution;
    if (gives.row != 0U) {
      one["row"] = gives.row;
    }
    if (gives.amount) {
      one["amount"] = *gives.amount;
    }
  }
  return json;
}

Json step_json(WhyStep const& step);

Json steps_json(std::vector<WhyStep> const& steps) {
  auto json = Json::array();
  for (auto const& step : steps) {
    json.push_back(step_json(step));
  }
  return json;
}

void add_gives(WhyStep const& step, Json& json) {
  if (step.gives.empty()) {
    return;
  }
  json["unit"] = step.unit;
  json["gives"] = gives_json(step);
  if (!step.reading.empty()) {
    json["reading"] = step.reading;
  }
  if (!step.amount_unit.empty()) {
    json["amount_unit"] = step.amount_unit;
  }
}

void add_parts(WhyStep const& step, Json& json) {
  if (!step.links.empty()) {
    json["links"] = steps_json(step.links);
  }
  if (!step.parts.empty()) {
    json["parts"] = steps_json(step.parts);
  }
}

Json step_json(WhyStep const& step) {
  auto json = Json{{"kind", step.kind}, {"title", step.title}};
  add_gives(step, json);
  if (step.cell) {
    json["cell"] = cell_json(*step.cell);
  }
  if (step.source) {
    json["source"] = source_json(*step.source);
  }
  add_parts(step, json);
  return json;
}

}  // namespace

std::string why_json(WhyStep const& figure, std::string const& run, std::string const& region) {
  auto json = Json{{"figure", figure.title}, {"run", run}, {"region", region}};
  json["hops"] = hops(figure);
  add_gives(figure, json);
  add_parts(figure, json);
  return json.dump(2) + "\n";
}

}  // namespace chorsu::cli
