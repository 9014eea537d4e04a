#include "evidence_cells.h"

#include <fmt/format.h>

namespace chorsu {

Days days(Row const& row) {
  auto const result = Days{
      .best = date(row, "date"),
      .earliest = date(row, "date_earliest"),
      .latest = date(row, "date_latest"),
      .precision = choice<Precision>(
          row,
          "precision",
          {{"day", Precision::kDay}, {"month", Precision::kMonth}, {"year", Precision::kYear}})};
  if (result.best < result.earliest || result.latest < result.best) {
    report(row,
           "date",
           fmt::format("{} does not lie between {} and {}",
                       to_string(result.best),
                       to_string(result.earliest),
                       to_string(result.latest)),
           "Write date_earliest <= date <= date_latest.");
  }
  return result;
}

std::optional<Days> optional_days(Row const& row) {
  auto is_empty = true;
  for (auto const* column : {"date", "date_earliest", "date_latest", "precision"}) {
    is_empty = is_empty && cell(row, column).empty();
  }
  return is_empty ? std::nullopt : std::optional{days(row)};
}

}  // namespace chorsu
