"""Networks, states, zones and trade."""

from schema_words import PROOF, NOTE, STATUS, MODES

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
}
