import csv
import pathlib
import tempfile
import unittest

from program import REGION, answer, chorsu, widest

BY = "2027-12-31"
IF = "CHN=7@2027-03-01"


def table(name):
    with open(REGION / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Forecast(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.plain = answer("forecast", "engagement", "--by", BY)
        cls.what_if = answer("forecast", "recognition", "--by", BY, "--with", "peers,gate", "--if", IF, "--why", "KAZ,Uzbekistan")
        done = chorsu("forecast", "recognition", "--by", BY, "--if", IF, "--why", "KAZ")
        cls.code, cls.text = done.returncode, done.stdout

    def test_every_followed_actor_has_every_level(self):
        followed = {row["actor_id"] for row in table("actor.csv") if row["followed"] == "true"}
        self.assertEqual(followed, set(self.plain["states"]))
        for levels in self.plain["states"].values():
            self.assertEqual([str(level) for level in range(1, 8)], list(levels))

    def test_chances_fall_with_the_level_and_are_certain_up_to_todays(self):
        for actor, levels in self.plain["states"].items():
            chances = [levels[str(level)] for level in range(1, 8)]
            for lower, higher in zip(chances, chances[1:]):
                self.assertGreaterEqual(lower["p"] + 1e-12, higher["p"], actor)
            for level, chance in enumerate(chances, start=1):
                self.assertTrue(0 <= chance["p"] <= 1 + 1e-12)
                self.assertLessEqual(chance["low"], chance["high"])
                if level <= self.plain["now"][actor]:
                    self.assertAlmostEqual(1, chance["p"])

    def test_past_skill_stands_beside_the_numbers(self):
        for result in (self.plain, self.what_if):
            self.assertEqual(["3", "6", "12"], list(result["hindcast"]))
            for score in result["hindcast"].values():
                self.assertTrue({"brier", "brier_constant", "log", "n", "reliability"} <= set(score))
                self.assertEqual(score["n"], sum(group["n"] for group in score["reliability"]))
        self.assertIn("Brier", self.text)
        self.assertIn("Reliability at 6 months", self.text)

    def test_survival_falls_to_what_the_chance_leaves(self):
        for actor, curve in self.what_if["survival"].items():
            left = [month["p"] for month in curve]
            self.assertEqual(sorted(left, reverse=True), left, actor)
            self.assertAlmostEqual(1 - self.what_if["states"][actor]["7"]["p"], left[-1], places=9)

    def test_strains_push_only_when_asked(self):
        for arguments, word in ((["--strain", "ag.isisk=0"], "--push"), (["--push", "--strain", "ag.isiks=0"], "ag.isiks"),
                                (["--push", "--strain", "ag.isisk"], "NAME=VALUE")):
            done = chorsu("forecast", "recognition", "--by", BY, *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertIn(word, done.stderr)

    def test_it_says_that_there_is_one_recognition_only(self):
        moves = [row for row in table("engagement_event.csv") if row["level_after"] == "7" and row["level_before"] != "7"]
        self.assertEqual(1, len(moves))
        self.assertEqual([{"actor": moves[0]["actor"], "date": moves[0]["date"]}], self.what_if["recognitions"])
        self.assertIn("The data contain one recognition only", self.text)

    def test_a_recognition_by_hand_holds_and_lowers_nobodys_chance(self):
        changes = {change["terms"]: change["states"] for change in self.what_if["if"]["changes"]}
        self.assertEqual({"none", "peers_gate"}, set(changes))
        base = self.what_if["states"]["CHN"]["7"]["p"]
        self.assertAlmostEqual(1, base + changes["peers_gate"]["CHN"]["7"]["p"], places=9)
        waiting = {row["actor"] for row in table("ladder_gate.csv")}
        for actor in waiting:
            self.assertGreater(changes["peers_gate"][actor]["7"]["p"], 0, actor)
        for actor, levels in changes["none"].items():
            if actor != "CHN":
                self.assertEqual(0, levels["7"]["p"], "with covariates only nobody follows")

    def test_terms_are_those_that_are_switched_on(self):
        kazakhstan = self.what_if["why"]["KAZ"]
        self.assertIn("first_mover", kazakhstan["climb"])
        self.assertNotIn("gate", kazakhstan["recognition"], "its gate is shut")
        self.assertIn("recognition", self.what_if["why"]["UZB"]["recognition"])
        self.assertEqual({}, self.what_if["why"]["UZB"]["climb"], "from level 6 recognition alone leads up")

    def test_text_fits_a_terminal(self):
        self.assertEqual(0, self.code)
        self.assertLessEqual(widest(self.text), 80)

    def test_threads_do_not_change_a_byte(self):
        one, two = (chorsu("forecast", "recognition", "--by", "2027", "--json", "--threads", n) for n in (1, 2))
        self.assertEqual(one.stdout, two.stdout)

    def test_a_forecast_of_the_past_knows_nothing_of_what_came(self):
        then = answer("forecast", "recognition", "--by", "2025-07-31", "--known-on", "2025-06-24")
        self.assertEqual([], then["recognitions"])
        russia = then["states"]["RUS"]["7"]["p"]
        self.assertTrue(0 < russia < 0.2, russia)

    def test_small_is_not_nothing_and_the_present_is_not_known_in_the_past(self):
        text = chorsu("forecast", "recognition", "--by", "2025-07-31", "--known-on", "2025-06-24").stdout
        self.assertRegex(text, r"(?m)^Tajikistan +1 +<0\.1 +<0\.1 ")
        self.assertNotRegex(text, r" 0-")
        self.assertNotIn("Coverage is thin", text)
        self.assertIn("Coverage is thin", self.text)


class Payoffs(unittest.TestCase):
    """What levels are worth to neighbours, as `chorsu forecast payoffs` solves it and the package ships it."""

    @classmethod
    def setUpClass(cls):
        cls.made = answer("forecast", "payoffs")

    def test_the_package_ships_what_the_program_makes(self):
        self.assertTrue(self.made["shipped"])
        self.assertFalse(self.made["out_of_date"])
        shipped = {(row["actor"], row["level"]): float(row["gain"]) for row in table("ladder_payoff.csv")}
        self.assertEqual(shipped.keys(), {(row["actor"], str(row["level"])) for row in self.made["payoffs"]})
        for row in self.made["payoffs"]:
            self.assertAlmostEqual(shipped[row["actor"], str(row["level"])], row["gain"], delta=0.002 + 0.02 * abs(row["gain"]))
            self.assertAlmostEqual(row["gain"], row["revenue"] + row["surplus"], places=9)

    def test_levels_are_those_of_the_rules_and_actors_their_neighbours(self):
        rules = {row["from_level"] for row in table("level_rule.csv") if row["measure"] == "level"}
        self.assertEqual(rules, {str(row["level"]) for row in self.made["payoffs"]})
        self.assertEqual({"UZB", "TKM", "TJK", "IRN", "PAK", "CHN"}, {row["actor"] for row in self.made["payoffs"]})

    def test_a_forecast_uses_them(self):
        worth = {row["actor"]: float(row["gain"]) for row in table("ladder_payoff.csv") if row["level"] == "3"}
        why = answer("forecast", "engagement", "--by", BY, "--why", "TJK,KAZ")["why"]
        payoff = why["TJK"]["climb"].get("payoff")
        self.assertIsNotNone(payoff)
        self.assertEqual(worth["TJK"] > 0, payoff["mean"] > 0)
        self.assertNotIn("payoff", why["KAZ"]["climb"], "no border of its own")


class Pull(unittest.TestCase):
    """Bargaining as a pull: its end positions on the first question draw moves up."""

    def forecast(self, *positions):
        rows = "".join(f"{name},,100,{position},90\n" for name, position in positions)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "actors.csv"
            path.write_text(f"Kabul,how far to go,{len(positions)},1\nActor,Description,Power,Far,FarSal\n{rows}", encoding="utf-8")
            return answer("forecast", "engagement", "--by", BY, "--why", "TJK", "--bargain", path)

    def test_who_ends_higher_moves_up_no_less(self):
        low = self.forecast(("Tajikistan", 5), ("Japan", 5))
        high = self.forecast(("TJK", 95), ("jpn", 95))
        plain = answer("forecast", "engagement", "--by", BY)
        for actor in ("TJK", "JPN"):
            for level in range(3, 8):
                chances = [result["states"][actor][str(level)]["p"] for result in (low, plain, high)]
                self.assertEqual(sorted(chances), chances, (actor, level))
        self.assertGreater(high["states"]["TJK"]["3"]["p"], low["states"]["TJK"]["3"]["p"])
        for actor in ("KAZ", "RUS", "UZB"):
            self.assertEqual(plain["states"][actor], high["states"][actor], "nothing draws it")
        self.assertGreater(high["why"]["TJK"]["climb"]["pull"]["mean"], 0)

    def test_actors_that_nobody_follows_draw_nobody(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "actors.csv"
            path.write_text("T,t,2,1\nActor,Description,Power,Far,FarSal\nRed,,1,10,50\nBlue,,1,90,50\n", encoding="utf-8")
            done = chorsu("forecast", "engagement", "--by", BY, "--bargain", path)
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("none of its actors is followed", done.stderr)


class Refused(unittest.TestCase):
    def refuse(self, word, *arguments):
        done = chorsu("forecast", *arguments)
        self.assertEqual(2, done.returncode, done.stderr)
        self.assertEqual("", done.stdout)
        self.assertIn(word, done.stderr)

    def test_wrong_words_are_named(self):
        self.refuse("--by", "recognition")
        self.refuse("lies before", "recognition", "--by", "2020-01-01")
        self.refuse("no such day", "recognition", "--by", "soon")
        self.refuse("ACTOR=LEVEL@DATE", "recognition", "--by", BY, "--if", "CHN=7")
        self.refuse("0 to 7", "recognition", "--by", BY, "--if", "CHN=8@2027-01-01")
        self.refuse("Did you mean 'China'?", "recognition", "--by", BY, "--if", "Chnia=7@2027-01-01")
        self.refuse("lies outside", "recognition", "--by", BY, "--if", "CHN=7@2031-01-01")
        self.refuse("'peers', 'gate'", "recognition", "--by", BY, "--with", "gates")
        self.refuse("not-there.csv", "recognition", "--by", BY, "--bargain", "not-there.csv")
        self.refuse("no actor", "recognition", "--by", BY, "--why", "XYZ")

    def test_a_past_forecast_needs_no_day(self):
        done = chorsu("forecast", "hindcast")
        self.assertEqual(0, done.returncode)
        self.assertLessEqual(widest(done.stdout), 80)
        for name in ("ladder", "constant", "logistic", "persistence", "shuffled"):
            self.assertIn(name, done.stdout)


if __name__ == "__main__":
    unittest.main()
