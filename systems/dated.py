"""The bench of tests that ask what was true on a day, and who said so."""
import functools
import pathlib
import tempfile

from lab import Systems, program, solve
from package import PACKAGE, edited, gone
from questions import ask, lever

LAST_DAY = "2026-06-30"  # on which everything in the package has been told
RECOGNITION = 7


@functools.lru_cache(maxsize=None)
def asked_once(*arguments):
    return program(*arguments)["statements"]


class Dated(Systems):
    """Asks `chorsu asof` and `chorsu timeline` about the package, or about one that differs."""

    def told(self, *arguments, edits=()):
        package = self.differing(edits) if edits else self.package
        ask_it = asked_once if package == PACKAGE else asked_once.__wrapped__
        return ask_it(*arguments, "--json", "--region", package)

    def asof(self, date, *subjects, known_on="", source="", edits=()):
        known = ["--known-on", known_on] if known_on else []
        return self.told("asof", date, *subjects, *known, *(["--source", source] if source else []), edits=edits)

    def timeline(self, *subjects, source="", edits=()):
        return self.told("timeline", *subjects, *(["--source", source] if source else []), edits=edits)

    def row(self, rows, row_id):
        """The one answer of this id."""
        found = [row for row in rows if row["id"] == row_id]
        self.assertEqual(1, len(found), row_id)
        return found[0]

    def level(self, date, actor, edits=()):
        levels = [row["value"] for row in self.asof(date, edits=edits) if row["what"] == "engagement_level" and row["about"] == actor]
        self.assertEqual(1, len(levels), actor)
        return levels[0]

    def listing(self, date, actor):
        return [row["value"] for row in self.asof(date) if row["what"] == "designation" and row["about"] == actor]

    def steps(self, date, actor, edits=()):
        """Ids of the steps of a state until a day."""
        return {row["id"] for row in self.asof(date, edits=edits) if row["what"] == "step" and row["about"] == actor and row["since"] <= date}

    def strain(self, date, strain, edits=()):
        """The answer about a strain on a day."""
        return self.row(self.asof(date, edits=edits), strain)

    def index(self, date, strain, edits=()):
        return self.strain(date, strain, edits)["value"]

    def engaged(self, date, actor, edits=()):
        """Engagement index of an actor."""
        return self.row(self.asof(date, edits=edits), f"index.{actor}")["value"]

    def dated_and_sourced(self, row):
        self.assertTrue(row["since"] and row["source"] and row["said_by"] and row["known_from"], row)


def answers_without(rows, *ids):
    """Answers as they would be if some had never been given; what contradicts them is of one story with them."""
    kept = [dict(row) for row in rows if row["id"] not in ids]
    for row in kept:
        row["contradicted_by"] = [one for one in row["contradicted_by"] if one["id"] not in ids]
    return kept


def outcome(package, answer):
    """What a run and a forecast on a package say."""
    forecast = program("forecast", "recognition", "--by", "2027-12-31", "--json", "--region", package)
    return {name: answer.table(name) for name in ("flows", "accounts")} | {"forecast": forecast}


class Old(Dated):
    """A year and a forecast, with and without rows of evidence that nothing may rest on."""

    QUESTIONS = {"year": ask("2025-01-01", lever("border", "hairatan", factor=1.0))}
    ROWS = ()  # of which the package is bereft

    @classmethod
    def both(cls):
        """Flows, accounts and forecast of the package, and of the one without ROWS."""
        if "pair" not in cls.__dict__:
            with tempfile.TemporaryDirectory() as folder:
                work = pathlib.Path(folder)
                bereft = edited(work, gone(*cls.ROWS))
                cls.pair = [outcome(PACKAGE, cls.shared()["year"]),
                            outcome(bereft, solve(cls.QUESTIONS, cls.THROUGH, bereft, "", work)["year"])]
        return cls.pair

    def same_without(self, *ids):
        self.assertLessEqual(set(ids), set(self.ROWS))
        before, after = self.both()
        self.assertTrue(before["flows"] and before["accounts"])
        for name in before:
            self.assertEqual(before[name], after[name], name)
