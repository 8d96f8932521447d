import { EU_COUNTRY_CODES } from '@/lib/codes/countries';
import { rows } from '../parameter';

const OWN = {
  validFrom: '2021-07-01',
  source: 'Set by the authors for the example administration and checked on the demo stream',
  edition: 'example 2026-1',
};

/** Plausible euro per kilogram of goods bought online, wide on purpose: outside it a figure is probably wrong. */
const VALUE_PER_KG = {
  '33': { low: '3', high: '3000' },
  '39': { low: '1', high: '900' },
  '42': { low: '2', high: '3000' },
  '49': { low: '1', high: '1500' },
  '61': { low: '3', high: '600' },
  '62': { low: '3', high: '800' },
  '63': { low: '1.5', high: '400' },
  '64': { low: '2', high: '600' },
  '71': { low: '10', high: '200000' },
  '73': { low: '0.8', high: '500' },
  '84': { low: '2', high: '9000' },
  '85': { low: '2', high: '9000' },
  '8517': { low: '8', high: '9000' },
  '90': { low: '3', high: '20000' },
  '91': { low: '8', high: '200000' },
  '94': { low: '0.8', high: '400' },
  '95': { low: '1', high: '1500' },
  '96': { low: '1', high: '2000' },
} as const;

/** Points and edges of the indicators; a lane begins at the score named in `LANES`. */
export const INDICATORS = rows(
  { kind: 'indicator', ...OWN },
  {
    undervaluation: {
      minCount: { subheading_origin: 20, subheading: 30, heading_origin: 20, heading: 40, chapter: 200 },
      steps: [
        { atMostPercent: 40, points: 12 },
        { atMostPercent: 30, points: 26 },
        { atMostPercent: 16, points: 42 },
      ],
    },
    threshold_bunching: { fromPercent: 97, points: 14 },
    splitting: { minConsignments: 3, partFromPercent: 30, points: 26, pointsByRecipient: 42 },
    gift_commercial: { pointsPerSign: 20, pointsMax: 44, quantityOfOneKind: 5, gifts30d: 5 },
    stop_word: { pointsAlone: 26, pointsEmbedded: 5 },
    vague_description: { points: 14, pointsPattern: 26, minLetters: 3 },
    unclear_description: { points: 4, broadPercent: 30, fewWords: 2, leastEvidence: 6, leastUnnamed: 7 },
    code_mismatch: { points: 8, atLeastPercent: 60, atMostPercent: 5, leastEvidence: 8 },
    data_quality: { pointsPerField: 3, pointsMax: 12, pointsUncharged: 42 },
    mass_value: {
      points: 14,
      valuePerKg: VALUE_PER_KG,
      minGramsPerPiece: 1,
      netOverGrossPercent: 110,
      pointsNetOverGross: 10,
    },
    prohibited_goods: { points: 80 },
    restricted_goods: { points: 26, pointsByCode: 42 },
    denied_party: { points: 80 },
    first_seen_sender: { points: 2, pointsHighValue: 10, highValue: '500' },
    routing: {
      points: 8,
      pointsMax: 16,
      hubs: ['HK', 'SG', 'AE'],
      areas: [[...EU_COUNTRY_CODES], ['CN', 'HK', 'MO'], ['US', 'PR', 'VI', 'GU'], ['GB', 'GG', 'JE', 'IM', 'XI']],
    },
    destination_outside: { points: 26 },
    scheme_misuse: {
      pointsFormat: 26,
      pointsAboveLimit: 30,
      pointsFew: 16,
      pointsUnrelated: 42,
      fewSenders: 2,
      manySenders: 5,
      ownShareAtMostPercent: 60,
    },
  },
);

/** Where each lane begins, and the share drawn at random, which keeps hit rates honest. */
export const LANE_RULES = [
  ...rows({ kind: 'lane', ...OWN }, { blue: { fromScore: 14 }, yellow: { fromScore: 25 }, red: { fromScore: 58 } }),
  ...rows({ kind: 'random', ...OWN }, { draw: { probability: '0.005' } }),
  // Offices that keep no plan of their slots control whatever the lanes call for.
  ...rows(
    { kind: 'capacity', ...OWN },
    { office: { slots: { documents: null, nii: null, physical: null }, randomShare: '0.05' } },
  ),
];

/** When shifts end, in hours and minutes UTC: as everywhere, and under its code where an office has others. */
export const SHIFTS = rows({ kind: 'shift', ...OWN }, { usual: { ends: ['06:00', '14:00', '22:00'] } });

/** How long things may take: a claim, an undo, an answer, a hold before it is looked at again, release itself, and a rate of exchange. */
export const CLOCKS = [
  ...rows(
    { kind: 'clock', ...OWN },
    {
      lease: { minutes: 20 },
      undo: { minutes: 10 },
      referral_answer: { minutes: 2880 },
      hold_review: { minutes: 4320 },
      release_target: { minutes: 360 },
      // Mail is sorted before it is shown; cargo waits for its manifest.
      release_target_post: { minutes: 1440 },
      release_target_cargo: { minutes: 2880 },
    },
  ),
  ...rows(
    {
      kind: 'clock',
      validFrom: OWN.validFrom,
      source:
        'Express release within six hours of complete data, as trade agreements have it after Article 7.8 of the WTO TFA',
      edition: 'example 2026-1',
    },
    { release_target_express: { minutes: 360 } },
  ),
  // Rates stand for one month; a longer one is used only where no newer list was loaded.
  ...rows(
    {
      kind: 'clock',
      validFrom: OWN.validFrom,
      source: 'Commission Implementing Regulation (EU) 2015/2447, Article 146',
      edition: 'consolidated 2021',
    },
    { exchange_rate: { minutes: 31 * 24 * 60 } },
  ),
];
