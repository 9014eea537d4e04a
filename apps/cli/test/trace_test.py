"""From a number of the report to the rows of the package and their sources."""
import csv
import math
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import unittest

from program import REGION
from trace_page import CITED, Following, Run, read

SEED = int(os.environ.get("CHORSU_SEED", "4"))


class Figures(Following):
    """One run, its report followed."""

    PLAIN = {"How exact the solve is", "Assumptions and defaults"}  # measures of the solve, counts of rows
    LEAST = {"states": 50, "corridors": 50, "crossings": 10, "links": 50, "facilities": 100, "routes": 10,
             "relation": 2, "diversion": 10, "observations": 50, "calibration": 5}  # of each kind

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.run_ = Run(REGION, pathlib.Path(cls.folder.name) / "out")

    def follow(self, figure):
        with self.subTest(figure=figure):
            self.assertIn(figure, self.run_.page.traces)
            self.assertGreater(self.follow_page(self.run_, figure), 0)
            self.assertGreater(self.follow_tables(self.run_, figure), 0)
            self.adds_up(self.run_, figure)

    def test_ten_figures_of_the_page_lead_to_rows_with_sources(self):
        ids = sorted({figure for figure, _ in self.run_.page.figures})
        chosen = random.Random(SEED).sample(ids, 10)
        print(f"CHORSU_SEED={SEED}: {', '.join(chosen)}", file=sys.stderr)
        for figure in chosen:
            self.follow(figure)

    def test_two_figures_of_every_kind_lead_to_rows_with_sources(self):
        for kind, least in self.LEAST.items():
            ids = sorted({figure for figure, _ in self.run_.page.figures
                          if figure.startswith(kind + ".")})
            self.assertGreaterEqual(len(ids), least, kind)
            for figure in random.Random(SEED).sample(ids, 2):
                self.follow(figure)

    def test_every_number_of_the_tables_leads_somewhere_or_is_no_figure(self):
        self.assertGreater(len(self.run_.page.cells), 1000)
        for cell in self.run_.page.cells:
            if cell["plain"]:
                self.assertIn(cell["section"], self.PLAIN, cell)
                self.assertEqual([], cell["links"], cell)
            elif re.search("[1-9]", cell["text"]):
                self.assertEqual(1, len(cell["links"]), cell)
                self.assertIn(cell["links"][0].removeprefix("#"), self.run_.page.ids, cell)

    def test_every_link_of_a_figure_ends_at_a_trace(self):
        self.assertGreater(len(self.run_.page.figures), 100)
        for figure, href in self.run_.page.figures:
            self.assertEqual("#" + figure, href)
            self.assertTrue(self.run_.page.traces.get(figure), figure)

    def test_the_links_of_the_map_that_differ_most_lead_to_their_rows(self):
        def difference(link):
            return abs(link["tonnes"]["scenario"] - link["tonnes"]["baseline"])

        drawn = sorted(self.run_.drawn["map"]["links"], key=difference, reverse=True)
        for link in drawn[:90]:  # the drawn tonnes are rounded: the order of the last is open
            self.assertIn(link["figure"], self.run_.page.traces)
            self.assertIn(link["figure"], self.run_.page.shown)

    def test_every_traced_figure_adds_up_to_what_the_run_says(self):
        for figure in self.run_.traces:
            self.adds_up(self.run_, figure)

    def test_the_page_is_small_enough_to_send(self):
        self.assertLess(len(self.run_.html.encode()), 3_000_000)

    def test_figures_agree_with_the_accounts(self):
        for row in read(self.run_.out / "accounts.csv"):
            item = row["item"].replace("exposure_", "exposure.")
            figure = f"states.{row['state']}.{'surplus' if item == 'surplus_change' else item}"
            if figure not in self.run_.traces:
                continue
            parts = math.fsum(float(t["contribution"]) for t in self.run_.traces[figure]
                              if t["future"] == row["future"])
            self.assertTrue(math.isclose(parts, float(row["value"]), rel_tol=1e-6, abs_tol=1.0), row)


class OneTariff(Following):
    """The same question of two packages that differ in one state's rail tariff."""

    FACTOR = 1.3

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        home = pathlib.Path(cls.folder.name)
        region = home / "data" / "region"
        shutil.copytree(REGION, region)
        shutil.copytree(REGION.parent / "geo", home / "data" / "geo")
        cls.lines = cls.raise_tariff(region / "tariff.csv")
        cls.before = Run(REGION, home / "before")
        cls.after = Run(region, home / "after")

    @classmethod
    def raise_tariff(cls, path):
        """The lines that became dearer."""
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        column = rows[0].index("tariff")
        dearer = []
        for line, row in enumerate(rows, start=1):
            if row[:3] in (["UZB", "rail", "bulk"], ["UZB", "rail", "container"]):
                for at in (column, column + 2):  # the value and the upper end of its range
                    row[at] = repr(cls.FACTOR * float(row[at]))
                dearer.append(str(line))
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        return dearer

    def tariff_rows(self, run, figure, future):
        return {row["line"]: row for row in run.traces[figure]
                if row["file"] == "tariff.csv" and row["line"] in self.lines
                and row["future"] == future and row["reading"] == "value x amount"}

    def test_verdict_map_and_tables_change(self):
        self.assertEqual(2, len(self.lines))
        self.assertNotEqual(self.before.answer["verdict"], self.after.answer["verdict"])
        for section in ("Verdict", "Winners and losers", "Who lost transit to whom"):
            self.assertNotEqual(self.before.section(section), self.after.section(section), section)
        self.assertNotEqual(self.before.drawn["map"], self.after.drawn["map"])
        for name in ("flows.csv", "accounts.csv", "diversion.csv", "corridors.csv", "traces.csv"):
            self.assertNotEqual((self.before.out / name).read_bytes(),
                                (self.after.out / name).read_bytes(), name)

    def test_dearer_rails_lose_transit(self):
        old = self.before.answer["states"]["UZB"]["transit_tonnes"]["baseline"]
        new = self.after.answer["states"]["UZB"]["transit_tonnes"]["baseline"]
        self.assertLess(new, old)

    def test_the_revenue_rests_on_the_new_value(self):
        figure = "states.UZB.transit_revenue"
        for future in ("baseline", "scenario"):
            old = self.tariff_rows(self.before, figure, future)
            new = self.tariff_rows(self.after, figure, future)
            self.assertEqual(set(self.lines), set(old))
            self.assertEqual(set(self.lines), set(new))
            for line in self.lines:
                value, amount = float(new[line]["value"]), float(new[line]["amount"])
                self.assertTrue(math.isclose(value, self.FACTOR * float(old[line]["value"])))
                self.assertTrue(math.isclose(value * amount, float(new[line]["contribution"]),
                                             rel_tol=1e-12))
                self.assertNotEqual(float(old[line]["amount"]), amount)  # t·km moved too

    def test_the_page_shows_the_new_value(self):
        figure = "states.UZB.transit_revenue"
        shown = {line: value for row in self.after.page.traces[figure]
                 for file, line, column, value in CITED.findall(row["text"])
                 if file == "tariff.csv" and column == "tariff"}
        self.assertTrue(set(shown) & set(self.lines))
        for line in set(shown) & set(self.lines):
            self.assertEqual(float(self.after.package.row("tariff.csv", line)["tariff"]),
                             float(shown[line]))
        self.follow_page(self.after, figure)

    def test_other_rows_keep_their_values_and_figures_still_add_up(self):
        def values(run):
            return {(row["file"], row["line"], row["column"]): row["value"]
                    for rows in run.traces.values() for row in rows if row["file"].endswith(".csv")}

        old, new = values(self.before), values(self.after)
        changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
        self.assertEqual({("tariff.csv", line, "tariff") for line in self.lines}, changed)
        for figure in self.after.traces:
            self.adds_up(self.after, figure)


if __name__ == "__main__":
    unittest.main()
