#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

namespace {

Effect opens(ProjectId part) {
  auto result = effect(EffectTarget::kProject, EffectParameter::kOpen, EffectOperator::kSet, 1.0);
  result.project = part;
  return result;
}

}  // namespace

TEST(project, brings_what_it_needs_and_its_parts_and_so_on_each_once) {
  auto w = ToyWorld{};
  auto const ground = w.project({});
  auto const line = w.project({.needs = {ground}});
  auto const part = w.project({.needs = {line}});
  auto const package = w.project({.needs = {ground}, .effects = {opens(part)}});
  EXPECT_THAT(with_needs(w.projects, {ground}), ElementsAre(ground));
  EXPECT_THAT(with_needs(w.projects, {package}), ElementsAre(package, ground, part, line));
  EXPECT_THAT(with_needs(w.projects, {line, package}), ElementsAre(line, ground, package, part));
}

TEST(project, conflicts_are_read_both_ways_and_among_what_is_needed) {
  auto w = ToyWorld{};
  auto const corridor = w.project({});
  auto const variant = w.project({.excludes = {corridor}});
  auto const join = w.project({.needs = {corridor}});
  EXPECT_THAT(conflicts(w.projects, {corridor}), IsEmpty());
  EXPECT_THAT(conflicts(w.projects, {corridor, variant}), ElementsAre(Pair(corridor, variant)));
  EXPECT_THAT(conflicts(w.projects, {variant, join}), ElementsAre(Pair(variant, corridor)));
}

TEST(project, opens_its_own_and_shared_links_and_those_it_needs) {
  auto w = ToyWorld{};
  auto const own = w.road(w.a, w.b, Status::kPlanned);
  auto const shared = w.road(w.a, w.c, Status::kPlanned);
  auto const needed = w.road(w.b, w.c, Status::kPlanned);
  auto const beside = w.road(w.b, w.c, Status::kPlanned);
  auto const ground = w.project({.own = {needed}});
  auto const line = w.project({.own = {own}, .shared = {shared}, .needs = {ground}});
  auto const world = w.on("2031", {on_projects(LeverKind::kOpen, "2031", {line})});
  EXPECT_EQ(1U, world.open[own]);
  EXPECT_EQ(1U, world.open[shared]);
  EXPECT_EQ(1U, world.open[needed]);
  EXPECT_EQ(0U, world.open[beside]);
  EXPECT_THAT(world.opened, ElementsAre(line, ground));
}

TEST(project, closed_again_keeps_what_others_share) {
  auto w = ToyWorld{};
  auto const own = w.road(w.a, w.b, Status::kPlanned);
  auto const shared = w.road(w.a, w.c, Status::kPlanned);
  auto const line = w.project({.own = {own}, .shared = {shared}});
  auto const world = w.on("2033",
                          {on_projects(LeverKind::kOpen, "2031", {line}),
                           on_projects(LeverKind::kClose, "2033", {line})});
  EXPECT_EQ(Reason::kLever, world.reason[own]);
  EXPECT_EQ(1U, world.open[shared]);
  EXPECT_THAT(world.opened, IsEmpty());
}

TEST(project, opened_by_its_year_is_not_listed_as_opened_by_a_lever) {
  auto w = ToyWorld{};
  auto const link = w.road(w.a, w.b, Status::kUnderConstruction, 2027);
  auto const line = w.project({.own = {link}, .expected = 2027});
  EXPECT_TRUE(w.open(link, "2027-01-01"));
  EXPECT_THAT(w.on("2028", {on_projects(LeverKind::kOpen, "2028", {line})}).opened, IsEmpty());
}
