import { History } from './history';
import { MatrixBuilder } from './matrix-builder';
import type { FeaturePlan, FeatureRow } from './plan';

/** What an examination brought to light, as a model learns it. */
export type LearnedResult = {
  readonly isFinding: boolean;
  /** Goods that must not pass at all: a finding of its own kind. */
  readonly isCritical: boolean;
  /** Day the result was recorded, `YYYY-MM-DD`: nobody knew of it before. */
  readonly knownOn: string;
  /** Drawn at random, so that such results stand for all consignments. */
  readonly isRandom: boolean;
  /** 1 over the chance of having been selected. */
  readonly weight: number;
  /** Duty and tax found beside those declared, in minor units. */
  readonly stakeMinor: number;
};

/** A consignment of one day: with a result, or one of the even sample of all traffic, or both. */
export type LearnedRow = {
  readonly row: FeatureRow;
  readonly result: LearnedResult | null;
  readonly isSampled: boolean;
};

/** What is asked of a result: any finding, or a critical one. */
export const TARGETS = ['finding', 'critical'] as const;
export type Target = (typeof TARGETS)[number];

/** Results a model learns from at most: the newest. */
export const RESULTS_MAX = 1_000_000;

/**
 * Gathers results day by day, in the order of first receipt, and keeps of each only its features as they were known on that day: a
 * result counts in the history from the day after it was recorded. So a million of them take no more room than their numbers.
 */
export class TrainingSet {
  readonly histories: Readonly<Record<Target, History>>;
  readonly days: string[] = [];
  readonly results: LearnedResult[] = [];
  /** The even sample of all traffic. */
  readonly sample: FeatureRow[] = [];
  private readonly builders: Readonly<Record<Target, MatrixBuilder>>;
  private readonly pending = new Map<string, { readonly row: FeatureRow; readonly result: LearnedResult | null }[]>();
  private today = '';

  constructor(readonly plan: FeaturePlan) {
    this.histories = { finding: new History(plan), critical: new History(plan) };
    const { width } = this.histories.finding;
    this.builders = { finding: new MatrixBuilder(width), critical: new MatrixBuilder(width) };
  }

  /** Adds the consignments of one day. @throws RangeError when a later day came before */
  addDay(day: string, rows: readonly LearnedRow[]): void {
    if (day <= this.today) throw new RangeError(`${day} comes after ${this.today}`);
    this.today = day;
    this.observeBefore(day);
    for (const { row, result, isSampled } of rows) {
      if (isSampled) this.sample.push(row);
      this.await(result?.knownOn ?? day, row, result);
      if (result === null) continue;
      for (const target of TARGETS) {
        const { values, offset } = this.builders[target].next();
        this.histories[target].encode(row, values, offset);
      }
      this.days.push(day);
      this.results.push(result);
    }
  }

  /** Lets the histories know everything that was gathered. */
  close(): void {
    this.observeBefore('9999-12-31');
  }

  labels(target: Target): (0 | 1)[] {
    return this.results.map(({ isFinding, isCritical }) => ((target === 'finding' ? isFinding : isCritical) ? 1 : 0));
  }

  matrix(target: Target) {
    return this.builders[target].matrix();
  }

  private await(knownOn: string, row: FeatureRow, result: LearnedResult | null): void {
    const waiting = this.pending.get(knownOn);
    if (waiting) waiting.push({ row, result });
    else this.pending.set(knownOn, [{ row, result }]);
  }

  private observeBefore(day: string): void {
    for (const knownOn of [...this.pending.keys()].filter((known) => known < day).sort()) {
      for (const { row, result } of this.pending.get(knownOn) ?? []) {
        for (const target of TARGETS) {
          this.histories[target].observe(row, result === null ? null : labelOf(result, target));
        }
      }
      this.pending.delete(knownOn);
    }
  }
}

const labelOf = ({ isFinding, isCritical }: LearnedResult, target: Target): 0 | 1 =>
  (target === 'finding' ? isFinding : isCritical) ? 1 : 0;
