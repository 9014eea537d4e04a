"""How far states are engaged with Kabul short of recognition, in one number: rungs, meetings, and who has which share."""
import unittest

from dated import LAST_DAY, RECOGNITION, Dated
from package import ADDED, GONE, gone, moved, table
from questions import sabotage

POWERS = ("RUS", "CHN", "IRN", "IND", "PAK", "USA")
ROUNDS = {"N004": "2018-11-09", "N005": "2019-02-05", "N006": "2019-05-28", "N007": "2021-03-18"}


def weighs(kind, name, value):
    """An edit: something counts another weight."""
    return ("engagement_weight", lambda row: (row["kind"], row["name"]) == (kind, name), {"value": value, "value_low": "0", "value_high": "1"})


class Index(Dated):
    def weights(self, kind):
        return {row["name"]: float(row["value"]) for row in table("engagement_weight", self.package) if row["kind"] == kind}

    def completed(self, day, actor, level):
        """Share of each rung below recognition, by the steps and rounds that are told."""
        contact = self.weights("contact")
        told = [row for row in self.asof(day) if row["what"] == "step" and row["about"] == actor and row["since"] <= day]
        meetings = sum(contact.get(row["value"], 0.0) for row in told) + (1.0 if level > 0 else 0.0)
        if actor == "RUS":
            meetings += self.weights("early")["fo.intra_afghan"] * sum(when <= day for when in ROUNDS.values())
        half, = self.weights("half").values()
        return [meetings / (meetings + half)] + [float(rung <= level) for rung in range(2, RECOGNITION)]

    @sabotage("package spoilt", weighs("rung", "3", "0.3"), ("engagement_weight", lambda row: row["name"] == "6", {"value": "0", "value_low": "0"}),
              ("statement", lambda row: row["statement_id"] in ROUNDS, {"subjects": "ag.taliban;pl.moscow"}))
    def test_lg_defacto(self):
        """The index of every state is the weighted sum of its rungs below recognition, and never reaches recognition, not with all of them."""
        rungs = [weight for _, weight in sorted(self.weights("rung").items())]
        self.assertEqual(RECOGNITION - 1, len(rungs))
        self.assertLess(sum(rungs), 1.0)
        for day in ("2021-09-30", "2024-06-30", LAST_DAY):
            answers = self.asof(day)
            levels = {row["about"]: row["value"] for row in answers if row["what"] == "engagement_level"}
            indices = {row["about"]: row for row in answers if row["what"] == "engagement_index"}
            self.assertEqual(set(levels), set(indices))
            for actor, row in indices.items():
                done = self.completed(day, actor, levels[actor])
                self.assertAlmostEqual(sum(x * y for x, y in zip(rungs, done)), row["value"], places=9, msg=(day, actor))
                self.assertAlmostEqual(sum(part["amount"] for part in row["parts"]), row["value"], places=9)
                self.assertTrue(0.0 <= row["value"] < 1.0, row)
        self.assertEqual(RECOGNITION, self.level(LAST_DAY, "RUS"))

    def met(self, subject, fact, step, actor, day, eve):
        """What is told of the subject is a step that raises the index and touches neither level nor listing."""
        self.assertIn(fact, {row["id"] for row in self.asof(LAST_DAY, subject)})
        self.assertEqual({step}, self.steps(day, actor) - self.steps(eve, actor))
        self.assertGreater(self.engaged(day, actor), self.engaged(eve, actor) + 1e-3)
        self.assertGreater(self.engaged(day, actor), self.engaged(day, actor, gone(step)) + 1e-3)
        self.assertEqual(self.level(eve, actor), self.level(day, actor))
        self.assertLess(self.level(day, actor), RECOGNITION)
        self.assertEqual(self.listing(eve, actor), self.listing(day, actor))

    @sabotage("package spoilt", weighs("contact", "hosted_visit", "0"))
    def test_fo_astana(self):
        """The envoys at the forum raise Kazakhstan's index; its level and its listing stay."""
        self.met("fo.astana", "F108", "EE114", "KAZ", "2025-05-29", "2025-05-28")

    @sabotage("package spoilt", weighs("contact", "minister_visit", "0"))
    def test_or_kaz_mfa(self):
        """The minister's visit of July 2025 raises Kazakhstan's index, and the rung of recognition stays."""
        self.met("or.kaz_mfa", "F109", "EE123", "KAZ", "2025-07-10", "2025-07-09")

    @sabotage("package spoilt", weighs("contact", "conference", "0"))
    def test_fo_moscowformat(self):
        """The Taliban at the Moscow Format of 2021 raise Russia's index, years before the delisting, and its legal rung stays."""
        self.met("fo.moscowformat", "N008", "EE036", "RUS", "2021-10-20", "2021-10-19")
        self.assertEqual(["listed"], self.listing("2021-10-20", "RUS"))

    @sabotage("package spoilt", weighs("early", "fo.intra_afghan", "1"))
    def test_fo_intra_afghan(self):
        """The rounds before 2021 stand by date in Russia's history, and each counts less than a meeting since."""
        told = {row["id"]: row["since"] for row in self.timeline("fo.intra_afghan")}
        self.assertEqual(ROUNDS, {one: told.get(one) for one in ROUNDS})
        self.assertLessEqual(set(ROUNDS), {row["id"] for row in self.timeline("st.rus")})
        eve = "2021-08-14"
        for one in ROUNDS:
            self.assertGreater(self.engaged(eve, "RUS"), self.engaged(eve, "RUS", gone(one)), one)
        early, = self.weights("early").values()
        self.assertLess(early, min(self.weights("contact").values()))

    def contest(self, day, powers):
        """How contested Kabul is when only some of the powers have ever taken a step."""
        others = set(POWERS) - set(powers)
        edits = (("engagement_event", lambda row: row["actor"] in others, GONE), ("statement", lambda row: row["statement_id"] in ROUNDS, GONE)) \
            if others else ()
        return self.row(self.asof(day, edits=edits), "contest.AFG")["value"]

    @sabotage("package spoilt", ("engagement_weight", lambda row: row["kind"] == "power" and row["name"] != "RUS", GONE))
    def test_pr_rivalry_afg(self):
        """Kabul is not contested where one power deals with it, and more with each that joins."""
        contested = [self.contest("2025-01-01", POWERS[:count]) for count in (1, 2, 3, 4)]
        self.assertEqual(0.0, contested[0])
        for fewer, more in zip(contested, contested[1:]):
            self.assertGreater(more, fewer + 0.01, contested)

    @sabotage("package spoilt", ("engagement_weight", lambda row: row["kind"] == "rung" and row["name"] in "345", {"value": "0", "value_low": "0"}))
    def test_pr_west_vacuum(self):
        """The shares of Kabul's partners add up to one; a Western embassy takes from those of Russia and China."""
        day = "2024-06-30"
        back = ("engagement_event", ADDED, [{"event_id": "EE999", "date": "2024-01-15", "date_earliest": "2024-01-15", "date_latest": "2024-01-15",
                                             "precision": "day", "actor": "EU", "counterpart": "AFG", "step": "ambassador_appointed",
                                             "level_before": "2", "level_after": "5", "known_from": "2024-01-15", "known_basis": "publication",
                                             "statement": "A test", "also": "", "source": "GK"}])
        later = ("engagement_event", lambda row: row["actor"] == "EU" and row["date"] > "2024-01-15" and row["event_id"] != "EE999",
                 {"level_before": "5", "level_after": "5"})
        shares = []
        for edits in ((), (back, later)):
            told = {row["about"]: row["value"] for row in self.asof(day, edits=edits) if row["what"] == "partner_share"}
            self.assertAlmostEqual(1.0, sum(told.values()), places=9)
            shares.append(told)
        self.assertGreater(shares[1]["EU"], shares[0]["EU"] + 0.01)
        for actor in ("RUS", "CHN"):
            self.assertLess(shares[1][actor], shares[0][actor] - 1e-3, actor)


if __name__ == "__main__":
    unittest.main()
