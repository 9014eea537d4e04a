#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scenario_file.h"
#include "table_reader.h"

namespace chorsu {

namespace {

using Numbers = std::vector<double>;

struct Shape {
  char const* name;
  char const* form;  ///< for the message
  bool (*holds)(Numbers const&);
};

constexpr auto kShapes = std::array{
    Shape{"uniform",
          "[low, high] with low < high",
          [](Numbers const& x) { return x.size() == 2U && x[0] < x[1]; }},
    Shape{"lognormal",
          "[mean, spread] of the logarithm with spread > 0",
          [](Numbers const& x) { return x.size() == 2U && x[1] > 0.0; }},
    Shape{"triangular",
          "[low, mode, high] with low <= mode <= high, low < high",
          [](Numbers const& x) {
            return x.size() == 3U && x[0] <= x[1] && x[1] <= x[2] && x[0] < x[2];
          }},
};

std::vector<std::string> shape_names() {
  auto names = std::vector<std::string>{};
  for (auto const& shape : kShapes) {
    names.emplace_back(shape.name);
  }
  return names;
}

/// The numbers of a list; empty when there is something else in it.
Numbers numbers_of(TomlValue const& list) {
  auto result = Numbers{};
  for (auto const& item : list.items) {
    if (item.kind != TomlKind::kNumber || !std::isfinite(item.number)) {
      return {};
    }
    result.push_back(item.number);
  }
  return result;
}

void check_range(ScenarioFile& file, TomlEntry const& range) {
  auto const names = shape_names();
  auto const shape =
      std::ranges::find(kShapes, range.key, [](Shape const& s) { return std::string{s.name}; });
  if (shape == kShapes.end()) {
    report(file,
           range,
           fmt::format("unknown range {} at column {}", in_quotes(range.key), range.column),
           suggestion(file.problems, range.key, names));
  } else if (!shape->holds(numbers_of(range.value))) {
    report(file,
           range,
           fmt::format("not a {} range", shape->name),
           fmt::format("Write {} = {}.", shape->name, shape->form));
  }
}

bool is_range(TomlValue const& value) {
  return std::ranges::any_of(value.entries,
                             [](TomlEntry const& e) { return e.value.kind == TomlKind::kArray; });
}

}  // namespace

/// Keys may be written "a.b.c" in quotes or as tables in tables: a range is where a list stands.
void check_uncertain(ScenarioFile& file, TomlValue const& table) {
  for (auto const& entry : table.entries) {
    auto const& value = entry.value;
    if (value.kind != TomlKind::kTable || value.entries.empty()) {
      report(file, entry, "not a range", "Write it as { uniform = [24, 72] }.");
    } else if (!is_range(value)) {
      check_uncertain(file, value);
    } else if (value.entries.size() > 1U) {
      report(file, entry, "more than one range", "Keep one of them.");
    } else {
      check_range(file, value.entries.front());
    }
  }
}

}  // namespace chorsu
