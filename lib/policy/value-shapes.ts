import { z } from 'zod';
import { LAW } from '@/lib/charges/law';
import { COLLECTION_MODELS, DECISION_KINDS, LANES } from '@/lib/consignment/codes';
import { parseDecimal } from '@/lib/kernel/decimal';
import { DECIDING_ROLES } from './policy';
import { QUALITY_SHAPE, REFUSED_SHAPE, REQUIREMENT_SHAPE } from './rule-shapes';

const plainDecimal = z.string().refine((text) => parseDecimal(text) !== null, 'negative_or_no_decimal');
const positiveDecimal = plainDecimal.refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), 'not_above_zero');
/** Amounts of the administration's currency in decimal text with at most two places. */
const amount = z.string().regex(/^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/, 'plain_amount');
const percent = z.string().regex(/^(?:0|[1-9]\d*)(?:\.\d{1,4})?$/, 'plain_percentage');
const points = z
  .number('not_a_whole_number')
  .int('not_a_whole_number')
  .min(0, 'percent_range')
  .max(100, 'percent_range');
const count = z.number('not_a_whole_number').int('not_a_whole_number').min(0, 'negative');
const wholePercent = count.max(100, 'above_hundred');
const days = (most: number) =>
  z.number('not_a_whole_number').int('not_a_whole_number').min(1, 'not_above_zero').max(most, 'absurd_days');
const slots = count.nullable();
const words = z.array(z.string().min(1));
const hsPrefix = z.string().regex(/^\d{2}(?:\d{2}){0,2}$/, 'no_subheading');
const countries = z.array(z.string().regex(/^[A-Z]{2}$/, 'unknown_country'));
/** A share in decimal text, from 0 to below 1. */
const share = z.string().regex(/^0(?:\.\d{1,6})?$/, 'no_share');

/** Rules a limit decides about, beside those of charges, which the law of charges has; amounts are decimal text in the administration's currency. */
export const THRESHOLD_SHAPES = {
  /** Up to this value a consignment is of low value in the sense of the WCO Immediate Release Guidelines. */
  low_value: z.strictObject({ limit: amount, citation: z.string() }),
  /** What the reduced data set (H7) may be used for. */
  reduced_dataset: z.strictObject({ limit: amount, excluded: z.array(hsPrefix), citation: z.string() }),
  vendor_scheme: z.strictObject({
    limit: amount,
    /** Letters before the state and digits after it; the check digit of the number is not public. */
    prefix: z.string(),
    intermediaryPrefix: z.string(),
    digitsAfterState: count,
    stateCodes: z.array(z.string().regex(/^\d{3}$/, 'no_state')),
    /** Goods the scheme is closed to (excise goods). */
    excluded: z.array(hsPrefix),
    citation: z.string(),
  }),
} as const;

/** Points and edges of each indicator. `...Percent` are whole per cent, `...Days` days, `...Kg` kilograms. */
export const INDICATOR_SHAPES = {
  undervaluation: z.strictObject({
    minCount: z.strictObject({
      // Rows of before there were bands of subheadings do not name them.
      subheading_origin: count.default(20),
      subheading: count.default(30),
      heading_origin: count,
      heading: count,
      chapter: count,
    }),
    /** Steps from mild to strong: a unit value at or under `atMostPercent` of the median earns `points`. */
    steps: z.array(z.strictObject({ atMostPercent: count, points })).min(1),
  }),
  threshold_bunching: z.strictObject({ fromPercent: count, points }),
  splitting: z.strictObject({
    minConsignments: count,
    /** Share of the limit that this part and the average part reach at least; small orders in one week are ordinary. */
    partFromPercent: count,
    points,
    pointsByRecipient: points,
  }),
  gift_commercial: z.strictObject({
    pointsPerSign: points,
    pointsMax: points,
    quantityOfOneKind: count,
    gifts30d: count,
  }),
  stop_word: z.strictObject({ pointsAlone: points, pointsEmbedded: points }),
  vague_description: z.strictObject({ points, pointsPattern: points, minLetters: count }),
  /**
   * Whole per cent of what the words say that the likeliest chapter has at most; words of a description of few; how much the words must
   * say of goods at all, and where none of them is a name of goods.
   */
  unclear_description: z.strictObject({
    points,
    broadPercent: count,
    fewWords: count,
    leastEvidence: count.default(6),
    leastUnnamed: count.default(7),
  }),
  /** Whole per cent of what the words say: the chapter they speak for has at least, that of the code at most. */
  code_mismatch: z.strictObject({ points, atLeastPercent: count, atMostPercent: count, leastEvidence: count }),
  data_quality: z.strictObject({ pointsPerField: points, pointsMax: points, pointsUncharged: points }),
  mass_value: z.strictObject({
    points,
    /** Plausible value per kilogram of an item by HS prefix; the longest prefix decides. */
    valuePerKg: z.record(hsPrefix, z.strictObject({ low: amount, high: amount })),
    minGramsPerPiece: count,
    netOverGrossPercent: count,
    pointsNetOverGross: points,
  }),
  prohibited_goods: z.strictObject({ points }),
  restricted_goods: z.strictObject({ points, pointsByCode: points }),
  denied_party: z.strictObject({ points }),
  first_seen_sender: z.strictObject({ points, pointsHighValue: points, highValue: amount }),
  routing: z.strictObject({
    points,
    pointsMax: points,
    /** Places where mail and parcels of other countries are commonly handed over. */
    hubs: countries,
    /** Countries of one commercial area, so that goods of one leaving through another are no surprise. */
    areas: z.array(countries),
  }),
  destination_outside: z.strictObject({ points }),
  scheme_misuse: z.strictObject({
    pointsFormat: points,
    pointsAboveLimit: points,
    /** Points from `fewSenders` users on, and from `manySenders` on. */
    pointsFew: points,
    pointsUnrelated: points,
    fewSenders: count,
    manySenders: count,
    /** Highest share of the number's use by this sender that still looks unrelated. */
    ownShareAtMostPercent: count,
  }),
} as const;

export const VALUE_SHAPES = {
  administration: z.strictObject({
    name: z.string(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    minorDigits: z.number().int().min(0).max(4),
    territory: countries,
  }),
  charge_law: LAW,
  /** Null: the tariff has no plain percentage there, but what `text` says; computed with where it can be read. */
  duty_rate: z.union([
    z.strictObject({ ratePercent: percent }),
    z.strictObject({ ratePercent: z.null(), text: z.string() }),
  ]),
  vat_rate: z.strictObject({ ratePercent: percent, prefixes: z.array(hsPrefix) }),
  exchange_rate: z.strictObject({ unitsPerBase: positiveDecimal }),
  stop_words: z.strictObject({ terms: words }),
  description_pattern: z.strictObject({ pattern: z.string() }),
  description_words: z.strictObject({ terms: words }),
  /** Whole descriptions that name no goods, and phrases that are taken out before a description is judged. */
  vague_terms: z.strictObject({ terms: words }),
  /** What goods are called, by the heading they belong to. */
  goods_terms: z.strictObject({ headings: z.record(z.string().regex(/^\d{4}$/), words) }),
  control: z.strictObject({
    status: z.enum(['prohibited', 'restricted']),
    /** Words or phrases of a description. */
    words,
    /** Goods that bear a listed word and are none of it: the control is silent where one of these stands too. */
    unless: words,
    /** HS prefixes that are under the control whatever the description says. */
    prefixes: z.array(hsPrefix),
    ground: z.string(),
  }),
  lane: z.strictObject({ fromScore: points }),
  random: z.strictObject({ probability: share }),
  capacity: z.strictObject({
    /** Controls a day, where the office has no plan of its own; null sets no limit. */
    slots: z.strictObject({ documents: slots, nii: slots, physical: slots }),
    /** Share of the examinations that is drawn at random. */
    randomShare: share,
  }),
  /** Every condition must hold; null asks nothing. A rule of no decision rests. */
  second_officer: z.strictObject({
    decisions: z.array(z.enum(DECISION_KINDS)),
    /** Value of the goods. */
    valueAbove: amount.nullable(),
    /** What corrections change of the charges, up or down. */
    correctionAbove: amount.nullable(),
    /** Lanes of goods nobody examined. */
    unexaminedIn: z.array(z.enum(LANES)).nullable(),
  }),
  /** Who may take a decision, and up to which value of the goods an officer: less than the role may, never more. */
  power: z.strictObject({ roles: z.array(z.enum(DECIDING_ROLES)), officerUpTo: amount.nullable() }),
  /** Share of what one officer decided alone that another looks at unknowingly of the first. */
  second_look: z.strictObject({ probability: share }),
  clock: z.strictObject({
    minutes: z.number('not_a_whole_number').int('not_a_whole_number').positive('not_above_zero'),
  }),
  shift: z.strictObject({
    ends: z
      .array(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'no_time'))
      .min(1, 'required')
      .max(12, 'too_many'),
  }),
  /** How long records of a kind are kept, and how long a decision can be appealed. */
  retention: z.strictObject({ days: days(36_525) }),
  appeal: z.strictObject({ days: days(3_653), remedy: z.string().min(1, 'required') }),
  /** What the figures of a partner must reach for a level of trust, and the least part of the random draw it leaves. */
  trust: z.strictObject({
    consignments: count,
    beforeArrivalPercent: wholePercent,
    completePercent: wholePercent,
    codedPercent: wholePercent,
    answeredInTimePercent: wholePercent,
    findingsPercent: wholePercent,
    drawPercent: z.number('draw_percent').int('draw_percent').min(20, 'draw_percent').max(100, 'draw_percent'),
  }),
  /** `paidBefore`: models of collection under which goods leave once they are paid; under the others the debtor pays later. */
  collection: z.strictObject({
    paidBefore: z.array(z.enum(COLLECTION_MODELS)),
    /** Up to what one person pays money back alone. */
    refundAloneUpTo: amount,
  }),
  requirement: REQUIREMENT_SHAPE,
  quality: QUALITY_SHAPE,
  quality_refused: REFUSED_SHAPE,
} as const;

export type ThresholdKey = keyof typeof THRESHOLD_SHAPES;
export type IndicatorParameters = {
  readonly [K in keyof typeof INDICATOR_SHAPES]: z.infer<(typeof INDICATOR_SHAPES)[K]>;
};
