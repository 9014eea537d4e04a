"""`chorsu assign` on networks small enough to know the answer."""
import csv
import json
import pathlib
import tempfile
import unittest

from program import chorsu, widest

# Braess (1968): 6 vehicles, 2 on each of three paths, 92 each. With 3-4 shut 3 and 3, 83 each.
NET = """<NUMBER OF ZONES> 2
<NUMBER OF NODES> 4
<FIRST THRU NODE> 1
<NUMBER OF LINKS> 5
<END OF METADATA>
~ init term capacity length time b power speed toll type ;
1 3 1 100 0.00000001 1000000000 1 0 0 1 ;
1 4 1 100 50 0.02 1 0 0 1 ;
3 2 1 100 50 0.02 1 0 0 1 ;
3 4 1 100 10 0.1 1 0 0 1 ;
4 2 1 100 0.00000001 1000000000 1 0 0 1;
"""
TRIPS = "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6.0\n<END OF METADATA>\nOrigin 1\n 1 : 0.0; 2 : 6.0;\n"
KEYS = {"network", "zones", "nodes", "links", "classes", "method", "threads", "gap", "objective", "iterations",
        "seconds", "peak_mb", "flows"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Assign(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.net = self.write("net.tntp", NET)
        self.trips = self.write("trips.tntp", TRIPS)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def assign(self, *options):
        return chorsu("assign", "--tntp", self.net, self.trips, *options)

    def answer(self, *options):
        done = self.assign("--gap", "1e-12", "--json", *options)
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout)

    def test_braess_is_exact(self):
        out = self.folder / "out"
        answer = self.answer("--out", out)
        self.assertLessEqual(KEYS, set(answer))
        self.assertEqual((2, 4, 5, 1), tuple(answer[key] for key in ("zones", "nodes", "links", "classes")))
        self.assertLessEqual(answer["gap"], 1e-12)
        self.assertAlmostEqual(6 * 92.0, answer["total_cost"], places=6)
        flows = rows(answer["flows"])
        self.assertEqual(["from", "to", "volume", "cost"], list(flows[0])[:4])
        for flow, volume in zip(flows, (4, 2, 2, 2, 4), strict=True):
            self.assertAlmostEqual(volume, float(flow["volume"]), places=6)
        self.assertEqual({"read", "setup", "solve"}, set(answer["seconds"]))

    def test_system_optimum_avoids_the_middle(self):
        answer = self.answer("--goal", "system", "--out", self.folder / "out")
        volumes = [float(row["volume"]) for row in rows(answer["flows"])]
        for volume, expected in zip(volumes, (3, 3, 3, 0, 3), strict=True):
            self.assertAlmostEqual(expected, volume, places=5)

    def test_convergence_falls_to_the_gap(self):
        answer = self.answer("--out", self.folder / "out")
        steps = rows(self.folder / "out" / "convergence.csv")
        self.assertEqual(["iteration", "seconds", "gap", "objective"], list(steps[0]))
        self.assertEqual(answer["iterations"], len(steps))
        self.assertEqual(answer["gap"], float(steps[-1]["gap"]))

    def test_without_out_nothing_is_written(self):
        before = sorted(self.folder.iterdir())
        answer = self.answer()
        self.assertIsNone(answer["flows"])
        self.assertEqual(before, sorted(self.folder.iterdir()))

    def test_the_terminal_says_what_was_solved(self):
        done = self.assign("--gap", "1e-10")
        self.assertEqual(0, done.returncode, done.stderr)
        for words in ("2 zones, 4 nodes, 5 links, 6.0 trips", "User equilibrium", "relative gap"):
            self.assertIn(words, done.stdout)
        self.assertEqual("", done.stderr)

    def test_help_has_an_example(self):
        done = chorsu("assign", "--help")
        self.assertRegex(done.stdout, r"Example:\n  chorsu assign --tntp ")
        self.assertLessEqual(widest(done.stdout), 80)

    def test_demand_factor_is_trips_multiplied(self):
        self.assertAlmostEqual(12.0, self.answer("--demand-factor", "2")["trips"])

    def test_weights_are_costs(self):
        plain = self.answer()["objective"]
        weighed = self.answer("--distance-weight", "0.5")["objective"]
        self.assertGreater(weighed, plain + 6 * 2 * 100 * 0.5 - 1e-6)  # at least two links of 100 each

    def test_each_trip_table_is_a_class(self):
        lorries = self.write("lorries.tntp", TRIPS.replace("6.0", "1.0"))
        done = chorsu("assign", "--tntp", self.net, self.trips, lorries, "--car-units", "1,2", "--gap", "1e-10",
                      "--json", "--out", self.folder / "out")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["trips", "lorries"], json.loads(done.stdout)["class_names"])
        for row in rows(self.folder / "out" / "link_flows.csv"):
            self.assertAlmostEqual(float(row["volume"]), float(row["volume_trips"]) + 2 * float(row["volume_lorries"]))

    def test_elastic_demand_falls_where_cost_rises(self):
        self.assertLess(self.answer("--elastic", "exponential", "--slope", "0.01")["trips"], 6.0)

    def test_paths_and_users_of_a_link(self):
        self.answer("--out", self.folder / "out", "--paths", "--select", "3-4")
        paths = rows(self.folder / "out" / "paths.csv")
        self.assertEqual({"1;3;2", "1;4;2", "1;3;4;2"}, {path["nodes"] for path in paths})
        for path in paths:
            self.assertAlmostEqual(2.0, float(path["vehicles"]), places=6)
            self.assertAlmostEqual(92.0, float(path["cost"]), places=6)
        self.assertTrue((self.folder / "out" / "select.omx").is_file())

    def test_gmns_written_is_read_again(self):
        first = self.answer("--out", self.folder / "out")
        demand = self.write("demand.csv", "o_zone_id,d_zone_id,volume\n1,2,6\n")
        done = chorsu("assign", "--gmns", self.folder / "out" / "gmns", "--demand", demand, "--gap", "1e-12", "--json")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertAlmostEqual(first["objective"], json.loads(done.stdout)["objective"], places=6)

    def test_not_converged_is_1(self):
        done = self.assign("--gap", "0", "--iterations", "1", "--method", "frank-wolfe")
        self.assertEqual(1, done.returncode, done.stdout)
        self.assertIn("not converged", done.stderr)

    def test_wrong_usage_is_2(self):
        for arguments, words in ((["--gmns", self.folder], "no trips"),
                                 ([], "no network"),
                                 (["--tntp", self.net], "--tntp"),
                                 (["--tntp", self.net, self.folder / "no.tntp"], "no.tntp"),
                                 (["--tntp", self.net, self.trips, "--method", "magic"], "--method"),
                                 (["--tntp", self.net, self.trips, "--gap", "-1"], "--gap"),
                                 (["--tntp", self.net, self.trips, "--elastic", "linear"], "--slope"),
                                 (["--tntp", self.net, self.trips, "--paths"], "--out"),
                                 (["--tntp", self.net, self.trips, "--toll-weight", "1,2"], "2 values for 1 class"),
                                 (["--tntp", self.net, self.trips, "--select", "1-2", "--out", self.folder / "o"],
                                  "no link '1-2'")):
            done = chorsu("assign", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertIn(words, done.stderr)

    def test_bad_data_is_3_with_its_place(self):
        net = self.write("bad.tntp", NET.replace("1 4 1 100", "1 4 one 100"))
        done = chorsu("assign", "--tntp", net, self.trips)
        self.assertEqual((3, ""), (done.returncode, done.stdout))
        self.assertIn("bad.tntp:8:capacity: error: not a number: 'one'. Write a number.", done.stderr)

    def test_the_rest_of_many_errors_is_counted(self):
        net = self.write("bad.tntp", NET.replace("> 5", "> 30").replace("1 3 1 100", "\n".join(["1 3 1 none"] * 25)))
        done = chorsu("assign", "--tntp", net, self.trips)
        self.assertEqual(3, done.returncode)
        self.assertRegex(done.stderr, r"and \d+ more errors$")  # `chorsu check` reads packages only

    def test_what_cannot_be_written_leaves_what_was_there(self):
        self.write("blocked", "a file")
        done = self.assign("--out", self.folder / "blocked" / "out")
        self.assertEqual(2, done.returncode)
        self.assertEqual("a file", (self.folder / "blocked").read_text())


if __name__ == "__main__":
    unittest.main()
