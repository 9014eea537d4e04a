"""A run's report as a reader follows it: figures, their traces, lanes, rows of the package."""
import csv
import functools
import html.parser
import json
import math
import re
import unittest

from program import chorsu

SCENARIO = "scenarios/herat-mazar.toml"
DRAWN = re.compile(r'<script type="application/json" id="run">(.*?)</script>', re.DOTALL)
CITED = re.compile(r"([a-z_]+\.csv):(\d+) (\w+) (-?[\d.e+-]+)")


class Page(html.parser.HTMLParser):
    """Links to figures, their traces row by row (text and links), lanes, cells with numbers, and the ids
    of the page."""

    def __init__(self, text):
        super().__init__()
        self.figures, self.traces, self.ids = [], {}, set()
        self.lanes, self.cells, self.shown = {}, [], {}
        self.fold, self.row, self.cell, self.section, self.figure = None, None, None, "", None
        self.in_heading = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = attributes.get("class", "").split()
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if "data-figure" in attributes:
            self.figures.append((attributes["data-figure"], attributes["href"]))
            self.figure = attributes["data-figure"]
            self.shown.setdefault(self.figure, []).append("")
        if tag == "h2":
            self.section, self.in_heading = "", True
        elif tag == "details" and "trace" in classes:
            self.fold = self.traces.setdefault(attributes["id"], [])
        elif tag == "tr" and self.fold is not None:
            self.row = {"text": "", "links": []}
            self.fold.append(self.row)
        elif tag == "li" and attributes.get("id", "").startswith("lane-"):
            self.row = self.lanes.setdefault("#" + attributes["id"], {"text": "", "links": []})
        elif tag == "td" and "n" in classes and self.fold is None:
            self.cell = {"section": self.section, "text": "", "plain": "plain" in classes, "links": []}
            self.cells.append(self.cell)
        if self.row is not None:
            self.row["text"] += "\n" if tag in ("td", "th", "br") else ""
            if tag == "a" and "href" in attributes:
                self.row["links"].append(attributes["href"])
        if self.cell is not None and tag == "a":
            self.cell["links"].append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "details":
            self.fold = None
        elif tag in ("tr", "li"):
            self.row = None
        elif tag == "td":
            self.cell = None
        elif tag == "a":
            self.figure = None
        elif tag == "h2":
            self.in_heading = False

    def handle_data(self, data):
        if self.in_heading:
            self.section += data
        if self.row is not None:
            self.row["text"] += data
        if self.cell is not None:
            self.cell["text"] += data
        if self.figure is not None:
            self.shown[self.figure][-1] += data


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


@functools.cache
def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_json(answer, path):
    found = answer
    for key in path:
        found = found[key]
    return {future: found[future] or 0.0 for future in ("baseline", "scenario")}


def facility_value(out, rest):
    """facilities.csv knows a facility by kind, link and node."""
    place, item = rest.rsplit(".", 1)
    kind, *where = place.split("/")
    if kind == "gauge_change":
        wanted = {"kind": kind, "node": where[0], "reversed": "1" if "back" in where[1:] else "0"}
    elif kind == "port":
        wanted = {"kind": kind, "node": where[0]}
    else:
        wanted = {"kind": kind, "link_id": where[0], "from_node": where[1]}
    rows = [row for row in read(out / "facilities.csv") if wanted.items() <= row.items()]
    return {row["future"]: float(row[item]) for row in rows}


def corridor_value(answer, rest):
    """A speed is told as the hours of 1,000 km."""
    values = in_json(answer["corridors"], rest.split("."))
    is_speed = rest.split(".")[1].startswith("tfi4")
    return {future: 1000.0 / x if is_speed and x else x for future, x in values.items()}


def state_value(answer, rest):
    if rest.endswith(".surplus"):
        return {"scenario": answer["states"][rest.removesuffix(".surplus")]["surplus_change"]}
    return in_json(answer["states"], rest.split("."))


def crossing_value(answer, rest):
    link = rest.removesuffix(".tonnes")
    return in_json(next(c for c in answer["crossings"].values() if c["link_id"] == link), ["tonnes"])


def diversion_value(answer, rest):
    return {"scenario": next(row["tonnes"] for row in answer["diversion"]
                             if rest == f"{row['from']}.{row['to']}")}


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
        self.region, self.out = region, out
        self.traces, self.lanes = {}, {}
        for row in read(out / "traces.csv"):
            self.traces.setdefault(row["figure"], []).append(row)
        for row in read(out / "lanes.csv"):
            self.lanes.setdefault(row["lane"], []).append(row)
        self.link_tonnes = {}
        for row in read(out / "flows.csv"):
            link = self.link_tonnes.setdefault(row["link_id"], {"baseline": 0.0, "scenario": 0.0})
            link[row["future"]] += float(row["tonnes"])
        self.checked = None

    def section(self, heading):
        return self.html.split(f"<h2>{heading}</h2>", 1)[1].split("<h2>", 1)[0]

    def observed_value(self, rest):
        if self.checked is None:
            done = chorsu("validate", "--json", "--region", self.region)
            self.checked = {row["id"]: row for row in json.loads(done.stdout)["rows"]}
        row, item = rest.split(".")
        return {"base": self.checked[row][item]}

    def fitted_value(self, rest):
        rows = self.package.table("calibration.csv").values()
        return {"base": next(float(row["value"]) for row in rows if row["parameter"] == rest)}

    def value_of(self, figure):
        """{future: value} of a figure by another way than its trace; None where only the page tells it."""
        kind, rest = figure.split(".", 1)
        return {"states": lambda: state_value(self.answer, rest),
                "corridors": lambda: corridor_value(self.answer, rest),
                "crossings": lambda: crossing_value(self.answer, rest),
                "diversion": lambda: diversion_value(self.answer, rest),
                "facilities": lambda: facility_value(self.out, rest),
                "links": lambda: self.link_tonnes[rest.removesuffix(".tonnes")],
                "observations": lambda: self.observed_value(rest),
                "calibration": lambda: self.fitted_value(rest),
                "routes": lambda: None,
                "relation": lambda: None}[kind]()

    def sums(self, figure):
        """{future: sum of contributions}."""
        result = {}
        for row in self.traces.get(figure, []):
            result.setdefault(row["future"], []).append(float(row["contribution"]))
        return {future: math.fsum(parts) for future, parts in result.items()}


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
        sums, values = run.sums(figure), run.value_of(figure)
        if values is None:
            self.shows(run, figure, sums)
            return
        self.assertLessEqual(set(sums), set(values), figure)
        for future, value in values.items():
            parts = [float(row["contribution"]) for row in run.traces.get(figure, [])
                     if row["future"] == future]
            size = max(abs(value), *map(abs, parts), 1e-9) if parts else max(abs(value), 1e-9)
            self.assertLessEqual(abs(math.fsum(parts) - value), 1e-9 * size, (figure, future))

    def shows(self, run, figure, sums):
        """The page prints the sum of a figure's rows: shares in percent, tonnes in Mt."""
        item = figure.rsplit(".", 1)[1]
        told = {"share": lambda x: f"{100.0 * x:.0f}", "moved": lambda x: f"{x / 1e6:.2f}",
                "tonnes": lambda x: f"{x / 1e6:.2f}"}.get(item, lambda x: f"{x:.0f}")
        for text in run.page.shown.get(figure, []):
            self.assertIn(text, {told(x) for x in sums.values()} | {told(0.0)}, figure)

    def follow_page(self, run, figure):
        """Every row of a figure's trace in the page, and the lane it names, cites rows of the package and
        links their sources."""
        cited = 0
        for row in run.page.traces[figure]:
            lanes = [run.page.lanes[link] for link in row["links"] if link.startswith("#lane-")]
            for place in (row, *lanes):
                for file, line, column, value in CITED.findall(place["text"]):
                    found = run.package.row(file, line)
                    self.assertEqual(float(found[column]), float(value), place)
                    self.assertIn(f"#source-{found['source']}", place["links"], place)
                    self.assertIn(f"source-{found['source']}", run.page.ids, place)
                    cited += 1
        return cited
