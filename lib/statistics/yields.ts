import { isSure } from '@/lib/kernel/weighted-rate';
import { type Rate, wilson } from '@/lib/kernel/wilson';
import { liftOverSample, type SampleLift } from './sample-estimate';

/**
 * What became of a consignment that was to be looked at. `conform` tells of a poor rule, `unexamined` and `not_done` of want of
 * capacity, `not_found` of goods that were not there; none of them stands for another.
 */
export const YIELD_OUTCOMES = [
  /** Examined, something found. */
  'finding',
  /** Examined, nothing found. */
  'conform',
  /** An examination was ordered and the goods were not there. */
  'not_found',
  /** An examination was ordered and not carried out. */
  'not_done',
  /** In the lane for examination, and decided without one. */
  'unexamined',
  /** In the lane for documents, and decided on them. */
  'documents',
  /** Waits for an officer or for a result. */
  'open',
] as const;
export type YieldOutcome = (typeof YIELD_OUTCOMES)[number];

/**
 * What a consignment was selected by: a reason of selection, an officer's own choice, the rank a version of the model
 * gave it, a profile in force or in shadow, an indicator.
 */
export const YIELD_KINDS = ['reason', 'choice', 'model', 'profile', 'shadow', 'indicator'] as const;
export type YieldKind = (typeof YIELD_KINDS)[number];

/** One source of selection: its kind, and the code or id it is known by. */
export type YieldKey = { readonly kind: YieldKind; readonly key: string };

/** What was counted for one source. Amounts in minor units. */
export type YieldCount = YieldKey & {
  readonly outcomes: Readonly<Record<YieldOutcome, number>>;
  /** From the order of an examination to its result, summed over the results recorded. */
  readonly seconds: number;
  /** Results the seconds are a sum of. */
  readonly timed: number;
  readonly extraChargesMinor: bigint;
  /** Examined consignments whose extra charges cannot be computed yet. */
  readonly openCharges: number;
};

export type Yield = YieldCount & {
  /** To be looked at by a person: the sum of the outcomes. */
  readonly selected: number;
  readonly examined: number;
  readonly findings: number;
  /** Findings among the examined; null where nothing was examined. */
  readonly hitRate: Rate | null;
  /** Hit rate over the share the random sample estimates; null for the sample itself, and while it gives no share above 0. */
  readonly lift: SampleLift | null;
  /** Whether chance is an unlikely explanation of the lift. */
  readonly isApart: boolean;
};

/** A source as one text, which no other source has. */
export const sourceOf = ({ kind, key }: YieldKey) => `${kind} ${key}`;

/** The source of a text that `sourceOf` gave. */
export function sourceIn(text: string): YieldKey {
  const space = text.indexOf(' ');
  return { kind: text.slice(0, space) as YieldKind, key: text.slice(space + 1) };
}

/** Everything, whatever its reason. */
export const ALL = sourceOf({ kind: 'reason', key: '' });
/** What was drawn at random: the measure of all others. */
export const RANDOM = sourceOf({ kind: 'reason', key: 'random' });

/**
 * The yield of every source against `random`, the share the random sample estimates for all it was drawn from (`sampleRate`); most
 * findings first within a kind.
 */
export function yieldsOf(counts: readonly YieldCount[], random: Rate | null): readonly Yield[] {
  return counts
    .map((count) => yieldOf(count, sourceOf(count) === RANDOM ? null : random))
    .sort(
      (a, b) =>
        YIELD_KINDS.indexOf(a.kind) - YIELD_KINDS.indexOf(b.kind) ||
        b.findings - a.findings ||
        b.examined - a.examined ||
        (a.key < b.key ? -1 : 1),
    );
}

const examinedOf = ({ outcomes }: YieldCount) => outcomes.finding + outcomes.conform;

function yieldOf(count: YieldCount, random: Rate | null): Yield {
  const examined = examinedOf(count);
  const findings = count.outcomes.finding;
  const hitRate = wilson(findings, examined);
  const lift = liftOverSample(hitRate, random);
  return {
    ...count,
    selected: YIELD_OUTCOMES.reduce((sum, outcome) => sum + count.outcomes[outcome], 0),
    examined,
    findings,
    hitRate,
    lift,
    isApart: isSure(lift),
  };
}

/** Consignments that two sources have in common; of an overlap `a` is the source with fewer of them. */
export type PairCount = {
  readonly a: YieldKey;
  readonly b: YieldKey;
  readonly both: number;
  /** Findings among those. */
  readonly findings: number;
};

export type Overlap = PairCount & {
  readonly ofA: number;
  readonly ofB: number;
  /** `both` of `ofA`. */
  readonly share: number;
  /** Findings that `a` made and `b` did not meet: what would be lost without `a`. */
  readonly onlyA: number;
};

/** Fewer in common than this say nothing about two rules. */
const BOTH_MIN = 10;
const SHARE_MIN = 0.5;

/** Pairs of rules that mostly meet the same consignments, the closest first; at most `most`. */
export function overlapsOf(pairs: readonly PairCount[], yields: readonly Yield[], most = 20): readonly Overlap[] {
  const bySource = new Map(yields.map((row) => [sourceOf(row), row]));
  return pairs
    .flatMap((pair) => {
      const [first, second] = [bySource.get(sourceOf(pair.a)), bySource.get(sourceOf(pair.b))];
      if (!first || !second || pair.both < BOTH_MIN) return [];
      const [a, b] = first.selected <= second.selected ? [first, second] : [second, first];
      const share = pair.both / a.selected;
      if (share < SHARE_MIN) return [];
      return [
        {
          ...pair,
          a: { kind: a.kind, key: a.key },
          b: { kind: b.kind, key: b.key },
          ofA: a.selected,
          ofB: b.selected,
          share,
          onlyA: a.findings - pair.findings,
        },
      ];
    })
    .sort((x, y) => y.share - x.share || y.both - x.both)
    .slice(0, most);
}

/** Examinations after which a rule that found nothing is worth a question. */
const IDLE_EXAMINED = 20;

/** Profiles and indicators that were examined often enough and found nothing, most examined first. */
export function idleOf(yields: readonly Yield[]): readonly Yield[] {
  return yields
    .filter(({ kind, examined, findings }) => RULES.has(kind) && examined >= IDLE_EXAMINED && findings === 0)
    .sort((a, b) => b.examined - a.examined);
}

/** Kinds that are rules somebody can change. */
const RULES: ReadonlySet<YieldKind> = new Set(['profile', 'indicator']);

export type YieldSummary = {
  readonly all: Yield;
  /** Findings among what was examined for any reason but the draw. */
  readonly risk: Rate | null;
  readonly lift: SampleLift | null;
  readonly isApart: boolean;
};

/**
 * The whole against what the random sample estimates: what selection by risk adds. `total` counts every consignment once; the drawn
 * ones are none of what risk found.
 */
export function summaryOf(total: YieldCount, yields: readonly Yield[], random: Rate | null): YieldSummary {
  const all = yieldOf(total, null);
  const drawn = yields.find((row) => sourceOf(row) === RANDOM);
  const risk = wilson(all.findings - (drawn?.findings ?? 0), all.examined - (drawn?.examined ?? 0));
  const lift = liftOverSample(risk, random);
  return { all, risk, lift, isApart: isSure(lift) };
}
