"""What is asked of the articles, their publishers and authors: who said what, and when."""
import unittest

from dated import LAST_DAY, Dated
from package import table
from questions import sabotage

TABLES = ("statement", "version", "prediction", "engagement_event", "designation")
RECOGNISED = "2025-07-03"


def ids_from(*sources):
    """Rows of the package whose own source is one of these, by their first column."""
    return {next(iter(row.values())) for name in TABLES for row in table(name) if row["source"] in sources}


def resourced(row_id, source):
    """An edit: a statement has another source."""
    return ("statement", lambda row: row["statement_id"] == row_id, {"source": source})


def out(row):
    """First and last day on which the source of a row may have come out."""
    first, *last = row["source_date"].split(" to ")
    return first, (last or [first])[0]


class Sources(Dated):
    def lookup(self, source):
        """All that a source says, on whatever day."""
        rows = self.timeline(source=source)
        for day in ("1999-12-31", "2020-12-31", "2021-08-15", LAST_DAY):  # what was over, what began with no step, what has no day
            rows = rows + self.asof(day, source=source)
        return list({row["id"]: row for row in rows}.values())

    def published_by(self, publisher, *sources):
        """Rows that the publisher's name finds: those of the sources, all of them and no others."""
        rows = self.lookup(publisher)
        self.assertEqual(set(sources), {row["source"] for row in rows})
        self.assertEqual(ids_from(*sources), {row["id"] for row in rows})
        return rows

    def out_on(self, rows, first, last):
        for row in rows:
            self.assertTrue(first <= out(row)[0] and out(row)[1] <= last, row)
            self.assertTrue(row["published"] is None or first <= row["published"] <= last, row)

    @sabotage("package spoilt", ("quotation", lambda row: row["row_id"] == "F100", {"quotes": "SEED-002"}))
    def test_sr_s1(self):
        """Its lookup marks what are words and findings of the June article, and leaves unmarked what is its own."""
        rows = [row for row in self.lookup("SEED-001") if row["what"] in ("event", "status", "quantity", "forecast", "prediction")]
        quoted = {row["id"] for row in rows if row["quotes"] == "SEED-003"}
        own = {row["id"] for row in rows if row["quotes"] is None}
        self.assertEqual({row["id"] for row in rows}, quoted | own)
        self.assertEqual({"F097", "F098", "F100", "F101", "F186", "P035"}, quoted)
        self.assertLessEqual({"F094", "F095", "F096", "F185", "P034"}, own)
        others = [row for row in self.asof(LAST_DAY) if row["quotes"] and row["source"] != "SEED-001"]
        self.assertEqual([], others)

    def claims(self, source=""):
        return [row for row in self.asof(LAST_DAY, source=source) if row["source"] and row["source"].startswith("SEED-")
                and row["what"] in ("event", "status", "quantity", "forecast", "version", "prediction")]

    @sabotage("package spoilt", ("affiliation", lambda row: row["affiliation"] == "Knowledge Caravan", {"source": "SEED-000-BLANK"}))
    def test_or_iais(self):
        """Her institute and her society each find all that Umarova claims, and nothing by others."""
        hers = {row["id"] for row in self.claims() if row["source"] == "SEED-000-UMAROVA"}
        self.assertGreater(len(hers), 30)
        for name in ("IAIS/UWED", "Knowledge Caravan"):
            found = self.claims(name)
            self.assertEqual(hers, {row["id"] for row in found}, name)
            self.assertEqual([], [row for row in found if not row["said_by"].startswith("Umarova")])

    @sabotage("package spoilt", ("affiliation", lambda row: row["author"] == "Jamal", {"author": "Blank"}))
    def test_or_author_bodies(self):
        """Every claim by an author of the articles names where the author works, and each such place finds that author's claims alone."""
        places = {"Blank": ("FPRI",), "Ivanovic": ("AFPC",), "Jamal": ("University of Otago", "Diplomat Risk Intelligence"),
                  "Ghiasi": ("Centre for Afghanistan Studies",)}
        claims = self.claims()
        for author, names in places.items():
            his = [row for row in claims if author in row["said_by"].split(",")[0] and not row["also"]]
            self.assertGreater(len(his), 10, author)
            for row in his:
                self.assertIn(author, {one["author"] for one in row["affiliations"]}, row)
            source, = {row["source"] for row in his}
            for name in names:
                self.assertEqual({row["id"] for row in claims if row["source"] == source}, {row["id"] for row in self.claims(name)}, name)

    @sabotage("package spoilt", ("prediction", lambda row: row["issuer"] == "Jamal", {"source": "SEED-000-BLANK"}))
    def test_sr_s0(self):
        """The collection's lookup lists five texts, each with an author and a day of its own."""
        rows = self.lookup("SEED-000")
        texts = {row["source"] for row in rows} - {"SEED-000"}
        self.assertEqual(5, len(texts))
        authors = {text: {row["said_by"] for row in rows if row["source"] == text and row["what"] == "prediction"} for text in texts}
        self.assertTrue(all(len(names) == 1 for names in authors.values()), authors)
        self.assertEqual(5, len(set.union(*authors.values())))
        self.assertEqual(5, len({out(row) for row in rows if row["source"] in texts}))

    @sabotage("package spoilt", resourced("F111", "SEED-001"))
    def test_sr_s2(self):
        """Its lookup has every row derived from it, with authors and the day of publication."""
        rows = self.lookup("SEED-002")
        self.assertEqual(ids_from("SEED-002"), {row["id"] for row in rows})
        self.assertIn("F111", {row["id"] for row in rows})
        own = [row for row in rows if row["what"] in ("event", "status", "quantity", "forecast", "prediction")]
        self.assertEqual({"Castillo and Birch (Caspian Policy Center)"}, {row["said_by"].split(",")[0] for row in own})
        self.out_on(rows, "2025-07-17", "2025-07-17")

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F132", {"published": "2025-07-10", "known_from": "2025-07-10"}))
    def test_sr_s3(self):
        """Published before the recognition, so nothing later is in it."""
        rows = self.lookup("SEED-003")
        self.assertIn("F132", {row["id"] for row in rows})
        self.out_on(rows, "2025-06-11", "2025-06-11")
        for row in rows:
            self.assertLess(row["known_from"], RECOGNISED, row)
            self.assertTrue(row["since"] is None or row["since"] <= "2025-06-11", row)
        known = self.asof(LAST_DAY, source="SEED-003", known_on="2025-06-11")
        self.assertEqual([], [row["id"] for row in known if row["what"] == "engagement_level" and row["value"] == 7])

    @sabotage("package spoilt", ("prediction", lambda row: row["prediction_id"] == "P050", {"outcome": "open"}))
    def test_sr_s4(self):
        """Published before the recognition, and its forecast of a distant one is refuted by it."""
        rows = self.lookup("SEED-004")
        self.out_on(rows, "2025-06-11", "2025-06-30")
        self.assertTrue(all(row["known_from"] < RECOGNISED for row in rows))
        self.assertEqual("refuted", self.row(rows, "P050")["status"])
        before = self.asof("2025-06-30", source="SEED-004", known_on="2025-06-30")
        self.assertEqual("as published", self.row(before, "P050")["status"])

    @sabotage("package spoilt", resourced("F120", "SEED-002"))
    def test_or_caci(self):
        """The publisher's rows are those of the collection and of the June article, and no others."""
        self.published_by("CACI Analyst", "SEED-000", *sorted({row["source"] for row in table("statement") if row["source"].startswith("SEED-000")}),
                          "SEED-003")

    @sabotage("package spoilt", resourced("F140", "SEED-002"))
    def test_or_jamestown(self):
        """The publisher's rows are those of one article, out in late June 2025."""
        self.out_on(self.published_by("Jamestown Eurasia Daily Monitor", "SEED-004"), "2025-06-20", "2025-06-30")

    @sabotage("package spoilt", resourced("F111", "SEED-001"))
    def test_or_cpc(self):
        """The publisher's rows are those of one article, out on 17 July 2025."""
        self.out_on(self.published_by("Caspian Policy Center", "SEED-002"), "2025-07-17", "2025-07-17")

    @sabotage("package spoilt", resourced("F094", "SEED-002"))
    def test_or_bne(self):
        """The publisher's rows are those of one article, also what that quotes from the one of June."""
        rows = self.published_by("bne IntelliNews", "SEED-001")
        self.assertTrue([row for row in rows if "SEED-003" in row["also"]])

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F120", {"said_by": "Somebody"}))
    def test_pe_authors(self):
        """One query gives the author, publisher and day of every claim of the articles."""
        claims = [row for row in self.asof(LAST_DAY) if row["source"].startswith("SEED-") and row["what"] in
                  ("event", "status", "quantity", "forecast", "version", "prediction")]
        publishers = {row["source_id"]: row["publisher"] for row in table("source")}
        self.assertGreater(len(claims), 300)
        named = set()
        for row in claims:
            self.assertRegex(out(row)[0], r"^\d{4}-\d\d-\d\d$")
            self.assertIn(publishers[row["source"]].removeprefix("Jamestown "), row["said_by"])
            named.add(row["said_by"].rsplit(", ", 1)[0])
        for author in "Kassenova Blank Ivanovic Umarova Jamal Castillo Birch Turgunbaeva Ghiasi".split():
            self.assertTrue([one for one in named if author in one], author)

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F163", {"known_from": "2025-06-24"}))
    def test_sr_cited4(self):
        """What rests on a press item has the article as its source and the day of the item as the one from which it was known."""
        rows = [row for row in self.asof(LAST_DAY, "sr.cited4") if row["source"] == "SEED-004"]
        cited = {row["statement_id"] for row in table("statement") if "sr.cited4" in row["subjects"].split(";")}
        self.assertGreater(len(cited), 12)
        self.assertEqual(cited, {row["id"] for row in rows})
        for row in rows:
            self.assertEqual(("Eurasia Daily Monitor (Jamestown), 2025-06-24", "2025-06-24"), (row["said_by"], row["published"]))
            self.assertEqual(row["since"], row["known_from"])
            self.assertLess(row["known_from"], row["published"], row)

    @sabotage("package spoilt", ("statement", lambda row: row["statement_id"] == "F085", {"subjects": "pe.mehsud;ag.ttp"}))
    def test_sr_unreports(self):
        """The figures that Jamal takes from the United Nations: 21 groups, 14 provinces, US$43,000 a month."""
        rows = self.asof(LAST_DAY, "sr.unreports")
        self.assertEqual({"SEED-000-JAMAL"}, {row["source"] for row in rows})
        self.assertEqual([14, 21, 43000], sorted(row["amount"] for row in rows if row["what"] == "quantity"))
        self.assertEqual({"groups", "provinces", "USD/month"}, {row["unit"].split(" (")[0] for row in rows if row["what"] == "quantity"})


class Forecasts(Dated):
    def scored(self):
        """The promise of recognition is a forecast, open until the recognition is told and met from then on."""
        before = self.row(self.asof("2025-07-02", "pe.zakharova", known_on="2025-07-02"), "P051")
        after = self.row(self.asof("2025-07-10", "pe.zakharova", known_on="2025-07-10"), "P051")
        self.assertEqual(("prediction", "2025-06-19"), (before["what"], before["since"]))
        self.assertEqual(("as published", "met"), (before["status"], after["status"]))
        return after

    @sabotage("package spoilt", ("prediction", lambda row: row["prediction_id"] == "P051", {"outcome": "refuted"}))
    def test_pe_zakharova(self):
        """Her statement of June 2025 is a forecast that July 2025 fulfils."""
        self.scored()
        said = self.row(self.asof("2025-06-24", "pe.zakharova"), "F164")
        self.assertEqual(("forecast", "2025-06-19"), (said["what"], said["since"]))

    @sabotage("package spoilt", ("prediction", lambda row: row["prediction_id"] == "P051", {"outcome_known_from": "2025-11-18"}))
    def test_ev_zak_intime(self):
        """The forecast is scored as fulfilled in early July 2025."""
        self.scored()
        said = self.row(self.asof("2025-07-10", "pe.zakharova"), "F164")
        self.assertEqual(("superseded", "EE121"), (said["status"], said["superseded_by"]))


if __name__ == "__main__":
    unittest.main()
