#include "geopackage.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <sqlite3.h>

#include <fmt/format.h>

#include "base_map.h"

namespace chorsu {

namespace {

constexpr auto kTables = R"(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10200;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
  max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE links (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING, link_id TEXT, from_node TEXT,
  to_node TEXT, mode TEXT, gauge INTEGER, length_km DOUBLE, open_baseline INTEGER,
  open_scenario INTEGER, tonnes_baseline DOUBLE, tonnes_scenario DOUBLE, difference DOUBLE);
CREATE TABLE nodes (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, node_id TEXT, name TEXT, kind TEXT,
  state TEXT);
)";

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

// ---- geometry --------------------------------------------------------------

template <typename T>
void add_bytes(std::string& blob, T value) {
  auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
  if constexpr (std::endian::native == std::endian::big) {
    std::reverse(bytes.begin(), bytes.end());
  }
  blob.append(bytes.data(), bytes.size());
}

void add_places(std::string& blob, std::span<LonLat const> places) {
  for (auto const& place : places) {
    add_bytes(blob, place.lon);
    add_bytes(blob, place.lat);
  }
}

constexpr auto kLittleEndian = std::uint8_t{1U};
constexpr auto kWithEnvelope = std::uint8_t{2U};
constexpr auto kWgs84 = std::int32_t{4326};
constexpr auto kWkbPoint = std::uint32_t{1U};
constexpr auto kWkbLine = std::uint32_t{2U};

std::string point_blob(LonLat place) {
  auto blob = std::string{"GP\0", 3U};
  add_bytes(blob, kLittleEndian);
  add_bytes(blob, kWgs84);
  add_bytes(blob, kLittleEndian);
  add_bytes(blob, kWkbPoint);
  add_places(blob, {&place, 1U});
  return blob;
}

std::string line_blob(std::array<LonLat, 2U> const& ends) {
  auto blob = std::string{"GP\0", 3U};
  add_bytes(blob, static_cast<std::uint8_t>(kLittleEndian | kWithEnvelope));
  add_bytes(blob, kWgs84);
  add_bytes(blob, std::min(ends[0].lon, ends[1].lon));
  add_bytes(blob, std::max(ends[0].lon, ends[1].lon));
  add_bytes(blob, std::min(ends[0].lat, ends[1].lat));
  add_bytes(blob, std::max(ends[0].lat, ends[1].lat));
  add_bytes(blob, kLittleEndian);
  add_bytes(blob, kWkbLine);
  add_bytes(blob, std::uint32_t{2U});
  add_places(blob, ends);
  return blob;
}

// ---- rows ------------------------------------------------------------------

void bind(sqlite3_stmt* s, int at, std::string const& text) {
  sqlite3_bind_text(s, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}
void bind(sqlite3_stmt* s, int at, double x) {
  sqlite3_bind_double(s, at, x);
}
void bind(sqlite3_stmt* s, int at, int x) {
  sqlite3_bind_int(s, at, x);
}

void bind_blob(sqlite3_stmt* s, int at, std::string const& blob) {
  sqlite3_bind_blob(s, at, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
}

template <typename... Values>
bool insert(sqlite3_stmt* s, std::string const& geometry, Values const&... values) {
  auto at = 1;
  bind_blob(s, at, geometry);
  (bind(s, ++at, values), ...);
  auto const done = sqlite3_step(s) == SQLITE_DONE;
  sqlite3_reset(s);
  return done;
}

Statement prepare_insert(sqlite3* db, char const* sql) {
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(db, sql, -1, &raw, nullptr);
  return Statement{raw};
}

LonLat at(Network const& network, NodeId node) {
  return {network.nodes.lon[node], network.nodes.lat[node]};
}

double both_ways(Future const& future, LinkId link) {
  return future.accounts.link_forward[link] + future.accounts.link_backward[link];
}

bool add_links(sqlite3* db, Network const& network, Comparison const& c) {
  auto const statement =
      prepare_insert(db, "INSERT INTO links VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?)");
  auto const& links = network.links;
  auto ok = statement != nullptr;
  for (auto const link : links.id.ids()) {
    auto const before = both_ways(c.baseline, link);
    auto const after = both_ways(c.with_changes, link);
    ok = ok && insert(statement.get(),
                      line_blob({at(network, links.from[link]), at(network, links.to[link])}),
                      links.id[link],
                      network.nodes.id[links.from[link]],
                      network.nodes.id[links.to[link]],
                      std::string{to_string(links.mode[link])},
                      int{links.gauge[link]},
                      links.length[link].value,
                      int{c.baseline.world.open[link]},
                      int{c.with_changes.world.open[link]},
                      before,
                      after,
                      after - before);
  }
  return ok;
}

bool add_nodes(sqlite3* db, Network const& network) {
  auto const statement = prepare_insert(db, "INSERT INTO nodes VALUES (NULL,?,?,?,?,?)");
  auto const& nodes = network.nodes;
  auto ok = statement != nullptr;
  for (auto const node : nodes.id.ids()) {
    auto const state = nodes.state[node];
    ok = ok && insert(statement.get(),
                      point_blob(at(network, node)),
                      nodes.id[node],
                      nodes.name[node],
                      nodes.kind[node],
                      state.is_none() ? std::string{} : network.states.id[state]);
  }
  return ok;
}

// ---- contents --------------------------------------------------------------

std::string layer_sql(char const* table, char const* type, std::string const& extent, Date date) {
  return fmt::format(
      "INSERT INTO gpkg_contents VALUES ('{0}','features','{0}','','{1}T00:00:00.000Z',{2},4326);"
      "INSERT INTO gpkg_geometry_columns VALUES ('{0}','geom','{3}',4326,0,0);",
      table,
      to_string(date),
      extent,
      type);
}

std::string extent_of(Nodes const& nodes) {
  if (nodes.lon.size() == 0U) {
    return "NULL,NULL,NULL,NULL";
  }
  auto const lon = std::minmax_element(nodes.lon.values.begin(), nodes.lon.values.end());
  auto const lat = std::minmax_element(nodes.lat.values.begin(), nodes.lat.values.end());
  return fmt::format("{},{},{},{}", *lon.first, *lat.first, *lon.second, *lat.second);
}

bool run_sql(sqlite3* db, std::string const& sql) {
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

std::string write_geopackage(Model const& model, Comparison const& c, std::string const& path) {
  sqlite3* raw = nullptr;
  auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  auto const opened = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr) == SQLITE_OK;
  auto const db = Database{raw};
  auto const& network = model.region->network;
  auto const extent = extent_of(network.nodes);
  auto const date = c.scenario.baseline_date;
  auto const done =
      opened && run_sql(raw, kTables) && add_links(raw, network, c) && add_nodes(raw, network) &&
      run_sql(raw, layer_sql("links", "LINESTRING", extent, date)) &&
      run_sql(raw, layer_sql("nodes", "POINT", extent, date)) && run_sql(raw, "COMMIT");
  return done ? "" : raw != nullptr ? sqlite3_errmsg(raw) : "out of memory";
}

}  // namespace chorsu
