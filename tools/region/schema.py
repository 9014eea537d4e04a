"""The columns of every table: the truth from which datapackage.json is made and the tables are written.

A column is a line `name | type | unit | description | constraints`; `x~` stands for x, x_low and x_high.
Constraints, blank-separated: `req`, `min=0`, `max=1`, `enum=a,b`, `re=pattern`; `key` marks the primary key, `fk=table` or
`fk=table.column` a foreign key, `list=table` a cell of ids of that table divided by ';' (no foreign key of the standard; the tests follow it).
"""

import re

import schema_engagement
import schema_evidence
import schema_network
import schema_prices

MARK = re.compile(r" (?=(?:req|key)\b|(?:min|max|enum|re|fk|list)=)")
TRIPLE = ("", "_low", "_high")
WORDS = {"": "", "_low": ", low (about the 10 % quantile)", "_high": ", high (about the 90 % quantile)"}
TABLES = {**schema_network.TABLES, **schema_prices.TABLES, **schema_evidence.TABLES, **schema_engagement.TABLES}


def fields(table):
    """The columns of a table as dicts: name, type, unit, description, constraints, key, fk, list."""
    out = []
    for line in filter(None, TABLES[table][1].splitlines()):
        name, kind, unit, description, marks = (part.strip() for part in line.split("|", 4))
        for suffix in TRIPLE if name.endswith("~") else ("",):
            out.append(field(name.rstrip("~") + suffix, kind, unit, description + WORDS[suffix], marks))
    return out


def field(name, kind, unit, description, marks):
    out = {"name": name, "type": kind, "unit": unit, "description": description, "constraints": {}, "key": False, "fk": None, "list": None}
    for word in filter(None, MARK.split(marks)):
        mark, _, value = word.partition("=")
        if mark == "key":
            out["key"] = out["constraints"]["required"] = True
        elif mark == "req":
            out["constraints"]["required"] = True
        elif mark in ("min", "max"):
            out["constraints"]["minimum" if mark == "min" else "maximum"] = float(value) if "." in value else int(value)
        elif mark == "enum":
            out["constraints"]["enum"] = [int(v) if kind == "integer" else v for v in value.split(",")]
        elif mark == "re":
            out["constraints"]["pattern"] = value
        elif mark in ("fk", "list"):
            out[mark] = value
        else:
            raise ValueError(f"unknown mark {word} of {name}")
    return out


def columns(table):
    return [f["name"] for f in fields(table)]


def key(table):
    return [f["name"] for f in fields(table) if f["key"]]
