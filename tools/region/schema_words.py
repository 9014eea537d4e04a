"""Columns and lists that tables of the schema share."""

SCORE = "score of 0 to 1"
DAYS = """
date | date | | Day that a model uses; empty = not known |
date_earliest | date | | First day on which it may have been |
date_latest | date | | Last day on which it may have been |
precision | string | | What the source gives | enum=day,month,year
"""
KNOWN = """
known_from | date | | Day from which it could be known: of publication, else the last day of its precision; empty = not known |
"""
SUBJECTS = "subjects | string | | Whom or what it is about | req list=subject"
ENDED = """
until_date | date | | First day on which it no longer holds; empty = holds on |
ended_by | string | | Row of engagement_event.csv that ended it |
"""
SAID = """
said_by | string | | Who says so | req
published | date | | Day of publication | req
"""
ALSO = "also | string | | Other sources of the row | list=source"
PROOF = """
source | string | | Where it comes from | req fk=source
confidence | string | | How far to trust it | req enum=high,medium,low
"""
NOTE = "note | string | | Remark |"
STATUS = "operational,under_construction,planned,suspended"
MODES = "rail,road,sea,ferry,inland_water,air,pipeline,power_line,canal"
MEASURE = ("Which tonnes are counted: flow (over the links, both directions), transit (through the state, both ends outside, once), "
           "throughput (loaded and discharged at the ports), pair (between the two codes); then limits: exporter=, importer=, one_end=, no_end= "
           "(trade codes), ends=A/B (one end in A, the other in B), towards= (only the direction into that state), by= (mode on land before the leg), "
           "modes= (modes on land), through= (state passed), commodities=, without= (classes)")
