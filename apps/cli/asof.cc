#include <algorithm>

#include "dated_answer.h"
#include "dated_sources.h"
#include "inputs.h"
#include "link_states.h"
#include "verbs.h"

namespace chorsu::cli {

namespace {

/// Links and rules of access stand after levels and listings, before closures.
void add_link_states(Region const& region, DatedAnswer& answer) {
  auto states = link_states(region, answer.asked.places, *answer.date, answer.known_on);
  auto const rules = access_states(region, answer.asked.places, *answer.date, answer.known_on);
  states.insert(states.end(), rules.begin(), rules.end());
  auto const place = std::ranges::find_if(
      answer.statements, [](Answer const& one) { return one.what > What::kAccessRule; });
  answer.statements.insert(place, states.begin(), states.end());
}

}  // namespace

int as_of(AsOfCommand const& command, Terminal const& terminal) {
  auto answer = DatedAnswer{};
  if (!read_day("date", command.date, answer.date) ||
      !read_day("--known-on", command.known_on, answer.known_on)) {
    return kWrongUsage;
  }
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    tell(inputs);
    return kBadData;
  }
  auto const& region = *inputs.region;
  auto const asked = find_asked(region, command.subjects);
  if (!asked) {
    return kWrongUsage;
  }
  answer.asked = *asked;
  auto const sources = find_sources(region, command.source);
  if (!sources) {
    return kWrongUsage;
  }
  // A place without evidence of its own has links, and nothing else to say.
  if (asked->words.empty() || !asked->subjects.empty()) {
    answer.statements = as_of(
        region.evidence,
        Question{.date = *answer.date, .known_on = answer.known_on, .subjects = asked->subjects});
  }
  add_link_states(region, answer);
  keep_said_by(region, *sources, answer.statements);
  print(command.common.json ? dated_json(region, answer)
                            : as_of_text(region, answer, command.all, terminal));
  return kOk;
}

}  // namespace chorsu::cli
