"""Writes the tables and datapackage.json."""

import csv
import io
import json

import schema

TITLES = {"name": "region", "title": "Trade corridors of Central Asia, Afghanistan, the South Caucasus, Iran and Pakistan",
          "description": "Network, borders, prices, trade, projects and observed flows about 2024, each figure with its range, source and confidence. "
                         "node.csv, link.csv, zone.csv and config.csv follow GMNS 0.96."}


def write(out, name, rows):
    columns = schema.columns(name)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", quoting=csv.QUOTE_MINIMAL, extrasaction="raise")
    writer.writeheader()
    writer.writerows(rows)
    (out / f"{name}.csv").write_bytes(text.getvalue().encode("utf-8"))


def foreign_key(field):
    table, _, column = field["fk"].partition(".")
    return {"fields": field["name"], "reference": {"resource": table, "fields": column or schema.key(table)[0]}}


def resource(name):
    fields = schema.fields(name)
    key = [f["name"] for f in fields if f["key"]]
    described = []
    for f in fields:
        one = {"name": f["name"], "type": f["type"], "description": f["description"]}
        if f["unit"]:
            one["unit"] = f["unit"]
        if f["list"]:
            one["listOf"] = f["list"]
        constraints = dict(f["constraints"])
        if key == [f["name"]]:
            constraints["unique"] = True
        if constraints:
            one["constraints"] = constraints
        described.append(one)
    table = {"fields": described, "missingValues": [""]}
    if key:
        table["primaryKey"] = key
    foreign = [foreign_key(f) for f in fields if f["fk"]]
    if foreign:
        table["foreignKeys"] = foreign
    return {"name": name, "title": schema.TABLES[name][0], "path": f"{name}.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True}, "schema": table}


def describe(out):
    package = {"profile": "tabular-data-package", **TITLES, "resources": [resource(name) for name in schema.TABLES]}
    text = json.dumps(package, indent=1, ensure_ascii=False)
    (out / "datapackage.json").write_bytes((text + "\n").encode("utf-8"))
