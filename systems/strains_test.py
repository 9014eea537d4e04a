"""What presses on relations, and what it does to borders: quarrels, attacks, a bombing, an agreement."""
import unittest

from dated import LAST_DAY, Dated
from lab import KT
from package import ADDED, centroids, driver, gone, moved, table
from questions import ask, lever, sabotage

WAGAH = "road--wagah--attari"
HAIRATAN = ("rail--galaba--hairatan", "road--galaba--hairatan")
TAJIK = ("road--sherkhan-bandar--nizhny-panj", "road--ishkashim--khorog")
IRAN_AFGHAN = "road--islam-qala--dogharun"
ROCKETS = ("I047", "I049", "I050")
STANDING = ("engagement_level", "designation", "strain", "credibility")


def attack(group, state, day):
    """An edit: one attack more."""
    days = dict.fromkeys(("date", "date_earliest", "date_latest", "known_from"), day) | {"precision": "day"}
    return ("incident", ADDED, [{**days, "subjects": f"{group};{state}", "group": "test", "place": "somewhere"}])


def tagged(subject, day):
    """An edit: one statement more about a subject."""
    days = dict.fromkeys(("date", "date_earliest", "date_latest", "published", "known_from"), day)
    return ("statement", ADDED, [{**days, "precision": "day", "kind": "event", "statement": "It was named again", "value": "", "unit": "",
                                  "subjects": subject}])


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


class Pressed(Dated):
    """What strains do to a year's goods."""

    GIVEN = (attack("ag.jem", "st.ind", "2025-03-01"),)
    THROUGH = (WAGAH,)
    QUESTIONS = {
        "friends": ask("2025-01-01", lever("strain", "ind_pak", value=0.0)),
        "cool": ask("2025-01-01", lever("strain", "ind_pak", value=0.35)),
        "war_off": ask("2025-01-01", lever("strain", "ev.ukraine_war", value=0.0)),
        "tense": ask("2025-01-01", lever("strain", "kaz_rus", value=1.4)),
        "class_off": ask("2025-06-01", lever("strain", "ag.kashmir", value=0.0)),
        "both_off": ask("2025-06-01", lever("strain", "ag.let", value=0.0), lever("strain", "ag.jem", value=0.0)),
        "no_rockets": ask("2022-07-10", lever("strain", "uzb_border", value=0.0)),
        "november": ask("2022-11-10", lever("strain", "uzb_border", value=0.0)),
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
        calm, tense = self.at_borders("tense", "northern")
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
        fresh, old = self.presses("no_rockets", "kabul"), self.presses("november", "kabul")
        self.assertTrue(all(then > now for then, now in zip(fresh, old)), (fresh, old))
        self.assertGreater(self.index("2022-12-20", "uzb_border"), 0.0)
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
