#include <algorithm>
#include <optional>
#include <string>

#include "bargain_answer.h"
#include "figures.h"
#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "verbs.h"

#include "chorsu/base/nearest_name.h"
#include "chorsu/load/ktab.h"

namespace chorsu::cli {

namespace {

bool can_write(std::string const& folder) {
  auto const why = folder.empty() ? std::string{} : why_not_writable(folder);
  if (!why.empty()) {
    say("--out: " + why);
  }
  return why.empty();
}

/// False, after a message, when no dimension has the name that --ladder gives.
bool find_ladder(BargainActors const& actors,
                 std::string const& name,
                 std::optional<DimensionId>& ladder) {
  if (name.empty()) {
    return true;
  }
  auto names = std::vector<std::string_view>{};
  for (auto const k : actors.dimension.ids()) {
    names.push_back(actors.dimension[k]);
    if (actors.dimension[k] == name) {
      ladder = k;
      return true;
    }
  }
  auto const near = nearest_name(name, names).value_or(names.front());
  say("--ladder: no dimension '" + name + "'; did you mean '" + std::string{near} + "'?");
  return false;
}

WrittenBargain write_whole(BargainActors const& actors,
                           Bargain const& bargain,
                           std::string const& folder) {
  if (folder.empty()) {
    return {};
  }
  auto const uninterrupted = UninterruptedPart{};
  return write_bargain(actors, bargain, folder);
}

}  // namespace

int bargain(BargainCommand const& command, Terminal const& terminal) {
  if (!all_exist({command.file}) || !can_write(command.out)) {
    return kWrongUsage;
  }
  auto const loaded = read_ktab(command.file);
  tell_others(loaded.findings);
  if (!loaded.actors) {
    tell(loaded.findings);
    return kBadData;
  }
  auto ladder = std::optional<DimensionId>{};
  if (!find_ladder(*loaded.actors, command.ladder, ladder)) {
    return kWrongUsage;
  }
  auto const options = BargainOptions{.quiet_share = command.quiet,
                                      .most_turns = static_cast<std::size_t>(command.turns)};
  auto const bargain = negotiate(*loaded.actors, options);
  auto const written = write_whole(*loaded.actors, bargain, command.out);
  if (has_errors(written.findings)) {
    tell(written.findings);
    return kFault;
  }
  auto const answer = BargainAnswer{command, *loaded.actors, bargain, ladder, written.files};
  print(command.common.json ? bargain_json(answer) : bargain_text(answer, terminal));
  if (!bargain.settled) {
    say("not settled after " + counted(bargain.turns.size() - 1U, "turn"));
  }
  return bargain.settled ? kOk : kAnswerIsNo;
}

}  // namespace chorsu::cli
