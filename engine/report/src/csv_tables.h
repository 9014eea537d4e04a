#pragma once

#include <string>
#include <vector>

#include "chorsu/report/answers.h"
#include "chorsu/report/selection.h"

namespace chorsu {

struct CsvTable {
  std::string name;  ///< file name
  std::string text;
};

/// The tables of a run: flows, od, arcs, accounts, corridors, crossings, facilities, axes,
/// diversion; and through, who uses the places asked for, where there are such. Numbers are written
/// so that they read back as they were.
std::vector<CsvTable> csv_tables(Model const& model,
                                 Comparison const& comparison,
                                 Answers const& answers,
                                 std::vector<Selection> const& places);

}  // namespace chorsu
