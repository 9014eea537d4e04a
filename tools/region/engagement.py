"""Steps of states towards the government in Kabul, listings as terrorists, and what may explain the steps."""

import re

import days
from figures import number
from wording import tidy

CONTEXT = {"Afghanistan": ("AFG", "Afghanistan"), "EU": ("EU", "European Union"), "UN": ("UN", "United Nations"), "Central Asia": ("CENTRAL-ASIA", "Central Asian states"),
           "multilateral": ("MULTILATERAL", "Several states together")}
STATES = {"Taliban government (IEA)": "AFG"}
# Days that sources put differently: both ends stand, the best day is the event's own (contradiction X001).
SPANS = {("Russia", "formal_recognition"): ("2025-07-03", "2025-07-04")}
SCORES = ("trans_afghan_dependence", "isisk_exposure_2021", "isisk_exposure_now", "ttp_exposure_now", "hr_conditionality_2021",
          "hr_conditionality_now", "ties_russia", "ties_china", "ties_us_west", "ties_gulf")
TRADE_YEARS = range(2021, 2026)


def wordings(facts):
    """All cells that name sources."""
    for row in facts.rows("engagement_events"):
        yield row["source_1"]
        yield row["source_2"]
    for row in facts.rows("terror_designations"):
        yield row["source"]


def phrases(facts):
    """Reasons of figures, each one source."""
    for row in facts.rows("actor_covariates"):
        yield row["trade_source"]
        yield row["scores_basis"]


def actor_ids(facts):
    return {row["actor"]: row["iso3"] for row in facts.rows("actor_covariates")} | {name: i for name, (i, _) in CONTEXT.items()}


def actors(facts, states):
    """Those whose level is followed, then bodies that only give context."""
    known = {row["state"]: row["name"] for row in states}
    followed = {row["iso3"]: CONTEXT.get(row["actor"], ("", row["actor"]))[1] for row in facts.rows("actor_covariates")}
    context = {i: name for i, name in CONTEXT.values() if i not in followed}
    return [{"actor_id": i, "name": known.get(i, name), "followed": "true" if i in followed else "false", "state": i if i in known else ""}
            for i, name in (followed | context).items()]


# What the coder says of a row, beside what happened: told later than the row itself.
REMARK = re.compile(r" \((?:seed|level lowered)[^)]*\)|(?:(?<=\. )| )(?:Superseded|CONFLICT)[^.]*\.| \(Pannier\)")


def split_remarks(text):
    """A description without the coder's remarks, and those."""
    remarks = [found.strip().strip("()") for found in REMARK.findall(text) if "Pannier" not in found]
    return REMARK.sub(lambda m: m.group(0) if "Pannier" in m.group(0) else "", text).strip(), tidy("; ".join(remarks))


def happened(row):
    span = SPANS.get((row["actor"], row["step"]))
    if span:
        return days.Days(*span, row["date"], row["precision"])
    return days.read(row["date"], row["precision"])


def events(facts, citations):
    ids = actor_ids(facts)
    rows = sorted(facts.rows("engagement_events"), key=lambda row: (happened(row).best, row["actor"], row["step"], row["description"]))
    return [event(place, row, ids, citations) for place, row in enumerate(rows, start=1)]


def event(place, row, ids, citations):
    statement, note = split_remarks(row["description"])
    when, cited = happened(row), citations.of(row["source_1"], row["source_2"])
    known, basis = citations.known_from(cited, when)
    if row["step"] == "baseline":
        known, basis = when.best, "baseline"
    if basis == "publication" and when.best <= known < when.latest:
        when = days.Days(when.earliest, known, when.best, when.precision)
    return {"event_id": f"EE{place:03d}", "date": when.best, "date_earliest": when.earliest, "date_latest": when.latest,
            "precision": when.precision, "actor": ids[row["actor"]], "counterpart": STATES.get(row["target"], row["target"]), "step": row["step"],
            "level_before": row["level_before"], "level_after": row["level_after"], "known_from": known, "known_basis": basis,
            "statement": statement, "corrects": "", "also": ";".join(cited[1:]), "source": cited[0], "confidence": row["confidence"], "note": note}


def designations(facts, citations, told):
    """`told` are the engagement events: a delisting that is one of them could be known as early as that."""
    ids, out = actor_ids(facts), []
    delisted = {(row["actor"], row["date"]): row["known_from"] for row in told if row["step"] == "delisted"}
    rows = sorted(facts.rows("terror_designations"), key=lambda row: (ids[row["state"]], row["entity"], row["date"]))
    for place, row in enumerate(rows, start=1):
        cited = citations.of(row["source"])
        when = days.read(row["date"]) if row["date"] else days.Days("", "", "", "")
        known = citations.known_from(cited, when)[0] if row["date"] else ""
        known = min(known, delisted.get((ids[row["state"]], when.best), known))
        out.append({"designation_id": f"ED{place:03d}", "actor": ids[row["state"]], "entity": row["entity"], "designation": row["status"],
                    "date": when.best, "date_earliest": when.earliest, "date_latest": when.latest, "precision": when.precision, "known_from": known,
                    "also": ";".join(cited[1:]), "source": cited[0], "confidence": row["confidence"], "note": tidy(row["note"])})
    return out


def flag(text):
    """1, 0 or -1 (unknown) as true, false, nothing."""
    return {"1": "true", "0": "false", "-1": ""}[text]


def covariates(facts, citations):
    ids, out = actor_ids(facts), []
    for row in facts.rows("actor_covariates"):
        peers = [row["iso3"] if name == "self" else ids[name] for name in row["peers_followed"].split(";")]
        out.append({"actor": row["iso3"], "borders_afghanistan": flag(row["border_with_afghanistan"]), "border_km": number(row["border_km"]),
                    **{f"trade_{y}": number(row[f"trade_usd_m_{y}"]) for y in TRADE_YEARS}, "trade_source": citations.phrase(row["trade_source"]),
                    **{name: number(row[f"{name}_0_1"]) for name in SCORES}, "bloc": row["great_power_bloc"],
                    "peers_followed": ";".join(peers), "memberships": "" if row["memberships"] == "none" else row["memberships"],
                    "project_stakes": tidy(row["project_stakes"]), "terror_listed_2021": flag(row["terror_listed_2021"]),
                    "terror_listed_now": flag(row["terror_listed_now"]), "level_2021": row["level_2021_08"], "level_now": row["level_latest"],
                    "resists_taliban": flag(row["resists_taliban_0_1"]), "source": citations.phrase(row["scores_basis"]),
                    "confidence": row["confidence"], "note": ""})
    return out
