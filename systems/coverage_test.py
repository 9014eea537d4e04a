"""docs/coverage.csv says of every system of the articles whether it works, and by which test."""
import collections
import csv
import importlib
import pathlib
import tomllib
import unittest

import mutate
from lab import Systems
from questions import MODES

SEEDS = pathlib.Path("../shared/seeds/tables/systems.csv")  # beside the repository where it is at hand
LATER_ROOMS = {"threat", "resources", "decisions", "ensemble", "claims"}  # of the architecture, not built yet
ROWS = 325


def rows():
    with mutate.COVERAGE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Coverage(unittest.TestCase):
    def test_every_system_has_one_row(self):
        ids = [row["id"] for row in rows()]
        self.assertEqual(ROWS, len(ids))
        self.assertEqual(ROWS, len(set(ids)))

    def test_the_systems_are_those_of_the_articles(self):
        if not SEEDS.is_file():
            self.skipTest(f"{SEEDS} is not at hand")
        with SEEDS.open(newline="", encoding="utf-8") as file:
            self.assertEqual([row["id"] for row in csv.DictReader(file)], [row["id"] for row in rows()])

    def test_rooms_and_statuses_exist(self):
        rooms = {module["name"] for module in tomllib.loads(pathlib.Path("layers.toml").read_text())["module"]}
        for row in rows():
            self.assertIn(row["room"], rooms | LATER_ROOMS, row["id"])
            self.assertIn(row["status"], ("works", "partial", "absent"), row["id"])

    def test_what_works_has_a_test_of_its_own_that_can_be_sabotaged(self):
        for row in rows():
            self.assertEqual(bool(row["test"]) and row["status"] != "absent",
                             row["status"] == "works" or bool(row["test"]), row["id"])
            if row["test"]:
                test = mutate.test_of(row["test"])
                self.assertIsInstance(test, Systems, row["id"])
                self.assertEqual("test_" + row["id"].replace(".", "_"), test._testMethodName)
                self.assertIn(getattr(test, test._testMethodName).sabotage, MODES, row["id"])

    def test_every_test_of_a_system_stands_in_it(self):
        named = {row["test"] for row in rows()}
        for path in mutate.HERE.glob("*_test.py"):
            module = importlib.import_module(path.stem)
            for case in vars(module).values():
                if isinstance(case, type) and issubclass(case, Systems) and case.__module__ == path.stem:
                    for name in unittest.defaultTestLoader.getTestCaseNames(case):
                        self.assertIn(f"{path.stem}.{case.__name__}.{name}", named)

    def test_a_part_is_not_called_the_whole(self):
        for row in rows():
            if row["test"]:
                test = mutate.test_of(row["test"])
                of_part = "Only a part of its sentence" in getattr(test, test._testMethodName).__doc__
                self.assertEqual("partial" if of_part else "works", row["status"], row["id"])

    def test_a_hundred_and_fifty_work(self):
        counts = collections.Counter(row["status"] for row in rows())
        print(", ".join(f"{number} {status}" for status, number in counts.most_common()))
        self.assertGreaterEqual(counts["works"], 150)


if __name__ == "__main__":
    unittest.main()
