#include "chorsu/report/write_scenarios.h"

#include <exception>
#include <filesystem>

#include "scenario_files.h"
#include "work_directory.h"

namespace chorsu {

namespace {

constexpr auto kHtml = "compare.html";
constexpr auto kCsv = "compare.csv";
constexpr auto kXlsx = "compare.xlsx";

void write_all(ScenarioTables const& input, std::filesystem::path const& folder) {
  write_text(folder / kHtml, scenarios_html(input));
  write_text(folder / kCsv, scenarios_csv(input));
  auto const xlsx = (folder / kXlsx).string();
  auto const date = input.scenarios.front().scenario.baseline_date;
  auto const trouble = write_workbook(scenario_sheets(input), "Scenarios compared", date, xlsx);
  if (!trouble.empty()) {
    throw CannotWrite{xlsx, trouble};
  }
}

}  // namespace

WrittenScenarios write_scenarios(Network const& network,
                                 std::span<ScenarioAnswer const> scenarios,
                                 TableChoice const& choice,
                                 std::string const& directory) try {
  auto const work = WorkDirectory{directory};
  write_all({scenarios, metric_tables(network, scenarios, choice)}, work.path());
  work.move({kHtml, kCsv, kXlsx});
  auto const base = std::filesystem::path{directory};
  return {{(base / kHtml).string(), (base / kCsv).string(), (base / kXlsx).string()}, {}};
} catch (CannotWrite const& trouble) {
  return {{}, cannot_write(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, cannot_write(directory, trouble.what())};
}

}  // namespace chorsu
