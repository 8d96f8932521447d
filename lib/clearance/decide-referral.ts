import { DAY_MS } from '@/lib/kernel/dates';
import type { Reason } from '@/lib/kernel/problem';
import { isOfType, type QuestionCode } from './questions';
import type { ReferralType } from './reasons';
import { type Decision, nextStatus, type Status } from './transitions';

/** Longest time a partner may be given: beyond it the question is a formality. */
export const REFERRAL_DUE_DAYS_MAX = 30;

/**
 * Shortest time a partner is given for papers of goods that left: what it is asked is what more may be charged on, and before a decision
 * against them people have 30 days to say what they think (Delegated Regulation (EU) 2015/2446, Article 8(1)). An answer ends it earlier.
 */
export const AUDIT_DUE_DAYS_MIN = 30;
/** Longest time for the same: nothing waits for it, but a debt is told within three years. */
export const AUDIT_DUE_DAYS_MAX = 90;

type Wish = {
  readonly type: ReferralType;
  readonly dueAt: Date;
  readonly questionCode: QuestionCode | null;
  /** The officer's own words. */
  readonly question: string | null;
};

/** Whether the partner may be asked: something, one open question of a kind, due after now and in time; of goods that left with the time the law gives. */
export function decideReferral(
  status: Status,
  openTypes: readonly string[],
  wish: Wish,
  at: Date,
  act: 'refer' | 'audit_ask' = 'refer',
): Decision<{ next: Status }> {
  const transition = nextStatus(act, status);
  if (!transition.ok) return transition;
  if (openTypes.includes(wish.type)) return { ok: false, reasons: [{ code: 'referral.duplicate', pointer: 'type' }] };
  if (wish.questionCode && !isOfType(wish.questionCode, wish.type)) {
    return { ok: false, reasons: [{ code: 'referral.other_kind', pointer: 'questionCode' }] };
  }
  if (!wish.questionCode && !wish.question) {
    return { ok: false, reasons: [{ code: 'referral.nothing_asked', pointer: 'question' }] };
  }
  const due = whyNotDue(wish.dueAt, at, act);
  return due ? { ok: false, reasons: [{ pointer: 'dueAt', ...due }] } : transition;
}

function whyNotDue(dueAt: Date, at: Date, act: 'refer' | 'audit_ask'): Omit<Reason, 'pointer'> | null {
  if (dueAt <= at) return { code: 'referral.due_past' };
  const inDays = (days: number) => at.getTime() + days * DAY_MS;
  if (act === 'audit_ask' && dueAt.getTime() < inDays(AUDIT_DUE_DAYS_MIN)) {
    return { code: 'referral.due_too_soon', params: { days: AUDIT_DUE_DAYS_MIN } };
  }
  const days = act === 'audit_ask' ? AUDIT_DUE_DAYS_MAX : REFERRAL_DUE_DAYS_MAX;
  return dueAt.getTime() > inDays(days) ? { code: 'referral.due_too_late', params: { days } } : null;
}

/** How a question was settled, where it was, and by whom. */
export type Settled = {
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
};

/**
 * Whether an answer may be entered: once, while the consignment is open. A partner who comes too late is told no more than that:
 * neither who answered nor where the consignment stands.
 */
export function decideAnswer(status: Status, referral: Settled, by: 'partner' | 'customs'): Decision<{ next: Status }> {
  const transition = nextStatus('answer', status);
  if (by === 'partner' && (referral.answeredAt || referral.withdrawnAt || !transition.ok)) {
    return { ok: false, reasons: [{ code: 'referral.closed' }] };
  }
  return whileUnsettled(referral, transition);
}

/**
 * Whether a partner sends the answer it gave before once more, as a program does that never saw what came of its call: it is given the
 * first result. What another entered is not told by it.
 */
export function isSentAgain(
  given: { readonly answer: string | null; readonly answeredFrom: 'partner' | 'customs' | null },
  answer: string,
  by: 'partner' | 'customs',
): boolean {
  return by === 'partner' && given.answeredFrom === 'partner' && given.answer === answer;
}

/** Whether a question may be taken back: while nobody answered it. */
export function decideWithdrawal(status: Status, referral: Settled): Decision<{ next: Status }> {
  return whileUnsettled(referral, nextStatus('withdraw_referral', status));
}

function whileUnsettled(referral: Settled, transition: Decision<{ next: Status }>): Decision<{ next: Status }> {
  const { answeredAt, answeredByName, withdrawnAt, withdrawnByName } = referral;
  if (answeredAt) {
    const params = { name: answeredByName ?? '', at: answeredAt.getTime() };
    return { ok: false, reasons: [{ code: 'referral.answered', params }] };
  }
  if (withdrawnAt) {
    const params = { name: withdrawnByName ?? '', at: withdrawnAt.getTime() };
    return { ok: false, reasons: [{ code: 'referral.withdrawn', params }] };
  }
  return transition;
}
