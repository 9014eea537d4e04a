import os
import subprocess
import unittest

CHORSU = os.environ["CHORSU"]  # set by ctest to the program of its own build


def chorsu(*arguments):
    return subprocess.run([CHORSU, *arguments], capture_output=True, text=True)


class Program(unittest.TestCase):
    def test_version_goes_to_stdout(self):
        done = chorsu("--version")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertRegex(done.stdout, r"^chorsu \d+\.\d+\.\d+\n$")

    def test_wrong_usage_exits_2_and_complains_on_stderr(self):
        done = chorsu("--no-such-option")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("--no-such-option", done.stderr)


if __name__ == "__main__":
    unittest.main()
