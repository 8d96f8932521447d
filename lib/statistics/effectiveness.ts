import type { SelectionReason } from '@/lib/consignment/codes';
import { isSure } from '@/lib/kernel/weighted-rate';
import { type Rate, wilson } from '@/lib/kernel/wilson';
import { liftOverSample, type SampleLift } from './sample-estimate';

/** Consignments by why they were selected and what became of the examination. Amounts in minor units. */
export type ExaminationCount = {
  readonly reason: string;
  readonly examination: string;
  readonly consignments: number;
  readonly extraChargesMinor: bigint;
};

export type ReasonYield = {
  readonly reason: SelectionReason;
  readonly consignments: number;
  /** Carried out: conform or finding. Ordered ones and those not done say nothing about the goods. */
  readonly examined: number;
  readonly findings: number;
  readonly notDone: number;
  readonly hitRate: Rate | null;
  /** What examinations added to the charges, as far as it is known. */
  readonly extraChargesMinor: bigint;
  /** Consignments whose extra charges are open: they are in no sum. */
  readonly extraChargesOpen: number;
};

export type Effectiveness = {
  readonly consignments: number;
  readonly examined: number;
  readonly examinationRate: number | null;
  /** Findings among consignments examined because of their score, a rule, a mandatory control or an officer: all but the sample. */
  readonly risk: Rate | null;
  /** The share the random sample estimates: the only unbiased one of what goes wrong in consignments nothing else sends to examination. */
  readonly random: Rate | null;
  /** Drawn at random, examined or not, and those examined: what is missing biases the sample. */
  readonly drawn: number;
  readonly drawnExamined: number;
  /** Selected, and released because no slot was left: the limit of hands, no fault of what selected. */
  readonly noCapacity: number;
  /** Risk hit rate over that share; null while the sample gives none above 0. */
  readonly lift: SampleLift | null;
  /** Whether chance is an unlikely explanation of the lift. */
  readonly isApart: boolean;
  readonly reasons: readonly ReasonYield[];
  /** Of all reasons together. */
  readonly extraChargesMinor: bigint;
  readonly extraChargesOpen: number;
};

const ORDER: readonly SelectionReason[] = ['score', 'rule', 'mandatory', 'officer', 'random'];

/**
 * Examination rate, hit rates and lift from the counts; the random sample is never mixed into the others. `open` is the number of
 * consignments whose extra charges are open, by why they were selected; `random` is what the sample estimates (`sampleRate`).
 */
export function effectivenessOf(
  counts: readonly ExaminationCount[],
  open: ReadonlyMap<string, number>,
  random: Rate | null,
): Effectiveness {
  const reasons = ORDER.map((reason) => yieldOf(reason, counts, open.get(reason) ?? 0)).filter(
    (row) => row.consignments > 0,
  );
  const byRisk = reasons.filter((row) => row.reason !== 'random');
  const sample = reasons.find((row) => row.reason === 'random');
  const risk = wilson(sum(byRisk, 'findings'), sum(byRisk, 'examined'));
  const lift = liftOverSample(risk, random);
  const consignments = sum(reasons, 'consignments');
  const examined = sum(reasons, 'examined');
  return {
    consignments,
    examined,
    examinationRate: consignments === 0 ? null : examined / consignments,
    risk,
    random,
    drawn: sample?.consignments ?? 0,
    drawnExamined: sample?.examined ?? 0,
    noCapacity: yieldOf('no_capacity', counts, 0).consignments,
    lift,
    isApart: isSure(lift),
    reasons,
    extraChargesMinor: reasons.reduce((total, row) => total + row.extraChargesMinor, 0n),
    extraChargesOpen: sum(reasons, 'extraChargesOpen'),
  };
}

function sum(rows: readonly ReasonYield[], key: 'consignments' | 'examined' | 'findings' | 'extraChargesOpen'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function yieldOf(reason: SelectionReason, counts: readonly ExaminationCount[], extraChargesOpen: number): ReasonYield {
  const own = counts.filter((count) => count.reason === reason);
  const of = (examination: string) =>
    own.filter((count) => count.examination === examination).reduce((total, count) => total + count.consignments, 0);
  const findings = of('finding');
  const examined = of('conform') + findings;
  return {
    reason,
    consignments: own.reduce((total, count) => total + count.consignments, 0),
    examined,
    findings,
    notDone: of('not_done'),
    hitRate: wilson(findings, examined),
    extraChargesMinor: own.reduce((total, count) => total + count.extraChargesMinor, 0n),
    extraChargesOpen,
  };
}
