#include "chorsu/report/write_run.h"

#include <exception>
#include <filesystem>

#include "csv_tables.h"
#include "figure_tables.h"
#include "geopackage.h"
#include "html.h"
#include "run_sheets.h"
#include "trace_tables.h"
#include "work_directory.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

constexpr auto kHtml = "report.html";
constexpr auto kGeopackage = "result.gpkg";
constexpr auto kWorkbook = "result.xlsx";
constexpr auto kTraceRows = std::size_t{12};  ///< a figure, in traces.csv

void write_sheets(HtmlInput const& in, fs::path const& path) {
  auto const& scenario = in.comparison.scenario;
  auto const sheets = run_sheets(in.model, in.comparison, in.answers);
  auto const trouble =
      write_workbook(sheets, scenario.title, scenario.baseline_date, path.string());
  if (!trouble.empty()) {
    throw CannotWrite{path.string(), trouble};
  }
}

std::vector<std::string> write_all(HtmlInput const& in,
                                   std::vector<Selection> const& places,
                                   fs::path const& folder) {
  auto names = std::vector<std::string>{};
  for (auto const& table : csv_tables(in.model, in.comparison, in.answers, places)) {
    write_text(folder / table.name, table.text);
    names.push_back(table.name);
  }
  for (auto const& table : figure_tables(in)) {
    write_text(folder / table.name, table.text);
    names.push_back(table.name);
  }
  for (auto const& table : trace_tables(*in.model.region, in.comparison.scenario, in.traces)) {
    write_text(folder / table.name, table.text);
    names.push_back(table.name);
  }
  auto const gpkg = folder / kGeopackage;
  auto const trouble = write_geopackage(in.model, in.comparison, gpkg.string());
  if (!trouble.empty()) {
    throw CannotWrite{gpkg.string(), trouble};
  }
  write_sheets(in, folder / kWorkbook);
  write_text(folder / kHtml, html_page(in));
  names.emplace_back(kGeopackage);
  names.emplace_back(kWorkbook);
  names.emplace_back(kHtml);
  return names;
}

RunFiles files_under(std::string const& directory, std::vector<std::string> const& names) {
  auto files = RunFiles{};
  auto const base = fs::path{directory};
  for (auto const& name : names) {
    if (name == kHtml) {
      files.html = (base / name).string();
    } else if (name == kGeopackage) {
      files.gpkg = (base / name).string();
    } else if (name == kWorkbook) {
      files.xlsx = (base / name).string();
    } else {
      files.csv.push_back((base / name).string());
    }
  }
  return files;
}

}  // namespace

WrittenRun write_run(Model const& model,
                     Comparison const& comparison,
                     Answers const& answers,
                     std::string const& directory,
                     std::vector<Selection> const& places) try {
  auto const rivals = chorsu::rivals(model, comparison);
  auto const validation = validate(model);
  auto const traces = trace_figures({model, comparison, answers, rivals, validation}, kTraceRows);
  auto const map = read_base_map(model.region->path + "/../geo");
  auto const work = WorkDirectory{directory};
  auto const names =
      write_all({model, comparison, answers, map, rivals, validation, traces}, places, work.path());
  work.move(names);
  return {files_under(directory, names), {}};
} catch (CannotWrite const& trouble) {
  return {{}, cannot_write(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, cannot_write(directory, trouble.what())};
}

}  // namespace chorsu
