#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verbs.h"
#include "why_answer.h"
#include "why_run.h"
#include "why_tree.h"

#include "chorsu/base/nearest_name.h"

namespace chorsu::cli {

namespace {

constexpr auto kSuggested = std::size_t{5};

/// Ids that hold the text; all of them where it is empty.
std::vector<std::string> holding(std::vector<std::string> ids, std::string const& text) {
  std::erase_if(ids, [&](auto const& id) { return id.find(text) == std::string::npos; });
  return ids;
}

int list(std::vector<std::string> const& ids, bool json) {
  if (json) {
    print(nlohmann::ordered_json{{"figures", ids}}.dump(2) + "\n");
    return kOk;
  }
  auto text = std::string{};
  for (auto const& id : ids) {
    text += id + "\n";
  }
  print(text);
  return kOk;
}

void suggest(std::vector<std::string> const& ids,
             std::string const& asked,
             TableFolder const& run) {
  auto text = fmt::format("no figure '{}' in {}.", asked, run.path);
  auto near = holding(ids, asked);
  near.resize(std::min(near.size(), kSuggested));
  if (auto const nearest = nearest_name(asked, ids)) {
    std::erase(near, *nearest);
    near.emplace(near.begin(), *nearest);
  }
  if (!near.empty()) {
    text += fmt::format(" Did you mean {}?", fmt::join(near, ", "));
  }
  say(text + " `chorsu why --list` has them all.");
}

int answer(WhyCommand const& command, WhyRun& of, Terminal const& terminal) {
  auto findings = Findings{};
  auto const depth = command.depth > 0 ? static_cast<std::size_t>(command.depth) : SIZE_MAX;
  auto const figure = why_tree({of.run, of.package, findings}, command.figure, depth);
  for (auto const* folder : {&of.run, &of.package}) {
    findings.insert(findings.end(), folder->findings.begin(), folder->findings.end());
  }
  if (has_errors(findings)) {
    for (auto const& finding : findings) {
      say(to_line(finding));
    }
    return kBadData;
  }
  print(command.common.json ? why_json(figure, of.run.path, of.package.path)
                            : why_text(figure, command.all, terminal));
  return kOk;
}

}  // namespace

int why(WhyCommand const& asked, Terminal const& terminal) {
  auto command = asked;
  auto ignored = std::error_code{};
  if (command.list && command.where.empty() && std::filesystem::exists(command.figure, ignored)) {
    std::swap(command.figure, command.where);  // a list of all needs no figure
  }
  if (command.figure.empty() && !command.list) {
    say("which figure? `chorsu why --list` has them all");
    return kWrongUsage;
  }
  auto code = static_cast<int>(kOk);
  auto of = why_run(command, terminal, code);
  if (!of) {
    return code;
  }
  auto const ids = figures_of(of->run);
  if (command.list) {
    return list(holding(ids, command.figure), command.common.json);
  }
  if (std::find(ids.begin(), ids.end(), command.figure) == ids.end()) {
    suggest(ids, command.figure, of->run);
    return kWrongUsage;
  }
  return answer(command, *of, terminal);
}

}  // namespace chorsu::cli
