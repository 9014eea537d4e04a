"""States' steps towards Kabul, their replay, and what one state's recognition does to others' chances."""
import math
import unittest

from dated import LAST_DAY, RECOGNITION, Dated
from lab import program
from package import GONE, gone, moved, table
from questions import sabotage

ENVOY = 4  # a charge d'affaires or more is accepted
WAITING = ("KAZ", "KGZ", "TKM", "UZB")
TOLD_STEPS = {  # what the articles say happened -> actor and step of the replay
    "F104": ("KAZ", "delisted"), "F105": ("KGZ", "delisted"), "F106": ("RUS", "delisted"), "F107": ("CHN", "ambassador_accredited"),
    "F070": ("RUS", "formal_recognition"), "F109": ("KAZ", "minister_visit"), "F120": ("RUS", "legal_step"), "F121": ("RUS", "delisted"),
    "F122": ("RUS", "legal_step"), "F140": ("RUS", "conference")}


class Replay(Dated):
    @sabotage("package spoilt", moved("EE124", "2025-09-15"))
    def test_st_kgz(self):
        """In July 2025 Kyrgyzstan has struck the Taliban from its list and has their envoy."""
        self.assertEqual(["delisted"], self.listing("2025-07-31", "KGZ"))
        self.assertGreaterEqual(self.level("2025-07-31", "KGZ"), ENVOY)

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F149", {"subjects": "ev.iran_bombing;st.irn;st.usa"}))
    def test_st_isr(self):
        """The record of the bombing of Iran names Israel and the United States as those who did it."""
        record, = [row for row in self.asof("2025-06-30", "ev.iran_bombing") if row["what"] == "event"]
        self.dated_and_sourced(record)
        for actor in ("st.isr", "st.usa"):
            self.assertEqual(record, self.row(self.asof("2025-06-30", actor), record["id"]))

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F127", {"subjects": "pe.oblov;st.rus"}))
    def test_st_uae(self):
        """The approach of 1998 is an entry that was rebuffed, and Russia's level is the same without it."""
        entry = self.row(self.timeline("st.uae"), "F127")
        self.assertEqual("1998", entry["since"][:4])
        self.assertIn("refused", entry["text"])
        self.assertEqual(entry, self.row(self.timeline("st.rus"), "F127"))
        for day in ("2021-08-15", "2024-01-01", LAST_DAY):
            self.assertEqual(self.level(day, "RUS"), self.level(day, "RUS", gone("F127")))

    @sabotage("package spoilt", ("designation", lambda row: row["designation_id"] == "ED011",
                                 dict.fromkeys(("date", "date_earliest", "date_latest", "known_from"), "2025-03-31")))
    def test_or_rus_sc(self):
        """Russia's listing holds through every earlier step, and ends with the ruling of 17 April 2025."""
        ruling, = [row for row in self.asof(LAST_DAY, "st.rus") if row["what"] == "step" and row["value"] == "delisted"]
        self.assertEqual("2025-04-17", ruling["since"])
        self.assertIn("Supreme Court", ruling["text"])
        earlier = {row["since"] for row in self.asof(LAST_DAY, "st.rus") if row["what"] == "step" and row["since"] < ruling["since"]}
        self.assertGreater(len(earlier), 10)
        for day in sorted(earlier) + ["2025-04-16"]:
            self.assertEqual(["listed"], self.listing(day, "RUS"), day)
        self.assertEqual(["ban_suspended"], self.listing("2025-04-17", "RUS"))
        bare = self.asof(LAST_DAY, "st.rus", edits=gone("ED011"))
        self.assertEqual(["listed"], [row["value"] for row in bare if row["what"] == "designation"])

    @sabotage("package spoilt", *gone("F131"))
    def test_or_rus_embassy_kabul(self):
        """Russia's embassy works in Kabul from 2021, years before any recognition."""
        embassy = self.row(self.asof("2021-09-01", "or.rus_embassy_kabul"), "F131")
        self.assertEqual("2021", embassy["since"][:4])
        self.assertEqual(embassy, self.row(self.asof("2021-09-01", "st.rus"), "F131"))
        for day in ("2021-09-01", "2023-01-01", "2025-07-02"):
            self.assertTrue(0 < self.level(day, "RUS") < RECOGNITION)
            self.assertIn("F131", {row["id"] for row in self.asof(day, "or.rus_embassy_kabul")})
        self.assertEqual(RECOGNITION, self.level("2025-07-03", "RUS"))

    @sabotage("package spoilt", ("subject", lambda row: row["subject_id"] == "or.afg_embassies", {"belongs_to": "st.kaz;st.kgz;st.tkm;st.uzb;st.tjk"}))
    def test_or_afg_embassies(self):
        """In July 2025 the four states whose Afghan embassy has an envoy carry that entry, no other does, and their levels agree."""
        self.assertEqual([], [one for one in self.asof("2024-12-31", "or.afg_embassies") if one["id"] == "F111"])
        flagged = {row["subject_id"] for row in table("subject") if row["kind"] == "state" and row["actor"]
                   and "F111" in {one["id"] for one in self.asof("2025-07-17", row["subject_id"])}}
        self.assertEqual({"st.kaz", "st.kgz", "st.tkm", "st.uzb"}, flagged)
        self.assertEqual(4, self.row(self.asof("2025-07-17", "or.afg_embassies"), "F111")["amount"])
        for actor in WAITING:
            self.assertTrue(ENVOY <= self.level("2025-07-17", actor) < RECOGNITION, actor)
        self.assertLess(self.level("2025-07-17", "TJK"), ENVOY)

    @sabotage("package spoilt", ("stance", lambda row: row["statement_id"] == "F037", {"value": "0.5", "value_high": "1"}))
    def test_fo_csto(self):
        """What is told of Tajikistan has the remark of June 2024 at the assembly, with how it stands towards Afghanistan."""
        rows = self.asof(LAST_DAY, "st.tjk")
        remark = self.row(rows, "F037")
        self.assertEqual("2024-06", remark["since"][:7])
        self.assertEqual(remark, self.row(self.asof(LAST_DAY, "fo.csto"), "F037"))
        stance, = (row for row in rows if row["id"] == "stance.F037")
        self.assertEqual(("st.tjk", "st.afg", remark["since"]), (stance["about"], stance["text"], stance["since"]))
        self.assertTrue(-1.0 <= stance["value"] < -0.3, stance)
        self.assertTrue(stance["source"] and stance["confidence"], stance)

    @sabotage("package spoilt", moved("EE094", "2024-10-08"))
    def test_lg_envoy(self):
        """Taking an envoy and recognising are asked about by day: four states do the one, Russia years later the other."""
        taken = {"CHN": ("2024-01-29", "2024-01-30"), "KAZ": ("2024-08-20", "2024-08-21"), "UZB": ("2024-10-08", "2024-10-09"),
                 "RUS": ("2022-04-05", "2022-04-06")}
        for actor, (eve, day) in taken.items():
            self.assertLess(self.level(eve, actor), self.level(day, actor))
            self.assertTrue(ENVOY <= self.level(day, actor) < RECOGNITION, actor)
        for actor in taken:
            self.assertEqual(actor == "RUS", self.level(LAST_DAY, actor) == RECOGNITION, actor)
        self.assertLess(self.level("2025-07-02", "RUS"), RECOGNITION)
        self.assertEqual(RECOGNITION, self.level("2025-07-03", "RUS"))

    @sabotage("package spoilt", *gone("EE107", "EE099", "EE078"))
    def test_pr_stepladder(self):
        """Every state stands on one level on every day, with the step that put it there, and the articles' steps are met again."""
        for day in ("2021-08-15", "2023-06-01", "2025-07-17", LAST_DAY):
            levels = [row for row in self.asof(day) if row["what"] == "engagement_level"]
            self.assertEqual(sorted({row["about"] for row in levels}), sorted(row["about"] for row in levels))
            for row in levels:
                self.assertIn(row["value"], range(8))
                self.assertLessEqual(row["since"], day)
        steps = [row for row in self.asof(LAST_DAY) if row["what"] == "step"]
        for fact, (actor, step) in TOLD_STEPS.items():
            told = self.row(self.timeline(), fact)
            self.assertTrue([row for row in steps if (row["about"], row["value"]) == (actor, step)
                             and row["earliest"] <= told["latest"] and told["earliest"] <= row["latest"]], fact)

    @sabotage("package spoilt", *gone("EE112", "EE113", "EE133"))
    def test_pr_nonwest_arch(self):
        """Formats that the Taliban attend are more in 2025 than in 2021 and in any year between: forums by what is told, conferences by steps."""
        taliban = {row["id"]: row for row in self.timeline("ag.taliban") if row["what"] == "event"}
        forums = [row["subject_id"] for row in table("subject") if row["kind"] in ("forum", "organisation")]
        met = {(forum, taliban[row["id"]]["since"][:4]) for forum in forums for row in self.timeline(forum) if row["id"] in taliban}
        held = [row["since"][:4] for row in self.asof("2025-12-31") if row["what"] == "step" and row["value"] == "conference"
                and any(one in row["text"] for one in ("Taliban", "Muttaqi"))]
        for years in ([year for _, year in met], held):
            count = {year: years.count(str(year)) for year in range(2021, 2026)}
            self.assertGreater(count[2021], 0)
            self.assertGreater(count[2025], max(count[year] for year in range(2021, 2025)), count)


def odds(chance):
    return chance / (1.0 - chance)


class Chances(Dated):
    """What a recognition by one state does to the chances of others, by the model of the ladder."""

    def forecast(self, by, *arguments, edits=()):
        return program("forecast", "recognition", "--by", by, *arguments, "--json", "--region", self.differing(edits))

    def rises(self, by, condition, terms="gate"):
        """Changes in the chance of recognition by a day."""
        figures = self.forecast(by, "--if", condition, *(["--with", terms] if terms else []))
        change, = [one for one in figures["if"]["changes"] if one["terms"] == figures["terms"]]
        return figures, {actor: one["7"]["p"] for actor, one in change["states"].items()}

    @sabotage("package spoilt", ("ladder_gate", lambda row: row["waits_for"] == "CHN", GONE))
    def test_st_chn(self):
        """China's recognition, set to a day, raises the chances of the four that wait for it."""
        _, rise = self.rises("2027-12-31", "CHN=7@2027-01-01")
        for actor in WAITING:
            self.assertGreater(rise[actor], 0.005, actor)
        self.assertLess(abs(rise["TJK"]), 1e-6)

    @sabotage("package spoilt", ("ladder_gate", lambda row: row["waits_for"] == "ARE", GONE))
    def test_st_gulf(self):
        """A recognition in the Gulf raises the odds of the four by a factor within the range that was elicited."""
        figures, rise = self.rises("2026-12-31", "ARE=7@2026-07-01")
        gate, = [row for row in table("ladder_prior") if row["parameter"] == "gate"]
        for actor in WAITING:
            before = figures["states"][actor]["7"]["p"]
            factor = math.log(odds(before + rise[actor]) / odds(before))
            self.assertTrue(float(gate["value_low"]) < factor < float(gate["value_high"]), (actor, factor))

    @sabotage("package spoilt", ("ladder_setting", lambda row: row["setting"].startswith("peer_"),
                                 dict.fromkeys(("value", "value_low", "value_high"), "0")))
    def test_pr_recogcascade(self):
        """With the effect of peers a first recognition brings others sooner and in another order; without it nobody minds."""
        condition = "CHN=7@2027-01-01"
        alone, without = self.rises("2028-12-31", condition, "")
        figures, rise = self.rises("2028-12-31", condition, "peers")
        others = set(rise) - {"CHN", "RUS"}
        self.assertEqual({0.0}, {without[actor] for actor in others})
        sooner = {actor for actor in others if rise[actor] > 0.0005}
        self.assertGreater(len(sooner), 3, rise)

        def order(run, added):
            chances = {actor: run["states"][actor]["7"]["p"] + added[actor] for actor in others}
            return sorted(others, key=lambda actor: -chances[actor])
        self.assertNotEqual(order(alone, without), order(figures, rise))


if __name__ == "__main__":
    unittest.main()
