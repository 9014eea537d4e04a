"""Nodes, links, their dated states, corridors."""

from figures import number, places
from wording import join_notes, tidy

CHOKEPOINTS = {"sea-hormuz", "sea-bab-el-mandeb", "suez-south", "port-said", "sea-bosphorus", "sea-dardanelles", "sea-kerch",
               "sea-gibraltar"}
BOLAN = "rail--quetta--sibi"
LENGTH_SPREAD = {"high": 0.02, "medium": 0.05, "low": 0.10}
AFG_PAK_ROADS = {"road--torkham--peshawar": "K073", "road--spin-boldak--chaman": "K070", "road--ghulam-khan--bannu": "K071",
                 "road--kharlachi--parachinar": "K072", "road--angoor-adda--di-khan": "K069"}
# Kharlachi and Angoor Adda lie in Pakistan: the link over the border is not the one that the fact base shuts. Both are shut here.
OVER_THE_BORDER = {"road--kharlachi--parachinar": "road--gardez--kharlachi", "road--angoor-adda--di-khan": "road--ghazni--angoor-adda"}
SECOND_TRACK = {"rail--dostyk--aktogay", "rail--aktogay--mointy"}


def config():
    return [{"dataset_name": "region", "short_length": "m", "long_length": "km", "speed": "kph", "crs": "EPSG:4326",
             "geometry_field_format": "WKT", "currency": "USD", "version_number": "0.96", "id_type": "string"}]


def nodes(facts, sources):
    zones_of = {}
    for zone in facts.rows("freight/zones"):
        zones_of.setdefault(zone["node_id"], []).append(zone["id"])
    source = sources.cite("general knowledge: coordinates by hand, compared with OpenStreetMap station lists and Natural Earth polygons",
                          ["OSM"])
    rows = []
    for node in facts.nodes():
        kind, note = node["kind"], tidy(node["note"])
        if node["country"] == "INT":
            kind = "chokepoint" if node["id"] in CHOKEPOINTS else "sea_junction"
            note = "" if note in ("chokepoint", "waypoint") else note.removeprefix("chokepoint; ")
        zones = sorted(zones_of.get(node["id"], [""]))
        if len(zones) > 1:
            note = join_notes(note, "centroid of " + " and ".join(zones))
        rows.append({"node_id": node["id"], "name": node["name"], "x_coord": number(node["lon"]), "y_coord": number(node["lat"]),
                     "node_type": kind, "zone_id": zones[0],
                     "state": "" if node["country"] == "INT" else node["country"],
                     "source": source, "confidence": node["coord_confidence"], "note": note})
    return rows


def links(facts, sources):
    classes = {row["link_id"]: row for row in facts.rows("freight/link_class")}
    basins = {row["link_id"]: row["basin"] for row in facts.rows("freight/sea_basin")}
    owners = {row["link_id"]: row for row in facts.rows("freight/project_links") if row["role"] == "own"}
    return [link_row(link, classes.get(link["id"]), basins.get(link["id"], ""), owners.get(link["id"]), sources)
            for link in facts.links()]


def link_row(link, link_class, basin, owner, sources):
    length = float(link["length_km"])
    spread = LENGTH_SPREAD[link["confidence"]]
    status, note, tracks = link["status"], tidy(link["note"]), link["tracks"]
    if link["id"] in AFG_PAK_ROADS:
        status, note = "operational", "shut to trade since 2025-10-12, see status.csv"
    if link["id"] in SECOND_TRACK:
        tracks, note = "1", join_notes(note, "second track from 2025-09-30, see project dostyk_mointy")
    dated = status != "operational"
    expected = {"expected": link["expected"], "expected_low": link["expected"], "expected_high": link["expected"]} if dated else dict.fromkeys(
        ("expected", "expected_low", "expected_high"), "")
    if dated and owner:
        expected = {"expected": owner["expected"], "expected_low": owner["earliest"], "expected_high": owner["latest"]}
        if link["expected"] and link["expected"] != owner["expected"]:
            note = join_notes(note, f"network survey expected {link['expected']}")
    return {"link_id": link["id"], "from_node_id": link["from"], "to_node_id": link["to"], "directed": "false",
            "length": number(link["length_km"]), "length_low": places(length * (1 - spread), 1), "length_high": places(length * (1 + spread), 1),
            "facility_type": link["mode"], "mode": link["mode"], "gauge_mm": link["gauge_mm"], "tracks": tracks,
            "electrified": link["electrified"], "status": status, "opened": link["opened"], **expected,
            "terrain": link_class["terrain"].replace(" ", "_") if link_class else "",
            "capacity_id": capacity_id(link, link_class), "basin": basin,
            "source": sources.cite(link["source"].replace(";", "; ")), "confidence": link["confidence"], "note": note}


def capacity_id(link, link_class):
    if link_class:
        return link_class["default_id"]
    if link["mode"] == "sea":
        ends = {link["from"], link["to"]}
        if ends & {"sea-bosphorus", "sea-dardanelles"}:
            return "sea-bosphorus"
        return "sea-suez" if ends & {"suez-south", "port-said"} else "sea-default"
    return {"inland_water": "iww-volga", "air": "air-default"}.get(link["mode"], "")


def statuses(facts, sources):
    rows = []
    across = {OVER_THE_BORDER[link_id]: AFG_PAK_ROADS[link_id] for link_id in OVER_THE_BORDER}
    for link_id, closure in (AFG_PAK_ROADS | across).items():
        rows.append(closed(link_id, "", "2025-10-12", "", sources.cite(closure), "high",
                           "shut to trade after the clashes of 11 October; still shut at the last look, 2026-01-31"))
    for link_id in kyrgyz_tajik_links(facts):
        rows.append(closed(link_id, "", "2021-05-21", "2025-03-13", sources.cite("K029"), "medium",
                           "all points of the Kyrgyz-Tajik border shut from the clash of 2021 until the border agreement"))
    rows.append(closed(BOLAN, "", "2024-08-26", "2024-10-11", sources.cite("K057"), "medium", "Kolpur bridge blown up; Bolan line shut for 46 days"))
    hormuz = sources.cite("Hormuz: closed from March 2026, reopening declared on 22 June 2026; weak outlets, transits at half of normal a day later",
                          ["K075"], "published")
    for link_id, node_id in (("", "sea-hormuz"), ("sea--karachi--jebel-ali--via-hormuz", "")):
        rows.append(closed(link_id, node_id, "2026-03-01", "2026-06-22", hormuz, "low",
                           "first day is the month's; the war began on 2026-02-28 and traffic fell near zero without a formal closure"))
    rows.append(closed("road--ishkashim--khorog", "", "2021-07-07", "2023-09-01", sources.cite("K032"), "low",
                       "shut since the Taliban took the border, opened with the markets of 2023"))
    for place, row in enumerate(rows, start=1):
        row["status_id"] = f"ST{place:03d}"
    return rows


def kyrgyz_tajik_links(facts):
    state = {node["id"]: node["country"] for node in facts.nodes()}
    return [link["id"] for link in facts.links()
            if {state[link["from"]], state[link["to"]]} == {"KGZ", "TJK"} and link["mode"] in ("rail", "road")
            and link["status"] == "operational"]


def closed(link_id, node_id, first, until, source, confidence, note):
    return {"status_id": "", "link_id": link_id, "node_id": node_id, "from_date": first, "until_date": until, "status": "suspended",
            "source": source, "confidence": confidence, "note": note}


def status_rules(sources):
    source = sources.cite("assumption: when a link is taken as open")
    rules = [("operational", "always", "open unless a row of status.csv shuts it"),
             ("under_construction", "expected_year", "opens by itself on 1 January of link.expected"),
             ("planned", "lever", "opens only where a scenario opens it or its project"),
             ("suspended", "evidence_or_lever", "opens by dated evidence or where a scenario opens it")]
    return [{"status": s, "opens": o, "source": source, "confidence": "high", "note": n} for s, o, n in rules]


CORRIDOR_TEXT = {
    "kabul": "New 1520 mm line from Mazar by Logar to the Pakistani border, then by Kohat to Karachi",
    "kabul_torkham_variant": "Earlier alignment under the Salang by Kabul and Torkham, dropped in 2023",
    "lapis_lazuli": "Northern Afghanistan by Turkmenistan, the Caspian and Georgia to Turkey",
    "lapis_lazuli_south": "Lapis Lazuli carried on from Torghundi by Herat and Kandahar to Karachi",
    "torghundi_kandahar": "Rail from Torghundi by Herat and Kandahar to the Pakistani network at Chaman",
    "herat_mazar": "Planned line between western and northern Afghanistan",
    "khaf_herat": "Standard-gauge line from Khaf in Iran to Herat, open to Rozanak",
    "five_nations": "Kashgar by Kyrgyzstan, Tajikistan and northern Afghanistan to Iran",
    "cku": "China-Kyrgyzstan-Uzbekistan line under construction, gauge break at Makmal",
    "southern": "China and Central Asia by Turkmenistan and Iran to Turkey",
    "northern": "China by Kazakhstan, Russia and Belarus to Europe, with the line from Termez to Moscow",
    "brkuap": "Belarus, Russia, Kazakhstan, Uzbekistan, Afghanistan, Pakistan as one through route",
    "middle": "Kazakhstan, Caspian, Azerbaijan, Georgia and on by the Black Sea or Turkey",
    "btk": "Baku-Tbilisi-Kars railway, gauge break at Akhalkalaki",
    "instc_west": "Russia by Azerbaijan and western Iran to India",
    "instc_trans_caspian": "Russia over the Caspian Sea and Iran to India",
    "instc_east": "Russia by Kazakhstan, Turkmenistan and Iran to India",
    "kti": "Line along the eastern Caspian from Uzen to Gorgan, open since 2014",
    "chabahar": "India by Chabahar and Zaranj to Kabul",
    "tat": "Turkmenistan, northern Afghanistan, Tajikistan",
    "tajik": "Rail of Tajikistan",
    "tripp": "Azerbaijan by southern Armenia to Nakhchivan and Turkey (Zangezur)",
    "cpec": "Kashgar by the Karakoram to Pakistani ports",
    "iti": "Islamabad by Zahedan and Tehran to Istanbul",
    "wakhan": "Faizabad by the Wakhan to Xinjiang, road idea",
    "ind_pak": "Lahore-Amritsar by Wagah and Attari, shut to goods",
    "suez": "Deep-sea route from East and South Asia by Suez to Europe",
    "cape": "Deep-sea route round the Cape of Good Hope",
    "gulf": "Short sea of the Persian Gulf and the Gulf of Oman",
    "armenia": "Railways of Armenia",
    "kyrgyz": "Rail feeders of Kyrgyzstan",
    "caucasus": "Feeders of the northern Caucasus",
    "development_road": "Iraqi lines from the Gulf to Turkey, those that exist",
    "tapi": "Gas pipeline Turkmenistan-Afghanistan-Pakistan-India",
    "casa_1000": "Power line from Kyrgyzstan and Tajikistan by Kabul to Pakistan",
    "qosh_tepa": "Irrigation canal from the Amu Darya through northern Afghanistan",
    "cac": "Gas pipelines from Central Asia to China",
    "btc": "Oil pipeline Baku-Tbilisi-Ceyhan",
    "cpc": "Oil pipeline Tengiz-Novorossiysk",
    "uz_af_power": "Power lines Uzbekistan-Afghanistan",
    "tj_af_power": "Power line Tajikistan-Afghanistan",
    "tm_af_power": "Power lines Turkmenistan-Afghanistan",
    "ir_af_power": "Power line Iran-Afghanistan",
    "afg_gas": "Gas line Sheberghan-Mazar-i-Sharif",
}


def corridors(facts):
    return [{"corridor_id": row["tag"], "name": row["name"], "origin": row["origin"], "destination": row["destination"],
             "description": CORRIDOR_TEXT[row["tag"]]} for row in facts.rows("corridors")]


def corridor_links(facts):
    """Branches as link sequences; a corridor without one gets the set `<corridor>/members` of its tagged links."""
    rows = [{"corridor_id": row["corridor"], "branch_id": row["branch"], "seq": row["seq"], "link_id": row["link_id"]}
            for row in facts.rows("corridor_paths")]
    walked = {row["corridor_id"] for row in rows}
    for corridor in facts.rows("corridors"):
        if corridor["tag"] in walked:
            continue
        tagged = [link["id"] for link in facts.links() if corridor["tag"] in link["corridors"].split(";")]
        rows += [{"corridor_id": corridor["tag"], "branch_id": f"{corridor['tag']}/members", "seq": str(seq), "link_id": link_id}
                 for seq, link_id in enumerate(tagged, start=1)]
    return rows
