#include "gtest/gtest.h"
#include "toy_region.h"

#include "chorsu/access/price_part.h"
#include "chorsu/evidence/evidence.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// A road border of 100 + 200 US$ a truck and 6 + 8 h, and a neighbour at level 4 when observed.
struct Gate {
  ToyRegion r;
  LinkId gate;
  Evidence evidence;
  LevelRules rules;
  Supernetwork s;

  Gate() {
    gate = r.road(r.a, r.c, 50.0);
    r.border(gate, FeeUnit::kPerTruck, 100.0, 200.0, 6.0, 8.0);
    r.network.states.id.values = {"AAA", "BBB"};
    evidence.actors.id.push_back("AAA");
    evidence.actors.name.push_back("Near");
    evidence.actors.followed.push_back(1U);
    evidence.actors.state.push_back("AAA");
    s = expand(r.network, r.capacities);
    add(StandingMeasure::kLevel, BorderTerm::kHours, 0.5, 4);
    add(StandingMeasure::kListing, BorderTerm::kFee, 1.5);
    add(StandingMeasure::kSanction, BorderTerm::kClasses, 1.0);
    rules.rows.back().commodities = {kGrain};
  }

  void add(StandingMeasure measure, BorderTerm term, double value, Level from = 0) {
    auto row = LevelRules::Row{};
    row.towards = r.there;
    row.measure = measure;
    row.term = term;
    row.from_level = from;
    row.value = exactly(value);
    row.value.fact = FactId{static_cast<std::uint32_t>(1000U + rules.rows.size())};
    rules.rows.push_back(row);
  }

  World world(std::vector<std::pair<StandingMeasure, double>> const& stances) const {
    auto levers = std::vector<Lever>{};
    for (auto const& [measure, value] : stances) {
      auto lever = Lever{};
      lever.kind = LeverKind::kStance;
      lever.actor = ActorId{0U};
      lever.measure = measure;
      lever.value = value;
      levers.push_back(lever);
    }
    auto const events = StatusEvents{};
    auto const status = StatusRules{};
    auto result = world_on({r.network, r.projects, s, events, status, &evidence, nullptr, &rules},
                           Date::parse("2030-01-01").value_or(Date{}),
                           levers);
    result.conditional.assign(r.effects.size(), 1U);
    return result;
  }

  ExplainedPrice at(World const& world, CommodityId commodity, ArcKind kind) const {
    auto classes = UserClasses{};
    auto const user = user_class(classes, r.inputs(s), commodity, r.code_here, r.code_there);
    auto const lookup = price_lookup(r.inputs(s));
    for (auto const arc : s.arcs.kind.ids()) {
      if (s.arcs.kind[arc] == kind && s.arcs.link[arc] == gate && s.arcs.reversed[arc] == 0U) {
        return explain_arc(r.inputs(s), lookup, world, classes, user, arc);
      }
    }
    return {};
  }
};

}  // namespace

TEST(level_rule_price, by_pencil) {
  auto const g = Gate{};
  auto const plain = g.at(g.world({}), kBoxes, ArcKind::kEntry);
  EXPECT_EQ(8.0, plain.price.hours);
  EXPECT_EQ(10.0, plain.price.fee);  // 200 US$ for 20 t
  auto const changed = g.world({{StandingMeasure::kLevel, 4.0}, {StandingMeasure::kListing, 1.0}});
  EXPECT_EQ(4.0, g.at(changed, kBoxes, ArcKind::kEntry).price.hours);
  EXPECT_EQ(3.0, g.at(changed, kBoxes, ArcKind::kExit).price.hours);
  EXPECT_EQ(15.0, g.at(changed, kBoxes, ArcKind::kEntry).price.fee);
}

TEST(level_rule_price, names_its_row_when_met_and_when_lost) {
  auto g = Gate{};
  auto const met = g.at(g.world({{StandingMeasure::kLevel, 5.0}}), kBoxes, ArcKind::kExit);
  ASSERT_EQ(3U, met.parts.size());  // fee, hours, rule
  EXPECT_EQ(FactId{1000U}, met.parts[2].fact);
  EXPECT_EQ(-3.0, met.parts[2].contribution);
  // Seen at a time when the level was held: without it the hours double.
  auto& events = g.evidence.engagement;
  auto const on = Date::parse("2020-01-01").value_or(Date{});
  events.id.push_back("E1");
  events.days.push_back({on, on, on, Precision::kDay});
  events.actor.push_back(ActorId{0U});
  events.counterpart.push_back("BBB");
  events.step.push_back("contact");
  events.level_before.push_back(0);
  events.level_after.push_back(4);
  events.known_from.push_back(on);
  events.known_basis.push_back(KnownBasis::kPublication);
  events.statement.push_back("");
  events.corrects.push_back("");
  events.also.push_back({});
  events.fact.push_back(FactId::none());
  g.rules.observed = Date::parse("2024-07-01").value_or(Date{});
  auto const lost = g.at(g.world({{StandingMeasure::kLevel, 0.0}}), kBoxes, ArcKind::kExit);
  EXPECT_EQ(12.0, lost.price.hours);
  ASSERT_EQ(3U, lost.parts.size());
  auto const& part = lost.parts[2];
  EXPECT_EQ(FactId{1000U}, part.fact);
  EXPECT_EQ(0.5, part.value);
  EXPECT_EQ(6.0, part.contribution);
  EXPECT_EQ(part.contribution, worth(part.rate, part.value, part.amount));
}

TEST(level_rule_price, barred_goods_do_not_cross_and_others_do) {
  auto const g = Gate{};
  auto const world = g.world({{StandingMeasure::kSanction, 1.0}});
  for (auto const kind : {ArcKind::kExit, ArcKind::kEntry}) {
    EXPECT_FALSE(g.at(world, kGrain, kind).price.allowed);
    EXPECT_TRUE(g.at(world, kBoxes, kind).price.allowed);
    EXPECT_TRUE(g.at(g.world({}), kGrain, kind).price.allowed);
  }
}
