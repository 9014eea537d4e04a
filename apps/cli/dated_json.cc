#include <nlohmann/json.hpp>

#include "dated_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json day_or_null(std::optional<T> const& day) {
  return day ? Json(to_string(*day)) : Json(nullptr);
}

char const* confidence_of(Region const& region, FactId fact) {
  switch (region.facts.confidence[fact]) {
    case Confidence::kLow:
      return "low";
    case Confidence::kMedium:
      return "medium";
    case Confidence::kHigh:
      break;
  }
  return "high";
}

/// A level, an amount or a word.
Json value_of(Answer const& answer) {
  if (answer.what == What::kLevel) {
    return static_cast<int>(answer.number.value_or(0.0));
  }
  auto const is_amount = (answer.what == What::kQuantity || answer.what == What::kAccessRule ||
                          (What::kIndex <= answer.what && answer.what <= What::kStance)) &&
                         answer.number;
  return is_amount ? Json(*answer.number) : Json(answer.value);
}

/// Where the authors of a source work.
Json affiliations_of(Region const& region, SourceId source) {
  auto json = Json::array();
  auto const& affiliations = region.evidence.affiliations;
  for (auto const id : affiliations.name.ids()) {
    if (region.facts.source[affiliations.fact[id]] == source) {
      json.push_back({{"author", affiliations.author[id]}, {"name", affiliations.name[id]}});
    }
  }
  return json;
}

/// The source, with who publishes it, when and where.
void add_source(Region const& region, Answer const& answer, Json& json) {
  auto const none = answer.fact.is_none();
  auto const source = none ? SourceId::none() : region.facts.source[answer.fact];
  json["source"] = none ? Json(nullptr) : Json(region.sources.id[source]);
  json["confidence"] = none ? Json(nullptr) : Json(confidence_of(region, answer.fact));
  json["said_by"] = who_said(region, answer);
  json["source_title"] = none ? Json(nullptr) : Json(region.sources.title[source]);
  json["source_date"] = none ? Json(nullptr) : Json(region.sources.date[source]);
  json["url"] = none ? Json(nullptr) : Json(region.sources.url[source]);
  auto also = Json::array();
  for (auto const other : answer.also) {
    also.push_back(region.sources.id[other]);
  }
  json["also"] = also;
  json["affiliations"] = none ? Json::array() : affiliations_of(region, source);
  json["quotes"] = answer.quotes.is_none() ? Json(nullptr) : Json(region.sources.id[answer.quotes]);
}

Json contraries_of(Answer const& answer) {
  auto json = Json::array();
  for (auto const& contrary : answer.contraries) {
    json.push_back({{"id", contrary.id},
                    {"value", contrary.text},
                    {"said_by", contrary.said_by},
                    {"published", to_string(contrary.published)}});
  }
  return json;
}

Json parts_of(Answer const& answer) {
  auto json = Json::array();
  for (auto const& part : answer.parts) {
    json.push_back({{"id", part.id},
                    {"about", part.about},
                    {"amount", part.amount},
                    {"elasticity", part.elasticity}});
  }
  return json;
}

Json statement_of(Region const& region, Answer const& answer) {
  auto json = Json{{"what", what_name(answer.what)},
                   {"id", answer.id},
                   {"about", answer.about},
                   {"value", value_of(answer)},
                   {"text", answer.text.empty() ? answer.value : answer.text},
                   {"since", answer.since ? Json(to_string(answer.since->best)) : Json(nullptr)}};
  if (answer.what == What::kLevel) {
    json["name"] = answer.value;
  }
  if (answer.number && answer.what != What::kLevel) {
    json["amount"] = *answer.number;
    json["unit"] = answer.unit;
  }
  add_source(region, answer, json);
  json["status"] = force_name(answer.force);
  json["earliest"] = answer.since ? Json(to_string(answer.since->earliest)) : Json(nullptr);
  json["latest"] = answer.since ? Json(to_string(answer.since->latest)) : Json(nullptr);
  json["until"] = day_or_null(answer.until);
  json["published"] = day_or_null(answer.published);
  json["known_from"] = day_or_null(answer.known_from);
  json["superseded_by"] = answer.ended_by.empty() ? Json(nullptr) : Json(answer.ended_by);
  json["contradicted_by"] = contraries_of(answer);
  if (!answer.parts.empty()) {
    json["parts"] = parts_of(answer);
  }
  return json;
}

Json subject_of(Asked const& asked) {
  if (asked.words.empty()) {
    return nullptr;
  }
  return asked.words.size() == 1U ? Json(asked.words.front()) : Json(asked.words);
}

}  // namespace

std::string dated_json(Region const& region, DatedAnswer const& answer) {
  auto subjects = Json::array();
  for (auto const subject : answer.asked.subjects) {
    subjects.push_back(region.evidence.subjects.id[subject]);
  }
  auto statements = Json::array();
  for (auto const& statement : answer.statements) {
    statements.push_back(statement_of(region, statement));
  }
  auto json = Json{{"date", day_or_null(answer.date)},
                   {"known_on", day_or_null(answer.known_on)},
                   {"subject", subject_of(answer.asked)},
                   {"subjects", subjects},
                   {"statements", statements}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace chorsu::cli
