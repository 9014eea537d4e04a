#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;

TEST(opening, an_operational_link_is_open_on_any_day) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b);
  EXPECT_TRUE(w.open(link, "1990-01-01"));
  EXPECT_EQ(Reason::kOpen, w.on("2024-07-01").reason[link]);
}

TEST(opening, a_link_under_construction_opens_on_the_first_day_of_its_year) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b, Status::kUnderConstruction, 2027);
  EXPECT_FALSE(w.open(link, "2026-12-31"));
  EXPECT_TRUE(w.open(link, "2027-01-01"));
  EXPECT_EQ(Reason::kUnderConstruction, w.on("2026-12-31").reason[link]);
  EXPECT_EQ(Reason::kOpen, w.on("2027-01-01").reason[link]);
}

TEST(opening, an_operational_link_is_not_there_before_the_year_in_which_it_opened) {
  auto w = ToyWorld{};
  auto const young = w.road(w.a, w.b, Status::kOperational, 2016);
  auto const old = w.road(w.a, w.b, Status::kOperational, 0);
  EXPECT_EQ(Reason::kUnderConstruction, w.on("2015-12-31").reason[young]);
  EXPECT_EQ(Reason::kOpen, w.on("2016-01-01").reason[young]);
  EXPECT_EQ(Reason::kOpen, w.on("2015-12-31").reason[old]);
}

TEST(opening, a_link_under_construction_without_a_year_waits_for_a_lever) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b, Status::kUnderConstruction, 0);
  EXPECT_FALSE(w.open(link, "2100-01-01"));
  EXPECT_TRUE(w.open(link, "2100-01-01", {on_links(LeverKind::kOpen, "2030", {link})}));
}

TEST(opening, a_planned_link_opens_by_a_lever_only) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b, Status::kPlanned, 2030);
  EXPECT_FALSE(w.open(link, "2100-01-01"));
  EXPECT_EQ(Reason::kPlanned, w.on("2100-01-01").reason[link]);
  auto const levers = std::vector{on_links(LeverKind::kOpen, "2031-05-01", {link})};
  EXPECT_FALSE(w.open(link, "2031-04-30", levers));
  EXPECT_TRUE(w.open(link, "2031-05-01", levers));
}

TEST(opening, a_suspended_link_opens_by_evidence_or_a_lever) {
  auto w = ToyWorld{};
  auto const by_evidence = w.road(w.a, w.b, Status::kSuspended);
  auto const by_lever = w.road(w.a, w.c, Status::kSuspended);
  w.event(by_evidence, Status::kOperational, "2025-03-13");
  EXPECT_FALSE(w.open(by_evidence, "2025-03-12"));
  EXPECT_TRUE(w.open(by_evidence, "2025-03-13"));
  EXPECT_FALSE(w.open(by_lever, "2100-01-01"));
  EXPECT_EQ(Reason::kSuspended, w.on("2100-01-01").reason[by_lever]);
  EXPECT_TRUE(w.open(by_lever, "2030", {on_links(LeverKind::kOpen, "2030", {by_lever})}));
}

TEST(opening, the_rules_are_data) {
  auto w = ToyWorld{};
  auto const planned = w.road(w.a, w.b, Status::kPlanned, 2030);
  auto const operational = w.road(w.a, w.c);
  w.rules.planned = Opening::kExpectedYear;
  w.rules.operational = Opening::kLever;
  EXPECT_FALSE(w.open(planned, "2029-12-31"));
  EXPECT_TRUE(w.open(planned, "2030-01-01"));
  EXPECT_FALSE(w.open(operational, "2030-01-01"));
}

TEST(opening, what_carries_no_freight_is_never_open) {
  auto w = ToyWorld{};
  auto const pipeline = w.link(Mode::kOther, w.a, w.c);
  EXPECT_FALSE(w.open(pipeline, "2024"));
  EXPECT_EQ(Reason::kNotFreight, w.on("2024").reason[pipeline]);
}

TEST(events, a_closure_ends_on_its_first_open_day) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  w.event(link, Status::kSuspended, "2024-08-26", "2024-10-11");
  EXPECT_TRUE(w.open(link, "2024-08-25"));
  EXPECT_FALSE(w.open(link, "2024-08-26"));
  EXPECT_FALSE(w.open(link, "2024-10-10"));
  EXPECT_TRUE(w.open(link, "2024-10-11"));
  EXPECT_EQ(Reason::kEvidence, w.on("2024-09-01").reason[link]);
}

TEST(events, a_closure_without_an_end_lasts) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  w.event(link, Status::kSuspended, "2025-10-12");
  EXPECT_TRUE(w.open(link, "2025-10-11"));
  EXPECT_FALSE(w.open(link, "2099-01-01"));
}

TEST(events, the_latest_wins_whatever_the_order_of_rows) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.c);
  w.event(link, Status::kOperational, "2022-01-01", "2023-01-01");
  w.event(link, Status::kSuspended, "2020-01-01");
  EXPECT_FALSE(w.open(link, "2021-12-31"));
  EXPECT_TRUE(w.open(link, "2022-01-01"));
  EXPECT_FALSE(w.open(link, "2023-01-01"));  // the older one, which never ended, holds again
}

TEST(events, a_shut_node_shuts_all_its_links_and_no_others) {
  auto w = ToyWorld{};
  auto const through = w.road(w.a, w.b);
  auto const also = w.road(w.c, w.b);
  auto const beside = w.road(w.a, w.c);
  w.event(w.b, Status::kSuspended, "2026-03-01", "2026-06-22");
  auto const shut = w.on("2026-03-01");
  EXPECT_EQ(Reason::kNodeShut, shut.reason[through]);
  EXPECT_EQ(0U, shut.open[also]);
  EXPECT_EQ(1U, shut.open[beside]);
  EXPECT_TRUE(w.open(through, "2026-06-22"));
}

TEST(events, a_node_reopened_by_a_later_event_is_open) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b);
  w.event(w.b, Status::kSuspended, "2026-03-01");
  w.event(w.b, Status::kOperational, "2026-06-22");
  EXPECT_FALSE(w.open(link, "2026-06-21"));
  EXPECT_TRUE(w.open(link, "2026-06-22"));
}

TEST(events, a_shut_node_opens_nothing_that_was_shut_before) {
  auto w = ToyWorld{};
  auto const planned = w.road(w.a, w.b, Status::kPlanned);
  w.event(w.b, Status::kSuspended, "2026-03-01", "2026-06-22");
  EXPECT_EQ(Reason::kPlanned, w.on("2026-04-01").reason[planned]);
}
