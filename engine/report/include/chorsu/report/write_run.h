#pragma once

#include <string>
#include <vector>

#include "chorsu/base/finding.h"
#include "chorsu/report/answers.h"
#include "chorsu/report/selection.h"

namespace chorsu {

/// Files of a run, as paths under the directory that was asked for.
struct RunFiles {
  std::string html;
  std::vector<std::string> csv;
  std::string gpkg;
  std::string xlsx;
};

struct WrittenRun {
  RunFiles files;
  Findings findings;  ///< what could not be written, and why; empty when all is well
};

/// Writes report.html, result.gpkg, result.xlsx and the CSV tables of a comparison into
/// `directory`, which is made when it is not there. Everything is written to a directory of its own
/// first and then moved, so that a failure leaves no half-written file and earlier results as they
/// were. Other files in `directory` are left alone. The same comparison gives the same bytes. Where
/// `places` are named, through.csv says who uses them.
WrittenRun write_run(Model const& model,
                     Comparison const& comparison,
                     Answers const& answers,
                     std::string const& directory,
                     std::vector<Selection> const& places = {});

}  // namespace chorsu
