"""Prices, borders, projects, rules of access, and what was observed."""

from schema_words import PROOF, NOTE, MEASURE

TABLES = {
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
}
