import type { Lane, SelectionReason } from '@/lib/consignment/codes';
import type { Reason } from '@/lib/kernel/problem';
import { type Decision, nextStatus, type Status } from './transitions';

/** Consignments released in one go: what one page shows, so that each was before the officer's eyes. */
export const TOGETHER_MAX = 50;
/** Highest score that leaves together with others; above it each is looked at by itself. */
export const TOGETHER_SCORE_MAX = 59;

export type TogetherFacts = {
  readonly status: Status;
  readonly laneEffective: Lane;
  readonly selectionReason: SelectionReason;
  readonly score: number;
  readonly openHolds: number;
  readonly openReferrals: number;
  readonly isUpdated: boolean;
  /** An answer of the partner waits to be read. */
  readonly hasUnreadAnswer: boolean;
  readonly examinationOutcome: 'none' | 'ordered' | 'conform' | 'finding' | 'not_done';
};

/** Selections that ask for a look at this very consignment. */
const BY_ITSELF: readonly SelectionReason[] = ['mandatory', 'random', 'rule', 'officer'];

/**
 * Whether a consignment may leave together with others of its kind. What somebody or something singled out is decided by itself; every
 * reason is named. That it may be released at all is decided after this, as for any other.
 */
export function decideTogether(facts: TogetherFacts): Decision<object> {
  const transition = nextStatus('release', facts.status);
  if (!transition.ok) return transition;
  const reasons: Reason[] = [];
  const exclude = (isSo: boolean, code: string, params?: Reason['params']) => {
    if (isSo) reasons.push(params ? { code, params } : { code });
  };
  exclude(facts.openHolds > 0, 'together.hold_open');
  exclude(facts.openReferrals > 0, 'together.question_open');
  exclude(facts.hasUnreadAnswer, 'together.answer_unread');
  exclude(facts.isUpdated, 'together.new_data');
  exclude(facts.examinationOutcome !== 'none', 'together.examined');
  exclude(BY_ITSELF.includes(facts.selectionReason), `together.selected_${facts.selectionReason}`);
  exclude(facts.laneEffective === 'red', 'together.red');
  exclude(facts.score > TOGETHER_SCORE_MAX, 'together.score', { score: facts.score, most: TOGETHER_SCORE_MAX });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true };
}
