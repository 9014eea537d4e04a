#include <algorithm>
#include <vector>

#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

#include "chorsu/report/write_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

std::string page_of(TinyRun const& run) {
  auto const folder = Folder{"html"};
  auto const written = write_run(*run.model, run.comparison, run.answers, folder / "out");
  EXPECT_TRUE(written.findings.empty());
  return contents(written.files.html);
}

std::string const& page() {
  static auto const text = page_of(the_run());
  return text;
}

struct Tag {
  std::string name;
  std::string attributes;
  bool closes{false};    ///< </name>
  bool is_alone{false};  ///< <name/>, or an element without an end
};

Tag tag_of(std::string const& inside) {
  auto tag = Tag{};
  tag.closes = inside.starts_with('/');
  auto const begin = std::size_t{tag.closes ? 1U : 0U};
  auto const end = std::min(inside.find_first_of(" /\n", begin), inside.size());
  tag.name = inside.substr(begin, end - begin);
  tag.attributes = inside.substr(end);
  tag.is_alone = inside.ends_with('/') || tag.name == "meta" || tag.name == "!DOCTYPE";
  return tag;
}

std::vector<Tag> tags() {
  auto result = std::vector<Tag>{};
  auto const& text = page();
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1U)) {
    result.push_back(tag_of(text.substr(at + 1U, text.find('>', at) - at - 1U)));
  }
  return result;
}

bool has(std::string const& part) {
  return page().find(part) != std::string::npos;
}

}  // namespace

TEST(html, asks_for_nothing) {
  for (auto const* tag : {"<script", "<link", "<img", "<iframe", "@import", "src=", "<object"}) {
    EXPECT_FALSE(has(tag)) << tag;
  }
  EXPECT_EQ(page().find("url("), page().find("url(#sheet)"));
  for (auto const& tag : tags()) {
    EXPECT_TRUE(tag.name == "a" || tag.attributes.find("href") == std::string::npos) << tag.name;
  }
}

TEST(html, has_every_section) {
  for (auto const* part : {"<h2>Verdict</h2>",
                           "<h2>What changes</h2>",
                           "<h2>What moves</h2>",
                           "<h2>States</h2>",
                           "<h2>Corridors</h2>",
                           "<h2>Crossings</h2>",
                           "<h2>Who lost transit to whom</h2>",
                           "<h2>What is full</h2>",
                           "<h2>How exact the solve is</h2>",
                           "<h2>Assumptions and defaults</h2>",
                           "<h2>Sources</h2>",
                           "no opinion on the legal status"}) {
    EXPECT_TRUE(has(part)) << part;
  }
}

TEST(html, is_light_and_dark_and_prints) {
  EXPECT_TRUE(has("prefers-color-scheme: dark"));
  EXPECT_TRUE(has("@media print"));
  EXPECT_TRUE(has("color-scheme: light dark"));
}

TEST(html, names_are_escaped) {
  EXPECT_TRUE(has("The stretch opens &lt;soon&gt;"));
  EXPECT_TRUE(has("Aland &lt;north&gt; &amp; co"));
  EXPECT_FALSE(has("<soon>"));
  EXPECT_FALSE(has("<north>"));
}

TEST(html, sources_are_plain_links_and_only_to_the_web) {
  EXPECT_TRUE(has("<a href=\"https://example.org/?a&amp;b\">A &lt;book&gt;</a>"));
  EXPECT_FALSE(has("javascript:"));
}

TEST(html, every_element_is_closed) {
  auto depth = std::vector<std::string>{};
  for (auto const& tag : tags()) {
    if (tag.closes) {
      ASSERT_FALSE(depth.empty()) << tag.name;
      ASSERT_EQ(depth.back(), tag.name);
      depth.pop_back();
    } else if (!tag.is_alone) {
      depth.push_back(tag.name);
    }
  }
  EXPECT_TRUE(depth.empty());
}

TEST(html, the_map_draws_land_links_and_names) {
  EXPECT_TRUE(has("class=\"land\""));
  EXPECT_TRUE(has("class=\"gain\""));
  EXPECT_TRUE(has("class=\"loss\""));
  EXPECT_TRUE(has("class=\"opens\""));
  EXPECT_TRUE(has(">Town of west</text>"));
  EXPECT_TRUE(has("Natural Earth"));
}

TEST(html, without_a_base_map_it_says_so) {
  auto region = tiny::region();
  region.path = "nowhere/region";
  auto const text = page_of(TinyRun{std::move(region)});
  EXPECT_NE(text.find("base map is not among the files"), std::string::npos);
  EXPECT_EQ(text.find("class=\"land\""), std::string::npos);
}
