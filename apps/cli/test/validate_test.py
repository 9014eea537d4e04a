import csv
import os
import pathlib
import shutil
import statistics
import tempfile
import unittest

from program import REGION, answer, chorsu, widest

GOLDEN = pathlib.Path("golden/known_routes.csv")
COLUMNS = ("id", "counted", "holds", "found", "largest", "days", "cost")


def table(name, region=REGION):
    with open(region / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def word(figure):
    return "" if figure is None else "in" if figure["holds"] else "out"


def verdict(route):
    largest = "" if not route["dominant"] else str(route["share"] > route["largest_other"]).lower()
    return {"id": route["id"], "counted": str(route["counted"]).lower(), "holds": str(route["holds"]).lower(),
            "found": str(route["found"]).lower(), "largest": largest, "days": word(route["days"]), "cost": word(route["cost"])}


class Validate(unittest.TestCase):
    """The base year against what was observed, solved once."""

    @classmethod
    def setUpClass(cls):
        cls.result = answer("validate", "--routes")
        cls.rows = {row["id"]: row for row in cls.result["rows"]}

    def test_no_row_with_a_use_is_dropped(self):
        used = {row["observation_id"] for row in table("observation.csv") if row["use"] != "none"}
        self.assertEqual(used, set(self.rows))

    def test_errors_and_measures_follow_from_the_rows(self):
        for row in self.rows.values():
            self.assertAlmostEqual(row["error"], row["modelled"] / row["observed"] - 1, places=9)
            self.assertEqual(row["in_range"], row["low"] <= row["modelled"] <= row["high"], row["id"])
        for measure, wanted in (("calibrate", lambda r: r["use"] == "calibrate"), ("validate", lambda r: r["use"] == "validate"),
                                ("independent", lambda r: r["use"] == "validate" and r["independent"])):
            errors = [abs(r["error"]) for r in self.rows.values() if wanted(r)]
            self.assertEqual(len(errors), self.result["errors"][measure]["rows"])
            self.assertAlmostEqual(statistics.median(errors), self.result["errors"][measure]["median_absolute_error"], places=9)
        self.assertEqual(17, self.result["errors"]["independent"]["rows"])

    def test_shares_of_gates_are_shares(self):
        groups = {}
        for gate in self.result["gates"]:
            groups.setdefault(gate["group"], []).append(gate)
        self.assertIn("afg-rail-gates", groups)
        for gates in groups.values():
            for of in ("observed", "modelled"):
                self.assertAlmostEqual(1, sum(g[of] for g in gates), places=9)

    def test_every_fitted_row_was_also_left_out(self):
        for row in self.rows.values():
            self.assertEqual(row["use"] == "calibrate", "left_out" in row, row["id"])

    def test_factors_are_those_of_the_package(self):
        for row in table("calibration.csv"):
            self.assertAlmostEqual(float(row["value"]), self.result["factors"][row["parameter"]], places=6)

    def test_known_routes_are_as_the_golden_table_says(self):
        """golden/known_routes.csv is what docs/methods/calibration.md tells; `./dev bless` accepts a new one."""
        got = [verdict(route) for route in self.result["routes"]]
        self.assertEqual([row["case_id"] for row in table("route_case.csv")], [row["id"] for row in got])
        if os.environ.get("CHORSU_BLESS"):
            with open(GOLDEN, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
                writer.writeheader()
                writer.writerows(got)
        with open(GOLDEN, encoding="utf-8", newline="") as file:
            self.assertEqual(list(csv.DictReader(file)), got)

    def test_a_route_holds_when_all_that_is_known_of_it_does(self):
        for route in self.result["routes"]:
            sound = route["found"] and all(f is None or f["low"] <= f["modelled"] <= f["high"] for f in (route["days"], route["cost"]))
            largest = not route["dominant"] or route["share"] > route["largest_other"]
            self.assertEqual(sound and largest, route["holds"], route["id"])


class Text(unittest.TestCase):
    def test_it_fits_a_terminal(self):
        done = chorsu("validate")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("no part in the model", done.stdout)


class Calibrate(unittest.TestCase):
    def test_a_package_without_rows_to_fit_on_is_told_so(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "region"
            shutil.copytree(REGION, copy)
            text = (copy / "observation.csv").read_text(encoding="utf-8").replace(",calibrate,", ",validate,")
            (copy / "observation.csv").write_text(text, encoding="utf-8")
            done = chorsu("calibrate", "--region", copy)
        self.assertEqual(1, done.returncode)
        self.assertIn("no observation.csv with rows to calibrate on", done.stderr)


if __name__ == "__main__":
    unittest.main()
