"""What a level of engagement, a listing or a sanction changes at borders: from the lever to the rule's row."""
import csv
import pathlib
import tempfile
import unittest

from program import REGION, answer, chorsu, widest

AFGHAN = "AFG"


def table(name):
    with open(REGION / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scenario(folder, name, *changes):
    path = pathlib.Path(folder) / f"{name}.toml"
    body = "".join(f"[[change]]\ndate = 2027-01-01\n{change}\n" for change in changes)
    path.write_text(f'[scenario]\ntitle = "{name}"\nregion = "{REGION.resolve()}"\n{body}', encoding="utf-8")
    return path


class Levels(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.up = scenario(cls.folder, "recognised", 'recognise = "UZB"')
        cls.down = scenario(cls.folder, "listed", 'list = "Uzbekistan"', 'sanction = "UZB"', 'engage = "TKM"\nlevel = 3')
        cls.out = cls.folder / "out"
        cls.better = answer("run", cls.up, "--out", cls.out)
        cls.worse = answer("run", cls.down, "--out", cls.folder / "worse")
        cls.rules = {row["rule_id"]: row for row in table("level_rule.csv")}

    def borders(self, run):
        return {(b["link_id"], b["from"]): b for b in run["borders"]}

    def test_a_recognition_shortens_and_cheapens_its_own_afghan_borders_alone(self):
        state = {row["node_id"]: row["state"] for row in table("node.csv")}
        borders = self.borders(self.better)
        self.assertEqual(4, len(borders), "a railway and a road, both ways")
        met = [row for row in self.rules.values() if row["measure"] == "level" and row["from_level"] == "7"]
        factor = {row["changes"]: float(row["value"]) for row in met}
        for (link, start), border in borders.items():
            self.assertEqual({"UZB", AFGHAN}, {state[border["from"]], state[border["to"]]}, link)
            for what, name in (("hours", "hours"), ("fee", "fee")):
                self.assertAlmostEqual(border[what]["baseline"] * factor[name], border[what]["scenario"])
            self.assertEqual([], border["barred"])
            self.assertEqual("{} of level_rule.csv".format(", ".join(row["rule_id"] for row in met)), border["rules"])

    def test_a_listing_a_sanction_and_a_fall_cost_more(self):
        borders = self.borders(self.worse)
        states = {row["node_id"]: row["state"] for row in table("node.csv")}
        self.assertEqual({"UZB", "TKM"}, {states[b[side]] for b in borders.values() for side in ("from", "to")} - {AFGHAN})
        for border in borders.values():
            self.assertGreater(border["hours"]["scenario"], border["hours"]["baseline"])
            self.assertGreater(border["fee"]["scenario"], border["fee"]["baseline"])
            uzbek = "UZB" in (states[border["from"]], states[border["to"]])
            self.assertEqual(["ores_coal"] if uzbek else [], border["barred"])

    def test_the_terminal_and_compare_tell_the_new_terms(self):
        done = chorsu("run", self.up, "--out", self.folder / "text")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("at engagement level 7 (recognition)", done.stdout)
        self.assertIn("Borders on new terms", done.stdout)
        self.assertIn("By LR04, LR05 of level_rule.csv.", done.stdout)
        done = chorsu("compare", self.up, self.down)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertLessEqual(widest(done.stdout), 80)
        self.assertIn("Borders on new terms", done.stdout)

    def test_why_leads_from_a_revenue_to_the_rule_and_its_source(self):
        steps = answer("why", "states.AFG.transit_revenue", self.out)
        found = []

        def walk(step):
            cell = step.get("cell") or {}
            if cell.get("file") == "level_rule.csv":
                found.append(step)
            for below in (*step.get("parts", ()), *step.get("links", ())):
                walk(below)

        walk(steps.get("why", steps))
        self.assertTrue(found, "no row of level_rule.csv on the way")
        self.assertTrue(any("LR05" in step["title"] for step in found))

    def test_nothing_changes_while_all_stand_as_they_did(self):
        same = scenario(self.folder, "same", 'engage = "UZB"\nlevel = 6')
        run = answer("run", same, "--out", self.folder / "same")
        self.assertEqual([], run["borders"])
        for state in run["states"].values():
            self.assertAlmostEqual(0, state["surplus_change"], delta=1)

    def test_asof_tells_the_rules_that_are_met(self):
        told = answer("asof", "2026-01-01", "galaba")["statements"]
        ids = {one["id"] for one in told if one["what"] == "access_rule"}
        level = 6
        met = {i for i, row in self.rules.items() if row["measure"] == "level" and int(row["from_level"]) <= level}
        self.assertLessEqual(met, ids)
        self.assertEqual(set(), {i for i in self.rules if i not in met} & ids)

    def test_levers_lists_the_keys_and_where_states_stand(self):
        keys = {lever["id"] for lever in answer("levers", "--kind", "key")["levers"]}
        self.assertLessEqual({"engage", "recognise", "list", "delist", "sanction", "lift", "level"}, keys)
        states = {lever["id"]: lever.get("detail", "") for lever in answer("levers", "--kind", "state")["levers"]}
        self.assertIn("engagement level 6 (ambassadors exchanged)", states["UZB"])

    def test_who_has_no_such_border_is_told_so(self):
        far = scenario(self.folder, "far", 'recognise = "RUS"')
        done = chorsu("check", far)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("no border that this changes", done.stdout + done.stderr)
        nobody = scenario(self.folder, "nobody", 'recognise = "POL"')
        done = chorsu("check", nobody)
        self.assertEqual(3, done.returncode)
        self.assertIn("is followed", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
