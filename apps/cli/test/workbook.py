"""Reads XLSX files as any spreadsheet does: sheets by name, rows of words and numbers."""
import re
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _tree(book, name):
    return xml.fromstring(book.read(name))


def _column(reference):
    """0 for A1, 27 for AB7."""
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell, words):
    value = cell.find(f"{MAIN}v")
    if value is None:
        return None
    return words[int(value.text)] if cell.get("t") == "s" else float(value.text)


def _rows(sheet, words):
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        cells = {_column(cell.get("r")): _value(cell, words) for cell in row}
        rows.append([cells.get(column) for column in range(max(cells, default=-1) + 1)])
    return rows


def workbook(path):
    """The rows of every sheet by its name; the first row has the heads, and must be frozen."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None, path
        words = ["".join(text.itertext()) for text in _tree(book, "xl/sharedStrings.xml")]
        targets = {r.get("Id"): r.get("Target") for r in _tree(book, "xl/_rels/workbook.xml.rels")}
        sheets = {}
        for entry in _tree(book, "xl/workbook.xml").iter(f"{MAIN}sheet"):
            sheet = _tree(book, f"xl/{targets[entry.get(RELATION)]}")
            assert any(pane.get("state") == "frozen" for pane in sheet.iter(f"{MAIN}pane")), entry.get("name")
            sheets[entry.get("name")] = _rows(sheet, words)
        return sheets
