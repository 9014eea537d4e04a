"""What the model is held to: observed flows and known routes."""

from figures import number, tonnes
from borders import at_border
from wording import join_notes, tidy

KINDS = {"country": "state"}
# The wording of the fact base as terms that a program can read; datapackage.json says what the terms mean.
MEASURES = {
    "sum of both directions": "flow",
    "sum of both directions, CHN-EU27": "flow ends=CHN/EU27",
    "tonnes KAZ->CHN (origin KAZ)": "flow exporter=KAZ importer=CHN",
    "rail-borne tonnes without containers": "flow by=rail without=containers",
    "container class, rail-borne": "flow by=rail commodities=containers",
    "road-borne tonnes, both directions": "flow by=road",
    "rail-borne tonnes, both directions": "flow by=rail",
    "IRN->AFG": "flow towards=AFG",
    "IRN->AFG tonnes of Iranian origin": "flow towards=AFG exporter=IRN",
    "tonnes to AFG whose origin is outside IRN": "flow importer=AFG no_end=IRN",
    "tonnes to and from AFG whose other end is outside PAK": "flow one_end=AFG no_end=PAK",
    "tonnes through AZE between RUS and IRN, IND": "flow ends=RUS/IRN;IND",
    "tonnes with one end in UZB by the sea leg Turkmenbashi-Alat": "flow one_end=UZB",
    "UZB-PAK and PAK-UZB tonnes through AFG by road": "pair modes=road through=AFG",
    "transit tonnes (both ends outside), rail": "transit modes=rail",
    "transit tonnes, road and rail": "transit modes=rail;road",
    "transit tonnes, road and rail, without Iraq": "transit modes=rail;road",
    "transit tonnes without oil, rail and road": "transit modes=rail;road without=oil_products",
    "transit tonnes, all modes": "transit",
    "transit (neither end in IRN)": "throughput no_end=IRN",
    "sea throughput, both directions": "throughput",
    "container class, loaded tonnes": "throughput commodities=containers",
    "": "",
}
# One row of kind pair names a sea leg in words only: it is a row of links.
LEGS = {"V136": ("link", "ferry--turkmenbashi--alat;sea--turkmenbashi--alat")}


def observations(facts, sources):
    volumes = {row["id"]: row for row in facts.rows("volumes") + facts.rows("freight/volumes_extra")}
    rows = []
    for row in facts.rows("freight/validate_rows"):
        volume = volumes[row["id"].split("/")[0]]
        printed = f"printed: {number(volume['value'])} {volume['unit']}"
        kind, ids = LEGS.get(row["id"], (row["entity_kind"], row["entity_ids"]))
        ids = {"pair": ids.replace("-", ";"), "crossing": at_border(ids)}.get(kind, ids)
        rows.append({"observation_id": row["id"], "entity": volume["entity"], "entity_kind": KINDS.get(kind, kind),
                     "entity_ids": ids, "measure": MEASURES[row["measure"]], "period": row["period"], "quantity": tonnes(row["quantity_t_yr"]),
                     "quantity_low": tonnes(row["low"]), "quantity_high": tonnes(row["high"]), "use": row["use"], "weight": number(row["weight"]),
                     "score_group": row["score_group"], "independence": tidy(row["independence"]), "source": sources.cite(volume["id"]),
                     "confidence": row["confidence"], "note": join_notes(row["measure"], printed, row["conversion"], row["note"])})
    return rows


# The part of the way that a price or a time is for, where the fact base says so in words.
PARTS = {"R01": {"cost_from": "dostyk", "cost_to": "malaszewicze"}, "R32": {"days_from": "turkmenbashi", "days_to": "alat"}}
NO_PARTS = dict.fromkeys(("cost_from", "cost_to", "days_from", "days_to"), "")
FACTORS = ("theta_scale", "crossing_penalties", "node_penalties", "link_penalties", "tariff_factors")


def unfitted(sources):
    """Factors before any fit; `chorsu calibrate --write` puts the fitted ones in their place."""
    source = sources.cite("FIT")
    return [{"parameter": factor, "value": "1", "value_low": "1", "value_high": "1", "source": source, "confidence": "low", "note": "not fitted"}
            for factor in FACTORS]


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
                     "dominant": row["dominant"], **numbers, "cost_unit": row["cost_unit"].split(",")[0],
                     **NO_PARTS, **PARTS.get(row["case_id"], {}), "fact_ids": ";".join(ids),
                     "source": sources.cite(text), "confidence": row["confidence"], "note": tidy(row["note"])})
    return rows
