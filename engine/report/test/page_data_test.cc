#include <nlohmann/json.hpp>

#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

#include "chorsu/report/rivals.h"
#include "chorsu/report/write_run.h"

using namespace chorsu;
using namespace chorsu::tiny;
using nlohmann::json;

namespace {

/// What the page of the run embeds for its script.
std::string embedded() {
  auto const folder = Folder{"page-data"};
  auto const& run = the_run();
  auto const written = write_run(*run.model, run.comparison, run.answers, folder / "out");
  EXPECT_TRUE(written.findings.empty());
  auto const page = contents(written.files.html);
  auto const mark = std::string{"id=\"run\">"};
  auto const begin = page.find(mark) + mark.size();
  return page.substr(begin, page.find("</script>", begin) - begin);
}

struct Data {
  Rivals routes{rivals(*the_run().model, the_run().comparison)};
  std::string text{embedded()};
  json parsed = json::parse(text);
};

Data const& data() {
  static auto const result = Data{};
  return result;
}

json const& link_between(std::string const& from, std::string const& to, std::string const& mode) {
  for (auto const& link : data().parsed["map"]["links"]) {
    if (link["from"] == from && link["to"] == to && link["mode"] == mode) {
      return link;
    }
  }
  static auto const none = json{};
  return none;
}

}  // namespace

TEST(page_data, can_stand_inside_a_script) {
  EXPECT_EQ(data().text.find('<'), std::string::npos);
  EXPECT_EQ(data().parsed["title"], "The stretch opens <soon>");
}

TEST(page_data, links_carry_the_flows_of_both_futures) {
  auto const& run = the_run();
  for (auto const link : run.region.network.links.id.ids()) {
    auto const& id = run.region.network.links.id[link];
    for (auto const& drawn : data().parsed["map"]["links"]) {
      if (drawn["id"] == id) {
        auto const& after = run.comparison.with_changes.accounts;
        EXPECT_NEAR(drawn["tonnes"]["scenario"].get<double>(),
                    after.link_forward[link] + after.link_backward[link],
                    0.5);
      }
    }
  }
  EXPECT_EQ(link_between("a", "west", "rail")["change"], "opens");
  EXPECT_EQ(link_between("a", "west", "rail")["tonnes"]["baseline"], 0.0);
  EXPECT_FALSE(link_between("west", "east", "rail").contains("change"));
}

TEST(page_data, every_end_of_a_link_is_a_node) {
  auto const& map = data().parsed["map"];
  for (auto const& link : map["links"]) {
    EXPECT_TRUE(map["nodes"].contains(link["from"].get<std::string>()));
    EXPECT_TRUE(map["nodes"].contains(link["to"].get<std::string>()));
  }
}

TEST(page_data, the_ground_has_all_its_layers) {
  for (auto const* layer : {"land", "lake", "river", "border", "disputed"}) {
    EXPECT_FALSE(data().parsed["map"]["ground"][layer].empty()) << layer;
  }
}

TEST(page_data, the_legs_of_a_route_add_up_to_it) {
  ASSERT_FALSE(data().routes.routes.empty());
  for (auto i = std::size_t{0}; i < data().routes.routes.size(); ++i) {
    auto const& route = data().routes.routes[i].route;
    auto km = 0.0;
    auto usd = 0.0;
    auto hours = 0.0;
    for (auto const& leg : data().parsed["routes"][i]["legs"]) {
      km += leg["km"].get<double>();
      usd += leg["usd"].get<double>();
      hours += leg["hours"].get<double>();
    }
    auto const rounding = 0.01 * static_cast<double>(route.legs.size());
    EXPECT_NEAR(km, route.km, rounding);
    EXPECT_NEAR(usd, route.cost_usd_t, rounding);
    EXPECT_NEAR(hours, route.hours, rounding);
  }
}

TEST(rivals, tonnes_that_appear_have_not_moved) {
  EXPECT_DOUBLE_EQ(moved_between_routes({{5.0, 5.0}, {0.0, 3.0}}), 0.0);
  EXPECT_DOUBLE_EQ(moved_between_routes({{5.0, 3.0}, {0.0, 2.0}}), 2.0);
  EXPECT_DOUBLE_EQ(moved_between_routes({{5.0, 3.0}, {0.0, 3.0}}), 2.0);
}

TEST(rivals, shares_of_each_future_are_at_most_one) {
  auto before = 0.0;
  auto after = 0.0;
  for (auto const& rival : data().routes.routes) {
    before += rival.share.baseline;
    after += rival.share.scenario;
  }
  EXPECT_LE(before, 1.0 + 1e-9);
  EXPECT_LE(after, 1.0 + 1e-9);
  EXPECT_GT(after, 0.9);
}
