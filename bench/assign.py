#!/usr/bin/env python3
"""Time to a relative gap on public networks (TNTP), ours beside peers: bench/assign.py --help.

Pairs of runs are interleaved A B B A on one core, with canaries (arithmetic, memory latency) before
and after each; a pair between canaries that differ by more than a tenth is repeated once, and told.
Ours is set-up and solve as `chorsu assign --json` states them. Of tap-b it is its iteration clock
plus the initialisation that it prints, of AequilibraE graph, matrix and execution; the bare clock
(iterations alone) stands beside it, reading on neither side.
"""

import argparse
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NETWORKS = {  # name: (network, trips, toll weight, distance weight)
    "SiouxFalls": ("SiouxFalls/SiouxFalls_net.tntp", "SiouxFalls/SiouxFalls_trips.tntp", 0, 0),
    "Anaheim": ("Anaheim/Anaheim_net.tntp", "Anaheim/Anaheim_trips.tntp", 0, 0),
    "Barcelona": ("Barcelona/Barcelona_net.tntp", "Barcelona/Barcelona_trips.tntp", 0, 0),
    "Winnipeg": ("Winnipeg/Winnipeg_net.tntp", "Winnipeg/Winnipeg_trips.tntp", 0, 0),
    "Chicago-Sketch": (
        "Chicago-Sketch/ChicagoSketch_net.tntp",
        "Chicago-Sketch/ChicagoSketch_trips.tntp.gz",
        0.02,
        0.04,
    ),
    "Berlin-Center": (
        "Berlin-Center/berlin-center_net.tntp.gz",
        "Berlin-Center/berlin-center_trips.tntp.gz",
        0,
        0,
    ),
}
CANARY_TOLERANCE = 0.1


def canary():
    """Seconds of a fixed piece of arithmetic and of one of scattered reads."""
    start = time.perf_counter()
    x = 1
    for _ in range(300_000):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    middle = time.perf_counter()
    table = list(range(1 << 18))
    i = 0
    for _ in range(150_000):
        i = table[(i * 40503 + 1) & 0x3FFFF]
    return middle - start, time.perf_counter() - middle


def agree(a, b):
    return all(abs(x - y) <= CANARY_TOLERANCE * max(x, y) for x, y in zip(a, b))


def pinned(command, **kwargs):
    return subprocess.run(["taskset", "-c", "0", *command], capture_output=True, text=True, **kwargs)


class Ours:
    name = "chorsu"

    def __init__(self, program, data, network, demand):
        self.program, self.data, self.network, self.demand = program, data, network, demand

    def run(self, gap):
        net, trips, toll, distance = NETWORKS[self.network]
        done = pinned(
            [self.program, "assign", "--tntp", self.data / net, self.data / trips, "--gap", str(gap)]
            + ["--toll-weight", str(toll), "--distance-weight", str(distance), "--threads", "1"]
            + ["--demand-factor", str(self.demand), "--json"]
        )
        if done.returncode != 0:
            sys.exit(f"bench/assign.py: chorsu assign failed: {done.stderr}")
        answer = json.loads(done.stdout)
        seconds = answer["seconds"]["setup"] + answer["seconds"]["solve"]
        return {"seconds": seconds, "bare": seconds, "mb": answer["peak_mb"], "gap": answer["gap"]}


class TapB:
    """Algorithm B's reference program: https://github.com/spartalab/tap-b, built by its user."""

    name = "tap-b"

    def __init__(self, program, data, network, demand, folder):
        self.program, self.demand, self.network = program, demand, network
        self.folder = Path(folder)
        net, trips, toll, distance = NETWORKS[network]
        factors = f"<TOLL FACTOR> {toll}\n<DISTANCE FACTOR> {distance}\n<END OF METADATA>"
        text = self.text(data / net).replace("<END OF METADATA>", factors, 1)
        (self.folder / "net.txt").write_text(text)
        (self.folder / "trips.txt").write_text(self.text(data / trips))

    @staticmethod
    def text(path):
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()

    def output(self, gap):
        (self.folder / "parameters.txt").write_text(
            f"<NETWORK FILE> net.txt\n<TRIPS FILE> trips.txt\n<CONVERGENCE GAP> {gap}\n"
            "<MAX RUN TIME> 900\n<FILE PATH> ./\n<DATA PATH> ./\n<FLOWS FILE> flows.txt\n"
            f"<DEMAND MULTIPLIER> {self.demand}\n<NUMBER OF THREADS> 1\n"
        )
        done = pinned(["/usr/bin/time", "-f", "peak %M", self.program, "parameters.txt"], cwd=self.folder)
        return done.stdout + done.stderr

    def run(self, gap):
        out = self.output(gap)
        steps = re.findall(r"gap ([0-9.eE+-]+), obj \S+ time ([0-9.]+)", out)
        setup = re.search(r"Initialization done in ([0-9.]+)", out)
        peak = re.search(r"peak (\d+)", out)
        if not steps or float(steps[-1][0]) > gap:
            sys.exit(f"bench/assign.py: tap-b did not reach {gap} on {self.network}")
        bare = float(steps[-1][1])
        return {
            "seconds": bare + float(setup.group(1)),
            "bare": bare,
            "mb": int(peak.group(1)) / 1024,
            "gap": float(steps[-1][0]),
        }


class AequilibraE:
    """AequilibraE's biconjugate Frank-Wolfe, in a Python that has it; `bare` is its execution alone."""

    name = "AequilibraE"

    def __init__(self, python, data, network, demand):
        net, trips, toll, distance = NETWORKS[network]
        self.command = [python, Path(__file__).with_name("assign_aequilibrae.py"), data / net, data / trips]
        self.command += [str(toll), str(distance), str(demand)]

    def run(self, gap):
        done = pinned([*self.command, str(gap)])
        if done.returncode != 0:
            sys.exit(f"bench/assign.py: AequilibraE failed: {done.stderr[-500:]}")
        answer = json.loads(done.stdout)
        last = answer["gaps"][-1]
        if last > gap:
            sys.exit(f"bench/assign.py: AequilibraE did not reach {gap}")
        bare = answer["execute"]
        return {"seconds": bare + answer["setup"], "bare": bare, "mb": answer["peak_mb"], "gap": last}


def pairs(ours, peer, gap, count):
    """Interleaved runs; a list of (ours, peer)."""
    result, repeated = [], 0
    while len(result) < count:
        before = canary()
        order = (ours, peer) if len(result) % 2 == 0 else (peer, ours)
        answers = {runner.name: runner.run(gap) for runner in order}
        if not agree(before, canary()) and repeated < count:
            repeated += 1
            continue
        result.append((answers[ours.name], answers[peer.name]))
    return result, repeated


def quartiles(values):
    if len(values) < 2:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def compare(ours, peer, gap, count):
    runs, repeated = pairs(ours, peer, gap, count)
    low, middle, high = quartiles([b["seconds"] / a["seconds"] for a, b in runs])
    bare = statistics.median(b["bare"] / a["seconds"] for a, b in runs)
    a, b = (min(run[i]["seconds"] for run in runs) for i in (0, 1))
    print(
        f"{ours.network:15} x{ours.demand:<3g} {peer.name:11} {gap:6g} {a:9.4f} {b:9.3f}  {middle:6.1f} "
        f"({low:.1f}-{high:.1f})  {bare:6.1f}  {runs[0][0]['mb']:5.0f} {runs[0][1]['mb']:5.0f}  "
        f"{len(runs)}{f', {repeated} repeated' if repeated else ''}",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/bin/chorsu")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("CHORSU_SHARED", "../shared")) / "data/tntp")
    parser.add_argument("--tapb", default=os.environ.get("TAPB"), help="tap-b's program; also TAPB=")
    parser.add_argument("--aequilibrae", metavar="PYTHON", help="a Python that has aequilibrae")
    parser.add_argument("--networks", nargs="+", default=list(NETWORKS), choices=list(NETWORKS))
    parser.add_argument("--gaps", nargs="+", type=float, default=[1e-4, 1e-6, 1e-12])
    parser.add_argument("--demand", nargs="+", type=float, default=[1.0])
    parser.add_argument("--pairs", type=int, default=11)
    args = parser.parse_args()
    args.data = args.data.resolve()

    if not args.data.exists():
        sys.exit(f"bench/assign.py: no networks in {args.data}; say where with --data")
    if not args.tapb and not args.aequilibrae:
        print("No peer named (--tapb, --aequilibrae): ours alone.")
        print(f"{'network':15} {'':4} {'gap':>6} {'seconds':>9} {'peak MB':>8}")
    else:
        print(f"{'network':15} {'':4} {'peer':11} {'gap':>6} {'ours s':>9} {'peer s':>9}  ratio (quartiles)  bare  MB: ours peer  pairs")
    for network in args.networks:
        for demand in args.demand:
            ours = Ours(args.program, args.data, network, demand)
            for gap in args.gaps:
                if not args.tapb and not args.aequilibrae:
                    runs = [ours.run(gap) for _ in range(args.pairs)]
                    best = min(run["seconds"] for run in runs)
                    print(f"{network:15} x{demand:<3g} {gap:6g} {best:9.4f} {runs[0]['mb']:8.1f}", flush=True)
                if args.tapb:
                    with tempfile.TemporaryDirectory() as folder:
                        compare(ours, TapB(os.path.abspath(args.tapb), args.data, network, demand, folder), gap, args.pairs)
                if args.aequilibrae:
                    compare(ours, AequilibraE(args.aequilibrae, args.data, network, demand), gap, args.pairs)


if __name__ == "__main__":
    main()
