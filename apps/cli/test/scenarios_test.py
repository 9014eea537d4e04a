import itertools
import json
import pathlib
import re
import resource
import tempfile
import unittest

from page import requests
from program import SCENARIOS, check_run, chorsu

QUESTIONS = 14  # of the articles, at the least
CPU_SECONDS = 2 * 60  # a minute on two cores
METRICS = ("transit_tonnes", "transit_revenue", "trade_cost")
LEVER = re.compile(r'(?ms)^(open|close)(\s*=\s*)(\[.*?\]|".*?")')


def solved(files, out):
    """The result of each scenario by its id."""
    done = chorsu("run", *files, "--json", "--out", out)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return {run["scenario"]: run for run in answer.get("runs", [answer])}


def changes(run):
    """What a scenario does to every state, metric by metric."""
    return {state: tuple(items[m]["scenario"] - items[m]["baseline"] for m in METRICS)
            for state, items in run["states"].items()}


def states_that_differ(a, b):
    """States whose results are not the same: more than a tonne or a dollar, and a thousandth, apart."""
    def apart(x, y):
        return abs(x - y) > max(1.0, 1e-3 * max(abs(x), abs(y)))

    a, b = changes(a), changes(b)
    return [state for state in a if any(apart(x, y) for x, y in zip(a[state], b[state]))]


def with_levers_of(text, other):
    """The scenario with its own dates, and what another one opens or shuts."""
    lever = LEVER.search(other)
    others = ", ".join(id for match in LEVER.finditer(other) for id in re.findall(r'"[^"]+"', match[3]))
    head = text[: text.index("[[change]]")]
    date = re.findall(r"date\s*=\s*(\S+)", text)[-1]
    return f"{head}[[change]]\ndate = {date}\n{lever[1]} = [{others}]\n"


class NoChange(unittest.TestCase):
    """A scenario that multiplies border hours by one."""

    def test_a_change_of_nothing_moves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "nothing.toml"
            file.write_text('[scenario]\ntitle = "Nothing"\nwhy = "A control."\n\n'
                            '[[change]]\ndate = 2030-01-01\nborder = "hairatan"\nfactor = 1.0\n')
            run = solved([file, "--region", "data/region"], pathlib.Path(folder) / "out")["nothing"]
        for state, items in run["states"].items():
            for metric in METRICS:
                before, after = items[metric]["baseline"], items[metric]["scenario"]
                self.assertAlmostEqual(before, after, delta=1.0 + 1e-3 * abs(before), msg=f"{state} {metric}")


class Scenarios(unittest.TestCase):
    """All scenarios that are shipped, solved once."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.out = pathlib.Path(cls.folder.name)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        cls.runs = solved(SCENARIOS, cls.out / "own")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cls.seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    def test_all_are_solved_in_a_minute_on_two_cores(self):
        self.assertGreaterEqual(len(self.runs), QUESTIONS)
        self.assertLessEqual(self.seconds, CPU_SECONDS)  # of both cores, however busy the machine is

    def test_a_scenario_alone_gives_the_same_bytes_as_among_others(self):
        alone = self.out / "alone"
        solved([SCENARIOS[0]], alone)
        for path in sorted(alone.iterdir()):
            other = self.out / "own" / SCENARIOS[0].stem / path.name
            self.assertEqual(path.read_bytes(), other.read_bytes(), path.name)

    def test_every_scenario_says_why(self):
        for path in SCENARIOS:
            self.assertRegex(path.read_text(encoding="utf-8"), r'(?m)^why +=', path)

    def test_the_files_of_every_run_agree(self):
        for name in self.runs:
            done = check_run(self.out / "own" / name)
            self.assertEqual(0, done.returncode, f"{name}:\n{done.stdout}{done.stderr}")

    def test_every_report_is_one_file_of_at_most_3_mb_that_loads_nothing(self):
        for name in self.runs:
            page = (self.out / "own" / name / "report.html").read_text(encoding="utf-8")
            self.assertLessEqual(len(page.encode()), 3_000_000, name)
            self.assertEqual([], requests(page), name)

    def test_any_two_differ_in_at_least_three_states(self):
        for a, b in itertools.combinations(self.runs, 2):
            self.assertGreaterEqual(len(states_that_differ(self.runs[a], self.runs[b])), 3, (a, b))

    def test_with_the_levers_of_another_every_result_is_another(self):
        of_links = [path for path in SCENARIOS if LEVER.search(path.read_text(encoding="utf-8"))]
        texts = [path.read_text(encoding="utf-8") for path in of_links]
        swapped = self.out / "swapped"
        swapped.mkdir()
        files = []
        for path, text, other in zip(of_links, texts, texts[1:] + texts[:1]):
            files.append(swapped / path.name)
            files[-1].write_text(with_levers_of(text, other), encoding="utf-8")
        others = solved(files, self.out / "exchanged")
        for name, run in others.items():
            self.assertGreaterEqual(len(states_that_differ(run, self.runs[name])), 3, name)


if __name__ == "__main__":
    unittest.main()
