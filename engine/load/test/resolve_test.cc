#include "chorsu/load/resolve.h"

#include <array>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tiny_package.h"

#include "chorsu/load/region.h"

namespace chorsu {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Region const& tiny_region() {
  static auto const region = [] {
    auto const folder = test::TempFolder{};
    auto files = test::tiny_package();
    files["node.csv"] += "twin1,Twin,60,40,city,,AAA,S1,low,\ntwin2,Twin,61,40,city,,AAA,S1,low,\n";
    files["corridor.csv"] += "ada,Ada Corridor,ada,bor,Same id as a node\n";
    folder.write(files);
    return load_region(folder.path()).region;
  }();
  return *region;
}

std::string found(std::string_view name) {
  auto const resolved = resolve_place(tiny_region(), name);
  return resolved.place ? describe(tiny_region(), *resolved.place) : "nothing";
}

TEST(resolve_place, takes_ids_aliases_and_names) {
  EXPECT_EQ(found("bor_bport"), "project bor_bport (Bor-Bport railway)");
  EXPECT_EQ(found("bor-railway"), "project bor_bport (Bor-Bport railway)");
  EXPECT_EQ(found("Bor-Bport railway"), "project bor_bport (Bor-Bport railway)");
  EXPECT_EQ(found("AAA"), "state AAA (Alphaland)");
}

TEST(resolve_place, does_not_mind_case_and_word_marks) {
  EXPECT_EQ(found("BOR BPORT"), "project bor_bport (Bor-Bport railway)");
  EXPECT_EQ(found("inner_corridor"), "corridor inner (Inner Corridor)");
  EXPECT_EQ(found("Bor\u2013Bport railway"), "project bor_bport (Bor-Bport railway)");
  EXPECT_EQ(found("aaa"), "state AAA (Alphaland)");
}

TEST(resolve_place, tries_kinds_in_order) {
  EXPECT_EQ(found("bim"), "crossing rail--ada--bim");  // an alias of a crossing before a node
  EXPECT_EQ(found("ada"), "node ada (Ada)");           // a node before a corridor
  EXPECT_EQ(found("rail--bim--bor"), "link rail--bim--bor");
  auto const nodes = std::array{PlaceKind::kNode};
  EXPECT_EQ(resolve_place(tiny_region(), "bim", nodes).place->node, NodeId{2});
}

TEST(resolve_place, obeys_a_prefix) {
  EXPECT_EQ(found("node:bim"), "node bim (Bim)");
  EXPECT_EQ(found("Corridor:ada"), "corridor ada (Ada Corridor)");
  EXPECT_EQ(found("link:rail--ada--bim"), "link rail--ada--bim");
  EXPECT_EQ(found("crossing:rail--bim--bor"), "nothing");
  EXPECT_EQ(found("zone:z-bor"), "zone z-bor (Bor)");
  EXPECT_EQ(found("planet:bim"), "nothing");
}

TEST(resolve_place, suggests_near_names_across_kinds) {
  auto const typo = resolve_place(tiny_region(), "bor_port");
  EXPECT_FALSE(typo.place);
  EXPECT_THAT(typo.suggestions, Contains("project:bor_bport"));
  EXPECT_THAT(resolve_place(tiny_region(), "no name like any").suggestions, IsEmpty());
}

TEST(resolve_place, does_not_choose_between_two_of_one_name) {
  auto const twin = resolve_place(tiny_region(), "Twin");
  EXPECT_FALSE(twin.place);
  EXPECT_THAT(twin.suggestions, ElementsAre("node:twin1", "node:twin2"));
}

TEST(resolve_place, takes_any_text) {
  for (auto const* const text : {"", ":", "node:", ";", "\xFF", "a:b:c"}) {
    EXPECT_FALSE(resolve_place(tiny_region(), text).place) << text;
  }
  EXPECT_FALSE(resolve_place(tiny_region(), std::string(100000U, 'x')).place);
}

}  // namespace
}  // namespace chorsu
