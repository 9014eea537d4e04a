#include <array>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

#include "chorsu/load/tntp.h"

namespace chorsu {
namespace {

constexpr auto kNet = std::string_view{
    "<NUMBER OF ZONES> 2\n"
    "<NUMBER OF NODES> 3\n"
    "<NUMBER OF LINKS> 2\n"
    "<END OF METADATA>\n"
    "1 3 100 2 5 0.15 4 60 7 1 ;\n"
    "3 2 200 1 0 0 0 0 0 2;\n"};
constexpr auto kTrips = std::string_view{
    "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 12.5\n<END OF METADATA>\nOrigin 1\n 2 : 12.5;\n"};

struct Broken {
  std::string name;
  bool in_net;
  std::string from;  ///< empty: the whole file
  std::string to;
  std::string line;  ///< without the name of the file
};

class BrokenTntp : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenTntp, is_refused_with_its_place_and_remedy) {
  auto const& broken = GetParam();
  auto files = test::Files{{"net.tntp", std::string{kNet}}, {"trips.tntp", std::string{kTrips}}};
  auto const file = std::string{broken.in_net ? "net.tntp" : "trips.tntp"};
  if (broken.from.empty()) {
    files[file] = broken.to;
  } else {
    test::replace(files, file, broken.from, broken.to);
  }
  auto const trips = std::array{NamedText{"trips.tntp", files["trips.tntp"]}};
  auto const loaded = parse_tntp({"net.tntp", files["net.tntp"]}, trips);
  EXPECT_EQ(loaded.problem, nullptr);
  EXPECT_EQ(test::all_lines(loaded.findings), file + ":" + broken.line + "\n");
}

constexpr auto kEndRemedy = "Begin with lines <KEY> value and end them with <END OF METADATA>.";
constexpr auto kNodeRemedy = "Write a number from 1 to 3.";

auto const kBroken = std::vector<Broken>{
    {"empty", true, "", "", std::string{" error: the file is empty. "} + kEndRemedy},
    {"no_end",
     true,
     "<END OF METADATA>\n1 3 100 2 5 0.15 4 60 7 1 ;\n3 2 200 1 0 0 0 0 0 2;\n",
     "",
     std::string{" error: no <END OF METADATA>. "} + kEndRemedy},
    {"no_metadata",
     true,
     "",
     "1 2 3 4 5 6 7 ;\n",
     "1: error: not a line of metadata: '1 2 3 4 5 6 7 ;'. Write <END OF METADATA> before the "
     "table."},
    {"unclosed",
     true,
     "<NUMBER OF NODES> 3",
     "<NUMBER OF NODES 3",
     "2: error: no '>' after '<NUMBER OF NODES 3'. Write <KEY> value."},
    {"no_nodes",
     true,
     "<NUMBER OF NODES> 3\n",
     "",
     "<NUMBER OF NODES>: error: missing. Add it to the metadata."},
    {"no_count",
     true,
     "ZONES> 2",
     "ZONES> 1,000",
     "1:<NUMBER OF ZONES>: error: not a count: '1,000'. Write a whole number above 0, without "
     "commas."},
    {"negative_count",
     true,
     "NODES> 3",
     "NODES> -3",
     "2:<NUMBER OF NODES>: error: not a count: '-3'. Write a whole number above 0, without "
     "commas."},
    {"absurd_count",
     true,
     "NODES> 3",
     "NODES> 4000000000",
     "2:<NUMBER OF NODES>: error: 4000000000 is more than a file of 138 bytes can hold. Write the "
     "number of rows that follow."},
    {"zones_above_nodes",
     true,
     "ZONES> 2",
     "ZONES> 4",
     "1:<NUMBER OF ZONES>: error: 4 zones, but only 3 nodes. Zones are the first nodes: there "
     "cannot be more of them."},
    {"too_few_links",
     true,
     "LINKS> 2",
     "LINKS> 3",
     "3:<NUMBER OF LINKS>: error: 3 announced, 2 found. Check that the file is whole, then write "
     "how many there are."},
    {"too_many_links",
     true,
     "LINKS> 2",
     "LINKS> 1",
     "3:<NUMBER OF LINKS>: error: 1 announced, 2 found. Check that the file is whole, then write "
     "how many there are."},
    {"no_such_node",
     true,
     "1 3 100",
     "1 4 100",
     std::string{"5:term_node: error: no node '4'. "} + kNodeRemedy},
    {"node_zero",
     true,
     "3 2 200",
     "0 2 200",
     std::string{"6:init_node: error: no node '0'. "} + kNodeRemedy},
    {"node_no_number",
     true,
     "1 3 100",
     "a 3 100",
     std::string{"5:init_node: error: no node 'a'. "} + kNodeRemedy},
    {"short_row",
     true,
     "3 2 200 1 0 0 0 0 0 2;",
     "3 2 200 1 0;",
     "6:b: error: missing: the link has 5 of its 10 fields. Only speed, toll and link_type may be "
     "left out."},
    {"no_number",
     true,
     " 100 ",
     " 1oo ",
     "5:capacity: error: not a number: '1oo'. Write a number."},
    {"infinite", true, " 100 ", " inf ", "5:capacity: error: not a number: 'inf'. Write a number."},
    {"negative_time",
     true,
     " 2 5 ",
     " 2 -5 ",
     "5:free_flow_time: error: below 0: '-5'. Write a number from 0."},
    {"negative_toll",
     true,
     "60 7 1",
     "60 -7 1",
     "5:toll: error: below 0: '-7'. Write a number from 0."},
    {"trips_empty", false, "", "", std::string{" error: the file is empty. "} + kEndRemedy},
    {"no_such_origin",
     false,
     "Origin 1",
     "Origin 3",
     "4:Origin: error: no zone '3'. Write a number from 1 to 2."},
    {"origin_without_zone",
     false,
     "Origin 1\n",
     "Origin\n",
     "4:Origin: error: no zone ''. Write a number from 1 to 2."},
    {"no_such_destination",
     false,
     " 2 :",
     " 9 :",
     "5:destination: error: no zone '9'. Write a number from 1 to 2."},
    {"no_origin",
     false,
     "Origin 1\n",
     "",
     "4: error: trips before the first Origin. Write a line 'Origin' with its zone above them."},
    {"no_colon",
     false,
     "2 : 12.5",
     "2 12.5",
     "5: error: not a pair 'destination : trips;' at '2'. Write a colon between the two and a "
     "semicolon after them."},
    {"no_trips",
     false,
     "2 : 12.5;",
     "2 : ;",
     "5: error: not a pair 'destination : trips;' at '2'. Write a colon between the two and a "
     "semicolon after them."},
    {"negative_trips",
     false,
     ": 12.5",
     ": -1",
     "5:trips: error: below 0: '-1'. Write a number from 0."},
    {"trips_no_number",
     false,
     ": 12.5",
     ": 12.5.1",
     "5:trips: error: not a number: '12.5.1'. Write a number from 0."}};

INSTANTIATE_TEST_SUITE_P(tntp, BrokenTntp, ::testing::ValuesIn(kBroken), [](auto const& broken) {
  return broken.param.name;
});

TEST(broken_tntp, stops_where_too_much_is_wrong) {
  auto net = std::string{kNet};
  for (auto i = 0; i < 1000; ++i) {
    net += "x\n";
  }
  auto const loaded = parse_tntp({"net.tntp", net}, {});
  EXPECT_EQ(loaded.problem, nullptr);
  EXPECT_EQ(loaded.findings.size(), 101U);
  EXPECT_EQ(loaded.findings.back().message, "too many problems, the rest of the file is not read");
}

}  // namespace
}  // namespace chorsu
