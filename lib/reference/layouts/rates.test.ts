import { describe, expect, it } from 'vitest';
import { describeLayouts, fileOf, foundIn, rowsOf } from '@/tests/support/reference-file';

describeLayouts('a published layout of rates and codes of goods is read as it is', {
  'the Harmonized System, parents and levels checked': {
    kind: 'hs',
    text: `code,level,parent,section,description,special
61,2,,XI,Knitted clothing,
6109,4,61,XI,"T-shirts, singlets",
610910,6,6109,XI,Of cotton,
610990,4,6109,XI,Of other,
6110,4,62,XI,Jerseys,
61101,6,6110,XI,Of wool,
99,2,,,Not specified,1`,
    rows: [
      '61 {"name":"Knitted clothing","section":"XI"}',
      '6109 {"name":"T-shirts, singlets","section":"XI"}',
      '610910 {"name":"Of cotton","section":"XI"}',
    ],
    found: [
      '5 level level_wrong 4',
      '6 parent parent_wrong 62',
      '7 code shape 61101',
      '7 parent parent_wrong 6110',
      '8 code special_code 99',
    ],
  },
  'a tariff by subheading; a specific part makes it no plain percentage': {
    kind: 'tariff',
    text: `hs6,ad_valorem_pct,source,specific_component
610910,12.0,exact,
220300,3.50,exact,1
61091,12,exact,
640411,-1,exact,
640419,1e2,exact,`,
    rows: ['610910 {"ratePercent":"12"}', '220300 {"ratePercent":null,"text":"3.5 % +"}'],
    found: [
      '3 specific_component not_ad_valorem 1',
      '4 hs6 shape 61091',
      '5 ad_valorem_pct decimal -1',
      '6 ad_valorem_pct decimal 1e2',
    ],
  },
  'four tariffs side by side, of which one is read': {
    kind: 'tariff',
    options: { series: 'eu' },
    text: `hs6,us_lines,us_min,us_max,us_nonadval,eu_lines,eu_min,eu_max,eu_nonadval,uk_lines,uk_min,uk_max,uk_nonadval,au_lines,au_min,au_max,au_nonadval
610910,1,16.5,16.5,0,1,12.0,12.0,0,1,12.0,12.0,0,,,,
610990,1,0,32.0,0,2,8.9,12.0,0,1,12.0,12.0,0,,,,
020110,1,,,1,4,,,4,1,,,1,,,,
300490,1,0,0,0,,,,,1,0,0,0,,,,
330300,1,0,0,0,1,0,,0,1,0,0,0,,,,`,
    rows: [
      '610910 {"ratePercent":"12"}',
      '610990 {"ratePercent":null,"text":"8.9–12 %"}',
      '020110 {"ratePercent":null,"text":""}',
    ],
    found: [
      '3 eu_max rates_differ 12.0',
      '4 eu_nonadval not_ad_valorem 4',
      '5 eu_lines no_rate ',
      '6 eu_max required ',
    ],
  },
  'lines of the Combined Nomenclature; a subheading has a rate where its lines agree': {
    kind: 'tariff',
    options: { series: 'uk' },
    text: `cn8,hs6,description,eu_cet_rate,eu_cet_pct,eu_cet_kind,uk_gt_rate,uk_gt_pct,uk_gt_kind,uk_change
61091000,610910,Cotton,12.00%,12.0,ad_valorem,12.00%,12.0,ad_valorem,No change
85171300,851713,Phones,0.00%,0.0,ad_valorem,0.00%,0.0,ad_valorem,No change
85171390,851713,Others,2.00%,2.0,ad_valorem,1.50%,1.5,ad_valorem,Simplified
02011000,020110,Beef,12.8 + 176.8 EUR/100 kg,,specific,12% + 147 GBP/100kg,,compound,Simplified
8517130,851713,Short,0,0,ad_valorem,0,0,ad_valorem,No change`,
    rows: [
      '61091000 {"ratePercent":"12"}',
      '85171300 {"ratePercent":"0"}',
      '85171390 {"ratePercent":"1.5"}',
      '02011000 {"ratePercent":null,"text":"12% + 147 GBP/100kg"}',
      '610910 {"ratePercent":"12"}',
      '851713 {"ratePercent":null,"text":"0–1.5 %"}',
      '020110 {"ratePercent":null,"text":"12% + 147 GBP/100kg"}',
    ],
    found: ['5 uk_gt_rate not_ad_valorem 12% + 147 GBP/100kg', '6 cn8 shape 8517130'],
  },
  'the tariff of the United States, without what ran out': {
    kind: 'tariff',
    text: `hts8,hs6,mfn_text_rate,mfn_pct,kind,unit1,unit2,begin_date,end_date
61091000,610910,16.5%,16.5,ad_valorem,DOZ,KG,2012-02-02,2050-12-30
85171300,851713,Free,0.0,ad_valorem,NO,,2022-01-26,2026-12-31
85171400,851714,Free,0.0,ad_valorem,NO,,2022-01-26,2025-12-31
85171500,851715,Free,0.0,ad_valorem,NO,,2027-01-01,2050-12-30
91021110,910211,44 cents each + 6%,,compound,NO,,2012-02-02,2050-12-30
91021120,910211,Free,0.0,ad valorem,NO,,2012-02-02,2050-12-30`,
    rows: [
      '61091000 {"ratePercent":"16.5"}',
      '85171300 ..2026-12-31 {"ratePercent":"0"}',
      '85171500 2027-01-01.. {"ratePercent":"0"}',
      '91021110 {"ratePercent":null,"text":"44 cents each + 6%"}',
      '610910 {"ratePercent":"16.5"}',
      '851713 {"ratePercent":"0"}',
      '851715 {"ratePercent":"0"}',
      '910211 {"ratePercent":null,"text":"44 cents each + 6%"}',
    ],
    found: [
      '4 end_date expired 2025-12-31',
      '6 mfn_text_rate not_ad_valorem 44 cents each + 6%',
      '7 kind not_in_list ad valorem',
    ],
  },
  'the Australian tariff': {
    kind: 'tariff',
    text: `hs8,hs6,description,unit,duty_text,general_pct,kind,stat_codes
61091000,610910,Cotton,No,5%,5.0,ad_valorem,1
22030061,220300,Beer,L,$53.59/L,,specific,1`,
    rows: [
      '61091000 {"ratePercent":"5"}',
      '22030061 {"ratePercent":null,"text":"$53.59/L"}',
      '610910 {"ratePercent":"5"}',
      '220300 {"ratePercent":null,"text":"$53.59/L"}',
    ],
    found: ['3 duty_text not_ad_valorem $53.59/L'],
  },
  'VAT by period; a reduced rate says not for which goods': {
    kind: 'vat',
    text: `country,effective_from,rate_type,rate_pct
NL,,standard,19
NL,2012-10-01,standard,21.0
NL,2019-01-01,reduced,9
EL,2016-06-01,standard,24
N,2016-06-01,standard,24
DE,2021-02-30,standard,19`,
    rows: [
      'country:NL 1990-01-01.. {"ratePercent":"19","prefixes":[]}',
      'country:NL 2012-10-01.. {"ratePercent":"21","prefixes":[]}',
      'country:GR 2016-06-01.. {"ratePercent":"24","prefixes":[]}',
    ],
    found: ['4 rate_type rate_without_goods reduced', '6 country shape N', '7 effective_from day 2021-02-30'],
  },
  'VAT of the world with its dated predecessors': {
    kind: 'vat',
    text: `country,tax_type,currency,standard_rate_pct,has_states,before
EE,vat,EUR,24.0,,"{""2025-06-30T21:00:00.000Z"": {""rate"": 0.22}, ""2023-12-31T22:00:00.000Z"": {""rate"": 0.2}}"
CH,vat,CHF,8.1,,"{""2023-12-31T22:00:00.000Z"": {""rate"": 0.077}}"
HK,none,HKD,0,,
CA,gst,CAD,5.0,1,
FI,vat,EUR,25.5,,{not json}`,
    rows: [
      'country:EE 1990-01-01.. {"ratePercent":"20","prefixes":[]}',
      'country:EE 2024-01-01.. {"ratePercent":"22","prefixes":[]}',
      'country:EE 2025-07-01.. {"ratePercent":"24","prefixes":[]}',
      'country:CH 1990-01-01.. {"ratePercent":"7.7","prefixes":[]}',
      'country:CH 2024-01-01.. {"ratePercent":"8.1","prefixes":[]}',
      'country:CA 1990-01-01.. {"ratePercent":"5","prefixes":[]}',
    ],
    found: ['4 tax_type tax_unknown none', '5 has_states has_subdivisions 1', '6 before history {not json}'],
  },
  'the history of VAT; parts of countries are not used': {
    kind: 'vat',
    text: `start_date,stop_date,territory_codes,currency_code,rate,rate_type,description
2012-10-01,,NL,EUR,0.21,standard,
2001-01-01,2012-10-01,NL,EUR,0.19,standard,
1984-01-01,,"AT-6691
DE-87491",EUR,0.19,standard,Jungholz
2020-07-01,2020-07-01,DE,EUR,0.16,standard,
1969-01-01,1976-01-01,NL,EUR,0.12,standard,`,
    rows: [
      'country:NL 2012-10-01.. {"ratePercent":"21","prefixes":[]}',
      'country:NL 2001-01-01..2012-09-30 {"ratePercent":"19","prefixes":[]}',
    ],
    found: ['4 territory_codes part_of_country AT-6691\nDE-87491', '6 stop_date period 2020-07-01'],
  },
  'daily reference rates of the ECB': {
    kind: 'exchange-rates',
    text: `date,base,currency,rate
2026-04-10,EUR,USD,1.1690
2026-04-13,EUR,USD,1.1684
2026-04-13,USD,JPY,159.1
2026-04-13,EUR,GBP,0`,
    rows: ['USD 2026-04-10.. {"unitsPerBase":"1.169"}', 'USD 2026-04-13.. {"unitsPerBase":"1.1684"}'],
    found: ['4 base base_currency USD', '5 rate decimal 0'],
  },
});

describe('monthly averages of the Federal Reserve', () => {
  const header = 'Date,Country,Exchange rate';
  const inUnits = [
    '2026-06-01,Australia,1.4235',
    '2026-06-01,Euro,0.8684',
    '2026-06-01,Japan,160.77',
    '2026-06-01,United Kingdom,0.7497',
  ];
  const inDollars = [
    '2026-06-01,Australia,0.7025',
    '2026-06-01,Euro,1.1515',
    '2026-06-01,Japan,160.77',
    '2026-06-01,United Kingdom,1.3339',
  ];
  const text = (lines: readonly string[]) => [header, ...lines].join('\n');

  it('act in the month after, turned to the own currency', async () => {
    const file = await fileOf('exchange-rates', text(inUnits));
    expect(rowsOf(file)).toEqual([
      'USD 2026-07-01.. {"unitsPerBase":"1.15154"}',
      'AUD 2026-07-01.. {"unitsPerBase":"1.63922"}',
      'JPY 2026-07-01.. {"unitsPerBase":"185.134"}',
      'GBP 2026-07-01.. {"unitsPerBase":"0.863312"}',
    ]);
    expect(foundIn(file)).toEqual([]);
  });

  it('are understood the other way round by the pound, and say so', async () => {
    const file = await fileOf('exchange-rates', text(inDollars));
    expect(rowsOf(file)).toEqual([
      'USD 2026-07-01.. {"unitsPerBase":"1.1515"}',
      'AUD 2026-07-01.. {"unitsPerBase":"1.63915"}',
      'JPY 2026-07-01.. {"unitsPerBase":"185.127"}',
      'GBP 2026-07-01.. {"unitsPerBase":"0.863258"}',
    ]);
    expect(file.counts).toEqual({ quoted_per_unit: 3 });
  });

  it('are refused where the way round cannot be told, and with them what hangs on the own currency', async () => {
    const file = await fileOf('exchange-rates', text(inUnits.slice(0, 3)));
    expect(rowsOf(file)).toEqual([]);
    expect(foundIn(file)).toEqual([
      '2 Exchange rate quotation_unclear 1.4235',
      '3 Exchange rate quotation_unclear 0.8684',
      '2 Country base_missing Australia',
    ]);
  });

  it('keep the money of another worth apart', async () => {
    const of = (month: string) => text([`${month},Euro,0.9`, `${month},Venezuela,4.5`, `${month},United Kingdom,0.8`]);
    expect(rowsOf(await fileOf('exchange-rates', of('2021-08-01'))).join()).not.toContain('VES');
    expect(rowsOf(await fileOf('exchange-rates', of('2021-09-01')))).toContain('VES 2021-10-01.. {"unitsPerBase":"5"}');
  });

  it('name a country nobody knows', async () => {
    const file = await fileOf('exchange-rates', text(['2026-06-01,Atlantis,3', '2026-06-31,Japan,3']));
    expect(foundIn(file)).toEqual(['2 Country not_in_list Atlantis', '3 Date day 2026-06-31']);
  });
});
