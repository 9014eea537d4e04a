import unittest

from program import answer, chorsu, widest

FILES = ("scenarios/herat-mazar.toml", "scenarios/torkham-chaman-closed.toml")


class Compare(unittest.TestCase):
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


if __name__ == "__main__":
    unittest.main()
