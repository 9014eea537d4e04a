#include <algorithm>

#include "dated_answer.h"
#include "dated_page.h"
#include "dated_sources.h"
#include "inputs.h"
#include "output_folder.h"
#include "verbs.h"

namespace chorsu::cli {

namespace {

bool can_write(std::string const& folder) {
  auto const why = folder.empty() ? std::string{} : why_not_writable(folder);
  if (!why.empty()) {
    say("--out: " + why);
  }
  return why.empty();
}

/// Draws the story into a folder; false, after messages, when that fails.
bool draw(Region const& region, DatedAnswer const& answer, TimelineCommand const& command) {
  auto const written = write_timeline(page_of(region, answer), command.out);
  if (has_errors(written.findings)) {
    tell(written.findings);
    return false;
  }
  say("drawn in " + written.files.html + ", " + written.files.svg);
  return true;
}

}  // namespace

int timeline(TimelineCommand const& command, Terminal const& terminal) {
  auto answer = DatedAnswer{};
  if (!read_day("--known-on", command.known_on, answer.known_on) || !can_write(command.out)) {
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
  if (asked->words.empty() || !asked->subjects.empty()) {
    answer.statements = timeline(region.evidence, asked->subjects, answer.known_on);
    keep_said_by(region, *sources, answer.statements);
  }
  if (!command.out.empty() && !draw(region, answer, command)) {
    return kFault;
  }
  print(command.common.json ? dated_json(region, answer) : timeline_text(region, answer, terminal));
  return answer.statements.empty() ? kAnswerIsNo : kOk;
}

}  // namespace chorsu::cli
