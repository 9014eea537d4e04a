import unittest

from program import answer, chorsu, widest


class Levers(unittest.TestCase):
    def test_projects_with_year_and_needs(self):
        done = chorsu("levers", "--kind", "project")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertRegex(done.stdout, r"(?m)^herat_mazar +2036  ")
        self.assertIn("khaf_herat_s4p1, sheberghan_mazar", " ".join(done.stdout.split()))
        self.assertNotIn("Border crossings", done.stdout)

    def test_everything_in_eighty_columns(self):
        done = chorsu("levers")
        self.assertLessEqual(widest(done.stdout), 80)
        for heading in ("Projects", "Border crossings", "Corridors", "States", "Keys"):
            self.assertRegex(done.stdout, rf"(?m)^{heading}")

    def test_for_machines(self):
        levers = answer("levers", "--kind", "crossing,state")["levers"]
        self.assertEqual({"crossing", "state"}, {lever["kind"] for lever in levers})
        self.assertIn("hairatan", {lever["id"] for lever in levers})

    def test_links_and_nodes_only_when_asked_for(self):
        kinds = {lever["kind"] for lever in answer("levers")["levers"]}
        self.assertEqual({"project", "crossing", "corridor", "state", "strain", "key"}, kinds)
        links = answer("levers", "--kind", "link")["levers"]
        self.assertIn("rail--sanobar--robat-paryan", {link["id"] for link in links})
        self.assertLessEqual(widest(chorsu("levers", "--kind", "link,node").stdout), 80)

    def test_strains_with_what_they_are_made_of(self):
        strains = {lever["id"]: lever for lever in answer("levers", "--kind", "strain")["levers"]}
        self.assertIn("ev.jan_unrest", str(strains["kaz_rus"]))

    def test_an_unknown_kind(self):
        done = chorsu("levers", "--kind", "camel")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("project, crossing", done.stderr)


if __name__ == "__main__":
    unittest.main()
