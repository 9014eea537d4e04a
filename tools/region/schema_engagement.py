"""Strains, the engagement ladder, and the sources of all."""

from schema_words import SUBJECTS, PROOF, NOTE

TABLES = {
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
