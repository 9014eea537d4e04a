"""check_assignment.py on Braess's network, where gap and objective are known."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

NET = """<NUMBER OF ZONES> 2
<NUMBER OF NODES> 4
<FIRST THRU NODE> 3
<NUMBER OF LINKS> 5
<END OF METADATA>
~ comment ;
1 3 1 100 0.00000001 1000000000 1 0 5 1 ;
1 4 1 100 50 0.02 1 0 0 1 ;
3 2 1 100 50 0.02 1 ;
3 4 1 100 10 0.1 1 0 0 1 ;
4 2 1 100 0.00000001 1000000000 1 0 0 1
"""
TRIPS = "<TOTAL OD FLOW> 6\n<END OF METADATA>\nOrigin 1\n 1 : 9; 2 : 6.0;\n"


def flows(volumes):
    ends = ("1,3", "1,4", "3,2", "3,4", "4,2")
    return "from,to,volume\n" + "".join(f"{end},{volume}\n" for end, volume in zip(ends, volumes))


class CheckAssignment(unittest.TestCase):
    def check(self, volumes, *options):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "net").write_text(NET)
            (folder / "trips").write_text(TRIPS)
            (folder / "flows").write_text(flows(volumes))
            done = subprocess.run([sys.executable, "-B", "tools/check_assignment.py", folder / "net", folder / "trips",
                                   folder / "flows", "--json", *options], capture_output=True, text=True)
        self.assertEqual("", done.stderr)
        return done.returncode, json.loads(done.stdout)

    def test_equilibrium_has_no_gap(self):
        code, found = self.check((4, 2, 2, 2, 4))
        self.assertEqual(0, code)
        self.assertAlmostEqual(0.0, found["gap"], delta=1e-9)
        self.assertAlmostEqual(386.0, found["objective"], places=6)
        self.assertAlmostEqual(552.0, found["total_cost"], places=6)

    def test_another_flow_has_one(self):
        _, found = self.check((3, 3, 3, 0, 3))  # 83 each, but 1-3-4-2 costs 70
        self.assertAlmostEqual((83 - 70) / 70, found["gap"], places=6)

    def test_weights_are_costs(self):
        _, found = self.check((4, 2, 2, 2, 4), "--toll-weight", "2", "--distance-weight", "0.1")
        self.assertAlmostEqual(386.0 + 2 * 5 * 4 + 0.1 * 100 * 14, found["objective"], places=6)

    def test_what_is_lost_or_negative_is_refused(self):
        self.assertEqual(1, self.check((4, 2, 2, 2, 3))[0])
        self.assertEqual(1, self.check((7, -1, 2, 5, 4))[0])


if __name__ == "__main__":
    unittest.main()
