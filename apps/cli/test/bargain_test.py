"""`chorsu bargain` on actors in KTAB's form."""
import csv
import json
import os
import pathlib
import re
import tempfile
import unittest

from page import Page
from program import chorsu, widest

ACTORS = """Border talks,"Who opens what, and how far",4,2,,,
Actor,Description,Power,Engagement,EngSal,Rail,RailSal
Uzbekistan,north,80,90,60,40,30
Kabul,,50.5,100,55,70,45
Pakistan,south,120,20,20,100,10
Tajikistan,,30,5,80,50,20
"""
KTAB = pathlib.Path(os.environ.get("CHORSU_SHARED", "../shared")) / "data" / "ktab"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Bargain(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.actors = self.write(ACTORS)

    def write(self, text, name="actors.csv"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def answer(self, *options):
        done = chorsu("bargain", self.actors, "--json", *options)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return json.loads(done.stdout)

    def test_for_machines(self):
        answer = self.answer()
        self.assertEqual(["Uzbekistan", "Kabul", "Pakistan", "Tajikistan"], answer["actors"])
        self.assertEqual(["Engagement", "Rail"], answer["dimensions"])
        first = answer["turns"][0]
        self.assertEqual([[90, 40], [100, 70], [20, 100], [5, 50]], first["positions"])
        self.assertAlmostEqual(1.0, sum(first["win_probability"]), places=9)
        self.assertTrue(answer["settled"])
        self.assertEqual([], answer["turns"][-1]["challenges"])
        self.assertNotIn("files", answer)

    def test_the_files_say_what_the_answer_says(self):
        out = self.folder / "out"
        answer = self.answer("--out", out)
        self.assertEqual({"positions.csv", "challenges.csv", "bargain.html"}, {p.name for p in out.iterdir()})
        table = rows(answer["files"]["positions"])
        self.assertEqual(["turn", "actor", "dimension", "position", "win_probability"], list(table[0]))
        self.assertEqual(len(answer["turns"]) * 4 * 2, len(table))
        for row in table:
            turn = answer["turns"][int(row["turn"])]
            actor = answer["actors"].index(row["actor"])
            dimension = answer["dimensions"].index(row["dimension"])
            self.assertEqual(turn["positions"][actor][dimension], float(row["position"]))
            self.assertEqual(turn["win_probability"][actor], float(row["win_probability"]))

    def test_who_moves_takes_a_bargain(self):
        """positions.csv follows from challenges.csv."""
        out = self.folder / "out"
        answer = self.answer("--out", out)
        after = {(row["turn"], row["actor"], row["dimension"]): row["position"]
                 for row in rows(answer["files"]["positions"])}
        taken = {}
        for row in rows(answer["files"]["challenges"]):
            for side in ("from", "to"):
                if row[f"{side}_takes_it"] == "1":
                    taken[row["turn"], row[side], row["dimension"]] = row[f"{side}_moves_to"]
        self.assertTrue(taken)
        for turn in range(1, len(answer["turns"])):
            before = {key[1:]: position for key, position in after.items() if key[0] == str(turn - 1)}
            for (actor, dimension), position in before.items():
                expected = taken.get((str(turn - 1), actor, dimension), position)
                self.assertEqual(expected, after[str(turn), actor, dimension])

    def test_the_page_loads_nothing_and_names_everybody(self):
        out = self.folder / "out"
        self.answer("--out", out)
        text = (out / "bargain.html").read_text(encoding="utf-8")
        page = Page(text)
        self.assertEqual([], page.requests)
        self.assertIn("default-src 'none'", page.policy)
        self.assertEqual(3, text.count("<svg "))  # two dimensions, and chances
        self.assertEqual(3 * 4, text.count("<polyline "))
        for name in ("Uzbekistan", "Kabul", "Pakistan", "Tajikistan"):
            self.assertEqual(3, len(re.findall(rf"<title>{name}:", text)))
        self.assertIn("no calendar", text)

    def test_names_from_outside_are_no_markup(self):
        self.actors = self.write(ACTORS.replace("Tajikistan", "<b>T&J</b>").replace("Rail,", "<i>R,"))
        self.answer("--out", self.folder / "out")
        text = (self.folder / "out" / "bargain.html").read_text(encoding="utf-8")
        self.assertNotIn("<b>", text)
        self.assertNotIn("<i>", text)
        self.assertIn("&lt;b&gt;T&amp;J&lt;/b&gt;", text)

    def test_the_same_bytes_twice(self):
        for name in ("one", "two"):
            self.answer("--out", self.folder / name)
        for name in ("positions.csv", "challenges.csv", "bargain.html"):
            self.assertEqual((self.folder / "one" / name).read_bytes(), (self.folder / "two" / name).read_bytes())

    def test_the_terminal_shows_first_and_last_turn_in_eighty_columns(self):
        answer = self.answer()
        done = chorsu("bargain", self.actors)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("no calendar", " ".join(done.stdout.split()))
        last = len(answer["turns"]) - 1
        heads = re.findall(r"(?m)^Turn +0 .* (\d+)$", done.stdout)
        self.assertEqual([str(last)] * 3, heads)
        kabul = re.findall(r"(?m)^Kabul +([\d.]+) .*?([\d.]+)$", done.stdout)
        self.assertEqual(("100.0", f"{answer['turns'][-1]['positions'][1][0]:.1f}"), kabul[0])
        self.assertEqual(f"{answer['turns'][-1]['win_probability'][1]:.4f}", kabul[2][1])

    def test_long_names_and_many_actors_stay_in_eighty_columns(self):
        many = "\n".join(f"Actor with a very long name number {i},,{i + 1},{i},50,{100 - i},50" for i in range(40))
        head = "Talks " * 30 + ",,40,2\nActor,D,P," + "Long dimension " * 8 + ",s,Other,t\n"
        self.actors = self.write(head + many + "\n")
        done = chorsu("bargain", self.actors)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("10 actors with less capability are not shown", done.stdout)

    def test_end_positions_on_the_ladder(self):
        answer = self.answer("--ladder", "Engagement")
        end = [actor[0] for actor in answer["turns"][-1]["positions"]]
        self.assertEqual("Engagement", answer["ladder"]["dimension"])
        for level, position in zip(answer["ladder"]["levels"], end, strict=True):
            self.assertAlmostEqual(7 * position / 100, level, places=9)

    def test_an_unknown_dimension_is_answered_by_the_nearest(self):
        done = chorsu("bargain", self.actors, "--ladder", "Engagment")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("did you mean 'Engagement'?", done.stderr)

    def test_not_settled_is_an_answer_too(self):
        done = chorsu("bargain", self.actors, "--turns", "1", "--json")
        self.assertEqual(1, done.returncode)
        self.assertIn("not settled after 1 turn", done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual((2, False), (len(answer["turns"]), answer["settled"]))

    def test_wrong_usage(self):
        for arguments, words in (
                (["nowhere.csv"], "no such file: nowhere.csv"),
                ([], "actors"),
                ([self.actors, "--turns", "0"], "--turns"),
                ([self.actors, "--quiet", "2"], "--quiet"),
                ([self.actors, "--out", self.actors], "--out")):
            done = chorsu("bargain", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), done.stderr)
            self.assertIn(words, done.stderr)

    def test_bad_data_leaves_no_files(self):
        self.actors = self.write(ACTORS.replace("80,90,60", "80,190,60"))
        done = chorsu("bargain", self.actors, "--out", self.folder / "out")
        self.assertEqual((3, ""), (done.returncode, done.stdout))
        self.assertIn(":3:Engagement: error: 190 is too high. Write a number from 0 to 100.", done.stderr)
        self.assertFalse((self.folder / "out").exists())

    def test_warnings_do_not_stop_it(self):
        self.actors = self.write(ACTORS.replace(",4,2,,,", ",4,2,0,,"))
        done = chorsu("bargain", self.actors, "--json")
        self.assertEqual(0, done.returncode)
        self.assertIn("warning", done.stderr)
        self.assertEqual(4, len(json.loads(done.stdout)["actors"]))

    def test_the_log_of_ktab(self):
        """C8 from outside: all 308 printed values."""
        if not KTAB.is_dir():
            self.skipTest(f"{KTAB} is not here: KTAB's reference log is not part of Chorsu")
        self.actors = KTAB / "dummyData_3Dim.csv"
        answer = self.answer()
        seen = 0
        for line in (KTAB / "dummyData_3Dim.reference.txt").read_text(encoding="utf-8").splitlines():
            head, values = line.split(":")
            name, what = (word.strip() for word in head.split(","))
            actor = answer["actors"].index(name)
            for turn, value in zip(answer["turns"], values.split(), strict=True):
                ours = (f"{turn['win_probability'][actor]:.4f}" if what == "prob" else
                        f"{turn['positions'][actor][answer['dimensions'].index(what)]:.1f}")
                self.assertEqual(value, ours, line)
                seen += 1
        self.assertEqual(308, seen)


if __name__ == "__main__":
    unittest.main()
