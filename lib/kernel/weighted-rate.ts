import { type Rate, wilson } from './wilson';

/** An estimate with the interval that holds the true figure in 95 of 100 samples. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** One case of a random sample. */
export type DrawnCase = {
  /** Chance with which it was drawn, above 0 and at most 1. */
  readonly probability: number;
  readonly isFinding: boolean;
};

/**
 * The share of findings in all that a sample was drawn from, each case standing for as many as its chance was small: a ratio
 * (Hájek 1971) with Wilson's interval on the effective size of the sample (Kish 1965). `hits` and `of` are the plain counts. Null for
 * an empty sample.
 */
export function weightedRate(cases: readonly DrawnCase[]): Rate | null {
  const of = cases.length;
  if (of === 0) return null;
  const total = sum(cases, weight);
  const rate = sum(cases, (one) => (one.isFinding ? weight(one) : 0)) / total;
  // Sum of squared weights, less what cannot vary, over the sum squared.
  const spread = sum(cases, (one) => (1 - one.probability) * weight(one) ** 2) / total ** 2;
  const effective = 1 / (of > 1 ? (spread * of) / (of - 1) : spread);
  const interval = Number.isFinite(effective) ? wilson(rate * effective, effective) : null;
  const hits = cases.filter(({ isFinding }) => isFinding).length;
  return { hits, of, rate, low: interval?.low ?? rate, high: interval?.high ?? rate };
}

const weight = ({ probability }: DrawnCase) => 1 / probability;
const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);

/** How many times one share is another; `high` is null where nothing bounds it from above. */
export type Lift = { readonly value: number; readonly low: number; readonly high: number | null };

/**
 * The ratio of two independent shares with the interval that their own intervals give (Donner and Zou 2012). Null where the share it is
 * held against is 0: no multiple of nothing.
 */
export function liftOf(share: Rate | null, base: Rate | null): Lift | null {
  if (!share || !base || base.rate === 0) return null;
  const product = share.rate * base.rate;
  const low = limit(product, -1, share.low * (2 * share.rate - share.low), base.high * (2 * base.rate - base.high));
  const high =
    base.low > 0
      ? limit(product, 1, share.high * (2 * share.rate - share.high), base.low * (2 * base.rate - base.low))
      : null;
  return { value: share.rate / base.rate, low: Math.max(0, low), high };
}

function limit(product: number, sign: 1 | -1, above: number, below: number): number {
  // Where the limit is twice the share, the root is that of a straight line.
  if (Math.abs(below) < 1e-12) return above / (2 * product);
  return (product + sign * Math.sqrt(Math.max(0, product ** 2 - above * below))) / below;
}

/** Whether chance is an unlikely explanation of a lift: all of its interval is on one side of 1. */
export const isSure = (lift: Pick<Lift, 'low' | 'high'> | null): boolean =>
  lift !== null && (lift.low > 1 || (lift.high !== null && lift.high < 1));
