"""`chorsu why`: from figures of the report to rows of the package and sources."""
import math
import os
import pathlib
import random
import re
import sys
import tempfile
import time
import unittest

from program import REGION, answer, chorsu, widest
from trace_page import SCENARIO, Package, Page, read

SEED = int(os.environ.get("CHORSU_SEED", "29"))
SUMMARY = re.compile(r'<details class="trace" id="([^"]*)"><summary>[^<]*?: ([^:<]*?)</summary>')
NUMBER = re.compile(r"-?[\d,]*\.?\d+(?:e[+-]?\d+)?")


def below(step):
    return step.get("links", []) + step.get("parts", [])


def all_below(step):
    for part in below(step):
        yield part
        yield from all_below(part)


def ways(step, above=()):
    """Kinds of the steps of every way down."""
    way = (*above, step.get("kind", "figure"))
    if not below(step):
        yield way
    for part in below(step):
        yield from ways(part, way)


def precision(shown):
    """Half of the last digit that the page shows."""
    mantissa, _, exponent = shown.partition("e")
    decimals = len(mantissa.partition(".")[2])
    return 0.5000001 * 10.0 ** (int(exponent or 0) - decimals)


class Why(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.out = pathlib.Path(folder.name) / "out"
        done = chorsu("run", SCENARIO, "--out", cls.out)
        assert done.returncode == 0, done.stderr
        cls.html = (cls.out / "report.html").read_text(encoding="utf-8")
        cls.told = dict(SUMMARY.findall(cls.html))
        cls.figures = sorted({figure for figure, _ in Page(cls.html).figures})
        cls.package = Package(REGION)
        cls.known = {}

    def why(self, figure):
        if figure not in self.known:
            self.known[figure] = answer("why", figure, self.out)
        return self.known[figure]

    def draw(self):
        """Two figures of every section of the page, and ten more."""
        chance = random.Random(SEED)
        kinds = {}
        for figure in self.figures:
            kinds.setdefault(figure.split(".")[0], []).append(figure)
        drawn = [f for figures in kinds.values() for f in chance.sample(figures, min(2, len(figures)))]
        drawn += chance.sample(self.figures, 10)
        print(f"CHORSU_SEED={SEED}: {', '.join(drawn)}", file=sys.stderr)
        return drawn

    def check_cells(self, told):
        for step in all_below(told):
            if "cell" in step:
                cell = step["cell"]
                row = self.package.row(cell["file"], cell["row"])
                self.assertEqual(float(row[cell["column"]]), cell["value"], cell)
                self.assertEqual(row.get("confidence", ""), cell["confidence"], cell)
                below_it = [part["source"]["id"] for part in below(step)]
                self.assertEqual([row["source"]], below_it, cell)
            if "source" in step:
                source = self.package.row("source.csv", step["source"]["row"])
                for column, key in (("source_id", "id"), ("title", "title"), ("url", "url")):
                    self.assertEqual(source[column], step["source"][key])

    def check_value(self, figure, told):
        """The page's numbers, to the digit that it shows."""
        shown = [number for part in self.told[figure].split(" → ") for number in NUMBER.findall(part)[:1]]
        gives = told["gives"]
        values = ([gives.get(future, {}).get("value", 0.0) for future in ("baseline", "scenario")]
                  if len(shown) == 2 else [one["value"] for one in gives.values()])
        self.assertEqual(len(shown), len(values), (figure, gives))
        for text, value in zip(shown, values):
            self.assertLessEqual(abs(float(text.replace(",", "")) - value), precision(text), figure)

    def check_account(self, figure, told):
        """The run's table says what the figure is; a speed is told as the hours of 1,000 km."""
        if figure.startswith("calibration.") or figure.startswith("relation."):
            return
        account, = (part for part in told["parts"] if part["kind"] == "account")
        for future, one in account["gives"].items():
            value = told["gives"].get(future, {}).get("value", 0.0)
            said = 1000.0 / one["value"] if ".tfi4" in figure else one["value"]
            self.assertTrue(math.isclose(value, said, rel_tol=1e-9, abs_tol=1e-9), (figure, future))

    def test_figures_of_every_section_lead_to_sources(self):
        for figure in self.draw():
            with self.subTest(figure=figure):
                told = self.why(figure)
                self.assertEqual(figure, told["figure"])
                self.assertTrue(any("source" in step for step in all_below(told)))
                self.assertGreaterEqual(told["hops"], 3)
                self.check_account(figure, told)
                self.check_cells(told)
                self.check_value(figure, told)

    def test_money_goes_by_account_link_and_row_to_its_source(self):
        money = [f for f in self.figures if re.fullmatch(r"states\.\w+\.(transit_revenue|trade_cost)", f)]
        self.assertGreater(len(money), 10)
        crossings = 0
        for figure in random.Random(SEED).sample(money, 6):
            told = self.why(figure)
            found = set(ways(told))
            self.assertTrue(any(way[:5] == ("figure", "account", "link", "row", "source") for way in found))
            crossings += sum(step.get("cell", {}).get("file") == "crossing.csv"
                             for step in all_below({"parts": told["parts"][0]["links"]}))
        self.assertGreater(crossings, 0)

    def test_a_rival_route_goes_by_its_links(self):
        for item in ("cost", "paid", "hours"):
            told = self.why(f"routes.1.{item}")
            self.assertTrue(any(way[:5] == ("figure", "account", "link", "row", "source")
                                for way in ways(told)))
            (future, value), = told["gives"].items()
            parts = math.fsum(step["gives"][future]["value"] for step in told["parts"][0]["links"])
            self.assertTrue(math.isclose(value["value"], parts, rel_tol=1e-9))

    def test_links_add_up_to_the_account(self):
        figure = "states.UZB.transit_revenue"
        account = self.why(figure)["parts"][0]
        rows = {row["future"]: float(row["value"]) for row in read(self.out / "accounts.csv")
                if (row["state"], row["item"]) == ("UZB", "transit_revenue")}
        for future, value in rows.items():
            self.assertEqual(value, account["gives"][future]["value"])
            for steps in (account["links"], account["parts"]):
                parts = math.fsum(step["gives"].get(future, {}).get("value", 0.0) for step in steps)
                self.assertTrue(math.isclose(value, parts, rel_tol=1e-9), (value, parts))

    def test_the_text_is_a_tree_for_eighty_columns(self):
        done = chorsu("why", "states.UZB.transit_revenue", self.out)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertLessEqual(widest(done.stdout), 80)
        for words in ("accounts.csv", "By row of the package", "by link", "crossing.csv:", "source "):
            self.assertIn(words, done.stdout)

    def test_depth_cuts_the_tree(self):
        for depth in (1, 2, 3):
            told = answer("why", "states.UZB.transit_revenue", self.out, "--depth", depth)
            self.assertEqual(depth, told["hops"])

    def test_the_list_has_every_figure_of_the_page(self):
        self.assertLessEqual(set(self.figures), set(answer("why", "--list", "", self.out)["figures"]))
        some = chorsu("why", "--list", "states.UZB", self.out).stdout.split()
        self.assertIn("states.UZB.transit_revenue", some)
        self.assertEqual(answer("why", "--list", "", self.out), answer("why", "--list", self.out))
        self.assertTrue(all("states.UZB" in figure for figure in some))

    def test_what_the_chart_of_the_balance_draws_can_be_followed(self):
        drawn = [row["state"] for row in read(self.out / "accounts.csv")
                 if row["item"] == "surplus_change" and abs(float(row["value"])) >= 0.05e6]
        self.assertGreater(len(drawn), 5)
        self.assertLessEqual({f"states.{state}.surplus" for state in drawn}, set(self.told))

    def test_the_page_names_the_command_of_every_trace(self):
        commands = set(re.findall(r"<code>chorsu why ([^<]*)</code>", self.html))
        self.assertEqual(set(self.told), commands)
        self.assertLess(len(self.html.encode()), 3_000_000)

    def test_an_unknown_figure_is_answered_by_the_nearest(self):
        done = chorsu("why", "states.UZB.transit_revenu", self.out)
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("states.UZB.transit_revenue", done.stderr)
        self.assertEqual(2, chorsu("why").returncode)
        self.assertEqual(2, chorsu("why", "states.UZB.transit_revenue", self.out / "no").returncode)

    def test_a_package_that_has_changed_since_is_refused(self):
        with tempfile.TemporaryDirectory() as name:
            other = pathlib.Path(name)
            for path in REGION.iterdir():
                if path.name != "tariff.csv":
                    (other / path.name).symlink_to(path.resolve())
            text = (REGION / "tariff.csv").read_text(encoding="utf-8").split("\n")
            (other / "tariff.csv").write_text("\n".join(text[:1] + text[2:]), encoding="utf-8")
            done = chorsu("why", "states.UZB.transit_revenue", self.out, "--region", other)
        self.assertEqual((3, ""), (done.returncode, done.stdout))
        self.assertRegex(done.stderr, r"tariff\.csv:\d+:tariff: error: .*run again")
        said = done.stderr.splitlines()
        self.assertEqual(sorted(set(said)), sorted(said))  # once, however many branches rest on a cell

    def test_it_answers_without_solving(self):
        begun = time.monotonic()
        chorsu("why", "states.UZB.trade_cost", self.out)
        self.assertLess(time.monotonic() - begun, 2.0)  # a solve takes several times that


if __name__ == "__main__":
    unittest.main()
