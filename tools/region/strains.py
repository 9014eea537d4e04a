"""What presses on relations, what it is made of and what it does to links; and what engagement counts: judgements, each a row that says so."""

from ladder import assumed, figure

KAZ_RUS = ("rail--petropavlovsk--kurgan;rail--omsk--petropavlovsk;rail--kostanay--troitsk;rail--zhaisan--ilets;rail--uralsk--ozinki;"
           "rail--uralsk--ilets;road--petropavlovsk--kurgan;road--omsk--petropavlovsk;road--kostanay--troitsk;road--zhaisan--orenburg;"
           "road--uralsk--mashtakovo;road--uralsk--ozinki")
WAGAH = "road--wagah--attari;rail--wagah--attari"
HAIRATAN = "rail--galaba--hairatan;road--galaba--hairatan"
TAJIK = "road--sherkhan-bandar--nizhny-panj;road--ishkashim--khorog"
IRAN_AFGHAN = "road--islam-qala--dogharun;road--zaranj--milak;road--farah--mahirud;rail--shamtigh--rozanak"
LAPIS_GATES = "rail--ymamnazar--aqina;road--aqina--ymamnazar;rail--serhetabat--torghundi;road--torghundi--serhetabat"
REFERENCE = "2024-07-01"  # the prices of the package are those of this year

# Whom the assurances of the Taliban are given to: state -> groups whose attacks there count against them.
BELIEVERS = {"rus": ("isisk",), "uzb": ("isisk",), "tjk": ("isisk",), "chn": (), "pak": ("ttp", "isisk"), "irn": ("isisk",), "ind": (), "usa": ()}
DOHA_HOLDERS = ("usa", "ind", "pak", "rus")

# id, name, reads, subjects
STRAINS = [
    ("kaz_rus", "Kazakh-Russian tension", "index", "st.kaz;st.rus;pr.kaz_rus"),
    ("kaz_dependence", "Kazakhstan's dependence on Russia", "index", "st.kaz;st.rus"),
    ("ind_pak", "India-Pakistan tension", "index", "st.ind;st.pak;ev.indpak_tension;rg.southasia"),
    ("pak_hostility", "Pakistan's hostility to India-Afghan ties", "index", "st.pak;ar.sr_ties"),
    ("iran_harm", "Harm to Iran's supply lines", "index", "st.irn"),
    ("uzb_border", "Attacks on the Uzbek-Afghan border", "index", "bx.uzb_border"),
    ("tjk_border", "Attacks on the Tajik-Afghan border", "index", "bx.tjk_border"),
    ("lapis_roadmap", "The Lapis Lazuli roadmap in force", "index", "ar.roadmap2021;co.lapis"),
    ("rus_harm", "Harm by ISIS-K to Russia", "index", "st.rus"),
    ("rus_rivalry", "Russia's rivalry with Uzbekistan over Kabul", "index", "st.rus;st.uzb;pr.rus_uzb_rivalry"),
    ("rus_advocacy", "Advocacy in Moscow for dealing with the Taliban", "index", "st.rus"),
    ("rus_cost", "Cost at home of Russia's dealing with the Taliban", "index", "st.rus"),
    ("rus_partners", "Russia's interest in new partners, Kabul among them", "index", "st.rus;ec.sanct_divers"),
    ("us_condition", "Conditions that the United States set", "index", "st.usa"),
    ("hr_condition", "Conditions on human rights", "index", "lg.hr_condition"),
    ("engage_cost", "Cost of engaging Kabul, for whoever does", "index", "pr.multipolar"),
    ("taliban_image", "The Taliban as a force of order, seen by neighbours", "credibility", "ag.taliban;pr.taliban_image"),
    ("tjk_threat", "Threat that Tajikistan sees in Kabul's allies", "index", "st.tjk"),
] + [(f"belief_{state}", f"Assurances of the Taliban as believed: {state.upper()}", "credibility", f"st.{state};lg.assurance") for state in BELIEVERS]


def driver(strain, kind, subject, weight, at="", first="", until="", fade="", note=""):
    return {"strain": strain, "kind": kind, "subject": subject, "at": at, "from_date": first, "until_date": until, "fade": fade, "weight": weight, "note": note}


DRIVERS = [
    driver("kaz_rus", "period", "ev.jan_unrest", (0.3, 0.1, 0.6), first="2022-01-02", until="2023-01-01", note="the year of the unrest"),
    driver("kaz_rus", "period", "ev.ukraine_war", (0.4, 0.2, 0.8), first="2022-02-24"),
    driver("kaz_rus", "condition", "ev.denazarbayev", (0.2, 0, 0.5), note="pressure on relations of elites; neutral"),
    driver("kaz_rus", "condition", "ev.history_writing", (0.1, 0, 0.3), note="how history is written; neutral"),
    driver("kaz_rus", "condition", "en.kaz_nuclear", (0.15, 0, 0.4), note="who builds the nuclear plants; neutral"),
    driver("kaz_dependence", "period", "st.rus", (1, 1, 1), first="1991-12-16", note="1 is the dependence of today"),
    driver("kaz_dependence", "condition", "en.kaz_nuclear", (0.1, 0, 0.3), note="who builds the nuclear plants; neutral"),
    driver("ind_pak", "period", "ev.indpak_tension", (0.5, 0.3, 0.8), first="1990-01-01", note="standing"),
    driver("ind_pak", "incident", "ag.let", (0.3, 0.1, 0.6), at="st.ind", fade=(24, 12, 60)),
    driver("ind_pak", "incident", "ag.jem", (0.3, 0.1, 0.6), at="st.ind", fade=(24, 12, 60)),
    driver("pak_hostility", "statement", "pl.jk", (0.3, 0.1, 0.6), fade=(24, 6, 60)),
    driver("pak_hostility", "step", "st.ind", (0.2, 0.05, 0.4), fade=(24, 6, 60)),
    driver("iran_harm", "period", "ev.iran_bombing", (1, 1, 1), first="2025-06-13", fade=(3, 1, 6)),
    driver("uzb_border", "incident", "ag.isisk", (0.5, 0.2, 1), at="st.uzb", fade=(6, 3, 12)),
    driver("tjk_border", "incident", "ag.isisk", (0.5, 0.2, 1), at="st.tjk", fade=(6, 3, 12)),
    driver("lapis_roadmap", "period", "ar.roadmap2021", (1, 1, 1), first="2021-01-15", until="2021-08-15", note="signed in January, suspended when Kabul fell"),
    driver("rus_harm", "incident", "ag.isisk", (1, 0.5, 2), at="st.rus", fade=(36, 12, 60)),
    driver("rus_rivalry", "statement", "fo.termez", (0.5, 0.2, 1), fade=(24, 12, 48)),
    driver("rus_rivalry", "statement", "fo.peace_process", (0.5, 0.2, 1), fade=(48, 24, 72)),
    driver("rus_rivalry", "step", "st.uzb", (0.3, 0.1, 0.6), fade=(24, 12, 48)),
    driver("rus_advocacy", "period", "pe.kabulov", (1, 1, 1), first="2011-01-01"),
    driver("rus_cost", "period", "pr.rus_debate", (1, 1, 1), first="2021-08-15"),
    driver("rus_partners", "period", "lg.sanctions_russia", (0.5, 0.2, 1), first="2022-02-24"),
    driver("rus_partners", "period", "ev.ukraine_war", (0.3, 0.1, 0.6), first="2022-02-24"),
    driver("us_condition", "period", "st.usa", (1, 1, 1), first="2021-08-15"),
    driver("hr_condition", "period", "lg.hr_condition", (1, 1, 1), first="2021-08-15"),
    driver("hr_condition", "period", "pr.multipolar", (-0.4, -0.8, -0.1), first="2021-08-15"),
    driver("engage_cost", "period", "pr.isolation_cost", (1, 1, 1), first="2021-08-15"),
    driver("engage_cost", "period", "pr.multipolar", (-0.5, -0.9, -0.1), first="2021-08-15"),
    driver("taliban_image", "incident", "ag.isisk", (0.05, 0.01, 0.1), fade=(24, 12, 48)),
    driver("tjk_threat", "period", "ag.ansarullah", (0.5, 0.2, 1), first="2021-08-15", note="deployed in the north by the Taliban"),
] + [driver(f"belief_{state}", "incident", f"ag.{group}", (0.15, 0.05, 0.3), at=f"st.{state}", fade=(36, 12, 60))
     for state, groups in BELIEVERS.items() for group in groups
] + [driver(f"belief_{state}", "period", "lg.doha", (0.3, 0.1, 0.6), first="2022-07-31", note="the leader of al-Qaeda found in Kabul") for state in DOHA_HOLDERS
] + [driver("belief_chn", "period", "lg.nonextradition", (0.2, 0.05, 0.5), first="2021-08-15", note="TIP's leader stays in Kabul")]

# strain, parameter, targets, value: a factor per unit of the index, or the index at which a gate shuts
EFFECTS = [
    ("kaz_rus", "border_time", KAZ_RUS, (0.5, 0.1, 1), "hours at the border beyond those of 2024"),
    ("ind_pak", "gate", WAGAH, (0.4, 0.2, 0.6), "above it no goods cross, whoever's they are"),
    ("ind_pak", "border_cost", WAGAH, (2, 0.5, 4), "dearer than at the prices of the package, or cheaper"),
    ("iran_harm", "tariff", "IRN", (0.15, 0.05, 0.4), "detours, fuel and insurance in the weeks after"),
    ("iran_harm", "capacity", IRAN_AFGHAN, (-0.4, -0.7, -0.1), "what Iran can send to Afghanistan"),
    ("uzb_border", "border_time", HAIRATAN, (0.5, 0.1, 1), "checks and convoys after rockets"),
    ("uzb_border", "border_cost", HAIRATAN, (0.5, 0.1, 1), "insurance after rockets"),
    ("tjk_border", "border_time", TAJIK, (0.5, 0.1, 1), "checks and convoys after rockets"),
    ("tjk_border", "border_cost", TAJIK, (0.5, 0.1, 1), "insurance after rockets"),
    ("lapis_roadmap", "border_time", LAPIS_GATES, (-0.1, -0.3, 0), "what the roadmap was to save at the Afghan gates"),
]

NEIGHBOURS = "UZB;TJK;KAZ;KGZ;TKM"
HOLDERS = "USA;EU;DEU;NOR;CHE;GBR;JPN"
FOLLOWERS = "KAZ;KGZ;UZB;TKM;TJK;IND;PAK;SAU;ARE;QAT;TUR;AZE;JPN;GBR;DEU;EU"
EVERYBODY = "RUS;CHN;KAZ;KGZ;UZB;TKM;TJK;PAK;IND;IRN;TUR;AZE;ARE;QAT;SAU;USA;EU;DEU;NOR;CHE;GBR;JPN;IDN;MYS;OMN;GEO;ARM"
# actors, strain, log odds a month of a move up per unit of its reading
PUSHES = [
    ("RUS", "rus_harm", (0.5, 0.1, 1)),
    ("RUS", "rus_rivalry", (0.4, 0.1, 0.8)),
    ("RUS", "rus_advocacy", (0.3, 0, 0.8)),
    ("RUS", "rus_cost", (-0.4, -0.8, -0.1)),
    ("RUS", "rus_partners", (0.4, 0.1, 0.8)),
    (FOLLOWERS, "us_condition", (-0.3, -0.8, 0)),
    (HOLDERS, "hr_condition", (-0.5, -1, -0.1)),
    (EVERYBODY, "engage_cost", (-0.3, -0.8, 0)),
    (NEIGHBOURS, "taliban_image", (0.5, 0.1, 1)),
    ("TJK", "tjk_threat", (-1, -2, -0.2)),
]
# What Russia's law asked for before a delisting, in order.
DELISTING = (("RUS", "lg.mechanism"), ("RUS", "or.rus_pg"))

# What makes an engagement index: rungs below recognition, meetings by step, rounds of talks before 2021, powers that contest Kabul.
RUNGS = (0.2, 0.1, 0.1, 0.15, 0.15, 0.15)
MEETINGS = {"contact": 0.5, "envoy_visit": 0.5, "hosted_visit": 1, "minister_visit": 1, "conference": 1, "trade_agreement": 1, "security_agreement": 1}
EARLY = {"fo.intra_afghan": 0.3}
HALF = 6
POWERS = ("RUS", "CHN", "IRN", "IND", "PAK", "USA")


def triple(column, values):
    low_high = values or ("", "", "")
    return {f"{column}{end}": figure(x) for end, x in zip(("", "_low", "_high"), low_high)}


def strains(sources, subjects):
    source = assumed(sources, "SN01", "which pressures on relations are followed, after the list of systems of the five articles")
    return [{"strain_id": i, "name": name, "reads": reads, "subjects": subjects.check(about), "reference_date": REFERENCE,
             "source": source, "confidence": "medium", "note": ""} for i, name, reads, about in STRAINS]


def drivers(sources, subjects):
    source = assumed(sources, "SN02", "what a pressure is made of and how long an event counts, a coder's judgement")
    return [{"driver_id": f"SD{place:02d}", "strain": row["strain"], "kind": row["kind"], "subject": subjects.check(row["subject"]), "at": row["at"],
             "from_date": row["from_date"], "until_date": row["until_date"], **triple("fade", row["fade"]), **triple("weight", row["weight"]),
             "strength": "1", "source": source, "confidence": "low", "note": row["note"]} for place, row in enumerate(DRIVERS, start=1)]


def effects(sources):
    source = assumed(sources, "SN03", "what a pressure does to a border, a tariff or a line, no observation bears on it")
    return [{"effect_id": f"SE{place:02d}", "strain": strain, "parameter": parameter, "target_ids": targets, **triple("value", value),
             "unit": "index" if parameter == "gate" else "factor per index", "source": source, "confidence": "low", "note": note}
            for place, (strain, parameter, targets, value, note) in enumerate(EFFECTS, start=1)]


def pushes(sources):
    source = assumed(sources, "SN06", "what a pressure adds to a state's chance of a step towards Kabul: the articles' causal claims, no data bear on them")
    return [{"push_id": f"SP{place:02d}", "actors": actors, "strain": strain, **triple("value", value), "source": source, "confidence": "low", "note": ""}
            for place, (actors, strain, value) in enumerate(PUSHES, start=1)]


def delisting_path(sources, subjects):
    source = sources.cite("SEED-003")
    return [{"actor": actor, "seq": str(place), "subject": subjects.check(subject), "source": source, "confidence": "medium", "note": ""}
            for place, (actor, subject) in enumerate(DELISTING, start=1)]


def weights(sources):
    source = assumed(sources, "SN04", "what rungs and meetings count in an engagement index, a coder's judgement")

    def row(kind, name, value, low, high, unit="share"):
        return {"kind": kind, "name": name, **triple("value", (value, low, high)), "unit": unit, "source": source, "confidence": "low", "note": ""}
    return ([row("rung", str(rung), x, x / 2, 1.5 * x) for rung, x in enumerate(RUNGS, start=1)] +
            [row("contact", step, x, x / 2, 2 * x, "meetings") for step, x in MEETINGS.items()] +
            [row("early", subject, x, x / 3, 2 * x, "meetings") for subject, x in EARLY.items()] +
            [row("half", "meetings", HALF, 3, 12, "meetings")] + [row("power", actor, 1, 1, 1) for actor in POWERS])
