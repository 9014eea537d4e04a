#include "chorsu/base/finding.h"

#include "gtest/gtest.h"

using namespace chorsu;

TEST(finding, reads_as_a_compiler_message_with_a_remedy) {
  EXPECT_EQ("link.csv:12:capacity: error: not a number: '3x'. Write tonnes per year",
            to_line({.severity = Severity::kError,
                     .file = "link.csv",
                     .row = 12U,
                     .column = "capacity",
                     .message = "not a number: '3x'",
                     .remedy = "Write tonnes per year"}));
}

TEST(finding, leaves_out_what_it_does_not_name) {
  EXPECT_EQ(
      "node.csv: warning: no source column",
      to_line({.severity = Severity::kWarning, .file = "node.csv", .message = "no source column"}));
}

TEST(findings, have_errors_only_if_one_is_an_error) {
  auto findings = Findings(2U);
  findings[0].severity = Severity::kWarning;
  findings[1].severity = Severity::kNote;
  EXPECT_FALSE(has_errors(findings));
  EXPECT_FALSE(has_errors({}));

  findings.emplace_back();
  EXPECT_TRUE(has_errors(findings));
}
