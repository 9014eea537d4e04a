#include <cstring>
#include <memory>
#include <sqlite3.h>

#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

#include "chorsu/report/write_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};

struct Geopackage : testing::Test {
  Folder folder{"gpkg"};
  std::unique_ptr<sqlite3, Close> db;

  Geopackage() {
    auto const written =
        write_run(*the_run().model, the_run().comparison, the_run().answers, folder / "out");
    sqlite3* raw = nullptr;
    EXPECT_EQ(sqlite3_open_v2(written.files.gpkg.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr),
              SQLITE_OK);
    db.reset(raw);
  }

  /// First column of the first row, as text.
  std::string one(char const* sql) const {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db.get(), sql, -1, &statement, nullptr), SQLITE_OK) << sql;
    auto result = std::string{};
    if (sqlite3_step(statement) == SQLITE_ROW) {
      auto const* bytes = static_cast<char const*>(sqlite3_column_blob(statement, 0));
      result.assign(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_finalize(statement);
    return result;
  }
};

double number_at(std::string const& blob, std::size_t at) {
  auto number = 0.0;
  std::memcpy(&number, blob.data() + at, sizeof number);
  return number;
}

}  // namespace

TEST_F(Geopackage, is_one) {
  EXPECT_EQ(one("PRAGMA application_id"), "1196444487");  // "GPKG"
  EXPECT_EQ(one("PRAGMA user_version"), "10200");
  EXPECT_EQ(one("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(one("PRAGMA foreign_key_check"), "");
  EXPECT_EQ(one("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)"), "3");
  EXPECT_EQ(one("SELECT count(*) FROM gpkg_geometry_columns WHERE srs_id = 4326"), "2");
  EXPECT_EQ(one("SELECT last_change FROM gpkg_contents WHERE table_name = 'links'"),
            "2030-01-01T00:00:00.000Z");
}

TEST_F(Geopackage, holds_links_and_nodes) {
  EXPECT_EQ(one("SELECT count(*) FROM links"), "6");
  EXPECT_EQ(one("SELECT count(*) FROM nodes"), "4");
  EXPECT_EQ(one("SELECT open_baseline || open_scenario FROM links WHERE link_id='rail--a--west'"),
            "01");
  EXPECT_EQ(one("SELECT count(*) FROM links WHERE abs(tonnes_scenario - tonnes_baseline - "
                "difference) > 1e-6"),
            "0");
}

TEST_F(Geopackage, geometries_are_binary_with_an_envelope) {
  auto const line = one("SELECT geom FROM links WHERE link_id='rail--a--west'");
  ASSERT_EQ(line.size(), 8U + 32U + 9U + 32U);
  EXPECT_EQ(line.substr(0U, 4U), (std::string{"GP\0\3", 4U}));
  EXPECT_EQ(number_at(line, 8U), 60.0);   // west
  EXPECT_EQ(number_at(line, 16U), 63.0);  // east
  EXPECT_EQ(number_at(line, 49U), 60.0);  // first point
  EXPECT_EQ(number_at(line, 57U), 40.0);
  auto const point = one("SELECT geom FROM nodes WHERE node_id='c'");
  ASSERT_EQ(point.size(), 8U + 5U + 16U);
  EXPECT_EQ(number_at(point, 13U), 69.0);
}
