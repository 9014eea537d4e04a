#include "chorsu/evidence/fact.h"

#include <string>
#include <type_traits>

#include "gtest/gtest.h"

using namespace chorsu;

namespace {

static_assert(!std::is_convertible_v<FactId, SourceId>);
static_assert(!std::is_convertible_v<FactId, std::uint32_t>);
static_assert(Confidence::kLow < Confidence::kMedium && Confidence::kMedium < Confidence::kHigh);

/// Where a number came from, as a reader would be told.
std::string cited(Facts const& facts, Sources const& sources, Measure const& measure) {
  if (measure.fact.is_none()) {
    return "no row";
  }
  return facts.files[facts.file[measure.fact]] + ":" + std::to_string(facts.row[measure.fact]) +
         " " + sources.id[facts.source[measure.fact]];
}

}  // namespace

TEST(fact, leads_from_a_number_to_its_file_row_and_source) {
  auto sources = Sources{};
  auto const survey = sources.id.push_back("MC222");
  auto facts = Facts{};
  auto const tariffs = facts.files.push_back("tariff.csv");
  auto const fact = facts.file.push_back(tariffs);
  facts.row.push_back(2U);
  facts.source.push_back(survey);
  facts.confidence.push_back(Confidence::kLow);

  EXPECT_EQ("tariff.csv:2 MC222", cited(facts, sources, {0.05, 0.03, 0.09, fact}));
}

TEST(fact, a_number_that_nobody_measured_has_none) {
  EXPECT_TRUE(Measure{}.fact.is_none());
  EXPECT_EQ("no row", cited({}, {}, {1.0, 1.0, 1.0, {}}));
}
