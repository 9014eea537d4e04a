"""Press, pages and articles that dated evidence names: each outlet and day is one source, and says when it could be known."""

import re

import days
from wording import tidy

URL = re.compile(r"https?://\S+")
BARE_HOST = re.compile(r"https?://[0-9.]+[:/]")
URL_DAY = re.compile(r"/(20\d{2})/(\d{2})/(\d{2})(?:/|$)")
REMARK = re.compile(r" \((?!\d)[^)]*\)")  # not "(2023-03-27)"
WHEN = re.compile(r"[ ,(]+(?:(?:[A-Z][a-z]{2}-)?[A-Z][a-z]{2} )?\d{4}[-/\d]*\)?.*$")
SEED = re.compile(r"\bseed (\d{3})")
GENERAL = "general knowledge"
# The five articles. The parts of the first are undated; their page was put together on the day stamped on it, so nothing of it is taken
# as known before. Who wrote a part, and the day after which, follow from what it tells.
ARTICLES = {
    "SEED-000": ("CACI Analyst, collection of five articles", "CACI Analyst", days.day("2025-11-18")),
    "SEED-001": ("On the drivers of Russia's turn to the Taliban", "bne IntelliNews", days.Days("2025-07-04", "2025-07-10", "2025-07-10", "month")),
    "SEED-002": ("Castillo and Birch on Central Asia and the Taliban after the recognition", "Caspian Policy Center", days.day("2025-07-17")),
    "SEED-003": ("Turgunbaeva and Ghiasi on Russia's Taliban policy", "CACI Analyst", days.day("2025-06-11")),
    "SEED-004": ("On Russia's elevated ties with the Taliban", "Jamestown Eurasia Daily Monitor", days.Days("2025-06-24", "2025-06-30", "2025-06-24", "month")),
    "SEED-000-KASSENOVA": ("Kassenova, teaser on Kazakhstan and Russia", "CACI Analyst", days.day("2025-11-18")),
    "SEED-000-BLANK": ("Blank on India, Afghanistan and Central Asia", "CACI Analyst", days.Days("2025-10-19", "2025-11-18", "2025-11-18", "month")),
    "SEED-000-IVANOVIC": ("Ivanovic on the CIS summit and Afghanistan", "CACI Analyst", days.Days("2025-10-10", "2025-11-18", "2025-11-18", "month")),
    "SEED-000-UMAROVA": ("Umarova on the Lapis Lazuli and Kabul corridors", "CACI Analyst", days.Days("2025-07-02", "2025-11-18", "2025-11-18", "month")),
    "SEED-000-JAMAL": ("Jamal on Russia's recognition of the Taliban", "CACI Analyst", days.Days("2025-07-03", "2025-11-18", "2025-11-18", "month")),
}


class Citations:
    """`of(text)` gives the sources of a wording; the days on which they came out stand in `published`."""

    def __init__(self, sources, wordings, phrases):
        self._sources = sources
        self._ids = {}
        self._phrases = {text: f"EW{place:03d}" for place, text in enumerate(sorted(set(phrases)), start=1)}
        self.published = {}  # source id -> Days
        parts = sorted({part for text in wordings for part in split(text) if not article(part) and not general(part)})
        for place, part in enumerate(parts, start=1):
            self._add(part, f"EV{place:03d}")

    def _add(self, part, source_id):
        url = URL.search(part)
        rest = (part[:url.start()] + part[url.end():]) if url else part
        rest = " ".join(rest.split())
        came_out = days.first_named(REMARK.sub("", rest))
        if not came_out and url and (found := URL_DAY.search(url.group(0))):
            came_out = days.day("-".join(found.groups()))
        publisher = WHEN.sub("", REMARK.sub("", rest)).strip() or re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", part)
        date = came_out.latest[: {"day": 10, "month": 7, "year": 4}[came_out.precision]] if came_out else ""
        title = rest or f"{publisher}, {date}"
        self._ids[part] = source_id
        self._sources.register(source_id, "published", title, publisher, date,
                               url.group(0) if url and not BARE_HOST.match(url.group(0)) else "")
        if came_out:
            self.published[source_id] = came_out

    def of(self, *texts):
        """Ids of all that the wordings name, in order."""
        found = [self.one(part) for text in texts for part in split(text)]
        return list(dict.fromkeys(found))

    def one(self, part):
        if general(part):
            return self._sources.cite(GENERAL)
        return self.article(article(part)) if article(part) else self._sources.cite(self._ids[part])

    def phrase(self, text):
        """A reason given in words is one source."""
        source_id = self._phrases[text]
        kind = "assumption" if "judgement" in text else "general_knowledge" if text.startswith(GENERAL) or "not found" in text else "published"
        url = URL.search(text)
        self._sources.register(source_id, kind, tidy(URL.sub("", text).replace(" ;", ";")), "", "", url.group(0).rstrip(");,") if url else "")
        return self._sources.cite(source_id)

    def article(self, source_id):
        title, publisher, came_out = ARTICLES[source_id]
        date = came_out.earliest if came_out.precision == "day" else f"{came_out.earliest} to {came_out.latest}"
        parent = ["SEED-000"] if source_id.startswith("SEED-000-") else []
        self._sources.register(source_id, "published", title, publisher, date, "", parent)
        self.published[source_id] = came_out
        if parent:
            self.article(parent[0])
        return self._sources.cite(source_id)

    def known_from(self, source_ids, happened):
        """First day on which something that happened could be known, and whether that is a publication or the end of its precision.

        The first source names the evidence; where that is general knowledge nobody says when it came out. Of the publications the first
        counts that is not older than what it tells. One that is dated to a month or year counts from its last day; an article of
        which only a span is known, from the first of it, but for parts of a collection, which count from the day of the whole."""
        came_out = [self._from(source_id) for source_id in source_ids if source_id in self.published]
        told = sorted(day for day in came_out if day >= happened.best)
        if source_ids[0] == self._sources.cite(GENERAL) or not told:
            return happened.latest, "precision"
        return told[0], "publication"

    def _from(self, source_id):
        came_out = self.published[source_id]
        return came_out.best if source_id.startswith("SEED-") else came_out.latest


def split(text):
    """Sources of a cell. A piece without a name of its own belongs to the piece before."""
    return [piece.strip() for piece in text.split("; ") if piece.strip()] if text else []


def article(part):
    found = SEED.match(part)
    return f"SEED-{found.group(1)}" if found else ""


def general(part):
    return part.startswith(GENERAL)
