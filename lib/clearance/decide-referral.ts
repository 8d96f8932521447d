import type { ReferralType } from './reasons';
import { type Decision, nextStatus, type Status } from './transitions';

/** Longest time a partner may be given: beyond it the question is a formality. */
export const REFERRAL_DUE_DAYS_MAX = 30;

/** Whether the partner may be asked: one open question of a kind, due after now and within thirty days. */
export function decideReferral(
  status: Status,
  openTypes: readonly string[],
  wish: { readonly type: ReferralType; readonly dueAt: Date },
  at: Date,
): Decision<{ next: Status }> {
  const transition = nextStatus('refer', status);
  if (!transition.ok) return transition;
  if (openTypes.includes(wish.type)) return { ok: false, reasons: [{ code: 'referral.duplicate', pointer: 'type' }] };
  if (wish.dueAt <= at) return { ok: false, reasons: [{ code: 'referral.due_past', pointer: 'dueAt' }] };
  if (wish.dueAt.getTime() > at.getTime() + REFERRAL_DUE_DAYS_MAX * 86_400_000) {
    return {
      ok: false,
      reasons: [{ code: 'referral.due_too_late', pointer: 'dueAt', params: { days: REFERRAL_DUE_DAYS_MAX } }],
    };
  }
  return transition;
}

/**
 * Whether an answer may be entered: once, while the consignment is open. A partner who comes too late is told no more than that:
 * neither who answered nor where the consignment stands.
 */
export function decideAnswer(
  status: Status,
  referral: { readonly answeredAt: Date | null; readonly answeredByName: string | null },
  by: 'partner' | 'customs',
): Decision<{ next: Status }> {
  const transition = nextStatus('answer', status);
  if (by === 'partner' && (referral.answeredAt || !transition.ok)) {
    return { ok: false, reasons: [{ code: 'referral.closed' }] };
  }
  if (referral.answeredAt) {
    const params = { name: referral.answeredByName ?? '', at: referral.answeredAt.getTime() };
    return { ok: false, reasons: [{ code: 'referral.answered', params }] };
  }
  return transition;
}
