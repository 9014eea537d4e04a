"""Dated evidence: steps, statements, incidents, closures."""

from schema_words import SCORE, DAYS, KNOWN, SUBJECTS, ENDED, SAID, ALSO, PROOF, NOTE

TABLES = {
    "actor": ("Who deals with the government in Kabul", """
actor_id | string | | Id, ISO3 for a state | key
name | string | | Name | req
followed | boolean | | Its level is followed; the others give context | req
state | string | | State of the network; empty where it has none | fk=state
"""),
    "engagement_event": ("Dated steps towards the government in Kabul, and what bears on them", f"""
event_id | string | | Id, in order of the dates | key
{DAYS}
actor | string | | Whose step | req fk=actor
counterpart | string | | With whom: AFG is the Taliban government, others are not actors | req
step | string | | Kind of step | req re=[a-z_]+
level_before | integer | | Level of engagement before, 0 none to 7 recognition | req min=0 max=7
level_after | integer | | Level after | req min=0 max=7
{KNOWN}
known_basis | string | | What known_from rests on; a baseline holds from its own day | req enum=publication,precision,baseline
statement | string | | What happened | req
corrects | string | | Row of this table that it replaces once it is known | fk=engagement_event
{ALSO}
{PROOF}{NOTE}
"""),
    "designation": ("Listings of the Taliban and sanctions", f"""
designation_id | string | | Id | key
actor | string | | Who lists | req fk=actor
entity | string | | Who is listed | req
designation | string | | What holds from the date on | req enum=listed,delisted,ban_suspended,none_known,unknown,rewards_lifted,sanctioned,state_sponsor_wrongful_detention
{DAYS}{KNOWN}{ALSO}
{PROOF}{NOTE}
"""),
    "actor_covariate": ("What may explain an actor's steps", f"""
actor | string | | Actor | key fk=actor
borders_afghanistan | boolean | | Shares a border with Afghanistan | req
border_km | number | km | Length of it | req min=0
trade_2021 | number | million US$ | Trade with Afghanistan in 2021, both directions | min=0
trade_2022 | number | million US$ | The same in 2022 | min=0
trade_2023 | number | million US$ | The same in 2023 | min=0
trade_2024 | number | million US$ | The same in 2024 | min=0
trade_2025 | number | million US$ | The same in 2025 | min=0
trade_source | string | | Where the trade comes from | req fk=source
trans_afghan_dependence | number | {SCORE} | Weight of ways through Afghanistan for it; no vintage of 2021 | req min=0 max=1
isisk_exposure_2021 | number | {SCORE} | Exposure to ISIS-K as judged for 2021 | req min=0 max=1
isisk_exposure_now | number | {SCORE} | The same as judged for 2026, not to be used for forecasts of the past | req min=0 max=1
ttp_exposure_now | number | {SCORE} | Exposure to the TTP as judged for 2026; no vintage of 2021 | req min=0 max=1
hr_conditionality_2021 | number | {SCORE} | Weight of human rights as a condition, for 2021 | req min=0 max=1
hr_conditionality_now | number | {SCORE} | The same for 2026 | req min=0 max=1
bloc | string | | Great power it stands with | req enum=RUS,CHN,WEST,none
ties_russia | number | {SCORE} | Ties with Russia | req min=0 max=1
ties_china | number | {SCORE} | Ties with China | req min=0 max=1
ties_us_west | number | {SCORE} | Ties with the United States and the West | req min=0 max=1
ties_gulf | number | {SCORE} | Ties with the Gulf states | req min=0 max=1
peers_followed | string | | Whose steps it watches; itself where it watches nobody | list=actor
memberships | string | | Organisations, divided by ; |
project_stakes | string | | Stakes in projects |
terror_listed_2021 | boolean | | Lists the Taliban as terrorists in August 2021; empty = not established |
terror_listed_now | boolean | | The same at the last look |
level_2021 | integer | | Level on 2021-08-15 | req min=0 max=7
level_now | integer | | Level at the last look | req min=0 max=7
resists_taliban | boolean | | Hosts or backs opponents of the Taliban; no vintage of 2021 | req
{PROOF}{NOTE}
"""),
    "subject": ("What dated evidence is about", """
subject_id | string | | Id: kind, a dot, a word | key
name | string | | Name | req
names | string | | Other names, divided by ; |
kind | string | | What it is | req
actor | string | | Actor that it is | fk=actor
node | string | | Node that it is | fk=node
corridor | string | | Corridor that it is | fk=corridor
project | string | | Project that it is | fk=project
belongs_to | string | | What is said of it is also said of these | list=subject
"""),
    "statement": ("What the articles say", f"""
statement_id | string | | Id | key
kind | string | | What sort of statement; a status holds as of its publication | req enum=event,quantity,status,forecast
{DAYS}{ENDED}
statement | string | | What is said | req
value | number | see unit | Number in it |
unit | string | | Unit of the number |
{SUBJECTS}{SAID}{KNOWN}
corrects | string | | Row of this table that it replaces once it is known | fk=statement
{PROOF}{NOTE}
"""),
    "contradiction": ("Where the articles differ", f"""
contradiction_id | string | | Id | key
topic | string | | What they differ about | req
kind | string | | In what way | req
severity | string | | How much hangs on it | req enum=low,medium,high
{SUBJECTS}
reading | string | | How to read it |
handling | string | | What the model does with it |
{PROOF}{NOTE}
"""),
    "version": ("The sides of a contradiction", f"""
version_id | string | | Id: contradiction and letter | key
contradiction_id | string | | Contradiction | req fk=contradiction
{DAYS}{ENDED}
statement | string | | What this side says | req
statements | string | | Rows of statement.csv that say so | list=statement
{SAID}{KNOWN}{ALSO}
{PROOF}{NOTE}
"""),
    "prediction": ("Predictions of the articles", f"""
prediction_id | string | | Id | key
issuer | string | | Who predicts | req
{DAYS}{KNOWN}
statement | string | | What is predicted | req
conditions | string | | Under what conditions |
horizon | string | | By when |
decided_by | string | | What would decide it |
outcome | string | | What later articles tell | req enum=open,met,refuted,partly,in_doubt,in_progress
outcome_note | string | | The same in words |
outcome_known_from | date | | Day from which that could be known |
{SUBJECTS}
said_by | string | | Where it is told | req
{ALSO}
{PROOF}{NOTE}
"""),
    "incident": ("Attacks and clashes that moved routes or states", f"""
incident_id | string | | Id | key
{DAYS}{KNOWN}
place | string | | Place and target | req
state | string | | State, ISO3 | req
x_coord | number | degree | Longitude | min=-180 max=180
y_coord | number | degree | Latitude | min=-90 max=90
area | string | | Area of the threat room | req
group | string | | Group held to have done it | req
target | string | | What was hit |
nationality | string | | States of those hit, divided by ; |
deaths | number | people | Killed | min=0
corridors | string | | Corridors concerned | list=corridor
consequence | string | | What it did to traffic and politics |
stop_days | number | d | Days of closure or stop | min=0
{SUBJECTS}
{PROOF}{NOTE}
"""),
    "closure": ("Closures of crossings and lines", f"""
closure_id | string | | Id | key
{DAYS}
until_date | date | | Day on which it ended, the first open day; empty = still shut at the last look |
last_look | date | | Day of that look |
{KNOWN}
crossing | string | | What was shut | req
node | string | | Node of the network | fk=node
side_a | string | | State on one side, ISO3 | req
side_b | string | | State on the other | req
reason | string | | Why | req
extent | string | | All traffic or part of it | req enum=total,partial
statement | string | | What happened |
{SUBJECTS}
{PROOF}{NOTE}
"""),
    "opening": ("Links that opened since 1990", f"""
opening_id | string | | Id | key
link_id | string | | Link | req fk=link
{DAYS}{KNOWN}{SUBJECTS}
{PROOF}{NOTE}
"""),
}
