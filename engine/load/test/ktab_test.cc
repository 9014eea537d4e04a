#include "chorsu/load/ktab.h"

#include <filesystem>
#include <random>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"
#include "fuzz_targets.h"

namespace chorsu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto kSound = std::string_view{
    "Border talks,Who opens what,3,2\n"
    "Actor,Description,Power,Rail,RailSal,Road,RoadSal\n"
    "Uzbekistan,north,80,90,60,40,30\n"
    "Kabul,,50.5,100,55,70,45\n"
    "Pakistan,south,120,0,20,100,10\n"};

LoadedActors parse(std::string_view text) {
  return parse_ktab({text.begin(), text.end()}, "k.csv");
}

TEST(parse_ktab, reads_actors_and_dimensions_in_the_order_of_the_file) {
  auto const loaded = parse(kSound);
  ASSERT_TRUE(loaded.actors) << test::all_lines(loaded.findings);
  EXPECT_THAT(loaded.findings, IsEmpty());
  auto const& actors = *loaded.actors;
  EXPECT_EQ(actors.title, "Border talks");
  EXPECT_THAT(actors.name.values, ElementsAre("Uzbekistan", "Kabul", "Pakistan"));
  EXPECT_THAT(actors.dimension.values, ElementsAre("Rail", "Road"));
  EXPECT_THAT(actors.capability.values, ElementsAre(80.0, 50.5, 120.0));
  EXPECT_THAT(actors.position.values, ElementsAre(90.0, 40.0, 100.0, 70.0, 0.0, 100.0));
  EXPECT_THAT(actors.salience.values, ElementsAre(60.0, 30.0, 55.0, 45.0, 20.0, 10.0));
}

/// What spreadsheets and KTAB's own examples add.
TEST(parse_ktab, takes_byte_order_marks_line_ends_blanks_and_last_commas) {
  auto const plain = parse(kSound);
  auto const loaded = parse(
      "\xEF\xBB\xBF"
      "\"Border talks\", \xD8\xB3\xD8\xB1\xD8\xAD\xD8\xAF ,3 , 2,,,,,\r\n"
      "\r\n"
      "Actor,\"Description\",Power,Rail,RailSal, Road ,RoadSal,\r\n"
      " Uzbekistan ,\"in the north, by rail\", 80, 90, 60, 40, 30,\r\n"
      "Kabul,, 50.5,100,55,70,45,,,\r\n"
      ",,,,,,,\r\n"
      "Pakistan,south,+1.2e2,0,20,100,10\r\n"
      ",,\r\n");
  ASSERT_TRUE(loaded.actors) << test::all_lines(loaded.findings);
  EXPECT_EQ(loaded.actors->title, plain.actors->title);
  EXPECT_EQ(loaded.actors->name.values, plain.actors->name.values);
  EXPECT_EQ(loaded.actors->dimension.values, plain.actors->dimension.values);
  EXPECT_EQ(loaded.actors->capability.values, plain.actors->capability.values);
  EXPECT_EQ(loaded.actors->position.values, plain.actors->position.values);
  EXPECT_EQ(loaded.actors->salience.values, plain.actors->salience.values);
}

TEST(parse_ktab, warns_of_what_older_files_have_behind_the_counts) {
  auto text = std::string{kSound};
  text.replace(text.find("3,2\n"), 4U, "3,2,0\n");
  auto const loaded = parse(text);
  EXPECT_TRUE(loaded.actors);
  EXPECT_EQ(test::all_lines(loaded.findings),
            "k.csv:1: warning: what stands after the number of dimensions is not read: '0'. Leave "
            "it out.\n");
}

TEST(parse_ktab, salience_may_add_up_to_100_in_decimals) {
  auto const loaded = parse(
      "t,d,2,3\nActor,D,Power,a,as,b,bs,c,cs\n"
      "x,,1,0,33.3,0,33.3,0,33.4\ny,,1,100,70.1,0,19.9,0,10\n");
  EXPECT_TRUE(loaded.actors) << test::all_lines(loaded.findings);
}

struct Broken {
  std::string name;
  std::string from;  ///< empty: the whole file
  std::string to;
  std::string lines;  ///< without the name of the file
};

class BrokenKtab : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenKtab, is_refused_with_its_place_and_remedy) {
  auto const& broken = GetParam();
  auto files = test::Files{{"k.csv", std::string{kSound}}};
  if (broken.from.empty()) {
    files["k.csv"] = broken.to;
  } else {
    test::replace(files, "k.csv", broken.from, broken.to);
  }
  auto const loaded = parse(files["k.csv"]);
  EXPECT_FALSE(loaded.actors);
  EXPECT_EQ(test::all_lines(loaded.findings), broken.lines);
}

std::string points_remedy(std::string const& at, std::string const& what) {
  return "k.csv:" + at + ": error: " + what + ". Write a number from 0 to 100.\n";
}

std::string cells_error(std::string const& line, std::string const& what) {
  return "k.csv:" + line + ": error: too " + what +
         ", 2 dimensions need 7. Write a point in decimals, and quotes around a description with a "
         "comma.\n";
}

std::string head_error(std::string const& cells) {
  return "k.csv:1: error: " + cells +
         " cells where a scenario begins with 4. Write name, description, number of actors, number "
         "of dimensions; a description with a comma needs quotes.\n";
}

constexpr auto kActorsRemedy = " Write their number as the third cell, from 2 to 250.\n";
constexpr auto kDimensionsRemedy = " Write their number as the fourth cell, from 1 to 100.\n";
constexpr auto kPowerRemedy = " Write a number above 0.\n";

auto const kBroken = std::vector<Broken>{
    {"empty",
     "",
     "",
     "k.csv: error: the file is empty. Begin with a row: name, description, number of actors, "
     "number of dimensions.\n"},
    {"blank",
     "",
     "\xEF\xBB\xBF\r\n,,,\r\n   \r\n",
     "k.csv: error: the file is empty. Begin with a row: name, description, number of actors, "
     "number of dimensions.\n"},
    {"no_counts", "", "Border talks,Who opens what\n", head_error("2")},
    {"comma_in_description", "Who opens what", "Who opens, and when", head_error("5")},
    {"semicolons", "", "Border talks;Who;3;2\nActor;D;P;a;as\n", head_error("1")},
    {"no_number_of_actors",
     "what,3,2",
     "what,three,2",
     "k.csv:1:actors: error: not a count: 'three'." + std::string{kActorsRemedy}},
    {"actors_with_a_fraction",
     "what,3,2",
     "what,3.0,2",
     "k.csv:1:actors: error: not a count: '3.0'." + std::string{kActorsRemedy}},
    {"too_many_actors",
     "what,3,2",
     "what,251,2",
     "k.csv:1:actors: error: 251 actors." + std::string{kActorsRemedy}},
    {"one_actor",
     "",
     "t,d,1,1\nActor,D,Power,a,as\nx,,1,2,3\n",
     "k.csv:1:actors: error: 1 actors." + std::string{kActorsRemedy}},
    {"no_dimensions",
     "what,3,2",
     "what,3,0",
     "k.csv:1:dimensions: error: 0 dimensions." + std::string{kDimensionsRemedy}},
    {"negative_dimensions",
     "what,3,2",
     "what,3,-2",
     "k.csv:1:dimensions: error: not a count: '-2'." + std::string{kDimensionsRemedy}},
    {"more_actors_stated",
     "what,3,2",
     "what,4,2",
     "k.csv:1:actors: error: 4 actors are stated, 3 rows follow the names of the columns. Correct "
     "the number, or the rows.\n"},
    {"more_dimensions_stated",
     "what,3,2",
     "what,3,3",
     "k.csv:2: error: 7 names of columns, 3 dimensions need 9. Name actor, description, "
     "capability, then position and salience of every dimension.\n"},
    {"only_the_first_row",
     "",
     "t,d,2,1\n",
     "k.csv:1:actors: error: 2 actors are stated, 0 rows follow the names of the columns. Correct "
     "the number, or the rows.\n"
     "k.csv: error: no names of columns. Write them in the second row, then the actors.\n"},
    {"no_names_of_columns",
     "Actor,Description,Power,Rail,RailSal,Road,RoadSal\n",
     "",
     "k.csv:1:actors: error: 3 actors are stated, 2 rows follow the names of the columns. Correct "
     "the number, or the rows.\n"
     "k.csv:2: error: an actor where the names of the columns should stand. Write a row with them "
     "above the actors.\n"},
    {"dimension_without_a_name",
     "Power,Rail,",
     "Power,,",
     "k.csv:2:cell 4: error: a dimension without a name. Name it.\n"},
    {"dimension_twice",
     "Road,RoadSal",
     "Rail,RoadSal",
     "k.csv:2:Rail: error: this dimension stands twice. Give each its own name.\n"},
    {"actor_without_a_name",
     "Kabul,",
     " ,",
     "k.csv:4:Actor: error: an actor without a name. Name it in the first cell.\n"},
    {"actor_twice",
     "Pakistan,",
     "Uzbekistan,",
     "k.csv:5:Actor: error: 'Uzbekistan' stands twice, first in line 3. Give each actor its own "
     "name.\n"},
    {"capability_zero",
     "50.5",
     "0",
     "k.csv:4:Power: error: 0 is too low." + std::string{kPowerRemedy}},
    {"capability_negative",
     "50.5",
     "-3",
     "k.csv:4:Power: error: -3 is too low." + std::string{kPowerRemedy}},
    {"capability_beyond_sense",
     "50.5",
     "1e13",
     "k.csv:4:Power: error: 10000000000000 is too high." + std::string{kPowerRemedy}},
    {"capability_missing",
     "50.5",
     "",
     "k.csv:4:Power: error: missing." + std::string{kPowerRemedy}},
    {"capability_in_words",
     "50.5",
     "strong",
     "k.csv:4:Power: error: not a number: 'strong'." + std::string{kPowerRemedy}},
    {"position_above", "80,90", "80,100.01", points_remedy("3:Rail", "100.01 is too high")},
    {"position_below", "80,90", "80,-0.5", points_remedy("3:Rail", "-0.5 is too low")},
    {"position_nan", "80,90", "80,nan", points_remedy("3:Rail", "not a number: 'nan'")},
    {"position_infinite", "80,90", "80,inf", points_remedy("3:Rail", "not a number: 'inf'")},
    {"position_with_a_unit", "80,90", "80,90 %", points_remedy("3:Rail", "not a number: '90 %'")},
    {"position_hexadecimal", "80,90", "80,0x10", points_remedy("3:Rail", "not a number: '0x10'")},
    {"position_with_a_decimal_comma",
     "80,90",
     "80,\"90,5\"",
     points_remedy("3:Rail", "not a number: '90,5'")},
    {"position_missing", "80,90", "80,", points_remedy("3:Rail", "missing")},
    {"salience_above", "60,40,30", "101,40,30", points_remedy("3:RailSal", "101 is too high")},
    {"salience_below", "60,40,30", "-1,40,30", points_remedy("3:RailSal", "-1 is too low")},
    {"salience_sum_above",
     "60,40,30",
     "60,40,40.1",
     "k.csv:3:salience: error: adds up to 100.1 over the dimensions, more than 100. Lower it: it "
     "is "
     "how an actor divides its attention.\n"},
    {"no_salience",
     "60,40,30",
     "0,40,0",
     "k.csv:3:salience: error: adds up to 0 over the dimensions, less than 0.01. Raise it, or "
     "leave out an actor that cares "
     "for "
     "nothing.\n"},
    {"unquoted_decimal_comma", "80,90", "80,90,5", cells_error("3", "many cells: 8")},
    {"last_cell_missing", "70,45", "70,", cells_error("4", "few cells: 6")},
    {"row_cut_short",
     "Pakistan,south,120,0,20,100,10",
     "Pakistan",
     cells_error("5", "few cells: 1")},
    {"two_things_at_once",
     "80,90,60",
     "x,-1,60",
     "k.csv:3:Power: error: not a number: 'x'." + std::string{kPowerRemedy} +
         points_remedy("3:Rail", "-1 is too low")},
    {"not_utf8",
     "Kabul",
     "K\xE2"
     "bul",
     "k.csv:4:cell 1: error: not UTF-8: 'K?bul'. Save the file as UTF-8.\n"},
    {"utf16",
     "",
     std::string{"\xFF\xFE"
                 "B\0o\0,\0",
                 8U},
     "k.csv:1:cell 1: error: not UTF-8: '??B?o?'. Save the file as UTF-8.\n"
     "k.csv:1:cell 2: error: a control character in '?'. Remove it.\n"},
    {"quote_never_closed",
     ",north,",
     ",\"north,",
     "k.csv:3:cell 2: error: a quote is never closed: 'north,80,90,60,40,30?Kabul,,50.5,100,55,70,"
     "45?Pakistan,south...'. Close the quote at the end of the cell.\n"},
    {"control_character",
     "Kabul",
     "Ka\x01"
     "bul",
     "k.csv:4:cell 1: error: a control character in 'Ka?bul'. Remove it.\n"},
};

INSTANTIATE_TEST_SUITE_P(of, BrokenKtab, ::testing::ValuesIn(kBroken), [](auto const& broken) {
  return broken.param.name;
});

TEST(parse_ktab, gives_up_on_a_row_without_end) {
  auto const loaded = parse("t,d,2,1\n" + std::string(5000U, ','));
  EXPECT_FALSE(loaded.actors);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("more than 1000 cells in a row"));
}

TEST(parse_ktab, lists_a_thousand_findings_at_most) {
  auto text = std::string{"t,d,2,1\nActor,D,Power,a,as\n"};
  for (auto i = 0; i < 5000; ++i) {
    text += "x,,-1,101,101\n";
  }
  auto const loaded = parse(text);
  EXPECT_FALSE(loaded.actors);
  EXPECT_EQ(loaded.findings.size(), 1001U);
}

TEST(read_ktab, refuses_what_is_not_there_and_what_is_too_large) {
  auto const folder = test::TempFolder{};
  auto const missing = read_ktab(folder.file("none.csv"));
  EXPECT_FALSE(missing.actors);
  EXPECT_THAT(test::all_lines(missing.findings), HasSubstr("error: no such file"));
  folder.write("huge.csv", "");
  std::filesystem::resize_file(folder.file("huge.csv"), kMostKtabBytes + 1U);
  auto const huge = read_ktab(folder.file("huge.csv"));
  EXPECT_FALSE(huge.actors);
  EXPECT_THAT(test::all_lines(huge.findings), HasSubstr("error: larger than 4 MB"));
  EXPECT_FALSE(read_ktab(folder.path()).actors);
}

/// Whatever stands in the file, the actors are sound or refused with an error.
TEST(parse_ktab, is_not_broken_by_changed_bytes) {
  constexpr auto kTelling = std::string_view{"\",;\n\r-0.9e\xFF\0", 12U};
  auto random = std::mt19937{7U};
  for (auto i = 0; i < 3000; ++i) {
    auto text = std::string{kSound};
    for (auto changes = 1U + random() % 4U; changes > 0U; --changes) {
      auto const at = random() % text.size();
      if (random() % 3U == 0U) {
        text.erase(at, random() % 12U);
        text += ' ';
      } else {
        text.insert(at, 1U, kTelling[random() % kTelling.size()]);
      }
    }
    test::fuzz_ktab(text);
  }
}

}  // namespace
}  // namespace chorsu
