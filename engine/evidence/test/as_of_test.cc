#include "chorsu/evidence/as_of.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "toy_evidence.h"

using namespace chorsu;
using namespace chorsu::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Question question(char const* date, char const* known_on = nullptr, SubjectId about = kState) {
  return {.date = day(date),
          .known_on = known_on == nullptr ? std::nullopt : std::optional{day(known_on)},
          .subjects = {about}};
}

std::vector<std::string> ids(std::vector<Answer> const& answers, What what) {
  auto result = std::vector<std::string>{};
  for (auto const& answer : answers) {
    if (answer.what == what) {
      result.push_back(answer.id);
    }
  }
  return result;
}

/// The one answer of a row.
Answer find(std::vector<Answer> const& answers, std::string const& id) {
  auto const found = std::ranges::find(answers, id, &Answer::id);
  EXPECT_NE(answers.end(), found) << id;
  return found == answers.end() ? Answer{} : *found;
}

Validity from(Days const& days) {
  auto valid = Validity{};
  valid.from = days;
  return valid;
}

Validity from(std::string const& date) {
  return from(exactly(date));
}

Validity ending(std::optional<Days> const& begin, std::string const& until, std::string const& by) {
  auto valid = Validity{};
  valid.from = begin;
  valid.until = day(until);
  valid.ended_by = by;
  return valid;
}

/// "2025", as an article of late 2025 writes it.
Days some_day_of(int year) {
  return {*Date::from_civil(year, 7U),
          *Date::from_civil(year),
          *Date::from_civil(year, 12U, 31U),
          Precision::kYear};
}

}  // namespace

TEST(as_of, level_and_listing_come_first) {
  auto const answers = as_of(toy_evidence(), question("2025-07-10"));
  ASSERT_LE(2U, answers.size());
  EXPECT_EQ(What::kLevel, answers[0].what);
  EXPECT_EQ(7.0, answers[0].number);
  EXPECT_EQ("recognition", answers[0].value);
  EXPECT_EQ("delisted", answers[1].value);
}

TEST(as_of, baselines_are_no_steps) {
  EXPECT_THAT(ids(as_of(toy_evidence(), question("2024-12-31")), What::kStep),
              ElementsAre("E2", "E3"));
}

TEST(as_of, nothing_of_others_is_told) {
  auto const answers = as_of(toy_evidence(), question("2025-07-10", nullptr, kOther));
  EXPECT_THAT(ids(answers, What::kStep), IsEmpty());
  EXPECT_EQ("FAR", answers.front().about);
}

TEST(as_of, what_is_said_of_a_part_is_said_of_the_whole) {
  auto evidence = toy_evidence();
  add(evidence,
      kCourt,
      ToyStatement{"S1", StatementKind::kEvent, from("2025-04-17"), "2025-06-11"});
  EXPECT_THAT(ids(as_of(evidence, question("2025-05-01")), What::kEvent), ElementsAre("S1"));
  EXPECT_THAT(ids(as_of(evidence, question("2025-05-01", nullptr, kOther)), What::kEvent),
              IsEmpty());
  EXPECT_THAT(ids(as_of(evidence, question("2025-04-16")), What::kEvent), IsEmpty());
}

TEST(as_of, a_status_holds_as_published_until_a_known_step_ends_it) {
  auto evidence = toy_evidence();
  add(evidence,
      kState,
      ToyStatement{"S1",
                   StatementKind::kStatus,
                   ending(exactly("2025-06-11"), "2025-07-03", "E4"),
                   "2025-06-11"});
  EXPECT_EQ(Force::kAsPublished, find(as_of(evidence, question("2025-06-24")), "S1").force);
  auto const later = find(as_of(evidence, question("2025-07-17")), "S1");
  EXPECT_EQ(Force::kSuperseded, later.force);
  EXPECT_EQ("E4", later.ended_by);
  auto const unknown = question("2025-07-17", "2025-07-03");  // E4 was known on the 4th
  EXPECT_EQ(Force::kAsPublished, find(as_of(evidence, unknown), "S1").force);
}

TEST(as_of, what_time_ended_is_left_out) {
  auto evidence = toy_evidence();
  add(evidence,
      kState,
      ToyStatement{
          "S1", StatementKind::kStatus, ending(std::nullopt, "2021-01-01", ""), "2025-06-11"});
  EXPECT_THAT(ids(as_of(evidence, question("2020-12-31")), What::kStatus), ElementsAre("S1"));
  EXPECT_THAT(ids(as_of(evidence, question("2021-01-01")), What::kStatus), IsEmpty());
}

TEST(as_of, a_coarse_date_is_uncertain_before_its_best_day) {
  auto evidence = toy_evidence();
  add(evidence,
      kState,
      ToyStatement{"S1", StatementKind::kEvent, from(some_day_of(2025)), "2025-11-18"});
  EXPECT_THAT(ids(as_of(evidence, question("2024-12-31")), What::kEvent), IsEmpty());
  EXPECT_EQ(Force::kUncertain, find(as_of(evidence, question("2025-06-30")), "S1").force);
  EXPECT_EQ(Force::kInForce, find(as_of(evidence, question("2025-07-01")), "S1").force);
}

TEST(as_of, a_correction_replaces_what_it_corrects_once_it_is_known) {
  auto evidence = toy_evidence();
  auto const kind = StatementKind::kQuantity;
  add(evidence, kState, ToyStatement{"S1", kind, from("2024-03-22"), "2024-03-23"});
  add(evidence, kState, ToyStatement{"S2", kind, from("2024-03-22"), "2025-01-01", "S1"});
  EXPECT_THAT(ids(as_of(evidence, question("2024-06-01")), What::kQuantity), ElementsAre("S2"));
  EXPECT_THAT(ids(as_of(evidence, question("2024-06-01", "2025-01-01")), What::kQuantity),
              ElementsAre("S2"));
  EXPECT_THAT(ids(as_of(evidence, question("2024-06-01", "2024-12-31")), What::kQuantity),
              ElementsAre("S1"));
}

TEST(as_of, sides_stand_beside_each_other_once_both_are_known) {
  auto evidence = toy_evidence();
  add(evidence,
      kState,
      ToyStatement{"S1", StatementKind::kEvent, from("2025-07-03"), "2025-07-10"});
  add(evidence,
      kState,
      ToyStatement{"S2", StatementKind::kEvent, from("2025-07-04"), "2025-07-17"});
  add_version(evidence, "X1a", from("2025-07-03"), {StatementId{0U}}, "2025-07-10");
  add_version(evidence, "X1b", from("2025-07-04"), {StatementId{1U}}, "2025-07-17");
  auto const both = as_of(evidence, question("2025-08-01"));
  for (auto const* id : {"X1a", "X1b", "S1", "S2"}) {
    EXPECT_EQ(Force::kContradicted, find(both, id).force) << id;
    EXPECT_EQ(1U, find(both, id).contraries.size()) << id;
  }
  EXPECT_EQ("side X1b", find(both, "S1").contraries.front().said_by);
  auto const one = as_of(evidence, question("2025-08-01", "2025-07-10"));
  EXPECT_THAT(ids(one, What::kVersion), ElementsAre("X1a"));
  EXPECT_EQ(Force::kAsPublished, find(one, "X1a").force);
  EXPECT_EQ(Force::kInForce, find(one, "S1").force);
}

TEST(as_of, sides_that_one_step_ended_do_not_clash) {
  auto evidence = toy_evidence();
  auto const ended = [](char const* date) { return ending(exactly(date), "2025-07-03", "E4"); };
  add_version(evidence, "X1a", ended("2025-06-11"), {}, "2025-06-11");
  add_version(evidence, "X1b", ended("2025-06-24"), {}, "2025-06-24");
  add_version(evidence, "X1c", from("2025-07-03"), {}, "2025-07-04");
  auto const before = as_of(evidence, question("2025-06-24"));
  EXPECT_EQ(Force::kAsPublished, find(before, "X1a").force);
  EXPECT_EQ(Force::kAsPublished, find(before, "X1b").force);
  auto const after = as_of(evidence, question("2025-07-17"));
  EXPECT_EQ(Force::kSuperseded, find(after, "X1a").force);
  EXPECT_EQ(Force::kAsPublished, find(after, "X1c").force);
}

TEST(as_of, a_closure_that_has_no_end_is_still_in_force) {
  auto evidence = toy_evidence();
  auto& closures = evidence.closures;
  for (auto const* id : {"K1", "K2"}) {
    auto const ends = std::string{id} == "K1";
    closures.id.push_back(id);
    closures.from.push_back(exactly("2025-02-21"));
    closures.until.push_back(ends ? std::optional{day("2025-03-19")} : std::nullopt);
    closures.last_look.push_back(ends ? std::nullopt : std::optional{day("2026-01-31")});
    closures.known_from.push_back(day("2025-02-21"));
    closures.crossing.push_back("gate");
    closures.reason.push_back("dispute");
    closures.extent.push_back("total");
    closures.text.push_back("");
    closures.subjects.push_back({kState});
    closures.fact.push_back(FactId::none());
  }
  EXPECT_THAT(ids(as_of(evidence, question("2025-03-18")), What::kClosure),
              ElementsAre("K1", "K2"));
  EXPECT_THAT(ids(as_of(evidence, question("2025-03-19")), What::kClosure), ElementsAre("K2"));
  EXPECT_THAT(ids(as_of(evidence, question("2027-01-01")), What::kClosure), ElementsAre("K2"));
  // On the day before it ended nobody knew that it would.
  auto const then = as_of(evidence, question("2025-03-19", "2025-03-18"));
  EXPECT_EQ(std::nullopt, find(then, "K1").until);
}

TEST(timeline, is_in_order_of_the_days_and_has_no_standings) {
  auto const story = timeline(toy_evidence(), {kState}, std::nullopt);
  EXPECT_THAT(ids(story, What::kStep), ElementsAre("E2", "E3", "E4"));
  EXPECT_THAT(ids(story, What::kLevel), IsEmpty());
}

TEST(subjects, are_found_by_id_name_actor_and_other_names) {
  auto const evidence = toy_evidence();
  auto const found = [&](char const* word) {
    return find_subjects(evidence.subjects, evidence.actors, word);
  };
  for (auto const* word :
       {"st.nea", "NEA", "nea", "Land NEA", "land-nea", "Name of st.nea", "other_name of st.nea"}) {
    EXPECT_THAT(found(word), ElementsAre(kState)) << word;
  }
  EXPECT_THAT(found("nowhere"), IsEmpty());
}
