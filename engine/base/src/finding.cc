#include "chorsu/base/finding.h"

#include <algorithm>

namespace chorsu {

bool has_errors(Findings const& findings) {
  return std::ranges::any_of(findings,
                             [](Finding const& f) { return f.severity == Severity::kError; });
}

std::string to_string(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return {};
}

std::string to_line(Finding const& f) {
  auto line = f.file;
  if (f.row != 0U) {
    line += ':' + std::to_string(f.row);
  }
  if (!f.column.empty()) {
    line += ':' + f.column;
  }
  line += ": " + to_string(f.severity) + ": " + f.message;
  if (!f.remedy.empty()) {
    line += ". " + f.remedy;
  }
  return line;
}

}  // namespace chorsu
