#!/usr/bin/env python3
"""Break what tests of the systems rest on, and see that they notice.

Usage: mutate.py [N] [--seed S] [--all]
Picks N rows (20) of docs/coverage.csv that work, at random, runs the test of each under the sabotage
that it names, and demands that it fails: by an assertion, not by an error. Prints a line a row.
Exit 0 when every sabotage was noticed, 1 when a test survived one or broke, 2 for wrong usage.
"""
import argparse
import csv
import importlib
import pathlib
import random
import sys
import unittest

HERE = pathlib.Path(__file__).parent
COVERAGE = HERE.parent / "docs" / "coverage.csv"


def working_rows():
    with COVERAGE.open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["status"] == "works"]


def test_of(name):
    """The test case of `module.Class.method`."""
    module, case, method = name.split(".")
    return getattr(importlib.import_module(module), case)(method)


def outcome(test):
    """noticed, survived or broke, and what the test said."""
    test.sabotaged = True
    result = unittest.TestResult()
    test.run(result)
    type(test).doClassCleanups()
    if result.errors:
        return "broke", result.errors[0][1].strip().splitlines()[-1]
    if result.failures:
        return "noticed", result.failures[0][1].strip().splitlines()[-1]
    return "survived", ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=20, metavar="N")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(HERE))
    rows = working_rows()
    if not options.all:
        rows = random.Random(options.seed).sample(rows, min(options.count, len(rows)))
        print(f"{len(rows)} rows of those that work, seed {options.seed}")
    counts = dict.fromkeys(("noticed", "survived", "broke"), 0)
    for row in rows:
        test = test_of(row["test"])
        sabotage = getattr(test, test._testMethodName).sabotage
        what, said = outcome(test)
        counts[what] += 1
        print(f"{what:<9} {row['id']:<24} {sabotage:<16} {said[:90]}", flush=True)
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    return 0 if counts["noticed"] == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
