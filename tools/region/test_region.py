"""Checks of the shipped region package.

    python3 -m unittest discover -s tools/region -p 'test_*.py'

All but the last test read data/region alone. The last one makes the package anew from the fact base (CHORSU_SHARED, default ../shared)
and compares bytes; it is skipped where the fact base is absent.
"""

import csv
import json
import os
import re
import sys
import tempfile
import unittest
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REGION = ROOT / "data" / "region"
SHARED = Path(os.environ.get("CHORSU_SHARED", ROOT.parent / "shared"))
sys.path.insert(0, str(HERE))


def load():
    package = json.loads((REGION / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {r["name"]: r["schema"] for r in package["resources"]}
    tables = {}
    for name in schemas:
        with open(REGION / f"{name}.csv", encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return package, schemas, tables


PACKAGE, SCHEMAS, TABLES = load()


def places(field_or_list):
    return field_or_list if isinstance(field_or_list, list) else [field_or_list]


def each(table):
    """Rows of a table with their line in the file."""
    return enumerate(TABLES[table], start=2)


def ids(table):
    column = places(SCHEMAS[table]["primaryKey"])[0]
    return {row[column] for row in TABLES[table]}


class Standard(unittest.TestCase):
    """What datapackage.json promises."""

    def test_every_file_is_described_and_every_description_has_a_file(self):
        self.assertEqual({p.stem for p in REGION.glob("*.csv")}, set(SCHEMAS))

    def test_header_is_the_schema(self):
        for name, schema in SCHEMAS.items():
            with open(REGION / f"{name}.csv", encoding="utf-8", newline="") as file:
                self.assertEqual(next(csv.reader(file)), [f["name"] for f in schema["fields"]], name)

    def test_bytes_are_plain(self):
        for path in REGION.glob("*.csv"):
            text = path.read_bytes()
            self.assertNotIn(b"\r", text, path.name)
            self.assertTrue(text.endswith(b"\n"), path.name)
            self.assertFalse(text.startswith(b"\xef\xbb\xbf"), path.name)
            text.decode("utf-8")

    def test_cells_have_their_type_and_keep_their_constraints(self):
        for name, schema in SCHEMAS.items():
            for field in schema["fields"]:
                for line, row in each(name):
                    with self.subTest(table=name, line=line, field=field["name"]):
                        self.check(field, row[field["name"]])

    def check(self, field, text):
        limits = field.get("constraints", {})
        if text == "":
            return self.assertFalse(limits.get("required", False), "empty")
        kind = field["type"]
        value = text
        if kind == "integer":
            self.assertRegex(text, r"^-?[0-9]+$")
            value = int(text)
        elif kind == "number":
            self.assertRegex(text, r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$", "not in shortest form")
            value = float(text)
        elif kind == "boolean":
            self.assertIn(text, ("true", "false"))
        elif kind == "date":
            date.fromisoformat(text)
        else:
            self.assertEqual(text, " ".join(text.split()), "blanks")
        if "enum" in limits:
            self.assertIn(value, limits["enum"])
        if "pattern" in limits:
            self.assertIsNotNone(re.fullmatch(limits["pattern"], text))
        if "minimum" in limits:
            self.assertGreaterEqual(value, limits["minimum"])
        if "maximum" in limits:
            self.assertLessEqual(value, limits["maximum"])

    def test_primary_keys_are_unique(self):
        for name, schema in SCHEMAS.items():
            if "primaryKey" in schema:
                count = Counter(tuple(row[c] for c in places(schema["primaryKey"])) for row in TABLES[name])
                self.assertEqual([k for k, n in count.items() if n > 1], [], name)

    def test_foreign_keys_point_somewhere(self):
        for name, schema in SCHEMAS.items():
            for key in schema.get("foreignKeys", []):
                column, there = places(key["fields"])[0], key["reference"]
                known = {row[places(there["fields"])[0]] for row in TABLES[there["resource"]]} | {""}
                missing = {row[column] for row in TABLES[name]} - known
                if name == "zone_weight" and column == "partner":
                    missing -= {"*"}
                self.assertEqual(missing, set(), f"{name}.{column}")

    def test_lists_of_ids_point_somewhere(self):
        for name, schema in SCHEMAS.items():
            for field in schema["fields"]:
                if "listOf" in field:
                    used = {i for row in TABLES[name] for i in row[field["name"]].split(";") if i}
                    self.assertEqual(used - ids(field["listOf"]), set(), f"{name}.{field['name']}")

    def test_low_value_high(self):
        for name, schema in SCHEMAS.items():
            columns = {f["name"] for f in schema["fields"]}
            for column in sorted(c for c in columns if {f"{c}_low", f"{c}_high"} <= columns):
                for line, row in each(name):
                    low, middle, high = (row[column + s] for s in ("_low", "", "_high"))
                    if middle == low == high == "":
                        continue
                    with self.subTest(table=name, line=line, column=column):
                        if middle == "":
                            self.fail("range without value")
                        self.assertLessEqual(float(low), float(middle))
                        self.assertLessEqual(float(middle), float(high))

    def test_readme_counts_the_rows(self):
        counted = {}
        for line in (REGION / "README.md").read_text(encoding="utf-8").splitlines():
            cells = [c.strip() for c in line.strip("|").split("|")]
            if len(cells) == 3 and re.fullmatch(r"[0-9, ]+", cells[1]):
                counted |= dict(zip(cells[0].split(", "), (int(n.replace(",", "")) for n in re.split(r", (?=[0-9])", cells[1]))))
        self.assertEqual(counted, {name: len(rows) for name, rows in TABLES.items()})

    def test_every_field_says_what_it_is(self):
        for name, schema in SCHEMAS.items():
            for field in schema["fields"]:
                self.assertTrue(field["description"], f"{name}.{field['name']}")
                if field["type"] == "number" and field["name"] not in UNITLESS and not field["name"].startswith(("bpr_", "elasticity", "headway_factor")):
                    self.assertIn("unit", field, f"{name}.{field['name']}")


FREIGHT = {"rail", "road", "sea", "ferry", "inland_water"}
UNITLESS = {"version_number", "factor", "weight"}


class Network(unittest.TestCase):
    def test_gmns_columns(self):
        for table, needed in (("node", ["node_id", "x_coord", "y_coord"]), ("link", ["link_id", "from_node_id", "to_node_id", "directed"]),
                              ("zone", ["zone_id"])):
            for column in needed:
                self.assertTrue(all(row[column] for row in TABLES[table]), f"{table}.{column}")

    def test_link_ids_are_made_of_mode_and_ends(self):
        for row in TABLES["link"]:
            start = f"{row['mode'].replace('_', '-')}--{row['from_node_id']}--{row['to_node_id']}"
            self.assertTrue(row["link_id"].startswith(start), row["link_id"])
            self.assertNotEqual(row["from_node_id"], row["to_node_id"])

    def test_rail_has_gauge_and_others_none(self):
        for row in TABLES["link"]:
            self.assertEqual(bool(row["gauge_mm"]), row["mode"] == "rail", row["link_id"])

    def test_freight_links_have_capacity(self):
        ferries = ids("ferry")
        for row in TABLES["link"]:
            if row["mode"] in ("rail", "road", "sea", "inland_water", "air"):
                self.assertTrue(row["capacity_id"], row["link_id"])
            if row["mode"] == "ferry":
                self.assertIn(row["link_id"], ferries)

    def test_water_links_have_a_basin_with_a_rate(self):
        rates = {(row["basin"], row["mode"]) for row in TABLES["sea_rate"]}
        for row in TABLES["link"]:
            if row["mode"] in ("sea", "ferry", "inland_water"):
                self.assertIn((row["basin"], row["mode"]), rates, row["link_id"])
            else:
                self.assertEqual(row["basin"], "", row["link_id"])
        for row in TABLES["zone"]:
            self.assertEqual(bool(row["access_basin"]), float(row["access_km"]) > 0, row["zone_id"])
            if row["access_basin"]:
                self.assertIn((row["access_basin"], "sea"), rates)

    def test_each_class_can_be_priced_on_each_basin_it_may_use(self):
        for basin, mode in {(row["basin"], row["mode"]) for row in TABLES["sea_rate"]}:
            for group in ("consumer", "food", "industrial"):
                found = [r for r in TABLES["sea_rate"] if r["basin"] == basin and r["mode"] == mode and group in r["class_groups"].split(";")]
                count = Counter(r["carried_as"] for r in found)
                self.assertTrue(found, (basin, group))
                self.assertEqual(max(count.values()), 1, (basin, group))

    def test_crossings(self):
        state = {row["node_id"]: row["state"] for row in TABLES["node"]}
        across = {row["link_id"]: row for row in TABLES["link"]
                  if row["mode"] in ("rail", "road") and state[row["from_node_id"]] != state[row["to_node_id"]]}
        self.assertEqual(set(across), ids("crossing_capacity"))
        sides = defaultdict(set)
        for row in TABLES["crossing"]:
            link = across[row["link_id"]]
            self.assertEqual({row["from_node_id"], row["to_node_id"]}, {link["from_node_id"], link["to_node_id"]})
            self.assertEqual(row["state"], state[row["from_node_id" if row["role"] == "exit" else "to_node_id"]], row["link_id"])
            self.assertEqual(row["fee_unit"], "US$/truck" if link["mode"] == "road" else "US$/wagon_or_teu", row["link_id"])
            sides[row["link_id"]].add((row["from_node_id"], row["role"]))
        self.assertEqual(set(sides), set(across))
        self.assertTrue(all(len(s) == 4 for s in sides.values()))

    def test_land_has_tariffs_and_speeds(self):
        state = {row["node_id"]: row["state"] for row in TABLES["node"]}
        tariffs = {(r["state"], r["mode"], r["cargo"]) for r in TABLES["tariff"]}
        speeds = {(r["state"], r["mode"]) for r in TABLES["speed"]}
        for row in TABLES["link"]:
            for s in {state[row["from_node_id"]], state[row["to_node_id"]]}:
                if row["mode"] == "rail":
                    self.assertLessEqual({(s, "rail", "bulk"), (s, "rail", "container")}, tariffs, row["link_id"])
                if row["mode"] == "road":
                    self.assertIn((s, "road", "all"), tariffs, row["link_id"])
                if row["mode"] in ("rail", "road"):
                    self.assertIn((s, row["mode"]), speeds, row["link_id"])

    def test_ports(self):
        state = {row["node_id"]: row["state"] for row in TABLES["node"]}
        ends = {row[c] for row in TABLES["link"] if row["mode"] in ("sea", "ferry", "inland_water") for c in ("from_node_id", "to_node_id")}
        self.assertEqual({n for n in ends if state[n]} - ids("port"), set())

    def test_air_rates(self):
        links = {row["link_id"]: row for row in TABLES["link"]}
        expected = {(i, a, b) for i, r in links.items() if r["mode"] == "air"
                    for a, b in ((r["from_node_id"], r["to_node_id"]), (r["to_node_id"], r["from_node_id"]))}
        self.assertEqual({(r["link_id"], r["from_node_id"], r["to_node_id"]) for r in TABLES["air_rate"]}, expected)

    def test_status_rows(self):
        self.assertEqual(ids("status_rule"), {row["status"] for row in TABLES["link"]})
        for row in TABLES["status"]:
            self.assertEqual(bool(row["link_id"]) + bool(row["node_id"]), 1, row["status_id"])
            if row["until_date"]:
                self.assertLess(row["from_date"], row["until_date"])

    def test_links_that_open_by_themselves_have_a_year(self):
        for row in TABLES["link"]:
            if row["status"] == "under_construction":
                self.assertTrue(row["expected"], row["link_id"])

    def test_all_zones_hang_together_in_2024(self):
        day = "2024-07-01"
        shut = {r["link_id"] or r["node_id"] for r in TABLES["status"] if r["from_date"] <= day and (not r["until_date"] or day < r["until_date"])}
        near = defaultdict(set)
        for row in TABLES["link"]:
            ends = row["from_node_id"], row["to_node_id"]
            if row["status"] == "operational" and row["mode"] in FREIGHT and not shut & {row["link_id"], *ends}:
                near[ends[0]].add(ends[1])
                near[ends[1]].add(ends[0])
        seen, waiting = {"kabul"}, ["kabul"]
        while waiting:
            waiting += (new := near[waiting.pop()] - seen)
            seen |= new
        self.assertEqual({row["node_id"] for row in TABLES["zone"]} - seen, set())

    def test_branches_are_paths(self):
        ends = {row["link_id"]: (row["from_node_id"], row["to_node_id"]) for row in TABLES["link"]}
        branches = defaultdict(list)
        for row in TABLES["corridor_link"]:
            branches[row["branch_id"]].append(row)
        for branch, rows in branches.items():
            self.assertTrue(branch.startswith(rows[0]["corridor_id"] + "/"))
            self.assertEqual([int(r["seq"]) for r in rows], list(range(1, len(rows) + 1)), branch)
            if branch.endswith("/members"):
                continue
            reached = set(ends[rows[0]["link_id"]])
            for row in rows[1:]:
                here = ends[row["link_id"]]
                self.assertTrue(reached & set(here), f"{branch} {row['seq']}")
                reached = set(here) - reached or set(here)

    def test_aliases_are_clear(self):
        tables = {"node": "node", "state": "state", "crossing": "crossing_capacity", "corridor": "corridor", "zone": "zone", "project": "project"}
        count = Counter((row["kind"], row["alias"]) for row in TABLES["alias"])
        self.assertEqual([a for a, n in count.items() if n > 1], [])
        for row in TABLES["alias"]:
            known = ids(tables[row["kind"]])
            self.assertIn(row["id"], known)
            self.assertNotIn(row["alias"], {i.lower().replace("_", "-") for i in known - {row["id"]}}, row)


class Demand(unittest.TestCase):
    def sums(self, table, key, column):
        total = defaultdict(float)
        for row in TABLES[table]:
            total[tuple(row[c] for c in key)] += float(row[column])
        return total

    def test_weights_add_up(self):
        for key, total in self.sums("zone_weight", ("trade_code", "partner", "direction", "class_group"), "weight").items():
            self.assertAlmostEqual(total, 1, places=6, msg=key)

    def test_shares_add_up(self):
        for key, total in self.sums("class_share", ("exporter", "importer"), "share").items():
            self.assertAlmostEqual(total, 1, places=6, msg=key)

    def test_every_code_and_group_has_default_weights(self):
        have = {(r["trade_code"], r["direction"], r["class_group"]) for r in TABLES["zone_weight"] if r["partner"] == "*"}
        for code in ids("trade_code"):
            for direction in ("export", "import"):
                for group in ("consumer", "food", "industrial"):
                    self.assertTrue({(code, direction, group), (code, direction, "all"), (code, "both", "all")} & have, (code, direction, group))

    def test_weights_go_to_zones_of_the_code(self):
        codes = {row["zone_id"]: row["trade_code"].split(";") for row in TABLES["zone"]}
        for row in TABLES["zone_weight"]:
            self.assertIn(row["trade_code"], codes[row["zone_id"]])

    def test_all_pairs_have_trade_and_classes(self):
        codes = ids("trade_code")
        pairs = {(a, b) for a in codes for b in codes if a != b}
        self.assertEqual({(r["exporter"], r["importer"]) for r in TABLES["trade"]}, pairs)
        self.assertEqual({(r["exporter"], r["importer"]) for r in TABLES["class_share"]}, pairs)

    def test_tonnes_follow_from_values(self):
        for row in TABLES["trade"]:
            value, unit, share, factor = (float(row[c]) for c in ("value_usd", "unit_value_usd_per_t", "freight_share", "factor"))
            tonnes = float(row["tonnes"])
            self.assertAlmostEqual(value / unit, float(row["tonnes_all"]), delta=1e-5 * value / unit + 1e-9)
            self.assertAlmostEqual(value / unit * share * factor, tonnes, delta=1e-4 * tonnes + 1e-6, msg=f"{row['exporter']}-{row['importer']}")

    def test_totals_are_sums(self):
        for row in TABLES["trade_total"]:
            pairs = [r for r in TABLES["trade"] if row["state"] in (r["exporter"], r["importer"])]
            total = sum(float(r["tonnes"]) for r in pairs)
            imports = sum(float(r["tonnes"]) for r in pairs if r["importer"] == row["state"])
            self.assertAlmostEqual(total, float(row["tonnes"]), delta=0.005 * total, msg=row["state"])
            self.assertAlmostEqual(imports, float(row["imports_tonnes"]), delta=0.005 * total, msg=row["state"])

    def test_growth_for_every_state_with_a_zone(self):
        have = {(r["state"], r["class_group"]) for r in TABLES["growth"]}
        for zone in TABLES["zone"]:
            for group in ("consumer", "food", "industrial"):
                self.assertIn((zone["state"], group), have)


class Projects(unittest.TestCase):
    def test_each_unopened_link_is_owned_once(self):
        owners = Counter(r["link_id"] for r in TABLES["project_link"] if r["role"] == "own")
        for row in TABLES["link"]:
            if row["status"] != "operational":
                self.assertEqual(owners[row["link_id"]], 1, row["link_id"])

    def test_requires_has_no_cycle(self):
        needs = {r["project_id"]: [p for p in r["requires"].split(";") if p] for r in TABLES["project"]}

        def walk(project, above):
            self.assertNotIn(project, above)
            for needed in needs[project]:
                walk(needed, above | {project})

        for project in needs:
            walk(project, frozenset())

    def test_years_are_in_order(self):
        for row in TABLES["project"]:
            self.assertLessEqual(int(row["earliest"]), int(row["expected"]))
            self.assertLessEqual(int(row["expected"]), int(row["latest"]))

    def test_effect_targets_exist(self):
        known = {"link": ids("link"), "crossing": ids("crossing_capacity"), "node": ids("node"), "project": ids("project"),
                 "state_mode": {f"{r['state']}:{r['mode']}" for r in TABLES["tariff"]}}
        for row in TABLES["project_effect"]:
            self.assertIn(row["target_id"], known[row["target_kind"]], row["effect_id"])

    def test_rule_targets_exist(self):
        known = {"crossing": ids("crossing_capacity"), "node": ids("node"), "link": ids("link"), "tariff_factor": ids("link")}
        for row in TABLES["access_rule"]:
            for target in row["target_ids"].split(";"):
                self.assertIn(target, known[row["kind"]], row["rule_id"])


    def test_level_rules_keep_their_laws(self):
        """A level makes no border dearer, a listing or sanction none cheaper; every rule is its own row with a source."""
        actors = ids("actor") | {"*"}
        for row in TABLES["level_rule"]:
            self.assertIn(row["actor"], actors, row["rule_id"])
            self.assertEqual(row["measure"] == "level", row["from_level"] != "", row["rule_id"])
            self.assertEqual(row["changes"] == "classes", row["commodities"] != "", row["rule_id"])
            self.assertTrue(row["source"], row["rule_id"])
            if row["changes"] != "classes":
                low, high = float(row["value_low"]), float(row["value_high"])
                self.assertTrue(high <= 1 if row["measure"] == "level" else low >= 1, row["rule_id"])


class Judged(unittest.TestCase):
    def test_observations(self):
        known = {"link": ids("link"), "crossing": ids("crossing_capacity"), "node": ids("node"), "state": ids("state"), "pair": ids("trade_code")}
        for row in TABLES["observation"]:
            if row["use"] == "none":
                self.assertEqual((row["quantity"], row["weight"]), ("", "0"), row["observation_id"])
                continue
            self.assertGreater(float(row["weight"]), 0)
            self.assertTrue(row["measure"] and row["score_group"] and row["independence"])
            for i in row["entity_ids"].split(";"):
                self.assertIn(i, known[row["entity_kind"]], row["observation_id"])

    def test_route_cases(self):
        branches = {row["branch_id"] for row in TABLES["corridor_link"]}
        for row in TABLES["route_case"]:
            self.assertLessEqual({b for b in row["branch_ids"].split(";") if b}, branches, row["case_id"])

    def test_sources_are_used_and_rest_on_no_circle(self):
        rests = {row["source_id"]: [i for i in row["rests_on"].split(";") if i] for row in TABLES["source"]}
        used = {row["source"] for table in TABLES.values() for row in table if row.get("source")}
        used |= {row["trade_source"] for row in TABLES["actor_covariate"]}
        used |= {i for table in TABLES.values() for row in table for i in row.get("also", "").split(";") if i}
        used |= {i for on in rests.values() for i in on} | {i for row in TABLES["route_case"] for i in row["fact_ids"].split(";")}
        self.assertEqual(set(rests) - used, set())

        def walk(source, above):
            self.assertNotIn(source, above)
            for lower in rests[source]:
                walk(lower, above | {source})

        for source in rests:
            walk(source, frozenset())


class Rebuild(unittest.TestCase):
    def test_same_facts_same_bytes(self):
        if not (SHARED / "facts" / "links.csv").exists():
            print(f"\nNOT CHECKED: data/region against the facts, none at {SHARED} (set CHORSU_SHARED)", file=sys.stderr)
            self.skipTest(f"no fact base at {SHARED}: set CHORSU_SHARED to make the package anew and compare")
        import build
        with tempfile.TemporaryDirectory() as folder:
            build.build(SHARED / "facts", folder)
            made = {p.name: p.read_bytes() for p in Path(folder).iterdir()}
        for fitted in build.FITTED:  # what the program fitted, not the facts
            del made[f"{fitted}.csv"]
        for name, text in sorted(made.items()):
            self.assertEqual(text, (REGION / name).read_bytes(), f"{name} differs from what the facts give: run tools/region/build.py")


if __name__ == "__main__":
    unittest.main()
