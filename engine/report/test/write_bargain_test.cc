#include "chorsu/report/write_bargain.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_folder.h"

namespace chorsu {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using tiny::contents;
using tiny::Folder;

BargainActors three_actors() {
  auto actors = BargainActors{};
  actors.title = "Gauge & \"fees\"";
  actors.name.values = {"A, Ltd", "B", "C"};
  actors.capability.values = {10.0, 30.0, 10.0};
  actors.dimension.values = {"gauge"};
  actors.position = {3U, 1U};
  actors.position.values = {0.0, 60.0, 100.0};
  actors.salience = {3U, 1U, 50.0};
  return actors;
}

TEST(write_bargain, writes_three_files_and_nothing_else) {
  auto const folder = Folder{"bargain"};
  auto const actors = three_actors();
  auto const bargain = negotiate(actors);
  auto const written = write_bargain(actors, bargain, folder / "out");
  EXPECT_THAT(written.findings, IsEmpty());
  auto names = std::set<std::string>{};
  for (auto const& entry : fs::directory_iterator{folder.path / "out"}) {
    names.insert(entry.path().filename().string());
  }
  EXPECT_THAT(names, ElementsAre("bargain.html", "challenges.csv", "positions.csv"));
  auto const table = contents(written.files.positions);
  EXPECT_THAT(table,
              HasSubstr("turn,actor,dimension,position,win_probability\n0,\"A, Ltd\",gauge,0,"));
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(table, '\n')),
            1U + bargain.turns.size() * 3U);
  EXPECT_THAT(contents(written.files.html), HasSubstr("<h1>Gauge &amp; &quot;fees&quot;</h1>"));
}

TEST(write_bargain, says_what_cannot_be_written) {
  auto const folder = Folder{"bargain"};
  auto const actors = three_actors();
  std::ofstream{folder.path / "file"} << "in the way";
  auto const written = write_bargain(actors, negotiate(actors), folder / "file");
  ASSERT_EQ(written.findings.size(), 1U);
  EXPECT_THAT(to_line(written.findings.front()), HasSubstr("cannot be written"));
  EXPECT_EQ(contents(folder / "file"), "in the way");
}

TEST(bargain_words, tell_whether_it_settled) {
  auto const actors = three_actors();
  EXPECT_THAT(bargain_words(actors, negotiate(actors)).front(),
              HasSubstr("3 actors bargain over 1 dimension and settle after"));
  EXPECT_THAT(bargain_words(actors, negotiate(actors, {.most_turns = 1U})).front(),
              HasSubstr("have not settled after 1 turn."));
}

TEST(leading_actors, are_the_strongest_in_the_order_of_the_file) {
  auto const actors = three_actors();
  EXPECT_THAT(leading_actors(actors, 2U), ElementsAre(BargainActorId{0}, BargainActorId{1}));
  EXPECT_THAT(leading_actors(actors, 1U), ElementsAre(BargainActorId{1}));
  EXPECT_EQ(leading_actors(actors, 9U).size(), 3U);
}

}  // namespace
}  // namespace chorsu
