#include "reading.h"

#include <filesystem>
#include <utility>

namespace chorsu {

namespace {

FactId add_fact(Reading& reading, Row const& row, FileId file) {
  auto& facts = reading.region->facts;
  facts.file.push_back(file);
  facts.row.push_back(static_cast<std::uint32_t>(line(row)));
  facts.source.push_back(reference(reading.ids.sources, row, "source"));
  return facts.confidence.push_back(choice<Confidence>(
      row,
      "confidence",
      {{"low", Confidence::kLow}, {"medium", Confidence::kMedium}, {"high", Confidence::kHigh}}));
}

}  // namespace

Table open(Reading& reading, std::string_view name) {
  auto const& spec = table_spec(name);
  auto const& files = reading.package.files;
  auto const listed = files.find(name);
  if (listed != files.end()) {
    return open_table(spec, reading.folder, listed->second, reading.problems);
  }
  auto const file = std::string{name} + ".csv";
  auto table =
      Table{.file = file, .csv = {}, .columns = {}, .units = {}, .problems = &reading.problems};
  auto const is_missing = files.empty();  // no datapackage.json to look into
  auto const is_there = std::filesystem::exists(std::filesystem::path{reading.folder} / file);
  return is_missing && (spec.is_required || is_there)
             ? open_table(spec, reading.folder, file, reading.problems)
             : std::move(table);
}

Table reopen(Reading& reading, std::string_view name) {
  auto known = std::exchange(reading.problems, Problems{});
  auto table = open(reading, name);
  reading.problems = std::move(known);
  return table;
}

void for_each_row(Reading& reading,
                  std::string_view name,
                  std::function<void(Row const&)> const& use) {
  auto const table = open(reading, name);
  auto const is_sourced = table_spec(name).is_sourced;
  auto const file = reading.region->facts.files.push_back(table.file);
  for (auto i = std::size_t{0}; i < table.csv.rows(); ++i) {
    auto row = Row{.table = table, .index = i};
    if (is_sourced) {
      row.fact = add_fact(reading, row, file);
    }
    use(row);
  }
}

void report(Reading& reading,
            std::string file,
            std::string message,
            std::string remedy,
            Severity severity) {
  add(reading.problems, {severity, std::move(file), 0U, {}, std::move(message), std::move(remedy)});
}

void report(Reading& reading,
            FactId fact,
            std::string column,
            std::string message,
            std::string remedy,
            Severity severity) {
  auto const& facts = reading.region->facts;
  add(reading.problems,
      {severity,
       facts.files[facts.file[fact]],
       facts.row[fact],
       std::move(column),
       std::move(message),
       std::move(remedy)});
}

bool crosses_border(Reading const& reading, LinkId link) {
  auto const& network = reading.region->network;
  auto const is_known = !network.links.from[link].is_none() && !network.links.to[link].is_none();
  return !is_known || is_crossing(network, link);
}

}  // namespace chorsu
