import { type Rate, wilson } from '@/lib/kernel/wilson';
import type { TraineeAct } from './course';
import { type CaseTruth, isFaulty, type Judgement, judge } from './truth';

/** An answer beside the truth, with the seconds from seeing the case to answering. */
export type AnsweredCase = {
  readonly truth: Pick<CaseTruth, 'result'>;
  readonly act: TraineeAct;
  readonly seconds: number;
};

/** Marks of the cases answered so far. Rates carry their 95 % interval: ten cases say little, and the marks say so. */
export type Marks = {
  readonly answered: number;
  /** Faults found among faults; null while none was among the cases. */
  readonly hits: Rate | null;
  /** Controls of what was as declared, among what was; null while nothing was. */
  readonly falseAlarms: Rate | null;
  readonly counts: Readonly<Record<Judgement, number>>;
  /** Middle time a case: a case left open over lunch moves it little. Null before the first answer. */
  readonly medianSeconds: number | null;
};

/** Marks a course, or the part of it that is done. */
export function marksOf(answers: readonly AnsweredCase[]): Marks {
  const counts: Record<Judgement, number> = { hit: 0, wrong_control: 0, missed: 0, passed: 0, false_alarm: 0 };
  for (const { truth, act } of answers) counts[judge(truth, act)] += 1;
  const faulty = answers.filter(({ truth }) => isFaulty(truth)).length;
  return {
    answered: answers.length,
    hits: wilson(counts.hit, faulty),
    falseAlarms: wilson(counts.false_alarm, answers.length - faulty),
    counts,
    medianSeconds: medianOf(answers.map(({ seconds }) => seconds)),
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}

/** Whole seconds between seeing a case and answering it; never less than none, whatever the clocks. */
export function secondsBetween(openedAt: Date, answeredAt: Date): number {
  return Math.max(0, Math.round((answeredAt.getTime() - openedAt.getTime()) / 1_000));
}
