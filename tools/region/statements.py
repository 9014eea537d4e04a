"""What the articles say: facts, the versions in which they differ, and predictions, each as of its publication."""

import re

import days
import judged_evidence as judged
from figures import number
from wording import tidy

PARTS = {"Kassenova": "SEED-000-KASSENOVA", "Blank": "SEED-000-BLANK", "Ivanovic": "SEED-000-IVANOVIC", "Umarova": "SEED-000-UMAROVA",
         "Jamal": "SEED-000-JAMAL", "bne": "SEED-001", "Castillo": "SEED-002", "Turgunbaeva": "SEED-003", "Eurasia Daily": "SEED-004"}
AUTHORS = {"SEED-000-KASSENOVA": "Kassenova (CACI Analyst)", "SEED-000-BLANK": "Blank (CACI Analyst)", "SEED-000-IVANOVIC": "Ivanovic (CACI Analyst)",
           "SEED-000-UMAROVA": "Umarova (CACI Analyst)", "SEED-000-JAMAL": "Jamal (CACI Analyst)", "SEED-001": "bne IntelliNews",
           "SEED-002": "Castillo and Birch (Caspian Policy Center)", "SEED-003": "Turgunbaeva and Ghiasi (CACI Analyst)",
           "SEED-004": "Eurasia Daily Monitor (Jamestown)"}
ERAS = {"1990s": ("1990-01-01", "1999-12-31", "2000-01-01"), "2010s": ("2010-01-01", "2019-12-31", "2020-01-01")}
FIRST_DAY = "1990-01-01"


def articles(text):
    """Articles that a cell like 'Jamal, after 2025-07-03; bne IntelliNews, ...' names."""
    out = []
    for piece in text.split("; "):
        found = [source for name, source in PARTS.items() if piece.startswith(name)]
        out += found
    return out


class Told:
    """When the articles came out."""

    def __init__(self, citations):
        self._citations = citations

    def out(self, source_id):
        self._citations.article(source_id)
        return self._citations.published[source_id]

    def known(self, source_ids):
        return min(self.out(i).best for i in source_ids)


def fact_days(row, out, known):
    """When a fact holds from, and the first day on which it no longer does: (Days or None, date or "")."""
    date, how = row["date"], row["date_precision"]
    if row["id"] in judged.FACT_DAYS:
        first, last, best = judged.FACT_DAYS[row["id"]]
        return days.Days(first, last, best, "month"), ""
    if date in ("undated", "historic"):
        return None, ""
    if date in ERAS:
        first, last, ended = ERAS[date]
        return days.Days(first, last, days.read(first[:4]).best if row["kind"] == "event" else first, "year"), "" if row["kind"] == "event" else ended
    if found := re.fullmatch(r"(?:before|pre-?) ?(.+)", date):
        ended = days.read(found.group(1)).earliest
        return None, ended
    if "/" in date:
        first, last = date.split("/")
        span = days.read(first)
        ended = "" if days.read(last).latest >= known else days.read(str(int(last) + 1)).earliest
        return days.Days(span.earliest, span.latest, span.earliest, "year"), ended
    if date.startswith("since ") or how == "since":
        span = days.read(date.removeprefix("since "))
        return days.Days(span.earliest, span.latest, span.earliest, "year"), ""
    if row["kind"] == "forecast" and (how == "year" or days.read(date).best > known):
        return out, ""
    return clip(days.read(date, "month" if how.startswith("month") and len(date) == 10 else ""), row["kind"], known), ""


def clip(when, kind, known):
    """Nothing has happened after it was told; a state of affairs that is told for a year or month is the one on the day of telling."""
    if when.precision == "day" or known < when.earliest:
        return when
    latest = min(when.latest, known)
    best = latest if kind == "status" else min(when.best, latest)
    return days.Days(when.earliest, latest, best, when.precision)


def parts_of(when):
    return {"date": when.best if when else "", "date_earliest": when.earliest if when else "", "date_latest": when.latest if when else "",
            "precision": when.precision if when else ""}


class Ends:
    """What a later step ended: its day and id."""

    def __init__(self, events):
        self._events = {(row["actor"], row["step"]): row for row in events}

    def of(self, row_id):
        event = self._events.get(judged.ENDED.get(row_id))
        return {"until_date": event["date"], "ended_by": event["event_id"]} if event else {"until_date": "", "ended_by": ""}


def statements(seeds, told, subjects, ends, sales):
    out = []
    for row in seeds.rows("facts"):
        source = articles(row["section"])[0]
        published = told.out(source)
        known = published.best
        when, until = fact_days(row, published, known)
        if "citation" in row["date_precision"]:
            known = when.best
        end = ends.of(row["id"])
        end["until_date"] = end["until_date"] or until
        outlet = "sr.cited4" if "citation" in row["date_precision"] else ""
        about = subjects.check(";".join((row["subject_id"], row["object_id"], judged.ALSO_ABOUT.get(row["id"], ""), outlet)))
        out.append({"statement_id": row["id"], "kind": row["kind"], **parts_of(when), **end, "statement": row["statement"],
                    "value": number(row["value"]), "unit": row["unit"], "subjects": about, "said_by": AUTHORS[source],
                    "published": published.best, "known_from": known, "corrects": "", "source": source,
                    "confidence": "low" if when is None else "medium", "note": ""})
    return out + named_only(seeds, told) + earlier(told, subjects) + sales


def named_only(seeds, told):
    said = {row["id"]: row["what_the_seeds_say"] for row in seeds.rows("systems")}
    out = []
    for statement_id, system, source in judged.NAMED_ONLY:
        published = told.out(source)
        out.append({"statement_id": statement_id, "kind": "status", **parts_of(published), "until_date": "", "ended_by": "",
                    "statement": said[system].rstrip("."), "value": "", "unit": "", "subjects": system, "said_by": AUTHORS[source],
                    "published": published.best, "known_from": published.best, "corrects": "", "source": source, "confidence": "low", "note": ""})
    return out


def earlier(told, subjects):
    """Meetings that the articles mention in general, with the days that are generally known."""
    out = []
    for statement_id, first, last, text, about in judged.EARLIER:
        out.append({"statement_id": statement_id, "kind": "event", "date": first, "date_earliest": first, "date_latest": last, "precision": "day",
                    "until_date": "", "ended_by": "", "statement": text, "value": "", "unit": "", "subjects": subjects.check(about),
                    "said_by": "General knowledge", "published": last, "known_from": last, "corrects": "", "source": "GK",
                    "confidence": "medium", "note": ""})
    return out


def power_sales(facts, sources):
    """What Afghanistan pays Tajikistan for electricity in a year, as the fact base on resources has it."""
    rows = {row["id"]: row for row in facts.rows("resources/power")}
    papers = {row["code"]: row for row in facts.rows("resources/sources")}
    out = []
    for statement_id, of, first, last in judged.POWER_SALES:
        paper = papers[re.match(r"[A-Z0-9-]+", rows[of]["source"]).group(0)]
        paid = float(re.search(r"([\d.]+) US\$ M", rows[of]["note"]).group(1))
        sources.register(of, "published", f"Tajik electricity for Afghanistan, {rows[of]['period']}", paper["what"], rows[of]["period"], paper["address"])
        out.append({"statement_id": statement_id, "kind": "quantity", "date": last, "date_earliest": first, "date_latest": last, "precision": "year",
                    "until_date": "", "ended_by": "", "statement": "Afghanistan's payments for Tajik electricity in a year", "value": f"{paid * 1e6:.0f}",
                    "unit": "USD/year", "subjects": "en.tjk_power;st.tjk;st.afg", "said_by": paper["what"], "published": last,
                    "known_from": last, "corrects": "", "source": sources.cite(of), "confidence": rows[of]["confidence"], "note": ""})
    return out


def contradictions(seeds, subjects, sources):
    source = "EX001"
    sources.register(source, "derived", "Comparison of the five articles, statement by statement", "", "", "", [f"SEED-00{i}" for i in range(5)])
    sources.cite(source)
    return [{"contradiction_id": row["id"], "topic": row["topic"], "kind": row["kind"], "severity": row["severity"],
             "subjects": subjects.check(judged.CONTRADICTIONS[row["id"]][0]), "reading": tidy(row["reading"]), "handling": tidy(row["how_to_store_it"]),
             "source": source, "confidence": "medium", "note": ""} for row in seeds.rows("contradictions")]


def versions(seeds, told, ends, facts_told):
    dated = {row["statement_id"]: row for row in facts_told}
    out = []
    for row in seeds.rows("contradictions"):
        for letter in "abc":
            if not row[f"version_{letter}"]:
                continue
            version_id = row["id"] + letter
            cited = articles(row[f"asof_{letter}"])
            facts = judged.CONTRADICTIONS[row["id"]][1].get(letter, "")
            first = dated.get(facts.split(";")[0])
            when = {k: first[k] for k in ("date", "date_earliest", "date_latest", "precision")} if first else parts_of(
                min((told.out(i) for i in cited), key=lambda d: d.best))
            end = ends.of(version_id)
            end["until_date"] = end["until_date"] or (first["until_date"] if first else "")
            out.append({"version_id": version_id, "contradiction_id": row["id"], **when, **end, "statement": row[f"version_{letter}"],
                        "statements": facts, "said_by": "; ".join(AUTHORS[i] for i in cited), "published": told.known(cited),
                        "known_from": told.known(cited), "also": ";".join(cited[1:]), "source": cited[0], "confidence": "medium", "note": ""})
    return out


def issued(row, published):
    text = row["date_issued"]
    if text.startswith(("after 20", "late ")) or re.fullmatch(r"about 2025-11-18|20\d\d", text):
        return published
    return days.first_named(text)


def predictions(seeds, told, subjects):
    out = []
    for row in seeds.rows("forecasts"):
        source = articles(row["section"])[0]
        published = told.out(source)
        when = issued(row, published)
        when = days.Days(when.earliest, min(when.latest, published.best), min(when.best, published.best), when.precision)
        known = when.best if when.precision == "day" else published.best
        verdict = next(word for text, word in judged.OUTCOMES if row["status_by_the_seeds"].startswith(text))
        proof = articles(row["status_source"]) if verdict != "open" else []
        out.append({"prediction_id": row["id"], "issuer": row["issuer"], **parts_of(when), "known_from": known, "statement": row["prediction"],
                    "conditions": row["conditions"], "horizon": row["horizon"], "decided_by": row["verifiable_outcome"], "outcome": verdict,
                    "outcome_note": tidy(row["status_by_the_seeds"]), "outcome_known_from": told.known(proof) if proof else "",
                    "subjects": subjects.check(judged.PREDICTIONS[row["id"]]), "said_by": AUTHORS[source], "also": ";".join(proof),
                    "source": source, "confidence": "medium", "note": ""})
    return out
