import { describe, expect, it } from 'vitest';
import { decideUndo, type LastDecision, type UndoFacts } from './decide-undo';

const at = new Date('2026-11-02T10:00:00Z');
const last: LastDecision = {
  kind: 'release',
  state: 'final',
  fromStatus: 'selected',
  decidedBy: 'a',
  decidedByName: 'A. Kaya',
  decidedAt: at,
  secondByName: null,
  secondBy: null,
  batchId: null,
};
const facts: UndoFacts = { status: 'released', last, transmittedAt: null, undoMinutes: 10 };
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

function refusal(changes: Partial<UndoFacts>, actor = 'a', minutes = 1) {
  const decision = decideUndo({ ...facts, ...changes }, actor, after(minutes));
  return decision.ok ? decision.next : decision.reasons[0]?.code;
}

describe('Taking back', () => {
  it('is possible for the own release up to the last instant of the window', () => {
    expect(refusal({}, 'a', 10)).toBe('selected');
    expect(refusal({}, 'a', 10.1)).toBe('undo.too_late');
  });
  it('is not possible for a colleague, nor after the partner read it', () => {
    expect(refusal({}, 'b')).toBe('undo.not_own');
    expect(refusal({ transmittedAt: at })).toBe('undo.transmitted');
  });
  it('of what two released together is possible for either', () => {
    const seconded = { ...last, secondBy: 'b', secondByName: 'B. Moreau', batchId: 'batch' };
    expect(refusal({ last: seconded }, 'a')).toBe('selected');
    expect(refusal({ last: seconded }, 'b')).toBe('selected');
    expect(refusal({ last: seconded }, 'c')).toBe('undo.not_own');
    expect(refusal({ last: { ...seconded, batchId: null } }, 'a')).toBe('undo.seconded');
  });
  it('of a proposed seizure is a withdrawal without a window; a seconded one belongs to two', () => {
    const proposed = { ...last, kind: 'seize', state: 'proposed' } as const;
    expect(refusal({ status: 'awaiting_second', last: proposed }, 'a', 5_000)).toBe('selected');
    expect(refusal({ status: 'seized', last: { ...proposed, state: 'final', secondByName: 'B. Moreau' } })).toBe(
      'undo.seconded',
    );
  });
  it('leads where the goods stood before', () => {
    const returned = { ...last, kind: 'return', fromStatus: 'refused' } as const;
    expect(refusal({ status: 'returned', last: returned })).toBe('refused');
    expect(refusal({ status: 'detained', last: { ...last, kind: 'detain' } })).toBe('selected');
    const destroyed = { ...last, kind: 'destroy', state: 'proposed', fromStatus: 'seized' } as const;
    expect(refusal({ status: 'awaiting_second', last: destroyed }, 'a', 5_000)).toBe('seized');
  });
  it('needs a decision of an officer', () => {
    expect(refusal({ last: null })).toBe('undo.nothing');
    expect(refusal({ last: { ...last, state: 'undone' } })).toBe('undo.nothing');
  });
});
