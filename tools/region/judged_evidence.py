"""What the tables of the articles do not say in columns: which thing is which, whom a row is about, what ended what. Each line is a reading."""

# Things of the articles that the package has under an id of its own.
ACTORS = {"st.usa": "USA", "st.uae": "ARE", "st.eu": "EU", "or.un": "UN", "rg.centralasia": "CENTRAL-ASIA"}
NODES = {
    "pl.istanbul": "istanbul", "pl.kars": "kars", "bx.aqina": "aqina", "bx.torghundi": "torghundi", "bx.ymamnazar": "ymamnazar",
    "bx.sherkhan": "sherkhan-bandar", "pl.naibabad": "naibabad", "pl.mazar": "mazar-i-sharif", "pl.herat": "herat", "pl.kandahar": "kandahar",
    "pl.spinboldak": "spin-boldak", "pl.khaf": "khaf", "pl.kerki": "kerki", "pl.andkhoy": "andkhoy", "pl.kabul": "kabul",
    "pt.turkmenbashi": "turkmenbashi", "pt.baku": "baku", "pt.alat": "alat", "pt.poti": "poti", "pt.batumi": "batumi", "pt.chabahar": "chabahar",
    "pl.termez": "termez", "pl.tashkent": "tashkent", "pl.dushanbe": "dushanbe", "pl.moscow": "moscow", "pl.kazan": "kazan",
    "pl.almaty": "almaty", "pl.astana": "astana", "pl.newdelhi": "delhi"}
CORRIDORS = {
    "co.kabul": "kabul", "co.west_transafghan": "torghundi_kandahar", "co.lapis": "lapis_lazuli", "co.lapis_ext_kandahar": "lapis_lazuli_south",
    "co.middle": "middle", "co.northern": "northern", "co.bel_indianocean": "brkuap", "co.southern": "southern", "co.fivenations": "five_nations",
    "rw.herat_mazar": "herat_mazar", "rw.khaf_herat": "khaf_herat", "rw.btk": "btk", "rw.cku": "cku", "en.tapi": "tapi", "en.casa1000": "casa_1000",
    "wa.qoshtepa": "qosh_tepa", "en.tjk_power": "tj_af_power"}
PROJECTS = {
    "co.kabul": "kabul_corridor", "co.west_transafghan": "west_transafghan", "co.fivenations": "five_nations", "rw.herat_mazar": "herat_mazar",
    "rw.cku": "cku", "rw.khaf_herat_ext": "khaf_herat_naibabad", "en.casa1000": "casa_1000", "wa.qoshtepa": "qosh_tepa",
    "co.fivenations_alt": "five_nations_uzbek", "co.russia_caspian_tkm": "russia_caspian"}
BELONGS = {"pe.zakharova": "st.rus", "pe.muttaqi": "ag.taliban", "pe.baradar": "ag.taliban", "pe.akhundzada": "ag.taliban", "pe.haqqani": "ag.taliban",
           "ag.taliban": "st.afg", "or.taliban_mfa": "ag.taliban", "or.shura": "ag.taliban", "bx.aqina": "st.afg", "bx.torghundi": "st.afg",
           "ag.isisk": "ag.is", "pe.taliban_trade_rep": "ag.taliban", "bx.sherkhan": "st.afg", "pl.naibabad": "st.afg", "pl.mazar": "st.afg", "pl.crocus": "st.rus", "ev.zak_intime": "st.rus",
           "ag.let": "ag.kashmir", "ag.jem": "ag.kashmir", "lg.sanctions_russia": "ev.ukraine_war"}
# Places and groups with dated evidence that the articles do not name: id, name, other names, kind, node, what it belongs to.
MORE = [
    ("bx.torkham", "Torkham", "", "border crossing", "torkham", "st.pak;st.afg"),
    ("bx.chaman", "Chaman", "Chaman / Spin Boldak", "border crossing", "chaman", "st.pak;st.afg"),
    ("bx.ghulam_khan", "Ghulam Khan", "", "border crossing", "ghulam-khan", "st.pak;st.afg"),
    ("bx.kharlachi", "Kharlachi", "", "border crossing", "kharlachi", "st.pak;st.afg"),
    ("bx.angoor_adda", "Angoor Adda", "", "border crossing", "angoor-adda", "st.pak;st.afg"),
    ("bx.khunjerab", "Khunjerab", "Khunjerab Pass", "border crossing", "khunjerab", "st.pak;st.chn"),
    ("bx.kulma", "Kulma", "Kulma Pass", "border crossing", "kulma", "st.tjk;st.chn"),
    ("bx.irkeshtam", "Irkeshtam", "", "border crossing", "irkeshtam", "st.kgz;st.chn"),
    ("bx.taftan", "Taftan", "Taftan / Mirjaveh", "border crossing", "taftan", "st.pak;st.irn"),
    ("bx.astara", "Astara", "Astara land border", "border crossing", "astara-aze", "st.aze;st.irn"),
    ("bx.islam_qala", "Islam Qala", "Islam Qala / Dogharoun", "border crossing", "islam-qala", "st.afg;st.irn"),
    ("bx.hairatan", "Hairatan", "Hairatan / Termez", "border crossing", "hairatan", "st.afg;st.uzb"),
    ("bx.julfa", "Julfa", "Julfa / Nakhchivan", "border crossing", "julfa-aze", "st.irn;st.aze"),
    ("bx.ishkashim", "Ishkashim", "", "border crossing", "ishkashim", "st.afg;st.tjk;bx.tjk_border"),
    ("bx.mahirud", "Mahirud", "Mahirud / Abu Nasr Farahi", "border crossing", "mahirud", "st.irn;st.afg"),
    ("bx.zaranj", "Zaranj", "Zaranj / Milak", "border crossing", "zaranj", "st.afg;st.irn"),
    ("bx.verkhny_lars", "Verkhny Lars", "", "border crossing", "verkhny-lars", "st.rus;st.geo"),
    ("bx.wagah", "Wagah", "Attari / Wagah", "border crossing", "wagah", "st.ind;st.pak"),
    ("bx.kgz_tjk_border", "Kyrgyz-Tajik border", "", "border", "", "st.kgz;st.tjk"),
    ("pl.salang", "Salang", "Salang pass", "pass", "salang", "st.afg"),
    ("pl.sibi", "Sibi", "Quetta-Sibi railway;Bolan railway", "railway", "sibi", "st.pak"),
    ("pl.quetta", "Quetta", "All trains in Balochistan", "city", "quetta", "st.pak"),
    ("pl.hormuz", "Hormuz", "Strait of Hormuz", "strait", "sea-hormuz", "st.irn"),
    ("pl.bab_el_mandeb", "Bab el-Mandeb", "Red Sea;Houthi attacks", "strait", "sea-bab-el-mandeb", ""),
    ("ag.iran_baloch", "Iranian Baloch militants", "Jaish al-Adl", "armed_group", "", ""),
    ("ag.caucasus", "North Caucasus militants", "", "armed_group", "", ""),
]
# Bodies and states with steps towards Kabul that the articles do not name: actor -> subject.
MORE_ACTORS = {"DEU": "st.deu", "NOR": "st.nor", "CHE": "st.che", "GBR": "st.gbr", "JPN": "st.jpn", "IDN": "st.idn", "MYS": "st.mys", "OMN": "st.omn",
               "ARM": "st.arm", "QAT": "st.qat", "SAU": "st.sau", "MULTILATERAL": "fo.multilateral"}
CLOSED = {"hormuz": "pl.hormuz", "batken": "bx.kgz_tjk_border"}
GROUPS = {"ttp": "ag.ttp", "isis": "ag.isisk", "taliban": "ag.taliban", "etim": "ag.etim", "baloch": "ag.baluch", "iran_baloch": "ag.iran_baloch",
          "kashmir": "ag.kashmir", "caucasus": "ag.caucasus"}

# Dates of facts whose wording says more than the column: id -> first day, last day, best day.
FACT_DAYS = {"F102": ("2025-07-01", "2025-07-10", "2025-07-03"), "F104": ("2023-10-01", "2023-12-31", "2023-12-29"),
             "F109": ("2025-07-10", "2025-07-11", "2025-07-10"), "F140": ("2025-05-11", "2025-05-20", "2025-05-15"),
             "F141": ("2025-04-01", "2025-04-10", "2025-04-05"), "F053": ("2025-01-01", "2025-11-18", "2025-07-02"),
             "F042": ("2025-10-01", "2025-10-31", "2025-10-10"), "F190": ("2025-05-01", "2025-05-31", "2025-05-29")}
# A step that ended what a fact, a version or a prediction says: id -> actor and step of the event.
RECOGNISED = ("RUS", "formal_recognition")
ENDED = {"F132": RECOGNISED, "F164": RECOGNISED, "X002a": RECOGNISED, "X002b": RECOGNISED, "X004a": RECOGNISED}

# Whom facts name besides the subject and object of their row: the place, the forum, the host, the speaker.
ALSO_ABOUT = {
    "F013": "pl.jk;ar.communique;ar.sr_ties",     "F005": "pl.newdelhi", "F023": "ev.crocus;pl.moscow;ag.gunmen_moscow", "F030": "pl.tashkent", "F037": "st.tjk;fo.csto;pl.almaty",
    "F038": "ec.uzb_afg_trade;ec.kzuz_afg_trade", "F051": "fo.eco;or.azeprime;pl.khankendi", "F090": "pl.damascus;pl.kabul;ag.etim",
    "F102": "pe.muttaqi", "F108": "st.kaz;fo.astana;pl.astana", "F109": "st.kaz;pl.kabul", "F114": "pe.kazakhmys_ceo",
    "F127": "st.rus;st.uae;or.taliban_emb_uae", "F128": "pl.tjk_base;ev.heli2016", "F129": "ag.taliban;pl.moscow", "F137": "pl.termez",
    "F140": "pl.kazan", "F143": "ev.us_invasion", "F146": "ev.crocus;pl.moscow", "F149": "st.isr;st.usa", "F162": "ec.uzb_afg_trade",
    "F077": "sr.unreports", "F082": "sr.unreports", "F085": "sr.unreports", "F181": "ag.alqaeda",
}
# Whose attack it was, where the fact base has only the class of groups.
INCIDENT_GROUPS = {"I097": "ag.let"}
# Rounds and visits before August 2021 that the articles mention without a day: id, first day, last day, what, whom it is about.
EARLIER = [
    ("N003", "2018-08-07", "2018-08-10", "A Taliban delegation visited Tashkent", "st.uzb;ag.taliban;pl.tashkent;fo.peace_process"),
    ("N004", "2018-11-09", "2018-11-09", "Moscow Format with the Taliban, first round of talks", "st.rus;ag.taliban;fo.intra_afghan;pl.moscow"),
    ("N005", "2019-02-05", "2019-02-06", "Intra-Afghan talks in Moscow, second round", "st.rus;ag.taliban;fo.intra_afghan;pl.moscow"),
    ("N006", "2019-05-28", "2019-05-30", "Intra-Afghan talks in Moscow, third round", "st.rus;ag.taliban;fo.intra_afghan;pl.moscow"),
    ("N007", "2021-03-18", "2021-03-18", "Talks with both Afghan sides in Moscow, fourth round", "st.rus;ag.taliban;fo.intra_afghan;pl.moscow"),
    ("N008", "2021-10-20", "2021-10-20", "Moscow Format with a delegation of the Taliban government", "st.rus;ag.taliban;fo.moscowformat;pl.moscow")]
# Sales of Tajik power to Afghanistan, rows of the fact base on resources: id, row, first and last day.
POWER_SALES = [("N009", "PW051", "2021-01-01", "2021-12-31"), ("N010", "PW053", "2023-03-21", "2024-03-19")]
# What the list of systems says of one that no fact names: id of the statement, system, article.
NAMED_ONLY = [("N001", "st.prk", "SEED-003"), ("N002", "co.silkroad", "SEED-000-UMAROVA")]

# Contradictions: whom they are about, and which facts are the versions.
CONTRADICTIONS = {
    "X001": ("st.rus;st.afg;lg.recognition", {"a": "F070", "b": "F094", "c": "F102"}),
    "X002": ("st.rus;st.afg;lg.recognition", {"a": "F132", "b": "", "c": "F070;F094;F102;F027"}),
    "X003": ("st.rus;st.afg;lg.recognition", {"a": "F027;F102", "b": "F070"}),
    "X004": ("st.rus;st.afg;lg.recognition", {"a": "", "b": "F070;F094"}),
    "X005": ("st.rus;or.rus_sc;ag.taliban;lg.delisting", {"a": "F121", "b": "F141", "c": "F071;F096;F106"}),
    "X006": ("st.rus;or.rus_sc;ag.taliban;lg.delisting", {"a": "F121;F096;F106", "b": "F071"}),
    "X007": ("st.rus;lg.mechanism", {"a": "F122"}),
    "X008": ("st.kaz;ag.taliban;lg.delisting", {"a": "F104", "b": "F160"}),
    "X009": ("pl.crocus;ag.isisk;st.rus", {"a": "F024;F025", "b": "F074;F095"}),
    "X010": ("pl.crocus;ag.isisk;ag.gunmen_moscow;st.rus", {"a": "F026"}),
    "X011": ("pl.crocus;st.rus", {"a": "F023;F146", "b": "F095"}),
    "X012": ("st.uzb;st.tjk;ag.isisk;ev.rockets2022", {"a": "F031", "b": "F116"}),
    "X013": ("st.uzb;st.tjk;ag.isisk;ev.rockets2022", {"a": "F031", "b": "F116"}),
    "X014": ("ag.isisk;st.rus", {"a": "F079", "b": "F097;F133"}),
    "X015": ("ag.isisk", {"b": "F043"}),
    "X016": ("ag.taliban;ag.isisk;ag.ttp", {"b": "F092"}),
    "X017": ("ag.taliban;ag.others21", {"b": "F077"}),
    "X018": ("ag.taliban;ag.isisk;pr.ct_capacity", {}),
    "X019": ("st.afg;ag.taliban;pr.econ_ct", {}),
    "X020": ("st.rus;ag.isisk;lg.recognition", {}),
    "X021": ("st.afg;pr.econ_ct;pr.isolation_cost", {}),
    "X022": ("st.rus;st.uzb;rg.centralasia;pr.recogcascade", {}),
    "X023": ("rg.centralasia;st.chn;st.gulf;lg.recognition", {}),
    "X024": ("st.kaz;or.kaz_mfa", {"a": "F109", "b": "F103"}),
    "X025": ("st.tjk;st.afg", {"a": "F035", "b": "F100", "c": "F158;F159"}),
    "X026": ("st.tjk;lg.recognition", {}),
    "X027": ("ag.ansarullah;ag.taliban;st.tjk", {"a": "F177"}),
    "X028": ("ag.ttp;ag.ttt", {}),
    "X029": ("st.rus;st.uzb;pr.rus_uzb_rivalry", {"a": "F135", "b": "F101"}),
    "X030": ("st.rus;st.afg", {"c": "F134;F098"}),
    "X031": ("st.rus", {}),
    "X032": ("co.kabul", {"a": "F155", "b": "F112", "c": "F065"}),
    "X033": ("co.kabul;en.tapi", {"a": "F112", "b": "F155"}),
    "X034": ("st.rus;co.kabul", {"a": "F154", "b": "F193"}),
    "X035": ("st.uzb;st.kaz;st.afg;ec.uzb_afg_trade", {"a": "F162", "b": "F038"}),
    "X036": ("st.uzb;st.kaz;st.afg;ec.kzuz_afg_trade", {"a": "F038", "b": "F038"}),
    "X037": ("co.kabul;st.ind;st.pak", {"a": "F061"}),
    "X038": ("co.kabul;st.kaz", {"a": "F061", "b": "F062"}),
    "X039": ("st.rus;st.uzb;co.greatindia;ec.dep_russia", {}),
    "X040": ("rw.herat_mazar;st.uzb", {}),
    "X041": ("rw.herat_mazar;co.lapis", {}),
    "X042": ("co.kabul;rw.torghundi_naibabad;st.uzb", {}),
    "X043": ("st.kaz;co.west_transafghan;co.kabul", {"a": "F067", "b": "F062"}),
    "X044": ("st.afg;co.northsouth;co.eastwest", {}),
    "X045": ("st.irn", {"a": "F148"}),
    "X046": ("rg.west;st.usa;st.afg", {"a": "F040", "b": "F011"}),
    "X047": ("lg.hr_condition;st.afg", {"a": "F187"}),
    "X048": ("rg.centralasia", {}),
    "X049": ("st.rus;st.chn;fo.cis;rg.centralasia", {}),
    "X050": ("st.afg;ag.taliban", {"a": "F082"}),
    "X051": ("co.lapis;ar.lapis2017", {"a": "F044", "b": "F046"}),
    "X052": ("ag.hts;ag.etim", {}),
    "X053": ("st.rus;ag.taliban;pl.tjk_base;ev.heli2016", {"a": "F127", "b": "F144", "c": "F128"}),
    "X054": ("st.rus;st.usa;ag.northern", {"a": "F143", "b": "F125"}),
    "X055": ("ag.taliban;st.afg", {"a": "F130", "b": "F099"}),
    "X056": ("ec.afg_eu_trade;st.eu;st.afg", {"a": "F049;F050"}),
}

PREDICTIONS = {
    "P001": "st.pak;st.afg;bx.pak_border;ag.ttp", "P002": "st.afg;ag.taliban", "P003": "st.afg;ag.taliban;st.pak", "P004": "st.usa;st.chn;rs.rareearth",
    "P005": "rg.centralasia;rg.southasia", "P006": "rg.centralasia;rg.southasia", "P007": "st.afg;rs.minerals", "P008": "st.uzb;pt.chabahar",
    "P009": "rg.centralasia;st.afg", "P010": "fo.cis;lg.cis_ct", "P011": "st.rus;st.chn;rg.centralasia", "P012": "st.kaz;st.uzb;st.afg;ec.kzuz_afg_trade",
    "P013": "st.tkm;fo.cis2026", "P014": "fo.cis;lg.cis_ct;lg.cis_border", "P015": "ec.afg_eu_trade;st.eu;st.afg", "P016": "co.lapis;st.uzb",
    "P017": "co.kabul;st.uzb", "P018": "co.middle;st.tkm;st.aze", "P019": "rw.torghundi_naibabad;st.uzb", "P020": "rw.herat_mazar;co.fivenations;rw.cku",
    "P021": "rw.herat_mazar;st.irn;co.lapis", "P022": "rw.khaf_herat_ext;st.irn", "P023": "co.lapis;co.west_transafghan", "P024": "st.rus;co.lapis;st.ind",
    "P025": "st.kaz;co.northern;co.kabul", "P026": "co.bel_indianocean;st.uzb", "P027": "st.uzb;co.kabul", "P028": "ag.isisk;lg.recognition;st.rus",
    "P029": "lg.recognition;st.tjk;st.uzb;st.pak", "P030": "st.afg", "P031": "st.rus;lg.recognition", "P032": "ag.ftf_syria;st.afg",
    "P033": "lg.recognition;st.rus", "P034": "ag.ftf_syria;st.afg", "P035": "rg.centralasia;st.rus;pr.recogcascade", "P036": "rg.centralasia;lg.recognition",
    "P037": "st.kaz;st.kgz;st.tkm;st.uzb;st.tjk;rg.centralasia;lg.recognition", "P038": "st.kaz;st.kgz;st.tkm;st.uzb;st.chn;st.gulf;lg.recognition",
    "P039": "st.afg;lg.recognition", "P040": "rg.centralasia;lg.recognition", "P041": "rg.centralasia;pr.ca_ct_initiative", "P042": "ag.isisk;pr.targetrich",
    "P043": "wa.qoshtepa;wa.amudarya", "P044": "st.tjk;st.afg", "P045": "st.tjk;lg.recognition", "P046": "st.rus;lg.delisting;pr.recogcascade",
    "P047": "ag.isisk;st.rus", "P048": "st.rus;ag.taliban", "P049": "st.afg;lg.hr_condition", "P050": "st.rus;st.afg;lg.recognition",
    "P051": "st.rus;st.afg;lg.recognition;pe.zakharova", "P052": "st.rus;st.afg", "P053": "st.rus;rg.centralasia;lg.recognition",
    "P054": "st.rus;ag.isisk", "P055": "st.rus;st.pak;co.russia_ca_pak", "P056": "st.rus;co.kabul", "P057": "st.rus;co.kabul",
    "P058": "st.rus;ec.cheap_labour", "P059": "st.kaz;st.rus;pr.kaz_rus",
}
OUTCOMES = (("not told", "open"), ("refuted", "refuted"), ("met", "met"), ("partly supported", "partly"), ("supported in part", "partly"),
            ("in doubt", "in_doubt"), ("in progress", "in_progress"))
