import type { HoldGround } from './reasons';
import { type Decision, nextStatus, type Status } from './transitions';

/** Whether a hold may be placed; the ground `other` needs words, and one ground holds once. */
export function decideHold(
  status: Status,
  openGrounds: readonly string[],
  wish: { readonly ground: HoldGround; readonly note: string | null },
): Decision<{ next: Status }> {
  const transition = nextStatus('hold', status);
  if (!transition.ok) return transition;
  if (openGrounds.includes(wish.ground)) return { ok: false, reasons: [{ code: 'hold.duplicate', pointer: 'ground' }] };
  if (wish.ground === 'other' && !wish.note)
    return { ok: false, reasons: [{ code: 'hold.note_required', pointer: 'note' }] };
  return transition;
}

/** Whether a hold may be lifted: once. */
export function decideLift(
  status: Status,
  hold: { readonly liftedAt: Date | null; readonly liftedByName: string | null },
): Decision<{ next: Status }> {
  if (hold.liftedAt) {
    const params = { name: hold.liftedByName ?? '', at: hold.liftedAt.getTime() };
    return { ok: false, reasons: [{ code: 'hold.lifted', params }] };
  }
  return nextStatus('lift', status);
}
