import subprocess
import unittest

from program import CHORSU, chorsu, widest

VERBS = ("run", "compare", "route", "asof", "timeline", "forecast", "levers", "why", "check")


class Program(unittest.TestCase):
    def assert_wrong_usage(self, arguments, *words):
        done = chorsu(*arguments)
        self.assertEqual((2, ""), (done.returncode, done.stdout), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_version_goes_to_stdout(self):
        done = chorsu("--version")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertRegex(done.stdout, r"^chorsu \d+\.\d+\.\d+\n$")

    def test_help_lists_the_verbs(self):
        done = chorsu("--help")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        for verb in VERBS:
            self.assertRegex(done.stdout, rf"(?m)^  {verb} ")
        self.assertLessEqual(widest(done.stdout), 80)

    def test_every_verb_has_help_with_an_example(self):
        for verb in VERBS:
            done = chorsu(verb, "--help")
            self.assertEqual((0, ""), (done.returncode, done.stderr))
            self.assertRegex(done.stdout, rf"Example:\n  chorsu {verb} ")
            self.assertLessEqual(widest(done.stdout), 80)
            for option in ("--json", "--region", "--seed", "--threads"):
                self.assertIn(option, done.stdout)

    def test_no_verb(self):
        self.assert_wrong_usage([], "run", "compare")

    def test_unknown_verb_is_answered_by_the_nearest(self):
        self.assert_wrong_usage(["comapre"], "comapre", "Did you mean 'compare'?")

    def test_unknown_option_is_answered_by_the_nearest(self):
        self.assert_wrong_usage(["--no-such-option"], "--no-such-option")
        self.assert_wrong_usage(["run", "scenarios/cku.toml", "--thread", "2"],
                                "--thread", "Did you mean --threads?")

    def test_options_without_their_values(self):
        self.assert_wrong_usage(["run"], "scenario")
        self.assert_wrong_usage(["compare", "scenarios/cku.toml"], "scenario")
        self.assert_wrong_usage(["route", "--from", "kabul"], "--to")
        self.assert_wrong_usage(["run", "scenarios/cku.toml", "--threads", "many"], "--threads")
        self.assert_wrong_usage(["run", "scenarios/cku.toml", "--threads", "-1"], "--threads")
        self.assert_wrong_usage(["check"], "path")

    def test_files_that_are_not_there(self):
        self.assert_wrong_usage(["run", "scenarios/nowhere.toml"], "scenarios/nowhere.toml")
        self.assert_wrong_usage(["check", "data/nowhere"], "data/nowhere")

    def test_results_that_cannot_be_printed(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([CHORSU, "levers"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(4, done.returncode)
        self.assertIn("stdout", done.stderr)


if __name__ == "__main__":
    unittest.main()
