#include <algorithm>
#include <filesystem>
#include <string>

#include "findings_json.h"
#include "inputs.h"
#include "verbs.h"

#include "chorsu/load/region.h"
#include "chorsu/load/scenario.h"

namespace chorsu::cli {

namespace {

namespace fs = std::filesystem;

Findings findings_of(CheckCommand const& command) {
  if (fs::is_directory(command.path)) {
    return load_region(command.path).findings;
  }
  return read_inputs(command.common, {command.path}).findings;
}

std::string counted(Findings const& findings, Severity severity) {
  auto const count = std::count_if(
      findings.begin(), findings.end(), [&](Finding const& f) { return f.severity == severity; });
  return std::to_string(count) + " " + chorsu::to_string(severity) + (count == 1 ? "" : "s");
}

std::string summary(Findings const& findings, std::string const& path) {
  return path + ": " + counted(findings, Severity::kError) + ", " +
         counted(findings, Severity::kWarning) + ", " + counted(findings, Severity::kNote) + "\n";
}

}  // namespace

int check(CheckCommand const& command, Terminal const& /*terminal*/) {
  if (!all_exist({command.path})) {
    return kWrongUsage;
  }
  auto const findings = findings_of(command);
  if (command.common.json) {
    print(findings_json(findings));
  } else {
    for (auto const& finding : findings) {
      print(to_line(finding) + "\n");
    }
    print(summary(findings, command.path));
  }
  return has_errors(findings) ? kBadData : kOk;
}

}  // namespace chorsu::cli
