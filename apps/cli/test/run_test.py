import csv
import json
import pathlib
import sqlite3
import tempfile
import unittest

from program import chorsu, check_run, without_seconds
from workbook import workbook

SCENARIO = "scenarios/herat-mazar.toml"
INDICATORS = ("tfi1", "tfi2", "tfi3", "tfi4", "tfi4_without_delay")
SPREADSHEET = 1e-15  # relative: XLSX holds sixteen digits
FILES = ("report.html", "result.gpkg", "result.xlsx", "flows.csv", "od.csv", "arcs.csv", "accounts.csv",
         "diversion.csv", "traces.csv", "lanes.csv", "link_costs.csv",
         "routes.csv", "observations.csv")


def scratch():
    return tempfile.TemporaryDirectory()


class Run(unittest.TestCase):
    """One run on one thread, looked at from all sides."""

    @classmethod
    def setUpClass(cls):
        cls.folder = scratch()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.out = pathlib.Path(cls.folder.name) / "herat"
        cls.run_json = chorsu("run", SCENARIO, "--json", "--threads", "1", "--out", cls.out)
        cls.answer = json.loads(cls.run_json.stdout)

    def test_it_converges_and_says_nothing_on_stderr(self):
        self.assertEqual((0, ""), (self.run_json.returncode, self.run_json.stderr))
        self.assertLessEqual(self.answer["residual"], 1e-6)
        self.assertLessEqual(self.answer["capacity_violation"], 1e-6)
        self.assertLessEqual(self.answer["balance_max"], 1e-9)

    def test_the_keys_that_machines_read(self):
        self.assertEqual("herat-mazar", self.answer["scenario"])
        self.assertEqual("2036-01-01", self.answer["baseline_date"])
        self.assertLessEqual({"load", "cold", "warm", "report"}, set(self.answer["seconds"]))
        for key in ("transit_tonnes", "transit_revenue", "trade_cost"):
            self.assertLessEqual({"baseline", "scenario"}, set(self.answer["states"]["UZB"][key]))
        self.assertLessEqual({"baseline", "scenario"}, set(self.answer["corridors"]["kabul"]["tonnes"]))
        self.assertLessEqual({"baseline", "scenario"},
                             set(self.answer["crossings"]["hairatan"]["tonnes"]))
        self.assertLessEqual({"from", "to", "tonnes"}, set(self.answer["diversion"][0]))
        self.assertLessEqual({"html", "csv", "gpkg", "xlsx"}, set(self.answer["files"]))

    def test_the_files_lie_where_it_says(self):
        files = self.answer["files"]
        for path in (files["html"], files["gpkg"], files["xlsx"], *files["csv"]):
            self.assertTrue(pathlib.Path(path).is_file(), path)
        for name in FILES:
            self.assertGreater((self.out / name).stat().st_size, 0, name)
        self.assertEqual([], [p for p in self.out.iterdir() if p.name.startswith(".")])

    def test_the_files_agree_with_each_other(self):
        done = check_run(self.out)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def test_the_geopackage_has_flows_on_five_hundred_links(self):
        with sqlite3.connect(f"file:{self.out / 'result.gpkg'}?mode=ro", uri=True) as package:
            for future in ("baseline", "scenario"):
                (count,), = package.execute(f"SELECT count(*) FROM links WHERE tonnes_{future} > 0")
                self.assertGreaterEqual(count, 500)

    def test_the_workbook_says_what_the_json_says(self):
        sheets = workbook(self.out / "result.xlsx")
        self.assertEqual(["read me", "states", "corridors", "trade facilitation", "crossings", "diversion", "facilities", "assumptions",
                          "sources"], list(sheets))
        heads, *rows = sheets["states"]
        at = {head: column for column, head in enumerate(heads)}
        for row in rows:
            transit = self.answer["states"][row[0]]["transit_tonnes"]
            for future, head in (("baseline", "without"), ("scenario", "with the changes")):
                cell = row[at[f"transit, t/yr, {head}"]]
                self.assertAlmostEqual(transit[future], cell, delta=SPREADSHEET * abs(cell))
        self.assertEqual(len(self.answer["states"]), len(rows))
        self.assertEqual(len(self.answer["diversion"]), len(sheets["diversion"]) - 1)
        self.assertIn("Herat–Mazar-i-Sharif railway", [row[1] for row in sheets["read me"]])
        self.assertTrue(any("2036-01-01" in str(row[1]) for row in sheets["read me"]))

    def test_trade_facilitation_says_the_same_in_csv_and_json_and_nobody_is_faster_with_delay(self):
        with open(self.out / "corridors.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        measured = 0
        for row in rows:
            corridor = self.answer["corridors"][row["corridor"]]
            for mode in ("rail", "road"):
                figures = {key: float(row[f"{mode}_{key}"]) if row[f"{mode}_{key}"] else None for key in INDICATORS}
                for key, figure in figures.items():
                    self.assertEqual(corridor[key][mode][row["future"]], figure, (row["corridor"], key))
                if figures["tfi4"] is not None:
                    measured += 1
                    self.assertLessEqual(figures["tfi4"], figures["tfi4_without_delay"] * (1 + 1e-12))
                    self.assertGreater(figures["tfi3"], 0.0)
        self.assertGreater(measured, 40)
        self.assertIn("Trade facilitation indicators", (self.out / "report.html").read_text(encoding="utf-8"))

    def test_two_threads_give_the_same_bytes(self):
        with scratch() as folder:
            out = pathlib.Path(folder) / "herat"
            done = chorsu("run", SCENARIO, "--json", "--threads", "2", "--out", out)
            for path in sorted(self.out.iterdir()):
                self.assertEqual(path.read_bytes(), (out / path.name).read_bytes(), path.name)
            self.assertEqual(without_seconds(self.run_json.stdout).replace(str(self.out), ""),
                             without_seconds(done.stdout).replace(str(out), ""))


class RunAtTheTerminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = scratch()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.done = chorsu("run", SCENARIO, "--out", cls.folder)

    def test_the_table_fits_and_has_no_colour_in_a_pipe(self):
        self.assertEqual((0, ""), (self.done.returncode, self.done.stderr))
        self.assertNotIn("\033", self.done.stdout)
        for line in self.done.stdout.splitlines():
            self.assertTrue(len(line) <= 80 or self.folder in line, line)
        for words in ("Herat–Mazar-i-Sharif railway", "2036-01-01", "Uzbekistan", "report.html"):
            self.assertIn(words, self.done.stdout)

    def test_the_readme_quotes_what_it_prints(self):
        after = pathlib.Path("README.md").read_text(encoding="utf-8").split("## What a run prints")[1].split("\n## ")[0]
        quoted = [line[4:] for line in after.splitlines() if line.startswith("    ") and line.strip() != "..."]
        self.assertGreater(len(quoted), 20)
        self.assertEqual([], [line for line in quoted if line not in self.done.stdout.splitlines()])

    def test_a_folder_that_cannot_be_made_is_refused_before_the_work(self):
        with scratch() as folder:
            blocked = pathlib.Path(folder) / "file"
            blocked.write_text("")
            done = chorsu("run", SCENARIO, "--out", blocked / "out")
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn("--out", done.stderr)

    def test_who_uses_a_place(self):
        with scratch() as folder:
            answer = json.loads(chorsu("run", SCENARIO, "--json", "--out", folder, "--through",
                                       "hairatan,state:UZB,corridor:kabul,herat_mazar,node:herat").stdout)
            path = pathlib.Path(folder) / "through.csv"
            self.assertIn(str(path), answer["files"]["csv"])
            with path.open(newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            self.assertEqual({"hairatan", "state:UZB", "corridor:kabul", "herat_mazar", "node:herat"},
                             {row["place"] for row in rows})
            tonnes = sum(float(row["tonnes"]) for row in rows
                         if (row["future"], row["place"]) == ("baseline", "hairatan"))
            crossing = answer["crossings"]["hairatan"]["tonnes"]["baseline"]
            self.assertAlmostEqual(crossing, tonnes, delta=1e-6 * crossing)

    def test_a_place_that_is_not_there_is_refused_with_the_nearest_name(self):
        with scratch() as folder:
            done = chorsu("run", SCENARIO, "--out", folder, "--through", "hairatn")
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn("hairatan", done.stderr)

    def test_two_scenarios_of_one_name_need_folders_of_their_own(self):
        with scratch() as folder:
            twin = pathlib.Path(folder) / "herat-mazar.toml"
            twin.write_text(pathlib.Path(SCENARIO).read_text(encoding="utf-8"), encoding="utf-8")
            done = chorsu("run", SCENARIO, twin, "--out", folder)
            self.assertEqual((2, ""), (done.returncode, done.stdout))


if __name__ == "__main__":
    unittest.main()
