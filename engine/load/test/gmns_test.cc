#include "chorsu/load/gmns.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

namespace chorsu {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Two zones and a node between them.
test::Files tiny() {
  return {{"node.csv",
           "node_id,x_coord,y_coord,node_type,zone_id\na,0,0,centroid,1\nb,1,0,,\nc,2,0,,2\n"},
          {"link.csv",
           "link_id,from_node_id,to_node_id,directed,length,lanes,capacity,free_speed,toll\n"
           "10,a,b,true,2,2,1000,60,3\n"
           "11,b,c,false,1,1,500,30,\n"},
          {"config.csv", "long_length,speed\nkm,kph\n"},
          {"demand.csv", "o_zone_id,d_zone_id,volume\n1,2,100\n2,1,50\n"}};
}

NamedBytes named(std::string const& name, std::string const& text) {
  return {name, {text.begin(), text.end()}};
}

LoadedTraffic parse(test::Files const& files) {
  auto tables = GmnsTables{.node = named("node.csv", files.at("node.csv")),
                           .link = named("link.csv", files.at("link.csv"))};
  if (files.contains("zone.csv")) {
    tables.zone = named("zone.csv", files.at("zone.csv"));
  }
  if (files.contains("config.csv")) {
    tables.config = named("config.csv", files.at("config.csv"));
  }
  auto demand = std::vector<NamedBytes>{};
  demand.push_back(named("demand.csv", files.at("demand.csv")));
  return parse_gmns(std::move(tables), std::move(demand));
}

TEST(gmns, reads_a_network_and_its_demand) {
  auto const loaded = parse(tiny());
  EXPECT_THAT(loaded.findings, IsEmpty()) << test::all_lines(loaded.findings);
  ASSERT_NE(loaded.problem, nullptr);
  auto const& network = loaded.problem->network;
  EXPECT_THAT(network.nodes.name.values, ElementsAre("a", "b", "c"));
  EXPECT_THAT(network.nodes.through.values, ElementsAre(0, 1, 1));
  EXPECT_THAT(network.zones.name.values, ElementsAre("1", "2"));
  EXPECT_THAT(network.zones.centroid.values, ElementsAre(TrafficNodeId{0}, TrafficNodeId{2}));
  auto const& links = network.links;
  EXPECT_THAT(links.name.values, ElementsAre("10", "11", "11:reverse"));
  EXPECT_THAT(links.from.values, ElementsAre(TrafficNodeId{0}, TrafficNodeId{1}, TrafficNodeId{2}));
  EXPECT_THAT(links.to.values, ElementsAre(TrafficNodeId{1}, TrafficNodeId{2}, TrafficNodeId{1}));
  EXPECT_THAT(links.capacity.values, ElementsAre(2000.0, 500.0, 500.0));
  EXPECT_THAT(links.length.values, ElementsAre(2.0, 1.0, 1.0));
  EXPECT_THAT(links.free_flow_time.values,
              ElementsAre(DoubleNear(2.0, 1e-12), DoubleNear(2.0, 1e-12), DoubleNear(2.0, 1e-12)));
  EXPECT_THAT(links.b.values, ElementsAre(0.15, 0.15, 0.15));
  EXPECT_THAT(links.power.values, ElementsAre(4.0, 4.0, 4.0));
  EXPECT_THAT(links.toll.values, ElementsAre(3.0, 0.0, 0.0));
  auto const& traffic = loaded.problem->classes.values.at(0);
  EXPECT_EQ(traffic.name, "demand");
  EXPECT_THAT(traffic.trips.first, ElementsAre(0U, 1U, 2U));
  EXPECT_EQ(traffic.trips.values[0].vehicles, 100.0);
}

/// What tools of the field write beside what the specification says.
TEST(gmns, takes_the_columns_of_others) {
  auto files = tiny();
  files["node.csv"] = "node_id,zone_id,extra\n1.0,1,x\n2,,x\n3,2,x\n";
  files["link.csv"] =
      "Link_ID,from_node_id,to_node_id,length,lanes,free_speed,capacity,VDF_alpha1,VDF_beta1,"
      "VDF_fftt1,allowed_uses,geometry\n"
      "1,1,2,5,1,,1800,0.5,6,7.5,auto,\"LINESTRING (0 0, 1 1)\"\n"
      "2,2,3,5,1,50,,,,,walk;bike,\n";
  files["demand.csv"] = "origin,destination,demand\n1.0,2.0,7\n";
  auto const loaded = parse(files);
  ASSERT_NE(loaded.problem, nullptr) << test::all_lines(loaded.findings);
  auto const& links = loaded.problem->network.links;
  EXPECT_THAT(links.b.values, ElementsAre(0.5, 0.0));
  EXPECT_THAT(links.power.values, ElementsAre(6.0, 4.0));
  EXPECT_THAT(links.free_flow_time.values, ElementsAre(7.5, DoubleNear(6.0, 1e-12)));
  EXPECT_THAT(links.open.values, ElementsAre(1, 0));
  EXPECT_EQ(test::all_lines(loaded.findings),
            "link.csv: note: links without a capacity, whose time is constant: 1\n"
            "link.csv: note: links shut, for allowed_uses has no cars: 1\n");
}

TEST(gmns, a_zone_of_several_nodes_gets_a_centroid) {
  auto files = tiny();
  test::replace(files, "node.csv", "b,1,0,,", "b,1,0,,2");
  auto const loaded = parse(files);
  ASSERT_NE(loaded.problem, nullptr);
  auto const& network = loaded.problem->network;
  EXPECT_THAT(network.nodes.name.values, ElementsAre("a", "b", "c", "zone:2"));
  EXPECT_THAT(network.nodes.through.values, ElementsAre(0, 1, 1, 0));
  EXPECT_EQ(network.zones.centroid.values[1], TrafficNodeId{3});
  EXPECT_EQ(network.links.from.size(), 3U + 4U);
  EXPECT_EQ(test::all_lines(loaded.findings),
            "node.csv: note: zones of several nodes: 1; each gets a centroid of its own, linked to "
            "them\n");
}

TEST(gmns, zones_stand_as_listed_or_by_number) {
  auto files = tiny();
  files["node.csv"] = "node_id,zone_id\na,10\nb,\nc,9\n";
  files["demand.csv"] = "o_zone_id,d_zone_id,volume\n";
  EXPECT_THAT(parse(files).problem->network.zones.name.values, ElementsAre("9", "10"));
  files["zone.csv"] = "zone_id,name\n10,ten\n9,nine\n8,without nodes\n";
  EXPECT_THAT(parse(files).problem->network.zones.name.values, ElementsAre("10", "9"));
}

TEST(gmns, knows_units_of_length_and_speed) {
  auto files = tiny();
  files["config.csv"] = "long_length,speed\nmeters,mph\n";
  test::replace(files, "link.csv", "true,2,", "true,1609.344,");
  EXPECT_NEAR(parse(files).problem->network.links.free_flow_time.values[0], 1.0, 1e-12);
  files.erase("config.csv");
  auto const loaded = parse(files);
  EXPECT_NEAR(loaded.problem->network.links.free_flow_time.values[0], 1609.344, 1e-9);
  EXPECT_EQ(
      test::all_lines(loaded.findings),
      "link.csv: note: links whose free_speed is taken as units of length an hour, for config.csv "
      "has no units: 2\n");
}

TEST(gmns, reads_a_folder) {
  auto const folder = test::TempFolder{};
  folder.write(tiny());
  auto const loaded = read_gmns(folder.path(), {.tables = {folder.file("demand.csv")}});
  ASSERT_NE(loaded.problem, nullptr) << test::all_lines(loaded.findings);
  EXPECT_EQ(loaded.problem->network.links.from.size(), 3U);
}

struct Broken {
  std::string name;
  std::string file;
  std::string from;  ///< empty: the whole file
  std::string to;
  std::string line;
};

class BrokenGmns : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenGmns, is_refused_with_its_place_and_remedy) {
  auto const& broken = GetParam();
  auto files = tiny();
  if (broken.from.empty()) {
    files[broken.file] = broken.to;
  } else {
    test::replace(files, broken.file, broken.from, broken.to);
  }
  auto const loaded = parse(files);
  EXPECT_EQ(loaded.problem, nullptr);
  EXPECT_EQ(test::all_lines(loaded.findings), broken.file + ":" + broken.line + "\n");
}

auto const kBroken = std::vector<Broken>{
    {"no_node_id",
     "link.csv",
     "from_node_id",
     "from",
     "1:from_node_id: error: no such column. Add it, or check how it is spelled."},
    {"node_twice",
     "node.csv",
     "c,2,0,,2",
     "c,2,0,,2\na,0,0,,",
     "5:node_id: error: node 'a' stands twice. Give every node an id of its own."},
    {"node_without_id",
     "node.csv",
     "b,1,0,,",
     ",1,0,,\nb,1,0,,",
     "3:node_id: error: the cell is empty. Give every node an id."},
    {"zone_not_listed",
     "zone.csv",
     "",
     "zone_id\n1\n2\n2\n",
     "4:zone_id: error: zone '2' stands twice. Keep one of them."},
    {"no_such_node",
     "link.csv",
     "10,a,b",
     "10,a,x",
     "2:to_node_id: error: no node 'x' in node.csv. Write a node_id."},
    {"capacity",
     "link.csv",
     ",1000,",
     ",many,",
     "2:capacity: error: not a number: 'many'. Write a number."},
    {"length",
     "link.csv",
     ",2,2,",
     ",-2,2,",
     "2:length: error: below 0: '-2'. Write a number from 0."},
    {"directed",
     "link.csv",
     "true",
     "perhaps",
     "2:directed: error: neither true nor false: 'perhaps'. Write true where travel goes only from "
     "from_node_id to to_node_id."},
    {"no_speed",
     "link.csv",
     ",60,",
     ",,",
     "2: error: no free-flow time. Give length and free_speed, or vdf_fftt in minutes."},
    {"speed_0",
     "link.csv",
     ",60,",
     ",0,",
     "2:free_speed: error: a speed of 0. Give a free-flow speed above 0."},
    {"cells",
     "link.csv",
     ",60,3",
     ",60",
     "2: error: too few cells: 8 where the header has 9. Cells with a comma inside need "
     "quotes around them."},
    {"no_volume",
     "demand.csv",
     "volume",
     "number",
     "1:volume: error: no such column. Add it, or check how it is spelled."},
    {"no_zone",
     "demand.csv",
     "2,1,50",
     "2,7,50",
     "3:d_zone_id: error: no zone '7'. Write a zone_id that a node has."},
    {"negative",
     "demand.csv",
     "50",
     "-50",
     "3:volume: error: below 0: '-50'. Write a number from 0."},
    {"empty",
     "demand.csv",
     "",
     "",
     " error: the file is empty. Write a header row with the names of the columns."}};

INSTANTIATE_TEST_SUITE_P(gmns, BrokenGmns, ::testing::ValuesIn(kBroken), [](auto const& broken) {
  return broken.param.name;
});

TEST(gmns, says_where_no_zone_is) {
  auto files = tiny();
  files["node.csv"] = "node_id\na\nb\nc\n";
  auto const loaded = parse(files);
  EXPECT_EQ(loaded.problem, nullptr);
  EXPECT_EQ(test::all_lines(loaded.findings),
            "node.csv: error: no node has a zone. Say in zone_id where trips begin and end.\n");
}

}  // namespace
}  // namespace chorsu
