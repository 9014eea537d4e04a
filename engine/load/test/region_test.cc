#include "chorsu/load/region.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <zlib.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tiny_package.h"

namespace chorsu {
namespace {

using test::Files;
using test::TempFolder;
using test::tiny_package;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

LoadedRegion load(Files const& files) {
  auto const folder = TempFolder{};
  folder.write(files);
  return load_region(folder.path());
}

class TinyRegion : public ::testing::Test {
 protected:
  LoadedRegion loaded = load(tiny_package());
  Region const& region() const { return *loaded.region; }
};

TEST_F(TinyRegion, is_sound) {
  EXPECT_EQ(test::all_lines(loaded.findings), "");
  ASSERT_TRUE(loaded.region);
  EXPECT_EQ(region().name, "tiny");
  EXPECT_EQ(region().base_year, 2024);
}

TEST_F(TinyRegion, has_the_network) {
  auto const& n = region().network;
  EXPECT_EQ(n.nodes.id.size(), 6U);
  EXPECT_TRUE(n.nodes.state[NodeId{5}].is_none());
  EXPECT_EQ(n.links.id.size(), 10U);
  EXPECT_EQ(n.links.gauge[LinkId{2}], 1435);
  EXPECT_EQ(n.links.status[LinkId{7}], Status::kPlanned);
  EXPECT_EQ(n.links.expected[LinkId{7}], 2032);
  EXPECT_EQ(n.links.mode[LinkId{9}], Mode::kOther);
  EXPECT_EQ(n.links.basin[LinkId{5}], BasinId{0});
  EXPECT_TRUE(is_crossing(n, LinkId{1}));
  EXPECT_EQ(n.zones.access[ZoneId{2}].value, 500.0);
  EXPECT_EQ(n.states.core[StateId{0}], 1U);
  EXPECT_THAT(n.corridors.links[BranchId{0}], ElementsAre(LinkId{1}, LinkId{2}));
}

TEST_F(TinyRegion, traces_every_number_to_its_row) {
  auto const& length = region().network.links.length[LinkId{1}];
  EXPECT_EQ(length.low, 110.0);
  EXPECT_EQ(length.high, 130.0);
  auto const& facts = region().facts;
  EXPECT_EQ(facts.files[facts.file[length.fact]], "link.csv");
  EXPECT_EQ(facts.row[length.fact], 3U);
  EXPECT_EQ(region().sources.id[facts.source[length.fact]], "S1");
  EXPECT_EQ(facts.confidence[length.fact], Confidence::kMedium);
}

TEST_F(TinyRegion, has_capacities) {
  auto const& c = region().capacities;
  EXPECT_EQ(c.defaults.rows[0].delay.capacity.value, 1e7);
  EXPECT_EQ(c.crossings.rows[1].link, LinkId{3});
  EXPECT_EQ(c.ports.rows[0].node, NodeId{1});
  EXPECT_EQ(c.ferries.rows[0].carries, FerryCarries::kBoth);
  EXPECT_EQ(c.ferries.rows[0].headway.value, 24.0);
}

TEST_F(TinyRegion, has_prices) {
  auto const& p = region().prices;
  EXPECT_EQ(p.states.rail_bulk[StateId{1}].value, 0.04);
  EXPECT_EQ(p.states.rail_box[StateId{1}].value, 0.04);
  EXPECT_EQ(p.states.rail_speed[StateId{0}].value, 18.0);  // its own row, not that of '*'
  EXPECT_EQ(p.states.rail_speed[StateId{1}].value, 30.0);
  EXPECT_EQ(p.water.rows[1].form, Form::kBulk);
  EXPECT_TRUE(p.handling.rows[1].node.is_none());
  EXPECT_EQ(p.handling.rows[2].unit, HandlingUnit::kPerWagon);
  ASSERT_EQ(p.borders.rows.size(), 8U);
  EXPECT_TRUE(p.borders.rows[2].reversed);
  EXPECT_FALSE(p.borders.rows[2].entry);
  EXPECT_TRUE(p.borders.rows[0].includes_transfer);
  EXPECT_EQ(p.avoidable.handling.value, 0.5);
}

TEST_F(TinyRegion, spells_out_the_commodities_of_a_rule) {
  auto const& rules = region().prices.rules.rows;
  EXPECT_THAT(rules[0].commodities, ElementsAre(CommodityId{0}));
  EXPECT_THAT(rules[1].commodities, ElementsAre(CommodityId{1}));
  EXPECT_THAT(rules[2].commodities, ElementsAre(CommodityId{0}, CommodityId{1}));
  EXPECT_THAT(rules[1].nodes, ElementsAre(NodeId{1}, NodeId{4}));
  EXPECT_THAT(rules[0].relation.no_end_in, ElementsAre(TradeCodeId{0}));
  EXPECT_TRUE(rules[1].has_start);
}

TEST_F(TinyRegion, has_trade) {
  auto const& t = region().trade;
  EXPECT_EQ(t.table.rows[0].tonnes.value, 120000.0);
  EXPECT_TRUE(t.weights.rows[0].partner.is_none());
  EXPECT_TRUE(t.weights.rows[0].group.is_none());
  EXPECT_EQ(t.weights.rows[0].direction, Direction::kBoth);
  EXPECT_EQ(t.growth.rows[1].group, ClassGroupId{1});
  auto const modes = region().commodities.modes[CommodityId{0}];
  EXPECT_TRUE(allows(modes, Mode::kAir));
  EXPECT_FALSE(allows(modes, Mode::kInlandWater));
}

TEST_F(TinyRegion, has_projects) {
  auto const& p = region().projects;
  EXPECT_THAT(p.own_links[ProjectId{0}], ElementsAre(LinkId{7}));
  EXPECT_THAT(p.shared_links[ProjectId{0}], ElementsAre(LinkId{2}));
  EXPECT_THAT(p.needs[ProjectId{1}], ElementsAre(ProjectId{0}));
  EXPECT_THAT(p.excludes[ProjectId{2}], ElementsAre(ProjectId{0}));
  auto const& effects = p.effects[ProjectId{1}];
  ASSERT_EQ(effects.size(), 2U);  // TEU are not modelled
  EXPECT_EQ(effects[0].years_after, 6);
  EXPECT_FALSE(effects[0].has_date);
  EXPECT_EQ(effects[1].state, StateId{1});
  EXPECT_EQ(effects[1].mode, Mode::kRail);
  EXPECT_TRUE(effects[1].has_date);
  EXPECT_THAT(effects[1].relation.one_end_in, ElementsAre(TradeCodeId{0}));
}

TEST_F(TinyRegion, has_dated_states) {
  auto const& rows = region().events.rows;
  EXPECT_TRUE(rows[0].has_until);
  EXPECT_EQ(rows[1].node, NodeId{5});
  EXPECT_FALSE(rows[1].has_until);
  EXPECT_EQ(region().status_rules.planned, Opening::kLever);
}

TEST(load_region, goods_fly_with_an_end_where_planes_start) {
  auto files = tiny_package();
  files["link.csv"] +=
      "air--ada--bor,ada,bor,false,200,190,210,air,air,,,,operational,,,,,,,,S1,low,\n";
  files["air_rate.csv"] += "air--ada--bor,bor,ada,900,800,2000,60,24,120,S1,low,\n";
  auto const loaded = load(files);
  ASSERT_TRUE(loaded.region) << test::all_lines(loaded.findings);
  EXPECT_THAT(loaded.region->prices.air.relation.one_end_in, ElementsAre(TradeCodeId{0}));
  EXPECT_TRUE(loaded.region->prices.air.rows[0].reversed);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("has 1 rows in air_rate.csv, not 2"));
}

TEST(load_region, reads_packed_tables) {
  auto const folder = TempFolder{};
  auto files = tiny_package();
  test::replace(files, "datapackage.json", "\"link.csv\"", "\"link.csv.gz\"");
  folder.write(files);
  std::filesystem::remove(folder.file("link.csv"));
  auto* const out = gzopen(folder.file("link.csv.gz").c_str(), "wb");
  auto const& text = files["link.csv"];
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  auto const loaded = load_region(folder.path());
  ASSERT_TRUE(loaded.region) << test::all_lines(loaded.findings);
  EXPECT_EQ(loaded.region->network.links.id.size(), 10U);
}

TEST(load_region, accepts_crlf_byte_order_mark_and_quotes) {
  auto files = tiny_package();
  auto& text = files["state.csv"];
  test::replace(files, "state.csv", "Alphaland", "\"Alphaland, the \"\"first\"\"\"");
  auto with_crlf = std::string{"\xEF\xBB\xBF"};
  for (auto const c : text) {
    with_crlf += c == '\n' ? std::string{"\r\n"} : std::string{c};
  }
  text = with_crlf;
  auto const loaded = load(files);
  ASSERT_TRUE(loaded.region) << test::all_lines(loaded.findings);
  EXPECT_EQ(loaded.region->network.states.name[StateId{0}], "Alphaland, the \"first\"");
}

TEST(load_region, does_without_tables_that_are_not_listed) {
  auto files = tiny_package();
  for (auto const* const name : {"air_rate", "relation_value", "observation", "route_case"}) {
    files.erase(std::string{name} + ".csv");
  }
  files.erase("datapackage.json");
  files["datapackage.json"] = test::datapackage(files);
  auto const loaded = load(files);
  EXPECT_TRUE(loaded.region) << test::all_lines(loaded.findings);
}

TEST(load_region, collects_every_problem) {
  auto files = tiny_package();
  test::set_cell(files, "link.csv", 2, "length", "x");
  test::set_cell(files, "link.csv", 4, "mode", "rale");
  test::set_cell(files, "zone.csv", 3, "state", "CCC");
  auto const loaded = load(files);
  EXPECT_FALSE(loaded.region);
  auto const text = test::all_lines(loaded.findings);
  EXPECT_THAT(text,
              HasSubstr("link.csv:2:length: error: not a number: 'x'. Write a number of at "
                        "least 0 in km."));
  EXPECT_THAT(text,
              HasSubstr("link.csv:4:mode: error: unknown word: 'rale'. Did you mean 'rail'?"));
  EXPECT_THAT(text, HasSubstr("zone.csv:3:state: error: no state of state.csv 'CCC'"));
}

TEST(load_region, lists_at_most_a_thousand_problems) {
  auto files = tiny_package();
  auto const row = test::split(files["class_share.csv"], '\n').at(1);
  for (auto i = 0; i < 3000; ++i) {
    files["class_share.csv"] += row + '\n';
  }
  auto const loaded = load(files);
  EXPECT_FALSE(loaded.region);
  EXPECT_EQ(loaded.findings.size(), 1001U);
  EXPECT_THAT(to_line(loaded.findings.back()), HasSubstr("2000 more findings are not listed"));
}

TEST(load_region, says_when_there_is_no_package) {
  auto const loaded = load_region("no/such/folder");
  EXPECT_FALSE(loaded.region);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("no such region package"));
}

TEST(load_region, refuses_a_hundred_megabytes_of_garbage_quickly) {
  constexpr auto kMegabyte = std::size_t{1024} * 1024U;
  auto const folder = TempFolder{};
  folder.write(tiny_package());
  auto chunk = std::string(kMegabyte, '\0');
  for (auto i = std::size_t{0}; i < chunk.size(); ++i) {
    chunk[i] = static_cast<char>((i * 2654435761U) >> 13U);
  }
  for (auto const megabytes : {100, 60}) {  // above and below the limit on a file's size
    {
      auto out = std::ofstream{folder.file("link.csv"), std::ios::binary};
      for (auto i = 0; i < megabytes; ++i) {
        out << chunk;
      }
    }
    auto const start = std::chrono::steady_clock::now();
    auto const loaded = load_region(folder.path());
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start);
    EXPECT_FALSE(loaded.region);
    EXPECT_LT(seconds.count(), 2.0);
    EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("link.csv"));
  }
}

TEST(load_region, reads_the_shipped_package_without_a_finding) {
  if (!std::filesystem::exists("data/region/datapackage.json")) {
    GTEST_SKIP() << "data/region is not there";
  }
  auto const loaded = load_region("data/region");
  EXPECT_EQ(test::all_lines(loaded.findings), "");
  ASSERT_TRUE(loaded.region);
  EXPECT_EQ(loaded.region->network.zones.id.size(), 60U);
}

}  // namespace
}  // namespace chorsu
