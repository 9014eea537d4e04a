#pragma once

#include <string_view>

namespace chorsu {

/// Every byte belongs to a well-formed UTF-8 sequence (Unicode 15, table 3-7).
bool is_utf8(std::string_view bytes);

}  // namespace chorsu
