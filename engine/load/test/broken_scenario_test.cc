#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tiny_scenario.h"

namespace chorsu {
namespace {

using test::load_text;
using test::with_change;

/// A scenario with one thing wrong, and the finding that must say so.
struct Broken {
  std::string name;
  std::string text;
  std::string message;
  std::size_t row;
  std::string column;
};

std::ostream& operator<<(std::ostream& out, Broken const& broken) {
  return out << broken.name;
}

class BrokenScenario : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenScenario, is_refused_with_line_and_message) {
  auto const& broken = GetParam();
  auto const loaded = load_text(broken.text);
  EXPECT_FALSE(loaded.scenario);
  auto const is_it = [&](Finding const& f) {
    return f.row == broken.row && f.column == broken.column && f.severity == Severity::kError &&
           (f.message + ". " + f.remedy).find(broken.message) != std::string::npos;
  };
  EXPECT_TRUE(std::any_of(loaded.findings.begin(), loaded.findings.end(), is_it))
      << "expected " << broken.row << ':' << broken.column << ": " << broken.message << ", got\n"
      << test::all_lines(loaded.findings);
}

std::string with_head(std::string const& line) {
  return "[scenario]\ntitle = \"x\"\n" + line + "\n[[change]]\ndate = 2031-01-01\nopen = \"bay\"\n";
}

std::string with_end(std::string const& lines) {
  return with_change("open = \"bay\"") + lines + '\n';
}

auto const kBrokenHeads = std::vector<Broken>{
    {"empty", "", "a scenario without a title", 1, "title"},
    {"no_title", "\n[scenario]\nwhy = \"x\"\n", "a scenario without a title", 2, "title"},
    {"no_change", "[scenario]\ntitle = \"x\"\n", "a scenario without a change", 0, "change"},
    {"syntax", "[scenario]\ntitle = \"x\n", "TOML syntax at column", 2, ""},
    {"not_utf8", "[scenario]\ntitle = \"\xFF\"\n", "TOML syntax", 2, ""},
    {"unknown_key",
     with_head("regoin = \"tiny\""),
     "unknown key 'regoin' at column 1. Did you mean 'region'?",
     3,
     "regoin"},
    {"unknown_table", with_end("[unsure]\nx = 1"), "unknown key 'unsure'", 6, "unsure"},
    {"title_no_text", "[scenario]\ntitle = 7\n", "a number where a text is expected", 2, "title"},
    {"steps", with_head("step = \"quarter\""), "runs with steps are not available yet", 3, "step"},
    {"bad_start", with_head("start = \"soon\""), "not a date: 'soon'", 3, "start"},
    {"time_of_day",
     with_head("start = 10:00:00"),
     "a time of day where a date is expected",
     3,
     "start"},
    {"end_before_start",
     with_head("start = 2030-01-01\nend = 2029-01-01"),
     "ends before it starts",
     4,
     "end"},
    {"change_no_list",
     "[scenario]\ntitle = \"x\"\n[change]\nopen = \"bay\"\n",
     "Write [[change]] above each.",
     3,
     "change"},
    {"scenario_no_table", "scenario = 7\n", "a number where a table is expected", 1, "scenario"},
    {"unknown_metric",
     with_end("[report]\nmetrics = [\"transit_tones\"]"),
     "unknown metric 'transit_tones'. Did you mean 'transit_tonnes'?",
     7,
     "metrics"},
    {"range_backwards",
     with_end("[uncertain]\n\"a.b\" = { uniform = [72, 24] }"),
     "not a uniform range",
     7,
     "uniform"},
    {"range_unknown",
     with_end("[uncertain]\n\"a.b\" = { unifrom = [24, 72] }"),
     "Did you mean 'uniform'?",
     7,
     "unifrom"},
    {"range_too_short",
     with_end("[uncertain]\n\"a.b\" = { triangular = [24, 72] }"),
     "not a triangular range",
     7,
     "triangular"},
    {"range_of_words",
     with_end("[uncertain]\n\"a.b\" = { uniform = [\"a\", \"b\"] }"),
     "not a uniform range",
     7,
     "uniform"},
    {"range_no_table", with_end("[uncertain]\n\"a.b\" = 7"), "not a range", 7, "a.b"},
};

auto const kBrokenChanges = std::vector<Broken>{
    {"missing_date",
     "[scenario]\ntitle = \"x\"\n[[change]]\nopen = \"bay\"\n",
     "a change without a date",
     4,
     "open"},
    {"bad_date",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = \"2031-13\"\nopen = \"bay\"\n",
     "not a date: '2031-13'",
     4,
     "date"},
    {"date_out_of_range",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 1980-01-01\nopen = \"bay\"\n",
     "date out of range: 1980-01-01",
     4,
     "date"},
    {"no_lever",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-01-01\n",
     "a change without a lever",
     3,
     "change"},
    {"two_levers",
     with_change("open = \"bay\"\nclose = \"bim\""),
     "two levers in one change: 'open' and 'close'",
     6,
     "close"},
    {"near_lever",
     with_change("opne = \"bay\""),
     "unknown key 'opne' at column 1. Did you mean 'open'?",
     5,
     "opne"},
    {"later_lever",
     with_change("attack = \"AAA\""),
     "the lever 'attack' is not available yet",
     5,
     "attack"},
    {"nobody_followed",
     with_change("recognise = \"AAA\""),
     "no engagement of 'AAA' is followed",
     5,
     "recognise"},
    {"engage_without_level",
     with_change("engage = \"AAA\""),
     "'engage' without level",
     5,
     "engage"},
    {"level_above_all",
     with_change("engage = \"AAA\"\nlevel = 8"),
     "no level of engagement",
     6,
     "level"},
    {"half_a_level",
     with_change("engage = \"AAA\"\nlevel = 4.5"),
     "no level of engagement",
     6,
     "level"},
    {"level_of_a_recognition",
     with_change("recognise = \"AAA\"\nlevel = 7"),
     "'recognise' takes no level",
     6,
     "level"},
    {"factor_on_a_level",
     with_change("engage = \"AAA\"\nlevel = 4\nfactor = 2"),
     "'engage' takes no factor",
     7,
     "factor"},
    {"engage_a_place", with_change("delist = \"bim\""), "'delist' takes: state", 5, "delist"},
    {"unknown_id", with_change("open = \"bor_port\""), "Did you mean project:bor_bport", 5, "open"},
    {"unknown_id_in_list",
     with_change("open = [\"bay\", \"nowhere at all\"]"),
     "called 'nowhere at all'",
     5,
     "open"},
    {"empty_list", with_change("open = []"), "an empty list", 5, "open"},
    {"id_no_text", with_change("open = 7"), "a number where an id is expected", 5, "open"},
    {"open_a_state",
     with_change("open = \"AAA\""),
     "'AAA' is a state. 'open' takes: project",
     5,
     "open"},
    {"tariff_of_a_project",
     with_change("tariff = \"bor_bport\"\nfactor = 2"),
     "'bor_bport' is a project",
     5,
     "tariff"},
    {"border_inside",
     with_change("border = \"rail--bim--bor\"\nfactor = 2"),
     "'rail--bim--bor' is a link",
     5,
     "border"},
    {"border_of_a_ferry",
     with_change("border = \"ferry--aport--bport\"\nfactor = 2"),
     "'ferry--aport--bport' is a link",
     5,
     "border"},
    {"open_a_power_line",
     with_change("open = \"link:power-line--ada--bor\""),
     "has nothing to work on",
     5,
     "open"},
    {"open_wires", with_change("open = \"wires\""), "has nothing to work on", 5, "open"},
    {"capacity_without_value",
     with_change("capacity = \"bim\""),
     "'capacity' without value or factor",
     5,
     "capacity"},
    {"value_and_factor",
     with_change("capacity = \"bim\"\nvalue = 1\nfactor = 2"),
     "value and factor together",
     7,
     "factor"},
    {"tariff_with_value",
     with_change("tariff = \"AAA\"\nvalue = 2"),
     "'tariff' takes no value",
     6,
     "value"},
    {"open_with_value",
     with_change("open = \"bay\"\nvalue = 2"),
     "'open' takes no value",
     6,
     "value"},
    {"negative_factor", with_change("fee = \"bim\"\nfactor = -1"), "out of range: -1", 6, "factor"},
    {"zero_speed", with_change("speed = \"bim\"\nfactor = 0"), "out of range: 0", 6, "factor"},
    {"factor_no_number",
     with_change("fee = \"bim\"\nfactor = \"x0.8\""),
     "not a number",
     6,
     "factor"},
    {"factor_nan", with_change("fee = \"bim\"\nfactor = nan"), "not a number", 6, "factor"},
    {"unknown_mode",
     with_change("tariff = \"AAA\"\nfactor = 2\nmode = \"ship\""),
     "unknown mode 'ship'",
     7,
     "mode"},
    {"mode_elsewhere",
     with_change("fee = \"bim\"\nfactor = 2\nmode = \"rail\""),
     "only a tariff takes a mode",
     7,
     "mode"},
    {"excluded",
     with_change("open = [\"rival\", \"harbour\"]"),
     "'rival' and 'bor_bport' exclude each other",
     5,
     "open"},
    {"excluded_apart",
     with_change("open = \"bor_bport\"") + "[[change]]\ndate = 2032-01-01\nopen = \"rival\"\n",
     "exclude each other",
     8,
     "open"},
};

std::string name_of(::testing::TestParamInfo<Broken> const& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(heads, BrokenScenario, ::testing::ValuesIn(kBrokenHeads), name_of);
INSTANTIATE_TEST_SUITE_P(changes, BrokenScenario, ::testing::ValuesIn(kBrokenChanges), name_of);

}  // namespace
}  // namespace chorsu
