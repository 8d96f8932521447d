import { CHANNELS, type Channel } from '@/lib/consignment/codes';
import { estimateOf, type SampledCase, type SampleEstimate, type Stratum } from './sample-estimate';

/** Classes of a consignment's value in minor units of EUR; a class holds its upper edge, the last has none. */
export const VALUE_CLASSES = [
  { code: '0-22', upToMinor: 2_200n },
  { code: '22-150', upToMinor: 15_000n },
  { code: '150+', upToMinor: null },
] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number]['code'];

/** A stratum of the draw: channel by class of value. */
export type SampleStratum = Stratum & { readonly channel: Channel; readonly valueClass: ValueClass };

/**
 * Why a consignment is in nothing the draw stands for: something else sent it to examination, by one of these reasons, or there was
 * no slot for a draw when it came.
 */
export const APART_REASONS = ['mandatory', 'rule', 'score', 'officer', 'no_draw'] as const;
/** What stands apart from the sample for one reason, and what its examinations found. */
export type SampleApart = {
  readonly reason: (typeof APART_REASONS)[number];
  readonly consignments: number;
  readonly examined: number;
  readonly findings: number;
};

export type SampleRow = {
  /** Null: all of them. */
  readonly channel: Channel | null;
  readonly valueClass: ValueClass | null;
  readonly estimate: SampleEstimate;
};

export type RandomSample = {
  readonly all: SampleEstimate;
  /** The whole, each channel, each class of value, then each stratum that has consignments. */
  readonly rows: readonly SampleRow[];
  /** What is in none of it, by why; in the order of `APART_REASONS`. */
  readonly apart: readonly SampleApart[];
};

/** One row of what the ledger says of a stratum. */
export type StratumCount = Pick<SampleStratum, 'channel' | 'valueClass' | 'size' | 'drawn'>;
export type StratumCase = Pick<SampleStratum, 'channel' | 'valueClass'> & SampledCase;

/** Estimates for the whole and its parts from counts and cases. A part of which nothing could be drawn is left out. */
export function randomSampleOf(
  counts: readonly StratumCount[],
  sampled: readonly StratumCase[],
  apart: readonly SampleApart[],
): RandomSample {
  const strata = counts.map(
    (count): SampleStratum => ({
      ...count,
      cases: sampled.filter(({ channel, valueClass }) => channel === count.channel && valueClass === count.valueClass),
    }),
  );
  const row = (channel: Channel | null, valueClass: ValueClass | null): SampleRow[] => {
    const own = strata.filter(
      (stratum) =>
        (channel === null || stratum.channel === channel) && (valueClass === null || stratum.valueClass === valueClass),
    );
    return own.length === 0 ? [] : [{ channel, valueClass, estimate: estimateOf(own) }];
  };
  const classes = VALUE_CLASSES.map(({ code }) => code);
  return {
    all: estimateOf(strata),
    rows: [
      ...row(null, null),
      ...CHANNELS.flatMap((channel) => row(channel, null)),
      ...classes.flatMap((code) => row(null, code)),
      ...CHANNELS.flatMap((channel) => classes.flatMap((code) => row(channel, code))),
    ],
    apart: APART_REASONS.flatMap((reason) => apart.filter((one) => one.reason === reason)),
  };
}
