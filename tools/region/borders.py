"""Crossings, capacities of links, crossings, ports and ferries, access rules."""

from figures import exactly, number, tonnes, triple
from network import OVER_THE_BORDER
from wording import join_notes, tidy

# The way north of the strait: a ship that passes it sails one of these.
RED_SEA = "sea--suez-south--sea-bab-el-mandeb;sea--jeddah--sea-bab-el-mandeb"
RUSSIA_BLACK_SEA = ";".join(("sea--novorossiysk--sea-bosphorus", "sea--novorossiysk--trabzon", "sea--novorossiysk--samsun", "sea--novorossiysk--poti",
                             "sea--sea-kerch--sea-bosphorus", "sea--sea-kerch--samsun"))
RUSSIA_SOUTH = "road--verkhny-lars--tbilisi;rail--samur--yalama;road--yalama--samur"
BOOLEAN = {"yes": "true", "no": "false"}
GULF = "UAE;SAU;QAT"
ALL_BUT_GRAIN_AND_OIL = "containers;perishables;ores_coal;metals;fert_chem;construction"


def crossings(facts, sources):
    rows = []
    for row in facts.rows("freight/crossing_links"):
        unit = "US$/truck" if row["cost_unit"] == "US$/truck" else "US$/wagon_or_teu"
        rows.append({"link_id": row["link_id"], "from_node_id": row["from_node"], "to_node_id": row["to_node"], "state": row["side"],
                     "role": row["side_role"], **triple(row, "time_h_low", "time_h", "time_h_high", "hours"),
                     **triple(row, "cost_usd_low", "cost_usd", "cost_usd_high", "fee"), "fee_unit": unit,
                     "includes_transfer": BOOLEAN[row["includes_transfer"]], "basis": row["match"], "source": sources.cite(row["source"]),
                     "confidence": row["confidence"], "note": ""})
    return rows


def capacity_triple(row, low, middle, high):
    return {"capacity": tonnes(row[middle]), "capacity_low": tonnes(row[low]), "capacity_high": tonnes(row[high])}


def crossing_capacities(facts, sources):
    return [{"link_id": row["link_id"], **capacity_triple(row, "cap_low", "cap", "cap_high"), "bpr_alpha": number(row["bpr_alpha"]),
             "bpr_beta": number(row["bpr_beta"]), "source": sources.cite(row["source"]), "confidence": row["confidence"],
             "note": join_notes(row["note"], "shut in 2024" if row["status_base_2024"] == "closed" else "")}
            for row in facts.rows("freight/crossing_capacity")]


def capacities(facts, sources):
    return [{"capacity_id": row["id"], "mode": row["mode"], "applies_to": row["applies_to"], **capacity_triple(row, "low", "value", "high"),
             **triple(row, "bpr_alpha_low", "bpr_alpha", "bpr_alpha_high", "bpr_alpha"),
             **triple(row, "bpr_beta_low", "bpr_beta", "bpr_beta_high", "bpr_beta"),
             "source": sources.cite(row["source"]), "confidence": row["confidence"], "note": tidy(row["note"])}
            for row in facts.rows("freight/capacity_defaults")]


def ports(facts, sources):
    rows = [{"node_id": row["node_id"], **capacity_triple(row, "cap_low", "cap", "cap_high"),
             "teu_capacity": number(row["teu_per_yr"]) if row["teu_per_yr"] != "0" or row["cap"] == "0" else "",
             "bpr_alpha": number(row["bpr_alpha"]), "bpr_beta": number(row["bpr_beta"]), "source": sources.cite(row["source"]),
             "confidence": row["confidence"], "note": tidy(row["note"])} for row in facts.rows("freight/port_capacity")]
    named = {row["node_id"] for row in rows}
    default = next(row for row in facts.rows("freight/capacity_defaults") if row["id"] == "port-small")
    for node_id in loading_nodes(facts):
        if node_id not in named:
            rows.append({"node_id": node_id, **capacity_triple(default, "low", "value", "high"), "teu_capacity": "",
                         "bpr_alpha": number(default["bpr_alpha"]), "bpr_beta": number(default["bpr_beta"]),
                         "source": sources.cite("default port-small"), "confidence": "low", "note": "default: river port without own figure"})
    return rows


def loading_nodes(facts):
    """Nodes on land that a sea, ferry or river link reaches, in the order of the links."""
    state = {node["id"]: node["country"] for node in facts.nodes()}
    ends = [node_id for link in facts.links() if link["mode"] in ("sea", "ferry", "inland_water") for node_id in (link["from"], link["to"])]
    return [node_id for node_id in dict.fromkeys(ends) if state[node_id] != "INT"]


def ferries(facts, sources):
    return [{"link_id": row["link_id"], "carries": row["carries"], **capacity_triple(row, "cap_low", "cap", "cap_high"),
             **triple(row, "headway_h_low", "headway_h", "headway_h_high", "headway"), "bpr_alpha": number(row["bpr_alpha"]),
             "bpr_beta": number(row["bpr_beta"]), "source": sources.cite(row["source"]), "confidence": row["confidence"],
             "note": tidy(row["note"]).replace(" (headway mended from 24 h)", "")} for row in facts.rows("freight/ferry_capacity")]


def at_border(link_ids):
    """The same list with the links that really cross the border."""
    return ";".join(OVER_THE_BORDER.get(link_id, link_id) for link_id in link_ids.split(";"))


def rule(kind, target_ids, class_group, value, unit, source, confidence, note, commodities="", one="", other="", no_end="", between="", first=""):
    return {"rule_id": "", "kind": kind, "target_ids": target_ids, "class_group": class_group, "commodities": commodities,
            "one_end_in": one, "other_end_in": other, "no_end_in": no_end, "not_between": between, **value, "unit": unit,
            "from_date": first, "source": source, "confidence": confidence, "note": note}


def access_rules(facts, sources):
    """The penalties of the fact base, their conditions as lists of trade codes."""
    given = facts.rows("freight/access_penalties")
    assert len(given) == 10, "access_penalties.csv has changed: mend access_rules"
    value = [triple(row, "penalty_low", "penalty", "penalty_high", "value") for row in given]
    source = [sources.cite(row["source"]) for row in given]
    money = "US$/t"
    rows = [
        rule("crossing", at_border(given[0]["ids"]), "all", value[0], money, source[0], "low", "Afghan transit: goods with no end in Pakistan",
             no_end="PAK", first="2023-10-03"),
        rule("node", given[1]["ids"], "all", value[1], money, source[1], "low", "goods of others than Iran by Chabahar", no_end="IRN"),
        rule("node", given[2]["ids"] + ";bandar-imam;bushehr", "consumer", value[2], money, source[2], "low",
             "boxes of others than Iran and Afghanistan by Bandar Abbas, and by the ports beside it, which no rule names but the same carriers leave",
             no_end="IRN;AFG"),
        rule("crossing", given[3]["ids"], "all", value[3], money, source[3], "low", "all goods over the Khaf-Herat border point"),
        rule("crossing", "rail--boyuk-kesik--gardabani", "consumer", value[4], money, source[4], "low", "boxes in transit", between="AZE;GEO"),
        rule("crossing", "rail--kartsakhi--kars", "consumer", value[4], money, source[4], "low", "boxes in transit", between="GEO;TUR"),
        rule("node", given[5]["ids"], "all", value[5], money, source[5], "low",
             "once at each of these ports where goods change between land and sea or ferry"),
        rule("crossing", given[6]["ids"] + ";road--brest--malaszewicze", "consumer", value[6], money, source[6], "low", "East Asia-Europe boxes by Belarus",
             one="CHN;JPK", other="EU27", first="2022-02-24"),
        rule("crossing", given[7]["ids"], "all", value[7], money, source[7], "low", "all goods over the Khunjerab"),
        rule("tariff_factor", given[8]["ids"], "all", value[8], "factor", source[8], "high",
             "factor on the rail tariff of the line along the eastern Caspian; not for grain and oil products",
             commodities=ALL_BUT_GRAIN_AND_OIL, one="RUS;KAZ;BLR", other=f"IRN;IND;PAK;{GULF};ASN", first="2023-01-01"),
        rule("link", given[9]["ids"], "consumer", value[9], money, source[9], "low",
             "short sea in the Black Sea against trucks door to door; the crossing price itself is in sea_rate.csv",
             one="TUR;EU27", other="GEO;AZE;ARM;RUS"),
        rule("link", RED_SEA, "consumer", exactly("value", 300, 100, 600), money,
             sources.cite("assumption: container lines left the Red Sea after the attacks that began in November 2023 and sail by the Cape; F36 MC168"),
             "low", "boxes through Bab el-Mandeb: what keeps the lines away, not what an insurer asks", first="2023-12-15"),
        rule("link", RUSSIA_SOUTH, "all", exactly("value", 40, 0, 120), money,
             sources.cite("assumption: sanctions, insurance and payment keep transit off Russia's southern lines since 2022; F29 F34"),
             "low", "goods of others than Russia and Belarus between Russia and the South Caucasus", no_end="RUS;BLR", first="2022-02-24"),
        rule("link", RUSSIA_BLACK_SEA, "consumer", exactly("value", 80, 20, 200), money,
             sources.cite("assumption: container lines and insurers left Russia's Black Sea ports in 2022; F29"), "low",
             "boxes of others than Russia and Belarus by Russia's ports on the Black Sea", no_end="RUS;BLR", first="2022-02-24"),
    ]
    for place, row in enumerate(rows, start=1):
        row["rule_id"] = f"AR{place:02d}"
    return rows
