#include "chorsu/load/csv.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace chorsu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Parsed {
  std::optional<CsvTable> table;
  Findings findings;
};

Parsed parse(std::string_view text) {
  auto result = Parsed{};
  result.table = parse_csv({text.begin(), text.end()}, "t.csv", result.findings);
  return result;
}

std::vector<std::string_view> row(CsvTable const& table, std::size_t i) {
  auto cells = std::vector<std::string_view>{};
  for (auto column = std::size_t{0}; column < table.header.size(); ++column) {
    cells.push_back(table.cell(i, column));
  }
  return cells;
}

TEST(parse_csv, reads_header_and_rows) {
  auto const parsed = parse("a,b\n1,2\n3,\n");
  EXPECT_THAT(parsed.findings, IsEmpty());
  EXPECT_THAT(parsed.table->header, ElementsAre("a", "b"));
  ASSERT_EQ(parsed.table->rows(), 2U);
  EXPECT_THAT(row(*parsed.table, 1), ElementsAre("3", ""));
}

TEST(parse_csv, does_without_a_last_line_end) {
  auto const parsed = parse("a,b\r\n1,2\r\n3,4\r");
  EXPECT_THAT(parsed.findings, IsEmpty());
  EXPECT_THAT(row(*parsed.table, 1), ElementsAre("3", "4"));
}

TEST(parse_csv, passes_over_blank_lines_and_counts_them) {
  auto const parsed = parse("a,b\n\n1,2\n\r\n3,4\n\n");
  EXPECT_THAT(parsed.table->lines, ElementsAre(3U, 5U));
}

TEST(parse_csv, keeps_an_empty_quoted_cell_of_a_table_with_one_column) {
  auto const parsed = parse("a\n\"\"\n");
  EXPECT_EQ(parsed.table->rows(), 1U);
}

TEST(parse_csv, counts_lines_inside_quotes) {
  auto const parsed = parse("a,b\n\"1\n2\",x\n3,4\n");
  EXPECT_THAT(parsed.findings, IsEmpty());
  EXPECT_THAT(row(*parsed.table, 0), ElementsAre("1\n2", "x"));
  EXPECT_THAT(parsed.table->lines, ElementsAre(2U, 4U));
}

TEST(parse_csv, gives_up_on_a_row_without_end) {
  auto const parsed = parse("a,b\n" + std::string(100000U, ','));
  ASSERT_FALSE(parsed.findings.empty());
  EXPECT_EQ(parsed.findings[0].message, "more than 1000 cells in a row");
}

TEST(parse_csv, stops_after_twenty_problems) {
  auto text = std::string{"a,b\n"};
  for (auto i = 0; i < 1000; ++i) {
    text += "1\n";
  }
  auto const parsed = parse(text);
  EXPECT_EQ(parsed.findings.size(), 21U);
  EXPECT_EQ(parsed.findings.back().message, "too many problems, the rest of the file is not read");
}

TEST(parse_csv, keeps_its_cells_when_moved) {
  auto parsed = parse("a,b\n1,\"2 \"\"x\"\"\"\n");
  auto const moved = std::move(*parsed.table);
  EXPECT_THAT(row(moved, 0), ElementsAre("1", "2 \"x\""));
}

std::string written(std::string const& cell) {
  auto text = std::string{'"'};
  for (auto const c : cell) {
    text += c == '"' ? std::string{"\"\""} : std::string{c};
  }
  return text + '"';
}

RC_GTEST_PROP(parse_csv, reads_back_what_was_written, ()) {
  auto const letters =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab,;\"\n x"}));
  auto const cells = *rc::gen::container<std::vector<std::string>>(4U, letters);
  auto const parsed = parse("a,b\n" + written(cells[0]) + ',' + written(cells[1]) + '\n' +
                            written(cells[2]) + ',' + written(cells[3]) + '\n');
  RC_ASSERT(parsed.findings.empty());
  RC_ASSERT(parsed.table->rows() == 2U);
  for (auto i = std::size_t{0}; i < cells.size(); ++i) {
    RC_ASSERT(parsed.table->cell(i / 2U, i % 2U) == cells[i]);
  }
}

RC_GTEST_PROP(parse_csv, takes_any_bytes, (std::string const& text)) {
  auto const parsed = parse(text);
  RC_ASSERT(parsed.table.has_value() || !parsed.findings.empty());
}

}  // namespace
}  // namespace chorsu
