
#include <algorithm>
#include <string_view>
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

/// The page without what stands inside its scripts and styles.
std::string const& markup() {
  static auto const text = [] {
    auto result = page();
    for (auto const* name : {"script", "style"}) {
      auto const end = std::string{"</"} + name + ">";
      auto at = std::size_t{0};
      while ((at = result.find(std::string{"<"} + name, at)) != std::string::npos) {
        auto const begin = result.find('>', at) + 1U;
        result.erase(begin, result.find(end, begin) - begin);
        at = begin;
      }
    }
    return result;
  }();
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
  auto const& text = markup();
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1U)) {
    result.push_back(tag_of(text.substr(at + 1U, text.find('>', at) - at - 1U)));
  }
  return result;
}

constexpr auto kNumber = std::string_view{"<td class=\"n\">"};

std::string without_tags(std::string const& html) {
  auto text = std::string{};
  auto inside = false;
  for (auto const c : html) {
    inside = c == '<' || (inside && c != '>');
    if (!inside && c != '>') {
      text += c;
    }
  }
  return text;
}

bool has(std::string const& part) {
  return page().find(part) != std::string::npos;
}

}  // namespace

TEST(html, asks_for_nothing) {
  for (auto const* tag : {"<link", "<img", "<iframe", "@import", "<object", "url("}) {
    EXPECT_FALSE(has(tag)) << tag;
  }
  EXPECT_TRUE(
      has("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          "img-src data:\""));
  for (auto const& tag : tags()) {
    EXPECT_EQ(tag.attributes.find("src="), std::string::npos) << tag.name;
    EXPECT_TRUE(tag.name == "a" || tag.attributes.find("href") == std::string::npos) << tag.name;
  }
}

TEST(html, has_every_section) {
  for (auto const* part : {"<h2>Verdict</h2>",
                           "<h2>What changes</h2>",
                           "<h2>What moves</h2>",
                           "<h2>Winners and losers</h2>",
                           "<h2>Corridors</h2>",
                           "<h2>Crossings</h2>",
                           "<h2>Who lost transit to whom</h2>",
                           "<h2>Rival routes</h2>",
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

TEST(html, figures_lead_to_their_rows) {
  EXPECT_TRUE(
      has("<a class=\"figure\" href=\"#corridors.railway.tonnes\" "
          "data-figure=\"corridors.railway.tonnes\">"));
  for (auto const* id : {"states.BBB.transit_tonnes", "states.AAA.surplus"}) {
    EXPECT_TRUE(has(std::string{"data-figure=\""} + id + "\"")) << id;
  }
}

/// Zeros rest on nothing.
TEST(html, every_number_of_a_table_is_a_link_or_says_that_it_is_no_figure) {
  auto const& text = markup();
  auto const traces = text.find("<h2>Where the numbers come from</h2>");
  auto const after = text.find("<h2>", traces + 1U);
  auto cells = 0;
  for (auto at = text.find(kNumber); at != std::string::npos; at = text.find(kNumber, at + 1U)) {
    if (at < traces || at > after) {
      auto const begin = at + kNumber.size();
      auto const cell = text.substr(begin, text.find("</td>", begin) - begin);
      auto const number = without_tags(cell);
      auto const is_some = number.find_first_of("123456789") != std::string::npos;
      EXPECT_TRUE(!is_some || cell.starts_with("<a class=\"figure\" href=\"#")) << cell;
      ++cells;
    }
  }
  EXPECT_GT(cells, 20);
}

TEST(html, the_page_says_what_is_assumed) {
  EXPECT_TRUE(has("3 of the package's 4 facts, most of them in link.csv (3)"));
}

TEST(html, the_rival_routes_are_of_the_relation_that_moves_most) {
  EXPECT_TRUE(has("move most tonnes from one route to another"));
  EXPECT_TRUE(has("<b class=\"key r1\">1</b>"));
}

TEST(html, without_a_base_map_it_says_so) {
  auto region = tiny::region();
  region.path = "nowhere/region";
  auto const text = page_of(TinyRun{std::move(region)});
  EXPECT_NE(text.find("base map is not among the files"), std::string::npos);
}
