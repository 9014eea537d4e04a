"""Attacks that moved routes, closures of crossings, and links that opened."""

import days
import judged_evidence as judged
from figures import number
from statements import parts_of
from wording import tidy

LAST_LOOK = "2026-01-31"  # a closure that ends on it was still shut when last looked at
END_NOT_KNOWN = ("K075",)


def phrases(facts):
    for row in facts.rows("threat/incidents"):
        yield row["source"]


def known_from(source, happened):
    """Publication where the wording names a day and nothing else vouches, else the day itself."""
    out = days.first_named(source)
    return out.latest if out and "general knowledge" not in source and out.latest >= happened.best else happened.latest


def incidents(facts, citations, subjects):
    out = []
    for row in facts.rows("threat/incidents"):
        when = days.read(row["date"])
        corridors = [c for c in row["corridor_or_project"].split(";") if c]
        about = [subjects.of_state.get(row["country_iso3"], ""), judged.GROUPS.get(row["group"], "")]
        about += [subjects.of_state[s] for s in row["target_nationality"].split(";") if s in subjects.of_state] if row["group"] == "interstate" else []
        about += [subjects.of_corridor[c] for c in corridors]
        about += judged.INCIDENT_GROUPS.get(row["id"], "").split(";")
        about += ["pl.crocus"] if "Crocus" in row["place"] else []
        out.append({"incident_id": row["id"], **parts_of(when), "known_from": known_from(row["source"], when), "place": row["place"],
                    "state": row["country_iso3"], "x_coord": number(row["lon"]), "y_coord": number(row["lat"]), "area": row["area"],
                    "group": row["group"], "target": row["target_type"], "nationality": row["target_nationality"], "deaths": number(row["deaths"]),
                    "corridors": ";".join(corridors), "consequence": tidy(row["consequence"]), "stop_days": number(row["closure_or_stop_days"]),
                    "subjects": subjects.check(";".join(about)), "source": citations.phrase(row["source"]), "confidence": row["confidence"], "note": ""})
    return out


def closures(facts, sources, subjects):
    out = []
    for row in facts.rows("threat/closures"):
        when = days.read(row["from"])
        still = row["to"] == LAST_LOOK or row["id"] in END_NOT_KNOWN
        subject = judged.CLOSED.get(row["node"]) or subjects.of_node[row["node"]]
        about = [subject, subjects.of_state.get(row["side_a"], ""), subjects.of_state.get(row["side_b"], "")]
        out.append({"closure_id": row["id"], **parts_of(when), "until_date": "" if still else row["to"], "last_look": row["to"] if still else "",
                    "known_from": when.best, "crossing": row["crossing"], "node": row["node"] if row["node_in_network"] == "yes" else "",
                    "side_a": row["side_a"], "side_b": row["side_b"], "reason": row["reason"], "extent": row["extent"],
                    "statement": tidy(row["note"]), "subjects": subjects.check(";".join(about)), "source": sources.cite(row["id"]),
                    "confidence": row["confidence"], "note": ""})
    return out


def openings(facts, sources, subjects):
    """Links of which the year of opening is known, from 1990 on."""
    state = {node["id"]: node["country"] for node in facts.nodes()}
    out = []
    for link in facts.links():
        if not link["opened"] or int(link["opened"]) < 1990:
            continue
        when = days.read(link["opened"])
        ends = (link["from"], link["to"])
        about = [subjects.of_node.get(n, "") for n in ends] + [subjects.of_state.get(state[n], "") for n in ends]
        about += [subjects.of_corridor.get(tag, "") for tag in link["corridors"].split(";") if tag]
        out.append({"opening_id": f"EO{len(out) + 1:03d}", "link_id": link["id"], **parts_of(when), "known_from": when.latest,
                    "subjects": subjects.check(";".join(about)), "source": sources.cite(link["source"].replace(";", "; ")),
                    "confidence": link["confidence"], "note": ""})
    return out
