import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, FAULTS, faultsIn, planFaults, told } from './plan';

describe('The plan of a run of faults', () => {
  it('is the same for the same seed and minutes, and another for another seed', () => {
    expect(planFaults(5, 7)).toEqual(planFaults(5, 7));
    expect(planFaults(5, 7)).not.toEqual(planFaults(5, 8));
  });

  it('has every kind of fault once in five minutes, and again and again in thirty', () => {
    expect(new Set(planFaults(5, 1).map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
    const times = new Map(FAULT_KINDS.map((kind) => [kind, 0]));
    for (const { kind } of planFaults(30, 3)) times.set(kind, (times.get(kind) ?? 0) + 1);
    expect(Math.min(...times.values())).toBeGreaterThanOrEqual(Math.floor(faultsIn(30) / FAULT_KINDS.length));
  });

  it('stays within its time, goes forward, and lasts as each kind may', () => {
    for (const minutes of [1, 5, 30]) {
      const plan = planFaults(minutes, 11);
      expect(plan).toHaveLength(faultsIn(minutes));
      for (const [index, { kind, atSeconds, lastsMs, jumpMinutes }] of plan.entries()) {
        const [least, most] = FAULTS[kind];
        expect(atSeconds).toBeGreaterThan(plan[index - 1]?.atSeconds ?? 0);
        expect(atSeconds).toBeLessThan(minutes * 60);
        expect(lastsMs).toBeGreaterThanOrEqual(least * 1_000);
        expect(lastsMs).toBeLessThanOrEqual(most * 1_000);
        expect(jumpMinutes > 0).toBe(kind.startsWith('clock_'));
      }
    }
  });

  it('is told line by line', () => {
    const fault = { number: 3, kind: 'clock_back', atSeconds: 42, lastsMs: 4_500, jumpMinutes: 7 } as const;
    expect(told(fault)).toBe('  3    42 s  clock_back by 7 min for 4.5 s');
    expect(told({ ...fault, kind: 'kill_web', lastsMs: 0, jumpMinutes: 0 })).toBe('  3    42 s  kill_web');
  });
});
