#include "chorsu/report/write_run.h"

#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace fs = std::filesystem;

namespace {

WrittenRun write_to(std::string const& directory) {
  return write_run(*the_run().model, the_run().comparison, the_run().answers, directory);
}

std::size_t entries(fs::path const& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

}  // namespace

TEST(write_run, leaves_its_files_and_nothing_else) {
  auto const folder = Folder{"files"};
  auto const written = write_to(folder / "a/b");
  ASSERT_TRUE(written.findings.empty());
  EXPECT_EQ(written.files.html, folder / "a/b/report.html");
  EXPECT_EQ(written.files.gpkg, folder / "a/b/result.gpkg");
  EXPECT_EQ(written.files.xlsx, folder / "a/b/result.xlsx");
  EXPECT_EQ(written.files.csv.size(), 14U);
  EXPECT_EQ(entries(folder.path / "a/b"), 17U);
  EXPECT_EQ(entries(folder.path / "a"), 1U);
}

TEST(write_run, writes_the_same_bytes_again_and_spares_other_files) {
  auto const folder = Folder{"again"};
  write_to(folder / "one");
  write_to(folder / "two");
  std::ofstream{folder / "two/notes.txt"} << "mine";
  auto const again = write_to(folder / "two/");
  ASSERT_TRUE(again.findings.empty());
  EXPECT_EQ(contents(folder / "two/notes.txt"), "mine");
  EXPECT_EQ(entries(folder.path / "two"), 18U);
  for (auto const& entry : fs::directory_iterator{folder.path / "one"}) {
    auto const name = entry.path().filename();
    EXPECT_EQ(contents(entry.path()), contents(folder.path / "two" / name)) << name;
  }
}

TEST(write_run, says_what_it_cannot_write_and_leaves_nothing) {
  auto const folder = Folder{"refused"};
  std::ofstream{folder / "file"} << "in the way";
  auto const written = write_to(folder / "file/out");
  ASSERT_EQ(written.findings.size(), 1U);
  EXPECT_TRUE(has_errors(written.findings));
  EXPECT_NE(written.findings[0].file.find("file"), std::string::npos);
  EXPECT_NE(written.findings[0].message.find("cannot be written"), std::string::npos);
  EXPECT_TRUE(written.files.html.empty());
  EXPECT_EQ(entries(folder.path), 1U);
}

TEST(write_run, keeps_earlier_results_when_a_file_is_in_the_way) {
  auto const folder = Folder{"in-the-way"};
  fs::create_directories(folder.path / "out/flows.csv/full");
  auto const written = write_to(folder / "out");
  ASSERT_EQ(written.findings.size(), 1U);
  EXPECT_NE(written.findings[0].file.find("flows.csv"), std::string::npos);
  EXPECT_EQ(entries(folder.path / "out"), 1U);
}
