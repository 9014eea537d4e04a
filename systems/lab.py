"""The bench of the systems' tests: questions put to the program, and the ways to break them.

A test names questions (a day and the levers pulled on it), has the program answer them, and judges
the answer by the files that a run leaves. Every test also names a sabotage, one of MODES: with it
the same test must fail, or it shows nothing. `./dev mutate` tries that.
"""
import collections
import csv
import dataclasses
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CHORSU = os.environ.get("CHORSU", "build/release/bin/chorsu")
PACKAGE = pathlib.Path("data/region")
KT = 1e3  # tonnes
ADDED = object()  # stands for the rows of an edit that are not there yet
MODES = {
    "lever disabled": "the changes of the questions are left out, what was asked is kept",
    "sign flipped": "the two futures change places",
    "capacity lifted": "every capacity that a question sets is a thousand times as large",
    "package spoilt": "the package is as the test's own sabotage leaves it",
}


def sabotage(mode, *edits):
    """Declares what a test must fail under; `edits` of the package go with "package spoilt"."""
    assert mode in MODES and bool(edits) == (mode == "package spoilt"), mode

    def declare(test):
        test.sabotage, test.edits = mode, edits
        return test

    return declare


@dataclasses.dataclass(frozen=True)
class Lever:
    word: str
    places: tuple
    options: tuple = ()

    def toml(self, date):
        rows = [f"date = {date}", f"{self.word} = {json.dumps(self.places)}"]
        return "\n".join(["[[change]]", *rows, *(f"{k} = {json.dumps(v)}" for k, v in self.options), ""])


def lever(word, *places, **options):
    """One change, such as lever("border", "hairatan", factor=2.0)."""
    return Lever(word, places, tuple(options.items()))


NOTHING = lever("border", "hairatan", factor=1.0)  # keeps the day of a question that lost its levers


@dataclasses.dataclass(frozen=True)
class Question:
    date: str
    levers: tuple

    def toml(self, title, mode):
        levers = {"lever disabled": lambda: (NOTHING,),
                  "capacity lifted": lambda: tuple(map(lifted, self.levers))}.get(mode, lambda: self.levers)()
        head = f'[scenario]\ntitle = "{title}"\nregion = "region"\nwhy = "A test of the systems."\n\n'
        return head + "\n".join(each.toml(self.date) for each in levers)


def ask(date, *levers):
    return Question(date, levers)


def lifted(change):
    if change.word != "capacity":
        return change
    return dataclasses.replace(change, options=tuple((k, v * 1e3) for k, v in change.options))


class Change(collections.namedtuple("Change", "before after")):
    """One figure in the baseline and in the scenario."""

    @property
    def rise(self):
        return self.after - self.before

    def __add__(self, other):
        return Change(self.before + other.before, self.after + other.after)

    def over(self, whole):
        return Change(self.before / whole.before, self.after / whole.after)


class Answer:
    """The files of one run, read when they are asked for."""

    def __init__(self, folder, figures, flipped):
        self.folder, self.figures, self.tables = folder, figures, {}
        self.futures = ("scenario", "baseline") if flipped else ("baseline", "scenario")

    def table(self, name):
        if name not in self.tables:
            self.tables[name] = rows_of(self.folder / f"{name}.csv")
        return self.tables[name]

    def change(self, rows, column="tonnes"):
        sums = dict.fromkeys(self.futures, 0.0)
        for row in rows:
            sums[row["future"]] += float(row[column])
        return Change(*(sums[future] for future in self.futures))

    def state(self, state, item="transit_tonnes"):
        return self.change((r for r in self.table("accounts") if (r["state"], r["item"]) == (state, item)),
                           "value")

    def corridor(self, corridor):
        """Mean flow along a corridor."""
        return self.change(r for r in self.table("corridors") if r["corridor"] == corridor)

    def link(self, *links, towards=None, commodities=None):
        """Tonnes on links, in both directions or only those that arrive at `towards`."""
        return self.change(r for r in self.table("flows") if r["link_id"] in links
                           and towards in (None, r["to_node"])
                           and (commodities is None or r["class"] in commodities))

    def od(self, origins, destinations, commodities=None):
        return self.change(between(self.table("od"), origins, destinations, commodities))

    def both_ways(self, ends, others):
        return self.od(ends, others) + self.od(others, ends)

    def through(self, place, origins, destinations):
        """Tonnes from origins to destinations that use a place of the class's THROUGH."""
        rows = (r for r in self.table("through") if r["place"] == place)
        return self.change(between(rows, origins, destinations))

    def through_both_ways(self, place, ends, others):
        return self.through(place, ends, others) + self.through(place, others, ends)

    def facility(self, column, **where):
        """A figure of the scarce things whose columns are as `where` says, summed."""
        rows = (r for r in self.table("facilities") if all(r[k] == v for k, v in where.items()))
        return self.change(rows, column)

    def is_open(self, link):
        row = next(r for r in self.table("arcs") if r["link_id"] == link)
        return Change(*(row[f"open_{future}"] == "1" for future in self.futures))

    def open_links(self, future, mode):
        """Links open after (or before) the changes, as (link, from, to)."""
        column = f"open_{self.futures[('before', 'after').index(future)]}"
        return [(r["link_id"], r["from_node"], r["to_node"]) for r in self.table("arcs")
                if r[column] == "1" and r["mode"] == mode]


def between(rows, origins, destinations, commodities=None):
    return (r for r in rows
            if (origins is None or r["origin"] in origins)
            and (destinations is None or r["destination"] in destinations)
            and (commodities is None or r["class"] in commodities))


def program(*arguments):
    done = subprocess.run([CHORSU, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):  # 1: the answer is no
        raise RuntimeError(f"chorsu {arguments[0]} gave {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def solve(questions, through, package, mode, folder):
    """The answer to every question by its name: one call, one solve of the base year."""
    files = []
    for name, question in questions.items():
        files.append(folder / f"{name}.toml")
        files[-1].write_text(question.toml(name, mode), encoding="utf-8")
    out = folder / "out"
    users = ["--through", ",".join(through)] if through else []
    figures = program("run", *files, "--region", package, "--json", "--out", out, *users)
    runs = figures.get("runs", [figures])
    of = {run["scenario"]: run for run in runs}
    return {name: Answer(out / name if len(runs) > 1 else out, of[name], mode == "sign flipped")
            for name in questions}


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def table(name, package=PACKAGE):
    return rows_of(package / f"{name}.csv")


def edited(folder, edits):
    """A copy of the package, and its map, with edits.

    An edit is (table, which rows, their new columns), or (table, ADDED, rows like the first but for columns).
    """
    copy = folder / "data" / "region"
    shutil.copytree(PACKAGE, copy)
    geo = PACKAGE.parent / "geo"
    if geo.is_dir():
        (copy.parent / "geo").symlink_to(geo.resolve())
    for name, concerns, columns in edits:
        rows = rows_of(copy / f"{name}.csv")
        change_rows(rows, concerns, columns)
        with (copy / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return copy


def change_rows(rows, concerns, columns):
    if concerns is ADDED:
        key = next(iter(rows[0]))
        start = len(rows)
        rows += [{**rows[0], key: f"added-{start + number}", **row} for number, row in enumerate(columns)]
        return
    touched = [row for row in rows if concerns(row)]
    assert touched, "no row to edit"
    for row in touched:
        row.update({k: v(row) if callable(v) else v for k, v in columns.items()})


def built(*projects):
    """An edit: the lines of projects are under construction and have opened by themselves by 2030."""
    years = dict.fromkeys(("expected", "expected_low", "expected_high"), "2030")
    return ("link", owned_by(projects), {"status": "under_construction", **years})


def roomy(project, capacity):
    """An edit: the lines of a project have another row of capacity.csv."""
    return ("link", owned_by([project]), {"capacity_id": capacity})


def shut(*links, nodes=()):
    """An edit: links and nodes take no goods from 2000 on."""
    event = {"from_date": "2000-01-01", "until_date": "", "status": "suspended"}
    return ("status", ADDED, [{"link_id": link, "node_id": "", **event} for link in links] +
            [{"link_id": "", "node_id": node, **event} for node in nodes])


def owned_by(projects):
    lines = {r["link_id"] for r in table("project_link") if r["project_id"] in projects and r["role"] == "own"}
    return lambda row: row["link_id"] in lines


@functools.lru_cache(maxsize=None)
def centroids(*codes):
    """Nodes where the trade of states or groups of states (trade codes) begins and ends."""
    return frozenset(r["node_id"] for r in table("zone") if set(r["trade_code"].split(";")) & set(codes))


class Systems(unittest.TestCase):
    """Tests that share the answers to QUESTIONS, each of which may need all of them."""

    QUESTIONS = {}
    THROUGH = ()  # places whose users the questions ask for
    GIVEN = ()  # edits of the package that hold in both futures, see built()
    sabotaged = False  # set by `./dev mutate`

    def setUp(self):
        self.test = getattr(self, self._testMethodName)
        self.mode = self.test.sabotage if self.sabotaged else ""
        edits = self.GIVEN + (self.test.edits if self.mode == "package spoilt" else ())
        self.package = edited(self.scratch(), edits) if edits and self.mode else PACKAGE
        self.spoilt = {}  # answers under sabotage

    def scratch(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return pathlib.Path(folder.name)

    @classmethod
    def shared(cls):
        """Answers to all questions, solved once."""
        if "answers" not in cls.__dict__:
            folder = tempfile.TemporaryDirectory()
            cls.addClassCleanup(folder.cleanup)
            work = pathlib.Path(folder.name)
            package = edited(work, cls.GIVEN) if cls.GIVEN else PACKAGE
            cls.answers = solve(cls.QUESTIONS, cls.THROUGH, package, "", work)
        return cls.answers

    def answer(self, name):
        """The answer to one question, spoilt where the test is being sabotaged."""
        if not self.mode:
            return self.shared()[name]
        if name not in self.spoilt:
            self.spoilt[name] = self.solve_on(self.package, name)
        return self.spoilt[name]

    def answer_on(self, name, *edits):
        """The answer to a question on a package that differs by edits: the levers that scenarios lack."""
        return self.solve_on(self.differing(edits), name)

    def solve_on(self, package, name):
        question = {name: self.QUESTIONS[name]}
        return solve(question, self.THROUGH, package, self.mode, self.scratch())[name]

    def routes(self, origin, destination, date, *edits, modes=(), commodity="containers"):
        """Rival routes on a day; with edits, on a package that differs by them; empty where there is none."""
        only = ["--modes", ",".join(modes)] if modes else []
        return program("route", "--from", origin, "--to", destination, "--class", commodity, "--date", date,
                       "--region", self.differing(edits), "--json", *only)["routes"]

    def differing(self, edits):
        return edited(self.scratch(), edits) if edits and self.mode != "lever disabled" else self.package

    def rises(self, change, by=KT):
        self.assertGreater(change.rise, by, change)

    def falls(self, change, by=KT):
        self.assertLess(change.rise, -by, change)

    def stays(self, change, within=KT):
        self.assertLessEqual(abs(change.rise), within, change)
