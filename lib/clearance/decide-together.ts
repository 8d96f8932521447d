import { LANES, type Lane, type SelectionReason } from '@/lib/consignment/codes';
import type { Reason } from '@/lib/kernel/problem';
import { type Decision, nextStatus, type Status } from './transitions';

/** Most consignments that an office may let leave in one go: few enough to be read through in the preview. */
export const TOGETHER_MAX = 200;

/** Above so many in one go the number is typed: a slip of the hand releases no page of a queue. */
export const TYPED_ABOVE = 20;

/** What an office lets leave together; a supervisor or risk manager sets it. */
export type TogetherLimits = {
  /** Consignments in one go. */
  readonly rowsMax: number;
  /** Highest score; above it each is looked at by itself. */
  readonly scoreMax: number;
  /** Whether goods may be among them that want of slots left with less control than their assessment asked for. */
  readonly takesNoSlot: boolean;
  /** More consignments than these need a second person. */
  readonly secondAboveRows: number;
  /** So does a higher value of all of them, in minor units of the administration's currency. */
  readonly secondAboveMinor: bigint;
};

/**
 * As long as nobody has set others. Goods that found no slot are left out: they have had less of a look than they were meant to have,
 * and would leave without any.
 */
export const TOGETHER_LIMITS: TogetherLimits = {
  rowsMax: 50,
  scoreMax: 59,
  takesNoSlot: false,
  secondAboveRows: 20,
  secondAboveMinor: 500_000n,
};

/** What some consignments come to together. */
export type TogetherSum = { readonly count: number; readonly valueMinor: bigint };

/** What one person let leave in so many hours counts as one: a limit is not passed by doing it in parts. */
export const ALONE_HOURS = 24;

/** Whether so many, or so much, leave only when another person has confirmed it; `alone` is what the same person let leave lately. */
export function needsSecond(now: TogetherSum, alone: TogetherSum, limits: TogetherLimits): boolean {
  return (
    now.count + alone.count > limits.secondAboveRows || now.valueMinor + alone.valueMinor > limits.secondAboveMinor
  );
}

export type TogetherFacts = {
  readonly status: Status;
  readonly laneAssigned: Lane;
  readonly laneEffective: Lane;
  readonly selectionReason: SelectionReason;
  readonly score: number;
  readonly openHolds: number;
  readonly openReferrals: number;
  readonly isUpdated: boolean;
  /** An answer of the partner waits to be read. */
  readonly hasUnreadAnswer: boolean;
  /** Listed parties it resembles of whom nobody has said that they are another. */
  readonly openMatches: number;
  readonly examinationOutcome: 'none' | 'ordered' | 'conform' | 'finding' | 'not_done';
};

/** Selections that ask for a look at this very consignment. */
const BY_ITSELF: readonly SelectionReason[] = ['mandatory', 'random', 'rule', 'officer'];

/**
 * Whether a consignment may leave together with others of its kind. What somebody or something singled out is decided by itself; every
 * reason is named. That it may be released at all is decided after this, as for any other. `count` are those chosen with it.
 */
export function decideTogether(facts: TogetherFacts, limits: TogetherLimits, count: number): Decision<object> {
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
  exclude(facts.openMatches > 0, 'together.match', { count: facts.openMatches });
  exclude(facts.examinationOutcome !== 'none', 'together.examined');
  exclude(BY_ITSELF.includes(facts.selectionReason), `together.selected_${facts.selectionReason}`);
  exclude(facts.laneEffective === 'red', 'together.red');
  exclude(facts.score > limits.scoreMax, 'together.score', { score: facts.score, most: limits.scoreMax });
  exclude(!limits.takesNoSlot && foundNoSlot(facts), 'together.no_slot');
  exclude(count > limits.rowsMax, 'together.too_many', { count, most: limits.rowsMax });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true };
}

/** Whether want of slots left it with less control than its assessment asked for. */
export function foundNoSlot({
  laneAssigned,
  laneEffective,
  selectionReason,
}: Pick<TogetherFacts, 'laneAssigned' | 'laneEffective' | 'selectionReason'>): boolean {
  return selectionReason === 'no_capacity' || LANES.indexOf(laneAssigned) > LANES.indexOf(laneEffective);
}
