import os
import subprocess
import unittest

CHORSU = os.environ["CHORSU"]  # set by ctest to the program of its own build


class Program(unittest.TestCase):
    def test_version_goes_to_stdout(self):
        done = subprocess.run([CHORSU, "--version"], capture_output=True, text=True)
        self.assertEqual(0, done.returncode)
        self.assertRegex(done.stdout, r"^chorsu \d+\.\d+\.\d+\n$")
        self.assertEqual("", done.stderr)


if __name__ == "__main__":
    unittest.main()
