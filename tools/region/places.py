"""States, trade codes, zones and the weights that split a pair's trade among zones."""

from figures import exactly, triple
from wording import tidy

CORE = ("AFG", "UZB", "KAZ", "KGZ", "TJK", "TKM", "AZE", "GEO", "ARM", "IRN", "PAK")
NEIGHBOURS = ("CHN", "RUS", "IND", "TUR", "IRQ")
STATE_NAMES = {
    "AFG": "Afghanistan", "ARE": "United Arab Emirates", "ARM": "Armenia", "AUT": "Austria", "AZE": "Azerbaijan", "BGR": "Bulgaria",
    "BLR": "Belarus", "CHN": "China", "DEU": "Germany", "GBR": "United Kingdom", "GEO": "Georgia", "GRC": "Greece", "HUN": "Hungary",
    "IND": "India", "IRN": "Iran", "IRQ": "Iraq", "ITA": "Italy", "JPN": "Japan", "KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan",
    "KOR": "Korea, Republic of", "MNG": "Mongolia", "NLD": "Netherlands", "OMN": "Oman", "PAK": "Pakistan", "POL": "Poland",
    "QAT": "Qatar", "ROU": "Romania", "RUS": "Russia", "SAU": "Saudi Arabia", "SGP": "Singapore", "SRB": "Serbia", "TJK": "Tajikistan",
    "TKM": "Turkmenistan", "TUR": "Turkey", "UKR": "Ukraine", "USA": "United States", "UZB": "Uzbekistan"}
TRADE_CODES = [
    ("AFG", "Afghanistan", "AFG"), ("UZB", "Uzbekistan", "UZB"), ("KAZ", "Kazakhstan", "KAZ"), ("KGZ", "Kyrgyzstan", "KGZ"),
    ("TJK", "Tajikistan", "TJK"), ("TKM", "Turkmenistan", "TKM"), ("AZE", "Azerbaijan", "AZE"), ("GEO", "Georgia", "GEO"),
    ("ARM", "Armenia", "ARM"), ("IRN", "Iran", "IRN"), ("PAK", "Pakistan", "PAK"), ("RUS", "Russia", "RUS"), ("CHN", "China", "CHN"),
    ("IND", "India", "IND"), ("TUR", "Turkey", "TUR"), ("UAE", "United Arab Emirates", "ARE"), ("SAU", "Saudi Arabia", "SAU"),
    ("QAT", "Qatar", "QAT"), ("EU27", "European Union", "AUT;BGR;DEU;GRC;HUN;ITA;NLD;POL;ROU"), ("UKR", "Ukraine", "UKR"),
    ("BLR", "Belarus", "BLR"), ("ASN", "South-East Asia (ASEAN)", "SGP"), ("JPK", "Japan and Korea", "JPN;KOR"),
    ("USA", "United States", "USA"), ("GBR", "United Kingdom", "GBR")]
ACCESS_BASIN = {"jpk-qingdao": "china_coast", "usa-rotterdam": "deep_sea", "gbr-rotterdam": "north_europe"}


def states(facts, sources):
    seen = {node["country"] for node in facts.nodes()} | {zone["iso3"] for zone in facts.rows("freight/zones")}
    seen |= {row["iso3"] for row in facts.rows("freight/tariff_by_state")} | {s for _, _, group in TRADE_CODES for s in group.split(";")}
    notes = {row["iso3"]: row["rule"] for row in facts.rows("freight/states_without_trade")}
    rest = sorted(seen - {"INT"} - set(CORE) - set(NEIGHBOURS))
    source = sources.cite("assumption: core are the eleven states that the articles are about; neighbour is a land neighbour of one of them")
    role = dict.fromkeys(CORE, "core") | dict.fromkeys(NEIGHBOURS, "neighbour")
    return [{"state": s, "name": STATE_NAMES[s], "role": role.get(s, "external"), "source": source, "confidence": "high",
             "note": tidy(notes.get(s, ""))} for s in [*CORE, *NEIGHBOURS, *rest]]


def trade_codes():
    return [{"trade_code": code, "name": name, "states": group} for code, name, group in TRADE_CODES]


def zones(facts, sources):
    rows = []
    for row in facts.rows("freight/zones"):
        km = float(row["access_km"] or 0)
        rows.append({"zone_id": row["id"], "name": row["name"], "state": row["iso3"], "node_id": row["node_id"],
                     "trade_code": row["trade_code"], "kind": row["kind"], **exactly("access_km", km, round(km * 0.9, 1), round(km * 1.1, 1)),
                     "access_basin": ACCESS_BASIN.get(row["id"], ""), "source": sources.cite(row["source"]), "confidence": row["confidence"],
                     "note": tidy(row["note"])})
    return rows


def zone_weights(facts, sources):
    return [{"trade_code": row["trade_code"], "partner": row["partner"], "direction": row["direction"], "class_group": row["class_group"],
             "zone_id": row["zone_id"], **triple(row, "weight_low", "weight", "weight_high", "weight"), "source": sources.cite(row["source"]),
             "confidence": row["confidence"], "note": tidy(row["note"])} for row in facts.rows("freight/trade_codes")]
