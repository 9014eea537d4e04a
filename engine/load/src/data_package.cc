#include "data_package.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "table_spec.h"

#include "chorsu/base/nearest_name.h"
#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

using Json = nlohmann::json;

constexpr auto kFile = "datapackage.json";

void report(Problems& problems,
            std::string where,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError) {
  add(problems, {severity, kFile, 0U, std::move(where), std::move(message), std::move(remedy)});
}

std::size_t line_of(std::vector<char> const& bytes, std::size_t position) {
  auto const end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(position, bytes.size()));
  return static_cast<std::size_t>(std::count(bytes.begin(), end, '\n')) + 1U;
}

/// What a parse error says after its number and place.
std::string_view reason(std::string_view what) {
  auto const colon = what.find(": ");
  return colon == std::string_view::npos ? what : what.substr(colon + 2U);
}

std::optional<Json> parse(std::vector<char> const& bytes, Problems& problems) {
  try {
    return Json::parse(bytes.begin(), bytes.end());
  } catch (Json::parse_error const& error) {
    add(problems,
        {Severity::kError,
         kFile,
         line_of(bytes, error.byte),
         {},
         fmt::format("not JSON: {}", shown(reason(error.what()))),
         "Mend the syntax."});
  } catch (Json::exception const& error) {
    report(problems, {}, fmt::format("not JSON: {}", shown(error.what())), "Mend the syntax.");
  }
  return std::nullopt;
}

/// The text of a member, empty when there is none.
std::string text(Json const& object, char const* key) {
  auto const it = object.is_object() ? object.find(key) : object.end();
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

/// The array of a member, empty when there is none.
Json list(Json const& object, char const* key) {
  auto const it = object.is_object() ? object.find(key) : object.end();
  return it != object.end() && it->is_array() ? *it : Json::array();
}

void check_unit(Problems& problems,
                std::string const& table,
                Json const& field,
                std::vector<ColumnSpec> const& columns) {
  auto const name = text(field, "name");
  auto const unit = text(field, "unit");
  auto const column = std::ranges::find(columns, name, &ColumnSpec::name);
  if (column == columns.end() || column->unit.empty() || column->unit == unit) {
    return;
  }
  auto const where = table + '.' + shown(name);
  if (unit.empty()) {
    report(problems,
           where,
           fmt::format("no unit declared, taken as {}", column->unit),
           fmt::format("Write \"unit\": \"{}\".", column->unit),
           Severity::kWarning);
    return;
  }
  report(problems,
         where,
         fmt::format("wrong unit {}, expected '{}'", in_quotes(unit), column->unit),
         fmt::format("Convert the column and write \"unit\": \"{}\".", column->unit));
}

bool stays_inside(std::string const& path) {
  auto const parsed = std::filesystem::path{path};
  return !path.empty() && parsed.is_relative() && std::ranges::find(parsed, "..") == parsed.end();
}

/// Resources that are read report a missing file themselves.
void check_exists(Problems& problems,
                  std::string const& folder,
                  std::string const& name,
                  std::string const& path) {
  auto error = std::error_code{};
  if (!std::filesystem::exists(std::filesystem::path{folder} / path, error)) {
    add(problems,
        {Severity::kError,
         shown(path),
         0U,
         {},
         "no such file",
         fmt::format("{} lists it as resource {}.", kFile, in_quotes(name))});
  }
}

void read_resource(DataPackage& package,
                   std::string const& folder,
                   Json const& resource,
                   Problems& problems) {
  auto const name = text(resource, "name");
  auto const path = text(resource, "path");
  if (name.empty() || !stays_inside(path)) {
    report(problems,
           shown(name),
           fmt::format("a resource needs a name and a path: {}", in_quotes(path)),
           "Write the path of a file in this folder.");
    return;
  }
  package.files[name] = path;
  auto const spec = std::ranges::find(table_specs(), name, &TableSpec::name);
  if (spec == table_specs().end()) {
    check_exists(problems, folder, name, path);
    return;
  }
  auto const columns = columns_of(*spec);
  auto const schema = resource.find("schema");
  if (schema != resource.end()) {
    for (auto const& field : list(*schema, "fields")) {
      check_unit(problems, name, field, columns);
    }
  }
}

void check_tables_listed(DataPackage const& package, Problems& problems) {
  auto names = std::vector<std::string>{};
  for (auto const& [name, file] : package.files) {
    names.push_back(name);
  }
  for (auto const& spec : table_specs()) {
    if (spec.is_required && !package.files.contains(spec.name)) {
      auto const nearest = nearest_name(spec.name, names);
      auto const is_known =
          nearest &&
          std::ranges::find(table_specs(), *nearest, &TableSpec::name) != table_specs().end();
      report(problems,
             "resources",
             fmt::format("no resource '{}'", spec.name),
             nearest && !is_known ? fmt::format("Is it '{}'?", shown(*nearest))
                                  : fmt::format("Add {}.csv.", spec.name));
    }
  }
}

}  // namespace

DataPackage read_data_package(std::string const& folder, Problems& problems) {
  auto findings = Findings{};
  auto const path = (std::filesystem::path{folder} / kFile).string();
  auto const bytes = read_file(path, kFile, findings);
  add_all(problems, std::move(findings));
  auto const json = bytes ? parse(*bytes, problems) : std::nullopt;
  auto package = DataPackage{};
  if (!json) {
    return package;
  }
  package.name = text(*json, "name");
  if (package.name.empty()) {
    report(problems, "name", "the package has no name", "Write \"name\": \"...\".");
  }
  for (auto const& resource : list(*json, "resources")) {
    read_resource(package, folder, resource, problems);
  }
  check_tables_listed(package, problems);
  return package;
}

}  // namespace chorsu
