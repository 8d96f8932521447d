import type { Problem } from '@/lib/kernel/problem';
import { type QualityBand, qualityBand } from './bands';
import { type Finding, findingsOf } from './score';

/** What the tally of a partner, a day or a submission learns of one record. */
export type Scored = { readonly score: number; readonly problems: readonly Problem[] };

type Counted = Finding & { records: number; example: string | null };

/** Records, their scores and their findings, added and taken out again: an amendment replaces what its consignment added. */
export class QualityTally {
  records = 0;
  refused = 0;
  scoreSum = 0;
  readonly bands: Record<QualityBand, number> = { poor: 0, weak: 0, fair: 0, good: 0 };
  private readonly counted = new Map<string, Counted>();

  /** Adds a record (`sign` 1) or takes it out (-1). `example` is its reference. */
  enter({ score, problems }: Scored, sign: 1 | -1, example: string | null): void {
    const findings = findingsOf(problems);
    this.records += sign;
    this.scoreSum += sign * score;
    this.bands[qualityBand(score)] += sign;
    if (findings.some(({ severity }) => severity === 'error')) this.refused += sign;
    for (const finding of findings) this.count(finding, sign, example);
  }

  private count(finding: Finding, sign: 1 | -1, example: string | null): void {
    const key = `${finding.code} ${finding.severity} ${finding.field}`;
    const known = this.counted.get(key);
    if (known) {
      known.records += sign;
      if (sign > 0) known.example = example ?? known.example;
    } else this.counted.set(key, { ...finding, records: sign, example: sign > 0 ? example : null });
  }

  /** Findings whose number changed, in an order that is the same for everybody who writes them. */
  findings(): readonly Readonly<Counted>[] {
    return [...this.counted]
      .filter(([, { records }]) => records !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, counted]) => counted);
  }
}
