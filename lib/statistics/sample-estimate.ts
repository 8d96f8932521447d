import { type DrawnCase, type Interval, type Lift, liftOf, weightedRate } from '@/lib/kernel/weighted-rate';
import type { Rate } from '@/lib/kernel/wilson';
import { pooled } from './pool-strata';

/** One examined consignment of the random sample. */
export type SampledCase = DrawnCase & {
  /** What examination added to its charges, minor units; null while they cannot be computed. */
  readonly extraMinor: bigint | null;
};

/** A part of what could be drawn, all of whose size is known, with what was examined of the draw. */
export type Stratum = {
  /** Consignments that could be drawn. */
  readonly size: number;
  readonly drawn: number;
  readonly cases: readonly SampledCase[];
};

export type SampleEstimate = {
  readonly size: number;
  readonly drawn: number;
  readonly examined: number;
  readonly findings: number;
  /** Share that is not compliant, from 0 to 1; null where the sample is too small for a figure. */
  readonly rate: Interval | null;
  /** So few findings that only the upper limit of the share says something. */
  readonly isCeiling: boolean;
  /** What would be charged on top if all were examined, minor units; null where too few had anything to charge. */
  readonly revenueMinor: Interval | null;
  /** Examined consignments something was charged for (or given back). */
  readonly charged: number;
  /** Findings whose charges cannot be computed yet; they are in the rate and not in the revenue. */
  readonly open: number;
};

/** Fewer examinations than this make no figure. */
export const EXAMINED_MIN = 10;
/** Below so many findings a share is told as at most its upper limit: one finding more or less would change it by a fifth and more. */
export const FINDINGS_MIN = 5;
/** Neither does an interval wider than this. */
const WIDTH_MAX = 0.25;
/** Amounts are so unequal that fewer of them give no interval to rely on. */
export const CHARGED_MIN = 10;
const Z95 = 1.959_963_984_540_054;

/**
 * What the random sample says of all consignments it was drawn from. Each examined one stands for as many as its chance was
 * small (Horvitz and Thompson 1952), within its stratum as a ratio (Hájek 1971), so that drawn ones not examined count as missing
 * by chance; the strata are weighted by their true size. Strata with too few cases are taken together first.
 *
 * The interval of the rate is Wilson's in each stratum, on the effective size of its sample (Kish 1965), which allows for unequal
 * weights and for a draw that takes a good part of a small stratum; the strata's limits are put together as Zou and Donner (2008)
 * do. That of the revenue is taken on the logarithm, since amounts are skewed. Figures are estimates: floating point, unlike any
 * amount that is charged.
 */
export function estimateOf(strata: readonly Stratum[]): SampleEstimate {
  const parts = pooled(strata);
  const cases = strata.flatMap((stratum) => stratum.cases);
  const size = sum(strata, (stratum) => stratum.size);
  const isCharged = ({ extraMinor }: SampledCase) => extraMinor !== null && extraMinor !== 0n;
  const rate = rateOf(parts, size);
  const charged = cases.filter(isCharged).length;
  const findings = cases.filter(({ isFinding }) => isFinding).length;
  return {
    size,
    drawn: sum(strata, (stratum) => stratum.drawn),
    examined: cases.length,
    findings,
    isCeiling: isCeiling({ hits: findings }),
    rate: rate && cases.length >= EXAMINED_MIN && rate.high - rate.low <= WIDTH_MAX ? rate : null,
    revenueMinor: charged >= CHARGED_MIN ? revenueOf(parts, charged) : null,
    charged,
    open: cases.filter(({ isFinding, extraMinor }) => isFinding && extraMinor === null).length,
  };
}

const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);
const weight = ({ probability }: SampledCase) => 1 / probability;

function rateOf(parts: readonly Stratum[], size: number): Interval | null {
  const known = parts.flatMap((part) => {
    const rate = weightedRate(part.cases);
    return rate ? [{ size: part.size, value: rate.rate, low: rate.low, high: rate.high }] : [];
  });
  if (known.length === 0 || size === 0) return null;
  const covered = sum(known, (part) => part.size);
  const shares = known.map((part) => ({ ...part, of: part.size / covered }));
  const value = sum(shares, (share) => share.of * share.value);
  // The distances of the strata's own limits add up as variances do; none is nothing where a stratum had no finding.
  const below = Math.sqrt(sum(shares, (share) => (share.of * (share.value - share.low)) ** 2));
  const above = Math.sqrt(sum(shares, (share) => (share.of * (share.high - share.value)) ** 2));
  return { value, low: Math.max(0, value - below), high: Math.min(1, value + above) };
}

function revenueOf(parts: readonly Stratum[], charged: number): Interval {
  let value = 0;
  let variance = 0;
  for (const { size, cases } of parts) {
    const known = cases.filter(({ extraMinor }) => extraMinor !== null);
    if (known.length === 0) continue;
    const weights = sum(known, weight);
    const mean = sum(known, (one) => weight(one) * Number(one.extraMinor)) / weights;
    const squares = sum(known, (one) => (1 - one.probability) * (weight(one) * (Number(one.extraMinor) - mean)) ** 2);
    const n = known.length;
    value += size * mean;
    variance += (size / weights) ** 2 * squares * (n > 1 ? n / (n - 1) : 1);
  }
  const half = student95(charged - 1) * Math.sqrt(variance);
  if (value <= 0) return { value, low: value - half, high: value + half };
  const factor = Math.exp(half / value);
  return { value, low: value / factor, high: value * factor };
}

/** Two-sided 95 % point of Student's t (Cornish and Fisher 1938); exact to 0.001 from nine degrees of freedom on. */
function student95(freedom: number): number {
  const z = Z95;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

/** The estimated share as a rate beside other rates: its counts are those of the sample. Null where there is no figure. */
export const sampleRate = ({ rate, findings, examined }: SampleEstimate): Rate | null =>
  rate && { hits: findings, of: examined, rate: rate.value, low: rate.low, high: rate.high };

/** Whether so little was found in the sample that only the upper limit of its share says something. */
export const isCeiling = ({ hits }: Pick<Rate, 'hits'>): boolean => hits < FINDINGS_MIN;

/** A lift over the share that the sample estimates; `value` is null where that share has no more than an upper limit, and `low` says all. */
export type SampleLift = Pick<Lift, 'low' | 'high'> & { readonly value: number | null };

/** How many times as often as in the random sample; null where the sample gives no share above 0. */
export function liftOverSample(share: Rate | null, sample: Rate | null): SampleLift | null {
  const lift = liftOf(share, sample);
  return lift && sample && isCeiling(sample) ? { value: null, low: lift.low, high: null } : lift;
}
