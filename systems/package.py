"""The region package as the tests read it, and copies of it with edits."""
import csv
import functools
import pathlib
import shutil

PACKAGE = pathlib.Path("data/region")
ADDED = object()  # stands for the rows of an edit that are not there yet
GONE = object()  # stands for the new columns of rows that are no more
DATED = {"F": "statement", "N": "statement", "X": "version", "P": "prediction", "EE": "engagement_event", "ED": "designation",
         "I": "incident"}


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def table(name, package=PACKAGE):
    return rows_of(package / f"{name}.csv")


@functools.lru_cache(maxsize=None)
def centroids(*codes):
    """Nodes where the trade of states or groups of states (trade codes) begins and ends."""
    return frozenset(r["node_id"] for r in table("zone") if set(r["trade_code"].split(";")) & set(codes))


def edited(folder, edits):
    """A copy of the package, and its map, with edits.

    An edit is (table, which rows, their new columns), (table, which rows, GONE), or (table, ADDED, rows like the first but for columns).
    """
    copy = folder / "data" / "region"
    shutil.copytree(PACKAGE, copy)
    geo = PACKAGE.parent / "geo"
    if geo.is_dir():
        (copy.parent / "geo").symlink_to(geo.resolve())
    for name, concerns, columns in edits:
        rows = rows_of(copy / f"{name}.csv")
        change_rows(rows, concerns, columns)
        with (copy / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return copy


def change_rows(rows, concerns, columns):
    if concerns is ADDED:
        key = next(iter(rows[0]))
        start = len(rows)
        rows += [{**rows[0], key: f"added-{start + number}", **row} for number, row in enumerate(columns)]
        return
    touched = [row for row in rows if concerns(row)]
    assert touched, "no row to edit"
    if columns is GONE:
        rows[:] = [row for row in rows if row not in touched]
        return
    for row in touched:
        row.update({k: v(row) if callable(v) else v for k, v in columns.items()})


def built(*projects):
    """An edit: the lines of projects are under construction and have opened by themselves by 2030."""
    years = dict.fromkeys(("expected", "expected_low", "expected_high"), "2030")
    return ("link", owned_by(projects), {"status": "under_construction", **years})


def roomy(project, capacity):
    """An edit: the lines of a project have another row of capacity.csv."""
    return ("link", owned_by([project]), {"capacity_id": capacity})


def shut(*links, nodes=()):
    """An edit: links and nodes take no goods from 2000 on."""
    event = {"from_date": "2000-01-01", "until_date": "", "status": "suspended"}
    return ("status", ADDED, [{"link_id": link, "node_id": "", **event} for link in links] +
            [{"link_id": "", "node_id": node, **event} for node in nodes])


def owned_by(projects):
    lines = {r["link_id"] for r in table("project_link") if r["project_id"] in projects and r["role"] == "own"}
    return lambda row: row["link_id"] in lines


def table_of(row_id):
    """The table of dated evidence that has a row of this id."""
    return DATED[row_id.rstrip("0123456789abc")]


def of_id(*ids):
    return lambda row: next(iter(row.values())) in ids


def gone(*ids):
    """Edits: dated rows were never written, and no version of a story rests on them."""
    def rests(row):
        return bool(set(row["statements"].split(";")) & set(ids))

    def without(row):
        return ";".join(i for i in row["statements"].split(";") if i not in ids)

    edits = [(table_of(row_id), of_id(row_id), GONE) for row_id in ids]
    for name, column in (("stance", "statement_id"), ("quotation", "row_id")):
        if any(row[column] in ids for row in table(name)):
            edits.append((name, lambda row, column=column: row[column] in ids, GONE))
    told = [row for row in table("version") if rests(row) and row["version_id"] not in ids]
    return tuple(edits) + ((("version", rests, {"statements": without}),) if told else ())


def driver(of, by, /, **columns):
    """An edit: what a strain is made of has other columns."""
    return ("strain_driver", lambda row: (row["strain"], row["subject"]) == (of, by), columns)


def attack(group, state, day):
    """An edit: one attack more."""
    days = dict.fromkeys(("date", "date_earliest", "date_latest", "known_from"), day) | {"precision": "day"}
    return ("incident", ADDED, [{**days, "subjects": f"{group};{state}", "group": "test", "place": "somewhere"}])


def tagged(subject, day):
    """An edit: one statement more about a subject."""
    days = dict.fromkeys(("date", "date_earliest", "date_latest", "published", "known_from"), day)
    return ("statement", ADDED, [{**days, "precision": "day", "kind": "event", "statement": "It was named again", "value": "", "unit": "",
                                  "subjects": subject}])


def moved(row_id, day):
    """An edit: a dated row has another day."""
    return (table_of(row_id), of_id(row_id), dict.fromkeys(("date", "date_earliest", "date_latest"), day) | {"precision": "day"})
