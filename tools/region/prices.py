"""Tariffs, speeds, rates at sea and in the air, handling, what of a price is avoidable."""

from figures import exactly, number, significant, triple
from wording import join_notes, tidy

LOADING = {"caspian_ferry": ((2.5, 1, 4), (0, 0, 0)), "black_sea_ferry": ((0.5, 0.25, 1), (12, 6, 24)),
           "lake_van": ((1, 0.5, 2), (0, 0, 0))}
AIR = [("air--kabul--delhi", "kabul", "delhi", "MX067", "2,000 before 17 Nov 2025"),
       ("air--kabul--delhi", "delhi", "kabul", "MX068", "2,000 before 17 Nov 2025"),
       ("air--kandahar--amritsar", "kandahar", "amritsar", "MX077", ""), ("air--kandahar--amritsar", "amritsar", "kandahar", "MX077", ""),
       ("air--kabul--jebel-ali", "kabul", "jebel-ali", "MX069", ""), ("air--kabul--jebel-ali", "jebel-ali", "kabul", "MX069", ""),
       ("air--kabul--istanbul", "kabul", "istanbul", "MX070", ""), ("air--kabul--istanbul", "istanbul", "kabul", "MX070", ""),
       ("air--kabul--urumqi", "kabul", "urumqi", "MX078", ""), ("air--kabul--urumqi", "urumqi", "kabul", "MX078", "")]
PORTS = [("MC249", ("bandar-abbas", "chabahar")), ("MC250", ("karachi", "port-qasim", "gwadar")), ("MC251", ("poti", "batumi")),
         ("MC252", ("aktau", "kuryk", "alat", "turkmenbashi"))]
AVOIDABLE = [("rail", "tariff", 0.6, 0.4, 0.8, "energy, crews, wagon hire, wear"), ("road", "tariff", 0.85, 0.75, 0.95, "fuel, drivers, tyres, truck hire"),
             ("sea", "tariff", 0.8, 0.6, 0.9, "fuel, charter, crew"), ("ferry", "tariff", 0.7, 0.5, 0.85, "fuel, crew, part of the vessel"),
             ("inland_water", "tariff", 0.65, 0.45, 0.85, "fuel, crew; canal dues are not avoidable cost of the state"),
             ("air", "tariff", 0.8, 0.65, 0.9, "fuel, crew, handling"), ("port", "handling", 0.55, 0.35, 0.75, "labour, energy, wear of cranes"),
             ("rail", "handling", 0.6, 0.4, 0.8, "labour, energy, wear of terminals and gauge-change yards"),
             ("border", "fee", 0.2, 0.05, 0.4, "staff and inspection")]


def tariffs(facts, sources):
    return [{"state": row["iso3"], "mode": row["link_mode"], "cargo": row["cargo"], **triple(row, "low", "mid", "high", "tariff"),
             "source": sources.cite(row["cost_row"]), "confidence": row["confidence"], "note": ""}
            for row in facts.rows("freight/tariff_by_state")]


# Part of the day that a vehicle on its way is moving; borders, ports and transfers have hours of their own.
MOVING = {"road": (0.6, 0.5, 0.75, "drivers rest; 22.7 of 42.9 km/h in the mean of CAREC with borders (MC060 MC061)"),
          "rail": (0.5, 0.4, 0.7, "yards, crews, locomotives, waiting for a path; ordinary trains of known time (R06, R15, R22, R23) take this, block "
                                  "trains China-Europe less; F49 has 0.23 with borders")}
# Known routes with a sea leg (R03, R04, R09, R13, R21, R38) take longer than 48 h a call allow.
BOX_CALL = (120, 48, 168, "assumption: a box waits for its sailing and in the terminal 120 h (48-168) at either end; MX076")


def over_the_day(row, sources):
    """Speed over the whole day, and its source: the rolling speed times the part of the day on the move."""
    mode = row["link_mode"]
    share, low, high, why = MOVING[mode]
    source = sources.cite(f"assumption: {mode} vehicles move {share} ({low}-{high}) of the day: {why}", rests_on=[sources.cite(row["source"])])
    speeds = {"speed": float(row["mid"]) * share, "speed_low": float(row["low"]) * low, "speed_high": float(row["high"]) * high}
    return {column: significant(value, 3) for column, value in speeds.items()}, source


def speeds(facts, sources):
    rows = []
    for row in facts.rows("freight/speed_by_state"):
        if row["iso3"] == "*" and row["link_mode"] in ("sea", "ferry", "inland_water"):
            continue
        if row["iso3"] == "*":
            speed, source = triple(row, "low", "mid", "high", "speed"), sources.cite(row["source"])
            note = "in flight; hours door to door stand in air_rate.csv"
        else:
            speed, source = over_the_day(row, sources)
            note = f"rolling speed {number(row['mid'])} ({number(row['low'])}-{number(row['high'])}) times the part of the day on the move"
        rows.append({"state": row["iso3"], "mode": row["link_mode"], **speed, "source": source,
                     "confidence": row["confidence"] if row["iso3"] == "*" else "low", "note": note})
    return rows


def sea_rates(facts, sources):
    rows = []
    for row in facts.rows("freight/sea_rates"):
        factor, load = LOADING.get(row["basin"], ((0, 0, 0), None))
        hours = exactly("load_h", *load) if load else triple(row, "load_h_low", "load_h", "load_h_high", "load_h")
        discharge = triple(row, "discharge_h_low", "discharge_h", "discharge_h_high", "discharge_h")
        source = sources.cite(row["source"])
        if row["carried_as"] == "box" and row["load_h"] == "48" and row["link_mode"] == "sea":
            hours, discharge = exactly("load_h", *BOX_CALL[:3]), exactly("discharge_h", *BOX_CALL[:3])
            source = sources.cite(BOX_CALL[3], rests_on=[source])
        note = tidy(row["note"])
        if row["basin"] == "volga":
            note = join_notes(note, "April-November only")
        rows.append({"rate_id": row["rate_id"], "basin": row["basin"], "mode": row["link_mode"], "carried_as": row["carried_as"],
                     "class_groups": row["class_group"], **triple(row, "low", "value", "high", "rate"),
                     **{column: significant(row[column], 4) for column in ("call", "call_low", "call_high")},
                     "handling_included": "true" if row["handling_included"] == "yes" else "false",
                     **triple(row, "speed_low", "speed", "speed_high", "speed"), **exactly("headway_factor", *factor), **hours,
                     **discharge, "source": source, "confidence": row["confidence"], "note": note})
    return rows


def costs(facts):
    return {row["id"]: row for row in facts.rows("mode_costs") + facts.rows("freight/mode_costs_extra")}


def air_rates(facts, sources):
    cost = costs(facts)
    rows = []
    for link_id, origin, destination, price, note in AIR:
        rows.append({"link_id": link_id, "from_node_id": origin, "to_node_id": destination, **triple(cost[price], "low", "mid", "high", "rate"),
                     **triple(cost["MX071"], "low", "mid", "high", "hours"), "source": sources.cite(f"{price}; hours MX071", kind="derived"),
                     "confidence": "medium" if price in ("MX067", "MX068") else "low", "note": note})
    return rows


def handling(facts, sources):
    cost = costs(facts)
    rows = []

    def add(operation, node_id, carried_as, price, unit, hours, source, note):
        rows.append({"handling_id": f"H{len(rows) + 1:02d}", "operation": operation, "node_id": node_id, "carried_as": carried_as,
                     **triple(cost[price], "low", "mid", "high", "cost"), "unit": unit, **hours,
                     "source": sources.cite(source, kind=None if source == price else "assumption" if operation == "rail_load" else "derived"),
                     "confidence": "low", "note": note})

    dwell = exactly("hours", 0)
    transfer = triple(cost["MC257"], "low", "mid", "high", "hours")
    third = exactly("hours", *(float(cost["MC257"][c]) / 3 for c in ("mid", "low", "high")))
    in_rate = "hours in port are load_h and discharge_h of sea_rate.csv; skipped where handling_included"
    for price, ports in PORTS:
        for port in ports:
            add("port", port, "box", price, "US$/TEU", dwell, price, in_rate)
    add("port", "*", "box", "MX075", "US$/TEU", dwell, "MX075", in_rate)
    add("port", "*", "bulk", "MC253", "US$/t", dwell, "MC253", in_rate)
    add("gauge_change", "*", "box", "MC254", "US$/TEU", transfer, "MC254; hours MC257", "boxes lifted from wagon to wagon")
    add("gauge_change", "*", "bulk", "MC255", "US$/wagon", transfer, "MC255; hours MC257", "bogies changed under the wagon")
    add("rail_road", "*", "box", "MX079", "US$/TEU", transfer, "MX079; hours MC257", "lift between rail and truck")
    add("rail_road", "*", "bulk", "MC256", "US$/t", transfer, "MC256; hours MC257", "bulk or bags between wagon and truck")
    add("rail_load", "*", "box", "MC254", "US$/TEU", third, "assumption: analog of MC254; hours a third of MC257",
        "one lift at the rail terminal of origin or of destination")
    add("rail_load", "*", "bulk", "MC256", "US$/t", third, "assumption: analog of MC256; hours a third of MC257",
        "loading or unloading at the siding of origin or of destination")
    return rows


def avoidable_costs(sources):
    source = sources.cite("assumption: share of a price that the carrier would save without the traffic")
    return [{"mode": mode, "item": item, **exactly("share", share, low, high), "source": source, "confidence": "low", "note": note}
            for mode, item, share, low, high, note in AVOIDABLE]
