"""Dates that are known to a day, a month or a year: first, last and best day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
MONTH = re.compile(r"\b(\d{4})-(\d{2})\b")
NAMED = re.compile(r"\b(" + "|".join(MONTHS) + r")[a-z]* (\d{4})\b")
YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
MIDDLE_OF_MONTH = 15
MIDDLE_OF_YEAR = (7, 1)


@dataclass(frozen=True)
class Days:
    """A date with what is not known of it; `best` is the day that a model uses."""

    earliest: str
    latest: str
    best: str
    precision: str


def day(text):
    return Days(text, text, text, "day")


def month(year, number, best=""):
    last = calendar.monthrange(year, number)[1]
    middle = date(year, number, MIDDLE_OF_MONTH).isoformat()
    return Days(date(year, number, 1).isoformat(), date(year, number, last).isoformat(), best or middle, "month")


def year(number):
    return Days(f"{number}-01-01", f"{number}-12-31", date(number, *MIDDLE_OF_YEAR).isoformat(), "year")


def read(text, precision=""):
    """`text` is an ISO day, month or year; `precision` may be coarser than what is written, which then is the best day."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return month(parts[0], parts[1], text) if precision == "month" else day(text)
    return month(*parts) if len(parts) == 2 else year(parts[0])


def first_named(text):
    """The first date that a wording names, in whatever precision; none where it names none."""
    if found := DAY.search(text):
        return day(found.group(0))
    if found := NAMED.search(text):
        return month(int(found.group(2)), MONTHS[found.group(1)])
    if found := MONTH.search(text):
        return month(int(found.group(1)), int(found.group(2)))
    if found := YEAR.search(text):
        return year(int(found.group(1)))
    return None
