#!/usr/bin/env python3
"""Check that the rooms of the engine stand as layers.toml says.

Usage: check_layers.py [layers.toml] [--dot]
Exit 0 when all is well, 1 with one line per violation:
  an include of a room that is not in `may_use` (upward or sideways), or by a relative path;
  a test that includes a room above its own;
  a folder that is not declared; an app that includes a room that is not there;
  a chorsu_module(...) in CMake that says otherwise.
Reads text only: needs no build, no compiler, no third-party package.
"""
import pathlib
import re
import sys
import tomllib

SUFFIXES = {".h", ".cc"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')
ROOM_CALL = re.compile(r"^\s*chorsu_module\(([^)]*)\)", re.MULTILINE)
KEYWORDS = {"USES", "EXTERNAL", "TEST_EXTERNAL"}


def load(path):
    spec = tomllib.loads(path.read_text())
    order = [m["name"] for m in spec["module"]]
    may_use = {m["name"]: set(m["may_use"]) for m in spec["module"]}
    for i, name in enumerate(order):
        above = may_use[name] - set(order[:i])
        if above:
            sys.exit(f"{path}: {name} may not use {sorted(above)}: not listed before it")
    return spec, may_use


def includes(folder):
    """Every include of every source file: file, line number, text between the quotes."""
    for file in sorted(folder.rglob("*")):
        if file.suffix not in SUFFIXES:
            continue
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield file, number, match.group(1)


def included_room(prefix, text):
    parts = text.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == prefix else None


def room_violations(root, prefix, may_use, used):
    order = list(may_use)
    for i, room in enumerate(order):
        for file, number, text in includes(root / room):
            if text.startswith(".."):
                yield f"{file}:{number}: include '{text}' by its room, not by a relative path"
            target = included_room(prefix, text)
            if target is None or target == room:
                continue
            in_test = file.relative_to(root / room).parts[0] == "test"
            if not in_test:
                used[room].add(target)
            if target not in (order[:i] if in_test else may_use[room]):
                what = f"a test of {room}" if in_test else room
                yield f"{file}:{number}: {what} must not include {target}"


def app_violations(apps, prefix, may_use):
    for file, number, text in includes(apps):
        target = included_room(prefix, text)
        if target is not None and target not in may_use:
            yield f"{file}:{number}: there is no room {target}"


def folder_violations(root, may_use, path):
    for folder in sorted(d.name for d in root.iterdir() if d.is_dir()):
        if folder not in may_use:
            yield f"{root}: folder '{folder}' is not declared in {path}"


def cmake_rooms(text):
    """chorsu_module(room USES a b EXTERNAL c) -> [(room, {a, b})], in order."""
    for call in ROOM_CALL.finditer(re.sub(r"#.*", "", text)):
        room, *words = call.group(1).split()
        uses, keyword = set(), None
        for word in words:
            if word in KEYWORDS:
                keyword = word
            elif keyword == "USES":
                uses.add(word)
        yield room, uses


def cmake_violations(file, may_use, path):
    rooms = list(cmake_rooms(file.read_text()))
    names = [room for room, _ in rooms]
    if names != list(may_use):
        yield f"{file}: rooms are {names}, {path} lists {list(may_use)}"
    for room, uses in rooms:
        if room in may_use and uses != may_use[room]:
            yield f"{file}: {room} uses {sorted(uses)}, {path} says {sorted(may_use[room])}"


def print_dot(used):
    print("digraph layers { rankdir=BT;")
    for room, targets in used.items():
        for target in sorted(targets):
            print(f"  {room} -> {target};")
    print("}")


def main(argv):
    path = pathlib.Path(next((a for a in argv if not a.startswith("-")), "layers.toml"))
    spec, may_use = load(path)
    root, prefix = path.parent / spec["root"], spec["include_prefix"]
    used = {room: set() for room in may_use}
    bad = [
        *folder_violations(root, may_use, path),
        *room_violations(root, prefix, may_use, used),
        *app_violations(path.parent / spec["apps"], prefix, may_use),
        *cmake_violations(root / "CMakeLists.txt", may_use, path),
    ]
    if "--dot" in argv:
        print_dot(used)
    if bad:
        print("\n".join(bad), file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
