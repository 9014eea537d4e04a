"""The columns of every table: the truth from which datapackage.json is made and the tables are written.

A column is a line `name | type | unit | description | constraints`; `x~` stands for x, x_low and x_high.
Constraints, blank-separated: `req`, `min=0`, `max=1`, `enum=a,b`, `re=pattern`; `key` marks the primary key, `fk=table` or
`fk=table.column` a foreign key, `list=table` a cell of ids of that table divided by ';' (no foreign key of the standard; the tests follow it).
"""

import re

MARK = re.compile(r" (?=(?:req|key)\b|(?:min|max|enum|re|fk|list)=)")
TRIPLE = ("", "_low", "_high")
WORDS = {"": "", "_low": ", low (about the 10 % quantile)", "_high": ", high (about the 90 % quantile)"}
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

TABLES = {
    "config": ("GMNS units of the network tables", """
dataset_name | string | | Name of the dataset | req
short_length | string | | Unit of short lengths | req
long_length | string | | Unit of link lengths | req
speed | string | | Unit of speeds | req
crs | string | | Coordinate reference system | req
geometry_field_format | string | | Format of geometry fields | req
currency | string | | Currency | req
version_number | number | | Version of GMNS | req
id_type | string | | Type of ids | req
"""),
    "node": ("Nodes of the network (GMNS)", f"""
node_id | string | | Id | key
name | string | | Name | req
x_coord | number | degree | Longitude | req min=-180 max=180
y_coord | number | degree | Latitude | req min=-90 max=90
node_type | string | | What the place is | req enum=city,port,dry_port,junction,rail_border,road_border,chokepoint,sea_junction
zone_id | string | | Zone whose centroid the node is (zone.csv rules; a node with two zones names the first) | fk=zone
state | string | | State, ISO3; empty at sea | fk=state
{PROOF}{NOTE}
"""),
    "link": ("Links of the network, both directions (GMNS)", f"""
link_id | string | | Id: mode, two dashes, from, two dashes, to | key
from_node_id | string | | One end | req fk=node
to_node_id | string | | Other end | req fk=node
directed | boolean | | Always false | req
length~ | number | km | Length | req min=0
facility_type | string | | Mode again, where GMNS looks for it | req enum={MODES}
mode | string | | Mode | req enum={MODES}
gauge_mm | integer | mm | Gauge | enum=1435,1520,1676
tracks | integer | | Tracks in 2024 | min=1
electrified | string | | Electrified | enum=yes,no,partial
status | string | | Structural state; dated changes are in status.csv | req enum={STATUS}
opened | integer | year | Year of opening | min=1800
expected~ | integer | year | Year in which it is expected to open | min=2020
terrain | string | | Terrain | enum=plain,hill,mountain,high_mountain
capacity_id | string | | Capacity and volume-delay row | fk=capacity
basin | string | | Basin whose row of sea_rate.csv prices it | re=[a-z_]+
{PROOF}{NOTE}
"""),
    "status": ("Dated closures and openings of links and nodes", f"""
status_id | string | | Id | key
link_id | string | | Link (exactly one of link_id, node_id is filled) | fk=link
node_id | string | | Node | fk=node
from_date | date | | First day | req
until_date | date | | Day on which it ends; empty: still so at the last look |
status | string | | State in that time | req enum={STATUS}
{PROOF}{NOTE}
"""),
    "status_rule": ("When a link of a status is open", f"""
status | string | | Status | key enum={STATUS}
opens | string | | What opens it | req enum=always,expected_year,lever,evidence_or_lever
{PROOF}{NOTE}
"""),
    "state": ("States", f"""
state | string | | ISO 3166 code of three letters | key re=[A-Z]{{3}}
name | string | | Name | req
role | string | | Place in the study | req enum=core,neighbour,external
{PROOF}{NOTE}
"""),
    "trade_code": ("Codes of the trade tables", """
trade_code | string | | Code | key
name | string | | Name | req
states | string | | States of the package that belong to it | req list=state
"""),
    "zone": ("Zones", f"""
zone_id | string | | Id | key
name | string | | Name | req
state | string | | State whose accounts hold the zone | req fk=state
node_id | string | | Centroid | req fk=node
trade_code | string | | Trade codes whose trade the zone carries; empty: no trade in the base year | list=trade_code
kind | string | | Core or external | req enum=core,external
access_km~ | number | km | Sea leg between the zone and its centroid, added to every route | req min=0
access_basin | string | | Basin whose row of sea_rate.csv prices the sea leg | re=[a-z_]+
{PROOF}{NOTE}
"""),
    "zone_weight": ("Shares of a trade code's zones", f"""
trade_code | string | | Trade code | key fk=trade_code
partner | string | | Partner's trade code; * = any other | key
direction | string | | Direction seen from the trade code | key enum=export,import,both
class_group | string | | Class group | key enum=consumer,food,industrial,all
zone_id | string | | Zone | key fk=zone
weight~ | number | share | Share of the trade; adds up to 1 over the zones | req min=0 max=1
{PROOF}{NOTE}
"""),
    "commodity": ("Commodity classes", f"""
commodity_id | string | | Id | key
name | string | | Name | req
examples | string | | Goods in it, divided by ; | req
class_group | string | | Class group | req enum=consumer,food,industrial
carried_as | string | | How it travels | req enum=box,bulk
value~ | number | US$/t | Value | req min=0
vot~ | number | US$/t-h | Value of time | req min=0
theta~ | number | 1/(US$/t) | Logit scale | req min=0
elasticity~ | number | | Elasticity of tonnes to generalised cost, without its sign | req min=0
t_per_teu~ | number | t/TEU | Load of a TEU | req min=0
t_per_truck~ | number | t/truck | Load of a truck | req min=0
t_per_wagon~ | number | t/wagon | Load of a wagon | req min=0
modes | string | | Modes it may use, divided by ; (air only with one end in AFG) | req
{PROOF}{NOTE}
"""),
    "relation_value": ("Value of time of single relations, instead of the class's", f"""
exporter | string | | Exporter | key fk=trade_code
importer | string | | Importer | key fk=trade_code
commodity_id | string | | Class | key fk=commodity
vot~ | number | US$/t-h | Value of time | req min=0
{PROOF}"""),
    "class_share": ("Classes of a pair's freight tonnes", f"""
exporter | string | | Exporter | key fk=trade_code
importer | string | | Importer | key fk=trade_code
commodity_id | string | | Class | key fk=commodity
share~ | number | share | Share of tonnes; adds up to 1 over the classes | req min=0 max=1
{PROOF}"""),
    "trade": ("Trade of every directed pair, about 2024", f"""
exporter | string | | Exporter | key fk=trade_code
importer | string | | Importer | key fk=trade_code
value_usd~ | number | US$/yr | Value of the goods of a year | req min=0
unit_value_usd_per_t | number | US$/t | Value per tonne (assumption) | req min=0
tonnes_all | number | t/yr | All tonnes: value_usd / unit_value_usd_per_t | req min=0
freight_share | number | share | Part that is freight: no pipeline, tanker or wire | req min=0 max=1
factor | number | | What hand targets and rules make of it | req min=0
tonnes~ | number | t/yr | Freight: value_usd / unit_value_usd_per_t x freight_share x factor | req min=0
rule | string | | Where factor comes from | req enum=target,outside,sea_only,landlocked_0.25,landlocked_0.3,landlocked_0.6
{PROOF}{NOTE}
"""),
    "trade_total": ("Freight of a core state in and out, to check the sums", f"""
state | string | | State | key fk=state
tonnes~ | number | t/yr | Freight in and out; low and high are what is known of it | req min=0
imports_tonnes | number | t/yr | Imports of it | req min=0
basis | string | | How the range is known | req enum=observed,partly_observed,judgement
{PROOF}{NOTE}
"""),
    "growth": ("Growth of trade", f"""
state | string | | State | key fk=state
class_group | string | | Class group | key enum=consumer,food,industrial
rate~ | number | %/yr | Growth of tonnes; a pair takes the mean of its two states | req
first_year | integer | year | First year | req
last_year | integer | year | Last year | req
{PROOF}{NOTE}
"""),
    "tariff": ("Freight tariffs on land", f"""
state | string | | State on whose ground the tariff holds | key fk=state
mode | string | | Mode | key enum=rail,road
cargo | string | | Cargo | key enum=bulk,container,all
tariff~ | number | US$/t-km | Price | req min=0
{PROOF}{NOTE}
"""),
    "speed": ("Speeds between borders, over the whole day", f"""
state | string | | State; * = any | key
mode | string | | Mode | key enum=rail,road,air
speed~ | number | km/h | Speed | req min=0
{PROOF}{NOTE}
"""),
    "sea_rate": ("Prices and times of legs on water", f"""
rate_id | string | | Id | key
basin | string | | Basin of the link | req re=[a-z_]+
mode | string | | Mode | req enum=sea,ferry,inland_water
carried_as | string | | How the goods travel | req enum=box,bulk,wagon,truck
class_groups | string | | Class groups, divided by ; | req
rate~ | number | US$/t-km | Price of the way | req min=0
call~ | number | US$/t | Price of one call: paid at loading and at discharge | req min=0
handling_included | boolean | | true: the call holds the port's handling, handling.csv is not added | req
speed~ | number | km/h | Speed | req min=0
headway_factor~ | number | | Headways waited at loading (headway in ferry.csv) | req min=0
load_h~ | number | h | Hours at loading, beside the headways | req min=0
discharge_h~ | number | h | Hours at discharge | req min=0
{PROOF}{NOTE}
"""),
    "air_rate": ("Prices and times in the air", f"""
link_id | string | | Link | key fk=link
from_node_id | string | | From | key fk=node
to_node_id | string | | To | req fk=node
rate~ | number | US$/t | Price of the whole leg | req min=0
hours~ | number | h | Hours door to door | req min=0
{PROOF}{NOTE}
"""),
    "handling": ("Handling between ship, wagon and truck", f"""
handling_id | string | | Id | key
operation | string | | What is done | req enum=port,gauge_change,rail_road,rail_load
node_id | string | | Node; * = any other | req
carried_as | string | | How the goods travel | req enum=box,bulk
cost~ | number | see unit | Price of one operation | req min=0
unit | string | | Unit of cost | req enum=US$/TEU,US$/t,US$/wagon
hours~ | number | h | Hours | req min=0
{PROOF}{NOTE}
"""),
    "crossing": ("Hours and fees at border crossings, by direction and side", f"""
link_id | string | | Cross-border link | key fk=link
from_node_id | string | | From | key fk=node
to_node_id | string | | To | req fk=node
state | string | | State whose side it is | req fk=state
role | string | | Side: leaving or entering | key enum=exit,entry
hours~ | number | h | Hours | req min=0
fee~ | number | see fee_unit | Fees, unofficial ones included | req min=0
fee_unit | string | | Unit of fee | req enum=US$/truck,US$/wagon_or_teu
includes_transfer | boolean | | true: hours hold the gauge change or the move to trucks | req
basis | string | | Own rows, an analog point, or a rule | req enum=own,analog,rule
{PROOF}{NOTE}
"""),
    "crossing_capacity": ("Capacity of border crossings, per direction", f"""
link_id | string | | Cross-border link | key fk=link
capacity~ | number | t/yr | Capacity per direction; 0 = shut | req min=0
bpr_alpha | number | | Volume-delay factor | req min=0
bpr_beta | number | | Volume-delay exponent | req min=0
{PROOF}{NOTE}
"""),
    "capacity": ("Capacity by class of link", f"""
capacity_id | string | | Id | key
mode | string | | What it is for | req enum=rail,road,border,transfer,port,ferry,sea,inland_water,air
applies_to | string | | Class of link | req
capacity~ | number | t/yr | Capacity per direction (ports: both) | req min=0
bpr_alpha~ | number | | Volume-delay factor | req min=0
bpr_beta~ | number | | Volume-delay exponent | req min=0
{PROOF}{NOTE}
"""),
    "port": ("Capacity of ports, both directions", f"""
node_id | string | | Port | key fk=node
capacity~ | number | t/yr | Capacity, both directions; 0 = shut | req min=0
teu_capacity | number | TEU/yr | Container capacity; empty = not known | min=0
bpr_alpha | number | | Volume-delay factor | req min=0
bpr_beta | number | | Volume-delay exponent | req min=0
{PROOF}{NOTE}
"""),
    "ferry": ("Ferries", f"""
link_id | string | | Ferry link | key fk=link
carries | string | | What rolls on | req enum=wagons,trucks,both
capacity~ | number | t/yr | Capacity per direction | req min=0
headway~ | number | h | Time between sailings | req min=0
bpr_alpha | number | | Volume-delay factor | req min=0
bpr_beta | number | | Volume-delay exponent | req min=0
{PROOF}{NOTE}
"""),
    "project": ("Projects", f"""
project_id | string | | Id | key re=[a-z0-9_]+
title | string | | Title | req
kind | string | | Kind | req enum=build,upgrade,reopen,package,lever
corridor_id | string | | Corridor it belongs to | fk=corridor
status | string | | State in November 2025 | req enum=idea,planned,under_construction,suspended,done
earliest | integer | year | Earliest opening | req
expected | integer | year | Expected opening | req
latest | integer | year | Latest opening | req
sponsors | string | | Sponsors | list=state
capex_usd_m~ | number | million US$ | Cost of building | req min=0
requires | string | | Projects that must be open with it | list=project
excludes | string | | Projects that rule it out, read both ways | list=project
{PROOF}{NOTE}
"""),
    "project_link": ("Links that a project opens", """
project_id | string | | Project | key fk=project
link_id | string | | Link | key fk=link
role | string | | own: opened by this project alone; shared: needed, but another's or open already | req enum=own,shared
seq | integer | | Place in the project, by role | req min=1
"""),
    "project_effect": ("What projects change besides opening links", f"""
effect_id | string | | Id | key
project_id | string | | Project | req fk=project
target_kind | string | | Kind of target | req enum=link,crossing,node,state_mode,project
target_id | string | | Target: an id, or STATE:mode | req
parameter | string | | What is changed | req enum=capacity,tariff,border_time,border_cost,port_capacity,port_teu,headway,speed,open
operator | string | | How | req enum=set,multiply,add
value~ | number | see unit | Value | req
unit | string | | Unit of value | req enum=t/yr per direction,t/yr both directions,TEU/yr,factor,open
from | string | | opening, opening+Ny or a date | req re=opening|opening\\+[0-9]+y|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}
one_end_in | string | | Only for goods with one end in these | list=trade_code
other_end_in | string | | ... and the other end in these | list=trade_code
{PROOF}{NOTE}
"""),
    "corridor": ("Corridors", """
corridor_id | string | | Id | key re=[a-z0-9_]+
name | string | | Name | req
origin | string | | Node at one end | fk=node
destination | string | | Node at the other end | fk=node
description | string | | What it is | req
"""),
    "corridor_link": ("Links of corridors, branch by branch", """
corridor_id | string | | Corridor | key fk=corridor
branch_id | string | | Branch: a path, except <corridor>/members, a set in no order | key
seq | integer | | Place in the branch | key min=1
link_id | string | | Link | req fk=link
"""),
    "alias": ("Other names", """
alias | string | | Name in lower case with hyphens | key re=[a-z0-9-]+
kind | string | | What it names | key enum=node,state,crossing,corridor,zone,project
id | string | | Id of it | req
"""),
    "access_rule": ("Penalties and discounts of access, by the ends of the goods", f"""
rule_id | string | | Id | key
kind | string | | Kind of target | req enum=crossing,node,link,tariff_factor
target_ids | string | | Links, or nodes where kind is node | req
class_group | string | | Class group it holds for | req enum=consumer,food,industrial,all
commodities | string | | Only these classes; empty = all of the group | list=commodity
one_end_in | string | | Holds if one end is in the list ... | list=trade_code
other_end_in | string | | ... and the other end in this one; empty = any | list=trade_code
no_end_in | string | | Holds only if no end is in the list | list=trade_code
not_between | string | | Does not hold if both ends are in the list | list=trade_code
value~ | number | see unit | Penalty per tonne, or factor on the tariff | req min=0
unit | string | | Unit of value | req enum=US$/t,factor
from_date | date | | First day; empty = always |
{PROOF}{NOTE}
"""),
    "level_rule": ("What a level of engagement, a listing or a sanction changes at borders, against the standing when they were observed", f"""
rule_id | string | | Id | key
actor | string | | Whose standing (actor.csv); * = of every followed neighbour | req
towards | string | | State across the border, whose government it is about | req fk=state
measure | string | | What of the standing | req enum=level,listing,sanction
from_level | integer | | Met from this level on; only of a level | min=1 max=7
changes | string | | What it changes at the borders between the two | req enum=hours,fee,classes
commodities | string | | Classes that cross only where a level is met, or where a listing or sanction is not | list=commodity
through | string | | By what means | req
value~ | number | see unit | Factor on hours or fee, of a level at most 1, else at least 1; of classes 1, or 0 for a rule that is off | req min=0
unit | string | | Unit of value | req enum=factor,switch
{PROOF}{NOTE}
"""),
    "avoidable_cost": ("Part of a price that pays cost that the traffic causes", f"""
mode | string | | Mode, port or border | key enum=rail,road,sea,ferry,inland_water,air,port,border
item | string | | Kind of price | key enum=tariff,fee,handling
share~ | number | share | Part that is avoidable cost | req min=0 max=1
{PROOF}{NOTE}
"""),
    "observation": ("Observed flows", f"""
observation_id | string | | Id | key
entity | string | | What was observed | req
entity_kind | string | | Kind of the ids | enum=link,crossing,node,state,pair
entity_ids | string | | Ids whose flows add up to the quantity, divided by ; (pair: trade codes) |
measure | string | | {MEASURE} | re=(flow|transit|throughput|pair)( [a-z_]+=[A-Za-z0-9_;/]+)*
period | string | | Time | req
quantity~ | number | t/yr | Tonnes a year; empty where use is none | min=0
use | string | | What it is for | req enum=calibrate,validate,none
weight | number | | Weight in the fit or the score | req min=0 max=1
score_group | string | | Rows scored as one group |
independence | string | | Whether demand or hints were made with it |
{PROOF}{NOTE}
"""),
    "calibration": ("Fitted factors", f"""
parameter | string | | What is multiplied | key enum=theta_scale,crossing_penalties,node_penalties,link_penalties,tariff_factors
value~ | number | factor | Factor | req min=0
{PROOF}{NOTE}
"""),
    "leave_one_out": ("What a fit without an observed row has for it", """
observation_id | string | | Observed row | key fk=observation
modelled | number | t/yr | Tonnes a year by the fit without it | req min=0
"""),
    "route_case": ("Known routes", f"""
case_id | string | | Id | key
origin_zone | string | | Zone of origin | req fk=zone
destination_zone | string | | Zone of destination | req fk=zone
origin_node | string | | Node at which the route starts | req fk=node
destination_node | string | | Node at which it ends | req fk=node
class_id | string | | Class | req fk=commodity.commodity_id
date | string | | Time | req
branch_ids | string | | Branches of corridor_link.csv, divided by ; |
judge | string | | How the case is judged | req enum=branch,via_nodes,price_part,not_counted
via_nodes | string | | Nodes passed, in order | list=node
modes | string | | Modes, divided by ; | req
distance_km | number | km | Length through the network | min=0
long | string | | Longer than 1,500 km | req enum=yes,no
dominant | string | | Said to be the main way of the relation | req enum=yes,no,claim
days_low | number | d | Days, low | min=0
days | number | d | Days | min=0
days_high | number | d | Days, high | min=0
cost_low | number | see cost_unit | Price, low | min=0
cost | number | see cost_unit | Price | min=0
cost_high | number | see cost_unit | Price, high | min=0
cost_unit | string | | Unit of the price | enum=US$/FEU,US$/TEU,US$/truck,US$/container
cost_from | string | | Start of the part that the price is for; empty = all | fk=node
cost_to | string | | End of it | fk=node
days_from | string | | Start of the part that the days are for; empty = all | fk=node
days_to | string | | End of it | fk=node
fact_ids | string | | Sources behind it | list=source
{PROOF}{NOTE}
"""),
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
    "strain": ("What presses on relations: dated indices", f"""
strain_id | string | | Id | key
name | string | | Name | req
reads | string | | How the index is read: as it is, or as what it leaves of belief (1 less the index, at least 0) | req enum=index,credibility
{SUBJECTS}
reference_date | date | | Day whose prices the package has: effects are of the index beyond that day's | req
{PROOF}{NOTE}
"""),
    "strain_driver": ("What strains are made of", f"""
driver_id | string | | Id | key
strain | string | | Strain | req fk=strain
kind | string | | What counts: the time from from_date to until_date, every incident of the subject, every dated statement tagged with it, every step up by its actor; a condition multiplies the sum by strength to the power of weight | req enum=period,incident,statement,step,condition
subject | string | | Whose | req fk=subject
at | string | | Only incidents that are about this one too | fk=subject
from_date | date | | First day |
until_date | date | | First day on which it is over; empty = lasts |
fade | number | months | Time in which an event fades to nothing, in a straight line; empty = never | min=0
fade_low | number | months | Low | min=0
fade_high | number | months | High | min=0
weight~ | number | share | Part of the index when fresh; of a condition the elasticity of the index | req
strength | number | factor | 1 = as recorded; of a condition 1 is neutral | req min=0
{PROOF}{NOTE}
"""),
    "strain_effect": ("What strains do to links and tariffs", f"""
effect_id | string | | Id | key
strain | string | | Strain | req fk=strain
parameter | string | | What changes; a gate opens its links below the index `value` and shuts them from there on | req enum=gate,tariff,border_time,border_cost,speed,capacity
target_ids | string | | Links, or states where it is a tariff | req
value~ | number | see unit | Change of a factor of 1 per unit of the index beyond that of the reference day, or the index of a gate | req
unit | string | | Unit of value | req enum=index,factor per index
{PROOF}{NOTE}
"""),
    "strain_push": ("What strains add to a state's chance of a step towards Kabul, where a forecast switches it on", f"""
push_id | string | | Id | key
actors | string | | Whose | req list=actor
strain | string | | Strain | req fk=strain
value~ | number | log odds | Added to the log odds a month of a move up, per unit of the strain's reading | req
{PROOF}{NOTE}
"""),
    "delisting_path": ("What an actor's law asks for before a delisting", f"""
actor | string | | Actor | key fk=actor
seq | integer | | Order | key
subject | string | | A dated event tagged with this subject must have happened | req fk=subject
{PROOF}{NOTE}
"""),
    "engagement_weight": ("What an engagement index is put together with", f"""
kind | string | | Rung of the ladder, kind of meeting (step), subject of early rounds of talks, meetings that complete half of the rung of contact, power that contests Kabul | key enum=rung,contact,early,half,power
name | string | | Level, step, subject, actor | key
value~ | number | see unit | Weight | req min=0
unit | string | | Unit of value | req
{PROOF}{NOTE}
"""),
    "affiliation": ("Where the authors of a source work", f"""
author | string | | Author, or the publisher | key
affiliation | string | | Institution | key
short | string | | Its abbreviation, or empty |
{PROOF.replace("Where it comes from | req", "The source that the author wrote, which names the institution | key")}{NOTE}
"""),
    "quotation": ("Rows in which a source quotes another", f"""
row_id | string | | Row of statement.csv or prediction.csv | key
quotes | string | | Source quoted | req fk=source
{PROOF}{NOTE}
"""),
    "stance": ("How bodies stand towards others by what a statement shows", f"""
statement_id | string | | Statement | key fk=statement
body | string | | Whose stance | key fk=subject
towards | string | | Towards whom or what | key fk=subject
value~ | number | -1 to 1 | -1 hostile, 0 neutral, 1 friendly | req min=-1 max=1
{PROOF}{NOTE}
"""),
    "ladder_prior": ("What the engagement ladder takes its parameters to be before it sees a move", f"""
parameter | string | | Parameter; docs/methods/engagement.md has the equation | key
distribution | string | | Family | req enum=normal,half_normal,gamma,beta,dirichlet
first | number | of the parameter | Mean of a normal, scale of a half-normal, shape of a gamma, first shape of a beta, weight of a Dirichlet | req
second | number | of the parameter | Standard deviation of a normal, scale of a gamma, second shape of a beta |
blind_first | number | of the parameter | first, as one who saw no move since 2021 would have it: for forecasts of the past | req
blind_second | number | of the parameter | second, likewise |
value | number | of the parameter | Median of the prior | req
value_low | number | of the parameter | 2.5 % quantile | req
value_high | number | of the parameter | 97.5 % quantile | req
{PROOF}{NOTE}
"""),
    "ladder_setting": ("Fixed numbers of the engagement ladder", f"""
setting | string | | Name | key
value | number | see unit | Value | req min=0
value_low | number | see unit | Low | req min=0
value_high | number | see unit | High | req min=0
unit | string | | Unit | req
{PROOF}{NOTE}
"""),
    "ladder_gate": ("Who may wait for whose recognition", f"""
actor | string | | Who waits | key fk=actor
waits_for | string | | For whom | key fk=actor
{PROOF}{NOTE}
"""),
    "engagement_coverage": ("How closely events were looked up", f"""
coverage | string | | How closely | key enum=full,thin
from_date | date | | First day | req
until_date | date | | Last day | req
{PROOF}{NOTE}
"""),
    "ladder_fit": ("Posterior of the engagement ladder, parameter by parameter (`./dev posterior`)", f"""
terms | string | | Terms that are switched on beside the covariates | key enum=none,peers,gate,peers_gate
parameter | string | | Parameter; actor.X is the effect of actor X | key
value | number | of the parameter | Mean | req
value_low | number | of the parameter | 5 % quantile | req
value_high | number | of the parameter | 95 % quantile | req
mode | number | of the parameter | Most probable value, of the joint density of unbounded parameters | req
r_hat | number | ratio | Rank-normalised split R-hat of four chains | req min=0
bulk_ess | number | draws | Effective draws | req min=0
{PROOF}{NOTE}
"""),
    "ladder_draw": ("Draws of the posterior of the engagement ladder (`./dev posterior`)", """
terms | string | | Terms that are switched on beside the covariates | key enum=none,peers,gate,peers_gate
draw | integer | | Number | key min=1
numbers | string | | Parameters in the order of ladder_prior.csv, without the Dirichlet's, then the jumps' two shares, then the effects of the followed actors in the order of actor.csv; divided by ; | req
"""),
    "ladder_payoff": ("What a level of engagement is worth to a neighbour (`chorsu forecast payoffs --write`)", f"""
actor | string | | Who moves | key fk=actor
level | integer | | To which level; others stand as they did on the day | key min=1 max=7
gain | number | million US$/yr | Revenue and surplus, over the level below | req
revenue | number | million US$/yr | Transit revenue of its state, net of avoidable cost | req
surplus | number | million US$/yr | Surplus of its traders | req
date | date | | Day whose network and trade it is of | req
trade_cost | number | million US$/yr | Trade cost of all states in that year: tells whether the table is of this package | req min=0
{PROOF}{NOTE}
"""),
    "source": ("Sources", """
source_id | string | | Id | key
kind | string | | Kind | req enum=observed,derived,published,general_knowledge,assumption,default
title | string | | What it is | req
publisher | string | | Who says so |
date | string | | When |
url | string | | Where | re=https?://[^ ]+
rests_on | string | | Sources that it rests on | list=source
"""),
}


def fields(table):
    """The columns of a table as dicts: name, type, unit, description, constraints, key, fk, list."""
    out = []
    for line in filter(None, TABLES[table][1].splitlines()):
        name, kind, unit, description, marks = (part.strip() for part in line.split("|", 4))
        for suffix in TRIPLE if name.endswith("~") else ("",):
            out.append(field(name.rstrip("~") + suffix, kind, unit, description + WORDS[suffix], marks))
    return out


def field(name, kind, unit, description, marks):
    out = {"name": name, "type": kind, "unit": unit, "description": description, "constraints": {}, "key": False, "fk": None, "list": None}
    for word in filter(None, MARK.split(marks)):
        mark, _, value = word.partition("=")
        if mark == "key":
            out["key"] = out["constraints"]["required"] = True
        elif mark == "req":
            out["constraints"]["required"] = True
        elif mark in ("min", "max"):
            out["constraints"]["minimum" if mark == "min" else "maximum"] = float(value) if "." in value else int(value)
        elif mark == "enum":
            out["constraints"]["enum"] = [int(v) if kind == "integer" else v for v in value.split(",")]
        elif mark == "re":
            out["constraints"]["pattern"] = value
        elif mark in ("fk", "list"):
            out[mark] = value
        else:
            raise ValueError(f"unknown mark {word} of {name}")
    return out


def columns(table):
    return [f["name"] for f in fields(table)]


def key(table):
    return [f["name"] for f in fields(table) if f["key"]]
