#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chorsu {

enum class Severity : std::uint8_t { kError, kWarning, kNote };

/// One thing wrong, or worth knowing, in an input: where it stands and what to do about it.
struct Finding {
  Severity severity{Severity::kError};
  std::string file{};
  std::size_t row{0U};    ///< line of the file, the first is 1; 0 when it concerns the whole file
  std::string column{};   ///< name of the column or key; empty when it concerns the whole row
  std::string message{};  ///< what is wrong, without a full stop
  std::string remedy{};   ///< what to write instead; may be empty
};

using Findings = std::vector<Finding>;

bool has_errors(Findings const&);

/// "error", "warning" or "note".
std::string to_string(Severity);

/// "link.csv:12:capacity: error: not a number: '3x'. Write tonnes per year."
/// What a finding does not name (row, column, remedy) is left out.
std::string to_line(Finding const&);

}  // namespace chorsu
