#pragma once

#include <string>
#include <vector>

#include "why_answer.h"
#include "why_tables.h"

namespace chorsu::cli {

/// Where a figure's steps are looked up.
struct WhyInputs {
  TableFolder& run;      ///< traces.csv, lanes.csv, link_costs.csv and the tables of the run
  TableFolder& package;  ///< the region package that the run was made of
  Findings& findings;    ///< an error where the package has changed since the run
};

/// Ids of the figures of a run, in the order of traces.csv.
std::vector<std::string> figures_of(TableFolder& run);

/// Values of a figure: the sums of its rows.
std::vector<WhyGives> values_of(CsvTable const& traces, std::string const& figure);

/// The steps below a figure, down to its sources; `depth` hops at most.
WhyStep why_tree(WhyInputs const& in, std::string const& figure, std::size_t depth);

/// The figure's row in a table of the run (accounts.csv, corridors.csv, ...), without parts; none
/// where no table has it.
std::optional<WhyStep> account_of(TableFolder& run, std::string const& figure);

}  // namespace chorsu::cli
