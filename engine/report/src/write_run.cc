#include "chorsu/report/write_run.h"

#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "csv_tables.h"
#include "geopackage.h"
#include "html.h"
#include "trace_tables.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

constexpr auto kHtml = "report.html";
constexpr auto kGeopackage = "result.gpkg";
constexpr auto kTraceRows = std::size_t{12};  ///< a figure, in traces.csv

/// Thrown inside this file only: which file, and why.
struct CannotWrite {
  std::string path;
  std::string reason;
};

std::string last_reason() {
  return std::error_code{errno, std::generic_category()}.message();
}

void check(fs::path const& path, std::error_code const& error) {
  if (error) {
    throw CannotWrite{path.string(), error.message()};
  }
}

void write_text(fs::path const& path, std::string const& text) {
  auto file = std::ofstream{path, std::ios::binary};
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) {
    throw CannotWrite{path.string(), last_reason()};
  }
}

/// A directory that vanishes with what is left in it.
class WorkDirectory {
 public:
  explicit WorkDirectory(fs::path path) : path_{std::move(path)} {
    auto error = std::error_code{};
    fs::remove_all(path_, error);
    check(path_, error);
    fs::create_directories(path_, error);
    check(path_, error);
  }
  WorkDirectory(WorkDirectory const&) = delete;
  WorkDirectory& operator=(WorkDirectory const&) = delete;
  ~WorkDirectory() {
    auto ignored = std::error_code{};
    fs::remove_all(path_, ignored);
  }

  fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

fs::path target_of(std::string const& directory) {
  auto path = fs::absolute(directory).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

/// Inside the target when it is there already, else beside it: one file system, so that moving is
/// renaming.
fs::path work_path(fs::path const& target) {
  auto const name = ".unfinished-" + target.filename().string();
  return fs::exists(target) ? target / name : target.parent_path() / name;
}

std::vector<std::string> write_all(HtmlInput const& in,
                                   std::vector<Selection> const& places,
                                   fs::path const& folder) {
  auto names = std::vector<std::string>{};
  for (auto const& table : csv_tables(in.model, in.comparison, in.answers, places)) {
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
  write_text(folder / kHtml, html_page(in));
  names.emplace_back(kGeopackage);
  names.emplace_back(kHtml);
  return names;
}

void move_all(std::vector<std::string> const& names, fs::path const& from, fs::path const& to) {
  auto error = std::error_code{};
  fs::create_directories(to, error);
  check(to, error);
  for (auto const& name : names) {
    fs::rename(from / name, to / name, error);
    check(to / name, error);
  }
}

RunFiles files_under(std::string const& directory, std::vector<std::string> const& names) {
  auto files = RunFiles{};
  auto const base = fs::path{directory};
  for (auto const& name : names) {
    if (name == kHtml) {
      files.html = (base / name).string();
    } else if (name == kGeopackage) {
      files.gpkg = (base / name).string();
    } else {
      files.csv.push_back((base / name).string());
    }
  }
  return files;
}

Findings finding(std::string const& path, std::string const& reason) {
  auto result = Finding{};
  result.file = path;
  result.message = "cannot be written: " + reason;
  result.remedy = "Choose another directory, or make room or rights there.";
  return {result};
}

}  // namespace

WrittenRun write_run(Model const& model,
                     Comparison const& comparison,
                     Answers const& answers,
                     std::string const& directory,
                     std::vector<Selection> const& places) try {
  auto const traces = trace_figures(model, comparison, answers, kTraceRows);
  auto const map = read_base_map(model.region->path + "/../geo");
  auto const target = target_of(directory);
  auto const work = WorkDirectory{work_path(target)};
  auto const names = write_all({model, comparison, answers, map, traces}, places, work.path());
  move_all(names, work.path(), target);
  return {files_under(directory, names), {}};
} catch (CannotWrite const& trouble) {
  return {{}, finding(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, finding(directory, trouble.what())};
}

}  // namespace chorsu
