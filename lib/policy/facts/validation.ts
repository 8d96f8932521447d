import { rows } from '../parameter';
import type { QualityWeights, ValidationRules } from '../rule-shapes';

const SINCE = '2021-07-01';
const KIND = { kind: 'validation_rule', validFrom: SINCE };
const OWN = 'Set by the authors for the example administration and checked on the demo stream';

function rulesFrom(source: string, edition: string, rules: Partial<ValidationRules>) {
  return rows({ ...KIND, source, edition }, rules);
}

const warning = { severity: 'warning' } as const;
const error = { severity: 'error' } as const;

/** Rules across fields, each with its severity and the text it comes from. */
export const VALIDATION_RULES = [
  ...rulesFrom('Universal Postal Union, standard S10: identification of postal items', 'S10-12', {
    s10_without_post: warning,
    s10_country_dispatch: warning,
    s10_country_unknown: warning,
    s10_service_unknown: warning,
  }),
  ...rulesFrom('Universal Postal Union, CN 22, CN 23 and ITMATT: postal items of designated operators', '2021', {
    regime_without_post: error,
  }),
  ...rulesFrom('UN/ECE Recommendation 19: code 5 is mail', '2001', { mode_without_post: warning }),
  ...rulesFrom(
    'Commission Implementing Regulation (EU) 2015/2447, Annex B: structure of the MRN',
    'consolidated 2024',
    {
      mrn_country_unknown: warning,
      mrn_year_ahead: warning,
    },
  ),
  ...rulesFrom(
    'WCO Data Model: net mass is the mass of the goods without packing, gross mass the mass with it',
    '3.11',
    {
      net_over_gross: warning,
      item_net_over_gross: warning,
    },
  ),
  ...rulesFrom('WCO Framework of Standards on Cross-Border E-Commerce, data quality', '2022', {
    sender_is_recipient: warning,
    quantity_fraction: warning,
    description_vague: warning,
  }),
  ...rulesFrom(OWN, 'example 2026-1', {
    value_per_kg_absurd: { severity: 'warning', low: '0.05', high: '300000' },
    arrival_long_past: { severity: 'warning', days: 14 },
    arrival_far_ahead: { severity: 'warning', days: 120 },
  }),
  ...rulesFrom('Universal Postal Union, addressing standard S42, and the postal administrations', '2024', {
    postcode_shape: warning,
  }),
  ...rulesFrom(
    'WCO SAFE Framework, time limits: before arrival by air 4 hours, rail 2, road 1, by sea 24 before loading',
    '2021',
    {
      data_after_arrival: warning,
      data_late: {
        severity: 'warning',
        minutes: { '1': 1_440, '2': 120, '3': 60, '4': 240, '5': 240, '8': 120 },
      },
    },
  ),
  ...rulesFrom(
    'Council Regulation (EC) No 1186/2009, Articles 25 to 27: gifts from one private person to another',
    'consolidated 2021',
    {
      gift_with_trade: warning,
      gift_over_limit: warning,
    },
  ),
  ...rulesFrom('WCO Immediate Release Guidelines, category 1: documents without commercial value', '2018', {
    documents_over_limit: warning,
  }),
  ...rulesFrom(
    'Commission Delegated Regulation (EU) 2015/2446, Article 143a; European Court of Auditors, special report 12/2019',
    'consolidated 2024',
    { h7_over_limit: error, h7_excluded_goods: error },
  ),
  ...rulesFrom('Council Directive 2006/112/EC, Title XII, Chapter 6, Section 4', 'consolidated 2024', {
    scheme_over_limit: warning,
    scheme_excluded_goods: warning,
    scheme_collection: warning,
  }),
  ...rulesFrom('ISO 4217: minor units of currencies', '2026', { amount_places: warning }),
  ...rulesFrom('WCO Harmonized System', '2022', { commodity_code_unknown: warning }),
  ...rulesFrom(
    'European Commission, ICS2: a stop word alone as description, name or address is refused; Implementing Regulation (EU) ' +
      '2015/2447, Annex B, data element 18 05 (H7 and entry summary alike); UPU forms CN 22 and CN 23; PLACI, plain description',
    '2024',
    { description_stop_word: error, party_stop_word: error },
  ),
  ...rulesFrom('European Commission, ICS2: stop words and acceptable goods descriptions', '2024', {
    description_stop_phrase: warning,
    party_stop_phrase: warning,
  }),
];

/** What findings cost. A point of each dimension is a point of the score; the dimensions together are the hundred. */
export const QUALITY = [
  ...rows({ kind: 'quality', validFrom: SINCE, source: OWN, edition: 'example 2026-1' }, {
    completeness: { most: 30, error: 30, warning: 6 },
    validity: { most: 25, error: 25, warning: 6 },
    consistency: { most: 20, error: 20, warning: 8 },
    plausibility: { most: 15, error: 15, warning: 8 },
    timeliness: { most: 10, error: 10, warning: 10 },
  } satisfies QualityWeights['dimensions']),
  ...rows(
    { kind: 'quality_refused', validFrom: SINCE, source: OWN, edition: 'example 2026-1' },
    { record: { most: 40 } },
  ),
];
