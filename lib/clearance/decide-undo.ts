import { type Decision, nextStatus, type Status } from './transitions';

export type LastDecision = {
  readonly kind: 'release' | 'release_with_correction' | 'seize';
  readonly state: 'proposed' | 'final' | 'rejected' | 'undone';
  readonly decidedBy: string;
  readonly decidedByName: string;
  /** Who confirmed it, where that took a second person. */
  readonly secondBy: string | null;
  readonly decidedAt: Date;
};

export type UndoFacts = {
  readonly status: Status;
  readonly last: LastDecision | null;
  readonly transmittedAt: Date | null;
  readonly undoMinutes: number;
};

/**
 * Whether the officer may take back the last decision: the own one, not yet transmitted to the partner, within the window. Of a release
 * that two decided either may: the goods stay.
 * The proposer of a seizure may withdraw it while nobody has seconded it; a seconded one belongs to two.
 */
export function decideUndo(facts: UndoFacts, actorId: string, at: Date): Decision<{ next: Status }> {
  const { last } = facts;
  if (!last || last.state === 'rejected' || last.state === 'undone')
    return { ok: false, reasons: [{ code: 'undo.nothing' }] };
  if (last.kind === 'seize' && last.state === 'final') return { ok: false, reasons: [{ code: 'undo.seconded' }] };
  if (last.decidedBy !== actorId && (last.kind === 'seize' || last.secondBy !== actorId)) {
    return { ok: false, reasons: [{ code: 'undo.not_own', params: { name: last.decidedByName } }] };
  }
  if (last.state === 'proposed') return nextStatus('withdraw_seizure', facts.status);
  if (facts.transmittedAt) {
    return { ok: false, reasons: [{ code: 'undo.transmitted', params: { at: facts.transmittedAt.getTime() } }] };
  }
  if (at.getTime() > last.decidedAt.getTime() + facts.undoMinutes * 60_000) {
    return { ok: false, reasons: [{ code: 'undo.too_late', params: { minutes: facts.undoMinutes } }] };
  }
  return nextStatus('undo_release', facts.status);
}
