import { CHANNELS, type Channel } from '@/lib/consignment/codes';
import { estimateOf, type SampledCase, type SampleEstimate, type Stratum } from './sample-estimate';
import { VALUE_BANDS } from './value-band';

/** Classes of a consignment's value in minor units of EUR; a class holds its upper edge, the last has none. */
export const VALUE_CLASSES = [
  { code: '0-22', upToMinor: 2_200n },
  { code: '22-150', upToMinor: 15_000n },
  { code: '150+', upToMinor: null },
] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number]['code'];

/** The class that holds a band of the statistics: every edge of a class is an edge of the bands. */
export function valueClassOfBand(band: string): ValueClass {
  const upToMinor = VALUE_BANDS.find(({ code }) => code === band)?.upToMinor ?? null;
  const holding = VALUE_CLASSES.find(
    (one) => one.upToMinor === null || (upToMinor !== null && upToMinor <= one.upToMinor),
  );
  return (holding ?? VALUE_CLASSES[2]).code;
}

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

/** How many consignments stand in one place of the statistics. */
export type Placed = {
  readonly channel: Channel;
  readonly valueClass: ValueClass;
  readonly lane: string;
  readonly reason: string;
  readonly examination: string;
  readonly consignments: number;
};
export type Population = { readonly counts: readonly StratumCount[]; readonly apart: readonly SampleApart[] };

/**
 * What the draw was made from, and what stands apart: of all consignments by their band of value, and of those for which no slot was left
 * when they came. The draw is made from what nothing else sends to examination; a consignment that was drawn is in that lane too.
 */
export function populationOf(
  all: readonly (Omit<Placed, 'valueClass'> & { readonly valueBand: string })[],
  undrawable: readonly Placed[],
): Population {
  const counts = new Map<string, StratumCount>();
  const apart = new Map<SampleApart['reason'], SampleApart>();
  const add = (one: Placed, sign: 1 | -1) => {
    const key = `${one.channel} ${one.valueClass}`;
    const before = counts.get(key) ?? { channel: one.channel, valueClass: one.valueClass, size: 0, drawn: 0 };
    const consignments = sign * one.consignments;
    const drawn = one.reason === 'random' ? consignments : 0;
    counts.set(key, { ...before, size: before.size + consignments, drawn: before.drawn + drawn });
  };
  const setApart = (one: Placed, reason: SampleApart['reason']) => {
    const before = apart.get(reason) ?? { reason, consignments: 0, examined: 0, findings: 0 };
    const of = (...outcomes: string[]) => (outcomes.includes(one.examination) ? one.consignments : 0);
    apart.set(reason, {
      reason,
      consignments: before.consignments + one.consignments,
      examined: before.examined + of('conform', 'finding'),
      findings: before.findings + of('finding'),
    });
  };
  for (const { valueBand, ...rest } of all) {
    const one = { ...rest, valueClass: valueClassOfBand(valueBand) };
    if (isRest(one)) add(one, 1);
    else setApart(one, SENT_BY.find((reason) => reason === one.reason) ?? 'officer');
  }
  for (const one of undrawable.filter(isRest)) {
    add(one, -1);
    setApart(one, 'no_draw');
  }
  return {
    counts: [...counts.values()].filter(({ size }) => size > 0),
    apart: [...apart.values()].filter(({ consignments }) => consignments > 0),
  };
}

const SENT_BY = ['mandatory', 'rule', 'score'] as const;
const isRest = ({ reason, lane }: Placed) => reason === 'random' || lane !== 'red';

/** Estimates for the whole and its parts from counts and cases. A part of which nothing could be drawn is left out. */
export function randomSampleOf({ counts, apart }: Population, sampled: readonly StratumCase[]): RandomSample {
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
