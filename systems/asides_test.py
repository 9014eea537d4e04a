"""What the articles mention in passing: names that must not be mixed up, and entries that nothing may rest on."""
import unittest

from dated import LAST_DAY, Dated, Old
from lab import KT, program
from package import centroids, gone, moved, table
from questions import sabotage


def not_about(row_id, subject):
    """An edit: a statement is no longer about one of its subjects."""
    return ("statement", lambda row: row["statement_id"] == row_id,
            {"subjects": lambda row: ";".join(one for one in row["subjects"].split(";") if one != subject)})


class Names(Dated):
    def means(self, word):
        return program("asof", LAST_DAY, word, "--json", "--region", self.package)["subjects"]

    @sabotage("package spoilt", ("subject", lambda row: row["subject_id"] in ("ag.ttp", "ag.ttt"), {
        "names": lambda row: "Tehrik-i-Taliban Pakistan" if row["subject_id"] == "ag.ttp" else "TTP"}))
    def test_ag_ttt(self):
        """TTP is the Pakistani group and never the Tajik one."""
        self.assertEqual(["ag.ttp"], self.means("TTP"))
        self.assertEqual(["ag.ttp"], self.means("Pakistani Taliban"))
        self.assertEqual(["ag.ttt"], self.means("TTT"))

    @sabotage("package spoilt", ("subject", lambda row: row["subject_id"] == "ag.isisk", {"belongs_to": ""}))
    def test_ag_is(self):
        """What the parent is asked about has every attack of its branch; the branch has none but its own."""
        def attacks(group):
            return {row["id"] for row in self.asof(LAST_DAY, group) if row["what"] == "incident"}
        branch = {row["incident_id"] for row in table("incident") if "ag.isisk" in row["subjects"].split(";")}
        self.assertGreater(len(branch), 10)
        self.assertEqual(branch, attacks("ag.isisk"))
        self.assertLessEqual(branch, attacks("ag.is"))
        self.assertNotIn("ag.isisk", self.means("ag.is"))

    @sabotage("package spoilt", *gone("X010b"), not_about("F026", "ag.gunmen_moscow"))
    def test_ag_gunmen_moscow(self):
        """What they used is told in three ways, each by its source, and all of them stand against each other."""
        told = [row for row in self.asof(LAST_DAY, "ag.gunmen_moscow") if row["id"].startswith("X010")]
        self.assertEqual(3, len(told))
        self.assertEqual(3, len({row["value"] for row in told}))
        self.assertEqual(3, len({row["said_by"] for row in told}))
        for row in told:
            self.assertEqual("contradicted", row["status"])
            self.assertEqual({one["id"] for one in told} - {row["id"]}, {one["id"] for one in row["contradicted_by"]})

    @sabotage("package spoilt", not_about("F038", "ec.uzb_afg_trade"))
    def test_ec_uzb_afg_trade(self):
        """Trade with investment and trade alone are two series that contradict each other, with amounts of their own."""
        rows = self.asof(LAST_DAY, "ec.uzb_afg_trade")
        both, alone = self.row(rows, "F162"), self.row(rows, "F038")
        self.assertIn("trade and investment", both["text"])
        self.assertNotIn("investment", alone["text"])
        self.assertEqual({"USD"}, {both["unit"], alone["unit"]})
        self.assertNotEqual(both["amount"], alone["amount"])
        for row in (both, alone):
            self.assertEqual("contradicted", row["status"])
        self.assertEqual(["X035b"], [one["id"] for one in both["contradicted_by"]])


class Unused(Old):
    """Entries that are found, and without which a year and a forecast come out the same to the last figure."""

    ROWS = ("F024", "F025", "F074", "F095", "F125", "F127", "F128", "F143", "F156", "F181", "N001", "N002", "X052a", "X052b", "X053a", "X053b", "X053c", "X054a", "X054b")

    @sabotage("package spoilt", moved("F125", "2005-01-01"))
    def test_ag_northern(self):
        """It stands in the timeline of the first Taliban years, and moves nothing today."""
        entry = self.row(self.timeline("ag.northern"), "F125")
        self.assertTrue(entry["earliest"] <= "1996-09-01" and "1997-01-01" <= entry["latest"] <= "2001-12-31", entry)
        self.assertIn("F125", {row["id"] for row in self.asof("1998-01-01", "ag.northern")})
        self.same_without("F125", "X054b")

    def refused_in_1998(self, subject):
        entry = self.row(self.timeline(subject), "F127")
        self.assertEqual("1998-08", entry["since"][:7])
        self.assertEqual(entry["id"], self.row(self.asof("1999-12-31", subject), "F127")["id"])
        self.assertIn("refused", entry["text"])
        self.same_without("F127", "X053a")
        return entry

    @sabotage("package spoilt", not_about("F127", "pe.oblov"))
    def test_pe_oblov(self):
        """His delegation of 1998 is found, and no year after 2001 reads it."""
        self.assertIn("Oblov", self.refused_in_1998("pe.oblov")["text"])

    @sabotage("package spoilt", not_about("F127", "or.taliban_emb_uae"))
    def test_or_taliban_emb_uae(self):
        """What the embassy relayed in 1998 is found, and no year after 2001 reads it."""
        self.assertIn("embassy in the UAE", self.refused_in_1998("or.taliban_emb_uae")["text"])

    @sabotage("package spoilt", moved("F127", "2008-08-15"))
    def test_or_taliban_mfa(self):
        """The refusal of 1998 is found, and every later state of things is the same without it."""
        self.refused_in_1998("or.taliban_mfa")
        for day in ("2002-01-01", "2021-08-15", LAST_DAY):
            states = [[row for row in self.asof(day, edits=edits) if row["what"] in ("engagement_level", "designation", "step")]
                      for edits in ((), gone("F127"))]
            self.assertEqual(*states)

    @sabotage("package spoilt", not_about("F143", "ev.us_invasion"))
    def test_ev_us_invasion(self):
        """The invasion of 2001 is found, and no later year reads it."""
        entry = self.row(self.asof("2001-12-31", "ev.us_invasion"), "F143")
        self.assertEqual("2001", entry["since"][:4])
        self.same_without("F143", "X054a")

    def denied(self, subject):
        claim = self.row(self.timeline(subject), "F128")
        self.assertEqual("2016-11", claim["since"][:7])
        self.assertEqual("contradicted", claim["status"])
        told = self.row(self.timeline(subject), "X053c")
        self.assertTrue("Alleged" in told["value"] and "denied" in told["value"], told)
        self.same_without("F128", "X053c")
        return claim

    @sabotage("package spoilt", ("version", lambda row: row["version_id"] == "X053c", {"statement": "Meeting of 2016"}))
    def test_pl_tjk_base(self):
        """The meeting of 2016 is told as alleged and denied, and no fitted figure rests on it."""
        self.assertIn("base in Tajikistan", self.denied("pl.tjk_base")["text"])

    @sabotage("package spoilt", not_about("F128", "ev.heli2016"))
    def test_ev_heli2016(self):
        """The helicopters of 2016 are told with their denial, and no fitted figure rests on them."""
        claim = self.denied("ev.heli2016")
        self.assertTrue("helicopters" in claim["text"] and "denied" in claim["text"], claim)

    @sabotage("package spoilt", moved("F156", "2024-12-06"))
    def test_rs_rus_geologists(self):
        """The survey of December 2024 is known to the month, and moves no flow."""
        entry = self.row(self.timeline("rs.rus_geologists"), "F156")
        self.assertEqual(("2024-12-01", "2024-12-31"), (entry["earliest"], entry["latest"]))
        self.same_without("F156")

    @sabotage("package spoilt", *gone("X052b"))
    def test_ag_hts(self):
        """The link is one source's claim that the others do not make, and no default rests on it."""
        rows = {row["id"]: row for row in self.asof(LAST_DAY, "ag.hts")}
        self.assertEqual({"X052a", "X052b"}, set(rows))
        self.assertEqual("Jamal (CACI Analyst)", rows["X052a"]["said_by"].rsplit(", ", 1)[0])
        self.assertEqual([], rows["X052a"]["also"])
        self.assertEqual("contradicted", rows["X052a"]["status"])
        self.assertIn("Not in other", rows["X052b"]["value"])
        self.same_without("X052a", "X052b")

    @sabotage("package spoilt", not_about("F181", "ag.alqaeda"))
    def test_or_shura(self):
        """The council's link to al-Qaeda is one source's, and no default rests on it."""
        link = self.row(self.asof(LAST_DAY, "or.shura"), "F181")
        self.assertIn("al-Qaeda", link["text"])
        self.assertEqual(link, self.row(self.asof(LAST_DAY, "ag.alqaeda"), "F181"))
        self.assertEqual(("SEED-000-JAMAL", []), (link["source"], link["also"]))
        self.same_without("F181")

    @sabotage("package spoilt", *gone("N002"))
    def test_co_silkroad(self):
        """The old road is found by its name and owns no link, so that nothing flows otherwise without it."""
        entry = self.row(self.asof(LAST_DAY, "Great Silk Road (historic)"), "N002")
        self.dated_and_sourced(entry)
        self.assertEqual(set(), {row["what"] for row in self.asof(LAST_DAY, "co.silkroad")} - {"status"})
        subject, = [row for row in table("subject") if row["subject_id"] == "co.silkroad"]
        self.assertEqual(("", "", ""), (subject["node"], subject["corridor"], subject["project"]))
        self.same_without("N002")

    @sabotage("package spoilt", *gone("F159"))
    def test_st_tjk(self):
        """Tajikistan stands low on the ladder while its goods and its power go to Afghanistan."""
        self.assertLess(self.level("2025-06-30", "TJK"), 3)
        power = self.row(self.asof("2025-06-30", "en.tjk_power"), "F159")
        self.assertIn("exports continue", power["text"])
        goods = self.answer("year").od(centroids("TJK"), centroids("AFG"))
        self.assertGreater(goods.before, KT)

    @sabotage("package spoilt", *gone("X009b"))
    def test_pl_crocus(self):
        """All numbers of dead and wounded are told, each by its source and against the others, and nothing is computed from any of them."""
        rows = [row for row in self.asof(LAST_DAY, "pl.crocus") if row["what"] == "quantity"]
        told = {row["id"]: row for row in rows}
        self.assertLessEqual({"F024", "F025", "F074", "F095"}, set(told))
        for row in told.values():
            self.assertTrue(row["amount"] > 0 and row["source"] and row["said_by"], row)
        self.assertEqual(2, len({told[one]["amount"] for one in ("F024", "F074", "F095")}))
        for one in ("F024", "F074", "F095"):
            self.assertEqual("contradicted", told[one]["status"], one)
        self.same_without("F024", "F025", "F074", "F095")

    @sabotage("package spoilt", *gone("N010"))
    def test_en_tjk_power(self):
        """Power earns Tajikistan money on days when it stands low on the ladder."""
        for day, paid in (("2022-01-31", 50e6), ("2024-06-30", 60e6)):
            latest = max((row for row in self.asof(day, "en.tjk_power") if row["what"] == "quantity"), key=lambda row: row["since"])
            self.assertEqual("USD/year", latest["unit"])
            self.assertGreater(latest["value"], paid)
            self.assertTrue(latest["source"] and latest["said_by"], latest)
            self.assertLess(self.level(day, "TJK"), 3)

    @sabotage("package spoilt", *gone("N001"))
    def test_st_prk(self):
        """North Korea is another partner of Moscow's in what is told, and no node or state of the network."""
        entry = self.row(self.asof(LAST_DAY, "North Korea"), "N001")
        self.assertIn("another sanctioned partner", entry["text"])
        self.assertNotIn("PRK", {row["state"] for row in table("node")} | {row["state"] for row in table("state")})
        self.same_without("N001")


if __name__ == "__main__":
    unittest.main()
