import type { CorrectionField, ResultCode } from '@/lib/clearance/results';
import type { TraineeAct } from './course';

/** What is true of one case, with what would have had to be declared in the place of what was. */
export type CaseTruth = {
  readonly result: ResultCode;
  readonly corrections: readonly {
    readonly itemNumber: number;
    readonly field: CorrectionField;
    readonly declared: string | null;
    readonly true: string;
  }[];
};

/**
 * The controls that bring each fault to light. A document shows what was paid, for whom and under which licence; what is in the box
 * shows only when somebody looks.
 */
const FOUND_BY = {
  minor_error: ['documents', 'examination'],
  undervalued: ['documents', 'examination'],
  misclassified: ['documents', 'examination'],
  misdescribed: ['examination'],
  quantity: ['examination'],
  origin: ['documents', 'examination'],
  prohibited: ['examination'],
  restricted: ['documents', 'examination'],
  ipr: ['examination'],
  safety: ['documents', 'examination'],
  split: ['documents', 'examination'],
  conform: [],
  not_found: [],
  not_done: [],
} as const satisfies Record<ResultCode, readonly TraineeAct[]>;

/**
 * How an act stands beside the truth. `hit`: a fault a control of this kind finds; `wrong_control`: controlled, but not in a way that
 * finds it; `missed`: released; `passed`: released, rightly; `false_alarm`: controlled for nothing.
 */
export const JUDGEMENTS = ['hit', 'wrong_control', 'missed', 'passed', 'false_alarm'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Whether there is something to find. */
export const isFaulty = ({ result }: Pick<CaseTruth, 'result'>): boolean => FOUND_BY[result].length > 0;

/** The controls that find what is wrong; none where nothing is. */
export const findingActs = ({ result }: Pick<CaseTruth, 'result'>): readonly TraineeAct[] => FOUND_BY[result];

/** Judges one answer. */
export function judge(truth: Pick<CaseTruth, 'result'>, act: TraineeAct): Judgement {
  if (!isFaulty(truth)) return act === 'release' ? 'passed' : 'false_alarm';
  if (act === 'release') return 'missed';
  return findingActs(truth).includes(act) ? 'hit' : 'wrong_control';
}

/**
 * The provision each result rests on, named beside the explanation. Union law as example; an administration of its own replaces it
 * where it replaces the sentences.
 */
export const LAW_OF_RESULT = {
  conform: 'Regulation (EU) No 952/2013, Article 194(1)',
  minor_error: 'Regulation (EU) No 952/2013, Article 173',
  undervalued: 'Regulation (EU) No 952/2013, Article 70; Implementing Regulation (EU) 2015/2447, Article 140',
  misclassified: 'Regulation (EU) No 952/2013, Article 57; Regulation (EEC) No 2658/87, Annex I',
  misdescribed: 'Regulation (EU) No 952/2013, Articles 15(2) and 188',
  quantity: 'Regulation (EU) No 952/2013, Articles 15(2) and 188',
  origin: 'Regulation (EU) No 952/2013, Articles 59 to 61',
  prohibited: 'Regulation (EU) No 952/2013, Articles 134(1) and 198',
  restricted: 'Regulation (EU) No 952/2013, Articles 134(1) and 163',
  ipr: 'Regulation (EU) No 608/2013, Articles 17, 18 and 26',
  safety: 'Regulation (EU) 2019/1020, Articles 26 to 28',
  split: 'Regulation (EC) No 1186/2009, Article 23; Regulation (EU) No 952/2013, Article 15(2)',
  not_found: 'Regulation (EU) No 952/2013, Article 188',
  not_done: 'Regulation (EU) No 952/2013, Article 188',
} as const satisfies Record<ResultCode, string>;
