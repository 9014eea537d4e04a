"""What was true on a day, asked of the shipped package.

The expected answers of asof_questions.csv were taken by hand from the tables that the package is made of; `reason` names the row.
"""
import csv
import json
import os
import pathlib
import random
import shutil
import tempfile
import unittest

from program import REGION, answer, chorsu, widest

HERE = pathlib.Path(__file__).parent
DATED = ("actor", "engagement_event", "designation", "subject", "statement", "contradiction", "version", "prediction", "incident",
         "closure", "opening")


def asof(date, subject, known_on="", region=REGION):
    known = ("--known-on", known_on) if known_on else ()
    return answer("asof", date, subject, *known, "--region", region)


def rows_of(what, row, statements):
    return [s for s in statements if s["what"] == what and row in (s["id"], s["about"])]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


class Questions(unittest.TestCase):
    def test_every_question_of_the_table(self):
        answers = {}
        questions = read(HERE / "asof_questions.csv")
        self.assertGreaterEqual(len(questions), 60)
        for question in questions:
            key = question["date"], question["subject"], question["known_on"]
            if key not in answers:
                answers[key] = asof(*key)["statements"]
            with self.subTest(**question):
                found = rows_of(question["what"], question["row"], answers[key])
                if question["expected"] == "absent":
                    self.assertEqual([], found)
                    continue
                self.assertEqual(1, len(found), [s["id"] for s in answers[key] if s["what"] == question["what"]])
                value = found[0][question["field"]]
                if isinstance(value, float):
                    value = int(value)
                self.assertEqual(question["expected"], "" if value is None else str(value))

    def test_both_sides_of_every_dated_contradiction_are_asked_for(self):
        dated = {row["contradiction_id"] for row in read(REGION / "contradiction.csv")
                 if row["kind"] in ("date", "timing", "typo", "status", "status superseded", "forecast vs outcome", "wording drift")}
        asked = {row["row"] for row in read(HERE / "asof_questions.csv") if row["what"] == "version"}
        self.assertEqual(set(), {f"{i}{side}" for i in dated for side in "ab"} - asked)

    def test_all_of_the_articles_are_there(self):
        everything = asof_all()
        count = lambda *kinds: len({s["id"] for s in everything if s["what"] in kinds})
        self.assertEqual(195 + 2 + 8, count("event", "quantity", "status", "forecast"))  # eight beside the articles: N003 to N010
        self.assertEqual(59, count("prediction"))
        self.assertEqual(56, len({s["id"][:-1] for s in everything if s["what"] == "version"}))
        self.assertEqual(122, count("step"))
        self.assertEqual(112, count("incident"))
        self.assertEqual(75, count("closure"))
        self.assertEqual(70, count("opening"))


def asof_all():
    return answer("timeline")["statements"] + [
        s for s in answer("asof", "1990")["statements"] + answer("asof", "2026-06-30")["statements"]
        if s["since"] is None and s["what"] != "designation"]


class Recognition(unittest.TestCase):
    """Two articles that disagree are both right as of their dates."""

    def test_before(self):
        said = asof("2025-06-24", "russia")
        self.assertEqual(("2025-06-24", None, "russia"), (said["date"], said["known_on"], said["subject"]))
        distant, = rows_of("version", "X002b", said["statements"])
        self.assertEqual(("Eurasia Daily Monitor (Jamestown), 2025-06-24", "2025-06-24"), (distant["said_by"], distant["published"]))
        text = chorsu("asof", "2025-06-24", "russia").stdout
        for words in ("level 5", "Eurasia Daily Monitor", "Recognition distant", "2025-06-24"):
            self.assertIn(words, " ".join(text.split()))

    def test_after(self):
        text = " ".join(chorsu("asof", "2025-07-17", "russia").stdout.split())
        for words in ("level 7, recognition", "Castillo and Birch (Caspian Policy Center), 2025-07-17", "3 July 2025", "4 July announcement"):
            self.assertIn(words, text)
        recognised, = rows_of("engagement_level", "RUS", asof("2025-07-17", "russia")["statements"])
        self.assertEqual({"value": 7, "since": "2025-07-03", "source": "SEED-000", "confidence": "high"},
                         {key: recognised[key] for key in ("value", "since", "source", "confidence")})


class Words(unittest.TestCase):
    def test_ids_and_names_mean_the_same(self):
        first = asof("2025-07-17", "russia")["statements"]
        for word in ("RUS", "Russia", "st.rus", "Russian Federation"):
            self.assertEqual(first, asof("2025-07-17", word)["statements"], word)

    def test_partial_dates_are_their_first_day(self):
        self.assertEqual("2025-07-01", asof("2025-07", "china")["date"])
        self.assertEqual("2025-01-01", asof("2025", "china")["date"])

    def test_several_subjects(self):
        both = answer("asof", "2025-06-24", "kazakhstan", "torkham")
        self.assertEqual(["kazakhstan", "torkham"], both["subject"])
        self.assertTrue(rows_of("engagement_level", "KAZ", both["statements"]))
        self.assertTrue(rows_of("link_status", "road--torkham--peshawar", both["statements"]))

    def test_only_one_source(self):
        whole = [row for row in answer("asof", "2025-07-17", "russia")["statements"] if row["source"] == "SEED-003"]
        for word in ("SEED-003", "seed-003"):
            self.assertEqual(whole, answer("asof", "2025-07-17", "russia", "--source", word)["statements"])
        self.assertTrue(whole)
        published = answer("asof", "2025-07-17", "--source", "caspian policy center")["statements"]
        self.assertEqual({("SEED-002", "2025-07-17")}, {(row["source"], row["source_date"]) for row in published})
        parts = answer("timeline", "--source", "SEED-000")["statements"]
        self.assertLessEqual({"SEED-000-BLANK", "SEED-000-JAMAL"}, {row["source"] for row in parts})
        self.assertTrue(all(row["source"].startswith("SEED-000") for row in parts))

    def test_words_that_mean_nothing(self):
        for arguments, word in ((("2025-06-24", "rusia"), "Did you mean russia?"), (("2025-06-24", "torkam"), "Did you mean torkham?"),
                                (("2025-13", "russia"), "2025-11-30"), (("2025", "--known-on", "soon"), "--known-on"), (("2025", "--source", "SEED-03"), "Did you mean SEED-003?")):
            done = chorsu("asof", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn(word, done.stderr)

    def test_eighty_columns(self):
        for arguments in (("2025-07-17", "russia", "--all"), ("2025-11-01", "torkham"), ("2025-06-24",), ("2020", "kabul corridor")):
            done = chorsu("asof", *arguments)
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertLessEqual(widest(done.stdout), 80)


class Package(unittest.TestCase):
    """A copy of the package, changed."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.region = pathlib.Path(self.folder.name) / "region"
        shutil.copytree(REGION, self.region)

    def test_any_order_of_the_rows_gives_the_same_answers(self):
        questions = [("asof", "2025-06-24", "russia"), ("asof", "2025-12-01"), ("asof", "2024-05-01", "--known-on", "2024-02-01"),
                     ("timeline", "kazakhstan")]
        before = [chorsu(*question, "--json", "--region", self.region).stdout for question in questions]
        draw = random.Random(1)
        for table in DATED:
            rows = read(self.region / f"{table}.csv")
            draw.shuffle(rows)
            write(self.region / f"{table}.csv", rows)
        after = [chorsu(*question, "--json", "--region", self.region).stdout for question in questions]
        self.assertEqual(before, after)
        self.assertTrue(all(before))

    def test_a_correction_shows_from_the_day_it_was_known(self):
        rows = read(self.region / "statement.csv")
        told = next(row for row in rows if row["statement_id"] == "F095")
        rows.append(dict(told, statement_id="F095X", statement="Crocus attack killed", value="145", known_from="2025-09-01", corrects="F095"))
        write(self.region / "statement.csv", rows)
        for known_on, seen in (("", "F095X"), ("2025-09-01", "F095X"), ("2025-08-31", "F095")):
            found = {s["id"] for s in asof("2024-06-01", "crocus city hall", known_on, self.region)["statements"]}
            self.assertEqual({seen}, found & {"F095", "F095X"}, known_on)

    def test_a_corrected_step_moves_the_level(self):
        rows = read(self.region / "engagement_event.csv")
        told = next(row for row in rows if row["actor"] == "RUS" and row["step"] == "formal_recognition")
        rows.append(dict(told, event_id="EX1", level_after="6", known_from="2025-08-01", corrects=told["event_id"]))
        for row in rows:  # levels after it follow
            if row["actor"] == "RUS" and row["date"] > "2025-07-03":
                row["level_before"] = row["level_after"] = "6"
        write(self.region / "engagement_event.csv", rows)
        for known_on, level in (("", 6), ("2025-08-01", 6), ("2025-07-31", 7)):
            found, = rows_of("engagement_level", "RUS", asof("2025-07-20", "russia", known_on, self.region)["statements"])
            self.assertEqual(level, found["value"], known_on)

    def test_levels_that_do_not_follow_are_found(self):
        rows = read(self.region / "engagement_event.csv")
        gone = next(row for row in rows if row["actor"] == "CHN" and row["level_after"] == "5" and row["level_before"] == "4")
        write(self.region / "engagement_event.csv", [row for row in rows if row is not gone])
        done = chorsu("check", self.region)
        self.assertEqual(3, done.returncode)
        self.assertIn("engagement_event.csv", done.stdout)
        self.assertIn("the steps of CHN before it lead to 4", done.stdout)


class Timeline(unittest.TestCase):
    def test_the_story_in_order(self):
        story = answer("timeline", "russia")["statements"]
        days = [s["since"] for s in story]
        self.assertEqual(sorted(days), days)
        self.assertIn("2025-07-03", days)

    def test_for_people(self):
        done = chorsu("timeline", "russia")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("Level of engagement, Russia", done.stdout)
        self.assertRegex(done.stdout, r"(?m)^  7  .*#")
        self.assertRegex(done.stdout, r"(?m)^  2019-05-28\.\.30\n {14}event ")  # too long for its column
        self.assertRegex(done.stdout, r"(?m)^ +2021 .* 2026 *$")  # as far as levels are known

    def test_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "russia")
            for _ in range(2):
                done = chorsu("timeline", "torkham", "russia", "--out", out)
                self.assertEqual(0, done.returncode, done.stderr)
                files = {name: pathlib.Path(out, name).read_bytes() for name in os.listdir(out)}
                self.assertEqual({"timeline.html", "timeline.svg", "timeline.csv"}, set(files))
            drawing = files["timeline.svg"].decode()
            self.assertIn("level 7. Russia recognises", drawing)
            self.assertNotIn("http", drawing.replace("http://www.w3.org/2000/svg", ""))
            rows = list(csv.DictReader(files["timeline.csv"].decode().splitlines()))
            self.assertEqual(len(answer("timeline", "torkham", "russia")["statements"]), len(rows))

    def test_nothing_dated(self):
        self.assertEqual(1, chorsu("timeline", "road--spin-boldak--chaman").returncode)


if __name__ == "__main__":
    unittest.main()
