#include "chorsu/report/terminal_table.h"

#include <sstream>

#include "gtest/gtest.h"
#include "tiny_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

std::string table(TinyRun const& run, bool colour) {
  auto const files =
      RunFiles{"out/stretch/report.html", {}, "out/stretch/result.gpkg", "out/stretch/result.xlsx"};
  return terminal_table(*run.model, run.comparison, run.answers, files, colour);
}

/// Code points; what a terminal of our scripts takes.
std::size_t columns(std::string const& line) {
  auto count = std::size_t{0};
  for (auto const c : line) {
    count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
  }
  return count;
}

void expect_narrow(std::string const& text) {
  auto stream = std::istringstream{text};
  for (auto line = std::string{}; std::getline(stream, line);) {
    EXPECT_LE(columns(line), 80U) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

}  // namespace

TEST(terminal_table, fits_80_columns) {
  expect_narrow(table(the_run(), false));
}

TEST(terminal_table, fits_80_columns_whatever_the_names) {
  auto region = tiny::region();
  auto const endless = std::string(60U, 'x') + "é" + std::string(200U, 'y');
  for (auto* names : {&region.network.states.name.values,
                      &region.network.corridors.name.values,
                      &region.network.nodes.name.values}) {
    names->assign(names->size(), endless);
  }
  auto scenario = opening();
  scenario.title = endless;
  scenario.why = endless + " " + endless;
  expect_narrow(table(TinyRun{std::move(region), scenario}, false));
}

TEST(terminal_table, tells_what_the_run_says) {
  auto const text = table(the_run(), false);
  for (auto const* part : {"The stretch opens <soon>",
                           "2030-01-01 open project stretch",
                           "Bland gains most transit",
                           "The railway",
                           "Town of a - Town of west (rail)",
                           "converged",
                           "Of 4 facts of the package 2 are assumptions and 1 defaults",
                           "No growth rates for AAA, BBB, CCC",
                           "out/stretch/report.html",
                           "out/stretch/*.csv"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

TEST(terminal_table, colours_only_when_asked) {
  EXPECT_EQ(table(the_run(), false).find('\x1b'), std::string::npos);
  EXPECT_NE(table(the_run(), true).find('\x1b'), std::string::npos);
}
