"""From a number of the report to the rows of the package and their sources."""
import csv
import html.parser
import json
import math
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import unittest

from program import REGION, chorsu

SCENARIO = "scenarios/herat-mazar.toml"
SEED = int(os.environ.get("CHORSU_SEED", "4"))
DRAWN = re.compile(r'<script type="application/json" id="run">(.*?)</script>', re.DOTALL)
CITED = re.compile(r"([a-z_]+\.csv):(\d+) (\w+) (-?[\d.e+-]+)")


class Page(html.parser.HTMLParser):
    """Links to figures, their traces row by row (text and links), and the ids of the page."""

    def __init__(self, text):
        super().__init__()
        self.figures, self.traces, self.ids = [], {}, set()
        self.open, self.row = None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if "data-figure" in attributes:
            self.figures.append((attributes["data-figure"], attributes["href"]))
        if tag == "details":
            self.open = attributes.get("id")
            self.traces.setdefault(self.open, [])
        elif tag == "tr" and self.open:
            self.row = {"text": "", "links": []}
            self.traces[self.open].append(self.row)
        elif tag in ("td", "th", "br") and self.row is not None:
            self.row["text"] += "\n"
        elif tag == "a" and self.row is not None and "href" in attributes:
            self.row["links"].append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "details":
            self.open = None
        if tag == "tr":
            self.row = None

    def handle_data(self, data):
        if self.row is not None:
            self.row["text"] += data


class Package:
    """The rows of a package by file and line."""

    def __init__(self, folder):
        self.folder, self.tables = folder, {}
        self.sources = {row["source_id"] for row in self.table("source.csv").values()}

    def table(self, name):
        if name not in self.tables:
            with open(self.folder / name, encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                self.tables[name] = {reader.line_num: row for row in reader}
        return self.tables[name]

    def row(self, file, line):
        return self.table(file)[int(line)]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def value_of(answer, figure):
    """(baseline, scenario) of a figure in the run's JSON; what is a difference has no baseline."""
    kind, rest = figure.split(".", 1)
    if kind == "diversion":
        return 0.0, next(row["tonnes"] for row in answer["diversion"]
                         if rest == f"{row['from']}.{row['to']}")
    if kind == "crossings":
        link = rest.removesuffix(".tonnes")
        found = next(c for c in answer["crossings"].values() if c["link_id"] == link)["tonnes"]
    elif rest.endswith(".surplus"):
        return 0.0, answer["states"][rest.removesuffix(".surplus")]["surplus_change"]
    else:
        found = answer[kind]
        for key in rest.split("."):
            found = found[key]
    return found["baseline"], found["scenario"]


def product(row):
    """What a row's value and amount give, or None where it is no product."""
    if row["reading"] in ("sum", "bears on it"):
        return None
    value, amount = float(row["value"]), float(row["amount"])
    return {"value x amount": lambda: value * amount,
            "amount / value": lambda: amount / value,
            "amount x (value - 1)": lambda: amount * (value - 1.0),
            "amount x (1 / value - 1)": lambda: amount * (1.0 / value - 1.0),
            "-value x amount": lambda: -value * amount}[row["reading"]]()


class Run:
    def __init__(self, region, out):
        done = chorsu("run", SCENARIO, "--json", "--region", region, "--out", out)
        assert done.returncode == 0, done.stderr
        self.answer = json.loads(done.stdout)
        self.html = (out / "report.html").read_text(encoding="utf-8")
        self.page = Page(self.html)
        self.drawn = json.loads(DRAWN.search(self.html)[1])
        self.package = Package(region)
        self.out = out
        self.traces, self.lanes = {}, {}
        for row in read(out / "traces.csv"):
            self.traces.setdefault(row["figure"], []).append(row)
        for row in read(out / "lanes.csv"):
            self.lanes.setdefault(row["lane"], []).append(row)

    def section(self, heading):
        return self.html.split(f"<h2>{heading}</h2>", 1)[1].split("<h2>", 1)[0]


class Following(unittest.TestCase):
    """How to follow a figure: shared by the tests below."""

    def follow_row(self, run, row):
        """To the package: the same value in the row's column, the same source, and the source there."""
        found = run.package.row(row["file"], row["line"])
        self.assertEqual(float(found[row["column"]]), float(row["value"]), row)
        self.assertEqual(found["source"], row["source"], row)
        self.assertIn(row["source"], run.package.sources, row)

    def follow_tables(self, run, figure):
        """Every row of a figure in traces.csv, and the rows behind its lanes. Returns rows followed."""
        followed = 0
        for row in run.traces[figure]:
            if row["file"].endswith(".csv"):
                self.follow_row(run, row)
                followed += 1
            else:
                self.assertIn(row["reading"] == "sum" or row["file"], (True, "herat-mazar.toml"), row)
            gives = product(row)
            if gives is not None:
                self.assertTrue(math.isclose(gives, float(row["contribution"]), rel_tol=1e-9,
                                             abs_tol=1e-9), row)
            for behind in run.lanes.get(row["row"], []):
                self.follow_row(run, behind)
        return followed

    def adds_up(self, run, figure):
        for future, value in zip(("baseline", "scenario"), value_of(run.answer, figure)):
            parts = [float(row["contribution"]) for row in run.traces.get(figure, [])
                     if row["future"] == future]
            size = max(abs(value), *map(abs, parts), 1e-9) if parts else max(abs(value), 1e-9)
            self.assertLessEqual(abs(math.fsum(parts) - value), 1e-9 * size, (figure, future))

    def follow_page(self, run, figure):
        """Every row of a figure's trace in the page cites rows of the package and links their sources."""
        cited = 0
        for row in run.page.traces[figure]:
            for file, line, column, value in CITED.findall(row["text"]):
                found = run.package.row(file, line)
                self.assertEqual(float(found[column]), float(value), row)
                self.assertIn(f"#source-{found['source']}", row["links"], row)
                self.assertIn(f"source-{found['source']}", run.page.ids, row)
                cited += 1
        return cited


class Figures(Following):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.run_ = Run(REGION, pathlib.Path(cls.folder.name) / "out")

    def test_ten_figures_of_the_page_lead_to_rows_with_sources(self):
        ids = sorted({figure for figure, _ in self.run_.page.figures})
        chosen = random.Random(SEED).sample(ids, 10)
        print(f"CHORSU_SEED={SEED}: {', '.join(chosen)}", file=sys.stderr)
        for figure in chosen:
            with self.subTest(figure=figure):
                self.assertIn(figure, self.run_.page.traces)
                self.assertGreater(self.follow_page(self.run_, figure), 0)
                self.assertGreater(self.follow_tables(self.run_, figure), 0)
                self.adds_up(self.run_, figure)

    def test_every_link_of_a_figure_ends_at_a_trace(self):
        self.assertGreater(len(self.run_.page.figures), 100)
        for figure, href in self.run_.page.figures:
            self.assertEqual("#" + figure, href)
            self.assertTrue(self.run_.page.traces.get(figure), figure)

    def test_every_traced_figure_adds_up_to_what_the_run_says(self):
        for figure in self.run_.traces:
            self.adds_up(self.run_, figure)

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
