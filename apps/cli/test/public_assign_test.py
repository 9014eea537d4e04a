"""The public test networks of ../shared/data/tntp (or CHORSU_SHARED), each solved to 1e-12 and judged by
tools/check_assignment.py, which shares nothing with the engine. Skipped, aloud, where they are not here.
"""
import csv
import json
import os
import pathlib
import sys
import tempfile
import unittest

from program import chorsu

sys.path.insert(0, "tools")
import check_assignment  # noqa: E402

FOLDER = pathlib.Path(os.environ.get("CHORSU_SHARED", "../shared")) / "data" / "tntp"
IS_HERE = FOLDER.is_dir()
GAP = 1e-12
# Best-known objectives: the README of the collection; Anaheim and Berlin-Center by Algorithm B to 1e-12.
NETWORKS = {
    "Braess-Example": ("Braess", "", {}, 386.00000008),
    "SiouxFalls": ("SiouxFalls", "", {}, 4231335.28710744),
    "Eastern-Massachusetts": ("EMA", "", {}, None),
    "Berlin-Friedrichshain": ("friedrichshain-center", "", {}, None),
    "Berlin-Tiergarten": ("berlin-tiergarten", "", {}, None),
    "Berlin-Mitte-Center": ("berlin-mitte-center", "", {}, None),
    "Anaheim": ("Anaheim", "", {}, 1286032.17109602),
    "Barcelona": ("Barcelona", "", {}, 1265654.92203176),
    "Winnipeg": ("Winnipeg", "", {}, 827911.494629963),
    "Berlin-Center": ("berlin-center", ".gz", {}, 20817213.1986105),
    "Chicago-Sketch": ("ChicagoSketch", ".gz", {"--toll-weight": 0.02, "--distance-weight": 0.04},
                       17313018.7387477),
}
if not IS_HERE:
    print(f"SKIPPED: {FOLDER} is not here; the public test networks are not part of Chorsu", file=sys.stderr)


def best_known(name):
    """Volumes of the collection's solution by link, or nothing."""
    path = FOLDER / name / f"{NETWORKS[name][0]}_flow.tntp"
    if not path.exists():
        return None
    rows = [line.split() for line in path.read_text().splitlines()[1:]]
    return {(int(row[0]), int(row[1])): float(row[2]) for row in rows if len(row) >= 4}


@unittest.skipUnless(IS_HERE, f"{FOLDER} is not here")
class PublicNetworks(unittest.TestCase):
    def solve(self, net, trips, weights):
        """The answer of the program, and the volumes it wrote."""
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        words = [str(word) for pair in weights.items() for word in pair]
        done = chorsu("assign", "--tntp", net, trips, "--gap", GAP, "--out", temporary.name, "--json", *words)
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout), pathlib.Path(temporary.name) / "link_flows.csv"

    def check(self, net, trips, weights, answer, flows):
        """The gap that is stated is the gap that there is."""
        network = check_assignment.Network(net)
        volumes = check_assignment.read_volumes(flows, network)
        found = check_assignment.check(network, check_assignment.read_trips(trips), volumes,
                                       weights.get("--toll-weight", 0.0), weights.get("--distance-weight", 0.0))
        self.assertLessEqual(answer["gap"], GAP)
        self.assertAlmostEqual(found["gap"], answer["gap"], delta=1e-13)
        self.assertAlmostEqual(1.0, answer["objective"] / found["objective"], delta=1e-13)
        self.assertGreaterEqual(found["least_volume"], 0.0)
        self.assertLessEqual(found["imbalance"], 1e-9 * found["trips"])
        return network, volumes

    def files(self, name):
        stem, packed, weights, best = NETWORKS[name]
        folder = FOLDER / name
        net = folder / f"{stem}_net.tntp"
        net = net if net.exists() else net.with_suffix(".tntp.gz")
        return net, folder / f"{stem}_trips.tntp{packed}", weights, best

    def test_every_network_is_solved_and_its_gap_is_honest(self):
        for name in NETWORKS:
            with self.subTest(name):
                net, trips, weights, best = self.files(name)
                answer, flows = self.solve(net, trips, weights)
                network, volumes = self.check(net, trips, weights, answer, flows)
                if best is not None:
                    self.assertAlmostEqual(1.0, answer["objective"] / best, delta=1e-9)
                self.compare(name, network, volumes)

    def compare(self, name, network, volumes):
        """Flows are those of the collection to 1e-4 where cost rises with volume: only there are they unique."""
        known = best_known(name) or {}
        for link, volume in zip(network.links, volumes):
            free, b, power = link[4:7]
            if link[:2] in known and free * b * power > 0:
                expected = known[link[:2]]
                self.assertAlmostEqual(expected, volume, delta=1e-4 * max(expected, 1.0), msg=f"{name} {link[:2]}")

    def test_without_its_weights_chicago_is_another_problem(self):
        net, trips, _, _ = self.files("Chicago-Sketch")
        answer, flows = self.solve(net, trips, {})
        self.check(net, trips, {}, answer, flows)
        self.assertAlmostEqual(1.0, answer["objective"] / 16748438.6000105, delta=1e-9)

    def test_links_keep_the_order_of_the_file(self):
        net, trips, _, _ = self.files("SiouxFalls")
        _, flows = self.solve(net, trips, {})
        with open(flows, encoding="utf-8", newline="") as file:
            ends = [(int(row["from"]), int(row["to"])) for row in csv.DictReader(file)]
        self.assertEqual([link[:2] for link in check_assignment.Network(net).links], ends)


if __name__ == "__main__":
    unittest.main()
