#!/usr/bin/env python3
"""Draw the relative gap over time of one network, ours beside peers.

Usage: assign_curves.py NETWORK OUT.svg [--tapb PROGRAM] [--aequilibrae PYTHON]
Needs matplotlib. One run each to a gap of 1e-12 (bushes, tap-b) or as far as a link-based method
comes; set-up included. AequilibraE tells no times by iteration: its execution is divided evenly.
"""

import argparse
import csv
import json
import os
import re
import tempfile
from pathlib import Path

import matplotlib
from assign import NETWORKS, AequilibraE, TapB, pinned

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

LINK_METHODS = {"frank-wolfe": 1e-3, "conjugate": 1e-4, "biconjugate": 1e-5}  # name: gap to reach


def our_curve(program, data, network, method, gap):
    net, trips, toll, distance = NETWORKS[network]
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "assign", "--tntp", data / net, data / trips, "--gap", str(gap)]
        command += ["--toll-weight", str(toll), "--distance-weight", str(distance), "--threads", "1"]
        command += ["--iterations", "20000", "--method", method, "--json", "--out", f"{folder}/out"]
        answer = json.loads(pinned(command).stdout)
        assert answer["converged"], method
        with open(f"{folder}/out/convergence.csv", newline="") as file:
            return [(float(row["seconds"]), float(row["gap"])) for row in csv.DictReader(file)]


def tapb_curve(program, data, network):
    with tempfile.TemporaryDirectory() as folder:
        peer = TapB(os.path.abspath(program), data, network, 1.0, folder)
        out = peer.output(1e-12)
    setup = float(re.search(r"Initialization done in ([0-9.]+)", out).group(1))
    steps = re.findall(r"gap ([0-9.eE+-]+), obj \S+ time ([0-9.]+)", out)
    return [(setup + float(seconds), float(gap)) for gap, seconds in steps]


def aequilibrae_curve(python, data, network):
    peer = AequilibraE(python, data, network, 1.0)
    answer = json.loads(pinned([*peer.command, "1e-5"]).stdout)
    each = answer["execute"] / len(answer["gaps"])
    points = enumerate(answer["gaps"], start=1)
    # Its definition divides by TSTT.
    return [(answer["setup"] + i * each, gap / (1 - gap)) for i, gap in points if gap and gap < 1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=list(NETWORKS))
    parser.add_argument("out")
    parser.add_argument("--program", default="build/release/bin/chorsu")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("CHORSU_SHARED", "../shared")) / "data/tntp")
    parser.add_argument("--tapb")
    parser.add_argument("--aequilibrae", metavar="PYTHON")
    args = parser.parse_args()
    args.data = args.data.resolve()

    curves = {"Chorsu, bushes": our_curve(args.program, args.data, args.network, "bush", 1e-12)}
    for method, gap in LINK_METHODS.items():
        curves[f"Chorsu, {method}"] = our_curve(args.program, args.data, args.network, method, gap)
    if args.tapb:
        curves["tap-b (Algorithm B)"] = tapb_curve(args.tapb, args.data, args.network)
    if args.aequilibrae:
        curves["AequilibraE, biconjugate"] = aequilibrae_curve(args.aequilibrae, args.data, args.network)

    plt.rcParams["svg.fonttype"] = "none"
    plt.rcParams["svg.hashsalt"] = "chorsu"
    figure, axes = plt.subplots(figsize=(7.5, 4.5), layout="constrained")
    for (name, points), style in zip(curves.items(), ["-o", "-", "-", "-", "-s", "--"]):
        axes.loglog(*zip(*points), style, markersize=3.5, linewidth=1.6, label=name)
    axes.set_xlabel("seconds, one core, set-up included")
    axes.set_ylabel("relative gap")
    axes.set_title(args.network.replace("-", " "))
    axes.grid(color="0.9")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=9)
    figure.savefig(args.out, metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    main()
