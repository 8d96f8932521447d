import { describe, expect, it } from 'vitest';
import { DECISION_KINDS } from '@/lib/consignment/codes';
import { type Act, claimEffect, isOpen, nextStatus, possible, STATUSES, type Status, TRANSITIONS } from './transitions';

const ACTS = Object.keys(TRANSITIONS) as Act[];
const CASES = ACTS.flatMap((act) => STATUSES.map((status) => ({ act, status })));
const may = (act: Act) => TRANSITIONS[act].from as readonly Status[];
/** Where an act leads, seen from the table alone. */
const leadsTo = (act: Act, status: Status, aim: Status) => {
  const { to } = TRANSITIONS[act];
  return to === 'same' ? status : to === 'before' || to === 'proposed' ? aim : to;
};

describe('The status machine', () => {
  it.each(CASES)('$act in $status: as the table has it, or refused with the status', ({ act, status }) => {
    const aim = 'detained';
    const expected = may(act).includes(status)
      ? { ok: true, next: leadsTo(act, status, aim) }
      : { ok: false, reasons: [{ code: `status.${status}` }] };
    expect(nextStatus(act, status, aim)).toEqual(expected);
    expect(possible(act, status).ok).toBe(expected.ok);
  });

  it('leaves a destroyed consignment to nobody and a withdrawn one to new data alone, but for evidence and appeals', () => {
    const BESIDE: readonly Act[] = ['move_exhibit', 'attach', 'comment', 'appeal', 'decide_appeal'];
    const acts = (status: Status) => ACTS.filter((act) => !BESIDE.includes(act) && possible(act, status).ok);
    expect(STATUSES.filter((status) => !possible('appeal', status).ok)).toEqual(['withdrawn']);
    expect(STATUSES.filter((status) => !possible('move_exhibit', status).ok)).toEqual([]);
    expect(STATUSES.filter((status) => !possible('attach', status).ok)).toEqual(['withdrawn']);
    expect(acts('destroyed')).toEqual([]);
    expect(acts('withdrawn')).toEqual(['release_by_lane', 'reselect']);
    expect(acts('released')).toEqual([
      ...['answer', 'withdraw_referral', 'reverse', 'audit_select', 'audit_take', 'audit_ask', 'audit_result'],
      ...['undo', 'withdraw', 'reselect'],
    ]);
    expect(acts('seized')).toEqual(['destroy', 'reverse', 'record_exhibit']);
  });

  it('reaches every status, and from every one but the last ones a decision', () => {
    const reached = new Set<Status>([
      'selected',
      'awaiting_second',
      ...ACTS.map((act) => leadsTo(act, 'selected', 'selected')),
    ]);
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
    const final = STATUSES.filter((status) => !DECISION_KINDS.some((kind) => possible(kind, status).ok));
    expect(final).toEqual(['examination', 'awaiting_second', 'destroyed', 'withdrawn']);
  });

  it('does not say where a proposal leads without being told', () => {
    expect(() => nextStatus('confirm', 'awaiting_second')).toThrow('confirm leads where it is told');
  });

  it('ends every claim on the way out of the queue, and gives one only in it', () => {
    for (const { act, status } of CASES) {
      for (const aim of STATUSES) {
        const decision = nextStatus(act, status, aim);
        if (!decision.ok || decision.next === status) continue;
        const effect = claimEffect(act, status, decision.next);
        if (effect === 'take') expect(decision.next).toBe('selected');
        if (isOpen(status) && !isOpen(decision.next) && act !== 'withdraw_proposal') expect(effect).toBe('end');
      }
    }
  });
});
