#pragma once

#include <vector>

#include "csv_tables.h"

#include "chorsu/report/trace.h"

namespace chorsu {

/// traces.csv (figure, future, row, file, line, column, value, unit, reading, amount, amount_unit,
/// contribution, contribution_unit, source) and lanes.csv (lane, row, file, line, column, value,
/// unit, source): the rows behind every lane that traces.csv names; link_costs.csv: what figures in
/// money are by link and place (place, name, then as traces.csv).
std::vector<CsvTable> trace_tables(Region const& region,
                                   Scenario const& scenario,
                                   FigureTraces const& traces);

/// "value x amount", "amount / value", ...
char const* to_string(Reading reading);

}  // namespace chorsu
