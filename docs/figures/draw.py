#!/usr/bin/env python3
"""Draw the figures of docs/demonstrations.md from a run and from the region package.

Usage, from the repository's root: docs/figures/draw.py [RUN_FOLDER]
RUN_FOLDER is what `chorsu run scenarios/torkham-chaman-closed.toml` leaves in out/. Needs matplotlib.
"""

import csv
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

HERE = Path(__file__).parent
REGION = HERE.parent.parent / "data" / "region"
LEVELS = "none,contact,presence,staff,chargé,ambassador,exchanged,recognised".split(",")
MILLION = 1e6


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def save(figure, name):
    figure.savefig(HERE / name, metadata={"Date": None, "Creator": None})


def crossings(run):
    """(name, Mt without, Mt with) of the crossings of Afghanistan that carry or lose most."""
    flows = defaultdict(dict)
    names = {row["node_id"]: row["name"] for row in rows_of(REGION / "node.csv")}
    for row in rows_of(run / "crossings.csv"):
        if "AFG" in (row["from_state"], row["to_state"]):
            mode = "rail" if row["link_id"].startswith("rail") else "road"
            ends = f"{names[row['from_node']]} – {names[row['to_node']]} ({mode})"
            flows[ends][row["future"]] = (float(row["forward"]) + float(row["backward"])) / MILLION
    table = [(name, x.get("baseline", 0.0), x.get("scenario", 0.0)) for name, x in flows.items()]
    return sorted(table, key=lambda x: -max(x[1:]))[:14][::-1]


def draw_closure(run):
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 5), layout="constrained", width_ratios=[3, 2])
    table = crossings(run)
    for y, (_, before, after) in enumerate(table):
        left.plot([before, after], [y, y], color="0.75", zorder=1)
    left.scatter([x[1] for x in table], range(len(table)), color="0.45", label="open", zorder=2)
    left.scatter([x[2] for x in table], range(len(table)), color="#c0392b", label="shut", zorder=3)
    left.set_yticks(range(len(table)), [x[0] for x in table])
    left.set_xlabel("Mt a year, both directions")
    left.set_title("Crossings of Afghanistan")
    left.legend(frameon=False, title="Pakistan's border")

    revenue = defaultdict(dict)
    for row in rows_of(run / "accounts.csv"):
        if row["item"] == "transit_revenue":
            revenue[row["state"]][row["future"]] = float(row["value"]) / MILLION
    change = {s: x.get("scenario", 0.0) - x.get("baseline", 0.0) for s, x in revenue.items()}
    change = sorted(((s, x) for s, x in change.items() if abs(x) >= 0.3), key=lambda x: x[1])
    right.barh([s for s, _ in change], [x for _, x in change], color=["#c0392b" if x < 0 else "#2e7d5b" for _, x in change])
    right.axvline(0, color="0.3", linewidth=0.8)
    right.set_xlabel("million US$ a year")
    right.set_title("Net transit revenue, change")
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    save(figure, "torkham.svg")


def draw_ladder():
    paths = {}
    rows = sorted(rows_of(REGION / "engagement_event.csv"), key=lambda row: (row["date"], row["event_id"]))
    end = date.fromisoformat(rows[-1]["date"])
    for row in rows:
        if row["step"] == "baseline":
            paths[row["actor"]] = [(date.fromisoformat(row["date"]), int(row["level_after"]))]
        elif row["actor"] in paths and row["level_after"] != row["level_before"]:
            paths[row["actor"]].append((date.fromisoformat(row["date"]), int(row["level_after"])))
    actors = sorted(paths, key=lambda actor: (-paths[actor][-1][1], actor))
    figure, grid = plt.subplots(7, 4, figsize=(11, 11), layout="constrained", sharex=True, sharey=True)
    for axes, actor in zip(grid.flat, actors):
        days, levels = zip(*paths[actor], (end, paths[actor][-1][1]))
        axes.step(days, levels, where="post", color="#1f4e79")
        axes.set_title(actor, fontsize=10, loc="left")
        axes.set_ylim(-0.3, 7.3)
        axes.grid(axis="y", color="0.92")
        axes.spines[["top", "right"]].set_visible(False)
    for axes in grid.flat[len(actors) :]:
        axes.set_visible(False)
    for axes in grid[:, 0]:
        axes.set_yticks([0, 2, 4, 7], [LEVELS[0], LEVELS[2], LEVELS[4], LEVELS[7]], fontsize=8)
    years = [date(year, 1, 1) for year in range(2022, end.year + 1)]
    for axes in grid.flat:
        axes.set_xticks(years, [f"’{year.year % 100}" for year in years], fontsize=8)
    save(figure, "ladder.svg")


def main():
    plt.rcParams["svg.fonttype"] = "none"
    plt.rcParams["svg.hashsalt"] = "chorsu"
    draw_closure(Path(sys.argv[1] if len(sys.argv) > 1 else "out/torkham-chaman-closed"))
    draw_ladder()


if __name__ == "__main__":
    main()
