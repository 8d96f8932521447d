import { describe, expect, it } from 'vitest';
import { type Act, claimEffect, nextStatus, OPEN_STATUSES, STATUSES, TRANSITIONS } from './transitions';

const ACTS = Object.keys(TRANSITIONS) as Act[];

describe('The status machine', () => {
  it('answers every act in every status: a next one or the status as the reason', () => {
    for (const act of ACTS) {
      for (const status of STATUSES) {
        const decision = nextStatus(act, status);
        if (decision.ok) expect(STATUSES).toContain(decision.next);
        else expect(decision.reasons).toEqual([{ code: `status.${status}` }]);
      }
    }
  });

  it('leaves a seized consignment to nobody, a released one to undo, withdrawal and new data, a withdrawn one to new data alone', () => {
    const possible = (status: (typeof STATUSES)[number]) => ACTS.filter((act) => nextStatus(act, status).ok);
    expect(possible('seized')).toEqual([]);
    expect(possible('released')).toEqual(['undo_release', 'withdraw', 'reselect']);
    expect(possible('withdrawn')).toEqual(['release_by_lane', 'reselect']);
  });

  it('reaches seizure through a second officer only', () => {
    const intoSeized = ACTS.filter((act) => TRANSITIONS[act].to === 'seized');
    expect(intoSeized).toEqual(['confirm_seizure']);
    expect(TRANSITIONS.confirm_seizure.from).toEqual(['awaiting_second']);
  });

  it('ends every claim on the way out of the open statuses', () => {
    const isOpen = (status: string) => (OPEN_STATUSES as readonly string[]).includes(status);
    for (const act of ACTS) {
      for (const status of STATUSES) {
        const decision = nextStatus(act, status);
        if (decision.ok && !isOpen(decision.next)) expect(claimEffect(act, status)).toBe('end');
      }
    }
  });
});
