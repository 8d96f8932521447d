import type { DecisionKind } from '@/lib/consignment/codes';
import { type Decision, nextStatus, type Status } from './transitions';

export type LastDecision = {
  readonly kind: DecisionKind;
  readonly state: 'proposed' | 'final' | 'rejected' | 'undone';
  /** Where the consignment stood before. */
  readonly fromStatus: Status;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  /** Null where one officer decided. */
  readonly secondByName: string | null;
  readonly secondBy: string | null;
  /** What it was released together with; null where it was decided by itself. */
  readonly batchId: string | null;
};

export type UndoFacts = {
  readonly status: Status;
  readonly last: LastDecision | null;
  readonly transmittedAt: Date | null;
  readonly undoMinutes: number;
};

/**
 * Whether the officer may take back the last decision: the own one, not yet transmitted to the partner, within the window.
 * The proposer may withdraw a proposal while nobody has seconded it; a seconded one belongs to two. What two released together either
 * of them takes back: the goods stay.
 */
export function decideUndo(
  facts: UndoFacts,
  actorId: string,
  at: Date,
): Decision<{ next: Status; act: 'undo' | 'withdraw_proposal' }> {
  const { last } = facts;
  if (!last || last.state === 'rejected' || last.state === 'undone')
    return { ok: false, reasons: [{ code: 'undo.nothing' }] };
  const isOfBatch = last.batchId !== null;
  if (last.state === 'final' && last.secondByName !== null && !isOfBatch)
    return { ok: false, reasons: [{ code: 'undo.seconded' }] };
  if (last.decidedBy !== actorId && !(isOfBatch && last.secondBy === actorId)) {
    return { ok: false, reasons: [{ code: 'undo.not_own', params: { name: last.decidedByName } }] };
  }
  const act = last.state === 'proposed' ? 'withdraw_proposal' : 'undo';
  const decision = nextStatus(act, facts.status, last.fromStatus);
  if (!decision.ok) return decision;
  if (act === 'undo' && facts.transmittedAt) {
    return { ok: false, reasons: [{ code: 'undo.transmitted', params: { at: facts.transmittedAt.getTime() } }] };
  }
  if (act === 'undo' && at.getTime() > last.decidedAt.getTime() + facts.undoMinutes * 60_000) {
    return { ok: false, reasons: [{ code: 'undo.too_late', params: { minutes: facts.undoMinutes } }] };
  }
  return { ...decision, act };
}
