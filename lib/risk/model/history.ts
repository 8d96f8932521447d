import { type BandField, type FeaturePlan, type FeatureRow, featuresOf, keyOf } from './plan';

/** What was found under one key so far. */
export type Tally = { seen: number; findings: number };
/** Running mean and sum of squared distances of a logarithm (Welford 1962). */
type Moments = { count: number; mean: number; squares: number };

/** A past as it is stored: of each key column and each deviation column, the keys with their counts. */
export type StoredHistory = {
  readonly all: Tally;
  readonly tallies: readonly (readonly (readonly [key: string, seen: number, findings: number])[])[];
  readonly moments: readonly (readonly (readonly [key: string, count: number, mean: number, squares: number])[])[];
};

/** A result of an examination: 1 a finding, 0 none. Null is no result: the row then tells of declared numbers only. */
export type Label = 0 | 1 | null;

/** Variance of a logarithm before anything is known of a key, and the fewest numbers a comparison rests on. */
const VARIANCE_PRIOR = 0.25;
const COMPARED_MIN = 3;

/**
 * The past as the plan counts it: results per key, declared numbers per key. `encode` reads it and `observe` adds to it;
 * a row encoded before it is observed never sees its own result (rates smoothed after Micci-Barreca 2001).
 */
export class History {
  readonly width: number;
  private readonly bands: ReadonlyMap<string, BandField>;
  private readonly tallies: readonly Map<string, Tally>[];
  private readonly moments: readonly Map<string, Moments>[];
  private readonly all: Tally = { seen: 0, findings: 0 };

  constructor(readonly plan: FeaturePlan) {
    this.width = featuresOf(plan).length;
    this.bands = new Map(plan.bands.map((band) => [band.field, band]));
    this.tallies = plan.keys.map(() => new Map());
    this.moments = plan.deviations.map(() => new Map());
  }

  /** The past as it was stored. A key that was compared with nothing yet is not kept: it says nothing. */
  static of(plan: FeaturePlan, stored: StoredHistory): History {
    const history = new History(plan);
    Object.assign(history.all, stored.all);
    stored.tallies.forEach((rows, column) => {
      for (const [key, seen, findings] of rows) history.tallies[column]?.set(key, { seen, findings });
    });
    stored.moments.forEach((rows, column) => {
      for (const [key, count, mean, squares] of rows) history.moments[column]?.set(key, { count, mean, squares });
    });
    return history;
  }

  stored(): StoredHistory {
    return {
      all: { ...this.all },
      tallies: this.tallies.map((keys) => [...keys].map(([key, { seen, findings }]) => [key, seen, findings] as const)),
      moments: this.moments.map((keys) =>
        [...keys]
          .filter(([, { count }]) => count >= COMPARED_MIN)
          .map(([key, { count, mean, squares }]) => [key, count, mean, squares] as const),
      ),
    };
  }

  /** What was found under the key a row has in these fields of the plan; null where the row or the plan lacks it. */
  tallyOf(row: FeatureRow, fields: readonly string[]): Readonly<Tally> | null {
    const column = this.plan.keys.findIndex((key) => key.fields.join('+') === fields.join('+'));
    const key = column < 0 ? null : keyOf(row, fields, this.bands);
    return key === null ? null : (this.tallies[column]?.get(key) ?? { seen: 0, findings: 0 });
  }

  /** What is usual under the key that a deviation compares with (the geometric mean); null where too little is known. */
  usualOf(row: FeatureRow, of: string, within: readonly string[]): number | null {
    const column = this.plan.deviations.findIndex((one) => one.of === of && one.within.join('+') === within.join('+'));
    const key = column < 0 ? null : keyOf(row, within, this.bands);
    const moments = key === null ? undefined : this.moments[column]?.get(key);
    return moments && moments.count >= COMPARED_MIN ? Math.exp(moments.mean) : null;
  }

  /** Writes the features of a row, as the past has them now, from `offset` on. */
  encode(row: FeatureRow, into: Float32Array, offset = 0): void {
    let at = offset;
    for (const { field } of this.plan.numbers) into[at++] = row.numbers[field] ?? Number.NaN;
    this.plan.keys.forEach(({ fields }, column) => {
      const key = keyOf(row, fields, this.bands);
      const tally = key === null ? undefined : this.tallies[column]?.get(key);
      into[at++] = key === null ? Number.NaN : this.rate(tally);
      into[at++] = key === null ? Number.NaN : (tally?.seen ?? 0);
    });
    this.plan.deviations.forEach(({ of, within }, column) => {
      into[at++] = this.deviation(column, row.numbers[of] ?? null, keyOf(row, within, this.bands));
    });
    for (const { hits, of } of this.plan.ratios ?? []) {
      const [findings, seen] = [row.numbers[hits] ?? null, row.numbers[of] ?? null];
      into[at++] = findings === null || seen === null ? Number.NaN : this.rate({ findings, seen });
    }
  }

  /** Adds a row to the past: its declared numbers, and its result where there is one. */
  observe(row: FeatureRow, label: Label): void {
    this.plan.deviations.forEach(({ of, within }, column) => {
      const key = keyOf(row, within, this.bands);
      const value = row.numbers[of] ?? null;
      if (key !== null && value !== null && value > 0) this.addNumber(column, key, Math.log(value));
    });
    if (label === null) return;
    this.all.seen += 1;
    this.all.findings += label;
    this.plan.keys.forEach(({ fields }, column) => {
      const key = keyOf(row, fields, this.bands);
      if (key !== null) this.addResult(column, key, label);
    });
  }

  private rate(tally: Tally | undefined): number {
    const { seen, findings } = this.all;
    if (seen === 0) return Number.NaN;
    const { smoothing } = this.plan;
    return ((tally?.findings ?? 0) + smoothing * (findings / seen)) / ((tally?.seen ?? 0) + smoothing);
  }

  private deviation(column: number, value: number | null, key: string | null): number {
    const moments = key === null ? undefined : this.moments[column]?.get(key);
    if (!moments || value === null || value <= 0 || moments.count < COMPARED_MIN) return Number.NaN;
    const variance = (moments.squares + VARIANCE_PRIOR) / moments.count;
    return (Math.log(value) - moments.mean) / Math.sqrt(variance);
  }

  private addResult(column: number, key: string, label: 0 | 1): void {
    const tally = this.tallies[column]?.get(key);
    if (!tally) {
      this.tallies[column]?.set(key, { seen: 1, findings: label });
      return;
    }
    tally.seen += 1;
    tally.findings += label;
  }

  private addNumber(column: number, key: string, logarithm: number): void {
    let moments = this.moments[column]?.get(key);
    if (!moments) {
      moments = { count: 0, mean: 0, squares: 0 };
      this.moments[column]?.set(key, moments);
    }
    const distance = logarithm - moments.mean;
    moments.count += 1;
    moments.mean += distance / moments.count;
    moments.squares += distance * (logarithm - moments.mean);
  }
}
