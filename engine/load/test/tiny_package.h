#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "files.h"

namespace chorsu::test {

/// Adds the columns source, confidence and note to every row of a table.
inline std::string sourced(std::string_view table) {
  auto in = std::istringstream{std::string{table}};
  auto out = std::string{};
  auto is_header = true;
  for (auto line = std::string{}; std::getline(in, line); is_header = false) {
    out += line;
    out += is_header ? ",source,confidence,note\n" : ",S1,medium,\n";
  }
  return out;
}

/// Lists the tables as resources; the unit of a link's length is declared.
inline std::string datapackage(Files const& files) {
  auto text = std::ostringstream{};
  text << "{\"name\": \"tiny\", \"resources\": [";
  auto const* between = "\n";
  for (auto const& [file, table] : files) {
    auto const name = file.substr(0, file.find('.'));
    auto const* const fields =
        name == "link" ? R"(, "schema": {"fields": [{"name": "length", "unit": "km"}]})" : "";
    text << between << R"({"name": ")" << name << R"(", "path": ")" << file << '"' << fields << '}';
    between = ",\n";
  }
  text << "\n]}\n";
  return text.str();
}

/// Who and what: sources, states, codes, commodities.
inline void add_basics(Files& files) {
  files["config.csv"] =
      "dataset_name,short_length,long_length,speed,crs,geometry_field_format,currency,"
      "version_number,id_type\ntiny,m,km,kph,EPSG:4326,WKT,USD,0.96,string\n";
  files["source.csv"] =
      "source_id,kind,title,publisher,date,url,rests_on\n"
      "S1,assumption,Made up,,,,S2\nS2,observed,Seen,Somebody,2024,https://example.org,\n";
  files["state.csv"] = sourced("state,name,role\nAAA,Alphaland,core\nBBB,Betaland,external\n");
  files["trade_code.csv"] = "trade_code,name,states\nAAA,Alphaland,AAA\nBBB,Betaland,BBB\n";
  files["commodity.csv"] = sourced(
      "commodity_id,name,examples,class_group,carried_as,value,value_low,value_high,vot,vot_low,"
      "vot_high,theta,theta_low,theta_high,elasticity,elasticity_low,elasticity_high,t_per_teu,"
      "t_per_teu_low,t_per_teu_high,t_per_truck,t_per_truck_low,t_per_truck_high,t_per_wagon,"
      "t_per_wagon_low,t_per_wagon_high,modes\n"
      "boxes,Boxes,toys;shoes,consumer,box,3000,1000,9000,0.2,0.1,0.4,0.02,0.01,0.04,1,0.5,1.5,"
      "11,8,16,18,14,22,24,20,30,rail;road;sea;ferry;air\n"
      "grain,Grain,wheat,food,bulk,400,200,900,0.01,0.005,0.02,0.04,0.02,0.08,0.6,0.3,1,"
      "22,18,25,22,20,25,66,62,70,rail;road;sea;ferry\n");
}

/// Places, links, their dated states and corridors.
inline void add_network(Files& files) {
  files["node.csv"] = sourced(
      "node_id,name,x_coord,y_coord,node_type,zone_id,state\n"
      "ada,Ada,60,40,city,z-ada,AAA\naport,Aport,61,41,port,,AAA\nbim,Bim,62,42,rail_border,,BBB\n"
      "bor,Bor,63,43,city,z-bor,BBB\nbport,Bport,64,44,port,z-bport,BBB\n"
      "strait,Strait,63,40,chokepoint,,\n");
  files["link.csv"] = sourced(
      "link_id,from_node_id,to_node_id,directed,length,length_low,length_high,facility_type,mode,"
      "gauge_mm,tracks,electrified,status,opened,expected,expected_low,expected_high,terrain,"
      "capacity_id,basin\n"
      "rail--ada--aport,ada,aport,false,100,95,105,rail,rail,1520,1,no,operational,,,,,,rail-1,\n"
      "rail--ada--bim,ada,bim,false,120,110,130,rail,rail,1520,1,no,operational,,,,,,rail-1,\n"
      "rail--bim--bor,bim,bor,false,80,75,85,rail,rail,1435,1,no,operational,,,,,,rail-1,\n"
      "road--ada--bor,ada,bor,false,210,200,220,road,road,,,,operational,,,,,,road-1,\n"
      "road--bor--bport,bor,bport,false,50,45,55,road,road,,,,operational,,,,,,road-1,\n"
      "sea--aport--strait,aport,strait,false,300,290,310,sea,sea,,,,operational,,,,,,,gulf\n"
      "sea--strait--bport,strait,bport,false,90,80,100,sea,sea,,,,operational,,,,,,,gulf\n"
      "rail--bor--bport,bor,bport,false,45,40,50,rail,rail,1435,1,no,planned,,2032,2030,2040,,"
      "rail-1,\n"
      "ferry--aport--bport,aport,bport,false,390,370,400,ferry,ferry,,,,operational,,,,,,,strait\n"
      "power-line--ada--bor,ada,bor,false,205,200,210,power_line,power_line,,,,operational,,,,,,"
      ",\n");
  files["zone.csv"] = sourced(
      "zone_id,name,state,node_id,trade_code,kind,access_km,access_km_low,access_km_high,"
      "access_basin\n"
      "z-ada,Ada and around,AAA,ada,AAA,core,0,0,0,\nz-bor,Bor,BBB,bor,BBB,external,0,0,0,\n"
      "z-bport,Far islands,BBB,bport,BBB,external,500,450,550,gulf\n");
  files["status.csv"] = sourced(
      "status_id,link_id,node_id,from_date,until_date,status\n"
      "ST1,rail--bim--bor,,2021-05-21,2022-03-13,suspended\nST2,,strait,2026-03-01,,suspended\n");
  files["status_rule.csv"] = sourced(
      "status,opens\noperational,always\nunder_construction,expected_year\nplanned,lever\n"
      "suspended,evidence_or_lever\n");
  files["corridor.csv"] =
      "corridor_id,name,origin,destination,description\n"
      "inner,Inner Corridor,ada,bor,By rail\nwires,Wires,ada,bor,Power\n";
  files["corridor_link.csv"] =
      "corridor_id,branch_id,seq,link_id\n"
      "inner,inner/ada-bor,1,rail--ada--bim\ninner,inner/ada-bor,2,rail--bim--bor\n"
      "wires,wires/members,1,power-line--ada--bor\n";
}

/// What limits the flow.
inline void add_capacities(Files& files) {
  files["capacity.csv"] = sourced(
      "capacity_id,mode,applies_to,capacity,capacity_low,capacity_high,bpr_alpha,bpr_alpha_low,"
      "bpr_alpha_high,bpr_beta,bpr_beta_low,bpr_beta_high\n"
      "rail-1,rail,single track,10000000,6000000,15000000,0.5,0.25,1,4,3,6\n"
      "road-1,road,two lanes,5000000,3000000,8000000,0.5,0.25,1,4,3,6\n");
  files["crossing_capacity.csv"] = sourced(
      "link_id,capacity,capacity_low,capacity_high,bpr_alpha,bpr_beta\n"
      "rail--ada--bim,4000000,3000000,6000000,1,8\nroad--ada--bor,1000000,500000,2000000,1,8\n");
  files["port.csv"] = sourced(
      "node_id,capacity,capacity_low,capacity_high,teu_capacity,bpr_alpha,bpr_beta\n"
      "aport,11000000,8000000,16000000,140000,0.7,5\nbport,6000000,4000000,7000000,,0.7,5\n");
  files["ferry.csv"] = sourced(
      "link_id,carries,capacity,capacity_low,capacity_high,headway,headway_low,headway_high,"
      "bpr_alpha,bpr_beta\nferry--aport--bport,both,2000000,1000000,3500000,24,12,96,0.6,4\n");
}

/// Prices and times of ways.
inline void add_prices(Files& files) {
  files["tariff.csv"] = sourced(
      "state,mode,cargo,tariff,tariff_low,tariff_high\nAAA,rail,bulk,0.05,0.03,0.09\n"
      "AAA,rail,container,0.065,0.04,0.11\nAAA,road,all,0.1,0.06,0.15\n"
      "BBB,rail,all,0.04,0.03,0.05\nBBB,road,all,0.08,0.06,0.15\n");
  files["speed.csv"] = sourced(
      "state,mode,speed,speed_low,speed_high\nAAA,rail,18,12,27\nAAA,road,34,30,37\n"
      "*,rail,30,20,40\nBBB,road,50,40,60\n");
  files["sea_rate.csv"] = sourced(
      "rate_id,basin,mode,carried_as,class_groups,rate,rate_low,rate_high,call,call_low,call_high,"
      "handling_included,speed,speed_low,speed_high,headway_factor,headway_factor_low,"
      "headway_factor_high,load_h,load_h_low,load_h_high,discharge_h,discharge_h_low,"
      "discharge_h_high\n"
      "SR1,gulf,sea,box,consumer,0.05,0.04,0.06,10,5,15,true,20,15,25,0,0,0,48,24,96,24,12,48\n"
      "SR2,gulf,sea,bulk,food,0.02,0.01,0.03,0,0,0,false,17,14,20,0,0,0,72,24,96,36,12,48\n"
      "SR3,strait,ferry,wagon,consumer;food,0.04,0.03,0.05,5,4,6,true,20,15,25,1,1,3,0,0,0,4,2,8\n"
      "SR4,strait,ferry,truck,consumer;food,0.05,0.04,0.06,6,5,7,true,20,15,25,1,1,3,0,0,0,4,2,"
      "8\n");
  files["air_rate.csv"] = sourced(
      "link_id,from_node_id,to_node_id,rate,rate_low,rate_high,hours,hours_low,hours_high\n");
  files["relation_value.csv"] =
      sourced("exporter,importer,commodity_id,vot,vot_low,vot_high\nAAA,BBB,boxes,0.7,0.3,1.5\n");
  files["avoidable_cost.csv"] = sourced(
      "mode,item,share,share_low,share_high\nrail,tariff,0.6,0.4,0.8\nroad,tariff,0.8,0.7,0.9\n"
      "border,fee,0.2,0.1,0.4\nport,handling,0.5,0.4,0.7\n");
}

/// Prices and times of borders, transfers and access.
inline void add_transfers(Files& files) {
  files["handling.csv"] = sourced(
      "handling_id,operation,node_id,carried_as,cost,cost_low,cost_high,unit,hours,hours_low,"
      "hours_high\n"
      "H1,port,aport,box,120,70,200,US$/TEU,0,0,0\nH2,port,*,bulk,8,4,12,US$/t,0,0,0\n"
      "H3,gauge_change,*,bulk,300,200,500,US$/wagon,12,6,48\n");
  files["crossing.csv"] = sourced(
      "link_id,from_node_id,to_node_id,state,role,hours,hours_low,hours_high,fee,fee_low,fee_high,"
      "fee_unit,includes_transfer,basis\n"
      "rail--ada--bim,ada,bim,AAA,exit,14,5,38,60,36,108,US$/wagon_or_teu,true,own\n"
      "rail--ada--bim,ada,bim,BBB,entry,22,7,58,90,54,162,US$/wagon_or_teu,true,own\n"
      "rail--ada--bim,bim,ada,BBB,exit,14,5,38,60,36,108,US$/wagon_or_teu,false,own\n"
      "rail--ada--bim,bim,ada,AAA,entry,22,7,58,90,54,162,US$/wagon_or_teu,false,own\n"
      "road--ada--bor,ada,bor,AAA,exit,6,2,12,60,36,108,US$/truck,false,rule\n"
      "road--ada--bor,ada,bor,BBB,entry,9,3,18,90,54,162,US$/truck,false,rule\n"
      "road--ada--bor,bor,ada,BBB,exit,6,2,12,60,36,108,US$/truck,false,rule\n"
      "road--ada--bor,bor,ada,AAA,entry,9,3,18,90,54,162,US$/truck,false,rule\n");
  files["access_rule.csv"] = sourced(
      "rule_id,kind,target_ids,class_group,commodities,one_end_in,other_end_in,no_end_in,"
      "not_between,value,value_low,value_high,unit,from_date\n"
      "AR1,crossing,road--ada--bor,consumer,,,,AAA,,20,5,60,US$/t,\n"
      "AR2,node,aport;bport,all,grain,AAA,BBB,,,6,0,20,US$/t,2022-02-24\n"
      "AR3,tariff_factor,rail--ada--bim,all,,,,,,0.6,0.5,0.8,factor,\n");
}

/// What moves.
inline void add_trade(Files& files) {
  files["trade.csv"] = sourced(
      "exporter,importer,value_usd,value_usd_low,value_usd_high,unit_value_usd_per_t,tonnes_all,"
      "freight_share,factor,tonnes,tonnes_low,tonnes_high,rule\n"
      "AAA,BBB,40000000,30000000,50000000,400,100000,0.8,1.5,120000,78000,180000,target\n"
      "BBB,AAA,10000000,9000000,11000000,500,20000,1,1,20000,13000,30000,target\n");
  files["class_share.csv"] = sourced(
      "exporter,importer,commodity_id,share,share_low,share_high\n"
      "AAA,BBB,boxes,0.25,0.2,0.3\nAAA,BBB,grain,0.75,0.7,0.8\nBBB,AAA,boxes,1,0.9,1\n");
  files["zone_weight.csv"] = sourced(
      "trade_code,partner,direction,class_group,zone_id,weight,weight_low,weight_high\n"
      "AAA,*,both,all,z-ada,1,1,1\nBBB,*,both,all,z-bor,0.4,0.3,0.5\n"
      "BBB,*,both,all,z-bport,0.6,0.5,0.7\n");
  files["trade_total.csv"] = sourced(
      "state,tonnes,tonnes_low,tonnes_high,imports_tonnes,basis\n"
      "AAA,140000,100000,200000,20000,observed\n");
  files["growth.csv"] = sourced(
      "state,class_group,rate,rate_low,rate_high,first_year,last_year\n"
      "AAA,consumer,3.2,1.1,6,2024,2035\nAAA,food,2.5,0.8,4.4,2024,2035\n");
}

/// What may change, other names, what was seen.
inline void add_projects(Files& files) {
  files["project.csv"] = sourced(
      "project_id,title,kind,corridor_id,status,earliest,expected,latest,sponsors,capex_usd_m,"
      "capex_usd_m_low,capex_usd_m_high,requires,excludes\n"
      "bor_bport,Bor-Bport railway,build,inner,planned,2030,2032,2040,BBB,600,500,800,,\n"
      "harbour,Bigger harbour,upgrade,,planned,2028,2030,2035,AAA;BBB,100,80,150,bor_bport,\n"
      "rival,Rival of the railway,build,,planned,2030,2032,2040,,50,40,60,,bor_bport\n");
  files["project_link.csv"] =
      "project_id,link_id,role,seq\nbor_bport,rail--bor--bport,own,1\n"
      "bor_bport,rail--bim--bor,shared,1\n";
  files["project_effect.csv"] = sourced(
      "effect_id,project_id,target_kind,target_id,parameter,operator,value,value_low,value_high,"
      "unit,from,one_end_in,other_end_in\n"
      "E1,harbour,node,bport,port_capacity,set,9000000,7000000,12000000,t/yr both directions,"
      "opening+6y,,\n"
      "E2,harbour,node,bport,port_teu,set,90000,70000,120000,TEU/yr,opening,,\n"
      "E3,harbour,state_mode,BBB:rail,tariff,multiply,0.8,0.6,0.9,factor,2030-01-01,AAA,BBB\n"
      "E4,bor_bport,crossing,rail--ada--bim,border_time,multiply,0.7,0.5,0.9,factor,opening,,\n");
  files["alias.csv"] =
      "alias,kind,id\nbimgate,crossing,rail--ada--bim\nbim,crossing,rail--ada--bim\n"
      "al,state,AAA\nbor-railway,project,bor_bport\nbay,node,bport\n";
  files["observation.csv"] = sourced(
      "observation_id,entity,entity_kind,entity_ids,measure,period,quantity,quantity_low,"
      "quantity_high,use,weight,score_group,independence\n"
      "V1,The gate,crossing,rail--ada--bim,flow,2024,90000,80000,100000,validate,1,,\n"
      "V2,Both,pair,AAA;BBB,tonnes,2024,,,,none,0,,\n");
  files["route_case.csv"] = sourced(
      "case_id,origin_zone,destination_zone,origin_node,destination_node,class_id,date,branch_ids,"
      "judge,via_nodes,modes,distance_km,long,dominant,days_low,days,days_high,cost_low,cost,"
      "cost_high,cost_unit,fact_ids\n"
      "R1,z-ada,z-bor,ada,bor,boxes,2024,inner/ada-bor,branch,bim,rail,200,no,yes,1,2,3,,,,,S1\n");
}

/// Two states, six places, rail, road and sea between them: the least that makes a sound package.
inline Files tiny_package() {
  auto files = Files{};
  add_basics(files);
  add_network(files);
  add_capacities(files);
  add_prices(files);
  add_transfers(files);
  add_trade(files);
  add_projects(files);
  files["datapackage.json"] = datapackage(files);
  return files;
}

}  // namespace chorsu::test
