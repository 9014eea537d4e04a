#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "html.h"

#include "chorsu/report/rivals.h"

namespace chorsu {

/// What the page's script draws from, as JSON that may stand inside a <script> element;
/// web/shared/run.ts describes it.
std::string page_data(HtmlInput const& input);

/// Its key "map".
nlohmann::ordered_json map_data(HtmlInput const& input);

}  // namespace chorsu
