"""Agreements that questions are about and the fact base has no row for: a through tariff and shorter stops at borders.

They are set as the one agreement that the fact base has, kabul_northern_join: its discount, its share of the hours, its ranges, its sources."""

LIKE = "kabul_northern_join"
TARIFF, BORDER = ("tariff", f"{LIKE}-01"), ("border_time", f"{LIKE}-04")
SOUTH = "AFG;PAK;IND;UAE;SAU;QAT;ASN"
WEST = "AFG;IRN;TUR;EU27"

AGREEMENTS = {
    "five_nations_uzbek": {
        "title": "China to Iran by Uzbekistan: one waybill and a through tariff Kashgar-Andijan-Termez-Mazar-i-Sharif-Herat",
        "corridor_id": "five_nations", "earliest": "2034", "expected": "2038", "latest": "2050", "sponsors": "UZB;CHN;KGZ;AFG;IRN",
        "requires": "cku;herat_mazar;sheberghan_mazar;khaf_herat_s4p1", "ends": ("CHN", WEST),
        "tariff": ["KGZ:rail", "UZB:rail"], "border_time": ["rail--kashgar--torugart", "rail--jalal-abad--savay", "rail--galaba--hairatan"],
        "note": "idea: China, Afghanistan and Iran joined by Uzbekistan instead of Tajikistan; no line of its own: CKU and Herat-Mazar are the track; cost as kabul_northern_join",
    },
    "russia_caspian": {
        "title": "Russia to Afghanistan by the Caspian and Turkmenistan: through tariff Astrakhan-Turkmenbashi-Torghundi and Aqina",
        "corridor_id": "lapis_lazuli", "earliest": "2026", "expected": "2029", "latest": "2040", "sponsors": "RUS;TKM;AFG",
        "requires": "turkmenbashi_expansion", "ends": ("RUS;BLR", SOUTH),
        "tariff": ["TKM:rail"], "border_time": ["rail--serhetabat--torghundi", "rail--ymamnazar--aqina"],
        "note": "idea: announced, not agreed; ships sail today, what is asked is whether a price and a port make a route of them; cost as kabul_northern_join",
    },
}


def projects(rows):
    """Rows of project.csv, beside those of the fact base."""
    like = next(row for row in rows if row["project_id"] == LIKE)
    taken = ("title", "corridor_id", "earliest", "expected", "latest", "sponsors", "requires", "note")
    return [{**like, "project_id": project, "status": "idea", "excludes": "", **{name: row[name] for name in taken}}
            for project, row in AGREEMENTS.items()]


def effects(rows):
    """Rows of project_effect.csv: those of the like agreement on other targets, for other goods."""
    models = {row["effect_id"]: row for row in rows}
    made = []
    for project, row in AGREEMENTS.items():
        pairs = [(models[model], target) for parameter, model in (TARIFF, BORDER) for target in row[parameter]]
        made += [{**model, "effect_id": f"{project}-{count:02d}", "project_id": project, "target_id": target,
                  "one_end_in": row["ends"][0], "other_end_in": row["ends"][1], "note": f"as {LIKE}: assumed"}
                 for count, (model, target) in enumerate(pairs, start=1)]
    return made
