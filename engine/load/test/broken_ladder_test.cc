#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "broken_package.h"
#include "tiny_evidence.h"

namespace chorsu {
namespace {

using test::Broken;
using test::cell;
using test::Files;

/// One followed actor, so a draw has the 26 numbers of all and one effect.
std::string numbers(std::size_t count) {
  auto text = std::string{"0"};
  for (auto i = std::size_t{1}; i < count; ++i) {
    text += ";0.5";
  }
  return text;
}

/// A prior of every parameter, rights in line 6.
std::string priors() {
  using enum Coefficient;
  auto text = std::string{
      "parameter,distribution,first,second,blind_first,blind_second,value,value_low,value_high\n"};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    auto const c = static_cast<Coefficient>(i);
    auto const positive = c == kPayoff || c == kFirstMover || c == kGate || c == kSpread;
    text += std::string{to_string(c)};
    text += positive                ? ",half_normal,1.5,,1.5,,1,0,3.4\n"
            : c == kFirstMoverDecay ? ",gamma,2,1,2,1,1.7,0.2,5.6\n"
            : c == kReporting       ? ",beta,6,4,6,4,0.6,0.3,0.9\n"
                                    : ",normal,-1,0.7,0,1,-1,-2.4,0.4\n";
  }
  for (auto const* jump : {"jump_one", "jump_two", "jump_more"}) {
    text += std::string{jump} + ",dirichlet,1,,1,,0.3,0,0.8\n";
  }
  return text;
}

void add_ladder(Files& files) {
  test::add_evidence(files);
  files["ladder_prior.csv"] = test::sourced(priors());
  files["ladder_setting.csv"] = test::sourced(
      "setting,value,value_low,value_high,unit\nrecent_months,6,2,12,months\n"
      "gate_all,1,0,1,switch\n");
  files["ladder_gate.csv"] = test::sourced("actor,waits_for\nAAA,BBB\n");
  files["engagement_coverage.csv"] = test::sourced(
      "coverage,from_date,until_date\nfull,2021-08-15,2026-03-31\nthin,2026-04-01,2026-06-30\n");
  files["ladder_fit.csv"] = test::sourced(
      "terms,parameter,value,value_low,value_high,mode,r_hat,bulk_ess\n"
      "peers_gate,rights,-1,-2,0,-0.9,1.001,4000\n");
  files["ladder_draw.csv"] = "terms,draw,numbers\npeers_gate,1," + numbers(27U) + "\n";
  files["datapackage.json"] = test::datapackage(files);
}

LoadedRegion load(Files const& files) {
  auto const folder = test::TempFolder{};
  folder.write(files);
  return load_region(folder.path());
}

TEST(LoadLadder, ReadsWhatTheTablesSay) {
  auto files = test::tiny_package();
  add_ladder(files);
  auto const loaded = load(files);
  ASSERT_NE(nullptr, loaded.region) << test::all_lines(loaded.findings);
  auto const& ladder = loaded.region->ladder;
  auto const rights = static_cast<std::size_t>(Coefficient::kRights);
  EXPECT_EQ(ladder.priors.of.at(rights).a, -1.0);
  EXPECT_EQ(ladder.blind_priors.of.at(rights).b, 1.0);
  EXPECT_EQ(ladder.settings.recent_months, 6.0);
  EXPECT_EQ(ladder.settings.gate_mode, GateMode::kAllRecognise);
  ASSERT_EQ(ladder.waits.size(), 1U);
  EXPECT_EQ("2026-04-01", to_string(ladder.thin_from));
  EXPECT_EQ("2026-06-30", to_string(ladder.coverage_end));
  ASSERT_EQ(ladder.posteriors.size(), 1U);
  EXPECT_EQ(ladder.posteriors[0].terms, (LadderTerms{.peers = true, .gate = true}));
  EXPECT_EQ(numbers_of(ladder.posteriors[0].draws.at(0)).size(), 27U);
}

auto const kBroken = std::vector<Broken>{
    {"unknown_parameter",
     cell("ladder_prior.csv", 6, "parameter", "righst"),
     "unknown word: 'righst'",
     "ladder_prior.csv",
     6},
    {"unknown_family",
     cell("ladder_prior.csv", 6, "distribution", "cauchy"),
     "unknown word: 'cauchy'",
     "ladder_prior.csv",
     6},
    {"no_spread",
     cell("ladder_prior.csv", 6, "second", "0"),
     "out of range: 0",
     "ladder_prior.csv",
     6},
    {"payoff_that_may_be_negative",
     cell("ladder_prior.csv", 7, "distribution", "normal"),
     "never negative",
     "ladder_prior.csv",
     7},
    {"parameter_left_out",
     test::dropped("ladder_prior.csv", 6),
     "26 parameters instead of 27",
     "ladder_prior.csv",
     0},
    {"no_memory", cell("ladder_setting.csv", 2, "value", "0"), "", "ladder_setting.csv", 2},
    {"unknown_setting",
     cell("ladder_setting.csv", 2, "setting", "recent_years"),
     "unknown word: 'recent_years'",
     "ladder_setting.csv",
     2},
    {"waits_for_nobody_known",
     cell("ladder_gate.csv", 2, "waits_for", "CCC"),
     "'CCC'",
     "ladder_gate.csv",
     2},
    {"coverage_backwards",
     cell("engagement_coverage.csv", 3, "until_date", "2026-03-01"),
     "before from_date",
     "engagement_coverage.csv",
     3},
    {"too_few_numbers",
     cell("ladder_draw.csv", 2, "numbers", numbers(26U)),
     "26 numbers instead of 27",
     "ladder_draw.csv",
     2},
    {"not_a_number",
     cell("ladder_draw.csv", 2, "numbers", "x;" + numbers(26U)),
     "not a number: 'x'",
     "ladder_draw.csv",
     2},
};

struct BrokenLadder : testing::TestWithParam<Broken> {};

TEST_P(BrokenLadder, IsRefusedByRowAndColumn) {
  auto files = test::tiny_package();
  add_ladder(files);
  GetParam().mutate(files);
  auto const loaded = load(files);
  EXPECT_EQ(nullptr, loaded.region);
  auto const& broken = GetParam();
  auto const told = std::ranges::any_of(loaded.findings, [&](Finding const& f) {
    return f.file == broken.file && f.row == broken.row &&
           f.message.find(broken.message) != std::string::npos;
  });
  EXPECT_TRUE(told) << test::all_lines(loaded.findings);
}

INSTANTIATE_TEST_SUITE_P(Tables, BrokenLadder, testing::ValuesIn(kBroken), test::name_of);

}  // namespace
}  // namespace chorsu
