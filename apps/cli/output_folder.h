#pragma once

#include <filesystem>
#include <string>

namespace chorsu::cli {

/// Why nothing can be written into a folder that is there or would be made; empty when it can. To
/// be asked before the work, not after it.
std::string why_not_writable(std::filesystem::path const& folder);

}  // namespace chorsu::cli
