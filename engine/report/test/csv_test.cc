#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

#include "chorsu/report/write_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> fields(std::string const& line) {
  auto result = std::vector<std::string>{};
  auto stream = std::stringstream{line};
  for (auto field = std::string{}; std::getline(stream, field, ',');) {
    result.push_back(field);
  }
  result.resize(std::max<std::size_t>(result.size(), 1U));
  return result;
}

/// Rows of a table without quoted fields, by column.
std::vector<Row> rows_of(std::string const& text) {
  auto stream = std::stringstream{text};
  auto line = std::string{};
  std::getline(stream, line);
  auto const heads = fields(line);
  auto rows = std::vector<Row>{};
  while (std::getline(stream, line)) {
    auto values = fields(line);
    values.resize(heads.size());
    auto row = Row{};
    for (auto i = std::size_t{0}; i < heads.size(); ++i) {
      row[heads[i]] = values[i];
    }
    rows.push_back(row);
  }
  return rows;
}

/// The tables of the tiny run, written and read again.
struct Csv : testing::Test {
  static std::vector<Row> table(std::string const& name) {
    static auto const folder = Folder{"csv"};
    static auto const written =
        write_run(*the_run().model, the_run().comparison, the_run().answers, folder / "out");
    EXPECT_TRUE(written.findings.empty());
    return rows_of(contents(folder.path / "out" / name));
  }

  static std::vector<Row> through(std::vector<Selection> const& places) {
    auto const folder = Folder{"csv-through"};
    write_run(*the_run().model, the_run().comparison, the_run().answers, folder / "out", places);
    return rows_of(contents(folder.path / "out" / "through.csv"));
  }

  static std::vector<Selection> each_link() {
    auto places = std::vector<Selection>{};
    auto const& links = the_run().region.network.links;
    for (auto const link : links.id.ids()) {
      auto place = Selection{};
      place.name = links.id[link];
      place.links = {link};
      places.push_back(place);
    }
    return places;
  }
};

using NodeClass = std::tuple<std::string, std::string, std::string>;  // future, node, class

struct Balance {
  double in{0.0};
  double out{0.0};
};

}  // namespace

TEST_F(Csv, flows_and_od_balance_at_every_node_and_class) {
  auto balance = std::map<NodeClass, Balance>{};
  for (auto const& row : table("flows.csv")) {
    auto const tonnes = std::stod(row.at("tonnes"));
    EXPECT_NE(tonnes, 0.0);
    balance[{row.at("future"), row.at("from_node"), row.at("class")}].out += tonnes;
    balance[{row.at("future"), row.at("to_node"), row.at("class")}].in += tonnes;
  }
  for (auto const& row : table("od.csv")) {
    auto const tonnes = std::stod(row.at("tonnes"));
    balance[{row.at("future"), row.at("origin"), row.at("class")}].in += tonnes;
    balance[{row.at("future"), row.at("destination"), row.at("class")}].out += tonnes;
  }
  EXPECT_EQ(balance.size(), 2U * 4U * 2U);
  for (auto const& [key, b] : balance) {
    EXPECT_NEAR(b.in, b.out, 1e-9 * std::max(b.in, b.out)) << std::get<1>(key);
  }
}

TEST_F(Csv, flows_add_up_to_the_accounts) {
  auto const& accounts = the_run().comparison.with_changes.accounts;
  auto const& links = the_run().region.network.links;
  auto sums = std::map<std::string, double>{};
  for (auto const& row : table("flows.csv")) {
    if (row.at("future") == "scenario") {
      sums[row.at("link_id")] += std::stod(row.at("tonnes"));
    }
  }
  for (auto const link : links.id.ids()) {
    auto const both = accounts.link_forward[link] + accounts.link_backward[link];
    EXPECT_NEAR(sums[links.id[link]], both, 1e-9 * both);
  }
}

TEST_F(Csv, through_says_who_uses_a_link) {
  auto sums = std::map<std::string, double>{};
  for (auto const& row : through(each_link())) {
    if (row.at("future") == "scenario") {
      sums[row.at("place")] += std::stod(row.at("tonnes"));
    }
  }
  auto const& accounts = the_run().comparison.with_changes.accounts;
  auto const& links = the_run().region.network.links;
  for (auto const link : links.id.ids()) {
    auto const both = accounts.link_forward[link] + accounts.link_backward[link];
    EXPECT_NEAR(sums[links.id[link]], both, 1e-9 * both) << links.id[link];
  }
}

TEST_F(Csv, a_route_that_passes_a_place_twice_counts_once) {
  auto everywhere = Selection{};
  for (auto const link : the_run().region.network.links.id.ids()) {
    everywhere.links.push_back(link);
  }
  auto const rows = through({everywhere});
  auto const all = table("od.csv");
  ASSERT_EQ(rows.size(), all.size());
  for (auto i = std::size_t{0}; i < all.size(); ++i) {
    EXPECT_EQ(rows[i].at("tonnes"), all[i].at("tonnes"));
  }
}

TEST_F(Csv, through_a_state_is_what_begins_ends_or_passes_there) {
  auto place = Selection{};
  place.name = "here";
  place.states = {StateId{0}};
  auto sum = 0.0;
  for (auto const& row : through({place})) {
    sum += row.at("future") == "baseline" ? std::stod(row.at("tonnes")) : 0.0;
  }
  auto const& states = the_run().comparison.baseline.accounts.states;
  auto const there = states.trade_tonnes[StateId{0}] + states.transit_tonnes[StateId{0}];
  EXPECT_NEAR(sum, there, 1e-9 * there);
}

TEST_F(Csv, numbers_read_back_as_they_were) {
  auto const& states = the_run().region.network.states.id;
  auto const& accounts = the_run().comparison.baseline.accounts.states;
  auto seen = 0U;
  for (auto const& row : table("accounts.csv")) {
    for (auto const state : states.ids()) {
      if (row.at("future") == "baseline" && row.at("item") == "transit_revenue" &&
          row.at("state") == states[state]) {
        EXPECT_EQ(std::stod(row.at("value")), accounts.transit_revenue[state]);
        EXPECT_EQ(row.at("unit"), "US$/yr");
        ++seen;
      }
    }
  }
  EXPECT_EQ(seen, 3U);
}

TEST_F(Csv, arcs_say_what_is_open) {
  auto const rows = table("arcs.csv");
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0].at("link_id"), "rail--a--west");
  EXPECT_EQ(rows[0].at("gauge"), "1520");
  EXPECT_EQ(rows[0].at("open_baseline"), "0");
  EXPECT_EQ(rows[0].at("open_scenario"), "1");
  EXPECT_EQ(rows[3].at("gauge"), "");
  EXPECT_EQ(rows[3].at("open_baseline"), "1");
}

TEST_F(Csv, diversion_is_the_change_of_transit) {
  auto change = 0.0;
  for (auto const& row : table("diversion.csv")) {
    change += row.at("to") == "BBB" ? std::stod(row.at("tonnes")) : 0.0;
    change -= row.at("from") == "BBB" ? std::stod(row.at("tonnes")) : 0.0;
  }
  auto const& transit = the_run().answers.states[1].transit_tonnes;
  EXPECT_NEAR(change, transit.difference(), 1e-9 * transit.scenario);
}

TEST_F(Csv, axes_share_what_goes_by_land_between_states) {
  auto shares = std::map<std::string, double>{};
  auto tonnes = std::map<std::string, double>{};
  for (auto const& row : table("axes.csv")) {
    shares[row.at("future")] += std::stod(row.at("share"));
    tonnes[row.at("future")] += std::stod(row.at("tonnes"));
  }
  auto between_states = std::map<std::string, double>{};
  for (auto const& row : table("od.csv")) {
    between_states[row.at("future")] += std::stod(row.at("tonnes"));
  }
  for (auto const* future : {"baseline", "scenario"}) {
    EXPECT_NEAR(shares[future], 1.0, 1e-12);
    EXPECT_GT(tonnes[future], 0.0);
    EXPECT_LE(tonnes[future], between_states[future] * (1.0 + 1e-12));
  }
}

TEST_F(Csv, other_tables_have_a_row_a_future_and_thing) {
  EXPECT_EQ(table("corridors.csv").size(), 2U);
  EXPECT_EQ(table("crossings.csv").size(), 8U);
  auto const facilities = the_run().model->supernetwork.facilities.kind.size();
  EXPECT_EQ(table("facilities.csv").size(), 2U * facilities);
}
