"""What the model is held to: observed flows and known routes."""

from figures import number, tonnes
from borders import at_border
from wording import join_notes, tidy

KINDS = {"country": "state"}


def observations(facts, sources):
    volumes = {row["id"]: row for row in facts.rows("volumes") + facts.rows("freight/volumes_extra")}
    rows = []
    for row in facts.rows("freight/validate_rows"):
        volume = volumes[row["id"].split("/")[0]]
        printed = f"printed: {number(volume['value'])} {volume['unit']}"
        ids = row["entity_ids"].replace("UZB-PAK", "UZB;PAK") if row["entity_kind"] == "pair" else row["entity_ids"]
        ids = at_border(ids) if row["entity_kind"] == "crossing" else ids
        rows.append({"observation_id": row["id"], "entity": volume["entity"], "entity_kind": KINDS.get(row["entity_kind"], row["entity_kind"]),
                     "entity_ids": ids, "measure": row["measure"], "period": row["period"], "quantity": tonnes(row["quantity_t_yr"]),
                     "quantity_low": tonnes(row["low"]), "quantity_high": tonnes(row["high"]), "use": row["use"], "weight": number(row["weight"]),
                     "score_group": row["score_group"], "independence": tidy(row["independence"]), "source": sources.cite(volume["id"]),
                     "confidence": row["confidence"], "note": join_notes(printed, row["conversion"], row["note"])})
    return rows


def route_cases(facts, sources):
    rows = []
    for row in facts.rows("freight/route_cases"):
        ids = row["fact_ids"].split()
        wording = tidy(row["source"])
        stated = "" if wording == "fact base" else wording.removeprefix("fact base").strip(" (;").rstrip(")") if wording.startswith("fact base") else wording
        stated = stated + ")" if stated.count("(") > stated.count(")") else stated
        text = "; ".join([*ids, *([stated] if stated else [])])
        numbers = {c: number(row[c]) for c in ("distance_km", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")}
        rows.append({**{c: row[c] for c in ("case_id", "origin_zone", "destination_zone", "origin_node", "destination_node", "class_id", "date")},
                     "branch_ids": row["branch_ids"], "judge": row["judge"], "via_nodes": ";".join(row["via_nodes"].split()),
                     "modes": row["modes"].replace("+", ";"), "distance_km": numbers.pop("distance_km"), "long": row["long"],
                     "dominant": row["dominant"], **numbers, "cost_unit": row["cost_unit"].split(",")[0], "fact_ids": ";".join(ids),
                     "source": sources.cite(text), "confidence": row["confidence"], "note": tidy(row["note"])})
    return rows
