#pragma once

#include <string_view>

namespace chorsu {

/// The bundle of web/: a classic script, for modules do not load from file://.
std::string_view page_script();

/// web/report/report.css.
std::string_view page_style();

}  // namespace chorsu
