import json
import pathlib
import shutil
import tempfile
import unittest

from program import REGION, SCENARIOS, answer, chorsu

SCENARIO = """[scenario]
title = "A question"
region = "region"

[[change]]
date = 2036-01-01
open = "herat_mazar"
"""


class Check(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def scenario(self, text):
        path = self.folder / "question.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def broken_region(self, file, old, new, times=1):
        region = self.folder / "region"
        shutil.copytree(REGION, region)
        table = region / file
        text = table.read_text(encoding="utf-8")
        self.assertIn(old, text)
        table.write_text(text.replace(old, new, times), encoding="utf-8")
        return region

    def assert_refused(self, arguments, *words):
        done = chorsu(*arguments)
        self.assertEqual(3, done.returncode, done.stdout + done.stderr)
        for word in words:
            self.assertIn(word, done.stdout + done.stderr)
        return done

    def test_the_shipped_package_has_no_errors(self):
        done = chorsu("check", REGION)
        self.assertEqual(0, done.returncode, done.stdout)
        self.assertRegex(done.stdout, r"(?m)^data/region: 0 errors, \d+ warnings?, \d+ notes?$")

    def test_the_shipped_scenarios_have_no_errors(self):
        self.assertGreaterEqual(len(SCENARIOS), 5)
        for scenario in SCENARIOS:
            self.assertEqual([], [f for f in answer("check", scenario)["findings"]
                                  if f["severity"] == "error"])

    def test_a_broken_package_is_refused_with_file_line_and_column(self):
        region = self.broken_region("link.csv", ",15,14.2,15.8,", ",long,14.2,15.8,")
        done = self.assert_refused(["check", region], "link.csv:2:length: error")
        self.assertIn("1 error", done.stdout.splitlines()[-1])

    def test_findings_for_machines(self):
        region = self.broken_region("link.csv", ",15,14.2,15.8,", ",long,14.2,15.8,")
        done = self.assert_refused(["check", region, "--json"])
        finding = json.loads(done.stdout)["findings"][0]
        self.assertEqual({"severity", "file", "row", "column", "message", "remedy"}, set(finding))
        self.assertEqual(("error", 2, "length"),
                         (finding["severity"], finding["row"], finding["column"]))
        self.assertIn("link.csv", finding["file"])

    def test_no_verb_runs_on_a_broken_package(self):
        region = self.broken_region("link.csv", ",15,14.2,15.8,", ",long,14.2,15.8,")
        for arguments in (["run", self.scenario(SCENARIO)], ["levers"],
                          ["route", "--from", "kabul", "--to", "herat"]):
            done = self.assert_refused([*arguments, "--region", region], "link.csv:2:length")
            self.assertEqual("", done.stdout)

    def test_the_rest_of_many_errors_is_where_check_lists_it(self):
        region = self.broken_region("link.csv", ",rail,rail,", ",rail,rial,", times=-1)
        done = self.assert_refused(["levers", "--region", region])
        self.assertRegex(done.stderr, r"and \d+ more errors; `chorsu check` lists them$")

    def test_no_package_in_the_working_directory(self):
        done = chorsu("levers", cwd=self.folder)
        self.assertEqual((3, ""), (done.returncode, done.stdout))
        self.assertIn("data/region: error: no region package here", done.stderr)

    def test_an_empty_folder_is_no_package(self):
        self.assert_refused(["check", self.folder], "datapackage.json")

    def test_a_scenario_with_an_unknown_id_is_refused_at_its_line(self):
        path = self.scenario(SCENARIO.replace("herat_mazar", "herat_mazzar"))
        done = self.assert_refused(["run", path, "--out", self.folder / "out"],
                                   "question.toml:7:", "herat_mazar")
        self.assertEqual("", done.stdout)
        self.assertFalse((self.folder / "out").exists())

    def test_a_scenario_with_an_unknown_key_is_refused_at_its_line(self):
        path = self.scenario(SCENARIO.replace("open =", "opne ="))
        self.assert_refused(["check", path], "question.toml:7:", "open")

    def test_a_scenario_that_is_no_toml(self):
        self.assert_refused(["check", self.scenario("[scenario\ntitle = 1\n")], "question.toml:1:")

    def test_a_scenario_of_an_unknown_region(self):
        path = self.scenario(SCENARIO.replace('"region"', '"regoin"'))
        self.assert_refused(["run", path], "question.toml", "regoin")


if __name__ == "__main__":
    unittest.main()
