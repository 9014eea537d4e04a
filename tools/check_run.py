#!/usr/bin/env python3
"""Check the files of a run against themselves, without the engine.

Usage: check_run.py DIRECTORY [--tolerance 1e-9]
Reads flows.csv, od.csv, arcs.csv, accounts.csv and diversion.csv of `chorsu run --out DIRECTORY`
and recomputes from them alone, for the baseline and the scenario:
  balance    every node and class: tonnes in + beginning = tonnes out + ending, relative to the throughput
  closed     a link that is not open carries exactly nothing, and every flow runs along its link
  ledger     every state: entering + originating = leaving + terminating; all that begins is in od.csv
  diversion  every state: what moved to it less what left it = change of its transit tonnes, relative to
             what enters and begins there
Prints the largest deviation of each. Exit 0 when all hold, 1 when one does not, 2 for wrong usage,
3 when a file is missing or cannot be read.
Needs Python's standard library only.
"""
import argparse
import collections
import csv
import math
import pathlib
import sys

FUTURES = ("baseline", "scenario")
NO_STATE = ("sea", "none")
COLUMNS = {
    "flows.csv": ("future", "link_id", "from_node", "to_node", "class", "tonnes"),
    "od.csv": ("future", "origin", "destination", "class", "tonnes"),
    "arcs.csv": ("link_id", "from_node", "to_node", "mode", "gauge", "open_baseline", "open_scenario"),
    "accounts.csv": ("future", "state", "item", "value", "unit"),
    "diversion.csv": ("from", "to", "tonnes"),
}
LEDGER = ("entering", "originating", "leaving", "terminating")


class BadFile(Exception):
    pass


class Check:
    """Deviations found by one check; the largest is what it prints."""

    def __init__(self, name, what):
        self.name, self.what = name, what
        self.checked = 0
        self.largest, self.where = 0.0, ""
        self.violations = []

    def see(self, deviation, where, allowed):
        self.checked += 1
        deviation = math.inf if math.isnan(deviation) else deviation
        if deviation > self.largest:
            self.largest, self.where = deviation, where
        if deviation > allowed:
            self.violations.append(f"{where}: {deviation:.3g}")

    def refuse(self, message):
        self.violations.append(message)

    def lines(self):
        where = f" at {self.where}" if self.where else ""
        yield f"{self.name:<10} {self.checked:>7} {self.what}, at most {self.largest:.3g}{where}"
        for violation in self.violations[:5]:
            yield f"  violated: {violation}"
        if len(self.violations) > 5:
            yield f"  and {len(self.violations) - 5} more"


def read(folder, name):
    path = folder / name
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file, strict=True)
            header, rows = reader.fieldnames or (), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path}: {error}") from error
    missing = [column for column in COLUMNS[name] if column not in header]
    if missing:
        raise BadFile(f"{path}: no column {', '.join(missing)}")
    for line, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise BadFile(f"{path}:{line}: wrong number of cells")
    return rows


def number(row, column):
    try:
        return float(row[column])
    except ValueError as error:
        raise BadFile(f"not a number in column {column}: {row}") from error


def relative(difference, throughput):
    if difference == 0.0:
        return 0.0
    return abs(difference) / throughput if throughput > 0.0 else math.inf


def check_balance(flows, demand, tolerance):
    check = Check("balance", "nodes and classes")
    into, out = collections.defaultdict(list), collections.defaultdict(list)
    for row in flows:
        tonnes = number(row, "tonnes")
        out[row["future"], row["from_node"], row["class"]].append(tonnes)
        into[row["future"], row["to_node"], row["class"]].append(tonnes)
        if not tonnes >= 0.0:
            check.refuse(f"{row['future']} {row['link_id']}: {tonnes} t")
    for row in demand:
        tonnes = number(row, "tonnes")
        into[row["future"], row["origin"], row["class"]].append(tonnes)
        out[row["future"], row["destination"], row["class"]].append(tonnes)
    for key in sorted(into.keys() | out.keys()):
        gain, loss = math.fsum(into[key]), math.fsum(out[key])
        check.see(relative(gain - loss, max(gain, loss)), " ".join(key), tolerance)
    return check


def link_ends(arcs):
    """For every link the pairs of nodes it joins, and the futures in which it is open."""
    ends, opened = collections.defaultdict(set), collections.defaultdict(set)
    for row in arcs:
        ends[row["link_id"]] |= {(row["from_node"], row["to_node"]), (row["to_node"], row["from_node"])}
        for future in FUTURES:
            if row["open_" + future] not in ("0", "1"):
                raise BadFile(f"arcs.csv: open_{future} of {row['link_id']} is neither 0 nor 1")
            if row["open_" + future] == "1":
                opened[row["link_id"]].add(future)
    return ends, opened


def check_closed(flows, arcs):
    check = Check("closed", "flows on closed links")
    ends, opened = link_ends(arcs)
    for row in flows:
        link, future = row["link_id"], row["future"]
        if (row["from_node"], row["to_node"]) not in ends.get(link, ()):
            check.refuse(f"{future} {link}: no such link from {row['from_node']} to {row['to_node']}")
        elif future not in opened[link]:
            check.see(abs(number(row, "tonnes")), f"{future} {link}", 0.0)
    return check


def accounts_by_state(accounts):
    values = collections.defaultdict(dict)
    for row in accounts:
        values[row["future"], row["state"]][row["item"]] = number(row, "value")
    return values


def check_ledger(accounts, demand, tolerance):
    check = Check("ledger", "states and totals")
    values = accounts_by_state(accounts)
    for future in FUTURES:
        states = {state: items for (f, state), items in values.items() if f == future and state}
        for state, items in sorted(states.items()):
            missing = [item for item in LEDGER if item not in items]
            if missing:
                check.refuse(f"{future} {state}: no {', '.join(missing)}")
                continue
            gain = items["entering"] + items["originating"]
            loss = items["leaving"] + items["terminating"]
            check.see(relative(gain - loss, max(gain, loss)), f"{future} {state}", tolerance)
        moved = math.fsum(number(row, "tonnes") for row in demand if row["future"] == future)
        for item in ("originating", "terminating"):
            total = math.fsum(items.get(item, math.nan) for items in states.values())
            check.see(relative(total - moved, moved), f"{future} {item} against od.csv", tolerance)
    return check


def check_diversion(diversion, accounts, tolerance):
    check = Check("diversion", "states")
    values = accounts_by_state(accounts)
    states = {state for _, state in values if state}
    moved = collections.defaultdict(list)
    for row in diversion:
        tonnes = number(row, "tonnes")
        if row["from"] == row["to"] or not tonnes >= 0.0:
            check.refuse(f"{row['from']} to {row['to']}: {tonnes} t")
        for party, signed in ((row["from"], -tonnes), (row["to"], tonnes)):
            if party not in states and party not in NO_STATE:
                check.refuse(f"{party}: not a state of accounts.csv, nor {' or '.join(NO_STATE)}")
            moved[party].append(signed)
    for state in sorted(states):
        before, after = (values[future, state].get("transit_tonnes", math.nan) for future in FUTURES)
        throughput = max(sum(values[future, state].get(item, 0.0) for item in ("entering", "originating"))
                         for future in FUTURES)
        deviation = relative(math.fsum(moved[state]) - (after - before), throughput)
        check.see(deviation, state, tolerance)
    return check


def check_run(folder, tolerance=1e-9):
    """The four checks of the run whose files stand in `folder`."""
    flows, demand, arcs, accounts, diversion = (read(folder, name) for name in COLUMNS)
    futures = {row["future"] for row in demand}
    if futures != set(FUTURES):
        raise BadFile(f"{folder / 'od.csv'}: futures are {sorted(futures)}, not {list(FUTURES)}")
    return [
        check_balance(flows, demand, tolerance),
        check_closed(flows, arcs),
        check_ledger(accounts, demand, tolerance),
        check_diversion(diversion, accounts, tolerance),
    ]


def main(arguments):
    parser = argparse.ArgumentParser(description="Check the files of a run against themselves.")
    parser.add_argument("directory", type=pathlib.Path, help="where the run left its files")
    parser.add_argument("--tolerance", type=float, default=1e-9, help="relative deviation that is allowed")
    options = parser.parse_args(arguments)
    try:
        checks = check_run(options.directory, options.tolerance)
    except BadFile as error:
        print(f"check_run: {error}", file=sys.stderr)
        return 3
    for check in checks:
        print("\n".join(check.lines()))
    return 1 if any(check.violations for check in checks) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
