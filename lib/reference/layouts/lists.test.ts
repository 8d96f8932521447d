import { describeLayouts } from '@/tests/support/reference-file';

describeLayouts('a published layout of a list is read as it is', {
  'a list of stop words, each list as a whole': {
    kind: 'stop-words',
    text: `term,scope,sources,note
Parts,goods,a,
accessories,goods,a,
parts,goods,b,
glass,goods,a,temporarily disabled in 2025
to order,party,a,
things,things,a,`,
    rows: ['goods {"terms":["accessories","parts"]}', 'party {"terms":["to order"]}'],
    found: ['5 note disabled temporarily disabled in 2025', '7 scope not_in_list things'],
  },
  'descriptions judged vague': {
    kind: 'vague-terms',
    text: 'description\nassorted bits\n"10.00, boys"\n',
    rows: ['descriptions {"terms":["10.00, boys","assorted bits"]}'],
  },
  'phrases to leave out, as plain lines': {
    kind: 'vague-terms',
    options: { series: 'phrases' },
    text: 'no commercial value\n\n(value for customs, only)\r\n"open quote',
    rows: ['phrases {"terms":["\\"open quote","(value for customs, only)","no commercial value"]}'],
  },
  'patterns, of which no costly one is taken': {
    kind: 'vague-terms',
    options: { series: 'patterns' },
    text: '# a remark\n^banner-\\d+$\n^(a+)+$\n^[a-\n',
    rows: ['fpo_1 {"pattern":"^banner-\\\\d+$"}'],
    found: ['3 line pattern_costly ^(a+)+$', '4 line pattern_unreadable ^[a-'],
  },
  'controls on goods': {
    kind: 'controls',
    text: `control,description,status,hs_indicative,keywords,basis
live_animals,Live animals,prohibited,01 0301,live fish;reptile,UPU Convention
waste,Waste,restricted,3825 39,,Basel Convention
nothing,Nothing,restricted,,,National law
odd,Odd,forbidden,010,thing,National law`,
    rows: [
      'live_animals {"status":"prohibited","ground":"Live animals (UPU Convention)","words":["live fish","reptile"],"prefixes":["01","0301"]}',
      'waste {"status":"restricted","ground":"Waste (Basel Convention)","words":[],"prefixes":["3825","39"]}',
    ],
    found: ['4 keywords without_effect ', '5 status not_in_list forbidden', '5 hs_indicative shape 010'],
  },
  'labelled descriptions of two sources, by chapter': {
    kind: 'goods-terms',
    text: `description,code,hs6,hs4,source,hs6_valid_2022
Tea Lights,34060000,340600,3406,list_a,1
tea lights,34060000,340600,3406,list_a,1
soap dish,39249000,392490,3924,list_a,1
hand soap,34013000,340130,3401,list_a,1
pillar candle,34060000,340600,3406,list_b,1
no heading,3406,3406,34,list_a,0
,34060000,340600,3406,list_a,1`,
    rows: [
      'list_a/34 {"headings":{"3401":["hand soap"],"3406":["tea lights"]}}',
      'list_a/39 {"headings":{"3924":["soap dish"]}}',
      'list_b/34 {"headings":{"3406":["pillar candle"]}}',
    ],
    found: ['7 hs4 shape 34', '8 description required '],
  },
  'denied parties of several lists; an order that ran out denies nobody': {
    kind: 'denied-parties',
    text: `list,uid,entity_type,name,aliases,countries,addresses,dob,programs,ref
TEST_A,1,person,"VOSTRIK, Ilmarec",Ilmar Vostrik | I. Vostrik | Ilmar Vostrik,Erewhon | Utopia,"1 Tarn Lane, Utopia",,ALPHA,
TEST_A,2,vessel,GOLDEN PERIGEE,,,,,ALPHA,
TEST_B,DPL-1,unknown,Kestrelmont,,,,,from 06/19/2003 to 06/29/2056,
TEST_B,DPL-2,unknown,Old Order,,,,,from 06/19/2003 to 06/29/2020,
TEST_B,DPL-3,unknown,No End,,,,,from 06/19/2003 to ,
TEST_B,DPL-4,ghost,Ghost,,,,,,
TEST_B,,unknown,,,,,,,`,
    rows: [
      'TEST_A/1 {"name":"VOSTRIK, Ilmarec","type":"person","aliases":["Ilmar Vostrik","I. Vostrik"],"countries":["Erewhon","Utopia"],"addresses":["1 Tarn Lane, Utopia"],"programs":["ALPHA"]}',
      'TEST_A/2 {"name":"GOLDEN PERIGEE","type":"vessel","aliases":[],"countries":[],"addresses":[],"programs":["ALPHA"]}',
      'TEST_B/DPL-1 ..2056-06-29 {"name":"Kestrelmont","type":"unknown","aliases":[],"countries":[],"addresses":[],"programs":["from 06/19/2003 to 06/29/2056"]}',
      'TEST_B/DPL-3 {"name":"No End","type":"unknown","aliases":[],"countries":[],"addresses":[],"programs":["from 06/19/2003 to"]}',
    ],
    found: [
      '3 entity_type not_a_party vessel',
      '5 programs expired from 06/19/2003 to 06/29/2020',
      '7 entity_type not_in_list ghost',
      '8 uid required ',
      '8 name required ',
    ],
  },
  'vendor scheme numbers with their days': {
    kind: 'scheme-numbers',
    text: `scheme_number,holder,trading_names,valid_from,valid_to
IM5280000001,Linden Thread Works,Threadly | Linden | Threadly,2026-01-01,
IM5280000002,Old Bazaar,,2025-01-01,2025-12-31
IM5280000003,,,2026-01-01,
IM528-4,Short,,2026-01-01,
IM5280000005,No Day,,,
IM5280000006,Backwards,,2026-02-01,2026-01-31`,
    rows: [
      'IM5280000001 2026-01-01.. {"holder":"Linden Thread Works","tradingNames":["Threadly","Linden"]}',
      'IM5280000002 2025-01-01..2025-12-31 {"holder":"Old Bazaar","tradingNames":[]}',
    ],
    found: [
      '4 holder required ',
      '5 scheme_number shape IM528-4',
      '6 valid_from required ',
      '7 valid_to period 2026-01-31',
    ],
  },
  'customs offices of the territory': {
    kind: 'offices',
    text: `id,country,name,language,roles
NL000510,NL,ROTTERDAM,NL,DEP DES  ENT
CH001251,CH,BASEL,DE,DEP
NL5,NL,SHORT,NL,DEP`,
    rows: ['NL000510 {"name":"ROTTERDAM","country":"NL","roles":["DEP","DES","ENT"]}'],
    found: ['3 country outside_territory CH', '4 id shape NL5'],
  },
  'places with a function': {
    kind: 'locations',
    text: `locode,country,name,name_ascii,subdivision,function,status,date,iata,coordinates,remarks,edition
NLRTM,NL,Rotterdam,Rotterdam,ZH,12345---,AF,0401,,5155N 00430E,,2024-2
NLXXX,NL,Gone,Gone,,1-------,XX,0401,,,,2024-2
NLR,NL,Short,Short,,1-------,AF,0401,,,,2024-2`,
    rows: ['NLRTM {"name":"Rotterdam","function":"12345---","subdivision":"ZH","coordinates":"5155N 00430E"}'],
    found: ['3 status to_be_removed XX', '4 locode shape NLR'],
  },
  'every place by name': {
    kind: 'locations',
    text: 'locode,name\nNLRTM,Rotterdam\nNLAMS,\n',
    rows: ['NLRTM {"name":"Rotterdam"}'],
    found: ['3 name required '],
  },
  'countries of ISO 3166-1': {
    kind: 'countries',
    text: 'alpha2,alpha3,numeric,name_en,name_display,currency\nNL,NLD,528,Netherlands (the),Netherlands,EUR\nnl,NLD,528,x,x,EUR\n',
    rows: ['NL {"name":"Netherlands","alpha3":"NLD","numeric":"528"}'],
    found: ['3 alpha2 shape nl'],
  },
  'codes customs uses beside them': {
    kind: 'countries',
    text: 'code,description\nXK,Kosovo\nEU,European Union\nNL,Netherlands\n',
    rows: ['XK {"name":"Kosovo"}', 'EU {"name":"European Union"}'],
    found: ['4 code shape NL'],
  },
  'currencies with their minor digits': {
    kind: 'currencies',
    text: 'code,numeric,name,minor_unit,entities\nEUR,978,Euro,2,x\nJPY,392,Yen,0,x\nXAU,959,Gold,,x\nABC,111,Odd,two,x\n',
    rows: ['EUR {"name":"Euro","minorDigits":2}', 'JPY {"name":"Yen","minorDigits":0}'],
    found: ['4 minor_unit no_minor_unit ', '5 minor_unit shape two'],
  },
  'currencies with those withdrawn, by the entities that used them': {
    kind: 'currencies',
    options: { validFrom: '2026-01-15' },
    text: `Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate
AUSTRIA,Euro,EUR,978,2,
BELGIUM,Euro,EUR,978,2,
SERBIA AND MONTENEGRO,Euro,EUR,978,2,2006-10
BULGARIA,Bulgarian Lev,BGN,975,2,2026-01
AUSTRIA,Schilling,ATS,040,,2002-03
YUGOSLAVIA,New Yugoslavian Dinar,YUD,890,,1978 to 1981
LAO,Pathet Lao Kip,LAJ,418,,1979-1980
YUGOSLAVIA,Dinar,YUN,890,,1990-07 to 1990-09
ANTARCTICA,No universal currency,,,,
ZZ08_Gold,Gold,XAU,959,-,
CUBA,Peso,CUP,192,2,soon`,
    rows: ['EUR {"name":"Euro","minorDigits":2}', 'BGN ..2026-01-31 {"name":"Bulgarian Lev","minorDigits":2}'],
    found: [
      '4 WithdrawalDate expired 2006-10',
      '6 WithdrawalDate expired 2002-03',
      '7 WithdrawalDate expired 1978 to 1981',
      '8 WithdrawalDate expired 1979-1980',
      '9 WithdrawalDate expired 1990-07 to 1990-09',
      '11 MinorUnit no_minor_unit -',
      '12 WithdrawalDate shape soon',
    ],
  },
  'airports, the confirmed ones': {
    kind: 'locations',
    text: `iata,locode,country,name,coordinates,iata_source,status,confirmed
AMS,NLAMS,NL,Amsterdam,5224N 00454E,iata_column,AI,1
AAB,AUAAB,AU,Arrabury,,location_code,AI,
A-S,NLRTM,NL,Rotterdam,,iata_column,AI,1`,
    rows: ['NLAMS {"name":"Amsterdam","iata":"AMS","coordinates":"5224N 00454E"}'],
    found: ['3 confirmed not_confirmed ', '4 iata shape A-S'],
  },
  'rules on descriptions, with a remark on those made for Latin letters only': {
    kind: 'vague-terms',
    text: 'rule,regex,meaning\nonly_digits,^\\d+$,numbers only\nonly_special,^[^\\w\\s]+$,signs\nOdd rule,^x$,x\nbroken,^(,x\n',
    rows: ['ics2_only_digits {"pattern":"^\\\\d+$"}', 'ics2_only_special {"pattern":"^[^\\\\w\\\\s]+$"}'],
    found: ['3 regex pattern_other_scripts ^[^\\w\\s]+$', '4 rule shape Odd rule', '5 regex pattern_unreadable ^('],
  },
});
