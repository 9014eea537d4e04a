#pragma once

#include <string>

#include "chorsu/base/finding.h"

namespace chorsu {

/// Writes a file beside `path` and then puts it in its place: whole, or the old one stays.
Findings replace_file(std::string const& path, std::string const& text);

}  // namespace chorsu
