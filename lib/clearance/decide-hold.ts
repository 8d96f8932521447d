import type { HoldGround, HoldVerdict } from './reasons';
import { type Decision, nextStatus, possible, type Status } from './transitions';

/** Longest time an agency may be given, as long as a partner may. */
export const HOLD_DUE_DAYS_MAX = 30;

type Wish = {
  readonly ground: HoldGround;
  readonly note: string | null;
  readonly agencyId: string | null;
  readonly dueAt: Date | null;
  readonly itemNumbers: readonly number[];
};
type Standing = {
  readonly status: Status;
  /** Where it stood before what is proposed. */
  readonly proposedFrom: Status | null;
  readonly open: readonly { readonly ground: string; readonly agencyId: string | null }[];
  /** Numbers of the goods items there are. */
  readonly items: readonly number[];
};

/**
 * Whether a hold may be placed; the ground `other` needs words, and one ground holds once, for customs and for each agency. An
 * agency is asked in words and by a time.
 */
export function decideHold(standing: Standing, wish: Wish, at: Date): Decision<{ next: Status }> {
  const transition = nextStatus('hold', standing.status);
  if (!transition.ok) return transition;
  // Turned down or withdrawn, a proposal leaves the goods where they stood: a hold that nobody could lift there would stand for ever.
  if (standing.proposedFrom && !possible('lift', standing.proposedFrom).ok)
    return { ok: false, reasons: [{ code: 'status.awaiting_second' }] };
  const refused = (code: string, pointer: string, params?: Record<string, number>) => ({
    ok: false as const,
    reasons: [{ code, pointer, ...(params ? { params } : {}) }],
  });
  if (standing.open.some(({ ground, agencyId }) => ground === wish.ground && agencyId === wish.agencyId))
    return refused('hold.duplicate', 'ground');
  if (wish.ground === 'other' && !wish.note) return refused('hold.note_required', 'note');
  const strange = wish.itemNumbers.find((number) => !standing.items.includes(number));
  if (strange !== undefined) return refused('hold.item_unknown', 'itemNumbers', { item: strange });
  if (wish.agencyId !== null && !wish.note) return refused('hold.question_required', 'note');
  if (wish.agencyId !== null && !wish.dueAt) return refused('hold.due_required', 'dueAt');
  if (wish.dueAt && wish.dueAt <= at) return refused('hold.due_past', 'dueAt');
  if (wish.dueAt && wish.dueAt.getTime() > at.getTime() + HOLD_DUE_DAYS_MAX * 86_400_000)
    return refused('hold.due_too_late', 'dueAt', { days: HOLD_DUE_DAYS_MAX });
  return transition;
}

type Lifted = { readonly liftedAt: Date | null; readonly liftedByName: string | null };

/** Whether a hold may be lifted: once, and against what its agency said or before it spoke only with the reason in words. */
export function decideLift(
  status: Status,
  hold: Lifted & { readonly agencyId: string | null },
  note: string | null,
): Decision<{ next: Status }> {
  if (hold.liftedAt) {
    const params = { name: hold.liftedByName ?? '', at: hold.liftedAt.getTime() };
    return { ok: false, reasons: [{ code: 'hold.lifted', params }] };
  }
  const transition = nextStatus('lift', status);
  if (transition.ok && hold.agencyId !== null && !note)
    return { ok: false, reasons: [{ code: 'hold.lift_note_required', pointer: 'note' }] };
  return transition;
}

/**
 * Whether an agency may answer: while the hold is open, as often as things change, and each time as it saw the hold. A hold that is
 * over is told as no more than that: where the consignment stands is not for the agency. An approval lifts the hold.
 */
export function decideHoldAnswer(
  status: Status,
  hold: { readonly liftedAt: Date | null; readonly answerCount: number; readonly lastByName: string | null },
  wish: { readonly verdict: HoldVerdict; readonly conditions: string | null; readonly seenAnswers: number },
): Decision<{ next: Status; lifts: boolean }> {
  const transition = nextStatus('answer_hold', status);
  if (hold.liftedAt || !transition.ok) return { ok: false, reasons: [{ code: 'hold.closed' }] };
  if (hold.answerCount !== wish.seenAnswers)
    return { ok: false, reasons: [{ code: 'hold.answered', params: { name: hold.lastByName ?? '' } }] };
  if (wish.conditions && wish.verdict !== 'approve')
    return { ok: false, reasons: [{ code: 'hold.conditions_unfit', pointer: 'conditions' }] };
  return { ...transition, lifts: wish.verdict === 'approve' };
}
