#include <algorithm>

#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/evidence/evidence.h"
#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

void add_step(Evidence& evidence, char const* id, char const* date, Level before, Level after) {
  auto& events = evidence.engagement;
  auto const on = day(date);
  events.id.push_back(id);
  events.days.push_back({on, on, on, Precision::kDay});
  events.actor.push_back(ActorId{0U});
  events.counterpart.push_back("KAB");
  events.step.push_back("contact");
  events.level_before.push_back(before);
  events.level_after.push_back(after);
  events.known_from.push_back(on);
  events.known_basis.push_back(KnownBasis::kPublication);
  events.statement.push_back("");
  events.corrects.push_back("");
  events.also.push_back({});
  events.fact.push_back(FactId::none());
}

}  // namespace

TEST(standing, a_world_knows_the_levels_of_its_day) {
  auto w = ToyWorld{};
  w.road(w.a, w.b);
  auto evidence = Evidence{};
  evidence.actors.id.push_back("NEA");
  evidence.actors.name.push_back("Near");
  evidence.actors.followed.push_back(1U);
  evidence.actors.state.push_back("");
  add_step(evidence, "E1", "2021-08-15", 0, 2);
  add_step(evidence, "E2", "2025-07-03", 2, 7);
  auto const net = expand(w.network, w.capacities);
  auto inputs = WorldInputs{w.network, w.projects, net, w.events, w.rules, nullptr};
  EXPECT_EQ(0U, world_on(inputs, day("2025-07-03"), {}).standings.level.size());
  inputs.evidence = &evidence;
  EXPECT_EQ(2, world_on(inputs, day("2025-07-02"), {}).standings.level[ActorId{0U}]);
  EXPECT_EQ(7, world_on(inputs, day("2025-07-03"), {}).standings.level[ActorId{0U}]);
}

TEST(standing, the_order_of_dated_rows_does_not_count) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b);
  auto row = StatusEvents::Row{};
  row.link = link;
  row.from = day("2025-10-12");
  for (auto const& [id, status] :
       {std::pair{"S1", Status::kSuspended}, std::pair{"S2", Status::kOperational}}) {
    row.id = id;
    row.status = status;
    w.events.rows.push_back(row);
  }
  auto const first = w.on("2025-11-01");
  std::ranges::reverse(w.events.rows);
  auto const second = w.on("2025-11-01");
  EXPECT_EQ(first.open[link], second.open[link]);
  EXPECT_EQ(1U, first.open[link]);
}
