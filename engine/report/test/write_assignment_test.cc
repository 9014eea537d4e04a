#include "chorsu/report/write_assignment.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_folder.h"

#include "chorsu/assignment/equilibrium.h"
#include "chorsu/load/gmns.h"
#include "chorsu/load/omx.h"
#include "chorsu/load/tntp.h"

namespace chorsu {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using tiny::contents;
using tiny::Folder;

constexpr auto kNet = std::string_view{
    "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 5\n"
    "<END OF METADATA>\n"
    "1 3 1 100 0.00000001 1000000000 1 0 0 1;\n"
    "1 4 1 100 50 0.02 1 0 0 1;\n"
    "3 2 1 100 50 0.02 1 0 0 1;\n"
    "3 4 1 100 10 0.1 1 0 0 1;\n"
    "4 2 1 100 0.00000001 1000000000 1 0 0 1;\n"};
constexpr auto kTrips = std::string_view{"<END OF METADATA>\nOrigin 1\n2 : 4;\n"};
constexpr auto kMore = std::string_view{"<END OF METADATA>\nOrigin 1\n2 : 2;\n"};

/// Braess's network with one or two classes, solved.
struct Solved {
  explicit Solved(std::vector<NamedText> const& trips)
      : problem{std::move(parse_tntp({"net.tntp", kNet}, trips).problem)},
        solution{solve(*problem, {.gap = 1e-12, .on_step = {}})} {}
  std::unique_ptr<TrafficProblem> problem;
  EquilibriumSolution solution;
};

Solved const& braess() {
  static auto const solved = Solved{{{"cars.tntp", kTrips}, {"lorries.tntp", kMore}}};
  return solved;
}

Solved const& braess_of_one_class() {
  static auto const solved = Solved{{{"cars.tntp", kTrips}}};
  return solved;
}

std::vector<std::string> names_in(fs::path const& folder) {
  auto names = std::vector<std::string>{};
  for (auto const& entry : fs::recursive_directory_iterator{folder}) {
    names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<double> cells(std::string const& path, std::string const& matrix) {
  auto findings = Findings{};
  auto const file = open_omx(path, findings);
  EXPECT_TRUE(file) << path;
  auto values = std::vector<double>(file->rows * file->columns);
  EXPECT_TRUE(read_rows(*file, matrix, 0U, values, findings));
  EXPECT_THAT(findings, IsEmpty());
  return values;
}

TEST(write_assignment, leaves_its_files_and_nothing_else) {
  auto const folder = Folder{"assignment"};
  auto const& [problem, solution] = braess();
  auto const written = write_assignment(*problem, solution, {}, folder / "a/b");
  EXPECT_THAT(written.findings, IsEmpty());
  EXPECT_EQ(written.files.flows, folder / "a/b/link_flows.csv");
  EXPECT_EQ(written.files.paths, "");
  EXPECT_THAT(names_in(folder.path / "a/b"),
              ElementsAre("convergence.csv",
                          "gmns",
                          "gmns/link.csv",
                          "gmns/node.csv",
                          "link_flows.csv",
                          "skims.omx"));
}

TEST(write_assignment, writes_what_is_asked_for) {
  auto const folder = Folder{"assignment-all"};
  auto const& [problem, solution] = braess();
  auto const choice =
      AssignmentChoice{.select = {TrafficLinkId{3}}, .paths = true, .least_vehicles = 1e-6};
  auto const written = write_assignment(*problem, solution, choice, folder / "out");
  ASSERT_THAT(written.findings, IsEmpty());
  auto const cars = cells(written.files.select, "cars_3-4");
  auto const lorries = cells(written.files.select, "lorries_3-4");
  EXPECT_NEAR(cars[1] + lorries[1], 2.0, 1e-6);
  EXPECT_THAT(contents(written.files.paths),
              StartsWith("class,origin,destination,path,vehicles,cost,nodes,links\ncars,1,2,1,"));
  EXPECT_THAT(contents(written.files.paths), HasSubstr(",1;3;4;2,1;4;5\n"));
}

TEST(write_assignment, flows_of_classes_stand_beside_their_sum) {
  auto const folder = Folder{"assignment-classes"};
  auto const& [problem, solution] = braess();
  auto const written = write_assignment(*problem, solution, {}, folder / "out");
  EXPECT_THAT(contents(written.files.flows),
              StartsWith("from,to,volume,cost,time,volume_cars,cost_cars,volume_lorries,"
                         "cost_lorries\n1,3,"));
  auto const& one = braess_of_one_class();
  auto const again = write_assignment(*one.problem, one.solution, {}, folder / "out");
  EXPECT_THAT(contents(again.files.flows), StartsWith("from,to,volume,cost,time\n1,3,"));
}

TEST(write_assignment, volumes_are_written_to_their_last_digit) {
  auto const folder = Folder{"assignment-digits"};
  auto const& [problem, solution] = braess_of_one_class();
  auto const written = write_assignment(*problem, solution, {}, folder / "out");
  auto in = std::istringstream{contents(written.files.flows)};
  auto line = std::string{};
  std::getline(in, line);
  for (auto const link : solution.volume.ids()) {
    std::getline(in, line);
    auto const at = line.find(',', line.find(',') + 1U) + 1U;
    EXPECT_EQ(std::stod(line.substr(at)), solution.volume[link]) << line;
  }
}

TEST(write_assignment, skims_are_those_of_the_engine) {
  auto const folder = Folder{"assignment-skims"};
  auto const& [problem, solution] = braess_of_one_class();
  auto const written = write_assignment(*problem, solution, {}, folder / "out");
  auto const skims = skim(*problem, solution, TrafficClassId{0});
  EXPECT_EQ(cells(written.files.skims, "cost"), skims.cost.values);
  EXPECT_EQ(cells(written.files.skims, "time"), skims.time.values);
  EXPECT_EQ(cells(written.files.skims, "length"), skims.length.values);
  EXPECT_EQ(cells(written.files.skims, "toll"), skims.toll.values);
}

TEST(write_assignment, gmns_is_the_network_that_was_solved) {
  auto const folder = Folder{"assignment-gmns"};
  auto const& [problem, solution] = braess_of_one_class();
  auto const written = write_assignment(*problem, solution, {}, folder / "out");
  auto const loaded = read_gmns(written.files.gmns, {});
  ASSERT_NE(loaded.problem, nullptr);
  EXPECT_THAT(loaded.findings, IsEmpty());
  auto const& was = problem->network;
  auto const& is = loaded.problem->network;
  EXPECT_EQ(is.nodes.name.values, was.nodes.name.values);
  EXPECT_EQ(is.nodes.through.values, was.nodes.through.values);
  EXPECT_EQ(is.zones.centroid.values, was.zones.centroid.values);
  EXPECT_EQ(is.links.from.values, was.links.from.values);
  EXPECT_EQ(is.links.to.values, was.links.to.values);
  EXPECT_EQ(is.links.capacity.values, was.links.capacity.values);
  EXPECT_EQ(is.links.length.values, was.links.length.values);
  EXPECT_EQ(is.links.free_flow_time.values, was.links.free_flow_time.values);
  EXPECT_EQ(is.links.b.values, was.links.b.values);
  EXPECT_EQ(is.links.power.values, was.links.power.values);
}

TEST(write_assignment, writes_the_same_bytes_again) {
  auto const folder = Folder{"assignment-again"};
  auto const& [problem, solution] = braess();
  write_assignment(*problem, solution, {.select = {TrafficLinkId{0}}}, folder / "one");
  write_assignment(*problem, solution, {.select = {TrafficLinkId{0}}}, folder / "two");
  for (auto const* name :
       {"link_flows.csv", "gmns/link.csv", "gmns/node.csv", "skims.omx", "select.omx"}) {
    EXPECT_EQ(contents(folder.path / "one" / name), contents(folder.path / "two" / name)) << name;
  }
}

TEST(write_assignment, leaves_earlier_files_where_it_cannot_write) {
  auto const folder = Folder{"assignment-refused"};
  auto const& [problem, solution] = braess();
  fs::create_directories(folder.path / "out/link_flows.csv/in the way");
  auto const written = write_assignment(*problem, solution, {}, folder / "out");
  EXPECT_TRUE(has_errors(written.findings));
  EXPECT_THAT(names_in(folder.path / "out"),
              ElementsAre("link_flows.csv", "link_flows.csv/in the way"));
}

TEST(link_name, is_an_id_or_the_ends) {
  auto network = braess().problem->network;
  EXPECT_EQ(link_name(network, TrafficLinkId{3}), "3-4");
  network.links.name[TrafficLinkId{3}] = "bridge";
  EXPECT_EQ(link_name(network, TrafficLinkId{3}), "bridge");
}

}  // namespace
}  // namespace chorsu
