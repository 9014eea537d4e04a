"""Chances of a state's next step: what its law asks for, what presses on it, and how they run over time."""
import functools
import unittest

from dated import LAST_DAY, Dated
from lab import program
from package import PACKAGE, driver, gone, table
from questions import sabotage

NEIGHBOURS = ("UZB", "TJK", "KAZ", "KGZ", "TKM")
EVE = "2025-06-30"  # Russia has delisted and not recognised


@functools.lru_cache(maxsize=None)
def forecast_once(*arguments):
    return program("forecast", "recognition", *arguments, "--json")


def pushes(strain, value):
    """An edit: a strain pushes otherwise."""
    return ("strain_push", lambda row: row["strain"] == strain, {"value": value, "value_low": "-9", "value_high": "9"})


class Forecast(Dated):
    def forecast(self, by, *arguments, edits=(), known_on=""):
        package = self.differing(edits) if edits else self.package
        ask = forecast_once if package == PACKAGE else forecast_once.__wrapped__
        return ask("--by", by, *(["--known-on", known_on] if known_on else []), *arguments, "--region", package)

    def with_reasons(self):
        """The forecast as it is, with what adds up to each actor's chances."""
        actors = [row["actor_id"] for row in table("actor", self.package) if row["followed"] == "true"]
        return self.forecast("2027-06-30", "--why", ",".join(actors))

    def pushed(self, known_on="", by="2027-06-30", edits=(), **strains):
        sets = ",".join(f"{name.replace('__', '.')}={value}" for name, value in strains.items())
        return self.forecast(by, "--push", *(["--strain", sets] if sets else []), edits=edits, known_on=known_on)


class Law(Forecast):
    """Russia's way to a delisting."""

    asked = {}

    def delists(self, *without):
        """Russia's chance of a delisting as of 10 April 2025, had some things not happened."""
        key = (self.mode, without)
        if self.mode or key not in Law.asked:
            Law.asked[key] = self.forecast("2026-12-31", known_on="2025-04-10", edits=gone(*without) if without else ())["delists"]["RUS"]["p"]
        return Law.asked[key]

    @sabotage("package spoilt", ("delisting_path", lambda row: row["subject"] == "lg.mechanism", {"subject": "or.rus_pg"}))
    def test_lg_mechanism(self):
        """Without the mechanism of May 2024 Russia delists in no future, whatever else has happened."""
        self.assertGreater(self.delists(), 0.05)
        self.assertEqual(0.0, self.delists("F122"))

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F122", {"subjects": "st.rus;lg.mechanism"}))
    def test_or_rus_mfa(self):
        """The ministries' mechanism is what makes a delisting a legal move: never without it, and that they made it is told."""
        made = self.row(self.asof("2024-06-30", "or.rus_mfa"), "F122")
        self.assertEqual("2024-05", made["since"][:7])
        self.assertEqual(made, self.row(self.asof("2024-06-30", "lg.mechanism"), "F122"))
        self.assertEqual(0.0, self.delists("F122"))
        self.assertGreater(self.delists(), 0.05)

    @sabotage("package spoilt", ("delisting_path", lambda row: row["subject"] == "or.rus_pg", {"subject": "lg.mechanism", "seq": "3"}))
    def test_or_rus_pg(self):
        """The petition of 31 March 2025 raises the chance of a delisting, which cannot come without it."""
        petition = self.row(self.asof(LAST_DAY, "or.rus_pg"), "F120")
        self.assertEqual("2025-03-31", petition["since"])
        self.assertGreater(self.delists(), self.delists("F120") + 0.05)
        self.assertEqual(0.0, self.delists("F120"))


class Curves(Forecast):
    @sabotage("package spoilt", ("ladder_draw", lambda row: True, {"numbers": lambda row: ";".join(["3"] * len(row["numbers"].split(";")))}))
    def test_lg_recognition(self):
        """Every state has a curve of not having recognised by each month, the hazard in it, and what adds up to that."""
        actors = [row["actor_id"] for row in table("actor", self.package) if row["followed"] == "true"]
        figures = self.with_reasons()
        self.assertEqual(set(actors), set(figures["survival"]))
        for actor, curve in figures["survival"].items():
            self.assertEqual(["2026-07", "2027-06"], [curve[0]["month"], curve[-1]["month"]])
            left = 0.0 if figures["now"][actor] == 7 else 1.0
            for month in curve:
                self.assertTrue(0.0 <= month["p"] <= left, (actor, month))
                if left > 0.0:
                    self.assertAlmostEqual(1.0 - month["p"] / left, month["hazard"], places=9)
                left = month["p"]
            self.assertAlmostEqual(1.0 - figures["states"][actor]["7"]["p"], left, places=9, msg=actor)
        for actor in ("CHN", "UZB", "KAZ"):
            self.assertTrue(0.5 < figures["survival"][actor][-1]["p"] < 1.0, actor)
            self.assertIn("recognition", figures["why"][actor]["recognition"])
            self.assertGreater(len(figures["why"][actor]["recognition"]), 2)


class Pushed(Forecast):
    """What the articles say moves states, switched on."""

    def chance(self, figures, actor="RUS"):
        return figures["states"][actor]["7"]["p"]

    def mean_wait(self, figures, actor="RUS"):
        """Months without recognition among those asked about."""
        return sum(month["p"] for month in figures["survival"][actor])

    def russia(self, edits=(), **strains):
        return self.pushed(EVE, "2026-12-31", edits, **strains)

    @sabotage("package spoilt", pushes("rus_harm", "0"))
    def test_ev_crocus(self):
        """Without the attack Russia's chances of a next step are lower."""
        self.assertIn("ag.isisk", {part["about"] for part in self.strain(EVE, "rus_harm")["parts"]})
        attack, = (row["incident_id"] for row in table("incident") if "Crocus" in row["place"])
        self.assertEqual(0.0, self.index(EVE, "rus_harm", gone(attack)))
        self.assertGreater(self.chance(self.russia()), self.chance(self.russia(edits=gone(attack))) + 1e-3)

    @sabotage("package spoilt", pushes("rus_rivalry", "0"))
    def test_fo_termez(self):
        """The session raises Russia's rivalry with Uzbekistan; cancelled, Russia's chances are lower."""
        self.assertGreater(self.index(EVE, "rus_rivalry"), self.index(EVE, "rus_rivalry", gone("F137")) + 0.1)
        self.assertGreater(self.chance(self.russia()), self.chance(self.russia(fo__termez=0)) + 1e-3)

    @sabotage("package spoilt", pushes("rus_rivalry", "0"))
    def test_pr_rus_uzb_rivalry(self):
        """A step up by Uzbekistan raises Russia's rivalry from that day, and with it the chances of Russia's next step."""
        self.assertGreater(self.index("2024-11-20", "rus_rivalry"), self.index("2024-11-19", "rus_rivalry") + 0.1)
        self.assertGreater(self.level("2024-11-20", "UZB"), self.level("2024-11-19", "UZB"))
        self.assertGreater(self.chance(self.russia()), self.chance(self.russia(st__uzb=0)) + 1e-3)

    @sabotage("package spoilt", pushes("rus_rivalry", "0"))
    def test_fo_peace_process(self):
        """Tashkent's mediation raises Russia's chances in the years after it."""
        autumn = "2021-09-30"
        self.assertGreater(self.index(autumn, "rus_rivalry"), self.index(autumn, "rus_rivalry", gone("N003")) + 0.05)
        moves = [self.pushed(autumn, "2023-12-31", **strains)["moves_up"]["RUS"]["p"] for strains in ({}, {"fo__peace_process": 0})]
        self.assertGreater(moves[0], moves[1] + 1e-3)

    @sabotage("package spoilt", pushes("rus_advocacy", "0"))
    def test_pe_kabulov(self):
        """Without his weight Russia's recognition comes later."""
        self.assertGreater(self.mean_wait(self.russia(pe__kabulov=0)), self.mean_wait(self.russia()) + 0.01)

    @sabotage("package spoilt", pushes("rus_cost", "0"))
    def test_pr_rus_debate(self):
        """A higher cost at home delays Russia's recognition, and leaves the costs and chances of all others as they are."""
        plain, dear = self.russia(), self.russia(pr__rus_debate=3)
        self.assertGreater(self.mean_wait(dear), self.mean_wait(plain) + 0.01)
        for actor in plain["states"]:
            if actor != "RUS":
                self.assertEqual(plain["states"][actor], dear["states"][actor], actor)

    @sabotage("package spoilt", driver("rus_partners", "lg.sanctions_russia", weight="0", weight_low="0"))
    def test_ec_sanct_divers(self):
        """With the sanctions lifted Russia's interest in new partners is less on every day since 2022, and the same before."""
        lifted = (driver("rus_partners", "lg.sanctions_russia", strength="0"),)
        self.assertIn("rus_partners", {row["id"] for row in self.asof(EVE, "ec.sanct_divers")})
        for day, less in (("2021-12-31", False), ("2022-03-01", True), (EVE, True)):
            self.assertEqual(less, self.index(day, "rus_partners", lifted) < self.index(day, "rus_partners") - 0.1, day)

    @sabotage("package spoilt", pushes("us_condition", "0"))
    def test_st_usa(self):
        """The more the United States insist, the lower the chances of those that listen; with nothing asked they are those without any push."""
        only = (("strain_push", lambda row: row["strain"] != "us_condition", {"value": "0", "value_low": "-9", "value_high": "9"}),)
        none, much = (self.pushed(edits=only, us_condition=strength) for strength in (0, 3))
        for actor in ("KAZ", "UZB", "TKM", "SAU"):
            self.assertGreater(self.chance(none, actor), self.chance(much, actor) + 1e-3, actor)
        self.assertEqual(self.with_reasons()["states"], none["states"])

    @sabotage("package spoilt", driver("hr_condition", "pr.multipolar", weight="0", weight_high="0"))
    def test_lg_hr_condition(self):
        """Its weight falls as the order becomes multipolar, which moves the chances of the states that hold it and of no other."""
        plain = self.index(LAST_DAY, "hr_condition")
        self.assertLess(self.index(LAST_DAY, "hr_condition", (driver("hr_condition", "pr.multipolar", strength="2"),)), plain - 0.1)
        holders, = (row["actors"].split(";") for row in table("strain_push") if row["strain"] == "hr_condition")
        full, less = self.pushed(), self.pushed(hr_condition=plain - 0.4)
        for actor, chance in full["moves_up"].items():
            self.assertEqual(actor in holders, chance["p"] < less["moves_up"][actor]["p"], actor)

    @sabotage("package spoilt", pushes("engage_cost", "0"))
    def test_pr_multipolar(self):
        """From 0 to 1 it lowers the cost of engaging Kabul for every state: whoever can still move is likelier to."""
        one, nought = (self.index(LAST_DAY, "engage_cost", (driver("engage_cost", "pr.multipolar", strength=strength),)) for strength in "10")
        self.assertLess(one, nought - 0.1)
        self.assertEqual(one, self.index(LAST_DAY, "engage_cost"))
        cheap, dear = self.pushed(), self.pushed(engage_cost=nought)
        for actor, level in cheap["now"].items():
            if level < 6:
                self.assertGreater(cheap["moves_up"][actor]["p"], dear["moves_up"][actor]["p"], actor)

    @sabotage("package spoilt", pushes("taliban_image", "0"))
    def test_pr_taliban_image(self):
        """An attack lowers the Taliban's image, and with it the chances of the neighbours."""
        self.assertLess(self.index("2024-03-22", "taliban_image"), self.index("2024-03-20", "taliban_image") - 0.01)
        image = self.index(LAST_DAY, "taliban_image")
        plain, worse = self.pushed(), self.pushed(taliban_image=1.0)
        self.assertGreater(image, 0.0)
        for actor in NEIGHBOURS:
            self.assertGreater(plain["moves_up"][actor]["p"], worse["moves_up"][actor]["p"], actor)
        for actor in ("RUS", "IND", "PAK"):
            self.assertEqual(plain["moves_up"][actor], worse["moves_up"][actor])

    @sabotage("package spoilt", pushes("tjk_threat", "0"))
    def test_ag_ansarullah(self):
        """Deployed by the Taliban, the group raises the threat that Tajikistan sees, and lowers its chances of a step."""
        off = (driver("tjk_threat", "ag.ansarullah", strength="0"),)
        self.assertGreater(self.index(LAST_DAY, "tjk_threat"), self.index(LAST_DAY, "tjk_threat", off) + 0.1)
        with_it, without = self.pushed(), self.pushed(ag__ansarullah=0)
        self.assertLess(with_it["moves_up"]["TJK"]["p"], without["moves_up"]["TJK"]["p"] - 1e-3)


if __name__ == "__main__":
    unittest.main()
