"""The bench of the systems' tests.

A test names questions (a day and the levers pulled on it), has the program answer them, and judges
the answer by the files that a run leaves. Every test also names a sabotage, one of MODES: with it
the same test must fail, or it shows nothing. `./dev mutate` tries that.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from answers import Answer
from package import PACKAGE, edited

CHORSU = os.environ.get("CHORSU", "build/release/bin/chorsu")

KT = 1e3  # tonnes


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


class Systems(unittest.TestCase):
    """Tests that share the answers to QUESTIONS, each of which may need all of them."""

    QUESTIONS = {}
    THROUGH = ()  # places whose users the questions ask for
    GIVEN = ()  # edits of the package that hold in both futures, see built()
    sabotaged = False  # set by `./dev mutate`

    def setUp(self):
        self.test = getattr(self, self._testMethodName)
        self.mode = self.test.sabotage if self.sabotaged else ""
        self.edits = self.GIVEN + (self.test.edits if self.mode == "package spoilt" else ())
        self.package = self.differing(()) if self.mode else PACKAGE
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

    def routes(self, origin, destination, date, *edits, modes=(), commodity="containers", corridors=False):
        """Rival routes on a day; with edits, on a package that differs by them; empty where there is none."""
        only = (["--modes", ",".join(modes)] if modes else []) + (["--by-corridor"] if corridors else [])
        return program("route", "--from", origin, "--to", destination, "--class", commodity, "--date", date,
                       "--region", self.differing(edits), "--json", *only)["routes"]

    def differing(self, edits):
        """The package with what is given or spoilt, and with edits that stand for levers."""
        edits = self.edits + (() if self.mode == "lever disabled" else edits)
        return edited(self.scratch(), edits) if edits else PACKAGE

    def rises(self, change, by=KT):
        self.assertGreater(change.rise, by, change)

    def falls(self, change, by=KT):
        self.assertLess(change.rise, -by, change)

    def stays(self, change, within=KT):
        self.assertLessEqual(abs(change.rise), within, change)
