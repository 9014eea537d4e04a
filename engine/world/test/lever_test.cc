#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;

TEST(lever, holds_from_its_day_on) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  auto const close = std::vector{on_links(LeverKind::kClose, "2030-06-15", {link})};
  EXPECT_TRUE(w.open(link, "2030-06-14", close));
  EXPECT_FALSE(w.open(link, "2030-06-15", close));
  EXPECT_EQ(Reason::kLever, w.on("2030-06-15", close).reason[link]);
}

TEST(lever, the_last_by_date_decides_not_the_last_in_the_file) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  auto const levers = std::vector{on_links(LeverKind::kOpen, "2032", {link}),
                                  on_links(LeverKind::kClose, "2030", {link})};
  EXPECT_FALSE(w.open(link, "2031", levers));
  EXPECT_TRUE(w.open(link, "2032", levers));
}

TEST(lever, of_one_day_the_last_in_the_file_decides) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  auto const open = on_links(LeverKind::kOpen, "2030", {link});
  auto const close = on_links(LeverKind::kClose, "2030", {link});
  EXPECT_FALSE(w.open(link, "2030", {open, close}));
  EXPECT_TRUE(w.open(link, "2030", {close, open}));
}

TEST(lever, overrides_the_evidence) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  w.event(link, Status::kSuspended, "2025-10-12");
  EXPECT_TRUE(w.open(link, "2026-05-01", {on_links(LeverKind::kOpen, "2026-05-01", {link})}));
}

TEST(lever, shuts_and_reopens_a_node) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b);
  auto const levers = std::vector{on_nodes(LeverKind::kClose, "2030", {w.b}),
                                  on_nodes(LeverKind::kOpen, "2031", {w.b})};
  EXPECT_FALSE(w.open(link, "2030-12-31", levers));
  EXPECT_TRUE(w.open(link, "2031-01-01", levers));
}

TEST(lever, reopens_a_node_that_the_evidence_shut) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b);
  w.event(w.b, Status::kSuspended, "2026-03-01");
  EXPECT_TRUE(w.open(link, "2026-05-01", {on_nodes(LeverKind::kOpen, "2026-04-01", {w.b})}));
}

TEST(lever, a_link_opened_at_a_shut_node_stays_shut) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b, Status::kPlanned);
  auto const levers = std::vector{on_nodes(LeverKind::kClose, "2030", {w.b}),
                                  on_links(LeverKind::kOpen, "2031", {link})};
  EXPECT_EQ(Reason::kNodeShut, w.on("2031", levers).reason[link]);
}

TEST(lever, capacity_is_set_or_scaled_both_ways_at_the_line_and_its_border) {
  auto w = ToyWorld{};
  auto const border = w.road(w.a, w.c);
  auto const inland = w.road(w.a, w.b);
  w.capacities.crossings.rows.push_back({border, {exactly(400.0), 1.0, 8.0}});
  auto set = on_links(LeverKind::kCapacity, "2030", {border});
  set.value = 50.0;
  set.is_factor = false;
  auto scale = on_links(LeverKind::kCapacity, "2031", {border});
  scale.value = 3.0;
  scale.is_factor = true;
  auto const line = FacilityKind::kLink;
  auto const point = FacilityKind::kCrossing;
  EXPECT_EQ(1000.0, w.capacity(line, border, "2029", {set}));
  EXPECT_EQ(50.0, w.capacity(line, border, "2030", {set}));
  EXPECT_EQ(50.0, w.capacity(point, border, "2030", {set}));
  EXPECT_EQ(1200.0, w.capacity(point, border, "2031", {scale}));
  EXPECT_EQ(150.0, w.capacity(point, border, "2031", {scale, set}));  // by date
  EXPECT_EQ(1000.0, w.capacity(line, inland, "2031", {scale, set}));
  for (auto const capacity : w.on("2030", {set}).capacity.values) {
    EXPECT_TRUE(capacity == 50.0 || capacity == 1000.0);
  }
}

TEST(lever, capacity_of_a_port_is_scaled_at_its_node) {
  auto w = ToyWorld{};
  w.road(w.a, w.b);
  w.link(Mode::kSea, w.b, w.c);
  w.capacities.ports.rows.push_back({w.b, {exactly(700.0), 0.7, 5.0}});
  auto half = on_nodes(LeverKind::kCapacity, "2030", {w.b});
  half.value = 0.5;
  EXPECT_EQ(350.0, w.capacity(FacilityKind::kPort, w.b, "2030", {half}));
}

TEST(lever, tariffs_are_factors_of_a_state_and_mode) {
  auto w = ToyWorld{};
  auto cheaper = lever(LeverKind::kTariff, "2030");
  cheaper.state = w.there;
  cheaper.mode = Mode::kRail;
  cheaper.value = 0.8;
  EXPECT_TRUE(w.on("2029", {cheaper}).tariffs.empty());
  auto const tariffs = w.on("2030", {cheaper}).tariffs;
  ASSERT_EQ(1U, tariffs.size());
  EXPECT_EQ(w.there, tariffs[0].state);
  EXPECT_EQ(Mode::kRail, tariffs[0].mode);
  EXPECT_EQ(0.8, tariffs[0].factor);
}

TEST(lever, border_fee_and_speed_are_factors_that_multiply) {
  auto w = ToyWorld{};
  auto const border = w.road(w.a, w.c);
  auto const other = w.road(w.b, w.c);
  auto levers = std::vector{on_links(LeverKind::kBorder, "2030", {border}),
                            on_links(LeverKind::kBorder, "2031", {border}),
                            on_links(LeverKind::kFee, "2030", {border}),
                            on_links(LeverKind::kSpeed, "2030", {border})};
  levers[0].value = 0.5;
  levers[1].value = 0.5;
  levers[2].value = 2.0;
  levers[3].value = 1.25;
  auto const world = w.on("2031", levers);
  EXPECT_EQ(0.25, world.border_time_factor[border]);
  EXPECT_EQ(2.0, world.border_fee_factor[border]);
  EXPECT_EQ(1.25, world.speed_factor[border]);
  EXPECT_EQ(1.0, world.headway_factor[border]);
  EXPECT_EQ(1.0, world.border_time_factor[other]);
}
