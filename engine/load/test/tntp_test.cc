#include "chorsu/load/tntp.h"

#include <array>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

namespace chorsu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto kNet = std::string_view{
    "<NUMBER OF ZONES> 2\n"
    "<NUMBER OF NODES> 3\n"
    "<FIRST THRU NODE> 3\n"
    "<NUMBER OF LINKS> 2\n"
    "<END OF METADATA>\n"
    "~ init term capacity length time b power speed toll type ;\n"
    "1 3 100 2 5 0.15 4 60 7 1 ;\n"
    "3 2 200 1 0 0 0 0 0 2;\n"};
constexpr auto kTrips = std::string_view{
    "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 12.5\n<END OF METADATA>\nOrigin 1\n 2 : 12.5;\n"};

LoadedTraffic parse(std::string_view net, std::string_view trips = kTrips) {
  auto const files = std::array{NamedText{"trips.tntp", trips}};
  return parse_tntp({"net.tntp", net}, files);
}

/// The text with one piece put in the place of another, which must be there.
std::string with(std::string_view text, std::string_view from, std::string_view to) {
  auto files = test::Files{{"", std::string{text}}};
  test::replace(files, "", from, to);
  return files.at("");
}

std::vector<double> vehicles(TrafficClass const& traffic) {
  auto result = std::vector<double>{};
  for (auto const& trip : traffic.trips.values) {
    result.push_back(trip.vehicles);
  }
  return result;
}

TEST(tntp, reads_a_network) {
  auto const loaded = parse(kNet);
  EXPECT_THAT(loaded.findings, IsEmpty()) << test::all_lines(loaded.findings);
  ASSERT_NE(loaded.problem, nullptr);
  auto const& network = loaded.problem->network;
  EXPECT_THAT(network.nodes.name.values, ElementsAre("1", "2", "3"));
  EXPECT_THAT(network.nodes.through.values, ElementsAre(0, 0, 1));
  EXPECT_THAT(network.zones.centroid.values, ElementsAre(TrafficNodeId{0}, TrafficNodeId{1}));
  auto const& links = network.links;
  EXPECT_THAT(links.from.values, ElementsAre(TrafficNodeId{0}, TrafficNodeId{2}));
  EXPECT_THAT(links.to.values, ElementsAre(TrafficNodeId{2}, TrafficNodeId{1}));
  EXPECT_THAT(links.capacity.values, ElementsAre(100.0, 200.0));
  EXPECT_THAT(links.length.values, ElementsAre(2.0, 1.0));
  EXPECT_THAT(links.free_flow_time.values, ElementsAre(5.0, 0.0));
  EXPECT_THAT(links.b.values, ElementsAre(0.15, 0.0));
  EXPECT_THAT(links.power.values, ElementsAre(4.0, 0.0));
  EXPECT_THAT(links.toll.values, ElementsAre(7.0, 0.0));
  EXPECT_THAT(links.open.values, ElementsAre(1, 1));
}

TEST(tntp, every_trip_table_is_a_class) {
  auto const files = std::array{NamedText{"a/cars.tntp.gz", kTrips}, NamedText{"lorries", kTrips}};
  auto const loaded = parse_tntp({"net.tntp", kNet}, files);
  ASSERT_NE(loaded.problem, nullptr);
  auto const& classes = loaded.problem->classes;
  ASSERT_EQ(classes.size(), 2U);
  EXPECT_EQ(classes.values[0].name, "cars");
  EXPECT_EQ(classes.values[1].name, "lorries");
  EXPECT_THAT(classes.values[1].trips.first, ElementsAre(0U, 1U, 1U));
  EXPECT_THAT(vehicles(classes.values[1]), ElementsAre(12.5));
}

/// What the public files have in place of what their description says.
TEST(tntp, takes_files_as_they_are) {
  auto const net =
      "~ a comment\r\n\r\n<NUMBER OF ZONES>\t\t 2\t\t\t\r\n<number of  nodes> 3 \r\n"
      "<NUMBER OF LINKS>2\r\n<ORIGINAL HEADER>~ \tInit node \tToll  Type\r\n"
      "<END OF METADATA>\t\t\r\n\r\n~\tinit_node\t;\r\n"
      "\t1\t3\t1E2\t2\t+5\t.15\t4\r\n"  // no speed, toll, type and semicolon
      "\t3\t2\t0\t1\t0\t0\t0\t0\t1.5\t2;~ a connector\r\n";
  auto const loaded = parse(net,
                            "<END OF METADATA>\r\n~ none\r\nORIGIN\t1 \r\n2\t:\t5.;1: 0 ;2:7.5\r\n"
                            "\r\nOrigin 2\r\n");
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("1 pair of zones stands more than once"));
  ASSERT_NE(loaded.problem, nullptr);
  EXPECT_THAT(loaded.problem->network.links.capacity.values, ElementsAre(100.0, 0.0));
  EXPECT_THAT(loaded.problem->network.links.toll.values, ElementsAre(0.0, 1.5));
  EXPECT_THAT(loaded.problem->network.nodes.through.values, ElementsAre(1, 1, 1));
  EXPECT_THAT(vehicles(loaded.problem->classes.values[0]), ElementsAre(12.5));
}

TEST(tntp, puts_trips_in_order) {
  auto const net = with(with(kNet, "ZONES> 2", "ZONES> 3"), "THRU NODE> 3", "THRU NODE> 1");
  auto const loaded =
      parse(net, "<END OF METADATA>\nOrigin 3\n2 : 4; 1 : 3;\nOrigin 1\n3 : 2; 2 : 1;\n");
  ASSERT_NE(loaded.problem, nullptr);
  auto const& trips = loaded.problem->classes.values[0].trips;
  EXPECT_THAT(trips.first, ElementsAre(0U, 2U, 2U, 4U));
  EXPECT_THAT(vehicles(loaded.problem->classes.values[0]), ElementsAre(1.0, 2.0, 3.0, 4.0));
}

struct Doubtful {
  std::string name;
  std::string net;
  std::string trips;
  std::string line;
};

class DoubtfulTntp : public ::testing::TestWithParam<Doubtful> {};

/// What is read all the same, but told.
TEST_P(DoubtfulTntp, is_read_and_told) {
  auto const loaded = parse(GetParam().net, GetParam().trips);
  EXPECT_NE(loaded.problem, nullptr);
  EXPECT_EQ(test::all_lines(loaded.findings), GetParam().line + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    tntp,
    DoubtfulTntp,
    ::testing::Values(
        Doubtful{"total",
                 std::string{kNet},
                 with(kTrips, "FLOW> 12.5", "FLOW> 13"),
                 "trips.tntp:2:<TOTAL OD FLOW>: warning: 13 trips, but the table adds up to 12.5. "
                 "Check that the file is whole; the table is what counts."},
        Doubtful{"zones",
                 std::string{kNet},
                 with(kTrips, "ZONES> 2", "ZONES> 5"),
                 "trips.tntp:1:<NUMBER OF ZONES>: warning: 5 zones, the network has 2. Check that "
                 "these trips belong to this network."},
        Doubtful{"within",
                 std::string{kNet},
                 with(kTrips, " 2 : 12.5;", " 1 : 2.5; 2 : 10;"),
                 "trips.tntp: note: 2.5 trips within 1 zone are left out: they use no link"},
        Doubtful{"none",
                 std::string{kNet},
                 "<END OF METADATA>\nOrigin 1\n",
                 "trips.tntp: warning: no trips between zones. Check that this is the trip table."},
        Doubtful{"loop",
                 with(kNet, "3 2 200", "2 2 200"),
                 std::string{kTrips},
                 "net.tntp:8: warning: from node 2 to itself: it carries nothing"},
        Doubtful{
            "shut",
            with(kNet, "1 3 100", "1 3 0"),
            std::string{kTrips},
            "net.tntp: note: shut, for their time depends on their volume: links of capacity 0, 1"},
        Doubtful{"more",
                 with(kNet, "0 2;", "0 2 9 9;"),
                 std::string{kTrips},
                 "net.tntp:8: warning: more than 10 fields: what follows link_type is not used"}),
    [](auto const& broken) { return broken.param.name; });

TEST(tntp, tells_of_every_file_that_is_not_there) {
  auto const trips = std::array{std::string{"no/trips"}};
  auto const loaded = read_tntp("no/net", trips);
  EXPECT_EQ(loaded.problem, nullptr);
  EXPECT_EQ(test::all_lines(loaded.findings),
            "no/net: error: no such file. Looked for no/net.\n"
            "no/trips: error: no such file. Looked for no/trips.\n");
}

TEST(tntp, reads_files) {
  auto const folder = test::TempFolder{};
  folder.write("net.tntp", kNet);
  folder.write("trips.tntp", kTrips);
  auto const trips = std::array{folder.file("trips.tntp")};
  auto const loaded = read_tntp(folder.file("net.tntp"), trips);
  ASSERT_NE(loaded.problem, nullptr);
  EXPECT_EQ(loaded.problem->classes.values[0].name, "trips");
}

}  // namespace
}  // namespace chorsu
