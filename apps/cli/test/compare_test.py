import csv
import html.parser
import pathlib
import tempfile
import unittest

from program import answer, chorsu, widest
from workbook import workbook

FILES = ("scenarios/herat-mazar.toml", "scenarios/torkham-chaman-closed.toml")
MANY = (*FILES, "scenarios/cku.toml", "scenarios/kazakh-rail-tariff.toml")
METRICS = ("transit_tonnes", "transit_revenue", "trade_cost", "unit_cost", "surplus", "corridor_tonnes")
SHORT = ("cku", "rasht-astara", "zangezur")  # small questions: solved fast


class Two(unittest.TestCase):
    def test_states_against_scenarios(self):
        compared = answer("compare", *FILES)
        self.assertEqual(["herat-mazar", "torkham-chaman-closed"],
                         [s["scenario"] for s in compared["scenarios"]])
        self.assertEqual(["2036-01-01", "2025-09-01"],
                         [s["baseline_date"] for s in compared["scenarios"]])
        shut = compared["states"]["PAK"]["torkham-chaman-closed"]
        self.assertLess(shut["transit_tonnes"]["change"], 0.0)
        self.assertLess(shut["surplus"]["change"], 0.0)
        for metric in ("transit_tonnes", "transit_revenue", "trade_cost"):
            change = shut[metric]
            self.assertAlmostEqual(change["scenario"] - change["baseline"], change["change"], places=3)
            self.assertAlmostEqual(100.0 * change["change"] / change["baseline"], change["percent"])

    def test_the_tables_for_people(self):
        done = chorsu("compare", *FILES)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("baseline: the network of 2036-01-01 without the change", done.stdout)
        for heading in ("Transit,", "Transit revenue,", "Cost of own trade,", "Surplus of shippers,"):
            self.assertIn(heading, done.stdout)


class Page(html.parser.HTMLParser):
    """Elements of a page, and what it asks for from elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.asked = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.asked += [value for name, value in attributes if name in ("src", "href", "srcset")]


class Many(unittest.TestCase):
    """Four scenarios of four days, once, with the files."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.out = pathlib.Path(cls.folder.name)
        cls.done = chorsu("compare", *MANY, "--out", cls.out / "text")
        cls.compared = answer("compare", *MANY, "--out", cls.out / "json", "--threads", "1")
        with open(cls.out / "text" / "compare.csv", encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))

    def test_the_tables_fit_and_name_every_baseline(self):
        self.assertEqual((0, ""), (self.done.returncode, self.done.stderr))
        self.assertLessEqual(widest(self.done.stdout.split("Files:")[0]), 80)
        for day in ("2036-01-01", "2025-09-01", "2030-01-01", "2026-01-01"):
            self.assertIn(f"baseline: the network of {day}", self.done.stdout)
        self.assertNotIn("Per cent", self.done.stdout)  # nothing is, under letters
        for key in "ABCD":
            self.assertRegex(self.done.stdout, rf"(?m)^{key} [a-z-]+:")

    def test_another_year_is_warned_of_everywhere(self):
        self.assertIn("Warning. Not one year", self.done.stdout)
        self.assertFalse(self.compared["baseline"]["one_day"])
        self.assertIn("Not one year", (self.out / "text" / "compare.html").read_text(encoding="utf-8"))

    def test_json_and_csv_say_the_same(self):
        levels = [row for row in self.rows if row["baseline"] and row["kind"] == "state"]
        self.assertGreater(len(levels), 400)
        for row in levels:
            change = self.compared["states"][row["id"]][row["scenario"]][row["metric"]]
            self.assertEqual((float(row["baseline"]), float(row["value"]), float(row["difference"])),
                             (change["baseline"], change["scenario"], change["change"]), row)
        for row in self.rows:
            if row["kind"] == "corridor":
                change = self.compared["corridors"][row["id"]][row["scenario"]][row["metric"]]
                self.assertEqual(float(row["difference"]), change["change"])

    def test_differences_are_value_less_baseline(self):
        for row in self.rows:
            if row["baseline"]:
                self.assertAlmostEqual(float(row["value"]) - float(row["baseline"]), float(row["difference"]))
                if float(row["baseline"]):
                    self.assertAlmostEqual(100.0 * float(row["difference"]) / float(row["baseline"]),
                                           float(row["percent"]), delta=1e-6 * abs(float(row["percent"])) + 1e-9)

    def test_the_page_stands_alone_with_a_panel_for_every_row_it_shows(self):
        page = Page((self.out / "text" / "compare.html").read_text(encoding="utf-8"))
        self.assertEqual([], page.asked)
        self.assertNotIn("script", page.tags)
        self.assertGreaterEqual(page.tags.count("svg"), 12)
        self.assertEqual(page.tags.count("rect"), len(MANY) * page.tags.count("svg"))

    def test_the_workbook_holds_numbers(self):
        sheets = workbook(self.out / "text" / "compare.xlsx")
        self.assertEqual(["read me", *METRICS, "all rows"], list(sheets))
        self.assertEqual(len(self.rows) + 1, len(sheets["all rows"]))
        for row, in_csv in zip(sheets["all rows"][1:], self.rows):
            self.assertEqual((row[0], row[5]), (in_csv["scenario"], in_csv["metric"]))
            difference = float(in_csv["difference"])
            self.assertAlmostEqual(difference, row[9], delta=1e-15 * abs(difference))  # sixteen digits

    def test_the_same_files_whatever_the_threads(self):
        for name in ("compare.html", "compare.csv", "compare.xlsx"):
            self.assertEqual((self.out / "text" / name).read_bytes(), (self.out / "json" / name).read_bytes(), name)


class Selected(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        files = [f"scenarios/{name}.toml" for name in SHORT]
        cls.compared = answer("compare", *files, "--metric", "transit_tonnes,corridor_tonnes", "--states", "UZB",
                              "kazakhstan", "--corridors", "middle", "--date", "2036")
        cls.text = chorsu("compare", *files, "--percent", "--states", "UZB,KAZ", "--date", "2036",
                          "--metric", "transit_revenue").stdout

    def test_only_what_was_asked_for(self):
        self.assertEqual({"UZB", "KAZ"}, set(self.compared["states"]))
        self.assertEqual({"middle"}, set(self.compared["corridors"]))
        self.assertEqual({"transit_tonnes"}, set(self.compared["states"]["UZB"]["cku"]))

    def test_one_day_for_all(self):
        self.assertTrue(self.compared["baseline"]["one_day"])
        self.assertEqual({"2036-01-01"}, {s["baseline_date"] for s in self.compared["scenarios"]})
        self.assertIn("Baseline of all: the network and trade of 2036-01-01", self.text)

    def test_what_opens_by_itself_before_that_day_moves_nothing_and_it_says_so(self):
        self.assertEqual(["cku", "rasht-astara"], self.compared["baseline"]["without_effect"])
        self.assertIn("cku moves nothing", self.text)

    def test_per_cent_instead_of_amounts(self):
        self.assertIn("Transit revenue, change in per cent of the baseline", self.text)


class Refused(unittest.TestCase):
    def test_with_what_to_do(self):
        for arguments, words in (
                ((*FILES, "--date", "2030"), "lies before the last change of herat-mazar, 2036-01-01"),
                ((*FILES, "--date", "soon"), "is no date"),
                ((*FILES, "--metric", "tons"), "there are transit_tonnes"),
                ((*FILES, "--states", "Uzbekstan"), "did you mean state:UZB"),
                ((FILES[0], FILES[0]), "names of their own"),
                ((*FILES, "--out", "README.md/x"), "is not a folder")):
            done = chorsu("compare", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
