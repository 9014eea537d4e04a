#include <initializer_list>

#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/evidence/evidence.h"
#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

constexpr auto kNear = ActorId{0U};
constexpr auto kCoal = CommodityId{3U};

/// Two states that share a border, one of them an actor, and a third that borders on neither.
struct Neighbours {
  ToyWorld w;
  Evidence evidence;
  LevelRules rules;
  LinkId border, inland, elsewhere;

  explicit Neighbours(Level at_first) {
    border = w.road(w.a, w.c);
    inland = w.road(w.a, w.b);
    auto const far = w.node("d", w.state("CCC"));
    elsewhere = w.road(w.b, far);
    evidence.actors.id.push_back("NEA");
    evidence.actors.name.push_back("Near");
    evidence.actors.followed.push_back(1U);
    evidence.actors.state.push_back("AAA");
    step("E1", "2020-01-01", at_first);
    rules.observed = day("2024-07-01");
  }

  void step(char const* id, char const* date, Level to) {
    auto& events = evidence.engagement;
    auto const on = day(date);
    events.id.push_back(id);
    events.days.push_back({on, on, on, Precision::kDay});
    events.actor.push_back(kNear);
    events.counterpart.push_back("BBB");
    events.step.push_back("contact");
    events.level_before.push_back(0);
    events.level_after.push_back(to);
    events.known_from.push_back(on);
    events.known_basis.push_back(KnownBasis::kPublication);
    events.statement.push_back("");
    events.corrects.push_back("");
    events.also.push_back({});
    events.fact.push_back(FactId::none());
  }

  void designation(char const* date, Designation what) {
    auto& d = evidence.designations;
    auto const on = day(date);
    d.id.push_back("D" + std::to_string(d.id.size()));
    d.actor.push_back(kNear);
    d.entity.push_back("Band");
    d.designation.push_back(what);
    d.days.push_back(Days{on, on, on, Precision::kDay});
    d.known_from.push_back(on);
    d.also.push_back({});
    d.fact.push_back(FactId::none());
  }

  LevelRules::Row& rule(StandingMeasure measure, Level from, BorderTerm term, double value) {
    auto row = LevelRules::Row{};
    row.towards = w.there;
    row.measure = measure;
    row.from_level = from;
    row.term = term;
    row.value = exactly(value);
    row.value.fact = FactId{static_cast<std::uint32_t>(rules.rows.size())};
    rules.rows.push_back(row);
    return rules.rows.back();
  }

  /// A rule at every level for hours and for fees, and those of a listing and a sanction.
  void full_set() {
    for (auto level = Level{1}; level <= kHighestLevel; ++level) {
      rule(StandingMeasure::kLevel, level, BorderTerm::kHours, 1.0 - 0.02 * level);
      rule(StandingMeasure::kLevel, level, BorderTerm::kFee, 0.7 + 0.03 * level);
    }
    for (auto const measure : {StandingMeasure::kListing, StandingMeasure::kSanction}) {
      rule(measure, 0, BorderTerm::kHours, 1.2);
      rule(measure, 0, BorderTerm::kFee, 1.3);
      rule(measure, 0, BorderTerm::kClasses, 1.0).commodities = {kCoal};
    }
  }

  World on(char const* date, std::vector<Lever> const& levers = {}) const {
    auto const net = w.supernetwork();
    return world_on({w.network, w.projects, net, w.events, w.rules, &evidence, nullptr, &rules},
                    day(date),
                    levers);
  }
};

Lever stance(StandingMeasure measure, double value, char const* date = "2030-01-01") {
  auto result = lever(LeverKind::kStance, date);
  result.actor = kNear;
  result.measure = measure;
  result.value = value;
  return result;
}

World at_level(Neighbours const& n, int level) {
  return n.on("2030-01-01", {stance(StandingMeasure::kLevel, level)});
}

void expect_untouched(World const& world, LinkId link) {
  EXPECT_EQ(1.0, world.border_time_factor[link]);
  EXPECT_EQ(1.0, world.border_fee_factor[link]);
}

}  // namespace

TEST(level_rule, changes_nothing_while_all_stand_as_when_observed) {
  for (auto level = Level{0}; level <= kHighestLevel; ++level) {
    auto n = Neighbours{level};
    n.designation("2021-01-01", Designation::kListed);
    n.full_set();
    for (auto const* date : {"2024-07-01", "2040-01-01"}) {
      auto const world = n.on(date);
      expect_untouched(world, n.border);
      EXPECT_TRUE(world.causes.empty());
      EXPECT_TRUE(world.bars.empty());
    }
  }
}

TEST(level_rule, multiplies_once_met_and_divides_once_lost) {
  auto n = Neighbours{4};
  n.rule(StandingMeasure::kLevel, 4, BorderTerm::kHours, 0.8);
  n.rule(StandingMeasure::kLevel, 6, BorderTerm::kHours, 0.5);
  n.rule(StandingMeasure::kLevel, 6, BorderTerm::kFee, 0.9);
  EXPECT_EQ(0.5, at_level(n, 6).border_time_factor[n.border]);
  EXPECT_EQ(0.9, at_level(n, 6).border_fee_factor[n.border]);
  auto const fallen = at_level(n, 3);
  EXPECT_EQ(1.0 / 0.8, fallen.border_time_factor[n.border]);
  ASSERT_EQ(1U, fallen.causes.size());
  EXPECT_EQ(EffectOperator::kDivide, fallen.causes[0].op);
  EXPECT_EQ(0.8, fallen.causes[0].value);
  EXPECT_EQ(n.rules.rows[0].value.fact, fallen.causes[0].fact);
}

TEST(level_rule, follows_the_evidence_of_the_day) {
  auto n = Neighbours{2};
  n.step("E2", "2025-05-01", 5);
  n.rule(StandingMeasure::kLevel, 5, BorderTerm::kHours, 0.8);
  EXPECT_EQ(1.0, n.on("2025-04-30").border_time_factor[n.border]);
  EXPECT_EQ(0.8, n.on("2025-05-01").border_time_factor[n.border]);
  EXPECT_EQ(1.0,
            n.on("2025-05-01", {stance(StandingMeasure::kLevel, 2, "2025-01-01")})
                .border_time_factor[n.border]);
}

/// The law: whatever the level when the border was observed, a higher level is never slower or
/// dearer than a lower one.
TEST(level_rule, a_higher_level_never_costs_more) {
  for (auto first = Level{0}; first <= kHighestLevel; ++first) {
    auto n = Neighbours{first};
    n.full_set();
    n.rule(StandingMeasure::kLevel, 3, BorderTerm::kClasses, 1.0).commodities = {kCoal};
    for (auto level = 1; level <= kHighestLevel; ++level) {
      auto const low = at_level(n, level - 1);
      auto const high = at_level(n, level);
      EXPECT_LT(high.border_time_factor[n.border], low.border_time_factor[n.border]);
      EXPECT_LT(high.border_fee_factor[n.border], low.border_fee_factor[n.border]);
      EXPECT_LE(high.bars.size(), low.bars.size());
    }
  }
}

TEST(level_rule, a_listing_or_a_sanction_never_costs_less) {
  for (auto const before : {Designation::kNoneKnown, Designation::kListed}) {
    auto n = Neighbours{4};
    n.designation("2021-01-01", before);
    n.full_set();
    for (auto const measure : {StandingMeasure::kListing, StandingMeasure::kSanction}) {
      auto const without = n.on("2030-01-01", {stance(measure, 0.0)});
      auto const with = n.on("2030-01-01", {stance(measure, 1.0)});
      EXPECT_GT(with.border_time_factor[n.border], without.border_time_factor[n.border]);
      EXPECT_GT(with.border_fee_factor[n.border], without.border_fee_factor[n.border]);
      EXPECT_GE(with.bars.size(), without.bars.size());
    }
  }
}

TEST(level_rule, bars_classes_where_things_got_worse_alone) {
  auto n = Neighbours{4};
  n.rule(StandingMeasure::kSanction, 0, BorderTerm::kClasses, 1.0).commodities = {kCoal};
  n.rule(StandingMeasure::kLevel, 4, BorderTerm::kClasses, 1.0).commodities = {kCoal};
  n.rule(StandingMeasure::kLevel, 6, BorderTerm::kClasses, 1.0).commodities = {kCoal};
  EXPECT_TRUE(at_level(n, 4).bars.empty());  // what was not barred when observed is not now
  EXPECT_TRUE(at_level(n, 7).bars.empty());
  auto const fallen = at_level(n, 3).bars;
  ASSERT_EQ(1U, fallen.size());
  EXPECT_EQ(n.border, fallen[0].link);
  EXPECT_EQ(kCoal, fallen[0].commodity);
  EXPECT_EQ(n.rules.rows[1].value.fact, fallen[0].fact);
  EXPECT_EQ(1U, n.on("2030-01-01", {stance(StandingMeasure::kSanction, 1.0)}).bars.size());
  n.rules.rows[0].value = exactly(0.0);  // switched off
  EXPECT_TRUE(n.on("2030-01-01", {stance(StandingMeasure::kSanction, 1.0)}).bars.empty());
}

TEST(level_rule, touches_the_borders_between_the_two_alone) {
  auto n = Neighbours{0};
  n.full_set();
  auto const world = at_level(n, 7);
  expect_untouched(world, n.inland);
  expect_untouched(world, n.elsewhere);
  for (auto const& cause : world.causes) {
    EXPECT_EQ(n.border, cause.link);
  }
}

TEST(level_rule, says_nothing_of_the_time_before_the_first_known_step) {
  auto n = Neighbours{5};
  n.designation("2010-01-01", Designation::kListed);
  n.designation("2022-01-01", Designation::kDelisted);
  n.full_set();
  expect_untouched(n.on("2019-12-31"), n.border);
  EXPECT_GT(n.on("2020-01-01").border_time_factor[n.border], 1.0);  // it lists, until 2022
  expect_untouched(n.on("2022-01-01"), n.border);
  EXPECT_LT(n.on("2019-12-31", {stance(StandingMeasure::kLevel, 7, "2019-01-01")})
                .border_time_factor[n.border],
            1.0);
}

TEST(level_rule, of_one_actor_leaves_the_others_alone) {
  auto n = Neighbours{0};
  n.rule(StandingMeasure::kLevel, 4, BorderTerm::kHours, 0.8).actor = ActorId{1U};
  n.evidence.actors.id.push_back("OTH");
  n.evidence.actors.name.push_back("Other");
  n.evidence.actors.followed.push_back(1U);
  n.evidence.actors.state.push_back("CCC");
  expect_untouched(at_level(n, 7), n.border);
  n.rules.rows[0].actor = kNear;
  EXPECT_EQ(0.8, at_level(n, 7).border_time_factor[n.border]);
}

TEST(level_rule, designations_in_force_make_the_stance) {
  auto n = Neighbours{0};
  n.designation("2021-01-01", Designation::kListed);
  n.designation("2025-01-01", Designation::kDelisted);
  EXPECT_TRUE(n.on("2024-12-31").stances[kNear].listed);
  EXPECT_FALSE(n.on("2025-01-01").stances[kNear].listed);
  n.designation("2026-01-01", Designation::kSanctioned);
  EXPECT_TRUE(n.on("2026-01-01").stances[kNear].sanctions);
}
