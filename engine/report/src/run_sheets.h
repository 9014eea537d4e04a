#pragma once

#include <vector>

#include "workbook.h"

#include "chorsu/report/answers.h"

namespace chorsu {

/// The tables of a run as sheets: read me, states, corridors, crossings, diversion, facilities,
/// assumptions, sources.
std::vector<Worksheet> run_sheets(Model const& model,
                                  Comparison const& comparison,
                                  Answers const& answers);

}  // namespace chorsu
