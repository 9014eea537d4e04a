#pragma once

#include <vector>

#include "csv_tables.h"
#include "html.h"

namespace chorsu {

/// Figures of the report that stand in no table of flows and accounts. routes.csv (route, future,
/// way, share, cost, paid, hours, km): the rival routes, US$/t, priced in one future each.
/// observations.csv (observation_id, future, entity, period, use, observed, observed_low,
/// observed_high, modelled, error): tonnes a year of the base year; error is modelled / observed
/// - 1.
std::vector<CsvTable> figure_tables(HtmlInput const& input);

}  // namespace chorsu
