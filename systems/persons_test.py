"""Persons: what they said and decided, whom they met, and that it moves nobody else."""
import unittest

from dated import LAST_DAY, RECOGNITION, Dated, answers_without
from package import gone, moved
from questions import sabotage


class Statements(Dated):
    """What a head of state said stands with its day and source, in nobody's history but that of those concerned."""

    def said(self, person, body, row_id, day, host=""):
        row = self.row(self.asof(LAST_DAY, person), row_id)
        self.dated_and_sourced(row)
        self.assertEqual(day, row["since"])
        self.assertIn(row_id, {one["id"] for one in self.asof(LAST_DAY, body)})
        for other in {"st.rus", "st.uzb", "st.tjk", "st.kaz", "st.kgz", "st.tkm", "st.chn", "st.pak", "st.ind"} - {body, host}:
            self.assertNotIn(row_id, {one["id"] for one in self.asof(LAST_DAY, other)}, other)
        self.moves_stance_of(body, row_id)
        whole, less = self.asof(LAST_DAY), self.asof(LAST_DAY, edits=gone(row_id))
        self.assertEqual(answers_without(whole, row_id, f"stance.{row_id}"), answers_without(less))
        self.assertEqual(answers_without(self.timeline(), row_id), answers_without(self.timeline(edits=gone(row_id))))

    def stances(self, edits=()):
        """How bodies stand towards others on the last day: (whose, towards whom) -> value."""
        return {(row["about"], row["text"]): row["value"] for row in self.asof(LAST_DAY, edits=edits) if row["what"] == "stance"}

    def moves_stance_of(self, body, row_id):
        """Without the statement one stance of the body is another or none, and no other body's is."""
        told, less = self.stances(), self.stances(gone(row_id))
        moved_bodies = {one[0] for one in told | less if told.get(one) != less.get(one)}
        self.assertEqual({body}, moved_bodies, row_id)

    @sabotage("package spoilt", moved("F174", "2025-10-20"))
    def test_pe_putin(self):
        """Putin at the summit of October 2025: an entry of Russia's history; without it that state's stance is another, and nothing else."""
        self.said("pe.putin", "st.rus", "F174", "2025-10-10")

    @sabotage("package spoilt", moved("F041", "2025-11-10"))
    def test_pe_mirziyoyev(self):
        """Mirziyoyev on joint projects: an entry of Uzbekistan's history; without it that state's stance is another, and nothing else."""
        self.said("pe.mirziyoyev", "st.uzb", "F041", "2025-10-10")

    @sabotage("package spoilt", *gone("F042"), ("statement", lambda row: row["statement_id"] == "F041", {"subjects": "pe.rahmon"}))
    def test_pe_rahmon(self):
        """Rahmon on ISIS-K: an entry of Tajikistan's history; without it that state's stance is another, and nothing else."""
        self.said("pe.rahmon", "st.tjk", "F042", "2025-10-10")

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F037", {"subjects": "pe.rustom;st.afg;st.rus"}))
    def test_pe_rustom(self):
        """Rustom Emomali in Almaty: an entry of Tajikistan's history; without it that state's stance is another, and nothing else."""
        self.said("pe.rustom", "st.tjk", "F037", "2024-06-15", host="st.kaz")

    @sabotage("package spoilt", moved("F108", "2025-06-15"))
    def test_pe_tokayev(self):
        """Tokayev meets the envoys: an entry of Kazakhstan's history; without it that state's stance is another, and nothing else."""
        self.said("pe.tokayev", "st.kaz", "F108", "2025-05-15")

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F114", {"subjects": "pe.kazakhmys_ceo;rs.mesaynak"}))
    def test_pe_kazakhmys_ceo(self):
        """The statement on surveys has day and source, and a query on the system it is about lists it."""
        row = self.row(self.asof(LAST_DAY, "pe.kazakhmys_ceo"), "F114")
        self.dated_and_sourced(row)
        self.assertEqual(row, self.row(self.asof(LAST_DAY, "rs.leadzinc"), "F114"))
        self.assertEqual(row, self.row(self.asof(LAST_DAY, "cm.kazakhmys"), "F114"))

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F102", {"date_earliest": "2025-06-15"}))
    def test_pe_muttaqi(self):
        """The entry of the recognition names him, between the first and the tenth of July 2025."""
        row = self.row(self.asof("2025-07-17", "pe.muttaqi"), "F102")
        self.assertTrue("Muttaqi announced" in row["text"] and "recognise" in row["text"], row)
        self.assertTrue("2025-07-01" <= row["earliest"] < row["latest"] <= "2025-07-10", row)
        self.assertEqual(row, self.row(self.asof("2025-07-17", "st.rus"), "F102"))
        step, = (one for one in self.asof("2025-07-17", "st.rus") if (one["what"], one["id"]) == ("step", "EE121"))
        self.assertTrue(row["earliest"] <= step["since"] <= row["latest"], step)


class Meetings(Dated):
    """A meeting adds a contact between two sides, and is no rung."""

    def met(self, named, sides, fact, actor, step, day, eve):
        row = self.row(self.asof(LAST_DAY, *named), fact)
        self.dated_and_sourced(row)
        self.assertEqual(day, row["since"])
        for side in sides:
            self.assertIn(fact, {one["id"] for one in self.asof(LAST_DAY, side)}, side)
        self.assertEqual({step}, self.steps(day, actor) - self.steps(eve, actor))
        self.assertEqual(len(self.steps(eve, actor)) + 1, len(self.steps(day, actor)))
        self.assertEqual(self.steps(eve, actor), self.steps(day, actor, gone(step)))
        self.assertEqual(self.level(eve, actor), self.level(day, actor))
        self.assertEqual(self.level(day, actor), self.level(day, actor, gone(step)))
        self.assertLess(self.level(day, actor), RECOGNITION)

    def met_in_khankendi(self, *named):
        self.met(named, ("st.aze", "ag.taliban"), "F051", "AZE", "EE120", "2025-07-02", "2025-07-01")

    @sabotage("package spoilt", moved("EE120", "2025-06-20"))
    def test_pe_baradar(self):
        """Baradar's meeting is one contact more between Azerbaijan and Kabul, on no other rung."""
        self.met_in_khankendi("pe.baradar")

    @sabotage("package spoilt", moved("F051", "2025-08-02"))
    def test_pe_asadov(self):
        """Asadov's meeting is one contact more between Azerbaijan and Kabul, on no other rung."""
        self.met_in_khankendi("pe.asadov")

    @sabotage("package spoilt", ("engagement_event", lambda row: row["event_id"] == "EE120", {"level_after": "7"}))
    def test_or_azeprime(self):
        """The meeting of the prime minister's office is one contact more between Azerbaijan and Kabul, on no other rung."""
        self.met_in_khankendi("or.azeprime")

    @sabotage("package spoilt", ("engagement_event", lambda row: row["event_id"] == "EE120", {"level_after": "6"}))
    def test_fo_eco(self):
        """Attending the summit is one contact more between Azerbaijan and Kabul, and no rung."""
        self.met_in_khankendi("fo.eco")

    @sabotage("package spoilt", *gone("EE114"))
    def test_pe_taliban_trade_rep(self):
        """The representative's meeting is one contact more between Kazakhstan and Kabul, on no other rung."""
        self.met(("pe.taliban_trade_rep",), ("st.kaz", "ag.taliban"), "F190", "KAZ", "EE114", "2025-05-29", "2025-05-14")


if __name__ == "__main__":
    unittest.main()
