import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import check_run  # noqa: E402

# Ten tonnes of grain go from a in AAA to c in CCC: by b in BBB, and once the border shuts by d in DDD.
FLOWS = """future,link_id,from_node,to_node,class,tonnes
baseline,ab,a,b,grain,10
baseline,bc,b,c,grain,10
scenario,ad,a,d,grain,10
scenario,dc,d,c,grain,10
"""
OD = """future,origin,destination,class,tonnes
baseline,a,c,grain,10
scenario,a,c,grain,10
"""
ARCS = """link_id,from_node,to_node,mode,gauge,open_baseline,open_scenario
ab,b,a,rail,1520,1,0
bc,b,c,rail,1520,1,1
ad,a,d,road,0,1,1
dc,d,c,road,0,1,1
"""
DIVERSION = """from,to,tonnes
BBB,DDD,10
"""


def accounts():
    ledger = {  # originating, terminating, entering, leaving, transit_tonnes
        ("baseline", "AAA"): (10, 0, 0, 10, 0),
        ("baseline", "BBB"): (0, 0, 10, 10, 10),
        ("baseline", "CCC"): (0, 10, 10, 0, 0),
        ("baseline", "DDD"): (0, 0, 0, 0, 0),
        ("scenario", "AAA"): (10, 0, 0, 10, 0),
        ("scenario", "BBB"): (0, 0, 0, 0, 0),
        ("scenario", "CCC"): (0, 10, 10, 0, 0),
        ("scenario", "DDD"): (0, 0, 10, 10, 10),
    }
    items = ("originating", "terminating", "entering", "leaving", "transit_tonnes")
    lines = ["future,state,item,value,unit"]
    for (future, state), values in ledger.items():
        lines += [f"{future},{state},{item},{value},t/yr" for item, value in zip(items, values)]
    return "\n".join(lines) + "\n"


class CheckRun(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name, text in {"flows.csv": FLOWS, "od.csv": OD, "arcs.csv": ARCS,
                           "accounts.csv": accounts(), "diversion.csv": DIVERSION}.items():
            self.write(name, text)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, name, old, new):
        text = (self.folder / name).read_text(encoding="utf-8")
        self.assertIn(old, text)
        self.write(name, text.replace(old, new, 1))

    def run_check(self, *options):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = check_run.main([str(self.folder), *options])
        return code, out.getvalue() + err.getvalue()

    def assert_violates(self, check, words):
        code, output = self.run_check()
        self.assertEqual(1, code, output)
        at = output.index(check)
        self.assertIn(words, output[at:])

    def test_a_good_run_passes_and_prints_its_maxima(self):
        code, output = self.run_check()
        self.assertEqual(0, code, output)
        for name in ("balance", "closed", "ledger", "diversion"):
            self.assertRegex(output, rf"(?m)^{name} +\d+ .*at most 0$")

    def test_tonnes_lost_at_a_node(self):
        self.change("flows.csv", "bc,b,c,grain,10", "bc,b,c,grain,9.99")
        self.assert_violates("balance", "baseline b grain: 0.001")

    def test_tonnes_of_one_class_do_not_make_up_for_another(self):
        self.change("flows.csv", "bc,b,c,grain,10", "bc,b,c,ores,10")
        self.assert_violates("balance", "baseline b ores")

    def test_a_deviation_within_tolerance_passes(self):
        self.change("flows.csv", "bc,b,c,grain,10", "bc,b,c,grain,9.999999995")
        self.assertEqual(0, self.run_check()[0])
        self.assertEqual(1, self.run_check("--tolerance", "1e-11")[0])

    def test_negative_flow(self):
        self.write("flows.csv", FLOWS + "baseline,ad,a,d,grain,-1\nbaseline,ad,d,a,grain,-1\n")
        self.assert_violates("balance", "baseline ad: -1.0 t")

    def test_not_a_number_is_a_violation(self):
        self.change("flows.csv", "bc,b,c,grain,10", "bc,b,c,grain,nan")
        self.assertEqual(1, self.run_check()[0])

    def test_a_closed_link_that_carries_the_least_bit(self):
        self.write("flows.csv", FLOWS + "scenario,ab,a,b,grain,1e-300\nscenario,ab,b,a,grain,1e-300\n")
        self.assert_violates("closed", "scenario ab: 1e-300")

    def test_a_closed_link_with_zero_tonnes_passes(self):
        self.write("flows.csv", FLOWS + "scenario,ab,a,b,grain,0\n")
        self.assertEqual(0, self.run_check()[0])

    def test_flow_on_a_link_that_is_not_there(self):
        self.write("flows.csv", FLOWS + "scenario,ac,a,c,grain,0\n")
        self.assert_violates("closed", "no such link from a to c")

    def test_a_state_that_swallows_tonnes(self):
        self.change("accounts.csv", "baseline,BBB,leaving,10", "baseline,BBB,leaving,9")
        self.assert_violates("ledger", "baseline BBB: 0.1")

    def test_a_ledger_without_an_item(self):
        self.change("accounts.csv", "scenario,DDD,entering,10,t/yr\n", "")
        self.assert_violates("ledger", "scenario DDD: no entering")

    def test_more_begins_in_the_states_than_is_wanted(self):
        self.change("od.csv", "baseline,a,c,grain,10", "baseline,a,c,grain,8")
        self.assert_violates("ledger", "baseline originating against od.csv: 0.25")

    def test_diversion_that_does_not_explain_the_transit(self):
        self.change("diversion.csv", "BBB,DDD,10", "BBB,DDD,7")
        self.assert_violates("diversion", "BBB: 0.3")

    def test_sea_and_none_take_part_in_diversion_and_are_no_states(self):
        self.write("diversion.csv", "from,to,tonnes\nBBB,sea,10\nnone,DDD,10\n")
        self.assertEqual(0, self.run_check()[0])

    def test_diversion_to_an_unknown_party(self):
        self.write("diversion.csv", DIVERSION + "BBB,EEE,0\n")
        self.assert_violates("diversion", "EEE: not a state")

    def test_a_missing_file(self):
        (self.folder / "od.csv").unlink()
        code, output = self.run_check()
        self.assertEqual(3, code)
        self.assertIn("od.csv", output)

    def test_a_missing_column(self):
        self.change("flows.csv", "tonnes", "tons")
        code, output = self.run_check()
        self.assertEqual(3, code)
        self.assertIn("flows.csv: no column tonnes", output)

    def test_a_short_row(self):
        self.write("od.csv", OD + "scenario,a\n")
        code, output = self.run_check()
        self.assertEqual(3, code)
        self.assertIn("od.csv:4: wrong number of cells", output)

    def test_a_run_without_a_scenario(self):
        self.write("od.csv", "future,origin,destination,class,tonnes\nbaseline,a,c,grain,10\n")
        self.assertEqual(3, self.run_check()[0])


if __name__ == "__main__":
    unittest.main()
