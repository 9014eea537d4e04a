#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

#include "chorsu/network/project.h"

using namespace chorsu;

namespace {

constexpr auto kAfg = TradeCodeId{0};
constexpr auto kPak = TradeCodeId{1};
constexpr auto kUzb = TradeCodeId{2};
constexpr auto kInd = TradeCodeId{3};

struct Case {
  std::string what;
  Relation relation;
  TradeCodeId a;
  TradeCodeId b;
  bool holds;
};

using Codes = std::vector<TradeCodeId>;

Relation relation(Codes one_end_in,
                  Codes other_end_in = {},
                  Codes no_end_in = {},
                  Codes not_between = {}) {
  return {
      std::move(one_end_in), std::move(other_end_in), std::move(no_end_in), std::move(not_between)};
}

}  // namespace

TEST(relation, holds_for_goods_whose_ends_fit_every_list) {
  auto const transit = relation({}, {}, {kPak});
  auto const of_afghanistan = relation({kAfg});
  auto const through = relation({kUzb, kAfg}, {kPak, kInd});
  auto const foreign = relation({}, {}, {}, {kUzb, kAfg});
  for (auto const& c : std::vector<Case>{
           {"no list restricts nothing", {}, kAfg, kPak, true},
           {"no end in: neither", transit, kAfg, kUzb, true},
           {"no end in: the first", transit, kPak, kUzb, false},
           {"no end in: the second", transit, kUzb, kPak, false},
           {"one end: either of the two", of_afghanistan, kInd, kAfg, true},
           {"one end: none of the two", of_afghanistan, kInd, kPak, false},
           {"two lists: an end in each", through, kUzb, kPak, true},
           {"two lists: both ends in the first", through, kUzb, kAfg, false},
           {"two lists: both ends in the second", through, kPak, kInd, false},
           {"not between: both ends in the list", foreign, kUzb, kAfg, false},
           {"not between: one end in the list", foreign, kUzb, kPak, true},
           {"not between: no end in the list", foreign, kInd, kPak, true},
           {"one end must not serve for both", relation({kUzb}, {kUzb}), kUzb, kAfg, false},
           {"the same end twice", relation({kUzb}, {kUzb}), kUzb, kUzb, true},
           {"an end outside the trade table", of_afghanistan, TradeCodeId{}, kAfg, true},
           {"all lists at once", relation({kUzb}, {kPak}, {kInd}, {kUzb, kAfg}), kPak, kUzb, true},
       }) {
    EXPECT_EQ(c.holds, applies(c.relation, c.a, c.b)) << c.what;
    EXPECT_EQ(c.holds, applies(c.relation, c.b, c.a)) << c.what << ", the other way round";
  }
}
