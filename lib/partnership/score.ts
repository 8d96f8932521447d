import { monthOf } from './months';

/** The counts of a partner's month that a scorecard is made from. */
export const MONTH_COUNTS = [
  'consignments',
  'beforeArrival',
  'complete',
  'vague',
  'coded',
  'refused',
  'selected',
  'amendedAfter',
  'asked',
  'answered',
  'answeredInTime',
  'answerSeconds',
  'toPresent',
  'presented',
  'examined',
  'findings',
] as const;
export type MonthCount = (typeof MONTH_COUNTS)[number];
export type MonthCounts = Readonly<Record<MonthCount, number>>;

type Rule = {
  readonly part: MonthCount;
  readonly whole: MonthCount;
  /** Which way is better. */
  readonly better: 'high' | 'low';
  readonly unit: 'share' | 'hours';
};

/** The measures of a scorecard, in the order it shows them. */
export const SCORE_RULES = {
  beforeArrival: { part: 'beforeArrival', whole: 'consignments', better: 'high', unit: 'share' },
  complete: { part: 'complete', whole: 'consignments', better: 'high', unit: 'share' },
  vague: { part: 'vague', whole: 'consignments', better: 'low', unit: 'share' },
  coded: { part: 'coded', whole: 'consignments', better: 'high', unit: 'share' },
  amendedAfter: { part: 'amendedAfter', whole: 'selected', better: 'low', unit: 'share' },
  answeredInTime: { part: 'answeredInTime', whole: 'asked', better: 'high', unit: 'share' },
  answerHours: { part: 'answerSeconds', whole: 'answered', better: 'low', unit: 'hours' },
  presented: { part: 'presented', whole: 'toPresent', better: 'high', unit: 'share' },
  findings: { part: 'findings', whole: 'examined', better: 'low', unit: 'share' },
} as const satisfies Record<string, Rule>;
export type ScoreMeasure = keyof typeof SCORE_RULES;
export const SCORE_MEASURES = Object.keys(SCORE_RULES) as readonly ScoreMeasure[];

const SECONDS_AN_HOUR = 3_600;

/** A measure of some counts: a share of one, or hours; null where there is nothing to measure. */
export function scoreOf(measure: ScoreMeasure, counts: MonthCounts): number | null {
  const { part, whole, unit } = SCORE_RULES[measure];
  if (counts[whole] === 0) return null;
  const value = counts[part] / counts[whole];
  return unit === 'hours' ? value / SECONDS_AN_HOUR : value;
}

/** Peers that must have something to measure before anything is told of them: of fewer, each could work the others out. */
export const PEERS_MIN = 5;
/** What a peer must have of whatever is measured, to count as one. */
export const PEER_CASES_MIN = 10;

/** Half of the peers lie between `low` and `high`. */
export type PeerRange = { readonly low: number; readonly middle: number; readonly high: number };

/**
 * Where others stand, as the quartiles of their measures, to the whole per cent or hour: no weight, no count and no extreme is told, so that
 * none is known again. Null where fewer than `PEERS_MIN` have enough to measure.
 */
export function peerRange(measure: ScoreMeasure, peers: readonly MonthCounts[]): PeerRange | null {
  const { whole, unit } = SCORE_RULES[measure];
  const values = peers
    .filter((counts) => counts[whole] >= PEER_CASES_MIN)
    .map((counts) => scoreOf(measure, counts) ?? 0)
    .sort((a, b) => a - b);
  if (values.length < PEERS_MIN) return null;
  const step = unit === 'hours' ? 1 : 100;
  const at = (share: number) => Math.round(quantile(values, share) * step) / step;
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** How a measure stands to the peers: in their better quarter, their worse, or between; null where either is not known. */
export function standingOf(
  measure: ScoreMeasure,
  own: number | null,
  peers: PeerRange | null,
): 'better' | 'alike' | 'worse' | null {
  if (own === null || peers === null) return null;
  const isHigh = own > peers.high;
  const isLow = own < peers.low;
  if (!isHigh && !isLow) return 'alike';
  return isHigh === (SCORE_RULES[measure].better === 'high') ? 'better' : 'worse';
}

/** Months a scorecard looks back, with the one it shows. */
export const SCORE_MONTHS = 12;

/** Whether a month is not over yet on a day: its figures still change. */
export const isRunning = (month: string, today: string): boolean => monthOf(today) <= month;
