#pragma once

#include "tiny_package.h"

namespace chorsu::test {

/// Who took a step or listed somebody.
inline void add_actors(Files& files) {
  files["actor.csv"] =
      "actor_id,name,followed,state\nAAA,Alphaland,true,AAA\nBBB,Betaland,false,BBB\n";
  files["engagement_event.csv"] = sourced(
      "event_id,date,date_earliest,date_latest,precision,actor,counterpart,step,level_before,"
      "level_after,known_from,known_basis,statement,corrects,also\n"
      "E1,2021-08-15,2021-08-15,2021-08-15,day,AAA,BBB,baseline,1,1,2021-08-15,baseline,Start,,\n"
      "E2,2023-04-15,2023-04-01,2023-04-30,month,AAA,BBB,contact,1,3,2023-05-02,publication,"
      "Met,,S2\n");
  files["designation.csv"] = sourced(
      "designation_id,actor,entity,designation,date,date_earliest,date_latest,precision,"
      "known_from,also\nD1,AAA,Band,listed,2003-07-01,2003-01-01,2003-12-31,year,2003-12-31,\n"
      "D2,BBB,Band,unknown,,,,,,\n");
  files["actor_covariate.csv"] = sourced(
      "actor,borders_afghanistan,border_km,trade_2021,trade_2022,trade_2023,trade_2024,"
      "trade_2025,trade_source,trans_afghan_dependence,isisk_exposure_2021,isisk_exposure_now,"
      "ttp_exposure_now,hr_conditionality_2021,hr_conditionality_now,bloc,ties_russia,ties_china,"
      "ties_us_west,ties_gulf,peers_followed,memberships,project_stakes,terror_listed_2021,"
      "terror_listed_now,level_2021,level_now,resists_taliban\n"
      "AAA,true,144,653,,867,,1700,S1,0.9,0.7,0.7,0,0.3,0.1,RUS,0.6,0.6,0.3,0.4,AAA;BBB,SCO;OIC,"
      "a line,,true,1,3,false\n");
}

/// What was said, what contradicts it, and what was foretold.
inline void add_statements(Files& files) {
  files["subject.csv"] =
      "subject_id,name,names,kind,actor,node,corridor,project,belongs_to\n"
      "or.court,Court of Alphaland,,body,,,,,st.aaa\n"
      "st.aaa,Alphaland,Alpha;The Alphas,state,AAA,,,,\n"
      "bx.bim,Bim gate,,crossing,,bim,,,st.aaa\n";
  files["statement.csv"] = sourced(
      "statement_id,kind,date,date_earliest,date_latest,precision,until_date,ended_by,statement,"
      "value,unit,subjects,said_by,published,known_from,corrects\n"
      "F1,status,2022-06-11,2022-06-11,2022-06-11,day,2023-04-15,E2,Not met,,,st.aaa,Author,"
      "2022-06-11,2022-06-11,\n"
      "F2,quantity,2022-06-11,2022-06-11,2022-06-11,day,,,Killed,145,deaths,or.court;st.aaa,"
      "Author,2022-06-11,2022-09-01,F3\n"
      "F3,quantity,2022-06-11,2022-06-11,2022-06-11,day,,,Killed,140,deaths,st.aaa,Author,"
      "2022-06-11,2022-06-11,\n");
  files["contradiction.csv"] = sourced(
      "contradiction_id,topic,kind,severity,subjects,reading,handling\n"
      "X1,Toll,count,low,st.aaa,Keep both,\n");
  files["version.csv"] = sourced(
      "version_id,contradiction_id,date,date_earliest,date_latest,precision,until_date,ended_by,"
      "statement,statements,said_by,published,known_from,also\n"
      "X1a,X1,2022-06-11,2022-06-11,2022-06-11,day,,,145,F2,Author,2022-06-11,2022-06-11,\n"
      "X1b,X1,2022-06-11,2022-06-11,2022-06-11,day,,,140,F3,Other,2022-06-12,2022-06-12,S2\n");
  files["prediction.csv"] = sourced(
      "prediction_id,issuer,date,date_earliest,date_latest,precision,known_from,statement,"
      "conditions,horizon,decided_by,outcome,outcome_note,outcome_known_from,subjects,said_by,"
      "also\nP1,Author,2022-06-11,2022-06-11,2022-06-11,day,2022-06-11,They will meet,none,soon,"
      "A meeting,met,met in April,2023-05-02,st.aaa,Author,\n");
}

/// Dated evidence of the tiny package: a step, a listing, who said what, and what happened.
inline void add_evidence(Files& files) {
  add_actors(files);
  add_statements(files);
  files["incident.csv"] = sourced(
      "incident_id,date,date_earliest,date_latest,precision,known_from,place,state,x_coord,"
      "y_coord,area,group,target,nationality,deaths,corridors,consequence,stop_days,subjects\n"
      "I1,2022-01-05,2022-01-05,2022-01-05,day,2022-01-05,Bim,AAA,0,0,A-1,band,gate,AAA,3,,"
      "gate shut,2,bx.bim\n");
  files["closure.csv"] = sourced(
      "closure_id,date,date_earliest,date_latest,precision,until_date,last_look,known_from,"
      "crossing,node,side_a,side_b,reason,extent,statement,subjects\n"
      "K1,2022-01-05,2022-01-05,2022-01-05,day,2022-01-07,,2022-01-05,Bim gate,bim,AAA,BBB,attack,"
      "total,two days,bx.bim\n"
      "K2,2025-01-05,2025-01-05,2025-01-05,day,,2026-01-31,2025-01-05,Bim gate,bim,AAA,BBB,"
      "dispute,partial,,bx.bim\n");
  files["opening.csv"] = sourced(
      "opening_id,link_id,date,date_earliest,date_latest,precision,known_from,subjects\n"
      "O1,rail--ada--bim,2011-07-01,2011-01-01,2011-12-31,year,2011-12-31,bx.bim\n");
  files["datapackage.json"] = datapackage(files);
}

}  // namespace chorsu::test
