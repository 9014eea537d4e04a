#pragma once

#include <string>

#include "chorsu/base/finding.h"

namespace chorsu::cli {

/// {findings:[{severity, file, row, column, message, remedy}]}.
std::string findings_json(Findings const& findings);

}  // namespace chorsu::cli
