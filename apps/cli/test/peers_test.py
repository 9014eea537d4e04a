"""Files of `chorsu assign` read by the tools of others, and theirs by it.

openmatrix is the OMX project's own; path4gmns reads GMNS. ./dev installs both into .venv; where they are
missing these tests are skipped, aloud.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

from assign_test import NET, TRIPS
from program import chorsu

PYTHON = pathlib.Path(".venv/bin/python")


def has(module):
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0:
        return True
    print(f"SKIPPED: no {module} in .venv; ./dev build installs it", file=sys.stderr)
    return False


class Peers(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        (self.folder / "net.tntp").write_text(NET)
        (self.folder / "trips.tntp").write_text(TRIPS)

    def peer(self, script, *arguments):
        """What a peer prints as JSON in its last line."""
        done = subprocess.run([PYTHON, "-c", textwrap.dedent(script), *map(str, arguments)], capture_output=True,
                              text=True)
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout.splitlines()[-1])

    def assign(self, *arguments):
        done = chorsu("assign", *arguments, "--gap", "1e-12", "--json")
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout)

    def assign_tntp(self, *options):
        return self.assign("--tntp", self.folder / "net.tntp", self.folder / "trips.tntp",
                           "--out", self.folder / "out", *options)

    @unittest.skipUnless(has("openmatrix"), "no openmatrix in .venv")
    def test_omx_of_ours_is_read(self):
        answer = self.assign_tntp("--select", "3-4")
        read = self.peer("""
            import json, sys, openmatrix
            skims, select = (openmatrix.open_file(path) for path in sys.argv[1:])
            print(json.dumps({"version": skims.version().decode(), "shape": [int(n) for n in skims.shape()],
                              "matrices": skims.list_matrices(), "cost": skims["cost"][:].tolist(),
                              "zones": {str(k): v for k, v in skims.mapping("zone_id").items()},
                              "select": select["3-4"][:].tolist()}))
            """, answer["files"]["skims"], answer["files"]["select"])
        self.assertEqual(("0.2", [2, 2]), (read["version"], read["shape"]))
        self.assertEqual(["cost", "length", "time", "toll"], read["matrices"])
        self.assertEqual({"1": 0, "2": 1}, read["zones"])
        self.assertAlmostEqual(92.0, read["cost"][0][1], places=6)
        self.assertAlmostEqual(2.0, read["select"][0][1], places=6)

    @unittest.skipUnless(has("openmatrix"), "no openmatrix in .venv")
    def test_omx_of_ours_passes_the_checks_of_its_project(self):
        answer = self.assign_tntp()
        done = subprocess.run([PYTHON, "-c", "import sys; from openmatrix import validator as v; v.run_checks(sys.argv[1])",
                               answer["files"]["skims"]], capture_output=True, text=True)
        self.assertRegex(done.stdout, r"Overall : +Pass")

    @unittest.skipUnless(has("openmatrix"), "no openmatrix in .venv")
    def test_omx_of_theirs_is_demand(self):
        self.assign_tntp()
        self.peer("""
            import sys, numpy, openmatrix
            with openmatrix.open_file(sys.argv[1], "w") as omx:
                omx["cars"] = numpy.array([[0.0, 0.0], [6.0, 9.0]])
                omx["other"] = numpy.ones((2, 2), dtype="float32")
                omx.create_mapping("taz", [2, 1])
            print(1)
            """, self.folder / "demand.omx")
        answer = self.assign("--gmns", self.folder / "out" / "gmns", "--omx", self.folder / "demand.omx",
                             "--matrix", "cars")
        self.assertEqual(["cars"], answer["class_names"])
        self.assertAlmostEqual(6.0, answer["trips"])  # from 1 to 2, as the mapping says
        self.assertAlmostEqual(6 * 92.0, answer["total_cost"], places=6)
        several = chorsu("assign", "--gmns", self.folder / "out" / "gmns", "--omx", self.folder / "demand.omx")
        self.assertEqual(3, several.returncode)
        self.assertIn("2 matrices: cars, other. Name those that are demand with --matrix.", several.stderr)

    @unittest.skipUnless(has("path4gmns"), "no path4gmns in .venv")
    def test_gmns_of_ours_is_read(self):
        self.assign_tntp()
        read = self.peer("""
            import json, sys, warnings
            warnings.simplefilter("ignore")
            import path4gmns
            network = path4gmns.read_network(input_dir=sys.argv[1])._base_assignment.network
            print()
            print(json.dumps([[l.from_node_id, l.to_node_id, l.length, l.lanes, l.link_capacity, l.toll,
                               l.vdfperiods[0].alpha, l.vdfperiods[0].beta, l.get_free_flow_travel_time()]
                              for l in network.links]))
            """, self.folder / "out" / "gmns")
        for link, line in zip(read, NET.splitlines()[6:], strict=True):
            init, term, capacity, length, time, b, power, _, toll, _ = line.replace(";", "").split()
            self.assertEqual([init, term, float(length), 1], link[:4])
            self.assertEqual([float(x) for x in (capacity, toll, b, power)], link[4:8])
            self.assertAlmostEqual(float(time), link[8], places=9)


if __name__ == "__main__":
    unittest.main()
