#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "files.h"

#include "chorsu/decisions/bargaining.h"
#include "chorsu/load/ktab.h"

namespace chorsu {
namespace {

/// One line of KTAB's log: "actor, dimension: a value a turn", or "actor, prob : ...".
struct LogLine {
  std::string actor;
  std::string what;
  std::vector<std::string> values;  ///< as printed
};

std::string without_blanks(std::string const& text) {
  auto const first = text.find_first_not_of(' ');
  return text.substr(first, text.find_last_not_of(' ') + 1U - first);
}

std::vector<LogLine> read_log(std::filesystem::path const& path) {
  auto lines = std::vector<LogLine>{};
  auto in = std::ifstream{path};
  for (auto text = std::string{}; std::getline(in, text);) {
    auto const comma = text.find(',');
    auto const colon = text.find(':', comma);
    auto line = LogLine{.actor = text.substr(0U, comma),
                        .what = without_blanks(text.substr(comma + 1U, colon - comma - 1U)),
                        .values = {}};
    auto words = std::istringstream{text.substr(colon + 1U)};
    for (auto word = std::string{}; words >> word;) {
      line.values.push_back(word);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

template <typename Id>
Id row_of(Column<Id, std::string> const& names, std::string const& name) {
  auto const found = std::ranges::find(names.values, name);
  EXPECT_NE(found, names.values.end()) << name;
  return Id{static_cast<typename Id::rep>(found - names.values.begin())};
}

/// The value that the line has for this turn, printed as KTAB does.
std::string printed(BargainActors const& actors, BargainTurn const& turn, LogLine const& line) {
  auto const actor = row_of(actors.name, line.actor);
  return line.what == "prob"
             ? fmt::format("{:.4f}", turn.win_probability[actor])
             : fmt::format("{:.1f}", turn.position(actor, row_of(actors.dimension, line.what)));
}

/// Acceptance test C8.
TEST(ktab_reference, every_printed_value_of_the_log_comes_out) {
  auto const* const named = std::getenv("CHORSU_SHARED");  // NOLINT(concurrency-mt-unsafe)
  auto const folder =
      std::filesystem::path{named != nullptr ? named : "../shared"} / "data" / "ktab";
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << folder << " is not here: KTAB's reference log is not part of Chorsu";
  }
  auto const loaded = read_ktab((folder / "dummyData_3Dim.csv").string());
  ASSERT_TRUE(loaded.actors) << test::all_lines(loaded.findings);
  auto const bargain = negotiate(*loaded.actors);
  auto values = std::size_t{0};
  auto equal = std::size_t{0};
  for (auto const& line : read_log(folder / "dummyData_3Dim.reference.txt")) {
    ASSERT_EQ(line.values.size(), bargain.turns.size());
    for (auto turn = std::size_t{0}; turn < bargain.turns.size(); ++turn) {
      auto const ours = printed(*loaded.actors, bargain.turns[turn], line);
      EXPECT_EQ(ours, line.values[turn]) << line.actor << ' ' << line.what << " in turn " << turn;
      ++values;
      equal += ours == line.values[turn] ? 1U : 0U;
    }
  }
  EXPECT_EQ(values, 308U);
  EXPECT_EQ(equal, 308U);
  EXPECT_TRUE(bargain.settled);
}

}  // namespace
}  // namespace chorsu
