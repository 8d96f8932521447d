// Source: ISO 3166-1 alpha-2 codes as published by the ISO 3166 Maintenance Agency, state of May 2026 (249 codes);
// XI (Northern Ireland) and XK (Kosovo) from the EU list of customs country codes, Regulation (EU) 2020/1470.

const ISO_3166_1 = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`;

const CUSTOMS_ONLY = ['XI', 'XK'];

/** Country and territory codes a record may carry: ISO 3166-1 alpha-2 and the two customs codes outside it. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set([...ISO_3166_1.trim().split(/\s+/), ...CUSTOMS_ONLY]);

/** Customs territory of the European Union by member state (Regulation (EU) 952/2013, Article 4; exclaves left out). */
export const EU_COUNTRY_CODES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Whether a code may stand in a country field. */
export function isCountryCode(code: string): boolean {
  return COUNTRY_CODES.has(code);
}
