"""Towns where something happened: events are found by their place."""
import unittest

from dated import Dated
from package import moved
from questions import sabotage


def elsewhere(row_id):
    """An edit: nobody says where it was."""
    return ("statement", lambda row: row["statement_id"] == row_id,
            {"subjects": lambda row: ";".join(one for one in row["subjects"].split(";") if not one.startswith("pl."))})


class Towns(Dated):
    def at(self, town, *ids):
        """Entries of a town's timeline."""
        rows = self.timeline(town)
        return [self.row(rows, one) for one in ids]

    @sabotage("package spoilt", elsewhere("F136"))
    def test_pl_dushanbe(self):
        """The summit of October 2025 and the meeting on CASA-1000 are on its timeline."""
        summit, power = self.at("pl.dushanbe", "F017", "F136")
        self.assertEqual("2025-10-10", summit["since"])
        self.assertIn("CASA-1000", power["text"])
        self.assertLess(power["since"], summit["since"])

    @sabotage("package spoilt", elsewhere("F023"))
    def test_pl_moscow(self):
        """The attack of 2024 and the rounds of talks with the Taliban are found under it."""
        attack, = self.at("pl.moscow", "F023")
        self.assertEqual("2024-03", attack["since"][:7])
        talks = self.row(self.asof("2021-07-31", "pl.moscow"), "F129")
        self.assertIn("F129", {row["id"] for row in self.asof("2021-07-31", "ag.taliban")})
        self.assertEqual("2021-08-01", talks["until"])
        self.assertNotIn("F129", {row["id"] for row in self.asof("2021-08-02", "pl.moscow") if row["until"] is None})

    @sabotage("package spoilt", elsewhere("N003"))
    def test_pl_tashkent(self):
        """The representatives' meeting of August 2025 and the Taliban's visit before 2021 are on its timeline."""
        visit, meeting = self.at("pl.tashkent", "N003", "F030")
        self.assertEqual("2025-08", meeting["since"][:7])
        self.assertLess(visit["latest"], "2021-08-15")
        self.assertIn("N003", {row["id"] for row in self.timeline("ag.taliban")})

    @sabotage("package spoilt", moved("F140", "2025-04-10"))
    def test_pl_kazan(self):
        """The forum of May 2025 is on its timeline, and after the delisting."""
        forum, = self.at("pl.kazan", "F140")
        ruling = self.row(self.timeline("st.rus"), "EE108")
        self.assertEqual("2025-05", forum["since"][:7])
        self.assertEqual("delisted", ruling["value"])
        self.assertLess(ruling["latest"], forum["earliest"])

    @sabotage("package spoilt", elsewhere("F037"))
    def test_pl_almaty(self):
        """The assembly of June 2024 is on its timeline, with what the Tajik speaker held of Afghanistan."""
        remark, = self.at("pl.almaty", "F037")
        self.assertEqual("2024-06", remark["since"][:7])
        self.assertIn("breeds terrorism", remark["text"])
        self.assertEqual(remark, self.row(self.timeline("st.tjk"), "F037"))

    @sabotage("package spoilt", moved("F109", "2025-05-02"))
    def test_pl_astana(self):
        """The forum of May 2025 is on its timeline, and before the Kazakh minister's visit to Kabul."""
        forum, = self.at("pl.astana", "F108")
        visit = self.row(self.timeline("or.kaz_mfa"), "F109")
        self.assertEqual("2025-05", forum["since"][:7])
        self.assertIn("Kabul", visit["text"])
        self.assertLess(forum["latest"], visit["earliest"])

    @sabotage("package spoilt", moved("EE136", "2025-11-21"))
    def test_pl_newdelhi(self):
        """The visit of October 2025 is on its timeline, in the month of India's step."""
        visit, = self.at("pl.newdelhi", "F005")
        step = self.row(self.timeline("st.ind"), "EE136")
        self.assertEqual({"2025-10"}, {visit["since"][:7], step["since"][:7]})
        self.assertEqual(1, self.level("2025-10-31", "IND") - self.level("2025-09-30", "IND"))

    @sabotage("package spoilt", elsewhere("F090"))
    def test_pl_damascus(self):
        """The delegation of December 2024 is on its timeline and on that of Kabul, from here to there."""
        leaves, = self.at("pl.damascus", "F090")
        arrives, = self.at("pl.kabul", "F090")
        self.assertEqual(leaves, arrives)
        self.assertEqual("2024-12", leaves["since"][:7])
        self.assertIn("from Damascus to Kabul", leaves["text"])


if __name__ == "__main__":
    unittest.main()
