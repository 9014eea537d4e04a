"""The program as its users have it: started, and judged by what it prints and leaves behind."""
import json
import os
import pathlib
import re
import subprocess

CHORSU = os.environ["CHORSU"]  # set by ctest to the program of its own build
SCENARIOS = sorted(pathlib.Path("scenarios").glob("*.toml"))  # tests run in the repository's root
REGION = pathlib.Path("data/region")


def chorsu(*arguments, **options):
    command = [CHORSU, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)


def answer(*arguments):
    """The JSON object of a command that must succeed."""
    done = chorsu(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def widest(text):
    return max(len(line) for line in text.splitlines())


def without_seconds(json_text):
    """The JSON of a run apart from its times, which no two runs share."""
    return re.sub(r'"seconds": ?\{[^}]*\}', "", json_text)


def check_run(folder):
    return subprocess.run(["python3", "-B", "tools/check_run.py", str(folder)],
                          capture_output=True, text=True)
