#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

#include "chorsu/load/tntp.h"

namespace chorsu {
namespace {

struct Public {
  std::string name;
  std::string net;
  std::string trips;
  std::size_t zones;
  std::size_t nodes;
  std::size_t links;
  double vehicles;  ///< between zones
};

class PublicTntp : public ::testing::TestWithParam<Public> {};

/// ../shared, unless CHORSU_SHARED names another folder.
std::filesystem::path shared() {
  auto const* const named = std::getenv("CHORSU_SHARED");  // NOLINT(concurrency-mt-unsafe)
  return named != nullptr ? named : "../shared";
}

TEST_P(PublicTntp, is_read_whole) {
  auto const& expected = GetParam();
  auto const folder = shared() / "data" / "tntp" / expected.name;
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << folder << " is not here: the public test networks are not part of Chorsu";
  }
  auto const trips = std::array{(folder / expected.trips).string()};
  auto const loaded = read_tntp((folder / expected.net).string(), trips);
  ASSERT_NE(loaded.problem, nullptr) << test::all_lines(loaded.findings);
  for (auto const& finding : loaded.findings) {
    EXPECT_EQ(finding.severity, Severity::kNote) << to_line(finding);
  }
  auto const& network = loaded.problem->network;
  EXPECT_EQ(network.zones.name.size(), expected.zones);
  EXPECT_EQ(network.nodes.name.size(), expected.nodes);
  EXPECT_EQ(network.links.from.size(), expected.links);
  auto sum = 0.0;
  for (auto const& trip : loaded.problem->classes.values[0].trips.values) {
    sum += trip.vehicles;
  }
  EXPECT_NEAR(sum, expected.vehicles, 1e-6 * expected.vehicles);
}

INSTANTIATE_TEST_SUITE_P(
    tntp,
    PublicTntp,
    ::testing::Values(
        Public{"Braess-Example", "Braess_net.tntp", "Braess_trips.tntp", 2, 4, 5, 6.0},
        Public{"SiouxFalls", "SiouxFalls_net.tntp", "SiouxFalls_trips.tntp", 24, 24, 76, 360600.0},
        Public{"Eastern-Massachusetts", "EMA_net.tntp", "EMA_trips.tntp", 74, 74, 258, 65576.375},
        Public{"Berlin-Friedrichshain",
               "friedrichshain-center_net.tntp",
               "friedrichshain-center_trips.tntp",
               23,
               224,
               523,
               11205.1},
        Public{"Berlin-Tiergarten",
               "berlin-tiergarten_net.tntp",
               "berlin-tiergarten_trips.tntp",
               26,
               361,
               766,
               10754.87},
        Public{"Berlin-Mitte-Center",
               "berlin-mitte-center_net.tntp",
               "berlin-mitte-center_trips.tntp",
               36,
               398,
               871,
               11481.924},
        Public{"Anaheim", "Anaheim_net.tntp", "Anaheim_trips.tntp", 38, 416, 914, 104694.4},
        Public{
            "Barcelona", "Barcelona_net.tntp", "Barcelona_trips.tntp", 110, 1020, 2522, 184679.561},
        Public{"Winnipeg", "Winnipeg_net.tntp", "Winnipeg_trips.tntp", 147, 1052, 2836, 64775.0},
        Public{"Chicago-Sketch",
               "ChicagoSketch_net.tntp",
               "ChicagoSketch_trips.tntp.gz",
               387,
               933,
               2950,
               1137493.44},
        Public{"Berlin-Center",
               "berlin-center_net.tntp.gz",
               "berlin-center_trips.tntp.gz",
               865,
               12981,
               28376,
               168222.302}),
    [](auto const& broken) {
      auto name = broken.param.name;
      std::ranges::replace(name, '-', '_');
      return name;
    });

}  // namespace
}  // namespace chorsu
