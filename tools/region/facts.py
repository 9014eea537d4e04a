"""Reads the fact base: plain CSV files below one folder."""

import csv
from pathlib import Path


class Facts:
    """The fact base; `rows("freight/zones")` gives the rows of one table as dicts of strings."""

    def __init__(self, root):
        self.root = Path(root)
        self._read = {}

    def rows(self, name):
        if name not in self._read:
            with open(self.root / f"{name}.csv", encoding="utf-8", newline="") as file:
                self._read[name] = list(csv.DictReader(file))
        return self._read[name]

    def links(self):
        """All links: the survey and its patches, in that order."""
        return self.rows("links") + self.rows("freight/network_patches_links")

    def nodes(self):
        return self.rows("nodes") + self.rows("freight/network_patches_nodes")
