import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from program import CHORSU, check_run


class Interrupt(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = pathlib.Path(folder.name) / "out"

    def start(self, *scenarios):
        files = [f"scenarios/{name}.toml" for name in scenarios]
        return subprocess.Popen([CHORSU, "run", *files, "--threads", "1", "--out", str(self.out)],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def stop(self, process, sent):
        process.send_signal(sent)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def test_an_interrupted_run_leaves_nothing(self):
        for sent, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            process = self.start("herat-mazar")
            time.sleep(0.5)
            self.assertEqual((code, ""), self.stop(process, sent)[:2])
            self.assertFalse(self.out.exists())

    def test_what_was_finished_is_kept_whole(self):
        first = self.out / "herat-mazar"
        process = self.start("herat-mazar", "kabul-corridor", "torkham-chaman-closed")
        deadline = time.monotonic() + 120
        while not (first / "report.html").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        code, _, err = self.stop(process, signal.SIGINT)
        self.assertEqual(130, code)
        self.assertIn("interrupted", err)
        self.assertEqual(0, check_run(first).returncode)
        self.assertEqual([first], list(self.out.iterdir()))


if __name__ == "__main__":
    unittest.main()
