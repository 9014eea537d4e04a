"""What presses on borders and lines: quarrels, attacks, a bombing, an agreement, and what they do to a year's goods."""
import unittest

from dated import Dated
from lab import KT
from package import attack, centroids, gone, table
from questions import ask, lever, sabotage

WAGAH = "road--wagah--attari"
HAIRATAN = ("rail--galaba--hairatan", "road--galaba--hairatan")
TAJIK = ("road--sherkhan-bandar--nizhny-panj", "road--ishkashim--khorog")
IRAN_AFGHAN = "road--islam-qala--dogharun"
ROCKETS = ("I047", "I049", "I050")


class Pressed(Dated):
    """What strains do to a year's goods."""

    GIVEN = (attack("ag.jem", "st.ind", "2025-03-01"),)
    THROUGH = (WAGAH,)
    QUESTIONS = {
        "friends": ask("2025-01-01", lever("strain", "ind_pak", value=0.0)),
        "cool": ask("2025-01-01", lever("strain", "ind_pak", value=0.35)),
        "war_off": ask("2025-01-01", lever("strain", "ev.ukraine_war", value=0.0)),
        "class_off": ask("2025-06-01", lever("strain", "ag.kashmir", value=0.0)),
        "both_off": ask("2025-06-01", lever("strain", "ag.let", value=0.0), lever("strain", "ag.jem", value=0.0)),
        "no_rockets": ask("2022-07-10", lever("strain", "uzb_border", value=0.0)),
        "no_tajik_rockets": ask("2022-06-01", lever("strain", "tjk_border", value=0.0)),
        "no_bombing": ask("2025-06-20", lever("strain", "iran_harm", value=0.0)),
        "no_roadmap": ask("2021-06-01", lever("strain", "lapis_roadmap", value=0.0)),
        "later": ask("2025-12-01", *(lever("strain", one, value=0.0) for one in ("uzb_border", "tjk_border", "iran_harm", "lapis_roadmap"))),
    }

    def at_borders(self, name, corridor, what="tfi1"):
        """Hours (tfi1) or US$ a tonne (tfi2) at a border of a corridor's railway, with what presses and without."""
        change = self.answer(name).figures["corridors"][corridor][what]["rail"]
        return change["baseline"], change["scenario"]

    def presses(self, name, corridor, least=0.1):
        """What the strain adds at the borders of a corridor."""
        added = [with_it - without for with_it, without in (self.at_borders(name, corridor, what) for what in ("tfi1", "tfi2"))]
        self.assertGreater(min(added), least, (name, added))
        return added

    def presses_no_more(self, corridor):
        for what in ("tfi1", "tfi2"):
            with_it, without = self.at_borders("later", corridor, what)
            self.assertAlmostEqual(with_it, without, delta=1e-3, msg=(corridor, what))

    def by_wagah(self, name):
        india = centroids("IND")
        beyond = centroids("AFG", "KAZ", "UZB", "KGZ", "TJK", "TKM")
        return self.answer(name).through_both_ways(WAGAH, india, beyond)

    @sabotage("lever disabled")
    def test_ev_indpak_tension(self):
        """Above the threshold no goods of India cross Pakistan; below it they do."""
        self.assertGreater(self.index("2025-01-01", "ind_pak"), 0.4)
        threshold, = (float(row["value"]) for row in table("strain_effect") if row["parameter"] == "gate")
        for name in ("friends", "cool"):
            index, tonnes = self.answer(name).figures["strains"]["ind_pak"], self.by_wagah(name)
            self.assertTrue(index["scenario"] < threshold <= index["baseline"], index)
            self.assertEqual(0.0, tonnes.before, name)
            self.assertGreater(tonnes.after, KT, name)

    @sabotage("lever disabled")
    def test_rg_southasia(self):
        """One dated index shuts and opens the way across Pakistan, and while it is open makes it dearer or cheaper."""
        self.assertLess(self.index("2025-04-21", "ind_pak"), self.index("2025-04-22", "ind_pak"))
        friends, cool = (self.by_wagah(name) for name in ("friends", "cool"))
        self.assertEqual(0.0, friends.before)
        self.assertGreater(friends.after, cool.after + 0.01 * KT)
        self.assertGreater(cool.after, 0.0)
        for name, index in (("friends", 0.0), ("cool", 0.35)):
            self.assertEqual(index, self.answer(name).figures["strains"]["ind_pak"]["scenario"])

    @sabotage("lever disabled")
    def test_ag_kashmir(self):
        """Off as a class or one by one, the tension is the same: less than with both."""
        one, other = (self.answer(name).figures["strains"]["ind_pak"] for name in ("class_off", "both_off"))
        self.assertEqual(one["scenario"], other["scenario"])
        for name in ("ag.let", "ag.jem"):
            part, = (part for part in self.strain("2025-06-01", "ind_pak", self.GIVEN)["parts"] if part["about"] == name)
            self.assertGreater(part["amount"], 0.05, name)
        self.assertLess(one["scenario"], one["baseline"] - 0.1)

    @sabotage("lever disabled")
    def test_ev_ukraine_war(self):
        """Off, tension and Russia's motives are what they were in 2021, and the northern border is quicker.

        Only a part of its sentence: rules of access that date from the war stay in force.
        """
        answer = self.answer("war_off")
        strains = answer.figures["strains"]
        for strain in ("kaz_rus", "rus_partners"):
            self.assertGreater(strains[strain]["baseline"], 0.1, strain)
            self.assertEqual(self.index("2021-12-31", strain), strains[strain]["scenario"], strain)
        war, peace = self.at_borders("war_off", "northern")
        self.assertGreater(war, peace + 0.1)

    @sabotage("lever disabled")
    def test_pr_kaz_rus(self):
        """The drivers of the tension are listed, and more of it makes the borders of the northern corridor slower."""
        listed = {one["about"] for one in self.strain("2025-01-01", "kaz_rus")["parts"]}
        self.assertEqual({"ev.jan_unrest", "ev.ukraine_war", "ev.denazarbayev", "ev.history_writing", "en.kaz_nuclear"}, listed)
        index = self.answer("war_off").figures["strains"]["kaz_rus"]
        tense, calm = self.at_borders("war_off", "northern")
        self.assertGreater(index["baseline"], index["scenario"] + 0.1)
        self.assertGreater(tense, calm + 0.1)

    @sabotage("lever disabled")
    def test_ev_rockets2022(self):
        """They lower what both neighbours believe, and make both borders slower and dearer for some months."""
        without = gone(*ROCKETS)
        for state in ("uzb", "tjk"):
            self.assertLess(self.index("2022-08-01", f"belief_{state}"), self.index("2022-08-01", f"belief_{state}", without) - 0.05)
            self.assertGreater(self.index("2022-08-01", f"{state}_border"), self.index("2022-08-01", f"{state}_border", without) + 0.05)
            self.assertEqual(0.0, self.index("2024-06-01", f"{state}_border"))
        self.presses("no_rockets", "kabul")
        self.rises(self.answer("no_tajik_rockets").link(*TAJIK), 0.1 * KT)
        self.presses_no_more("kabul")
        self.stays(self.answer("later").link(*TAJIK), 0.01 * KT)

    @sabotage("lever disabled")
    def test_bx_uzb_border(self):
        """A rocket attack makes the border slower and dearer, less so with the months, and after those that were elicited not at all."""
        months, = (float(row["fade"]) for row in table("strain_driver") if row["strain"] == "uzb_border")
        self.assertEqual("I050", max((row for row in self.asof("2022-07-10", "st.uzb") if row["what"] == "incident"), key=lambda row: row["since"])["id"])
        self.presses("no_rockets", "kabul")
        left = [self.index(day, "uzb_border") for day in ("2022-07-10", "2022-09-10", "2022-11-10", "2022-12-20")]
        self.assertTrue(all(then > now > 0.0 for then, now in zip(left, left[1:])), left)
        self.assertEqual((6.0, 0.0), (months, self.index("2023-01-10", "uzb_border")))
        self.presses_no_more("kabul")

    @sabotage("lever disabled")
    def test_ar_roadmap2021(self):
        """Signed, it makes the gates to Turkmenistan quicker; the fall of Kabul suspends it, and nothing is left of that."""
        signed, suspended = (self.row(self.timeline("ar.roadmap2021"), one) for one in ("F047", "F048"))
        self.assertEqual(("2021-01", "2021-08"), (signed["since"][:7], suspended["since"][:7]))
        with_it, without = self.at_borders("no_roadmap", "torghundi_kandahar")
        self.assertLess(with_it, without - 0.1)
        for day, index in (("2021-01-01", 0.0), ("2021-08-14", 1.0), ("2021-08-15", 0.0)):
            self.assertEqual(index, self.index(day, "lapis_roadmap"), day)
        self.presses_no_more("torghundi_kandahar")

    @sabotage("package spoilt", ("status", lambda row: row["link_id"] == TAJIK[1], {"until_date": "2026-01-01"}))
    def test_bx_tjk_border(self):
        """Shut since the Taliban took it, it opens in 2023: the closure ends, and the road is open in the networks of later years."""
        states = {}
        for day in ("2022-06-01", "2023-08-31", "2023-09-02", "2024-06-01"):
            closed = [row for row in self.asof(day, "bx.tjk_border") if row["what"] == "closure"]
            road, = (row["value"] for row in self.asof(day, "bx.ishkashim") if row["what"] == "link_status" and row["about"] == TAJIK[1])
            states[day] = (bool(closed), road)
        self.assertEqual({(True, "shut")}, {states["2022-06-01"], states["2023-08-31"]})
        self.assertEqual({(False, "open")}, {states["2023-09-02"], states["2024-06-01"]})
        self.assertFalse(self.answer("no_tajik_rockets").is_open(TAJIK[1]).before)
        self.assertTrue(self.answer("friends").is_open(TAJIK[1]).before)
        self.assertEqual("2023", self.row(self.timeline("st.tjk"), "F158")["since"][:4])

    @sabotage("lever disabled")
    def test_ec_uzb_afg_artery(self):
        """With the rockets less crosses there in the months after than without, and no other crossing has more of it than was lost."""
        answer = self.answer("no_rockets")
        lost = answer.link(*HAIRATAN).rise
        self.assertGreater(lost, 0.1 * KT)
        for other in (TAJIK, ("rail--ymamnazar--aqina", "road--aqina--ymamnazar"), ("rail--serhetabat--torghundi", "road--torghundi--serhetabat")):
            self.assertLessEqual(-answer.link(*other).rise, lost, other)

    @sabotage("lever disabled")
    def test_ev_iran_bombing(self):
        """For some weeks Iran's lines cost more and less fits through its Afghan border; later both are as before."""
        bombed, later = self.answer("no_bombing"), self.answer("later")
        for answer, hurt in ((bombed, True), (later, False)):
            room = answer.facility("capacity", link_id=IRAN_AFGHAN)
            self.assertEqual(hurt, room.before < 0.9 * room.after, room)
            cost = answer.figures["states"]["IRN"]["trade_cost"]
            self.assertEqual(hurt, cost["scenario"] < 0.999 * cost["baseline"], cost)
        for day, harm in (("2025-06-12", False), ("2025-06-20", True), ("2025-12-01", False)):
            self.assertEqual(harm, self.index(day, "iran_harm") > 0.0, day)


if __name__ == "__main__":
    unittest.main()
