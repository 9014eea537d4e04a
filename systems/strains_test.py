"""What presses on relations, and how far promises are believed: indices, what they are made of, and when."""
import unittest

from dated import LAST_DAY, Dated
from package import attack, driver, gone, moved, table, tagged
from questions import sabotage

STANDING = ("engagement_level", "designation", "strain", "credibility")


class Quarrels(Dated):
    """Indices of tension: what they are made of, and when."""

    def part(self, date, strain, subject):
        part, = (one for one in self.strain(date, strain)["parts"] if one["about"] == subject)
        return part

    @sabotage("package spoilt", driver("kaz_rus", "ev.jan_unrest", from_date="2021-06-01"))
    def test_ev_jan_unrest(self):
        """Switched on, it raises the tension through 2022, and on no day before."""
        off = (driver("kaz_rus", "ev.jan_unrest", strength="0"),)
        for day, raises in (("2021-12-31", False), ("2022-02-01", True), ("2022-11-30", True)):
            with_it, without = self.index(day, "kaz_rus"), self.index(day, "kaz_rus", off)
            self.assertEqual(raises, with_it > without + 0.01, day)
            if not raises:
                self.assertEqual(without, with_it)

    def neutral(self, subject):
        """A named parameter with its reason, neutral as it stands, whose elasticity is told and is what the index does."""
        row, = (one for one in table("strain_driver", self.package) if (one["strain"], one["subject"]) == ("kaz_rus", subject))
        self.assertTrue(row["note"] and row["source"], row)
        elasticity = self.part("2025-01-01", "kaz_rus", subject)["elasticity"]
        self.assertEqual(float(row["weight"]), elasticity)
        others = sum(one["amount"] for one in self.strain("2025-01-01", "kaz_rus")["parts"])
        self.assertAlmostEqual(others, self.index("2025-01-01", "kaz_rus"), places=12)
        doubled = self.index("2025-01-01", "kaz_rus", (driver("kaz_rus", subject, strength="2"),))
        self.assertAlmostEqual(2.0 ** elasticity, doubled / self.index("2025-01-01", "kaz_rus"), places=9)
        self.assertGreater(elasticity, 0.0)

    @sabotage("package spoilt", driver("kaz_rus", "ev.denazarbayev", strength="3"))
    def test_ev_denazarbayev(self):
        """Pressure on relations of elites is a neutral parameter; the tension's elasticity to it is told, and holds."""
        self.neutral("ev.denazarbayev")

    @sabotage("package spoilt", driver("kaz_rus", "ev.history_writing", strength="3"))
    def test_ev_history_writing(self):
        """The writing of history is a neutral parameter; the tension's elasticity to it is told, and holds."""
        self.neutral("ev.history_writing")

    @sabotage("package spoilt", driver("kaz_dependence", "en.kaz_nuclear", weight="0"))
    def test_en_kaz_nuclear(self):
        """Who builds the plants is a variable of the index of dependence, and raises it."""
        self.part("2025-01-01", "kaz_dependence", "en.kaz_nuclear")
        more = (driver("kaz_dependence", "en.kaz_nuclear", strength="2"),)
        self.assertGreater(self.index("2025-01-01", "kaz_dependence", more), 1.01 * self.index("2025-01-01", "kaz_dependence"))

    def raises_tension(self, group):
        calm = self.index("2024-06-01", "ind_pak")
        self.assertGreater(self.index("2024-06-01", "ind_pak", (attack(group, "st.ind", "2024-05-01"),)), calm + 0.05)
        self.assertEqual(calm, self.index("2024-06-01", "ind_pak", (attack(group, "st.afg", "2024-05-01"),)))
        self.assertEqual(calm, self.index("2024-06-01", "ind_pak", (attack(group, "st.ind", "2024-07-01"),)))

    @sabotage("package spoilt", driver("ind_pak", "ag.let", subject="ag.ttp"))
    def test_ag_let(self):
        """An attack of the group on India raises the tension; one elsewhere does not."""
        self.raises_tension("ag.let")

    @sabotage("package spoilt", driver("ind_pak", "ag.jem", at="st.pak"))
    def test_ag_jem(self):
        """An attack of the group on India raises the tension; one elsewhere does not."""
        self.raises_tension("ag.jem")

    @sabotage("package spoilt", driver("pak_hostility", "pl.jk", weight="0", weight_low="0"))
    def test_pl_jk(self):
        """A statement tagged with the territory raises Pakistan's hostility; one that is not tagged does not."""
        calm = self.index("2024-06-01", "pak_hostility")
        self.assertGreater(self.index("2024-06-01", "pak_hostility", (tagged("pl.jk", "2024-05-01"),)), calm + 0.05)
        self.assertEqual(calm, self.index("2024-06-01", "pak_hostility", (tagged("pl.bagram", "2024-05-01"),)))

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F013", {"subjects": "st.ind;st.pak"}))
    def test_ar_communique(self):
        """It raises Pakistan's hostility to the ties, and of levels, listings and strains it changes nothing else."""
        named = self.row(self.asof("2025-10-31", "ar.communique"), "F013")
        self.assertEqual("2025-10", named["since"][:7])
        with_it, without = ({row["id"] + row["about"]: row["value"] for row in self.asof("2025-10-31", edits=edits) if row["what"] in STANDING}
                            for edits in ((), gone("F013")))
        self.assertEqual({"pak_hostility" + "Pakistan's hostility to India-Afghan ties"}, {one for one in with_it if with_it[one] != without[one]})
        self.assertGreater(self.index("2025-10-31", "pak_hostility"), self.index("2025-10-31", "pak_hostility", gone("F013")))

    @sabotage("package spoilt", moved("EE136", "2025-12-21"))
    def test_ar_sr_ties(self):
        """India stands one step higher after October 2025, and on that day Pakistan's hostility to the ties rises."""
        self.assertEqual(1, self.level("2025-10-31", "IND") - self.level("2025-09-30", "IND"))
        self.assertTrue(self.asof("2025-10-31", "ar.sr_ties"))
        self.assertGreater(self.index("2025-10-21", "pak_hostility"), self.index("2025-10-20", "pak_hostility") + 0.05)


class Assurances(Dated):
    """How far the Taliban's promises are believed, by state."""

    def beliefs(self, day, edits=()):
        return {row["id"]: row["value"] for row in self.asof(day, edits=edits) if row["what"] == "credibility" and row["id"].startswith("belief_")}

    @sabotage("package spoilt", driver("belief_uzb", "ag.isisk", weight="0", weight_low="0"))
    def test_lg_assurance(self):
        """It falls by the weight of each attack, and comes back slowly while there is none."""
        row, = (one for one in table("strain_driver") if (one["strain"], one["subject"]) == ("belief_uzb", "ag.isisk"))
        for eve, day in (("2022-04-17", "2022-04-18"), ("2022-07-04", "2022-07-05")):
            fall = self.index(eve, "belief_uzb") - self.index(day, "belief_uzb")
            self.assertAlmostEqual(float(row["weight"]), fall, delta=0.01)
        later = [self.index(day, "belief_uzb") for day in ("2022-08-01", "2023-02-01", "2023-08-01", "2024-02-01")]
        self.assertEqual(sorted(later), later)
        for one, next_one in zip(later, later[1:]):
            self.assertTrue(0.0 < next_one - one < float(row["weight"]), later)

    @sabotage("package spoilt", driver("belief_usa", "lg.doha", strength="0"))
    def test_lg_doha(self):
        """The breach of the agreement lowers what is believed afterwards, for every state that holds it broken and for no other."""
        holders = {one["strain"] for one in table("strain_driver") if one["subject"] == "lg.doha"}
        self.assertGreater(len(holders), 2)
        never = (("strain_driver", lambda row: row["subject"] == "lg.doha", {"from_date": "2099-01-01"}),)
        for day, fell in (("2022-07-30", False), ("2022-08-01", True), (LAST_DAY, True)):
            with_it, without = self.beliefs(day), self.beliefs(day, never)
            for state, belief in with_it.items():
                self.assertEqual(fell and state in holders, belief < without[state], (day, state))

    @sabotage("package spoilt", driver("belief_chn", "lg.nonextradition", strain="belief_usa"))
    def test_lg_nonextradition(self):
        """The refusal lowers what China believes, and no other state."""
        never = (("strain_driver", lambda row: row["subject"] == "lg.nonextradition", {"from_date": "2099-01-01"}),)
        with_it, without = self.beliefs(LAST_DAY), self.beliefs(LAST_DAY, never)
        self.assertEqual({"belief_chn"}, {state for state in with_it if with_it[state] != without[state]})
        self.assertLess(with_it["belief_chn"], without["belief_chn"])


if __name__ == "__main__":
    unittest.main()
