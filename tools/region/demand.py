"""Commodities, trade, its split into classes, totals, growth."""

from figures import number, significant, tonnes, triple
from wording import tidy

RULES = {"target": "target", "rule: both ends outside": "outside", "rule: coastal state by sea": "sea_only",
         "rule: landlocked, trade.csv dry x 0.25": "landlocked_0.25", "rule: landlocked, trade.csv dry x 0.30": "landlocked_0.3",
         "rule: landlocked, trade.csv dry x 0.60": "landlocked_0.6"}
MONTHS_COUNTED = {"Jan-Oct 2024": 10, "Jan-Aug 2024": 8}


def commodities(facts, sources):
    rows = []
    for row in facts.rows("freight/commodity_classes"):
        out = {"commodity_id": row["id"], "name": row["name"], "examples": row["examples"].replace(", ", ";"), "class_group": row["class_group"],
               "carried_as": "box" if row["class_group"] == "consumer" else "bulk"}
        for name, middle in (("value", "value_usd_per_t"), ("vot", "vot_usd_per_t_h"), ("theta", "theta_per_usd_t"),
                             ("elasticity", "elasticity"), ("t_per_teu", "t_per_teu"), ("t_per_truck", "t_per_truck"),
                             ("t_per_wagon", "t_per_wagon")):
            out |= triple(row, f"{name}_low", middle, f"{name}_high", name)
        rows.append(out | {"modes": row["modes"], "source": sources.cite(row["source"]), "confidence": row["confidence"],
                           "note": tidy(row["note"])})
    return rows


def relation_values(facts, sources):
    return [{"exporter": row["exporter"], "importer": row["importer"], "commodity_id": row["class_id"],
             **triple(row, "value_low", "value", "value_high", "vot"), "source": sources.cite(row["source"]),
             "confidence": row["confidence"]} for row in facts.rows("freight/relation_overrides")]


def class_shares(facts, sources):
    return [{"exporter": row["exporter"], "importer": row["importer"], "commodity_id": row["class_id"],
             **triple(row, "low", "share", "high", "share"), "source": sources.cite(row["source"]), "confidence": row["confidence"]}
            for row in facts.rows("freight/class_shares")]


def trade(facts, sources):
    """One row a directed pair. The row's source is the pair's trade value; that source rests on why its tonnes are as they are."""
    pairs = {row["pair_id"]: row for row in facts.rows("trade")}
    units = {(row["exporter"], row["importer"]): float(row["unit_value_all_usd_per_t"]) for row in facts.rows("trade_unit_values")}
    rows = []
    for row in facts.rows("freight/trade_adjust"):
        pair = pairs[row["pair_id"]]
        unit = units.get((row["exporter"], row["importer"]), units[(row["exporter"], "(default)")])
        rows.append(trade_row(row, pair, unit, sources))
        reason = sources.cite(row["source"], without=row["pair_id"], kind="assumption")
        if reason != row["pair_id"]:
            sources.rest(row["pair_id"], [reason])
    return rows


def trade_row(row, pair, unit, sources):
    outward = row["exporter"] == pair["a"]
    billions = float(pair["a_to_b_usd_bn"] if outward else pair["b_to_a_usd_bn"])
    year = 12 / MONTHS_COUNTED.get(pair["year"], 12)
    value = billions * 1e9 * year
    turnover = float(pair["turnover_usd_bn"])
    spread = [float(pair[c]) / turnover if turnover else 1 for c in ("low_usd_bn", "high_usd_bn")]
    value_text = significant(value, 6)
    all_tonnes = significant(float(value_text) / unit, 6)
    moved = float(row["freight_mt"]) * 1e6
    share = number(row["freight_share"])
    factor = number(row["factor"]) if moved == 0 else significant(moved / (float(all_tonnes) * float(share)), 6)
    note = "" if year == 1 else f"value of {MONTHS_COUNTED[pair['year']]} months x {number(significant(year, 3))}"
    rule = next(name for text, name in RULES.items() if row["rule"].startswith(text))
    reason = "" if row["rule"] != "target" else tidy(row["source"])
    return {"exporter": row["exporter"], "importer": row["importer"], "value_usd": value_text,
            "value_usd_low": significant(value * min(1, spread[0]), 4), "value_usd_high": significant(value * max(1, spread[1]), 4),
            "unit_value_usd_per_t": number(unit), "tonnes_all": all_tonnes, "freight_share": share, "factor": factor,
            "tonnes": number(moved), "tonnes_low": number(float(row["low"]) * 1e6), "tonnes_high": number(float(row["high"]) * 1e6),
            "rule": rule, "source": sources.cite(row["pair_id"]), "confidence": row["confidence"],
            "note": "; ".join(part for part in (note, reason) if part)}


def trade_totals(facts, sources):
    return [{"state": row["iso3"], "tonnes": tonnes(float(row["after_freight_mt"]) * 1e6), "tonnes_low": tonnes(float(row["known_low"]) * 1e6),
             "tonnes_high": tonnes(float(row["known_high"]) * 1e6), "imports_tonnes": tonnes(float(row["of_which_imports_mt"]) * 1e6),
             "basis": row["anchor"].replace(" ", "_"), "source": sources.cite(row["source"]), "confidence": row["confidence"],
             "note": "freight in and out; tonnes is the sum of trade.csv"} for row in facts.rows("freight/trade_totals")]


def growth(facts, sources):
    return [{"state": row["iso3"], "class_group": row["class_group"], **triple(row, "low", "value", "high", "rate"), "first_year": "2024",
             "last_year": "2035", "source": sources.cite(row["source"]), "confidence": row["confidence"], "note": tidy(row["note"])}
            for row in facts.rows("freight/growth")]
