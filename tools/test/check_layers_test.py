import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[1] / "check_layers.py"

LAYERS = """
root = "engine"
apps = "apps"
include_prefix = "chorsu"
[[module]]
name = "base"
may_use = []
[[module]]
name = "network"
may_use = ["base"]
[[module]]
name = "world"
may_use = ["base"]
"""
CMAKE = """
chorsu_module(base)
chorsu_module(network USES base
  EXTERNAL fmt::fmt)  # text
chorsu_module(world USES base)
"""


class CheckLayers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.house = pathlib.Path(folder.name)
        self.write("layers.toml", LAYERS)
        self.write("engine/CMakeLists.txt", CMAKE)
        self.write("engine/base/include/chorsu/base/id.h", "")
        self.write("engine/network/src/network.cc", '#include "chorsu/base/id.h"\n')
        self.write("engine/world/test/world_test.cc", '#include "chorsu/network/network.h"\n')
        self.write("apps/cli/main.cc", '#include "chorsu/world/world.h"\n')

    def write(self, name, text):
        file = self.house / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def check(self):
        command = [sys.executable, str(CHECK), str(self.house / "layers.toml")]
        return subprocess.run(command, capture_output=True, text=True)

    def assert_refused(self, expected):
        done = self.check()
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertIn(expected, done.stderr)
        self.assertEqual(1, len(done.stderr.splitlines()), done.stderr)

    def test_a_house_in_order_passes(self):
        done = self.check()
        self.assertEqual((0, "", ""), (done.returncode, done.stdout, done.stderr))

    def test_upward_include(self):
        self.write("engine/base/src/id.cc", '\n#include "chorsu/network/network.h"\n')
        self.assert_refused("id.cc:2: base must not include network")

    def test_sideways_include(self):
        self.write("engine/world/src/world.cc", "#include <chorsu/network/network.h>\n")
        self.assert_refused("world.cc:1: world must not include network")

    def test_relative_include(self):
        self.write("engine/world/src/world.cc", '#include "../../network/src/secret.h"\n')
        self.assert_refused("not by a relative path")

    def test_test_of_a_lower_room_includes_a_higher_one(self):
        self.write("engine/network/test/network_test.cc", '#include "chorsu/world/world.h"\n')
        self.assert_refused("a test of network must not include world")

    def test_undeclared_folder(self):
        self.write("engine/attic/README.md", "")
        self.assert_refused("folder 'attic' is not declared")

    def test_app_includes_an_unknown_room(self):
        self.write("apps/cli/run.cc", '#include "chorsu/attic/old.h"\n')
        self.assert_refused("run.cc:1: there is no room attic")

    def test_cmake_uses_another_set(self):
        self.write("engine/CMakeLists.txt", CMAKE.replace("world USES base", "world USES base network"))
        self.assert_refused("world uses ['base', 'network']")

    def test_cmake_lacks_a_room(self):
        self.write("engine/CMakeLists.txt", CMAKE.replace("chorsu_module(world USES base)", ""))
        self.assert_refused("rooms are ['base', 'network']")


if __name__ == "__main__":
    unittest.main()
